"""What the marks of a page tie to nobody: addresses at the foot, ``A. Muster is with ...``, e-mail addresses in groups.

The affiliations are found by the code that reads the first pages of a Zotero library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from askfirst_checks.model import Address, Affiliation, Manuscript, Person, Problem, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers import first_page
from askfirst_checks.readers.author_block.author_list import NO_AFFILIATION, NO_AUTHORS, mail_places
from askfirst_checks.readers.author_block.emails import addresses
from askfirst_checks.readers.light_markup.emails import owner
from askfirst_checks.readers.pdf.groups import grouped, names_in, with_groups
from askfirst_checks.readers.pdf.layout import Front
from askfirst_checks.readers.pdf.marked import marked, with_marked

Where = Callable[[int, int, int], Span]
"""the span of a block (from 1) from one offset of its words to another"""
GROUP = pattern(r"[{(\[][^{}()\[\]@]{1,600}[})\]]\s?@\s?[\w-]{1,80}(?:\.[\w-]{1,80}){1,6}")
"""e-mail addresses that share their domain"""
_MARKS = " *∗⋆†‡§¶‖#✉"
_LEAD = pattern(r"^\W*\d{0,2}\s?")
_MOST = 200
_HYPHEN = pattern(r"([a-zà-ÿ])- ([a-zà-ÿ])")
_REMARK = pattern(r"[\s,;.]*(?:©|\b(?:received|accepted|communicated by|corresponding author|e-?mail)\b).*$", 2)
_IS_WITH = pattern(r"^[^,]{3,80}?\b(?:is|are|was|were) (?:also )?(?:with|at|from) (?:the )?")


class Net:
    """Adds to a manuscript what one page tells besides; *start* is the number of the first block of its text."""

    def __init__(self, front: Front, where: Where) -> None:
        self._blocks = [*front.head, *front.foot, *front.text]
        self._front = front
        self._where = where
        self._texts = ["\n".join(row.text for row in block.rows) for block in self._blocks]

    def cast(self, seen: Manuscript) -> Manuscript:
        """*seen* with its authors, affiliations and addresses made whole."""
        seen = self._by_marks(self._cleaned(seen))
        if not any(person.affiliations for person in seen.authors):
            seen = self._addressed(self._by_groups(seen))
        count = len(self._front.head) + len(self._front.foot)
        placed = bool(seen.authors) and all(person.affiliations for person in seen.authors)
        joined = "\n".join(" ".join(text.split("\n")) for text in (self._texts[:count] if placed else self._texts))
        found = first_page.read(joined, seen.title, [person.name for person in seen.authors])
        for piece in found.affiliations:
            seen = _with_affiliation(seen, piece.text, piece.owner, self._place(piece.text))
        return _tidied(self._with_groups(_shared(seen)))

    def _cleaned(self, seen: Manuscript) -> Manuscript:
        """*seen* without loose lines that are a part of the title, of an affiliation, or of the text."""
        title = plain(seen.title)
        tied = [plain(each.text) for each in seen.affiliations if each.owners]
        kept: list[int] = []
        for number, each in enumerate(seen.affiliations):
            key = plain(_LEAD.sub("", each.text))
            part = key in title or any(key[:25] in one or one in key for one in tied)
            if each.owners or not (part or self._is_text(each.text)):
                kept.append(number)
        moved = {old: new for new, old in enumerate(kept)}
        people = tuple(
            person._replace(affiliations=tuple(moved[n] for n in person.affiliations if n in moved))
            for person in seen.authors
        )
        return seen._replace(authors=people, affiliations=tuple(seen.affiliations[n] for n in kept))

    def _is_text(self, words: str) -> bool:
        head = " ".join(self._texts[: len(self._front.head) + len(self._front.foot)])
        return words[:40] not in " ".join(head.split())

    def _by_marks(self, seen: Manuscript) -> Manuscript:
        """*seen* with the names and affiliations that raised marks tie, where it has fewer."""
        numbered = list(enumerate(self._blocks, 1))
        count = len(self._front.head)
        first = 1 if self._blocks[:1] and self._blocks[0].role == "title" else 0
        front = numbered[first : count + len(self._front.foot)]
        found = with_marked(seen, *marked(front, self._where))
        return found if found is seen else self._addressed(found)

    def _by_groups(self, seen: Manuscript) -> Manuscript:
        """*seen* with the authors that stand over their places: in the front or, where it has names alone, below."""
        title = next((n for n, block in enumerate(self._front.head) if block.role == "title"), -1)
        numbered = list(enumerate(self._blocks, 1))
        head = numbered[title + 1 : len(self._front.head)]
        found = with_groups(seen, grouped(head, self._where))
        if found is not seen:
            return found
        named = seen if seen.authors else self._named(seen)
        known = frozenset(plain(person.name) for person in named.authors)
        below = numbered[len(self._front.head) :]
        return with_groups(named, grouped(below, self._where, known)) if known else named

    def _addressed(self, seen: Manuscript) -> Manuscript:
        """*seen* with the addresses that stood apart before the names were known given to whom they name."""
        names = [person.name for person in seen.authors]
        people = list(seen.authors)
        apart: list[Address] = []
        for address in seen.addresses:
            _give(people, apart, address, owner(address.text, names))
        return seen._replace(authors=tuple(people), addresses=tuple(apart))

    def _named(self, seen: Manuscript) -> Manuscript:
        """*seen* with the names of a paragraph behind the title that is nothing but names."""
        title = next((n for n, block in enumerate(self._front.head) if block.role == "title"), -1)
        for number, block in enumerate(self._front.head):
            rows = [names_in(row) for row in block.rows] if title < number <= title + 3 else []
            if not rows or not all(rows):
                continue
            people, problems = [], [each for each in seen.problems if each.kind != "no-authors"]
            for name in (name for row in rows for name, _ in row):
                at = max(self._texts[number].find(name), 0)
                span = self._where(number + 1, at, at + len(name))
                people.append(Person(name, span))
                problems.append(Problem("no-affiliation", NO_AFFILIATION.fill(name=name), span, name))
            return seen._replace(authors=tuple(people), author_block=people[0].span, problems=tuple(problems))
        return seen

    def _place(self, words: str) -> Span:
        """Where *words* stand on the page, as far as their beginning tells."""
        for size in (len(words), 40, 20, 10):
            for number, text in enumerate(self._texts, 1):
                at = text.replace("\n", " ").find(words[:size])
                if at >= 0:
                    return self._where(number, at, min(at + len(words), len(text)))
        return self._where(1, 0, 1)

    def _with_groups(self, seen: Manuscript) -> Manuscript:
        """*seen* with the e-mail addresses of the front that it has not: groups in braces, lines of their own."""
        known = {address.text.casefold() for address in seen.all_addresses()}
        people, apart = list(seen.authors), list(seen.addresses)
        names = [person.name for person in people]
        count = len(self._front.head) + len(self._front.foot)
        for number, text in enumerate(self._texts[:count], 1):
            flat = text.replace("\n", " ")
            found = [
                (mail, span)
                for match in GROUP.finditer(flat)
                for mail in addresses(match[0])
                for span in [match.span()]
            ]
            found += [(flat[first:last], (first, last)) for first, last in mail_places(GROUP.sub(_blank, flat))]
            for mail, span in found[:_MOST]:
                if mail.casefold() not in known:
                    known.add(mail.casefold())
                    _give(people, apart, Address(mail, self._where(number, *span)), owner(mail, names, flat[: span[0]]))
        return seen._replace(authors=tuple(people), addresses=tuple(apart))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _with_affiliation(seen: Manuscript, text: str, of: str, span: Span) -> Manuscript:
    """*seen* with one more affiliation; its owner's where they have none."""
    key = plain(text)
    known = [plain(each.text) for each in (*seen.affiliations, *seen.notes)]
    place = next((n for n, one in enumerate(known[: len(seen.affiliations)]) if key in one or one in key), None)
    if not key or key in plain(seen.title) or (place is None and any(key in one or one in key for one in known)):
        return seen
    if place is None:
        place = len(seen.affiliations)
        seen = seen._replace(affiliations=(*seen.affiliations, Affiliation(text, span)))
    who = next((n for n, person in enumerate(seen.authors) if person.name == of and not person.affiliations), None)
    return seen if who is None else _tied(seen, [who], place)


def _shared(seen: Manuscript) -> Manuscript:
    """*seen* where one affiliation that nothing ties to anybody is everybody's, if nobody has another."""
    if len(seen.affiliations) != 1 or any(person.affiliations for person in seen.authors):
        return seen
    return _tied(seen, range(len(seen.authors)), 0)


def _tied(seen: Manuscript, who: Sequence[int], place: int) -> Manuscript:
    people, affiliations = list(seen.authors), list(seen.affiliations)
    for number in who:
        people[number] = people[number]._replace(affiliations=(place,))
    affiliations[place] = affiliations[place]._replace(owners=(*affiliations[place].owners, *who))
    names = {people[number].name for number in who}
    problems = tuple(each for each in seen.problems if not (each.kind == "no-affiliation" and each.subject in names))
    return seen._replace(authors=tuple(people), affiliations=tuple(affiliations), problems=problems)


def _tidied(seen: Manuscript) -> Manuscript:
    """*seen* with words that go over a line made whole; no marks behind a name, no ``... is with`` before a place."""
    people = tuple(person._replace(name=person.name.strip(_MARKS)) for person in seen.authors)
    affiliations = tuple(
        each._replace(text=_REMARK.sub("", _HYPHEN.sub(r"\1\2", _IS_WITH.sub("", each.text))) or each.text)
        for each in seen.affiliations
    )
    title = _HYPHEN.sub(r"\1\2", seen.title.replace("\\", "")).rstrip(_MARKS)
    return seen._replace(authors=people, affiliations=affiliations, title=title)


def _give(people: list[Person], apart: list[Address], address: Address, whose: int | None) -> None:
    if whose is None:
        apart.append(address)
    else:
        people[whose] = people[whose]._replace(addresses=(*people[whose].addresses, address))


def without_nobody(seen: Manuscript, start: Span) -> Manuscript:
    """*seen* with a problem that asks, where nobody could be read."""
    if seen.authors or any(problem.kind == "no-authors" for problem in seen.problems):
        return seen
    return seen._replace(
        author_block=start, problems=(*seen.problems, Problem("no-authors", NO_AUTHORS, start, start.file))
    )
