"""The paragraphs of a ``.docx`` (ECMA-376, WordprocessingML): what is printed, insertions taken, deletions left out."""

from __future__ import annotations

from askfirst_checks.readers.word.elements import parse
from askfirst_checks.readers.word.fields import ELEMENTS, Fields
from askfirst_checks.readers.word.look import PLAIN, Look
from askfirst_checks.readers.word.package import NO_PACKAGE, Broken, Package
from askfirst_checks.readers.word.paragraph import Paragraph, Piece, Role, unsymbol
from askfirst_checks.readers.word.styles import ON, Styles, said

_UNPRINTED = frozenset(
    {"del", "moveFrom", "Fallback", "delText", "delInstrText", "pPrChange", "rPrChange", "sdtPr", "rt"}
)
"""deleted text, the second writing of a text box, former formats, pronunciations"""
_LOOKS = frozenset(
    {
        *("rPr", "pPr", "rFonts", "sz", "szCs", "lang", "spacing", "jc", "ind", "color", "noProof", "proofErr", "kern"),
        *(
            "bookmarkStart",
            "bookmarkEnd",
            "lastRenderedPageBreak",
            "bCs",
            "i",
            "iCs",
            "u",
            "shd",
            "tcPr",
            "tcW",
            "tcBorders",
        ),
        *(
            "top",
            "left",
            "bottom",
            "right",
            "highlight",
            "widowControl",
            "keepNext",
            "snapToGrid",
            "numPr",
            "ilvl",
            "eastAsianLayout",
        ),
    }
)
"""what changes nothing that is read: some two thirds of the elements of a file"""
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


class _Open:
    """A paragraph that is being read; text boxes hold others inside."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.role: Role = ""
        self.list = ""
        self.look: Look = PLAIN
        self.notes: list[str] = []
        self.inner: list[Paragraph] = []
        self.fields: list[str] = []


class _Reader:
    """Takes the elements of one part."""

    passed = _LOOKS

    def __init__(self, styles: Styles, role: Role = "") -> None:
        self.found: list[Paragraph] = []
        self._styles = styles
        self._role: Role = role
        self._stack: list[_Open] = []
        self._skipped = 0
        self._taking = False
        self._fields = Fields()
        self._look = PLAIN
        self._counts: dict[str, int] = {}
        self._boxes = 0
        self._note = ""

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped or name in _UNPRINTED:
            self._skipped += 1
        elif name == "r":
            self._look = self._stack[-1].look if self._stack else PLAIN
        elif name == "t":
            self._taking = True
        elif name == "p":
            self._stack.append(_Open())
        elif name in ELEMENTS:
            self._cite(self._fields.opened(name))
        elif name == "txbxContent":
            self._boxes += 1
        elif name in ("footnote", "endnote"):
            self._note = name[0] + attributes.get("w:id", "")
        elif self._stack:
            self._inside(self._stack[-1], name, attributes)

    def _inside(self, here: _Open, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name in _SPACES:
            if "w:pos" not in attributes:
                self._put(_SPACES[name])
        elif name in ("footnoteReference", "endnoteReference"):
            here.notes.append(name[0] + attributes.get("w:id", ""))
            if attributes.get("w:customMarkFollows", "0") not in ON:
                here.pieces.append(Piece(f"[^{here.notes[-1]}]"))
        elif name == "sym":
            self._put(_symbol(attributes.get("w:char", "")))
        elif name == "pStyle":
            here.role, here.look = self._styles.role(value), self._styles.look(value)
        elif name == "rStyle":
            self._look = self._styles.look(value).over(here.look)
        elif name == "numId":
            here.list = value
        else:
            self._look = said(self._look, name, value)

    def words(self, text: str) -> None:
        if self._taking and not self._skipped:
            self._put(text)
        elif self._fields.takes and not self._skipped:
            self._fields.words(text)

    def _cite(self, fields: list[str]) -> None:
        if self._stack and fields:
            self._stack[-1].fields.extend(fields)

    def _put(self, text: str) -> None:
        look = self._look
        if self._stack and text and not look.is_hidden:
            self._stack[-1].pieces.append(Piece(unsymbol(text), bool(look.is_raised), bool(look.is_bold)))

    def closed(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "t":
            self._taking = False
        elif name in ELEMENTS:
            self._cite(self._fields.closed(name))
        elif name == "txbxContent":
            self._boxes -= 1
        elif name == "p" and self._stack:
            self._end(self._stack.pop())

    def _end(self, done: _Open) -> None:
        role: Role = "box" if self._boxes else (self._role or done.role)
        number = 0
        whole = Paragraph(tuple(done.pieces), role, note=self._note, notes=tuple(done.notes), fields=tuple(done.fields))
        if done.list not in ("", "0") and whole.text and role != "heading":
            number = self._counts[done.list] = self._counts.get(done.list, 0) + 1
        out = self._stack[-1].inner if self._stack else self.found
        if whole.text:
            out.append(whole._replace(number=number))
        out.extend(done.inner)


def paragraphs(package: Package) -> tuple[list[Paragraph], bool]:
    """The paragraphs of *package*, notes behind those that point to them; whether all were read. Raises `Broken`."""
    main = package.part("word/document.xml") or package.part("word/document2.xml")
    if not main:
        raise Broken(NO_PACKAGE)
    styles = Styles()
    if given := package.part("word/styles.xml"):
        parse(given, styles)
    body = _Reader(styles)
    whole = parse(main, body)
    notes: dict[str, list[Paragraph]] = {}
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        found, read = _part(package, name, styles, "note")
        whole &= read
        for each in found:
            notes.setdefault(each.note, []).append(each)
    out = [each for one in body.found for each in (one, *(n for key in one.notes for n in notes.pop(key, ())))]
    for name in package.named(("word/header", "word/footer")):
        found, read = _part(package, name, styles, "edge")
        whole &= read
        out.extend(found)
    return out, whole


def _part(package: Package, name: str, styles: Styles, role: Role) -> tuple[list[Paragraph], bool]:
    data = package.part(name)
    reader = _Reader(styles, role)
    whole = not data or parse(data, reader)
    return reader.found, whole


def _symbol(code: str) -> str:
    """The sign of a symbol font: `unsymbol` makes of it what it shows."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    shown = unsymbol(chr(place | 0xF000)) if 0 <= place < 0x10000 else ""
    return shown if shown.isascii() else ""
