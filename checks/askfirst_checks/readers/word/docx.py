"""The paragraphs of a ``.docx`` (ECMA-376, WordprocessingML): what is printed, insertions taken, deletions left out."""

from __future__ import annotations

from askfirst_checks.readers.word.elements import parse
from askfirst_checks.readers.word.package import NO_PACKAGE, Broken, Package
from askfirst_checks.readers.word.paragraph import Paragraph, Piece, Role, role_of

_UNPRINTED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "pPrChange", "rPrChange", "sdtPr", "rt"}
)
"""deleted text, the second writing of a text box, instructions of fields, former formats, pronunciations"""
_ON = ("", "1", "true", "on")
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


class _Open:
    """A paragraph that is being read; text boxes hold others inside."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.role: Role = ""
        self.list = ""
        self.notes: list[str] = []
        self.inner: list[Paragraph] = []


class _Styles:
    """Names of styles: ``Titel`` and ``berschrift1`` are ``title`` and ``heading 1`` in every language."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._id = ""

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._id = attributes.get("w:styleId", "")
        elif name == "name" and self._id:
            self.names[self._id] = attributes.get("w:val", "")

    def closed(self, name: str) -> None:
        if name == "style":
            self._id = ""

    def words(self, text: str) -> None:
        """Styles print nothing."""

    def role(self, style: str) -> Role:
        return role_of(self.names.get(style, style))


class _Reader:
    """Takes the elements of one part."""

    def __init__(self, styles: _Styles, role: Role = "") -> None:
        self.found: list[Paragraph] = []
        self._styles = styles
        self._role: Role = role
        self._stack: list[_Open] = []
        self._skipped = 0
        self._taking = self._raised = self._bold = self._hidden = False
        self._counts: dict[str, int] = {}
        self._boxes = 0
        self._note = ""

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped or name in _UNPRINTED:
            self._skipped += 1
        elif name == "p":
            self._stack.append(_Open())
        elif name == "t":
            self._taking = True
        elif name == "r":
            self._raised = self._bold = self._hidden = False
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
            if attributes.get("w:customMarkFollows", "0") not in _ON:
                here.pieces.append(Piece(f"[^{here.notes[-1]}]"))
        elif name == "sym":
            self._put(_symbol(attributes.get("w:char", "")))
        elif name == "pStyle":
            here.role = self._styles.role(value)
        elif name == "numId":
            here.list = value
        else:
            self._format(name, value)

    def _format(self, name: str, value: str) -> None:
        if name == "vertAlign":
            self._raised = value == "superscript"
        elif name == "position":
            self._raised |= value.isdigit() and int(value) > 0
        elif name == "b":
            self._bold = value in _ON
        elif name in ("vanish", "webHidden"):
            self._hidden = value in _ON

    def words(self, text: str) -> None:
        if self._taking and not self._skipped:
            self._put(text)

    def _put(self, text: str) -> None:
        if self._stack and text and not self._hidden:
            self._stack[-1].pieces.append(Piece(text, self._raised, self._bold))

    def closed(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "t":
            self._taking = False
        elif name == "txbxContent":
            self._boxes -= 1
        elif name == "p" and self._stack:
            self._end(self._stack.pop())

    def _end(self, done: _Open) -> None:
        role: Role = "box" if self._boxes else (self._role or done.role)
        number = 0
        whole = Paragraph(tuple(done.pieces), role, note=self._note, notes=tuple(done.notes))
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
    styles = _Styles()
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


def _part(package: Package, name: str, styles: _Styles, role: Role) -> tuple[list[Paragraph], bool]:
    data = package.part(name)
    reader = _Reader(styles, role)
    whole = not data or parse(data, reader)
    return reader.found, whole


def _symbol(code: str) -> str:
    """The sign of a symbol font: its code less F000 where that is a sign of ASCII."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    place -= 0xF000 if place >= 0xF000 else 0
    return chr(place) if 0x20 <= place < 0x7F else ""
