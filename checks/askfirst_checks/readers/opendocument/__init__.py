"""OpenDocument text (``.odt``, ``.fodt``): the same paragraphs as Word's, and from there on the same way."""

from __future__ import annotations

import re

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Tree, Unreadable
from askfirst_checks.readers.opendocument.styles import Styles
from askfirst_checks.readers.opendocument.text import Reader
from askfirst_checks.readers.word.assembly import manuscript_of, unread
from askfirst_checks.readers.word.elements import parse
from askfirst_checks.readers.word.package import LARGEST_PART, NO_PACKAGE, TOO_LARGE, Broken, Package
from askfirst_checks.readers.word.paragraph import Paragraph
from askfirst_checks.words import Text

FORM = "opendocument"
NO_TEXT = Text(
    "could not be opened as an OpenDocument text; open and save it once more, and check that",
    "ließ sich nicht als OpenDocument-Text öffnen; bitte noch einmal öffnen und speichern und dann prüfen",
)
LOCKED = Text(
    "this file has a password; save it without one, and check that",
    "diese Datei hat ein Kennwort; bitte ohne Kennwort speichern und diese prüfen",
)
_DEARER = 2
"""an element here is a span of words, where Word has four of mere looks"""
_PICTURE = re.compile(rb"<office:binary-data[^<>]{0,200}>[^<]*")


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The author block of *path*; a file that cannot be opened has a problem that says what to do."""
    try:
        data = tree.read(path)
        found, whole = _flat(data) if data.lstrip()[:1] in (b"<", b"\xef") else _packed(Package(data))
    except Unreadable as error:
        return unread(path, FORM, error.text, "file")
    except Broken as error:
        return unread(path, FORM, NO_TEXT if error.text == NO_PACKAGE else error.text, "no-authors")
    return manuscript_of(path, FORM, found, whole=whole)


def _packed(package: Package) -> tuple[list[Paragraph], bool]:
    """The text, then headers and footers; whether all of it was read. Raises `Broken`."""
    main = package.part("content.xml")
    if not main:
        raise Broken(NO_PACKAGE)
    if b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise Broken(LOCKED)
    styles = Styles()
    edges, body = Reader(styles), Reader(styles)
    given = package.part("styles.xml")
    whole = not given or parse(given, edges, _DEARER)
    whole &= parse(main, body, _DEARER)
    return [*body.found, *edges.found], whole


def _flat(data: bytes) -> tuple[list[Paragraph], bool]:
    """The paragraphs of a flat file, in which pictures are words: they are taken out. Raises `Broken`."""
    if len(data) > LARGEST_PART:
        raise Broken(TOO_LARGE.fill(limit=LARGEST_PART // 1024**2))
    reader = Reader(Styles())
    whole = parse(_PICTURE.sub(b"<office:binary-data>", data), reader, _DEARER)
    edges = [each for each in reader.found if each.role == "edge"]
    return [*(each for each in reader.found if each.role != "edge"), *edges], whole
