"""The YAML front matter of Markdown, Quarto, R Markdown, MyST and JOSS papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from askfirst_checks.light import TYPE_CHECKING, Literal
from askfirst_checks.model import Address, Affiliation, Manuscript, Problem, Span, Tree
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import AuthorList, mail_places
from askfirst_checks.readers.light_markup.spans import Places
from askfirst_checks.readers.source.decoding import read_text
from askfirst_checks.readers.yaml.affiliation_marks import Marks
from askfirst_checks.readers.yaml.authors import Spare, read_authors
from askfirst_checks.readers.yaml.keys import AFFILIATIONS, within
from askfirst_checks.readers.yaml.nodes import TOO_MUCH, Node
from askfirst_checks.readers.yaml.recovery import read_yaml
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.readers.markdown.body import Found

_CAP = 1_000_000
_MOST_MAILS = 200
_BODY = 8_000
_AUTHORS = ("authors", "author", "by-author")
_AUTHORS_KEY = pattern(r"^(?:authors?|by-author)\s*:", re.MULTILINE)
_ELSEWHERE = ("date", "subtitle", "note", "notes", "thanks", "abstract")
_CONTACTS = (
    "email", "e-mail", "corrauth", "corresponding", "corresponding-author", "correspondence", "corresponding-email",
    "corresponding-author-email", "contact",
)  # fmt: skip
_NO_PAPER = pattern(
    r"_?(?:readme|changelog|changes|history|news|contribut|authors|maintainers|code[_-]of|security|support|licen[cs]e|"
    r"install|todo|claude|agents|skill|governance|release|roadmap)"
)
_PROMISING = pattern(
    r"(?im)^[ \t>#:*_{.\d-]{0,12}(?:authors?|autor|auteur|verfasser|автор|作者|著者|affiliation)|"
    r"\^[^\s^]{1,20}\^|</sup>|\\textsuperscript|[¹²³]|\[\^\w+\]|\$\{?\s?\^"
)
_FIRST = 1_500
_INSTITUTION = pattern(
    r"(?i)univ|institu|hochschule|a[kc]adem|depart|laborat|college|hospital|институт|универс|大学|研究"
)
_WEB_PAGE = ("layout", "permalink", "venue", "source", "sources", "paperurl", "paper-url", "arxiv", "license")
_PAPER = ("bibliography", "csl", "keywords", "abstract", "journal")
_PERCENT = pattern(r"%[ \t](?P<title>[^%\n][^\n]{0,500})\n%[ \t](?P<authors>[^\s%][^\n]{0,2000})\n(?:%|\n|$)")
_COMMENT = pattern(r"\s*<!--")
_OPEN = pattern(r"\s*---[ \t]*\n")
_CLOSE = pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = pattern(r"[A-Za-z][\w-]*[ \t]*:(?:\s|$)")
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
    """The author block of *path*, in its front matter or its first lines; a file without one has none."""
    into = AuthorList(path, "markdown")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    bounds = front_matter(text)
    start, end, closed = bounds or (0, 0, True)
    root: Node | None = None
    first_line = 1 + text.count("\n", 0, start)
    if not closed:
        into.problems.append(Problem("markup", _UNCLOSED, Span(path, first_line, 1, first_line, 1), path))
    if bounds:
        root, problems = read_yaml(text[start : min(end, start + _CAP)], path, first_line)
        into.problems.extend(problems)
        if end - start > _CAP:
            into.problem("bound", TOO_MUCH, Span(path, first_line, 1, first_line, 1), path)
    else:
        root = _title_block(text, path)
    root = root or Node(Span(path, 1, 1, 1, 1))
    return document(root, text, into, _after_line(text, end))


def _title_block(text: str, path: str) -> Node | None:
    """Pandoc's title block: ``% title``, ``% authors``, ``% date`` on the first lines."""
    found = _PERCENT.match(text)
    if not found or not found["authors"].strip():
        return None
    line = 1 + text.count("\n", 0, found.start("authors"))
    column = found.start("authors") - text.rfind("\n", 0, found.start("authors"))
    authors = Node(Span(path, line, column, line, column + len(found["authors"])), found["authors"])
    return Node(Span(path, 1, 1, 1, 1), pairs=(("title", Node(authors.span, found["title"])), ("author", authors)))


def _after_line(text: str, end: int) -> int:
    """Where the body begins: behind the line that closes the front matter."""
    after = text.find("\n", end)
    return end if not end or after < 0 else after + 1


def document(root: Node, text: str, into: AuthorList, body: int | None = None) -> Manuscript:
    """The manuscript that the mapping *root* describes, added to what *into* holds already.

    *body* is where the text of the document begins, if there is any.
    """
    marks = _defined(root, into)
    listed = _listed(root)
    if listed is not None:
        read_authors(listed, marks, into, _spare(root, text, into.path, body))
    there = listed.span if listed else None
    title = root.said("title")
    if body is not None and into.without_affiliations and (found := _in_body(root, text, body, into)):
        into.become(found.list)
        there = there or found.span
        title = title or found.title
    into.share()
    _mails(root, marks, into)
    into.notes.extend(_notes(root))
    return into.manuscript(
        text,
        there,
        title,
        _folded(root.said("abstract")),
        _words(root),
    )


def _notes(root: Node) -> Iterator[Affiliation]:
    """Acknowledgements and funding."""
    for key, kind in _NOTES:
        note = root.get(key)
        for item in note.each() if note else ():
            if item.text:
                yield Affiliation(_folded(item.text), item.span, kind)


def _listed(root: Node) -> Node | None:
    """The value that lists the authors."""
    return next((node for key in _AUTHORS if (node := root.get(key)) and node.each()), None)


def _defined(root: Node, into: AuthorList) -> Marks:
    """The affiliations that the document defines once."""
    marks = Marks(into)
    for key in (*AFFILIATIONS, "address"):
        defined = root.get(key)
        if defined is not None:
            marks.define(defined)
    return marks


def is_paper(path: str, head: str) -> bool:
    """Whether a Markdown file that begins with *head* names authors: in its front matter, or under its title."""
    text = head.removeprefix("\ufeff").replace("\r\n", "\n")
    bounds = front_matter(text)
    start, end, _ = bounds or (0, 0, True)
    if _AUTHORS_KEY.search(text, start, end) or _title_block(text, path):
        return True
    if not _promises(text, end):
        return False
    root = read_yaml(text[start:end], path)[0] if bounds else None
    return _in_body(root or Node(Span(path, 1, 1, 1, 1)), text, end, AuthorList(path, "markdown")) is not None


def _spare(root: Node, text: str, path: str, body: int | None) -> Spare:
    """Where addresses stand that the names' marks point to, when no list of affiliations holds them."""
    nodes = [node for key in _ELSEWHERE if (node := root.get(key)) and node.text]
    found: Spare = tuple((node.text, partial(within, node)) for node in nodes)
    if body is None:
        return found
    return (*found, (text[body : body + _BODY], Places(path, text).at(body)))


def _in_body(root: Node, text: str, start: int, into: AuthorList) -> Found | None:
    """The author block that the document prints itself; a README and its like have none, whatever they list."""
    name = into.path.rpartition("/")[2].partition(".")[0].lower()
    if _NO_PAPER.match(name) or root.get(*_WEB_PAGE) or not _promises(text, start):
        return None
    from askfirst_checks.readers.markdown.body import find

    found = find(text, start, into.path, into.authors, root.get(*_PAPER) is not None)
    if found and into.authors and not {plain(one) for one in into.names} & {plain(one) for one in found.list.names}:
        return None
    return found


def _promises(text: str, start: int) -> bool:
    """Whether looking more closely is worth the time."""
    return bool(_PROMISING.search(text, start, start + _BODY) or _INSTITUTION.search(text, start, start + _FIRST))


def _mails(root: Node, marks: Marks, into: AuthorList) -> None:
    """E-mail addresses of the whole document, or of an affiliation: whose they are, their local part tells."""
    found = [one for item in _contacts(root) for one in _mails_of(item)]
    found.extend((address, "", place) for address, place in marks.mails)
    if not found:
        return
    from askfirst_checks.readers.light_markup.emails import owner

    names = into.names
    for address, before, place in found[:_MOST_MAILS]:
        whose = owner(address.text, names, before)
        into.give(address, into.only(place) if whose is None and place is not None else whose)
    for address, _, _ in found[_MOST_MAILS:]:
        into.give(address, None)


def _contacts(root: Node) -> list[Node]:
    return [item for key in _CONTACTS if (node := root.get(key)) for item in node.each()]


def _mails_of(item: Node) -> list[tuple[Address, str, int | None]]:
    """The addresses of one contact, each with what stands before it, which may name its owner."""
    return [
        (Address(item.text[first:last], within(item, first, last)), item.text[:first], None)
        for first, last in mail_places(item.text)
    ]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _words(root: Node) -> tuple[str, ...]:
    node = root.get("keywords", "keyword", "tags")
    if node is None:
        return ()
    if node.kind == "scalar":
        return tuple(word.strip() for word in re.split("[,;]", node.text) if word.strip())
    return tuple(item.text.strip() for item in node.items if item.text.strip())


def front_matter(text: str) -> tuple[int, int, bool] | None:
    """Where the front matter starts and ends, and whether it is closed; comments may stand before it."""
    start = 0
    while comment := _COMMENT.match(text, start):
        end = text.find("-->", comment.end())
        if end < 0:
            return None
        start = end + 3
    opened = _OPEN.match(text, start)
    if opened is None:
        return None
    closing = _CLOSE.search(text, opened.end())
    if closing is not None:
        return opened.end(), closing.start(), True
    if not _KEY.match(text, opened.end()):
        return None
    empty = text.find("\n\n", opened.end())
    return opened.end(), len(text) if empty < 0 else empty + 1, False
