r"""Macros of the document's own that bear a name the engine knows: whose meaning holds.

The engine's, as a rule: classes and packages define ``\\email`` in TeX that prints nothing by itself. The document's,
where its body is set text, or prints its argument as a mark: then it is no macro of a class.
"""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.scan.user_macros import INPUTS, Macro

_RAISED = pattern(r"\^\s*\{?[^{}$]{0,20}#\d|\\textsuperscript\s*\{[^{}]{0,20}#\d")
_INNER = pattern(r"@|\\[gex]?def(?![A-Za-z])|\\(?:re)?newcommand|\\if|\\global|\\csname|\\stepcounter|\\label")
_RAISING = generic.MARKS | {"at"}
_LINE = pattern(r"\s*\\(?:\\|(?:newline|linebreak|par)(?![A-Za-z]))")
"""what it prints stands in a line of its own, so that it is no mark"""
_TYPESETTING = pattern(
    r"\\(?:[^A-Za-z]|(?:" + "|".join(sorted(generic.LETTERS | generic.ACCENTS | generic.BREAKS)) + r")(?![A-Za-z])"
    r"|(?:textit|textbf|textsc|textrm|emph|it|em|bf|sc|itshape|bfseries|scshape|slshape|upshape|small|large|normalsize|footnotesize|ldots)(?![A-Za-z]))"
)
KNOWN = (
    generic.TOP.keys()
    | generic.MARKS
    | generic.NOTE_MARKS
    | generic.MAILS
    | generic.ORCIDS
    | generic.NOTES
    | generic.BLOCKS
    | generic.OTHERS
    | generic.SECOND.keys()
    | generic.DROPPED.keys()
    | generic.TWO_IN_BLOCK
    | generic.NAMED
    | generic.PARTS
    | generic.ANDS
    | generic.GIVEN_FAMILY
    | generic.LETTERS
    | INPUTS
)


def overruled(macros: dict[str, Macro]) -> list[str]:
    """The names in *macros* whose definition is no matter, and those that call themselves."""
    return [n for n, m in macros.items() if (n in KNOWN and not _typesets(n, m)) or _itself(n, m.body)]


def is_internal(macro: Macro) -> bool:
    """Whether *macro* is defined by what only TeX can follow, as classes and packages define theirs."""
    return _INNER.search(macro.body) is not None


def _itself(name: str, body: str) -> bool:
    called = "\\" + name
    at = body.find(called)
    return at == 0 or (at > 0 and not body[at + len(called) : at + len(called) + 1].isalpha())


def _typesets(name: str, macro: Macro) -> bool:
    if _INNER.search(macro.body):
        return False
    if macro.arity:
        if name in _RAISING and macro.arity == 1 and _LINE.match(macro.body):
            return "\\" not in _TYPESETTING.sub("", macro.body)
        return (macro.arity > 1 or macro.default is not None) and _RAISED.search(macro.body) is not None
    return len(macro.body.strip()) > 8 and "\\" not in _TYPESETTING.sub("", macro.body)
