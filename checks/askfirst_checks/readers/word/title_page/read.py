"""From the lines of a title page to its authors; a paper in two languages has two heads, each with marks of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Manuscript
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.markdown.headings import begins_text, of_paper, only_of_papers
from askfirst_checks.readers.word.light_text import Lines, is_over_references
from askfirst_checks.readers.word.paragraph import Paragraph
from askfirst_checks.readers.word.title_page.head import Head
from askfirst_checks.readers.word.title_page.rows import Row, rows

_MOST_HEADS = 4
_MOST_ABOVE = 24
"""paragraphs of a further head"""
_MOST_LINES = 600
"""paragraphs of the first head"""
_PROSE = 400
_SENTENCE = 150
_FEWEST_WORDS = 4
_SHORTEST_PAPER = 2_000
_LETTER = pattern(
    r"(?i)\W*(?:dear\b|to whom|sehr geehrte|liebe[rs]?\b|cher|chère|estimad|уважаем|curriculum|"
    r"r[ée]sum[ée]$|lebenslauf|cv\b|"
    r"резюме$|minutes\b|protokoll|invoice|rechnung|agenda\b|tagesordnung|application for|bewerbung)"
)
"""letters, minutes and their like have senders and addresses, too"""
_MOST_OTHERS = 3
"""lines behind the names of which nothing is known, up to which the page counts as understood"""


class TitlePage(NamedTuple):
    """What was read of it."""

    manuscript: Manuscript
    is_whole: bool
    """whether every line behind the names is accounted for"""


def title_page(found: Sequence[Paragraph], lines: Lines, path: str) -> TitlePage | None:
    """The authors of *found*, whose light mark-up is *lines*; None where nobody is named as an author."""
    into = AuthorList(path, "markdown")
    late, listed = 0, None
    last = _end(found, lines)
    for number, (first, end) in enumerate(_stretches(found, lines, last)):
        stretch = list(rows(found, lines, first, end))
        announced = bool(any(lines.labels[lines.opening : lines.opening + 1]))
        for head in _further(into, stretch) if number else _first(into, stretch, announced):
            if number and head.has_names and not head.has_places and head.repeats():
                head.settle()
            elif _counts(head, lines, further=into.people > 0) or (not number and _stands_as_paper(head, found, lines)):
                listed = listed or head.crowd.authors[0].span
                late += head.late
                head.settle()
    if listed is None:
        return None
    return TitlePage(into.manuscript("", listed), late <= _MOST_OTHERS)


def _first(into: AuthorList, stretch: list[Row], announced: bool) -> list[Head]:
    """The heads before the first abstract; one without a heading may stand between two, if another is *announced*."""
    above = _until_prose(stretch)
    heads = _heads(into, above)
    behind = stretch[len(above) + 1 :]
    return (
        [*heads, *_further(into, behind)] if announced and behind and any(head.has_names for head in heads) else heads
    )


def _stands_as_paper(head: Head, found: Sequence[Paragraph], lines: Lines) -> bool:
    """Whether *head* stands between a title and text, as on a paper that says of no part what it is."""
    if not (head.has_names and head.has_addresses) or head.late or len(head.others) > 1 or not lines.start:
        return False
    title = found[lines.start - 1]
    if len(title.text.split()) < _FEWEST_WORDS and title.role != "title":
        return False
    below = found[lines.start : lines.start + _MOST_ABOVE]
    if any(_LETTER.match(each.text) for each in (title, *below)):
        return False
    return any(len(each.text) > _PROSE for each in below) and sum(len(each.text) for each in found) > _SHORTEST_PAPER


def _heads(into: AuthorList, todo: list[Row]) -> list[Head]:
    """The heads in the lines *todo*: a title in another language, with names behind it, begins the next."""
    heads: list[Head] = []
    while todo and len(heads) < _MOST_HEADS:
        heads.append(Head(into))
        todo = heads[-1].read(todo)
    return heads


def _further(into: AuthorList, stretch: list[Row]) -> list[Head]:
    """The last head in the lines before a further abstract; above it may stand references, or who the authors are."""
    while stretch:
        last = max((place for place, row in enumerate(stretch) if _is_prose(row.text)), default=-1)
        named = [head for head in _heads(into, stretch[last + 1 :]) if head.has_names]
        if named:
            return named[-1:]
        stretch = stretch[: max(last, 0)]
    return []


def _counts(head: Head, lines: Lines, *, further: bool) -> bool:
    """Whether the people of *head* are the authors: the document is a paper, and they have a place, or stand alone."""
    if not head.has_names or not (lines.is_paper or (head.is_tied and not further)):
        return False
    if head.has_places:
        return head.late <= _MOST_OTHERS or head.is_tied
    if further or len(head.others) > _MOST_OTHERS:
        return False
    return head.labelled or not head.late or head.crowd.authors[0].span.line < lines.start


def _until_prose(todo: Sequence[Row]) -> list[Row]:
    """The lines before the first that is a paragraph of text."""
    for place, row in enumerate(todo):
        if not row.is_note and _is_prose(row.text):
            return list(todo[:place])
    return list(todo)


def _is_prose(text: str) -> bool:
    if len(text) < _SENTENCE or "^" in text or "@" in text:
        return False
    return len(text) > _PROSE or (text.rstrip().endswith(".") and not line_kinds.institution(text))


def _end(found: Sequence[Paragraph], lines: Lines) -> int:
    """The last paragraph before the abstract, the key words or a chapter."""
    last = min(lines.opening, _MOST_LINES if lines.is_paper else _MOST_ABOVE)
    for number in range(lines.start + 1, last + 1):
        label, each = lines.labels[number - 1], found[number - 1]
        if (label and only_of_papers(label)) or is_over_references(each):
            return number - 1
        if each.role == "heading" and any(len(below.text) > _SENTENCE for below in found[number : number + 2]):
            return number - 1
    return last


def _stretches(found: Sequence[Paragraph], lines: Lines, last: int) -> Iterator[tuple[int, int]]:
    """The paragraphs before the abstract, then those before each further abstract, numbered from 1."""
    yield 1, last
    heads = 1
    for number, label in enumerate(lines.labels, 1):
        if number <= last + 1 or heads >= _MOST_HEADS or not (label and _is_abstract(label)):
            continue
        first = number
        while first > number - _MOST_ABOVE and first - 1 > last and not _ends_head(found[first - 2], lines, first - 1):
            first -= 1
        if first < number:
            heads += 1
            yield first, number - 1


def _is_abstract(label: str) -> bool:
    said = label.casefold()
    return (begins_text(label) or only_of_papers(label)) and not said.lstrip(" 0123456789.").startswith(_CHAPTERS)


_CHAPTERS = ("intro", "einl", "введ", "引言", "はじ", "مقدمه")


def _ends_head(each: Paragraph, lines: Lines, number: int) -> bool:
    """Whether *each*, paragraph *number*, belongs to what stands above a head."""
    label = lines.labels[number - 1]
    return bool(label and (begins_text(label) or of_paper(label))) or (len(each.text) > _PROSE and "@" not in each.text)
