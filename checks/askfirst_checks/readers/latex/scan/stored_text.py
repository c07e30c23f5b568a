r"""Text that a document keeps under another name than a macro's: boxes, token registers, acronyms, expl3 variables.

Each is entered among the user's macros under a key that no macro can have (``box kb``), and printed by `devices`.
"""

from __future__ import annotations

import re
from itertools import islice

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.tex.arguments import arguments, closing, gap

_NAMED_BOX = pattern(r"\s*(?:\{\s*\\([A-Za-z@]+)\s*\}|\\([A-Za-z@]+)|(\d{1,3}))")
_HBOX = pattern(r"\s*=?\s*\\[hv](?:box|top)\s*(?:(?:to|spread)\s*[\d.]+\s*[a-z]{2}\s*)?(?=\{)")
_SIZES = pattern(r"\s*(?:\[[^\[\]]{0,80}\]\s*){0,2}(?:\([^()]{0,80}\)\s*)?(?:\[[^\[\]]{0,20}\]\s*){0,2}(?=\{)")
_ASSIGNED = pattern(r"\s*=?\s*(?=\{)")
_CSNAME = pattern(r"\s*\\csname\s*([^\\{}]{1,80}?)\s*\\endcsname")
_VARIABLE = pattern(
    r"\\(?:tl|str)_g?(?:set|put_left|put_right|const)(?:_rescan)?:[A-Za-z]{2,3}\s*\\([A-Za-z@_]+(?::[A-Za-z]*)?)\s*(?=\{)"
    r"|\\cs_(?:new|g?set)(?:_protected)?(?:_nopar)?:Np[nx]\s*\\([A-Za-z@_]+(?::[A-Za-z]*)?)\s*(?=\{)"
)
_KEY_VALUE = pattern(r"(?:^|,)\s*(short|long|name|first|text)\s*=\s*")
_MOST = 200


def csname(text: str, start: int) -> tuple[str, int] | None:
    r"""The name between ``\csname`` at *start* and its ``\endcsname``, and the offset behind it."""
    match = _CSNAME.match(text, start)
    return (match[1], match.end()) if match else None


def stored(text: str, store: str, start: int, cap: int) -> tuple[str, str, int] | None:
    """What the macro *store*, which ends at *start*, keeps: its key, the text, and the offset behind it."""
    if store in ("sbox", "savebox", "setbox", "newsavebox", "newtoks", "toks"):
        return _register(text, store, start, cap)
    if store.endswith("def") and store != "acrodef":
        args, end, _ = arguments(text, start, 2, cap=cap)
        groups = [text[a.start : a.end] for a in args if a.open == "{"]
        return (key_of(groups[0]), groups[1], end) if len(groups) == 2 else None
    return _acronym(text, store, start, cap)


def key_of(name: str) -> str:
    r"""The key of what ``\csname`` calls *name*: that of a macro where a macro can be called so."""
    return name if name.replace("@", "a").isalpha() else f"cs {name.strip()}"


def _register(text: str, store: str, start: int, cap: int) -> tuple[str, str, int] | None:
    named = _NAMED_BOX.match(text, start)
    if not named:
        return None
    name = named[1] or named[2] or named[3]
    if store == "newsavebox":
        return _between(text, name, named.end(), cap)
    if store == "newtoks":
        return _assigned(text, name, named.end(), cap)
    opens = {"toks": _ASSIGNED, "setbox": _HBOX}.get(store, _SIZES).match(text, named.end())
    kind = "toks" if store == "toks" else "box"
    return _kept(text, f"{kind} {name}", opens.end(), cap) if opens else None


def _assigned(text: str, name: str, start: int, cap: int) -> tuple[str, str, int] | None:
    """What the token register *name*, which is declared before *start*, holds at last."""
    assigned = re.compile(rf"\\{re.escape(name)}\s*=?\s*(?=\{{)").finditer(text, start)
    last = [match.end() for match in islice(assigned, _MOST)][-1:]
    kept = _kept(text, f"toks {name}", last[0], cap) if last else None
    return (*kept[:2], start) if kept else None


def _kept(text: str, key: str, start: int, cap: int) -> tuple[str, str, int] | None:
    close = closing(text, start, cap)
    return (key, text[start + 1 : close], close + 1) if close > 0 else None


def _between(text: str, name: str, start: int, cap: int) -> tuple[str, str, int] | None:
    r"""What an ``lrbox`` environment puts into the box *name*."""
    match = re.compile(rf"\\begin\s*\{{lrbox\}}\s*\{{\s*\\{re.escape(name)}\s*\}}").search(text, start)
    stop = text.find("\\end{lrbox}", match.end(), match.end() + cap) if match else -1
    return (f"box {name}", text[match.end() : stop], start) if match and stop > 0 else None


def _acronym(text: str, store: str, start: int, cap: int) -> tuple[str, str, int] | None:
    wanted = 3 if store == "newacronym" else 2
    args, end, _ = arguments(text, start, wanted, after=store in ("acrodef", "acro"), cap=cap)
    groups = [text[a.start : a.end] for a in args if a.open == "{"]
    if len(groups) < wanted or not groups[0].strip():
        return None
    options = [text[a.start : a.end] for a in args if a.open == "["]
    long, short = _long_and_short(store, groups, options)
    return f"acronym {groups[0].strip()}", f"{long} ({short})" if short and short != long else long, end


def _long_and_short(store: str, groups: list[str], options: list[str]) -> tuple[str, str]:
    """Both forms of an acronym."""
    if store in ("DeclareAcronym", "newglossaryentry"):
        values = _values(groups[1])
        return values.get("long") or values.get("first") or values.get("name", ""), values.get("short", "")
    if store == "newacronym":
        return groups[-1], groups[1]
    return groups[-1], options[0] if options else groups[0]


def _values(text: str) -> dict[str, str]:
    found = {}
    for match in islice(_KEY_VALUE.finditer(text), 20):
        here = match.end()
        stop = closing(text, here) if text.startswith("{", here) else text.find(",", here)
        stop = len(text) if stop < 0 else stop
        found[match[1]] = text[here:stop].strip("{ \n")
    return found


def variables(text: str) -> dict[str, str]:
    """What expl3 variables and functions without arguments hold in *text*, by their names."""
    found = {}
    for match in islice(_VARIABLE.finditer(text), _MOST):
        close = closing(text, gap(text, match.end()), 20_000)
        if close > 0:
            found[match[1] or match[2]] = text[match.end() + 1 : close]
    return found
