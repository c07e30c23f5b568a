"""Field values to text: delimiters, ``#``, @string macros, and names as ``Given Family``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.bibtex.entry import Value
from askfirst_checks.readers.bibtex.slicing import START, Slice, end_of_block
from askfirst_checks.readers.tex.accents import printed

_CAP = 100_000
_STRING = pattern(r"\s*([^\s={}\"]+)\s*=\s*")
_PIECE = pattern(r'\s*(?:(\{)|"((?:[^"{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)"|([^\s{}"#,]+))\s*#?')
_KEYED = pattern(r"\s*(family|given|prefix|suffix)\s*=\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)
_BRACED = pattern(r"(?:^|\sand)\s*(\{)", re.IGNORECASE)
_ENDS = pattern(r"\s*(?:$|and\s)", re.IGNORECASE)
_AND = pattern(r"\s+and\s+|[{}]", re.IGNORECASE)
_PLAIN_AND = pattern(r"\s+and\s+", re.IGNORECASE)
_COMMA = pattern(r"[,{}]")
_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))


class Plain(NamedTuple):
    """A value without its delimiters, mark-up still in it."""

    text: str
    start: int
    """offset in the slice of the text, or of the whole value where it is put together from several"""
    verbatim: bool
    """whether *text* stands in the slice as it is, so that parts of it have a place"""
    end: int
    undefined: tuple[str, ...] = ()
    """macros that no @string defines"""


def plain_value(value: Value, macros: Mapping[str, str]) -> Plain:
    """*value* with its delimiters gone and its macros replaced; an undefined macro gives nothing and is named."""
    end = value.start + len(value.text)
    inner = _delimited(value.text)
    if inner is not None:
        first, last = inner
        while value.text[first : first + 1] == "{" and end_of_block(value.text, first, last) == last:
            first, last = first + 1, last - 1
        return Plain(value.text[first:last], value.start + first, True, value.start + last)
    pieces, undefined = _pieces(value.text, macros)
    if not pieces and not undefined:
        return Plain(value.text.strip('{}" \n\t'), value.start, False, end)
    return Plain("".join(pieces)[:_CAP], value.start, False, end, tuple(undefined))


def _delimited(text: str) -> tuple[int, int] | None:
    """The bounds inside one pair of delimiters that holds the whole of *text*."""
    if len(text) < 2:
        return None
    if text[0] == "{" and end_of_block(text, 0, len(text)) == len(text):
        return 1, len(text) - 1
    if text[0] == '"' and text[-1] == '"' and '"' not in text[1:-1].replace('{"}', ""):
        return 1, len(text) - 1
    return (0, len(text)) if text.isdigit() else None


def _pieces(text: str, macros: Mapping[str, str]) -> tuple[list[str], list[str]]:
    pieces: list[str] = []
    undefined: list[str] = []
    at = 0
    while match := _PIECE.match(text, at):
        at = match.end()
        if match.group(1):
            opened = match.start(1)
            closed = end_of_block(text, opened, len(text))
            if closed is None:
                break
            pieces.append(text[opened + 1 : closed - 1])
            at = _after_hash(text, closed)
        elif match.group(3):
            _expand(match.group(3), macros, pieces, undefined)
        else:
            pieces.append(match.group(2))
    return pieces, undefined


def _after_hash(text: str, at: int) -> int:
    match = re.compile(r"\s*#?").match(text, at)
    return match.end() if match else at


def _expand(name: str, macros: Mapping[str, str], pieces: list[str], undefined: list[str]) -> None:
    known = macros.get(name.lower())
    if known is not None:
        pieces.append(known)
    elif name.isdigit() or name.lower() in _MONTHS:
        pieces.append(name)
    else:
        undefined.append(name)


def macros_of(blocks: list[Slice]) -> dict[str, str]:
    """The @string macros among *blocks*, names in lower case; one may use those defined before it."""
    macros: dict[str, str] = {}
    for block in blocks:
        if block.kind != "string" or not (start := START.match(block.text)):
            continue
        name = _STRING.match(block.text, start.end())
        closed = end_of_block(block.text, start.end() - 1, len(block.text))
        if name and closed:
            value = Value(block.text[name.end() : closed - 1].strip(), name.end())
            macros[name.group(1).lower()] = plain_value(value, macros).text
    return macros


def names(text: str) -> tuple[tuple[str, str], ...]:
    """The names of an author field as (``Given Family``, family name), ``others`` left out."""
    parts = (_name(part) for part in (_split(_AND, text) if "{" in text else _PLAIN_AND.split(text)))
    return tuple((full, family) for full, family in parts if full and full.lower() != "others")


def _name(text: str) -> tuple[str, str]:
    parts = [printed(part) for part in (_split(_COMMA, text) if "{" in text else text.split(","))]
    if "=" in parts[0]:
        keyed = {match[1].lower(): match[2] for match in map(_KEYED.fullmatch, parts) if match}
        if keyed:
            return _extended(keyed)
    if len(parts) == 1:
        if text.strip()[:1] == "{" and end_of_block(text.strip(), 0, len(text)) == len(text.strip()):
            return parts[0], parts[0]
        words = parts[0].split()
        return parts[0], _family(words)
    family, given = parts[0], parts[-1]
    return " ".join(part for part in (given, family, *parts[1:-1]) if part), family


def _extended(keyed: dict[str, str]) -> tuple[str, str]:
    """A name in biblatex's extended form: ``family=Berg, prefix=van der, given=Anna``."""
    family = " ".join(filter(None, (keyed.get("prefix"), keyed.get("family"))))
    return " ".join(filter(None, (keyed.get("given"), family, keyed.get("suffix")))), family or keyed.get("given", "")


def institutions(text: str) -> list[tuple[int, int]]:
    """Where the authors of a field stand that are in braces as a whole and have commas, as institutions are written."""
    found = []
    for match in _BRACED.finditer(text) if "{" in text else ():
        closed = end_of_block(text, match.start(1), len(text))
        if closed and "," in text[match.end(1) : closed] and _ENDS.match(text, closed):
            found.append((match.end(1), closed - 1))
    return found


def _family(words: list[str]) -> str:
    """The last word with the lower-case particles before it: ``van der Berg``."""
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return " ".join(words[max(at, 0) :])


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    """*text* cut where *pattern* matches outside braces."""
    parts: list[str] = []
    depth = at = 0
    for match in pattern.finditer(text):
        mark = match.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(depth - 1, 0)
        elif not depth:
            parts.append(text[at : match.start()])
            at = match.end()
    return [*parts, text[at:]]
