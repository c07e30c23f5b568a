"""Word: its paragraphs to light mark-up, that to the author block; positions are numbers of paragraphs."""

from __future__ import annotations

from typing import Any

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Problem, Span, Tree, Unreadable
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.markdown.front_matter import document
from askfirst_checks.readers.word.docx import paragraphs
from askfirst_checks.readers.word.elements import TOO_MANY
from askfirst_checks.readers.word.light_text import Lines, light
from askfirst_checks.readers.word.loose import with_loose
from askfirst_checks.readers.word.package import Broken, Package
from askfirst_checks.readers.yaml.nodes import Node
from askfirst_checks.words import Text


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The author block of *path*; a file that cannot be opened has a problem that says what to do."""
    try:
        found, whole = paragraphs(Package(tree.read(path)))
    except Unreadable as error:
        return _unread(path, error.text, "file")
    except Broken as error:
        return _unread(path, error.text, "no-authors")
    lines = light(found)
    into = AuthorList(path, "markdown")
    start = Span(path, 1, 1, 1, 1)
    if not whole:
        into.problem("bound", TOO_MANY, start, path)
    root = Node(start, pairs=_matter(lines, start, any(p.is_raised for each in found[:20] for p in each.pieces)))
    seen: Manuscript = _placed(document(root, lines.text, into, 0), lines)
    return with_loose(seen._replace(form="word", sources={path: lines.shown}), found, lines)


def _matter(lines: Lines, start: Span, has_marks: bool) -> tuple[tuple[str, Node], ...]:
    """What shows that it is a paper; a curriculum vitae or a letter has none of it."""
    words = tuple(Node(start, word) for word in lines.keywords)
    listed = (("keywords", Node(start, items=words, kind="list")),) if words else ()
    return (("abstract", Node(start, lines.abstract)), *listed) if lines.abstract or has_marks else listed


def _unread(path: str, says: Text, kind: Literal["file", "no-authors"]) -> Manuscript:
    span = Span(path, 1, 1, 1, 1)
    problem = Problem(kind, says, span, path)
    return Manuscript(
        path, "word", has_author_block=kind != "file", author_block=span, problems=(problem,), sources={path: ""}
    )


def _placed(value: Any, lines: Lines) -> Any:
    """*value* with every span as one of paragraphs."""
    if isinstance(value, Span):
        return lines.span(value)
    if isinstance(value, tuple):
        each = [_placed(one, lines) for one in value]
        return type(value)(*each) if hasattr(value, "_fields") else tuple(each)
    return value
