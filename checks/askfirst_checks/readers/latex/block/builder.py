"""From calls to a book: what each macro of the table does to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import ALSO, Book, Loose, Place, thanks
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.bindings.families import MACROS, signature_of
from askfirst_checks.readers.latex.block.affiliation_lines import read_institutes, read_place, split_and
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
from askfirst_checks.readers.latex.tokens.token import has
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, mark
from askfirst_checks.readers.source.mapped_text import Builder, Strip
from askfirst_checks.readers.tex.arguments import Arg, closing
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
_ITEM = pattern(r"\\item(?![A-Za-z])\s*(?:\[[^\[\]]{0,20}\])?")


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
        declared = {c.name for c in self.gathered.calls if c.role == "declared"}
        calls = [c for c in self.gathered.calls if not (declared and c.role in STEPS and passes_on(c, declared))]
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
        groups = [a for a in call.args if a.open == "{"]
        if call.name in MACROS and len(groups) < MACROS[call.name].least:
            self._note(call)
            return
        strip = self._expanded(call.group(0))
        if strip is None:
            return
        if self.book.block is None and strip.text.strip(" ~\\\n\t"):
            self.book.block = call.strip.span(call.start, groups[-1].end + 1)
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
        labelled = marks_at > 0 and second is not None and "@" not in second.text
        labels = [second.text] if second is not None and labelled else []
        labels += self._options(call, people, groups[0].start)
        for index in people:
            self.book.authors[index].marks += labels
        self._further(call, people, range(marks_at + 1 if labelled or second is None else taken, len(groups)))

    def _given_and_family(self, call: Call, groups: list[Arg]) -> tuple[int, Strip | None]:
        """How many groups the name takes, and the name where that is two: given and family name, or family first."""
        order = "".join(MACROS[call.name].groups[:2]) if call.name in MACROS else ""
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
        for arg in [a for a in call.args if a.open == "["]:
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
        said = MACROS[call.name].groups if call.name in MACROS else ()
        named = 0
        for number in behind:
            strip = self._expanded(call.group(number))
            if strip is None or not strip.text.strip():
                continue
            orcid = _ORCID.search(strip.text)
            if "@" in strip.text:
                found = [(a, locate_in(strip, 0, len(strip.text), a)) for a in emails.addresses(strip.text)]
                self.book.loose.append(Loose(found, self.book.group, people))
            elif orcid and people:
                self.book.authors[people[-1]].orcid = orcid[1].upper()
            elif number == 2 and people and len(behind) > 3 and line_kinds.full_name(plain(strip.text)):
                people, named = self._people(call, [call.args[number]], strip), number
            elif (
                (number == named + 1 or said[number : number + 1] in _PLACES)
                and people
                and re.search(r"\w{3}", strip.text)
            ):
                for part in split_and(items(strip, self.macros)):
                    read_place(self.book, strip, part, owners=people, macros=self.macros)

    def _affiliation(self, call: Call, kind: str = "affiliation") -> None:
        strip = self._expanded(call.group(-1))
        groups = [a for a in call.args if a.open == "{"]
        if len(groups) > 2:  # a department, an institution, a country: Interspeech
            strip = self._in_parts(call, groups)
        if strip is None or self._several(call, strip):
            return
        if self.book.authors and line_kinds.supervision(said := plain(strip.text)) and not line_kinds.institution(said):
            self.book.notes.append(note_of(strip, 0, len(strip.text), None, []))
            return
        labels = self._labels(call)
        macro = ALSO if call.name in generic.FURTHER else call.name
        owners = self.last[-1:] if kind != "affiliation" and not labels and not self._is_of_all(call) else []
        keyed = _keyed(strip) if "=" in strip.text else None
        if keyed is not None:
            place = self.book.place(keyed, strip.span(0, len(strip.text)), kind)
            if place is not None:
                place.labels, place.owners, place.macro = labels, owners, macro
            return
        row = items(strip, self.macros)
        made = read_place(
            self.book, strip, row, owners=owners, macros=self.macros, labels=labels, kind=kind, macro=macro
        )
        if "[parts]" in signature_of(call.name) and made:
            _complete(made[-1], call)
        if len(groups) > 2 or (call.name in MACROS and "counted" in MACROS[call.name].flags):
            self.counted += 1
            for place in made:
                place.ordinal = self.counted

    def _in_parts(self, call: Call, groups: list[Arg]) -> Strip | None:
        """The groups of *call* as one text, parted by commas."""
        out = Builder(call.strip)
        said = [g for g in groups if call.strip.text[g.start : g.end].strip()]
        for group in said:
            out.put("" if group is said[0] else ", ", group.start, group.start)
            out.keep(group.start, group.end)
        return self._expanded(out.done())

    def _several(self, call: Call, strip: Strip) -> bool:
        """Enter the affiliations of a macro that holds those of several people; whether it is one."""
        signature = signature_of(call.name)
        if signature == "{list}":
            self._listed(strip)
            return True
        if signature == "{items}" and "\\item" in strip.text:
            self._numbers(strip)
            return True
        if signature not in ("{institutes}", "{addresses}"):
            return False
        row = items(strip, self.macros)
        if signature == "{addresses}" and has(row, "and"):
            self._beneath(strip, row, call.name)
            return True
        if signature == "{institutes}" and has(row, "and", "at"):
            read_institutes(self.book, strip, row, self.macros)
            return True
        return False

    def _labels(self, call: Call) -> list[str]:
        """The marks of an affiliation: in its option, or in a group before it."""
        groups = [a for a in call.args if a.open == "{"]
        groups = groups if len(groups) == 2 else []
        option = call.option()
        labels = read_option(option.text).labels if option is not None else []
        labels = [n for n in labels if not _WORDS.search(n) or any(n in author.marks for author in self.book.authors)]
        if groups:
            labels.append(mark(call.strip.text[groups[0].start : groups[0].end]))
        return labels

    def _is_of_all(self, call: Call) -> bool:
        """Whether a present address is told by a mark, as the affiliations before it are."""
        places = self.book.places
        return call.name in generic.OF_ALL and bool(places and places[-1].labels) and len(self.book.authors) > 1

    def _numbers(self, strip: Strip) -> None:
        r"""``\begin{affiliations}\item``: the items count."""
        found = [*_ITEM.finditer(strip.text)]
        stops = [*(m.start() for m in found[1:]), len(strip.text)]
        for number, (match, stop) in enumerate(zip(found, stops, strict=True), 1):
            inner = strip.cut(match.end(), stop)
            for place in read_place(self.book, inner, items(inner, self.macros), owners=[], macros=self.macros):
                place.ordinal = number

    def _beneath(self, strip: Strip, row: list[Item], macro: str) -> None:
        r"""AISTATS: an address for each author of the latest macro, with ``\And`` between them as between those."""
        parts = split_and(row)
        people = self.last if len(parts) == len(self.last) else []
        for number, part in enumerate(parts):
            owners = [people[number]] if people else []
            for place in read_place(self.book, strip, part, owners=owners, macros=self.macros, macro=macro):
                place.group = place.group if people else -1  # not everybody's where the numbers differ

    def _listed(self, strip: Strip) -> None:
        """apa7: all affiliations in one argument, a group each."""
        here, number = 0, 0
        while (opened := strip.text.find("{", here)) >= 0 and (close := closing(strip.text, opened)) > 0:
            inner = strip.cut(opened + 1, close)
            number += 1
            for place in read_place(self.book, inner, items(inner), owners=[], macros=self.macros):
                place.labels = [str(number)]
            here = close + 1

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
        found = [(a, locate_in(strip, 0, len(strip.text), a)) for a in emails.addresses(strip.text)]
        if not found:
            self._orcid(call)
            return
        if self.nobody and not self.corresponding:
            self.book.unsettled += found
            return
        loose = Loose(found, self.book.group, self.corresponding or list(self.last))
        self.corresponding = []
        row = items(strip, self.macros)
        loose.marks = [i.text for i in row if i.kind == "mark"] + ([option.text] if option is not None else [])
        loose.hints = re.findall(r"\(([^()@]{2,60})\)", plain(strip.text)) or self.announced
        self.announced = []
        self.book.loose.append(loose)

    def _note(self, call: Call) -> None:
        strip = self._expanded(call.group(-1))
        if strip is None:
            return
        if signature_of(call.name) == "{people}" and self._additional(strip):
            return
        groups = [a for a in call.args if a.open == "{"]
        option = call.option()
        keys = [option.text.strip()] if option is not None else []
        note = note_of(strip, 0, len(strip.text), None, keys)
        note.keys += note_marks(strip.text)
        if call.name in generic.OWNED and self.last:
            note.owner = self.last[-1]
        if len(groups) > 1:
            first = plain(call.strip.text[groups[0].start : groups[0].end])
            note.keys += [first]
        if call.name in generic.CORRESPONDING:
            named = line_kinds.untitled(plain(call.strip.text[groups[0].start : groups[0].end])) if groups else ""
            scored = max(((emails.alike(named, a.name), -n) for n, a in enumerate(self.book.authors)), default=(0.0, 0))
            self.corresponding = [-scored[1]] if scored[0] >= 0.6 else []
            self.announced = [named] if named and not self.book.authors else []
            for index in self.corresponding:
                self.book.authors[index].corresponding = True
                note.owner = index
            note.text = "Corresponding author: " + note.text
        self.book.notes.append(note)

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


def _complete(place: Place, call: Call) -> None:
    """Add to *place* what the option of its macro says of town and country."""
    from askfirst_checks.readers.latex.block.keyed_values import parts_in

    option = call.option()
    more = parts_in(option.text) if option is not None else ""
    if more and not place.text.endswith(more):
        place.text = f"{place.text}, {more}"


def _keyed(strip: Strip) -> str | None:
    from askfirst_checks.readers.latex.block.keyed_values import read_keys

    return read_keys(strip)
