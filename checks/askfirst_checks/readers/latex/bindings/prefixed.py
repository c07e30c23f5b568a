r"""Author macros of classes nobody listed, told by their family: ``\mlsysauthor`` beside ``\mlsysaffiliation``.

The template of ICML was copied by other conferences, each with a prefix of its own. Where a prefix has an author macro
and one for affiliations or addresses, they mean what ICML's mean.
"""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic

_AUTHOR = pattern(r"author\s*[{\[]")
_PREFIX = pattern(r"\\([A-Za-z]{2,16})\Z")
_MEANS = {
    "author": "icmlauthor",
    "affiliation": "icmlaffiliation",
    "affil": "icmlaffiliation",
    "institute": "icmlaffiliation",
    "address": "icmladdress",
    "correspondingauthor": "icmlcorrespondingauthor",
    "title": "icmltitle",
    "keywords": "icmlkeywords",
}
_WHERE = ("affiliation", "affil", "institute", "address")
_MOST = 200
"""author macros that are looked at in one file"""


def kindred(text: str) -> dict[str, str]:
    """What the macros of *text* mean whose prefix has an author macro and one for affiliations."""
    prefixes: dict[str, None] = {}
    for count, match in enumerate(_AUTHOR.finditer(text)):
        before = _PREFIX.search(text, max(0, match.start() - 17), match.start())
        if before and before[1] + "author" not in generic.TOP:
            prefixes[before[1]] = None
        if count > _MOST:
            break
    found: dict[str, str] = {}
    for prefix in prefixes:
        if any(_used(text, prefix + where) for where in _WHERE) and not _defined(text, prefix + "author"):
            found |= {prefix + kind: name for kind, name in _MEANS.items() if prefix + kind not in generic.TOP}
    return found


def _used(text: str, name: str) -> bool:
    return re.search(r"\\" + name + r"\s*[{\[]", text) is not None


def _defined(text: str, name: str) -> bool:
    return "{\\" + name + "}" in text or "def\\" + name in text or "command\\" + name in text
