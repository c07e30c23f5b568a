r"""TeX's own ways to print: characters by number, boxes and registers, ``\csname``, acronyms, conditions.

Each says what to put in its place, or None where it cannot be told; then it stays, and `unexpanded` reports it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.scan.conditions import conditional
from askfirst_checks.readers.latex.scan.stored_text import csname, key_of
from askfirst_checks.readers.tex.arguments import arguments

if TYPE_CHECKING:
    from askfirst_checks.readers.latex.scan.user_macros import Macro

Use = tuple[str, int] | None
"""what is printed, and the offset behind the device"""

_REGISTER = pattern(r"\s*(?:\{\s*\\([A-Za-z@]+)\s*\}|\\([A-Za-z@]+)|(\d{1,3}))\s?")
_NUMBERED = pattern(r"\s*\\toks\s*(\d{1,3})\s?")
_NUMBER = pattern(r"""\s*(?:(\d{1,3})|"([0-9A-F]{1,4})|'([0-7]{1,3})|`\\?(.))\s?""")
_EXPL = pattern(r"(_[A-Za-z@_]*(?::[A-Za-z]*)?)[ \t\n]*(?:\\([A-Za-z@_]+))?[ \t\n]?")
_USES = ("_use:N", "_use:c", "_to_str:N", "_item:Nn")
_LAST = 0x2FFF


def _box(text: str, _: str, start: int, macros: Mapping[str, Macro]) -> Use:
    named = _REGISTER.match(text, start)
    kept = macros.get(f"box {named[1] or named[2] or named[3]}") if named else None
    return (kept.body, named.end()) if named and kept else None


def _the(text: str, _: str, start: int, macros: Mapping[str, Macro]) -> Use:
    named = _NUMBERED.match(text, start) or _REGISTER.match(text, start)
    if not named:
        return None
    name = named[1] if named.re is _NUMBERED else named[1] or named[2]
    kept = macros.get(f"toks {name}")
    return (kept.body, named.end()) if kept else None


def _called(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> Use:
    if name == "csname":
        found = csname(text, start - len("\\csname"))
    else:
        args, end, _ = arguments(text, start, 1)
        found = (text[args[0].start : args[0].end].strip(), end) if args else None
    if not found:
        return None
    key = key_of(found[0])
    if key in macros and not macros[key].arity:
        return macros[key].body, found[1]
    return ("\\" + key + " ", found[1]) if " " not in key else None


def _acronym(text: str, _: str, start: int, macros: Mapping[str, Macro]) -> Use:
    args, end, _unclosed = arguments(text, start, 1)
    groups = [a for a in args if a.open == "{"]
    kept = macros.get("acronym " + text[groups[0].start : groups[0].end].strip()) if groups else None
    return (kept.body, end) if kept else None


def _character(text: str, _: str, start: int, macros: Mapping[str, Macro]) -> Use:
    braced = text.startswith("{", start)
    number = _NUMBER.match(text, start + braced)
    if not number or (braced and not text.startswith("}", number.end())):
        return None
    bases = ((number[1], 10), (number[2], 16), (number[3], 8))
    code = ord(number[4]) if number[4] else next(int(given, base) for given, base in bases if given)
    letter = chr(code)
    shown = letter if code <= _LAST and (letter.isalnum() or letter in " ,.;:'-()/&") else " "
    return ("\\&" if shown == "&" else shown), number.end() + braced


def _nothing(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> Use:
    end = start + len(text[start:]) - len(text[start:].lstrip(" ")) if name == "string" else start
    return ("" if name == "string" else " ", end)


def variable(text: str, name: str, start: int, macros: Mapping[str, Macro]) -> Use:
    """A variable of expl3, or what prints one."""
    match = _EXPL.match(text, start)
    if not match:
        return None
    own = macros.get(f"tl {name}{match[1]}")
    if own:
        return own.body, match.end(1)
    kept = macros.get(f"tl {match[2]}") if match[2] and match[1].startswith(_USES) else None
    return (kept.body, match.end()) if kept else None


DEVICES: dict[str, Callable[[str, str, int, Mapping[str, Macro]], Use]] = {
    **dict.fromkeys(("usebox", "copy", "box", "unhbox", "unhcopy"), _box),
    "the": _the,
    **dict.fromkeys(("csname", "csuse", "@nameuse"), _called),
    **dict.fromkeys(
        generic.ACRONYMS,
        _acronym,
    ),
    **dict.fromkeys(("char", "symbol"), _character),
    **dict.fromkeys(("string", "expandafter", "noexpand"), _nothing),
    **dict.fromkeys((*generic.CONDITIONS, *generic.PRIMITIVES), conditional),
}
"""by the macro's name: the text, the name, the offset behind it and the user's macros, to what is printed"""
