r"""The user's own macros: what ``\newcommand`` and ``\def`` say, and bounded expansion of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.source.mapped_text import Builder, Strip
from askfirst_checks.readers.tex.arguments import arguments, closing, gap

DEFINERS = generic.STORES.union(
    [
        "newcommand",
        "renewcommand",
        "providecommand",
        "DeclareRobustCommand",
        "newrobustcmd",
        "robustify",
        "def",
        "gdef",
        "edef",
        "xdef",
        "let",
        "urldef",
        "NewDocumentCommand",
        "RenewDocumentCommand",
        "ProvideDocumentCommand",
        "DeclareDocumentCommand",
        "newcommandx",
    ]
)
INPUTS = frozenset({"input", "include", "subfile", "subfileinclude", "import", "subimport", "inputfrom", "includefrom"})
DEPTH = 12
BUDGET = 200_000
"""characters all expansions inside one argument may add"""
WHOLE = 600_000
"""characters all expansions of one document may add: three thousand authors of two hundred characters each"""

_NAME = pattern(r"\s*\{?\s*\\([A-Za-z@]+|.)\s*\}?")
_COUNT = pattern(r"\s*\[(\d)\]")
_PARAMETERS = pattern(r"(?:\s*#\d)*\s*")
_PATH = pattern(r"\s*\\path\s*(\W)(.*?)\1", re.DOTALL)
_LIVE = pattern(r"%[^\n]*(?:\n[ \t]*)?|\\([A-Za-z@]+)|\\.|\^\^(?:\^\^([0-9a-f]{4})|([0-9a-f]{2}))", re.DOTALL)
_ENDS_OPEN = pattern(r"\\[A-Za-z@]{1,40}\Z")
_COUNTED = pattern(
    r"\\(?:ref)?stepcounter\s*\{([A-Za-z@]{1,40})\}|\\the([A-Za-z@]{1,40})(?![A-Za-z@])|\\arabic\s*\{([A-Za-z@]{1,40})\}"
)
_HASH = pattern(r"#(\d)")
_AMONG_THANKS = pattern(
    r"\\(?:protected@)?[egx]?def\s*\\@thanks\s*\{\s*\\@thanks\s*(?:\\protect\s*)?(\\footnotetext\s*\[[^\[\]{}]*\]\s*\{[^{}]*\})\s*\}"
)
"""the kernel's way of adding a footnote to those of the title"""
_ZERO = pattern(r"[ \t]*0(?=[\s%])")
_FI = pattern(r"\\(if[A-Za-z@]*(?!\s*\{)|fi|else)(?![A-Za-z@])(?!\s*\{)")


class Macro(NamedTuple):
    """A macro of the user's own."""

    arity: int
    default: str | None
    """of the optional first argument, if it has one"""
    body: str


def definition(text: str, definer: str, start: int, cap: int = 20_000) -> tuple[str, Macro, int] | None:
    r"""Read what follows ``\newcommand`` or its like at *start*: the name, the macro, and the offset behind it."""
    if definer in generic.STORES:
        from askfirst_checks.readers.latex.scan.stored_text import stored

        kept = stored(text, definer, start, cap)
        return (kept[0], Macro(0, None, kept[1]), kept[2]) if kept else None
    named = _named(text, start + (text[start : start + 1] == "*"))
    if not named:
        return None
    name, here = named
    if definer == "urldef":
        path = _PATH.match(text, here)
        return (name, Macro(0, None, "\\url{" + path[2] + "}"), path.end()) if path else None
    if definer == "let":
        other = _NAME.match(text, here + (text[here : here + 1] == "="))
        return (name, Macro(0, None, "\\" + other[1] + " "), other.end()) if other else None
    return _body(text, name, definer, here, cap)


def _named(text: str, start: int) -> tuple[str, int] | None:
    """The name of a macro that is defined at *start*, and the offset behind it."""
    if text.startswith("\\csname", start):
        from askfirst_checks.readers.latex.scan.stored_text import csname, key_of

        called = csname(text, start)
        return (key_of(called[0]), called[1]) if called else None
    match = _NAME.match(text, start)
    return (match[1], match.end()) if match else None


def _body(text: str, name: str, definer: str, here: int, cap: int) -> tuple[str, Macro, int] | None:
    count, default, here = _parameters(text, definer, here)
    opened = gap(text, here)
    if text[opened : opened + 1] != "{" or (close := closing(text, opened, cap)) < 0:
        return None
    body = text[opened + 1 : close]
    return name, Macro(count, default, _AMONG_THANKS.sub(r"\1", body) if "@thanks" in body else body), close + 1


def _parameters(text: str, definer: str, here: int) -> tuple[int, str | None, int]:
    """How many arguments a macro takes, the default of the first where it is optional, and the offset behind that."""
    if definer.endswith("def"):
        parameters = _PARAMETERS.match(text, here)
        return (parameters[0].count("#"), None, parameters.end()) if parameters else (0, None, here)
    if definer.endswith("DocumentCommand"):
        found, here, _ = arguments(text, here, 1)
        taken = re.findall(r"([mo])|O\s*\{([^{}]*)\}", text[found[-1].start : found[-1].end]) if found else []
        return len(taken), taken[0][1] if taken and taken[0][0] != "m" else None, here
    counted = _COUNT.match(text, here)
    if not counted:
        return 0, None, here
    opened = gap(text, counted.end())
    if text[opened : opened + 1] == "[" and (close := closing(text, opened, 2000)) > 0:
        return int(counted[1]), text[opened + 1 : close], close + 1
    return int(counted[1]), None, counted.end()


def false(text: str, start: int) -> bool:
    r"""Whether the ``\if`` that ends at *start* is written ``\if 0`` or ``\if0``, with a blank behind: never true."""
    return _ZERO.match(text, start) is not None


def skip_false(text: str, start: int) -> int:
    r"""Offset behind the ``\else`` or ``\fi`` that ends a false branch opened before *start*, or the text's end."""
    depth = 1
    for match in _FI.finditer(text, start):
        if match[1] == "fi":
            depth -= 1
        elif match[1] == "else":
            if depth == 1:
                return match.end()
        else:
            depth += 1
        if depth == 0:
            return match.end()
    return len(text)


def _nothing(name: str, strip: Strip, here: int) -> tuple[Strip | None, int]:
    return None, here


def _behind_comment(text: str, match: re.Match[str]) -> int:
    """Offset behind a comment: its line end stays where a blank line follows, which ends the paragraph."""
    end = match.end()
    return match.start() + match[0].index("\n") if text[end : end + 1] == "\n" and "\n" in match[0] else end


def _optional(text: str, start: int, default: str) -> tuple[str, int]:
    """The optional argument behind *start*, and the offset behind it; *default* where none stands there."""
    opened = gap(text, start)
    close = closing(text, opened, 4000) if text.startswith("[", opened) else -1
    return (text[opened + 1 : close], close + 1) if close > 0 else (default, start)


def _character(match: re.Match[str]) -> str:
    """What ``^^4b`` prints; a sign that is no letter or digit is none of a name's."""
    letter = chr(int(match[2] or match[3], 16))
    return letter if letter.isalnum() or letter in " ,.'-" else " "


class Expander:
    """Strips comments and puts the user's macros, and included files, in their places."""

    def __init__(
        self, macros: dict[str, Macro], include: Callable[[str, Strip, int], tuple[Strip | None, int]]
    ) -> None:
        self.macros = macros
        self.include = include
        self._left = BUDGET
        self._whole = WHOLE
        """what is left of them; where nothing is, a macro stays as it is written, and is told as not expanded"""
        self._counts: dict[str, int] = {}
        """the counters that macros of one argument have stepped so far"""

    def done(self) -> None:
        """Let go of who brings in files: the two hold each other, and with them every text of the document."""
        self.include = _nothing

    def expand(self, strip: Strip) -> Strip:
        """*strip* without comments and false branches, macros and inputs expanded within the budget."""
        if "%" not in strip.text and "\\" not in strip.text and "^^" not in strip.text:
            return strip
        self._left = min(BUDGET, self._whole)
        self._counts.clear()
        return self._expand(strip, 0)

    def _expand(self, strip: Strip, depth: int) -> Strip:
        text, out, done, here, word = strip.text, Builder(strip), 0, 0, -1
        # word: where the latest macro's name ends; a comment there must not join it to the next line
        while match := _LIVE.search(text, here):
            here = match.end()
            name = match[1]
            if name is None:
                if match[0][0] == "%":
                    out.keep(done, match.start())
                    if word == match.start() > done:
                        out.put(" ", match.start(), here)
                    done = here = _behind_comment(text, match)
                elif match[0][0] == "^":
                    out.keep(done, match.start())
                    out.put(_character(match), match.start(), here)
                    done = here
                continue
            word = here
            if name == "iffalse" or (name == "if" and false(text, here)):
                out.keep(done, match.start())
                done = here = skip_false(text, here)
            elif name in INPUTS and depth < DEPTH:
                included, end = self.include(name, strip, here)
                if included is not None:
                    out.keep(done, match.start())
                    out.add(self._expand(included, depth + 1))
                    done = here = end
            elif (printed := self._printed(text, name, here, depth)) is not None:
                out.keep(done, match.start())
                out.put(printed[0], match.start(), printed[1])
                done = here = printed[1]
        if not done:
            return strip
        out.keep(done, len(text))
        return out.done()

    def text(self, text: str, depth: int = 0) -> str:
        """*text* with the user's macros expanded, places forgotten."""
        self._left -= len(text)
        self._whole -= len(text)
        if "\\" not in text and "%" not in text and "^^" not in text:
            return text
        out, done, here, word = [], 0, 0, -1
        while match := _LIVE.search(text, here):
            here = match.end()
            if match[0][0] == "%":
                out += [text[done : match.start()], " " if word == match.start() > done else ""]
                done = here = _behind_comment(text, match)
                continue
            if match[0][0] == "^":
                out += [text[done : match.start()], _character(match)]
                done = here
                continue
            word = here if match[1] else -1
            if match[1] and (printed := self._printed(text, match[1], here, depth)) is not None:
                out += [text[done : match.start()], printed[0]]
                done = here = printed[1]
        return "".join([*out, text[done:]]) if done else text

    def _printed(self, text: str, name: str, here: int, depth: int) -> tuple[str, int] | None:
        """What the macro or device *name*, which ends at *here*, prints, and the offset behind it."""
        if depth >= DEPTH or self._left <= 0:
            return None
        if name in self.macros:
            body, end = self.use(text, name, here)
            return self.text(body, depth + 1), end
        if name not in generic.DEVICES and not text.startswith("_", here):
            return None
        from askfirst_checks.readers.latex.scan.primitives import DEVICES, variable

        device = DEVICES.get(name) if not text.startswith("_", here) else variable
        printed = device(text, name, here, self.macros) if device else None
        return (self.text(printed[0], depth + 1), printed[1]) if printed else None

    def use(self, text: str, name: str, start: int) -> tuple[str, int]:
        """The body of *name* with the arguments behind *start* put in, and the offset behind them."""
        macro = self.macros[name]
        if not macro.arity:
            empty = text.startswith("{}", start)
            return macro.body + " " * (empty and _ENDS_OPEN.search(macro.body) is not None), start + 2 * empty
        values: list[str] = []
        end = start
        if macro.default is not None:
            first, end = _optional(text, start, macro.default)
            values.append(first)
        while len(values) < macro.arity:
            opened = gap(text, end)
            close = closing(text, opened) if text.startswith("{", opened) else -1
            if close < 0:
                values.append("")
                continue
            values.append(text[opened + 1 : close])
            end = close + 1
        body = macro.body if "stepcounter" not in macro.body else _COUNTED.sub(self._counted, macro.body)
        return _HASH.sub(lambda m: values[int(m[1]) - 1] if 0 < int(m[1]) <= len(values) else "", body), end

    def _counted(self, match: re.Match[str]) -> str:
        """A step of a counter, which prints nothing, or its number."""
        if match[1]:
            self._counts[match[1]] = self._counts.get(match[1], 0) + 1
            return ""
        name = match[2] or match[3]
        return str(self._counts[name]) if name in self._counts else match[0]
