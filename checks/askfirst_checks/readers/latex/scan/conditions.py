r"""Conditions inside an argument: the branch that is printed where that can be told, else both.

Which package sets a switch, and to what, is not followed: ``\ifthenelse{\boolean{long}}{A}{B}`` gives "A; B", so that
nothing that may be printed is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.scan.unprinted_branches import parts
from askfirst_checks.readers.tex.arguments import arguments

if TYPE_CHECKING:
    from askfirst_checks.readers.latex.scan.user_macros import Macro

_NUMBERS = pattern(r"\s*(-?\d{1,9})\s*([<>=])\s*(-?\d{1,9}) ?")
_COMPARED = pattern(
    r"\s*(?:\\value\s*\{[^{}]{0,40}\}|\\[A-Za-z@]+|[-\d.]+(?:[a-z]{2})?)\s*[<>=]\s*"
    r"(?:\\value\s*\{[^{}]{0,40}\}|\\[A-Za-z@]+|[-\d.]+(?:[a-z]{2})?) ?"
)
_TWO = pattern(r"\s*(\\[A-Za-z@]+|\\?\S)\s*(\\[A-Za-z@]+|\\?\S) ?")
_ONE = pattern(r"\s*(\\[A-Za-z@]+|-?\d{1,9}) ?")
_NAMED = pattern(r"[^\\{}]{0,80}\\endcsname ?")
_EQUAL = pattern(r"\s*\\equal\s*\{([^\\{}]*)\}\s*\{([^\\{}]*)\}\s*")
_LETTERS = pattern(r"[^\W\d_]{2}")


def conditional(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> tuple[str, int] | None:
    """What the condition *name*, which ends at *start*, prints, and the offset behind it; None where it never ends."""
    return _braced(text, name, start, macros) if name in generic.CONDITIONS else _primitive(text, name, start, macros)


def _braced(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> tuple[str, int] | None:
    wanted = generic.CONDITIONS[name] + 2
    args, end, _ = arguments(text, start, wanted)
    groups = [text[a.start : a.end] for a in args if a.open == "{"]
    if len(groups) < wanted:
        return None
    return _chosen(_is_true(name, groups[:-2], macros), groups[-2], groups[-1]), end


def _is_true(name: str, given: list[str], macros: Mapping[str, Macro]) -> bool | None:
    first = given[0].strip()
    if name == "ifthenelse":
        return _is_met(first)
    if name in ("ifblank", "ifstrempty", "ifempty") and "\\" not in first:
        return not first
    if name == "ifstrequal" and "\\" not in "".join(given):
        return given[0] == given[1]
    is_known = first.lstrip("\\") in macros
    if name in ("ifdef", "ifcsdef") and is_known:
        return True
    return False if name in ("ifundef", "ifcsundef", "@ifundefined") and is_known else None


def _is_met(test: str) -> bool | None:
    r"""Whether the first argument of ``\ifthenelse`` holds: two texts or two numbers."""
    equal = _EQUAL.fullmatch(test)
    if equal:
        return equal[1].strip() == equal[2].strip()
    numbers = _NUMBERS.fullmatch(test)
    return _compared(numbers[1], numbers[2], numbers[3]) if numbers else None


def _compared(left: str, sign: str, right: str) -> bool:
    one, two = int(left), int(right)
    return {"<": one < two, ">": one > two}.get(sign, one == two)


def _primitive(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> tuple[str, int] | None:
    decided, begin = _condition(text, name, start, macros)
    middle, end = parts(text, begin) if begin >= 0 else (-1, -1)
    if end < 0:
        return None
    yes, no = text[begin:middle], text[middle:end].removeprefix("\\else")
    return _chosen(decided, yes, no), end + len("\\fi")


def _condition(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> tuple[bool | None, int]:
    """Whether the condition holds (None: cannot be told), and where the branch behind it begins; -1: nowhere."""
    if name in ("iftrue", "ifmmode", "ifvmode", "ifhmode"):
        return {"iftrue": True, "ifmmode": False}.get(name), start
    if name in ("ifnum", "ifdim"):
        return _comparison(text, name, start)
    if name == "ifcsname":
        match = _NAMED.match(text, start)
        return None, match.end() if match else -1
    if name in ("ifx", "if"):
        match = _TWO.match(text, start)
        return (_is_same(match[1], match[2], macros), match.end()) if match else (None, -1)
    return _of_one_token(text, name, start, macros)


def _comparison(text: str, name: str, start: int) -> tuple[bool | None, int]:
    """A condition about two numbers or lengths, as `_condition` gives it."""
    numbers = _NUMBERS.match(text, start) if name == "ifnum" else None
    match = numbers or _COMPARED.match(text, start)
    holds = _compared(numbers[1], numbers[2], numbers[3]) if numbers else None
    return holds, match.end() if match else -1


def _of_one_token(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> tuple[bool | None, int]:
    """A condition about one macro or number, as `_condition` gives it."""
    match = _ONE.match(text, start)
    if not match:
        return None, -1
    if name == "ifdefined":
        return (True if match[1].lstrip("\\") in macros else None), match.end()
    return (int(match[1]) % 2 == 1 if match[1].lstrip("-").isdigit() else None), match.end()


def _is_same(one: str, two: str, macros: Mapping[str, Macro]) -> bool | None:
    first, second = macros.get(one.lstrip("\\")), macros.get(two.lstrip("\\"))
    if one == two:
        return True
    if one[0] != "\\" and two[0] != "\\":
        return False
    return first.body == second.body if first and second else None


def _chosen(decided: bool | None, yes: str, no: str) -> str:
    if decided is not None:
        return yes if decided else no
    several = _LETTERS.search(yes) and _LETTERS.search(no)
    return yes.strip() + "; " + no.strip() if several else yes + no
