r"""Macros in an affiliation that could not be expanded, and whose text nobody has seen.

A macro with an argument prints that argument, as a rule, and is read so. One without an argument that neither the
document nor this reader knows may print an institution (``\affiliation{Institute X, \ourplace}``): it comes from a
class or file that is not there, is defined more deeply than is followed, or keeps its text in a way not listed in
`stored`. Macros that only set text are told by a list, and by their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from askfirst_checks.model import Problem
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.scan.scanner import Call
from askfirst_checks.readers.latex.scan.shadowed_macros import KNOWN
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.arguments import gap
from askfirst_checks.words import Text

_SAYS = Text(
    "what {name} prints here could not be told, and it may be a name",
    "was {name} hier setzt, ließ sich nicht feststellen; es kann ein Name sein",
)
_SAYS_SO = pattern(
    r"(?i)^text[a-z]+|(?:sep|skip|break|space|mark|icon|logo|symbol|style|font|size|width|height|color|colour|box|rule|line|fill|"
    r"orcid|envelope|letter|phone|mobile|telefon|star|dag|sign|comma|phantom|series|shape|family|begin|end|true|false)\w?$"
)
_HARMLESS = KNOWN | generic.FONTS | generic.BREAKS | generic.GAPS | generic.COMMAS | generic.ACCENTS | generic.SETS_ONLY
_HARMLESS |= generic.SYMBOLS.keys() | generic.MARK_SYMBOLS.keys()
_WORD = pattern(r"\\(?:([A-Za-z@]+)|[^A-Za-z])", re.DOTALL)
_BEHIND = pattern(r"\s*(?:\\\\|\\newline|\\par\b|,|;|\Z)")
_BEFORE = pattern(r"(?:\\\\(?:\[[^\]]{0,20}\])?|\\newline|\\par|[,;{]|\A)\s*\Z")
_ACTIVE = pattern(r"\\[egx]?def\s*([^\w\s@\\~{}#])\s*\{[^{}]*(?<![\\A-Za-z])[^\W\d_]{4}")
_ESCAPE = pattern(r"\\catcode\s*`\\?([^\w\s@\\~{}])\s*=?\s*0(?!\d)")
_RUNS_CODE = ("directlua", "luadirect", "luaexec", "pyc", "py", "sage", "Sexpr")
_FORMULA = pattern(r"\$[^$]{0,200}\$|\\\([^$]{0,200}?\\\)")
_REGISTER = pattern(r"\s*\{?\s*\\?\w+")
_PLACES = ("affiliation", "also")
_MOST = 20
_LONGEST = 60


def unexpanded(gathered: Gathered) -> tuple[Problem, ...]:
    """One problem for each macro, at its first place, of all affiliations and author blocks."""
    found: dict[str, Problem] = {}
    active = _active(gathered)
    for call in gathered.calls:
        if call.role in _PLACES or call.role == "author":
            for name, problem in _of(gathered, call, active):
                found.setdefault(name, problem)
    return tuple(islice(found.values(), _MOST))


def _of(gathered: Gathered, call: Call, active: str) -> Iterator[tuple[str, Problem]]:
    for arg in call.args:
        text = call.strip.text[arg.start : arg.end]
        if not _holds(text, "\\" + active):
            continue
        odd = [word for word in _WORD.findall(text) if word and word not in _HARMLESS]
        if odd or _holds(text, active):
            strip = call.strip.cut(arg.start, arg.end)
            yield from _in(gathered, call, gathered.expander.expand(strip) if odd else strip, active)


def _in(gathered: Gathered, call: Call, expanded: Strip, active: str) -> Iterator[tuple[str, Problem]]:
    """What is left of macros, and of active characters, in an argument."""
    for name, at in _left(expanded, whole_lines=call.role == "author"):
        if not _is_inner(expanded.written(at), gathered):
            yield name, _problem("\\" + name, expanded, at)
    for char in active:
        if (at := expanded.text.find(char)) >= 0:
            yield char, _problem(char, expanded, at)


def _holds(text: str, signs: str) -> bool:
    return any(sign in text for sign in signs)


def _is_inner(written: str, gathered: Gathered) -> bool:
    """Whether the macro that stands in the source sets a mark, or is programmed as those of packages are."""
    found = _WORD.match(written)
    name = (found[1] or "") if found else ""
    body = gathered.macros[name].body if name in gathered.macros else ""
    return bool(name) and (name in _HARMLESS or _is_harmless(name) or "\\@" in body)


def _problem(name: str, strip: Strip, at: int) -> Problem:
    """The problem, in the words of the source where *name* comes out of another macro."""
    written = " ".join((strip.written(at) or name).split())[:_LONGEST]
    return Problem("unexpanded", _SAYS.fill(name=written), strip.span(at, at + len(name)), written)


def _left(strip: Strip, *, whole_lines: bool) -> Iterator[tuple[str, int]]:
    r"""Such macros of *strip*; with *whole_lines* only those that are a line or part of their own."""
    text, of_device = _FORMULA.sub(lambda match: " " * len(match[0]), strip.text), -1
    for match in _WORD.finditer(text):
        name = match[1]
        if not name or name in _HARMLESS or match.start() < of_device:
            continue
        if name in generic.DEVICES or name in _RUNS_CODE:
            of_device = _behind_register(text, match.end())
            yield name, match.start()
        elif not (_is_harmless(name) or _has_argument(text, match.end())):
            before = max(0, match.start() - 40)
            if not whole_lines or (_BEHIND.match(text, match.end()) and _BEFORE.search(text, before, match.start())):
                yield name, match.start()


def _is_harmless(name: str) -> bool:
    """Whether the name says that it sets no words: a size, a sign, an icon (``\\faPhone``, ``\\aiOrcid``)."""
    return name[0] == "@" or (name[:2] in ("fa", "ai") and name[2:3].isupper()) or _SAYS_SO.search(name) is not None


def _behind_register(text: str, start: int) -> int:
    named = _REGISTER.match(text, start)
    return named.end() if named else start


def _has_argument(text: str, start: int) -> bool:
    behind = gap(text, start)
    return text[behind : behind + 1] in ("{", "[", "=") and text[behind : behind + 2] != "{}"


def _active(gathered: Gathered) -> str:
    r"""The signs that ``\catcode`` makes macros and that are defined to print words, or that begin one."""
    texts = [text for text in gathered.sources.values() if "\\catcode" in text]
    return "".join({m[1] for text in texts for kind in (_ACTIVE, _ESCAPE) for m in kind.finditer(text)})
