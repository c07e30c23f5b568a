"""One rule a file, found by listing this directory: ``afNNN_name_with_underscores.py``.

The first digit says what a rule looks at, and so when it is loaded:

====  =======================================================  =======================================
1, 2  one printed affiliation                                  ``ask(place, case)``
3-6   the manuscript: addresses, notes, references, topic      ``ask(case)``
7     the answers                                              ``ask(case, findings)``
9     the reading itself and the age of the lists              ``ask(case)``
====  =======================================================  =======================================

A rule is a module with `NAME` (a `Text`), its English page as docstring, its German page as `SEITE`, and ``ask``,
which yields findings. Nothing else is registered.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module
from types import ModuleType

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.policy import Policy

_FILE = pattern(r"(af(\d)\d\d)_([a-z0-9_]+)\.pyc?$")
_found: dict[str, str] = {}


class Page(NamedTuple):
    """What ``askfirst explain`` prints of one rule."""

    code: str
    name: Text
    page: Text


def names() -> dict[str, str]:
    """Code to module name of every rule there is, in the order of their codes."""
    if not _found:
        for file in sorted(os.listdir(os.path.dirname(__file__))):
            match = _FILE.match(file)
            if match:
                _found[match.group(1).upper()] = file.rpartition(".")[0]
    return _found


def load(code: str) -> ModuleType:
    """The module of one rule. Raises KeyError for a code that does not exist."""
    return import_module(f"{__name__}.{names()[code]}")


@lru_cache(maxsize=16)
def family(*digits: str) -> tuple[ModuleType, ...]:
    """The modules of the rules whose code begins with one of *digits*."""
    return tuple(load(code) for code in names() if code[2] in digits)


def page(code_or_name: str) -> Page:
    """The page of a rule, by its code or name in any case and either language. Raises KeyError."""
    wanted = code_or_name.strip().upper()
    for code in names():
        if wanted == code or wanted == _name_of(code):
            return _page(code)
    for code in names():
        if wanted == load(code).NAME.de.upper():
            return _page(code)
    raise KeyError(code_or_name)


def page_in(policy: Policy, code_or_name: str) -> Page:
    """The page of a rule, in the words of the jurisdiction of *policy*. Raises `KeyError` and `BrokenData`."""
    from askfirst_checks.policy.wording import in_words_of

    found = page(code_or_name)
    return found._replace(page=in_words_of(policy, found.code, found.page))


def _name_of(code: str) -> str:
    return names()[code].partition("_")[2].replace("_", "-").upper()


def _page(code: str) -> Page:
    module = load(code)
    return Page(code, module.NAME, Text((module.__doc__ or "").strip(), module.SEITE.strip()))
