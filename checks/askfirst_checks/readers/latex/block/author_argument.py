r"""The argument of ``\author`` and its like: names with their marks, and the affiliation lines beneath them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.draft import Book, Loose
from askfirst_checks.readers.latex.block.affiliation_lines import lead_numbers, read_place
from askfirst_checks.readers.latex.block.mark_positions import fronted, unbracketed
from askfirst_checks.readers.latex.block.name_institute_groups import bracketed, groups
from askfirst_checks.readers.latex.block.name_lines import Names
from askfirst_checks.readers.latex.tokens.lines import EDGE, columns, mail_behind, only_names, segments, shifted, split
from askfirst_checks.readers.latex.tokens.token import has, only, without
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Strip

_ACRONYMS = pattern(r"\s*[A-Z]{2,8}(?:\s*[-/–]\s*[A-Z]{2,8})+\s*")
"""a university and its faculty by their short names (``UTN - FRC``)"""
_AHEAD = 8
"""lines that are looked at to tell what one is"""


class Line(NamedTuple):
    """A line of an author argument."""

    row: list[Item]
    text: str
    mails: list[tuple[str, Span]]
    rest: list[list[Item]]
    """the lines beneath, as far as they are looked at"""


class Reader(Names):
    """Reads author arguments of one document into its book."""

    def __init__(self, book: Book, strip: Strip, macros: Mapping[str, str]) -> None:
        super().__init__(book, strip)
        self.macros = macros
        self.filled = False
        """an affiliation line was read since the last name"""
        self.pending: list[Item] = []
        """affiliation lines not entered yet"""
        self.mixed = False
        """a line of it held people and their institute"""
        self.outside = False
        """the document gives its affiliations in macros of their own"""
        self.ended = False
        """what follows in the block is about supervisors"""

    def read(self, row: list[Item] | None = None, *, fresh: bool = True) -> list[int]:
        """Read the whole argument; the authors entered, by index. Not *fresh*: the people read before stay open."""
        first = len(self.book.authors)
        row = items(self.strip, self.macros) if row is None else row
        placed = before = len(self.book.places)
        last = first
        blocks = split(row, "and")
        for block in blocks:
            before, last = (len(self.book.places), len(self.book.authors)) if block is blocks[-1] else (before, last)
            for column in columns(block):
                self._column(column, fresh=fresh)
                fresh = True
        self._of_all(first, last, before, placed)
        return list(range(first, len(self.book.authors)))

    def _column(self, column: list[Item], *, fresh: bool) -> None:
        """Read a column of a block; where it is *fresh*, nobody is named yet."""
        self._flush()
        self.people, self.filled, self.hidden = self.people if not fresh else [], False, False
        self.mixed = self.ended = False
        lines = self._joined(split(column, "line"))
        for index, line in enumerate(lines):
            self._line(line, lines[index + 1 : index + 1 + _AHEAD])
        self._flush()

    def _joined(self, lines: list[list[Item]]) -> list[list[Item]]:
        """*lines* as one, where each is a name and nothing else."""
        if not only_names(lines, 2 if self.outside else 3) or any(groups(line, strict=True) for line in lines):
            return lines
        return [[i for line in lines for i in [*line, Item("comma", "", line[-1].end, line[-1].end)]]]

    def _of_all(self, first: int, last: int, before: int, placed: int) -> None:
        """Give what stands beneath the last of several names to all of them, where no other has anything beneath."""
        everybody = range(first, len(self.book.authors))
        if not first < last < len(everybody) + first or before > placed or self.outside:
            return
        if any(self.book.authors[n].marks or self.book.authors[n].affiliations for n in everybody):
            return
        for place in self.book.places[before:]:
            if not place.labels and place.owners == list(range(last, everybody.stop)):
                place.owners = list(everybody)

    def _line(self, line: list[Item], rest: list[list[Item]]) -> None:
        if self.ended or (self.hidden and not self.people):
            return
        if has(line, "begin"):
            self._flush()
            line = without(line, "begin")
        if has(line, "block", "named"):
            self._nested(line)
        else:
            self._flat(self._arranged(line), rest)

    def _flat(self, line: list[Item], rest: list[list[Item]]) -> None:
        """Read a line without blocks."""
        text = printed(only(line, "text", "gap", "part"))
        found = self._mails(line)
        if self.book.authors and line_kinds.supervision(text):
            self.ended = True
        elif text.strip(EDGE) or found:
            self._told(Line(line, text, found, rest))
        else:
            if self.pending and _next_people(rest):
                self._flush()
            self._marks_only(line)

    def _arranged(self, line: list[Item]) -> list[Item]:
        """*line* with its marks, numbers and addresses where they are looked for."""
        line = [i._replace(text=line_kinds.without_parts_played(i.text)) if "(" in i.text else i for i in line]
        line = lead_numbers(unbracketed(line), self.book)
        if not self.book.authors and _leads(line):
            line = fronted(line)
        return mail_behind(line) if self._open_end() or not self.people else line

    def _told(self, line: Line) -> None:
        """Give a line of its own words to the first layout it has."""
        for layout in LAYOUTS:
            if layout(self, line):
                return

    def led(self, line: Line) -> bool:
        """A mark, and the affiliation that it stands for."""
        if not (_leads(line.row) and line.text.strip(EDGE)):
            return False
        self._flush()
        self.filled = True
        self.pending = list(line.row)
        return True

    def addressed(self, line: Line) -> bool:
        """Addresses alone, or with the words that announce them."""
        if not line.mails or self._names_with_mail(line.row):
            return False
        if self.people and not self._mail_line(line.text, line.mails):
            return False
        self._flush()
        self._addresses(line.row, line.mails)
        return True

    def team(self, line: Line) -> bool:
        """A collaboration behind the authors."""
        named = line_kinds.team(line_kinds.spokesperson(line.text)) and not line_kinds.affiliation(line.text)
        if not named or self.people or not self.book.authors:
            return False
        self.book.teams.append((line.text, self.strip.span(line.row[0].start, line.row[-1].end)))
        return True

    def remark(self, line: Line) -> bool:
        """A remark on authors: a note."""
        if not (line_kinds.remark(line.text) and (self.people or self.book.authors)):
            return False
        self._flush()
        self.book.notes.append(self._note(line.row[0].start, line.row[-1].end, None, []))
        return True

    def together(self, line: Line) -> bool:
        """People with their institute in one comma list, once or several times."""
        shared = bracketed(line.row) or groups(line.row, strict=bool(self.people) and not self.mixed)
        if shared:
            self._shared(shared)
        return bool(shared)

    def named(self, line: Line) -> bool:
        """Names."""
        if not self._are_names(line.row, line.text, line.rest):
            return False
        self._flush()
        if self.filled:
            self.people, self.filled = [], False
        self._names(line.row)
        return True

    def placed(self, line: Line) -> bool:
        """A line of an affiliation: what nothing else is."""
        self.filled = True
        if self.pending:
            self.pending.append(Item("line", "", line.row[0].start, line.row[0].start))
        self.pending += line.row
        return True

    def _shared(self, shared: list[tuple[list[Item], list[Item]]]) -> None:
        """People with their institute in one comma list; one line may hold several such groups."""
        self.mixed = True
        for names, institute in shared:
            self._fresh()
            self._names(names)
            self.filled = True
            self.pending = institute

    def _names_with_mail(self, line: list[Item]) -> bool:
        """``Name \\email{a@b}`` on one line: the address belongs to the name."""
        before = []
        for item in line:
            if item.kind == "email":
                break
            before.append(item)
        text = printed(only(before, "text", "gap"))
        if line_kinds.remark(text):
            return False
        free = not self.people or self._open_end()
        return len(before) < len(line) and free and any(line_kinds.name(n.strip(EDGE)) for n in text.split(","))

    def _mail_line(self, text: str, found: list[tuple[str, Span]]) -> bool:
        rest = text
        for address, _ in found:
            rest = rest.replace(address, "")
        return (len(rest.strip(EDGE)) < 40 and not line_kinds.institution(rest)) or line_kinds.remark(text)

    def _mails(self, line: list[Item]) -> list[tuple[str, Span]]:
        if not line:
            return []
        inside = only(line, "email")
        if inside:
            return [pair for i in inside for pair in self._addresses_in(i.start, i.end)]
        plainly = only(line, "text", "web", "mark")
        if not plainly or not any("@" in i.text for i in plainly):
            return []
        return self._addresses_in(plainly[0].start, plainly[-1].end)

    def _addresses(self, line: list[Item], found: list[tuple[str, Span]]) -> None:
        loose = Loose(found, self.book.group, list(self.people))
        loose.marks = [i.text for i in line if i.kind == "mark"]
        loose.hints = [printed(only(line, "text", "gap"))]
        self.book.loose.append(loose)
        self.filled = self.filled or bool(self.people)

    def _marks_only(self, line: list[Item]) -> None:
        for item in line:
            self._attach(item)

    def _flush(self) -> None:
        """Enter the pending affiliation lines as one affiliation of the block's authors."""
        row, self.pending = self.pending, []
        if row:
            read_place(self.book, self.strip, row, owners=list(self.people), macros=self.macros, inline=True)

    def _nested(self, line: list[Item]) -> None:
        """IEEE's and interact's blocks inside the argument."""
        run: list[Item] = []
        for item in [*line, Item("end", "", 0, 0)]:
            if item.kind not in ("block", "named", "end"):
                run.append(item)
                continue
            self._between_blocks(run)
            run = []
            if item.kind == "named":
                self._fresh()
                for part in split(self._inside(item), "line"):
                    self._names([Item("comma", "", i.start, i.end) if i.kind == "and" else i for i in part])
            elif item.kind == "block":
                self._flush()
                self.filled = True
                self._place(self._inside(item))

    def _between_blocks(self, run: list[Item]) -> None:
        """Read what stands before a block, or behind the last: names, or the affiliation of those named."""
        said = printed(run)
        if not said.strip(EDGE):
            self._marks_only(run)
        elif self.people and (line_kinds.affiliation(said) or _ACRONYMS.fullmatch(said)):
            self._place(run)
        else:
            self._fresh()
            self._names(run)

    def _inside(self, block: Item) -> list[Item]:
        return shifted(items(self.strip.cut(block.start, block.end), self.macros), block.start)

    def _place(self, row: list[Item]) -> None:
        """Enter *row* as an affiliation of the block's authors."""
        read_place(self.book, self.strip, row, owners=list(self.people), macros=self.macros)

    def _fresh(self) -> None:
        self._flush()
        if self.filled:
            self.people, self.filled = [], False

    def _are_names(self, line: list[Item], text: str, rest: list[list[Item]]) -> bool:
        """Whether a line is names: by itself, by its marks, by what stands before and beneath it."""
        if not self.people:
            return self._begin_names(line, text, rest)
        names = [line_kinds.spokesperson(name) for name in segments(line)]
        if not names or not all(map(_can_be_name, names)):
            return False
        if _has_marked_name(line) or self._open_end():
            return True
        return all(" " in name for name in names) and self._are_followed(text, rest)

    def _are_followed(self, text: str, rest: list[list[Item]]) -> bool:
        """Whether what stands beneath a line that could be names says that it is."""
        following = next(filter(_says, (printed(only(r, "text", "gap")) for r in rest)), "")
        if line_kinds.is_cut_between(text.strip(EDGE), following.strip(EDGE)):
            return False
        if self.filled:
            return line_kinds.institution(following) and not self.pending_open()
        return not self._company(text, rest) and line_kinds.affiliation(following) and "@" not in following

    def _begin_names(self, line: list[Item], text: str, rest: list[list[Item]]) -> bool:
        """The same where nobody is named yet."""
        first = not self.book.authors
        if first and line_kinds.titled(text) and _next_names(rest):
            return False
        return first or not line_kinds.institution(text) or has(line, "mark")

    def _company(self, text: str, rest: list[list[Item]]) -> bool:
        """Whether an address beneath belongs to what *text* names: ``Zortex Ltd`` above ``anna@zortex.example``."""
        word = text.strip(EDGE).partition(" ")[0].casefold()
        hosts = [address.partition("@")[2] for line in rest for address, _ in self._mails(line)]
        return len(word) > 3 and any(word in host for host in hosts)

    def pending_open(self) -> bool:
        """Whether an affiliation is being read that no address has closed."""
        return bool(self.pending)

    def _open_end(self) -> bool:
        return self._comma and not self.filled


LAYOUTS: tuple[Callable[[Reader, Line], bool], ...] = (
    Reader.led,
    Reader.addressed,
    Reader.team,
    Reader.remark,
    Reader.together,
    Reader.named,
    Reader.placed,
)
"""what a line may be, the surest first; each reads the line and says so, or leaves it to the next"""


def _has_marked_name(line: list[Item]) -> bool:
    """Whether *line* begins with words and has marks behind them."""
    if not has(line, "mark", "note", "orcid", "notemark"):
        return False
    return next((i.kind == "text" for i in line if i.kind in ("mark", "text") and i.text.strip()), False)


def _says(text: str) -> bool:
    return bool(text.strip(EDGE))


def _can_be_name(text: str) -> bool:
    """Whether *text* is a name, or what follows one: a degree, "Jr."."""
    is_name = line_kinds.name(line_kinds.untitled(text)) and not line_kinds.post(text)
    return is_name or line_kinds.degree(text) or line_kinds.SUFFIX.match(text) is not None


def _next_names(rest: list[list[Item]]) -> bool:
    """Whether the next line is full names alone, as beneath an institution that heads the block."""
    line = next((r for r in rest if printed(r).strip(EDGE)), [])
    return bool(line) and all(line_kinds.full_name(name) for name in segments(line))


def _next_people(rest: list[list[Item]]) -> bool:
    """Whether behind a blank line come full names alone and an institution beneath them."""
    said = [line for line in rest if printed(line).strip(EDGE)]
    return len(said) > 1 and _next_names(said) and line_kinds.institution(printed(said[1]))


def _leads(line: list[Item]) -> bool:
    """Whether a mark begins *line*."""
    lead = (i for i in line if i.kind in ("mark", "email") or (i.kind == "text" and i.text.strip(" {}\n\t")))
    return next((i.kind == "mark" for i in lead), False)
