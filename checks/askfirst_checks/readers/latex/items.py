r"""The inside of an author or affiliation argument as a flat row of items: text, marks, breaks, e-mails, notes.

Groups and font switches are transparent; text stays LaTeX (accents) until `plain` converts it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex import classes, looks
from askfirst_checks.readers.latex.braces import Arg, arguments, closing, gap
from askfirst_checks.readers.latex.plain import plain
from askfirst_checks.readers.latex.strip import Strip

_TOKEN = pattern(
    r"\\([A-Za-z@]+)\*?|\\(.)|([{}$~&^])|(\n[ \t]*\n)|([" + re.escape(classes.SYMBOL_CHARACTERS) + "])", re.DOTALL
)
_ORCID = pattern(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_SUPERSCRIPT = pattern(r"\^\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[A-Za-z]+|\\.|[^\s{}]))")
_COMMAND = pattern(r"\\([A-Za-z]+|.)\s*")
_MARK_TEXT = pattern(r"[\W_]*(?:[A-Za-z]{1,2}|\d{1,3})?(?:[\W_]+(?:[A-Za-z]|\d{1,3}))*[\W_]*")
_BARE_MARK = pattern(r"\(?(?:\d{1,3}|[a-zA-Z])\)?(?:\s*,\s*(?:\d{1,3}|[a-zA-Z*]))*[).]?")
_DIMENSION = pattern(r"\s*-?\d*\.?\d+\s*(?:pt|cm|mm|in|ex|em|baselineskip|\\\w+)(?:\s*(?:plus|minus)\s*[\d.]+\w+)*")
_UNKNOWN_MARK = pattern(r"\d{1,3}(?:\s*,\s*\d{1,3})*|[a-z*](?:\s*,\s*[a-z*])*")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MATH_FONTS = pattern(
    r"\\(?:text|mathrm|rm|textrm|mathit|mathsf|mathbf|it|sf|bf|small|tiny|scriptstyle|scriptsize|ensuremath)\b"
)
_WRAPPED = pattern(r"\\([A-Za-z]+)\s*\{([^{}]*)\}")
_TRANSPARENT = frozenset(
    {"textsuperscript", "textsubscript", "textnormal", "textup", "mbox", "hbox", "ref", "sup", "up", "inst"}
)
_ACCENTS = {
    "grave": "`", "acute": "'", "hat": "^", "widehat": "^", "tilde": "~", "widetilde": "~", "bar": "=", "dot": ".",
    "ddot": '"', "check": "v", "breve": "u", "mathring": "r",
}  # fmt: skip
_MATH_ACCENT = pattern(
    r"\s*\\("
    + "|".join(sorted(_ACCENTS))
    + r")\s*(?:\{\s*(?:\\(?:rm|mathrm|text)\s*)?(\\?[A-Za-z])\s*\}|\s([A-Za-z]))\s*"
)
_HEADINGS = frozenset({"affiliations", "emails", "affiliation", "email"})
_DEPTH = 24
_LONG = 2000
"""characters up to which an argument's items are remembered"""


class Item(NamedTuple):
    """One item, with its stretch in the strip."""

    kind: str
    """text, mark, notemark, and, line, gap, comma, tab, part, at, email, web, orcid, note, block, named, label,
    begin"""
    text: str
    """of a note, the key of its mark (``\\footnotetext[1]{..}``)"""
    start: int
    end: int


def mark(raw: str) -> str:
    """A mark as printed: symbols as characters, digits and letters as they are."""
    text = _WRAPPED.sub(lambda m: m[2] if m[1] in _TRANSPARENT or not m[2] else ",", _MATH_FONTS.sub("", raw))
    text = _COMMAND.sub(lambda m: _symbol(m[1]), text)
    return re.sub(r"[{}$^~\s]+", " ", text).replace("∗", "*").strip()


def _symbol(command: str) -> str:
    known = classes.SYMBOLS.get(command) or classes.MARK_SYMBOLS.get(command)
    return known or ("" if command.isalpha() else command.strip(",;:! "))


def items(strip: Strip, macros: Mapping[str, str] | None = None) -> list[Item]:
    """All items of *strip*; *macros* are the user's own without arguments (``\\orcidauthorA``)."""
    if len(strip.text) > _LONG:
        return _Walk(strip.text, macros or {}).run(0, len(strip.text), 0)
    return list(_remembered(strip.text, tuple(macros.items()) if macros else ()))


@lru_cache(maxsize=1024)
def _remembered(text: str, macros: tuple[tuple[str, str], ...]) -> tuple[Item, ...]:
    return tuple(_Walk(text, dict(macros)).run(0, len(text), 0))


class _Walk:
    def __init__(self, text: str, macros: Mapping[str, str]) -> None:
        self.text = text
        self.macros = macros
        self.out: list[Item] = []

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

    def add(self, kind: str, start: int, end: int, text: str | None = None) -> None:
        self.out.append(Item(kind, self.text[start:end] if text is None else text, start, end))

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
            here += self.text.startswith("*", here)
            opened = gap(self.text, here)
            if self.text.startswith("[", opened) and (close := closing(self.text, opened, 40)) > 0:
                here = close + 1
            self.add("line", start, here)
        elif char in "'`^\"~=.":
            here = self.accent(here)
            self.add("text", start, here)
        elif char in "(":
            close = self.text.find("\\)", here)
            return self.formula(here, close, close + 2) if 0 < close < here + 200 else here
        elif char in classes.SYMBOLS:
            self.add("mark", start, here, classes.SYMBOLS[char])
        elif char in " ,;:!>/\n":
            self.add("text", start, here, "" if char in "!/" else " ")
        elif char != "-":
            self.add("text", start, here)
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
        raised = [m[1] if m[1] is not None else m[2] for m in _SUPERSCRIPT.finditer(inner)]
        if raised:
            self.add("mark", start - 1, after, mark(",".join(raised)))
            rest = _SUPERSCRIPT.sub("", inner).strip("{}_ ,;")
            if rest and not rest.startswith("\\"):
                self.add("text", start, stop, rest)
        elif (symbols := mark(inner)).strip(" ,") and all(
            c in "".join(classes.SYMBOLS.values()) + " ,*" for c in symbols
        ):
            self.add("mark", start - 1, after, symbols)
        elif inner.strip() in ("\\_", "_"):
            self.add("text", start, after, "_")
        else:
            self.add("text", start - 1, after)
        return after

    def raised(self, start: int, here: int) -> int:
        if self.text.startswith("{", here) and (close := closing(self.text, here, 200)) > 0:
            self.add("mark", start, close + 1, mark(self.text[here + 1 : close]))
            return close + 1
        self.add("mark", start, here + 1, mark(self.text[here : here + 1]))
        return here + 1

    def command(self, name: str, start: int, here: int, end: int, depth: int) -> int:
        text = self.text
        if name[0] == "@":  # \@ before a word is the sign, not a macro's name
            self.add("text", start, start + 2, "@")
            return start + 2
        if name in classes.LETTERS:
            return self.letter(name, start, here)
        if name in classes.ACCENTS and name not in self.macros:
            here = self.accent(here)
            self.add("text", start, here)
            return here
        for kind, names in _PLAIN:
            if name in names:
                return self.simple(kind, name, start, here)
        if name in classes.SYMBOLS and not text.startswith("{", here):
            self.add("mark", start, here, classes.SYMBOLS[name])
            return here + (text.startswith("{}", here) and 2)
        if name in ("begin", "end"):
            return self.environment(name, start, here)
        if name in classes.DROPPED:
            found, behind, _ = (
                arguments(text, here, classes.DROPPED[name]) if classes.DROPPED[name] else ([], here, False)
            )
            dimension = None if found else _DIMENSION.match(text, here)
            return dimension.end() if dimension else behind
        return self.with_argument(name, start, here, end, depth)

    def letter(self, name: str, start: int, here: int) -> int:
        text = self.text
        behind = here + (2 if text.startswith("{}", here) else 0)
        if behind == here:
            while text[behind : behind + 1] == " ":
                behind += 1
        self.add("text", start, behind, "\\" + name + "{}")
        return behind

    def simple(self, kind: str, name: str, start: int, here: int) -> int:
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
        if name == "begin" and kind in classes.WITH_ARGUMENT:
            _, behind, _ = arguments(self.text, behind, 2 if kind in ("tabularx", "tabulary") else 1)
        if kind in ("tabular", "minipage", "center", "tabularx", "affiliations", "array", "multicols"):
            self.add("line" if kind not in ("tabular", "array", "tabularx") else "gap", start, behind)
            if name == "begin" and kind == "minipage":
                self.add("begin", behind, behind)
        return behind

    def with_argument(self, name: str, start: int, here: int, end: int, depth: int) -> int:
        found, behind, _ = arguments(self.text, here, 1)
        groups = [a for a in found if a.open == "{"]
        options = [a for a in found if a.open == "["]
        if name == "href":
            return self.href(start, here, end, depth)
        if name in ("url", "path", "nolinkurl"):
            return self.url(start, here, groups, behind)
        if name in classes.ORCIDS or (name.startswith("orcid") and len(name) <= 7):
            return self.orcid(name, start, here, groups, behind)
        if name in classes.NOTE_MARKS:
            inner = ",".join(self.text[a.start : a.end] for a in (groups or options))
            numbered = name == "footnotemark" and inner.strip().isdigit()
            self.add("notemark", start, behind, f"{inner},thanks:{inner.strip()}" if numbered else inner)
            return behind
        if name in classes.MAILS and groups:
            orcid = _ORCID.fullmatch(self.text[groups[0].start : groups[0].end].strip())
            if orcid:
                self.add("orcid", start, behind, orcid[1].upper())
            elif options == [] or "url" not in self.text[options[0].start : options[0].end]:
                self.add("email", groups[0].start, groups[0].end)
            return behind
        if name in classes.TWO_IN_BLOCK:
            return self.labelled(start, here)
        if not groups:
            if name in _HEADINGS:
                self.add("line", start, here)
            elif name == "addr":
                self.add("line", start, start)
                self.add("begin", start, here)
            return here if name not in classes.MARKS or not options else behind
        return self.with_group(name, start, here, groups[0], behind, end, depth)

    def with_group(self, name: str, start: int, here: int, group: Arg, behind: int, end: int, depth: int) -> int:
        inner = self.text[group.start : group.end]
        if name in classes.MARKS or (name in classes.BLOCKS and _BARE_MARK.fullmatch(inner.strip())):
            return self.marked(name, inner, start, group, behind, depth)
        for kind, names in (("note", classes.NOTES), ("block", classes.BLOCKS), ("named", classes.NAMED)):
            if name in names and not (name in classes.PARTS and kind == "block" and depth):
                key = self.text[here : group.start - 1].strip(" *[]\n") if kind == "note" else None
                self.add(kind, group.start, group.end, key)
                return behind
        if name == "label":
            self.add("label", group.start, group.end, inner.strip())
            return behind
        return self.transparent(name, start, here, group, end, depth)

    def labelled(self, start: int, here: int) -> int:
        """A label and an affiliation: as a line of its own."""
        found, behind, _ = arguments(self.text, here, 2)
        groups = [a for a in found if a.open == "{"]
        if len(groups) == 2:
            self.add("line", start, start)
            self.add("mark", start, groups[0].end, mark(self.text[groups[0].start : groups[0].end]))
            self.run(groups[1].start, groups[1].end, 1)
            self.add("line", behind, behind)
        return behind

    def transparent(self, name: str, start: int, here: int, group: Arg, end: int, depth: int) -> int:
        before = classes.SECOND.get(name, 0)
        found, behind, _ = arguments(self.text, here, before + 1)
        groups = [a for a in found if a.open == "{"]
        inner = groups[-1] if groups else group
        content = self.text[inner.start : inner.end]
        if (
            name in ("textbf", "bf", "textit", "bm")
            and _BARE_MARK.fullmatch(content.strip())
            and len(content.strip()) < 4
            and content.strip().rstrip(".").isdigit()
        ):
            self.add("mark", start, behind, content.strip().strip("()."))
            return behind
        if before == 0 and name not in classes.PARTS and _UNKNOWN_MARK.fullmatch(content.strip()):
            self.add("mark", start, behind, mark(content))
            return behind
        if depth >= _DEPTH:
            return inner.end + 1
        part = name in classes.PARTS
        if part:
            self.add("part", start, inner.start, "")
        elif name in classes.GIVEN_FAMILY and self.out:
            self.add("text", start, inner.start, " ")
        self.run(inner.start, inner.end, depth + 1)
        if part:
            self.add("part", inner.end, inner.end, "")
        elif before == 0 and self.text.startswith("{", behind) and name not in classes.FONTS:
            self.add("text", behind, behind, " ")  # ``\\coord{Anna}{Muster}{1}``
        return max(behind, inner.end + 1)

    def marked(self, name: str, inner: str, start: int, group: Arg, behind: int, depth: int) -> int:
        text = mark(inner)
        if text in _ORDINALS:
            self.add("ordinal", start, behind, text)
        elif (
            "@" in inner
            or (len(text) > 24 and " " in text.strip() and not re.search(r"\d", text))
            or (name in ("sup", "up", "super") and not _MARK_TEXT.fullmatch(text))
        ):
            self.run(group.start, group.end, depth + 1)
        else:
            if _ORCID.search(inner):
                self.orcid(name, start, start, [group], behind)
            self.add("mark", start, behind, text)
        return behind

    def href(self, start: int, here: int, end: int, depth: int) -> int:
        found, behind, _ = arguments(self.text, here, 2)
        groups = [a for a in found if a.open == "{"]
        if len(groups) < 2:
            return behind if groups else here
        target = self.text[groups[0].start : groups[0].end]
        orcid = _ORCID.search(target)
        if orcid:
            self.linked(groups[1], depth)
            self.add("orcid", start, behind, orcid[1].upper())
        elif target.strip().startswith("mailto:"):
            printed = self.text[groups[1].start : groups[1].end]
            which = groups[1] if "@" in printed else groups[0]
            self.add("email", which.start, which.end, self.text[which.start : which.end].replace("mailto:", ""))
        else:
            self.run(groups[1].start, groups[1].end, min(depth + 1, _DEPTH))
        return behind

    def linked(self, group: Arg, depth: int) -> None:
        """A name that links to its ORCID is a name all the same."""
        known = len(self.out)
        self.run(group.start, group.end, min(depth + 1, _DEPTH))
        shown = printed([i for i in self.out[known:] if i.kind in ("text", "gap")])
        if " " not in shown or "orcid" in shown.lower() or not looks.name(shown):
            del self.out[known:]

    def url(self, start: int, here: int, groups: list[Arg], behind: int) -> int:
        if groups:
            inner, first, last = self.text[groups[0].start : groups[0].end], groups[0].start, groups[0].end
        else:
            quote = self.text[here : here + 1]
            close = self.text.find(quote, here + 1, here + 200) if quote and not quote.isalnum() else -1
            if close < 0:
                return here
            inner, first, last, behind = self.text[here + 1 : close], here + 1, close, close + 1
        orcid = _ORCID.search(inner) if "orcid" in inner else None
        if orcid:
            self.add("orcid", start, behind, orcid[1].upper())
        else:
            self.add("email" if "@" in inner else "web", first, last)
        return behind

    def orcid(self, name: str, start: int, here: int, groups: list[Arg], behind: int) -> int:
        inner = self.text[groups[0].start : groups[0].end] if groups else ""
        inner = inner if _ORCID.search(inner) else self.macros.get("orcidauthor" + name[5:], "") if name[5:] else inner
        found = _ORCID.search(inner)
        if found:
            self.add("orcid", start, behind, found[1].upper())
        return behind if groups else here


_PLAIN = (
    ("and", classes.ANDS),
    ("comma", classes.COMMAS),
    ("line", classes.BREAKS),
    ("gap", classes.GAPS),
    ("at", frozenset({"at"})),
)


def printed(row: list[Item]) -> str:
    """The text of a row of items, parts and lines joined by commas."""
    out = ""
    chunk = ""
    for item in row:
        if item.kind in ("part", "line", "tab"):
            out, chunk = _join(out, plain(chunk)), ""
        elif item.kind in ("text", "gap", "and"):
            chunk += {"text": item.text, "gap": " ", "and": " and "}[item.kind]
    return _join(out, plain(chunk))


def _join(left: str, right: str) -> str:
    if not left or not right:
        return left or right
    if left[-1] in ",;:" or left[-1] == "-" or right[0] in ",;.)":
        return left + ("" if left[-1] == "-" or right[0] in ",;.)" else " ") + right
    return left + ", " + right
