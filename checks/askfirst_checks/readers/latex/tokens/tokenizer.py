r"""The inside of an author or affiliation argument as a flat row of items: text, marks, breaks, e-mails, notes.

Groups and font switches are transparent; text stays LaTeX (accents) until `plain` converts it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.tokens.commands import Commands
from askfirst_checks.readers.latex.tokens.token import PICTURE, Item, Kind, mark, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.arguments import arguments, closing, gap

__all__ = ["Item", "items", "mark", "printed"]

_TOKEN = pattern(
    r"\\([A-Za-z@]+)\*?|\\(.)|([{}$~&^])|(\n[ \t]*\n)|([" + re.escape(generic.SYMBOL_CHARACTERS) + "])", re.DOTALL
)
_SUPERSCRIPT = pattern(r"\^\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+(?:\s*\{[^{}]*\})?|\\.|[^\s{}]))")
_BLANK = pattern(r"(?:\s|~|\{\}|\\[,;:! ]|\\q?quad(?![A-Za-z])|\\(?:hskip|hspace)\s*\{?[\w.]{1,12}\}?)*")
"""a formula that prints nothing, written for the blank"""
_DIMENSION = pattern(
    r"\s*=?\s*-?(?:\d+[.,]?\d*|[.,]\d+)\s*(?:true\s*)?(?:pt|pc|bp|dd|cc|sp|cm|mm|in|ex|em|mu|baselineskip|\\\w+)"
    r"(?:\s*(?:plus|minus)\s*[\d.]+\w+)*"
)
_ACCENTS = {
    "grave": "`", "acute": "'", "hat": "^", "widehat": "^", "tilde": "~", "widetilde": "~", "bar": "=", "dot": ".",
    "ddot": '"', "check": "v", "breve": "u", "mathring": "r",
}  # fmt: skip
_EMPTY = pattern(r"\{\s*\}")
_ORCID = pattern(r"(?:orcid\.org/)(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_MATH_ACCENT = pattern(
    r"\s*\\("
    + "|".join(sorted(_ACCENTS))
    + r")\s*(?:\{\s*(?:\\(?:rm|mathrm|text)\s*)?(\\?[A-Za-z])\s*\}|\s([A-Za-z]))\s*"
)
_PARTING = frozenset({"tabular", "minipage", "center", "tabularx", "array", "multicols"})
"""environments that stand apart from what is before and behind them"""
_LONG = 2000
"""characters up to which an argument's items are remembered"""


def items(strip: Strip, macros: Mapping[str, str] | None = None) -> list[Item]:
    """All items of *strip*; *macros* are the user's own without arguments (``\\orcidauthorA``)."""
    if len(strip.text) > _LONG:
        return _Walk(strip.text, macros or {}).run(0, len(strip.text), 0)
    return list(_remembered(strip.text, tuple(macros.items()) if macros else ()))


@lru_cache(maxsize=1024)
def _remembered(text: str, macros: tuple[tuple[str, str], ...]) -> tuple[Item, ...]:
    return tuple(_Walk(text, dict(macros)).run(0, len(text), 0))


class _Walk(Commands):
    def run(self, start: int, end: int, depth: int) -> list[Item]:
        here = start
        while here < end:
            match = _TOKEN.search(self.text, here, end)
            stop = match.start() if match else end
            if stop > here:
                self.add("text", here, stop)
            if not match:
                break
            here = self.token(match, end, depth)
        return self.out

    def token(self, match: re.Match[str], end: int, depth: int) -> int:
        start, here = match.span()
        if match[1]:
            return self.command(match[1], start, here, end, depth)
        if match[2]:
            return self.sign(match[2], start, here)
        if match[4]:
            self.add("line", start, here)
        elif match[5]:
            self.add("mark", start, here, match[5].replace("∗", "*"))
        elif match[3] == "$":
            return self.math(start, end)
        elif match[3] == "^":
            return self.raised(start, here)
        elif match[3] in "~&":
            self.add("text" if match[3] == "~" else "tab", start, here, " ")
        return here

    def sign(self, char: str, start: int, here: int) -> int:
        if char == "\\":
            here = self.line_end(start, here)
        elif char in "'`^\"~=.":
            here = self.accent(here)
            self.add("text", start, here)
        elif char in "(":
            close = self.text.find("\\)", here)
            return self.formula(here, close, close + 2) if 0 < close < here + 200 else here
        elif char in generic.SYMBOLS:
            self.add("mark", start, here, generic.SYMBOLS[char])
        elif char in " ,;:!>/\n":
            self.add("text", start, here, "" if char in "!/" else " ")
        elif char != "-":
            self.add("text", start, here)
        return here

    def line_end(self, start: int, here: int) -> int:
        r"""Offset behind ``\\*[2mm]``."""
        here += self.text.startswith("*", here)
        opened = gap(self.text, here)
        if self.text.startswith("[", opened) and (close := closing(self.text, opened, 40)) > 0:
            here = close + 1
        self.add("line", start, here)
        return here

    def accent(self, here: int) -> int:
        """Offset behind what an accent stands on."""
        while self.text[here : here + 1] == " ":
            here += 1
        if self.text.startswith("{", here):
            close = closing(self.text, here, 40)
            return close + 1 if close > 0 else here
        command = re.compile(r"\\(?:[A-Za-z]+|.)\s*").match(self.text, here)
        return command.end() if command else here + 1

    def math(self, start: int, end: int) -> int:
        double = self.text.startswith("$$", start)
        close = self.text.find("$", start + 1 + double, min(end, start + 400))
        if close < 0:
            return start + 1
        return self.formula(start + 1 + double, close, close + 1 + double)

    def formula(self, start: int, stop: int, after: int) -> int:
        inner = self.text[start:stop]
        if accent := _MATH_ACCENT.fullmatch(inner):
            self.add("text", start - 1, after, f"\\{_ACCENTS[accent[1]]}{{{accent[2] or accent[3]}}}")
            return after
        if "\\href" in inner or "\\includegraphics" in inner:
            self.icon(start - 1, after, inner)
            inner = _EMPTY.sub("", PICTURE.sub("", inner))
        raised = [m[1] if m[1] is not None else m[2] for m in _SUPERSCRIPT.finditer(inner)]
        if raised:
            self.add("mark", start - 1, after, mark(",".join(raised)))
            rest = _SUPERSCRIPT.sub("", inner).strip("{}_ ,;")
            if rest and not rest.startswith("\\"):
                self.add("text", start, stop, rest)
        else:
            self.unraised(inner, start, stop, after)
        return after

    def unraised(self, inner: str, start: int, stop: int, after: int) -> None:
        """A formula without a raised sign: symbols, a blank, or text."""
        if (symbols := mark(inner)).strip(" ,") and all(
            c in "".join(generic.SYMBOLS.values()) + " ,*" for c in symbols
        ):
            self.add("mark", start - 1, after, symbols)
        elif _BLANK.fullmatch(inner):
            self.add("text", start - 1, after, " ")
        elif inner.strip() == "\\cdot":
            self.add("gap", start - 1, after)
        elif inner.strip() in ("\\_", "_"):
            self.add("text", start, after, "_")
        else:
            self.add("text", start - 1, after)

    def icon(self, start: int, after: int, inner: str) -> None:
        """An icon in a formula that leads to somebody's ORCID."""
        if orcid := _ORCID.search(inner):
            self.add("orcid", start, after, orcid[1].upper())

    def raised(self, start: int, here: int) -> int:
        if self.text.startswith("{", here) and (close := closing(self.text, here, 200)) > 0:
            self.add("mark", start, close + 1, mark(self.text[here + 1 : close]))
            return close + 1
        self.add("mark", start, here + 1, mark(self.text[here : here + 1]))
        return here + 1

    def command(self, name: str, start: int, here: int, end: int, depth: int) -> int:
        if name[0] == "@":  # \@ before a word is the sign, not a macro's name
            self.add("text", start, start + 2, "@")
            return start + 2
        if name in generic.LETTERS:
            return self.letter(name, start, here)
        if name in generic.ACCENTS and name not in self.macros:
            here = self.accent(here)
            self.add("text", start, here)
            return here
        kind = _plain_kind(name)
        if kind is not None:
            return self.simple(kind, name, start, here)
        if name in generic.SYMBOLS and not self.text.startswith("{", here):
            self.add("mark", start, here, generic.SYMBOLS[name])
            return here
        if name in ("begin", "end"):
            return self.environment(name, start, here)
        if name in generic.DROPPED:
            return self.dropped(name, here)
        return self.with_argument(name, start, here, end, depth)

    def dropped(self, name: str, here: int) -> int:
        """Offset behind a macro that prints nothing, its arguments or its dimension."""
        count = generic.DROPPED[name]
        found, behind, _ = arguments(self.text, here, count) if count else ([], here, False)
        dimension = None if found else _DIMENSION.match(self.text, here)
        return dimension.end() if dimension else behind

    def letter(self, name: str, start: int, here: int) -> int:
        text = self.text
        behind = here + (2 if text.startswith("{}", here) else 0)
        if behind == here:
            while text[behind : behind + 1] == " ":
                behind += 1
        self.add("text", start, behind, "\\" + name + "{}")
        return behind

    def simple(self, kind: Kind, name: str, start: int, here: int) -> int:
        behind = here
        if name in ("hspace", "hskip", "vskip", "vspace"):
            found, behind, _ = arguments(self.text, here, 1)
            dimension = None if found else _DIMENSION.match(self.text, here)
            behind = dimension.end() if dimension else behind
        self.add(kind, start, behind)
        return behind

    def environment(self, name: str, start: int, here: int) -> int:
        found, behind, _ = arguments(self.text, here, 1)
        if not found:
            return here
        kind = self.text[found[-1].start : found[-1].end].strip("*")
        if name == "begin" and kind in generic.WITH_ARGUMENT:
            _, behind, _ = arguments(self.text, behind, 2 if kind in ("tabularx", "tabulary") else 1)
        if kind in _PARTING or generic.ENVIRONMENTS.get(kind) == "affiliation":
            self.add("line" if kind not in ("tabular", "array", "tabularx") else "gap", start, behind)
            if name == "begin" and kind == "minipage":
                self.add("begin", behind, behind)
        return behind


_PLAIN: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("and", generic.ANDS),
    ("comma", generic.COMMAS),
    ("line", generic.BREAKS),
    ("gap", generic.GAPS),
    ("at", frozenset({"at"})),
)


def _plain_kind(name: str) -> Kind | None:
    """What a macro without arguments is, where it says that alone."""
    for kind, names in _PLAIN:
        if name in names:
            return kind
    return None
