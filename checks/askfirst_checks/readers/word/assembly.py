"""From paragraphs to a `Manuscript`: for Word, and for every format that has paragraphs and raised words as it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Problem, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.markdown.front_matter import document
from askfirst_checks.readers.unplaced import is_placed
from askfirst_checks.readers.word.acknowledgements import acknowledgements, remarks
from askfirst_checks.readers.word.elements import TOO_MANY
from askfirst_checks.readers.word.light_text import Lines, light
from askfirst_checks.readers.word.loose import with_loose
from askfirst_checks.readers.word.paragraph import Paragraph, unbroken
from askfirst_checks.readers.word.title_page.read import title_page
from askfirst_checks.readers.yaml.nodes import Node
from askfirst_checks.words import Text

_FIRST = 20
"""paragraphs among which raised marks show that it is a paper"""
_SALUTATION = pattern(
    r"(?i)(?:尊敬的|(?:dear|sehr geehrte[rs]?|liebe[rs]?|hello|hallo|guten tag|to whom it may concern|ch(?:er|ère)s?|"
    r"madame|monsieur|estimad[oa]s?|уважаем\w+)\b)[^.?!]{0,80}[,:!：，]?$"
)
"""how a letter begins: a cover letter to a journal, an enquiry"""


def manuscript_of(path: str, form: str, found: Sequence[Paragraph], *, whole: bool) -> Manuscript:
    """The author block of the paragraphs *found* of *path*; *whole*: no bound was reached on the way."""
    found = [unbroken(each) for each in found]
    lines = light(found)
    into = AuthorList(path, "markdown")
    start = Span(path, 1, 1, 1, 1)
    if not whole:
        into.problem("bound", TOO_MANY, start, path)
    root = Node(start, pairs=matter(lines, start, found))
    seen: Manuscript = with_spans(document(root, lines.text, into, 0), lines.span)
    sources = {path: lines.shown}
    if not seen.authors and any(_SALUTATION.match(each.text) for each in found[: lines.opening]):
        return Manuscript(path, form, title=seen.title, sources=sources)
    seen = with_loose(_better(seen, found, lines)._replace(form=form, sources=sources), found, lines)
    if not seen.has_author_block:
        return seen
    if any(each.fields for each in found):
        from askfirst_checks.readers.word.citations import bibliography

        seen = seen._replace(bibliographies=bibliography(found, path))
    said = acknowledgements(found, lines, path)
    seen = seen._replace(notes=(*seen.notes, *said))
    return seen._replace(notes=(*seen.notes, *remarks(found, lines, seen)))


def _better(seen: Manuscript, found: Sequence[Paragraph], lines: Lines) -> Manuscript:
    """*seen*, or what the lines of the title page say, where that accounts for all of them or *seen* has nobody."""
    page = title_page(found, lines, seen.root)
    if page is None:
        return seen
    placed, mine = is_placed(seen), page.manuscript
    if seen.authors and (not page.is_whole or (placed and not is_placed(mine))):
        return seen
    kept = tuple(problem for problem in seen.problems if problem.kind == "bound")
    return mine._replace(
        title=lines.title or seen.title,
        abstract=seen.abstract,
        keywords=seen.keywords,
        notes=(*mine.notes, *seen.notes),
        problems=(*kept, *mine.problems),
        passages=() if is_placed(mine) else seen.passages,
    )


def unread(path: str, form: str, says: Text, kind: Literal["file", "no-authors"]) -> Manuscript:
    """What a file is that could not be opened: *says* is why, or what to do."""
    span = Span(path, 1, 1, 1, 1)
    problem = Problem(kind, says, span, path)
    return Manuscript(
        path, form, has_author_block=kind != "file", author_block=span, problems=(problem,), sources={path: ""}
    )


def matter(lines: Lines, start: Span, found: Sequence[Paragraph]) -> tuple[tuple[str, Node], ...]:
    """What shows that it is a paper; a curriculum vitae or a letter has none of it."""
    words = tuple(Node(start, word) for word in lines.keywords)
    listed = (("keywords", Node(start, items=words, kind="list")),) if words else ()
    has_marks = any(piece.is_raised for each in found[:_FIRST] for piece in each.pieces)
    return (("abstract", Node(start, lines.abstract)), *listed) if lines.abstract or has_marks else listed


def with_spans(value: Any, where: Callable[[Span], Span]) -> Any:
    """*value* with every span in it as *where* gives it."""
    if isinstance(value, Span):
        return where(value)
    if isinstance(value, tuple):
        each = [with_spans(one, where) for one in value]
        return type(value)(*each) if hasattr(value, "_fields") else tuple(each)
    return value
