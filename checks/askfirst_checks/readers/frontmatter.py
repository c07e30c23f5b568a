"""The YAML front matter of Markdown, Quarto, R Markdown, MyST and JOSS papers."""

from __future__ import annotations

import re

from askfirst_checks.light import Literal
from askfirst_checks.model import Address, Affiliation, Manuscript, Problem, Span, Tree
from askfirst_checks.readers.author_list import AuthorList, mail_places
from askfirst_checks.readers.decode import read_text
from askfirst_checks.readers.printed_block import body, footnotes, settle
from askfirst_checks.readers.yaml_authors import AFFILIATIONS, read_authors
from askfirst_checks.readers.yaml_nodes import Node, lenient
from askfirst_checks.readers.yaml_places import Marks
from askfirst_checks.words import Text

_CAP = 1_000_000
_OPEN = re.compile(r"(?:\s+|<!--.{0,4000}?-->)*---[ \t]*\n", re.DOTALL)
_CONFLICT = re.compile(r"^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?|\|{7}(?: .*)?)$", re.MULTILINE)
_MERGE = Text(
    "a merge left its marks here; both sides are read",
    "hier stehen Marken einer nicht abgeschlossenen Zusammenführung; beide Seiten werden gelesen",
)
_ADDRESSES = ("email", "emails", "correspondence", "corresponding-author", "corrauth", "corrauthor", "contact")
_AUTHORS = re.compile(r"^authors?[ \t]*:", re.MULTILINE)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[A-Za-z][\w-]*[ \t]*:(?:\s|$)")
_UNCLOSED = Text(
    "the front matter is not closed by a line of three dashes; read up to the first empty line",
    "der Vorspann ist nicht durch eine Zeile mit drei Strichen geschlossen; gelesen bis zur ersten Leerzeile",
)
_NOTES: tuple[tuple[str, Literal["acknowledgement", "funding"]], ...] = (
    ("acknowledgements", "acknowledgement"),
    ("acknowledgments", "acknowledgement"),
    ("acknowledgement", "acknowledgement"),
    ("funding", "funding"),
)


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The front matter of *path*; a file without one, or without authors in it, has no author block."""
    into = AuthorList(path, "markdown")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    bounds = _bounds(text)
    if bounds is None:
        return into.manuscript(text, None)
    start, end, closed = bounds
    first_line = 1 + text.count("\n", 0, start)
    if not closed:
        into.problems.append(Problem("markup", _UNCLOSED, Span(path, first_line, 1, first_line, 1), path))
    head = text[start : min(end, start + _CAP)]
    if merged := _CONFLICT.search(head):
        line = first_line + head.count("\n", 0, merged.start())
        into.problems.append(Problem("markup", _MERGE, Span(path, line, 1, line, 8), path))
        head = _CONFLICT.sub("", head)
    root, problems = lenient(head, path, first_line)
    into.problems.extend(problems)
    said = _AUTHORS.search(head) if problems else None
    line = first_line + head.count("\n", 0, said.start()) if said else 0
    unread = Span(path, line, 1, line, 1 + len(said[0])) if said else None
    return document(root or Node(Span(path, 1, 1, 1, 1)), text, into, end, unread)


def document(root: Node, text: str, into: AuthorList, end: int | None = None, unread: Span | None = None) -> Manuscript:
    """The manuscript that the mapping *root* describes, added to what *into* holds already.

    Where it names nobody, the body behind *end* may begin with a block of authors; *unread* is where broken YAML has
    authors that *root* may not hold.
    """
    marks = Marks(into)
    for key in (*AFFILIATIONS, "address"):
        defined = root.get(key)
        if defined is not None:
            marks.define(defined)
    if end is not None:
        footnotes(text, end, into.path, marks)
    listed = root.get("authors", "author", "by-author")
    if listed is not None:
        read_authors(listed, marks, into)
    block = listed.span if listed is not None and listed.each() else None
    if block is None and end is not None:
        block = body(text, end, into.path, marks, into)
    block = block or unread
    marks.alone()
    for key in _ADDRESSES:
        _address(root.get(key), marks, into)
    settle(marks, into)
    for key, kind in _NOTES:
        note = root.get(key)
        for item in note.each() if note else ():
            if item.text:
                into.notes.append(Affiliation(" ".join(item.text.split()), item.span, kind))
    return into.manuscript(
        text,
        block,
        root.said("title"),
        _folded(root.said("abstract")),
        _words(root),
    )


def _address(node: Node | None, marks: Marks, into: AuthorList) -> None:
    """Addresses at the top level, and whom the text beside them names as corresponding."""
    for item in node.each() if node is not None else ():
        marks.mails += [Address(item.text[a:b], item.span) for a, b in mail_places(item.text)]
        marks.hint += " " + item.text if "@" in item.text else ""
        for number, person in enumerate(into.authors):
            if person.name in item.text:
                into.correspond(number)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _words(root: Node) -> tuple[str, ...]:
    node = root.get("keywords", "keyword", "tags")
    if node is None:
        return ()
    if node.kind == "scalar":
        return tuple(word.strip() for word in re.split("[,;]", node.text) if word.strip())
    return tuple(item.text.strip() for item in node.items if item.text.strip())


def _bounds(text: str) -> tuple[int, int, bool] | None:
    """Where the front matter starts and ends, and whether it is closed."""
    opened = _OPEN.match(text[:_CAP])
    if opened is None:
        return None
    closing = _CLOSE.search(text, opened.end())
    if closing is not None:
        return opened.end(), closing.start(), True
    if not _KEY.match(text, opened.end()):
        return None
    empty = text.find("\n\n", opened.end())
    return opened.end(), len(text) if empty < 0 else empty + 1, False
