"""From calls to a book: what each macro of the table does to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import ALSO, Book, Loose, Note, Place, thanks
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.bindings.families import MACROS, signature_of
from askfirst_checks.readers.latex.block.affiliation_lines import read_institutes, read_place, split_and
from askfirst_checks.readers.latex.block.affiliation_lists import read_several
from askfirst_checks.readers.latex.block.author_argument import Reader
from askfirst_checks.readers.latex.block.nested_lists import (
    beneath,
    bracketed_people,
    given_first,
    institutes,
    joined,
    passes_on,
    relisted,
)
from askfirst_checks.readers.latex.block.notes import locate_in, note_of
from askfirst_checks.readers.latex.block.options import note_marks, read_option, split_commas
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.scan.scanner import Call
from askfirst_checks.readers.latex.tokens.token import only
from askfirst_checks.readers.latex.tokens.tokenizer import items, mark
from askfirst_checks.readers.source.mapped_text import Builder, Strip
from askfirst_checks.readers.tex.arguments import Arg
from askfirst_checks.readers.tex.plain_text import plain

_ORCID = pattern(r"(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
_INVERTED = pattern(r"\s*[^\s,;{}&$^]+\s*,\s*(?!(?:and|und|[Jj]r|[Ss]r|I{1,3}|IV|M\.?D|Ph\.?\s?D)\b)[^,;&^$]+")
"""``Family, Given``"""
_WORDS = pattern(r"[^\W\d_]{3,}\s+[^\W\d_]{2,}")
"""a short name in brackets (achemso), no label"""
_SHORTER = pattern(r"[^\W\d_a-z][\w.'’-]*[\s~]+[^\W\d_a-z][\w'’-]{2}")
"""a name in brackets, for the running head: its marks are those of the argument"""
_FOOTNOTE = pattern(r"\\(?:thanks|footnote)(?![A-Za-z])")
_WORD = pattern(r"\w{3}")


class Engine:
    """Fills a book from the calls of a document."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.book = Book()
        self.macros: Mapping[str, str] = {n: m.body for n, m in gathered.macros.items() if not m.arity}
        self.last: list[int] = []
        """authors of the latest author macro"""
        self.counted = 0
        """affiliations so far that marks mean by their number"""
        self.nobody = False
        """that macro held a template's placeholder"""
        self.alone = False
        """each author has a macro"""
        self.outside = False
        """affiliations have macros of their own"""
        self.corresponding: list[int] = []
        """whom the latest corresponding-author macro named"""
        self.announced: list[str] = []
        """the same before any author is known, by name"""

    def run(self) -> Book:
        """Read all calls in order."""
        calls = self._calls()
        count = sum(c.role == "author" for c in calls)
        self.alone = count > 1
        self.outside = any(c.role == "affiliation" for c in calls)
        self._titled(calls)
        headed = False
        for call in calls:
            self.book.title += call.name == "maketitle"
            headed = (headed or (call.role == "section" and call.name != "appendix")) and call.role != "author"
            step = None if headed and call.name in generic.FRONT_ONLY else self._step(call, plainly=count > 0)
            if step is not None:
                step(call)
        return self.book

    def _calls(self) -> list[Call]:
        """The calls of the document, without those that only print what another declares."""
        declared = {c.name for c in self.gathered.calls if c.role == "declared"}
        if not declared:
            return self.gathered.calls
        return [c for c in self.gathered.calls if not (c.role in STEPS and passes_on(c, declared))]

    def _step(self, call: Call, *, plainly: bool) -> Callable[[Call], None] | None:
        """What to do with *call*; *plainly*: authors have a macro of their own, and are not only declared."""
        if call.name in generic.BESIDE_AFFILIATIONS and not self.outside:
            return None
        role = generic.TOP[call.name] if call.role == "declared" and not plainly else call.role
        return getattr(self, "_" + role, None) if role in STEPS else None

    def _titled(self, calls: list[Call]) -> None:
        """The footnotes of the title, which count before those of the authors and may speak of all of them."""
        strip = next((self._expanded(c.group(-1)) for c in calls if c.role == "title" and c.args), None)
        for item in items(strip) if strip is not None and _FOOTNOTE.search(strip.text) else ():
            if strip is not None and item.kind == "note" and not item.text:
                self.book.footnotes += 1
                note = note_of(strip, item.start, item.end, None, [])
                note.number, note.general = thanks(self.book.footnotes), True
                self.book.notes.append(note)

    def _expanded(self, strip: Strip | None) -> Strip | None:
        return self.gathered.expander.expand(strip) if strip is not None else None

    def _author(self, call: Call) -> None:
        if self.book.beyond is not None:
            return
        groups = _groups(call)
        if call.name in MACROS and len(groups) < MACROS[call.name].least:
            self._note(call)
            return
        strip = self._expanded(call.group(0))
        if strip is None:
            return
        if self.book.block is None and strip.text.strip(" ~\\\n\t"):
            self.book.block = call.strip.span(call.start, groups[-1].end + 1)
        self._authors(call, groups, strip)

    def _authors(self, call: Call, groups: list[Arg], strip: Strip) -> None:
        """Enter the people in *strip*, with their marks and what stands in the groups behind."""
        marks_at = generic.MARKS_AT.get(call.name, 0)
        second = self._expanded(call.group(marks_at or 1))
        whole = self._of_two_groups(call, groups, second)
        if whole is not None:
            strip, groups = whole, groups[:1]
        taken, named = self._given_and_family(call, groups) if whole is None else (1, None)
        people = self._people(call, groups, named or strip)
        if signature_of(call.name) == "[marks]{names}":
            self._numbered(call, people)
            return
        marks = _marks_in(second) if marks_at else []
        labels = marks + self._options(call, people, groups[0].start)
        for index in people:
            self.book.authors[index].marks += labels
        self._further(call, people, range(marks_at + 1 if marks or second is None else taken, len(groups)))

    def _given_and_family(self, call: Call, groups: list[Arg]) -> tuple[int, Strip | None]:
        """How many groups the name takes, and the name where that is two: given and family name, or family first."""
        order = "".join(_held_by(call.name)[:2])
        if len(groups) < 2 or order not in ("givenfamily", "familygiven"):
            return 1, None
        if len(groups) > 3 and not line_kinds.name(plain(call.strip.text[groups[1].start : groups[1].end])):
            return 1, None
        if order == "familygiven":
            return 2, self._expanded(given_first(call.strip, groups[0], groups[1]))
        return 2, self._expanded(joined(call.strip.cut(groups[0].start, groups[1].end)))

    def _of_two_groups(self, call: Call, groups: list[Arg], second: Strip | None) -> Strip | None:
        """Two groups as one argument, where the second goes on with the name or stands beneath it; else None."""
        if len(groups) != 2 or second is None or call.name in generic.MARKS_AT:
            return None
        lines = signature_of(call.name) == "{names}{lines}"
        if not lines and not line_kinds.name(plain(second.text)):
            return None
        both = self._expanded(call.strip.cut(groups[0].start, groups[1].end)) or second
        return beneath(both) if lines else joined(both)

    def _people(self, call: Call, groups: list[Arg], strip: Strip) -> list[int]:
        """Enter the people of an author's argument; their numbers."""
        book, before, hidden = self.book, len(self.book.authors), self.book.anonymous
        relist = relisted(call, groups[0]) if len(call.args) > len(groups) else None
        strip, inside = institutes(self._expanded(relist) or strip)
        reader = Reader(book, strip, self.macros)
        reader.outside = self.outside
        reader.alone = self.alone and _INVERTED.fullmatch(strip.text) is not None
        reader.read()
        people = list(range(before, len(book.authors)))
        if inside is not None:
            read_institutes(book, inside, items(inside, self.macros), self.macros)
        self.nobody = book.anonymous > hidden and not people
        self.last = people or self.last
        return people

    def _numbered(self, call: Call, people: list[int]) -> None:
        """apa7: the marks of all authors in one option, ``[1,{1,2},2]``."""
        option = call.option()
        parts = split_commas(option.text) if option is not None else []
        for index, part in zip(people, parts, strict=False):
            self.book.authors[index].marks.append(part.strip("{} "))

    def _options(self, call: Call, people: list[int], name_at: int) -> list[str]:
        """Labels in the options of an author macro; ORCIDs and addresses there go to the author."""
        labels = []
        for arg in _brackets(call):
            option = read_option(call.strip.text[arg.start : arg.end])
            if people:
                author = self.book.authors[people[-1]]
                author.orcid = author.orcid or option.orcid
                author.anchors += option.anchors
                author.mails += [(m, locate_in(call.strip, arg.start, arg.end, m)) for m in option.mails]
            marked = any(self.book.authors[n].marks for n in people)
            if arg.start < name_at and not (marked and _SHORTER.search(call.strip.text, arg.start, arg.end)):
                labels += option.labels
        return labels

    def _further(self, call: Call, people: list[int], behind: range) -> None:
        """What stands in further groups behind the name: affiliation, e-mail, ORCID (LIPIcs, LNI, sigplan).

        A name among them is the same person's in another script, with an affiliation of its own behind (intsys).
        """
        held = _held_by(call.name)
        named = 0
        for number in behind:
            strip = self._expanded(call.group(number))
            if strip is None or self._contact(strip, people) or not people:
                continue
            if number == 2 and len(behind) > 3 and line_kinds.full_name(plain(strip.text)):
                people, named = self._people(call, [call.args[number]], strip), number
            elif number == named + 1 or held[number : number + 1] in _PLACES:
                self._place_of(strip, people)

    def _contact(self, strip: Strip, people: list[int]) -> bool:
        """Enter addresses or an ORCID in a group behind the name; whether it holds that."""
        if "@" in strip.text:
            self.book.loose.append(Loose(_located(strip), self.book.group, people))
            return True
        orcid = _ORCID.search(strip.text)
        if orcid and people:
            self.book.authors[people[-1]].orcid = orcid[1].upper()
        return orcid is not None

    def _place_of(self, strip: Strip, people: list[int]) -> None:
        """Enter the affiliations in a group behind the name, where there is a word in it."""
        if _WORD.search(strip.text):
            for part in split_and(items(strip, self.macros)):
                read_place(self.book, strip, part, owners=people, macros=self.macros)

    def _affiliation(self, call: Call, kind: str = "affiliation") -> None:
        strip = self._expanded(call.group(-1))
        if _is_in_parts(call):
            strip = self._in_parts(call)
        if strip is None or read_several(self.book, strip, call.name, self.last, self.macros) or self._aside(strip):
            return
        labels = self._labels(call)
        owners = self._latest(call, labels) if kind != "affiliation" else []
        macro = ALSO if call.name in generic.FURTHER else call.name
        keyed = _keyed(strip)
        if keyed is not None:
            place = self.book.place(keyed, strip.span(0, len(strip.text)), kind)
            if place is not None:
                place.labels, place.owners, place.macro = labels, owners, macro
            return
        row = items(strip, self.macros)
        made = read_place(
            self.book, strip, row, owners=owners, macros=self.macros, labels=labels, kind=kind, macro=macro
        )
        self._complete(made, call)

    def _aside(self, strip: Strip) -> bool:
        """Enter an affiliation's macro that tells of supervisors as a note; whether it does."""
        if not self.book.authors or not line_kinds.supervision(said := plain(strip.text)):
            return False
        if line_kinds.institution(said):
            return False
        self.book.notes.append(note_of(strip, 0, len(strip.text), None, []))
        return True

    def _complete(self, made: list[Place], call: Call) -> None:
        """Give the affiliations of a macro what its option says of town and country, and their number."""
        if made and "[parts]" in signature_of(call.name):
            _add_parts(made[-1], call)
        if _is_in_parts(call) or (call.name in MACROS and "counted" in MACROS[call.name].flags):
            self.counted += 1
            for place in made:
                place.ordinal = self.counted

    def _in_parts(self, call: Call) -> Strip | None:
        """The groups of *call* as one text, parted by commas."""
        out = Builder(call.strip)
        said = [g for g in _groups(call) if call.strip.text[g.start : g.end].strip()]
        for group in said:
            out.put("" if group is said[0] else ", ", group.start, group.start)
            out.keep(group.start, group.end)
        return self._expanded(out.done())

    def _labels(self, call: Call) -> list[str]:
        """The marks of an affiliation: in its option, or in a group before it."""
        groups = _groups(call)
        option = call.option()
        labels = read_option(option.text).labels if option is not None else []
        labels = [n for n in labels if not _WORDS.search(n) or any(n in author.marks for author in self.book.authors)]
        if len(groups) == 2:
            labels.append(mark(call.strip.text[groups[0].start : groups[0].end]))
        return labels

    def _latest(self, call: Call, labels: list[str]) -> list[int]:
        """Whose a present address is: the latest author's, unless marks tell it, as the affiliations before it."""
        places = self.book.places
        marked = call.name in generic.OF_ALL and bool(places and places[-1].labels) and len(self.book.authors) > 1
        return [] if labels or marked else self.last[-1:]

    def _also(self, call: Call) -> None:
        strip = self._expanded(call.group(-1))
        option = call.option()
        also = option is not None and line_kinds.present(option.text)
        said = plain(strip.text) if strip is not None else ""
        if line_kinds.affiliation(said) or (also and said and not line_kinds.remark(said)):
            self._affiliation(call, "present-address")
        elif strip is not None:
            self.book.notes.append(note_of(strip, 0, len(strip.text), self.last[-1] if self.last else None, []))

    def _email(self, call: Call) -> None:
        strip = self._expanded(call.group(0))
        option = call.option()
        if strip is None or (option is not None and "url" in option.text):
            return
        found = _located(strip)
        if not found:
            self._orcid(call)
        elif self.nobody and not self.corresponding:
            self.book.unsettled += found
        else:
            self._loose(found, strip, option)

    def _loose(self, found: list[tuple[str, Span]], strip: Strip, option: Strip | None) -> None:
        """Enter the addresses of a macro, with the marks and names beside them."""
        loose = Loose(found, self.book.group, self.corresponding or list(self.last))
        self.corresponding = []
        loose.marks = [i.text for i in only(items(strip, self.macros), "mark")]
        loose.marks += [option.text] if option is not None else []
        loose.hints = re.findall(r"\(([^()@]{2,60})\)", plain(strip.text)) or self.announced
        self.announced = []
        self.book.loose.append(loose)

    def _note(self, call: Call) -> None:
        strip = self._expanded(call.group(-1))
        if strip is None:
            return
        if signature_of(call.name) == "{people}" and self._additional(strip):
            return
        groups = _groups(call)
        option = call.option()
        note = note_of(strip, 0, len(strip.text), None, [option.text.strip()] if option is not None else [])
        note.keys += note_marks(strip.text)
        if call.name in generic.OWNED and self.last:
            note.owner = self.last[-1]
        if len(groups) > 1:
            note.keys.append(plain(call.strip.text[groups[0].start : groups[0].end]))
        if call.name in generic.CORRESPONDING:
            self._announce(call, note)
        self.book.notes.append(note)

    def _announce(self, call: Call, note: Note) -> None:
        """Mark the author whom a corresponding-author macro names, or keep the name until there are authors."""
        first = call.group(0)
        named = line_kinds.untitled(plain(first.text)) if first is not None else ""
        scored = max(((emails.alike(named, a.name), -n) for n, a in enumerate(self.book.authors)), default=(0.0, 0))
        self.corresponding = [-scored[1]] if scored[0] >= 0.6 else []
        self.announced = [named] if named and not self.book.authors else []
        for index in self.corresponding:
            self.book.authors[index].corresponding = True
            note.owner = index
        note.text = "Corresponding author: " + note.text

    def _additional(self, strip: Strip) -> bool:
        """Enter the authors of *strip* with the institutions in parentheses behind them; whether there are any."""
        before = len(self.book.authors)
        for (start, end), inside in bracketed_people(strip):
            index = self.book.author(plain(strip.text[start:end]), strip.span(start, end))
            inner = strip.cut(*inside)
            if index is not None:
                read_place(self.book, inner, items(inner, self.macros), owners=[index], macros=self.macros)
        return len(self.book.authors) > before

    def _orcid(self, call: Call) -> None:
        strip = call.group(0)
        found = _ORCID.search(strip.text) if strip is not None else None
        if found and self.last and not self.book.authors[self.last[-1]].orcid:
            self.book.authors[self.last[-1]].orcid = found[1].upper()

    def _collaboration(self, call: Call) -> None:
        strip = call.group(-1)
        if strip is not None:
            self.book.teams.append((plain(strip.text), strip.span(0, len(strip.text))))


_PLACES = (("affiliation",), ("text",))
STEPS = frozenset({"title", "author", "affiliation", "also", "email", "note", "orcid", "collaboration"})


def _groups(call: Call) -> list[Arg]:
    """The arguments in braces."""
    return [a for a in call.args if a.open == "{"]


def _brackets(call: Call) -> list[Arg]:
    """The arguments in brackets."""
    return [a for a in call.args if a.open == "["]


def _held_by(name: str) -> tuple[str, ...]:
    """What the groups of a macro hold; nothing for one that is not known."""
    return MACROS[name].groups if name in MACROS else ()


def _marks_in(strip: Strip | None) -> list[str]:
    """A group for marks, unless an address stands there."""
    return [strip.text] if strip is not None and "@" not in strip.text else []


def _is_in_parts(call: Call) -> bool:
    """Whether an affiliation stands in groups: a department, an institution, a country (Interspeech)."""
    return len(_groups(call)) > 2


def _located(strip: Strip) -> list[tuple[str, Span]]:
    """The addresses in *strip*, with their places."""
    return [(a, locate_in(strip, 0, len(strip.text), a)) for a in emails.addresses(strip.text)]


def _add_parts(place: Place, call: Call) -> None:
    """Add to *place* what the option of its macro says of town and country."""
    from askfirst_checks.readers.latex.block.keyed_values import parts_in

    option = call.option()
    more = parts_in(option.text) if option is not None else ""
    if more and not place.text.endswith(more):
        place.text = f"{place.text}, {more}"


def _keyed(strip: Strip) -> str | None:
    """The affiliation that keys with values spell out; None where there are none."""
    if "=" not in strip.text:
        return None
    from askfirst_checks.readers.latex.block.keyed_values import read_keys

    return read_keys(strip)
