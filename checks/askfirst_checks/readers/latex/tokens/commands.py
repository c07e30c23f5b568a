"""Macros with arguments inside an author or affiliation argument: notes, marks, addresses, links, parts."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.tokens.token import Kind, Row, mark, only, printed
from askfirst_checks.readers.tex.arguments import Arg, arguments
from askfirst_checks.readers.tex.plain_text import plain

_ORCID = pattern(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_MARK_TEXT = pattern(r"[\W_]*(?:[A-Za-z]{1,2}|\d{1,3})?(?:[\W_]+(?:[A-Za-z]|\d{1,3}))*[\W_]*")
_BARE_MARK = pattern(r"\(?(?:\d{1,3}|[a-zA-Z])\)?(?:\s*,\s*(?:\d{1,3}|[a-zA-Z*]))*[).]?")
_UNKNOWN_MARK = pattern(r"\d{1,3}(?:\s*,\s*\d{1,3})*|[a-z*](?:\s*,\s*[a-z*])*")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_DEPTH = 24
_HOLDING: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("note", generic.NOTES),
    ("block", generic.BLOCKS),
    ("named", generic.NAMED),
)
"""macros that hold what is read apart"""
_SPELLED = pattern(r"(?:\\(?:" + "|".join(sorted(generic.FONTS)) + r")\s?\{[^\W\d_]\}){3,}")
"""a word set letter by letter"""


def _is_within_word(text: str, name: str, start: int, behind: int, content: str) -> bool:
    """Whether a group of one letter is part of a word: ``\\underline{P}\\underline{y}ongyang``."""
    if len(content) != 1 or not content.isalpha():
        return False
    if name in generic.FONTS and _is_spelled(text, start, behind):
        return True
    if text[start - 1 : start].isspace() or not start:
        return False
    return text[behind : behind + 1].islower() or (content.islower() and _is_behind_capital(text, name, start))


def _is_behind_capital(text: str, name: str, start: int) -> bool:
    """Whether the group before it, of the same macro, holds a capital."""
    begun = text[start - 1 : start] == "}" and text[max(0, start - len(name) - 4) : start - 2] == f"\\{name}{{"
    return begun and text[start - 2].isupper()


def _is_spelled(text: str, start: int, behind: int) -> bool:
    """Whether a group is one of several that spell a word."""
    runs = _SPELLED.finditer(text, max(0, start - 200), behind + 60)
    return any(run.start() <= start < run.end() for run in runs)


def _opened_by(sign: str, found: list[Arg]) -> list[Arg]:
    """The arguments that begin with a brace, or with a bracket."""
    return [a for a in found if a.open == sign]


def _is_orcid(name: str) -> bool:
    return name in generic.ORCIDS or (name.startswith("orcid") and len(name) <= 7)


def _held_as(name: str, depth: int) -> Kind | None:
    """What a macro's argument is that is read apart; None where it is not."""
    for kind, names in _HOLDING:
        if name in names and not (name in generic.PARTS and kind == "block" and depth):
            return kind
    return None


class Commands(Row):
    """The part of the walk that reads a macro with its arguments."""

    def with_argument(self, name: str, start: int, here: int, end: int, depth: int) -> int:
        found, behind, _ = arguments(self.text, here, 1)
        groups, options = _opened_by("{", found), _opened_by("[", found)
        if name == "href":
            return self.href(start, here, end, depth)
        if name in ("url", "path", "nolinkurl"):
            return self.url(start, here, groups, behind)
        if _is_orcid(name):
            return self.orcid(name, start, here, groups, behind)
        if name in generic.NOTE_MARKS:
            return self.referring(name, start, groups or options, behind)
        if name in generic.MAILS and groups:
            return self.mailed(start, groups[0], options, behind)
        if name in generic.TWO_IN_BLOCK:
            return self.labelled(start, here)
        if not groups:
            return self.without_group(name, start, here, options, behind)
        return self.with_group(name, start, here, groups[0], behind, end, depth)

    def referring(self, name: str, start: int, found: list[Arg], behind: int) -> int:
        """A mark that refers to a note."""
        inner = ",".join(self.text[a.start : a.end] for a in found)
        numbered = name == "footnotemark" and inner.strip().isdigit()
        self.add("notemark", start, behind, f"{inner},thanks:{inner.strip()}" if numbered else inner)
        return behind

    def mailed(self, start: int, group: Arg, options: list[Arg], behind: int) -> int:
        """An address in a macro for it; some set an ORCID with it, elsarticle an address of the web."""
        orcid = _ORCID.fullmatch(self.text[group.start : group.end].strip())
        if orcid:
            self.add("orcid", start, behind, orcid[1].upper())
        elif not options or "url" not in self.text[options[0].start : options[0].end]:
            self.add("email", group.start, group.end)
        return behind

    def without_group(self, name: str, start: int, here: int, options: list[Arg], behind: int) -> int:
        if name in generic.HEADINGS:
            self.add("line", start, here)
        elif name in generic.BEGINS:
            self.add("line", start, start)
            self.add("begin", start, here)
        elif name in generic.MARKS_IN_BRACKETS and options:
            self.add("mark", start, behind, mark(self.text[options[0].start : options[0].end]))
            return behind
        return here if name not in generic.MARKS or not options else behind

    def with_group(self, name: str, start: int, here: int, group: Arg, behind: int, end: int, depth: int) -> int:
        inner = self.text[group.start : group.end]
        if name in generic.MARKS or (name in generic.BLOCKS and _BARE_MARK.fullmatch(inner.strip())):
            return self.marked(name, inner, start, group, behind, depth)
        kind = _held_as(name, depth)
        if kind is not None:
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
        """A macro that prints its argument, unless that is a mark."""
        before = generic.SECOND.get(name, 0)
        found, behind, _ = arguments(self.text, here, before + 1)
        groups = _opened_by("{", found)
        inner = groups[-1] if groups else group
        content = self.text[inner.start : inner.end]
        printed_mark = self.mark_in(name, start, behind, content, before)
        if printed_mark:
            self.add("mark", start, behind, printed_mark)
            return behind
        if depth >= _DEPTH:
            return inner.end + 1
        label = self.number_of(found, content) if before == 0 else ""
        if label:
            return self.numbered(label, start, inner, depth)
        if name in ("centerline", "leftline", "rightline"):
            self.add("line", start, start)
            self.run(inner.start, inner.end, depth + 1)
            self.add("line", inner.end, inner.end)
        else:
            self.opened(name, start, inner, depth, behind if before == 0 else -1)
        return max(behind, inner.end + 1)

    def number_of(self, found: list[Arg], content: str) -> str:
        """The number that stands in brackets before an affiliation; empty where none does."""
        label = self.text[found[0].start : found[0].end] if found and found[0].open == "[" else ""
        return label if _BARE_MARK.fullmatch(label.strip()) and line_kinds.affiliation(plain(content)) else ""

    def mark_in(self, name: str, start: int, behind: int, content: str, before: int) -> str:
        """The mark that a macro prints which sets its argument (``\\textbf{1}``); empty where it is none."""
        bare = content.strip()
        bold = name in ("textbf", "bf", "textit", "bm") and len(bare) < 4 and bare.rstrip(".").isdigit()
        if bold and _BARE_MARK.fullmatch(bare):
            return bare.strip("().")
        is_mark = before == 0 and name not in generic.PARTS and _UNKNOWN_MARK.fullmatch(bare)
        return mark(content) if is_mark and not _is_within_word(self.text, name, start, behind, content) else ""

    def opened(self, name: str, start: int, inner: Arg, depth: int, behind: int) -> None:
        """What stands in a group, with what parts it from its neighbours; *behind* it, where a group may follow."""
        part = name in generic.PARTS
        if name == "parbox":
            self.add("line", start, start)
            self.add("begin", start, start)
        if part:
            self.add("part", start, inner.start, "")
        elif name in generic.GIVEN_FAMILY and self.out:
            self.add("text", start, inner.start, " ")
        self.run(inner.start, inner.end, depth + 1)
        if part:
            self.add("part", inner.end, inner.end, "")
        elif behind >= 0 and self.text.startswith("{", behind) and name not in generic.FONTS:
            self.add("text", behind, behind, " ")  # ``\\coord{Anna}{Muster}{1}``

    def numbered(self, label: str, start: int, group: Arg, depth: int) -> int:
        r"""An affiliation and its number in a macro of a class nobody listed: ``\affn[13]{Sample University}``."""
        self.add("line", start, start)
        self.add("mark", start, group.start, mark(label))
        self.run(group.start, group.end, depth + 1)
        self.add("line", group.end, group.end)
        return group.end + 1

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
        shown = printed(only(self.out[known:], "text", "gap"))
        if " " not in shown or "orcid" in shown.lower() or not line_kinds.name(shown):
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
