"""Typst: the authors that a template is given, or the title block that the document prints itself.

Positions are lines and columns of the file in which the words stand, also of one that is imported.
"""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import BEYOND, Manuscript, Problem, Span, Tree, Unreadable
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import NO_AUTHORS, AuthorList
from askfirst_checks.readers.markdown.front_matter import document
from askfirst_checks.readers.printed import Rows, read_page
from askfirst_checks.readers.typst.block import Found, candidates, document_title
from askfirst_checks.readers.typst.evaluate import Evaluator
from askfirst_checks.readers.typst.files import TreeFiles
from askfirst_checks.readers.typst.paragraphs import Page
from askfirst_checks.readers.typst.scalars import Scalars
from askfirst_checks.readers.word.assembly import with_spans
from askfirst_checks.words import same

_MAY = pattern(r"author|autor|auteur|verfasser|affil|institut|universi|\bby\s*:|#super|footnote|@", 2)


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The author block of *path*; a chapter, a template or anything else without one has none."""
    files = TreeFiles(tree, path)
    evaluator = files.evaluator = Evaluator(files)
    page = Page(getattr(files.whole(path), "bits", ()))
    scalars = Scalars(path)
    found = candidates(evaluator.calls, files.scope(path), scalars)
    rows = Rows(page.found, page.where)
    seen = _best(found, scalars, rows, path)
    shown = rows.lines
    printed = shown.title if any(each.role == "title" for each in page.found) else ""
    title = seen.title or document_title(evaluator.calls) or printed
    problems = (*files.problems, *seen.problems)
    if evaluator.is_cut or (files.is_cut and not seen.authors):
        problems = (*problems, Problem("bound", BEYOND, Span(path, 1, 1, 1, 1), path))
    sources = {name: source.text for name, source in files.sources.items()}
    if not seen.has_author_block:  # a chapter: what its text mentions is looked at with the authors, in the root
        seen = seen._replace(passages=tuple(each for each in seen.passages if each.zone != "text"))
    seen = seen._replace(abstract=seen.abstract or shown.abstract, keywords=seen.keywords or shown.keywords)
    return seen._replace(form="typst", title=title, problems=problems, sources=sources)


def _best(found: list[Found], scalars: Scalars, rows: Rows, path: str) -> Manuscript:
    """What a template was given, where it tells who works where; else what is printed; else the names alone."""
    given = found[0] if found else None
    if given is not None and given.authors and given.has_places and not given.is_guess:
        return _given(given, scalars, rows, path)
    printed = read_page(rows, path, "typst")
    if given is None or (printed.authors and (printed.affiliations or not given.has_places)):
        return printed
    return _given(given, scalars, rows, path)


def _given(found: Found, scalars: Scalars, rows: Rows, path: str) -> Manuscript:
    """The authors that a template was given; what else the document prints is looked through for unplaced words."""
    count = scalars.lines
    text = f"{scalars.text}\n{_untitled(rows)}"
    seen: Manuscript = document(found.root, text, AuthorList(path, "markdown"))

    def where(span: Span) -> Span:
        if span.line <= count:
            return scalars.span(span)
        return rows.span(span._replace(line=span.line - count - 1, end_line=max(1, span.end_line - count - 1)))

    seen = with_spans(seen, where)
    if seen.authors or found.at is None:
        return seen
    unread = Problem("no-authors", NO_AUTHORS, found.at, path)
    return seen._replace(has_author_block=True, author_block=found.at, problems=(*seen.problems, unread))


def _untitled(rows: Rows) -> str:
    """The page as light mark-up, in which only what is set as a title is one: nothing is asked about titles."""
    lines = rows.lines
    if not lines.start or rows.found[lines.start - 1].role == "title":
        return lines.text
    return "\n".join(
        "  " + row[2:] if row.startswith("# ") and place[0] == lines.start else row
        for row, place in zip(lines.text.split("\n"), (*lines.places, (0, 0)), strict=False)
    )


class _Alone:
    """A tree that holds the beginning of one file."""

    def __init__(self, head: bytes) -> None:
        self._head = head

    def read(self, path: str) -> bytes:
        """That beginning."""
        if path != "x.typ":
            raise Unreadable(same("not looked at"))
        return self._head

    def exists(self, path: str) -> bool:
        """Whether *path* is that file."""
        return path == "x.typ"


def is_paper(path: str, head: str) -> bool:
    """Whether a Typst file that begins with *head* names authors itself, or takes them from a file that it imports."""
    if not _MAY.search(head):
        return False
    return read(_Alone(head.encode()), "x.typ").has_author_block
