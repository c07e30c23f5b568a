"""From the lines of a title page to its authors; a paper in two languages has two heads, each with marks of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Manuscript
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.markdown.headings import begins_text, of_paper, only_of_papers
from askfirst_checks.readers.word.light_text import Lines
from askfirst_checks.readers.word.paragraph import Paragraph
from askfirst_checks.readers.word.title_page.head import Head
from askfirst_checks.readers.word.title_page.rows import Row, rows

_MOST_HEADS = 4
_MOST_ABOVE = 14
"""paragraphs of a further head"""
_PROSE = 400
_SENTENCE = 150
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
        heads = _heads(into, rows(found, lines, first, end))
        for head in heads[-1:] if number else heads:
            if _counts(head, lines, further=into.people > 0):
                listed = listed or head.crowd.authors[0].span
                late += head.late
                head.settle()
    if listed is None:
        return None
    return TitlePage(into.manuscript("", listed), late <= _MOST_OTHERS)


def _heads(into: AuthorList, given: Iterable[Row]) -> list[Head]:
    """The heads in the lines *given*: a title in another language, with names behind it, begins the next."""
    todo, heads = _until_prose(list(given)), []
    while todo and len(heads) < _MOST_HEADS:
        heads.append(Head(into))
        todo = heads[-1].read(todo)
    return heads


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
    last = lines.opening if lines.is_paper else min(lines.opening, _MOST_ABOVE)
    for number in range(lines.start + 1, last + 1):
        label, each = lines.labels[number - 1], found[number - 1]
        if label and only_of_papers(label):
            return number - 1
        if each.role == "heading" and any(len(below.text) > _SENTENCE for below in found[number : number + 2]):
            return number - 1
    return last


def _stretches(found: Sequence[Paragraph], lines: Lines, last: int) -> Iterator[tuple[int, int]]:
    """The paragraphs before the abstract, then those before each further abstract, numbered from 1."""
    yield 1, last
    heads = 1
    for number, label in enumerate(lines.labels, 1):
        if number <= lines.opening + 1 or heads >= _MOST_HEADS or not (label and _is_abstract(label)):
            continue
        first = number
        while first > number - _MOST_ABOVE and first - 1 > lines.opening and not _ends_head(found[first - 2], lines, first - 1):
            first -= 1
        if first < number:
            heads += 1
            yield first, number - 1


def _is_abstract(label: str) -> bool:
    said = label.casefold()
    return begins_text(label) and only_of_papers(label) and not said.lstrip(" 0123456789.").startswith(_CHAPTERS)


_CHAPTERS = ("intro", "einl", "введ", "引言", "はじ", "مقدمه")


def _ends_head(each: Paragraph, lines: Lines, number: int) -> bool:
    """Whether *each*, paragraph *number*, belongs to what stands above a head."""
    label = lines.labels[number - 1]
    return bool(label and (begins_text(label) or of_paper(label))) or (len(each.text) > _PROSE and "@" not in each.text)
