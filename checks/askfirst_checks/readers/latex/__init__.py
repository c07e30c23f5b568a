"""LaTeX manuscripts.

Macros are found by scanning, their arguments alone are converted, and nothing that a file holds makes `read` raise:
what could not be read becomes a `Problem`.
"""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.light import TYPE_CHECKING, Literal
from askfirst_checks.model import (
    BEYOND,
    Address,
    Affiliation,
    Manuscript,
    Person,
    Problem,
    Span,
    Tree,
)
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.latex.bibliography_files import bibliographies
from askfirst_checks.readers.latex.bindings.generic import LETTERS_AND_SLIDES
from askfirst_checks.readers.latex.cache import book_of
from askfirst_checks.readers.latex.front_matter import front
from askfirst_checks.readers.latex.scan.document import Gathered, Gatherer
from askfirst_checks.readers.unplaced import with_passages
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from askfirst_checks.readers.latex.scan.house_macros import HouseMacro

__all__ = ["read"]

_BLOCK = ("author", "affiliation", "also")
"""roles of calls that an author block is made of"""
_BESIDE = ("\\date", "\\publishers", "\\subtitle", "\\titlehead", "\\lowertitleback", "\\thefootnote")
_PAGE = ("head", "foot", "\\mark")
_HEAD = 40_000
"""characters in which such macros stand"""
_SEVERAL = 2
"""authors from which on it is odd that none has an affiliation"""


def read(
    tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter", house: Sequence[str] = ()
) -> Manuscript:
    """Read the manuscript whose root file is *path*; with ``all`` every reference, else those that can matter.

    *house* holds the macros of a house class, a line each (`scan.house_macros`). Raises `Unreadable` only for the root
    file itself.
    """
    gathered = Gatherer(tree, path, _house(house)).gather()
    book = book_of(gathered)
    if book.block is None:
        book = _without_macros(gathered, book)
    lost = _lost(gathered) if book.block is None else None
    beyond = _beyond(gathered) if not book.authors else _unplaced(gathered, book)
    beyond += _unexpanded(gathered)
    head = front(gathered)
    people, places = tuple(_people(book)), tuple(_places(book))
    books, sources, problems = bibliographies(tree, gathered, path, people, every=references == "all")
    gathered.expander.done()
    read_so_far = Manuscript(
        root=path,
        form="latex",
        has_author_block=(book.block or lost) is not None,
        author_block=people[0].span if people else book.block or lost,
        title=head.title,
        abstract=head.abstract,
        keywords=head.keywords,
        authors=people,
        affiliations=places,
        notes=(*_notes(book), *head.notes, *_beside(gathered, book)),
        addresses=tuple(Address(text, span) for text, span in book.unsettled),
        bibliographies=books,
        problems=(*gathered.problems, *_problems(book, lost), *beyond, *problems),
        sources={**gathered.sources, **sources},
    )
    return with_passages(read_so_far)


def _house(lines: Sequence[str]) -> dict[str, HouseMacro]:
    if not lines:
        return {}
    from askfirst_checks.readers.latex.scan.house_macros import house_macros

    return house_macros(lines)


def _without_macros(gathered: Gathered, book: Book) -> Book:
    """What else may be the author block: a page set by hand, affiliations alone, a block that nobody could read."""
    from askfirst_checks.readers.latex.fallback.pages import by_hand
    from askfirst_checks.readers.latex.fallback.unreadable_block import untold

    page = by_hand(gathered, placed=bool(book.places))
    book = _with_notes(page, book) if page is not None else book
    if book.block is None and book.places:
        _ownerless(book, gathered)
    if book.block is None:
        book.block = untold(gathered)
    return book


def _with_notes(by_hand: Book, book: Book) -> Book:
    """*by_hand* with the footnotes and addresses that macros outside its block gave."""
    seen = {note.span for note in by_hand.notes}
    by_hand.notes += [note for note in book.notes if note.span not in seen]
    known = {text for author in by_hand.authors for text, _ in author.mails} | {t for t, _ in by_hand.unsettled}
    by_hand.unsettled += [pair for pair in book.unsettled if pair[0] not in known]
    return by_hand


def _ownerless(book: Book, gathered: Gathered) -> None:
    """Affiliations without any author: a sender's address in a letter, else authors named in a way nobody knows."""
    classes_used = [call.group(0) for call in gathered.calls if call.role == "class"]
    letter = any(c is not None and c.text.strip() in LETTERS_AND_SLIDES for c in classes_used)
    if letter or not any(call.role == "title" for call in gathered.calls):
        book.places, book.notes = [], []
    else:
        book.block = book.places[0].span


def _lost(gathered: Gathered) -> Span | None:
    """Where a front matter without authors brings in a file that is not there: they may stand in it."""
    calls = gathered.calls
    last = max((n for n, call in enumerate(calls) if call.role == "body"), default=len(calls))
    lost = [n for n, call in enumerate(calls) if call.role == "lost" and n < last]
    titled = any((call.role == "title" and call.args) or call.name == "maketitle" for call in calls)
    return calls[lost[-1]].strip.span(calls[lost[-1]].start, calls[lost[-1]].end) if titled and lost else None


def _beyond(gathered: Gathered) -> tuple[Problem, ...]:
    from askfirst_checks.readers.latex.fallback.hand_set_page import too_long

    span = too_long(gathered)
    says = Text(
        "nobody was read, and the title page is longer than what is read of one",
        "es wurde niemand gelesen, und die Titelseite ist länger als das Stück, das davon gelesen wird",
    )
    return () if span is None else (Problem("bound", says, span),)


def _unexpanded(gathered: Gathered) -> tuple[Problem, ...]:
    """Macros in the author block that nobody could expand; most blocks have none at all."""
    texts = [c.strip.text[a.start : a.end] for c in gathered.calls if c.role in _BLOCK for a in c.args]
    catcodes = any("\\catcode" in text for text in gathered.sources.values())
    if not catcodes and not any("\\" in text.replace("\\\\", "") for text in texts):
        return ()
    from askfirst_checks.readers.latex.fallback.unknown_macros import unexpanded

    return unexpanded(gathered)


def _unplaced(gathered: Gathered, book: Book) -> tuple[Problem, ...]:
    """Several authors, no affiliation read, and an institution in a macro that nobody knows."""
    if book.places or len(book.authors) < _SEVERAL:
        return ()
    from askfirst_checks.readers.latex.fallback.unreadable_block import unknown_places

    span = unknown_places(gathered)
    says = Text(
        "no affiliation was read for any author, and this macro, which is not known here, names an institution",
        "zu niemandem wurde eine Affiliation gelesen, und dieses hier unbekannte Makro nennt eine Einrichtung",
    )
    return () if span is None else (Problem("no-affiliations", says, span),)


def _people(book: Book) -> list[Person]:
    return [
        Person(
            author.name,
            author.span,
            tuple(author.affiliations),
            tuple(Address(text, span) for text, span in dict(author.mails).items()),
            author.orcid,
            author.corresponding,
        )
        for author in book.authors
    ]


def _places(book: Book) -> list[Affiliation]:
    return [Affiliation(p.text, p.span, _kind(p.kind), tuple(p.owners)) for p in book.places]


def _kind(kind: str) -> Literal["affiliation", "present-address"]:
    return "present-address" if kind == "present-address" else "affiliation"


def _beside(gathered: Gathered, book: Book) -> list[Affiliation]:
    """Institutions in other macros of the title, where the authors have affiliations; in page heads, where not."""
    head = gathered.root.text[:_HEAD]
    if any(not author.affiliations for author in book.authors) and any(macro in head for macro in _PAGE):
        from askfirst_checks.readers.latex.fallback.title_macros import page_heads

        return page_heads(gathered, _HEAD)
    if not book.places or not book.authors or not any(macro in head for macro in _BESIDE):
        return []
    from askfirst_checks.readers.latex.fallback.title_macros import notes_beside
    from askfirst_checks.readers.latex.fallback.trailing_affiliations import bounds

    return notes_beside(book, gathered, bounds(gathered)[1], {})


def _notes(book: Book) -> list[Affiliation]:
    return [
        Affiliation(note.text, note.span, "note", () if note.owner is None else (note.owner,))
        for note in book.notes
        if note.text
    ]


def _problems(book: Book, lost: Span | None) -> list[Problem]:
    found = [Problem("bound", BEYOND, book.beyond)] if book.beyond else []
    if book.block is not None and not book.authors and not book.anonymous and not book.teams:
        says = Text(
            "an author block is here, and no author could be read",
            "hier steht ein Autorenblock, aber kein Name darin war lesbar",
        )
        found.append(Problem("no-authors", says, book.block))
    if lost is not None:
        says = Text(
            "no authors were read, and this file of the front matter could not be found",
            "es wurde niemand gelesen, und diese Datei der Titelei war nicht zu finden",
        )
        found.append(Problem("no-authors", says, lost))
    for author in book.authors:
        if not author.affiliations:
            says = Text("no affiliation was found for {name}", "zu {name} fand sich keine Affiliation").fill(
                name=same(author.name)
            )
            found.append(Problem("no-affiliation", says, author.span, author.name))
    tied = {place.text for place in book.places if place.owners}
    for place in book.places:
        if not place.owners and place.text not in tied:
            says = Text("this affiliation could not be tied to an author", "diese Affiliation war niemandem zuzuordnen")
            found.append(Problem("untied", says, place.span, place.text))
    return found
