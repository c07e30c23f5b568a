r"""Environments of the user's own that show their source: the specimens of a package's documentation."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.tex.arguments import arguments, closing, gap

_DECLARES = pattern(
    r"\\(lstnewenvironment|DefineVerbatimEnvironment|CustomVerbatimEnvironment|newtcblisting|DeclareTCBListing|"
    r"NewTCBListing|newminted|newenvironment|renewenvironment|NewDocumentEnvironment|newverbatim)(?![A-Za-z@])"
)
_SHOWS = pattern(
    r"\\(?:begin\s*\{)?(?:[vV]erbatim|BVerbatim|LVerbatim|lstlisting|lst@environment|alltt|minted|VerbatimEnvironment|"
    r"verbatim@start)"
)
_SAYS_SO = pattern(
    r"\\begin\s*\{([A-Za-z]{0,20}(?:[vV]erb|[cC]ode|[lL]isting|[qQ]uote|[eE]xample|[sS]ource|[sS]nippet|[sS]pecimen)"
    r"[A-Za-z]{0,20})\}"
)
"""environments of packages that are not there, by their names (``vquote``)"""
_MOST = 300


def opaque(text: str) -> frozenset[str]:
    """The names of such environments that *text* declares, or uses under a name that says so."""
    found = {match[1] for match in _SAYS_SO.finditer(text)} - {"quote"}
    for count, match in enumerate(_DECLARES.finditer(text)):
        if count > _MOST:
            break
        name, end = _name(text, match.end())
        if not name:
            continue
        if match[1] in ("newenvironment", "renewenvironment", "NewDocumentEnvironment"):
            args, _, _ = arguments(text, end, 2 if match[1].startswith("New") else 1, cap=4000)
            groups = [a for a in args if a.open == "{"]
            if groups and _SHOWS.search(text, groups[-1].start, groups[-1].end):
                found.add(name)
        else:
            found.add(name)
    return frozenset(found)


def _name(text: str, start: int) -> tuple[str, int]:
    here = gap(text, start + (text[start : start + 1] == "*"))
    if text.startswith("[", here) and (close := closing(text, here, 400)) > 0:
        here = gap(text, close + 1)
    if not text.startswith("{", here) or (close := closing(text, here, 80)) < 0:
        return "", here
    name = text[here + 1 : close].strip()
    return (name if name.isalnum() else ""), close + 1
