"""The paragraphs of an OpenDocument text (ISO/IEC 26300): what is printed, insertions taken, deletions left out."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.opendocument.styles import Styles
from askfirst_checks.readers.word.look import PLAIN, Look
from askfirst_checks.readers.word.paragraph import Paragraph, Piece, Role, unsymbol

_UNPRINTED = frozenset(
    {
        *("tracked-changes", "annotation", "ruby-text", "forms", "script", "scripts", "object", "object-ole"),
        *("table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source"),
        *("user-index-source", "alphabetical-index-source", "bibliography-source", "covered-table-cell"),
    }
)
"""deletions, comments, pronunciations, form controls, formulas and charts, what a directory is made from"""
_DRAWN = frozenset(
    {
        *("frame", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "path", "connector"),
        *("caption", "measure", "regular-polygon", "g", "control", "page-thumbnail", "text-box"),
    }
)
_EDGES = frozenset({"header", "header-left", "header-first", "footer", "footer-left", "footer-first"})
_CAN_HIDE = _EDGES | {"section", "hidden-text"}
_OF_CHANGES = frozenset({"changed-region", "deletion", "change-start", "change-end"})
_WHITE = pattern(r"[ \t\r\n]+")
_MOST_SPACES = 100


class _Open:
    """A paragraph that is being read, or a drawing or a note: they print nothing themselves, and hold paragraphs."""

    def __init__(self, kind: str, role: Role = "", note: str = "") -> None:
        self.kind = kind
        self.role: Role = role
        self.note = note
        self.pieces: list[Piece] = []
        self.looks: list[Look] = [PLAIN]
        self.notes: list[str] = []
        self.inner: list[Paragraph] = []
        self.number = 0
        self.is_hidden = False


class _List(NamedTuple):
    style: str
    is_nested: bool


class _Changes:
    """Tracked deletions: a flat file leaves the deleted words where they stood, between two marks."""

    def __init__(self) -> None:
        self.deleted: set[str] = set()
        """ids of the deletions that have begun and not ended"""
        self._region = ""
        self._deletions: set[str] = set()

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins: most are none of a change."""
        if name == "changed-region":
            self._region = attributes.get("text:id") or attributes.get("xml:id", "")
        elif name == "deletion":
            self._deletions.add(self._region)
        elif name == "change-start" and (key := attributes.get("text:change-id", "")) in self._deletions:
            self.deleted.add(key)
        elif name == "change-end":
            self.deleted.discard(attributes.get("text:change-id", ""))


class Reader:
    """Takes the elements of one part; *styles* is filled on the way, for they stand before what uses them."""

    passed = frozenset(
        {"paragraph-properties", "table-cell", "table-row", "table-column", "bookmark", "font-face", "tab-stop"}
    )

    def __init__(self, styles: Styles) -> None:
        self.found: list[Paragraph] = []
        self._styles = styles
        self._stack: list[_Open] = []
        self._skipped = 0
        self._edge = False
        self._lists: list[_List] = []
        self._counts: dict[str, int] = {}
        self._next = 0
        self._notes = 0
        self._changes = _Changes()

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name in _OF_CHANGES:
            self._changes.opened(name, attributes)
        if self._skipped or name in _UNPRINTED or (name in _CAN_HIDE and _is_hidden(name, attributes)):
            self._skipped += 1
        elif name == "span" and self._stack:
            self._span(self._stack[-1], attributes)
        elif name in ("p", "h"):
            self._begin(name, attributes)
        elif name in _DRAWN:
            self._stack.append(_Open(name, "box"))
        elif name == "note":
            self._note()
        elif name in ("list", "list-item"):
            self._list(name, attributes)
        elif name in _EDGES:
            self._edge = True
        elif self._stack:
            self._inside(self._stack[-1], name, attributes)
        else:
            self._styles.opened(name, attributes)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        style = attributes.get("text:style-name", "")
        above = self._stack[-1] if self._stack else None
        role = above.role if above and above.kind != "p" else ""
        if not role:
            role = "edge" if self._edge else "heading" if name == "h" else self._styles.role(style)
        here = _Open("p", role, above.note if above else "")
        here.looks = [self._styles.look("paragraph", style)]
        if not above:
            here.number, self._next = self._next, 0
        self._stack.append(here)

    def _note(self) -> None:
        self._notes += 1
        key = f"n{self._notes}"
        if self._stack:
            self._stack[-1].notes.append(key)
            self._stack[-1].pieces.append(Piece(f"[^{key}]"))
        self._stack.append(_Open("note", "note", key))

    def _list(self, name: str, attributes: dict[str, str]) -> None:
        if self._stack:
            return
        if name == "list":
            nested = bool(self._lists)
            style = self._lists[0].style if nested else attributes.get("text:style-name", "")
            if not nested and not _goes_on(attributes):
                self._counts[style] = 0
            self._lists.append(_List(style, nested))
        elif self._lists and not self._lists[-1].is_nested and self._styles.is_numbered(self._lists[-1].style):
            style, start = self._lists[-1].style, attributes.get("text:start-value", "")
            self._counts[style] = int(start) if start.isdecimal() and len(start) < 5 else self._counts.get(style, 0) + 1
            self._next = self._counts[style]

    def _span(self, here: _Open, attributes: dict[str, str]) -> None:
        look = self._styles.look("text", attributes.get("text:style-name", ""))
        base = here.looks[-1]
        here.looks.append(look if base is PLAIN else base if look is PLAIN else look.over(base))

    def _inside(self, here: _Open, name: str, attributes: dict[str, str]) -> None:
        if name == "line-break":
            self._put("\n")
        elif name == "tab":
            self._put("\t")
        elif name == "s":
            count = attributes.get("text:c", "1")
            self._put(" " * min(int(count) if count.isdecimal() and len(count) < 5 else 1, _MOST_SPACES))
        elif name == "hidden-paragraph":
            here.is_hidden |= attributes.get("text:is-hidden") == "true"

    def words(self, text: str) -> None:
        """Characters."""
        if not self._skipped and self._stack:
            self._put(_WHITE.sub(" ", text))

    def _put(self, text: str) -> None:
        here = self._stack[-1]
        look = here.looks[-1]
        if here.kind == "p" and text and not look.is_hidden and not self._changes.deleted:
            here.pieces.append(Piece(unsymbol(text), bool(look.is_raised), bool(look.is_bold)))

    def closed(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif name == "span" and self._stack and len(self._stack[-1].looks) > 1:
            self._stack[-1].looks.pop()
        elif name in ("p", "h", "note") or name in _DRAWN:
            self._end()
        elif name == "list" and not self._stack and self._lists:
            self._lists.pop()
        elif name in _EDGES:
            self._edge = False
        else:
            self._styles.closed(name)

    def _end(self) -> None:
        if not self._stack:
            return
        done = self._stack.pop()
        out = self._stack[-1].inner if self._stack else self.found
        whole = Paragraph(tuple(done.pieces), done.role, done.number, done.note, tuple(done.notes))
        if done.kind == "p" and whole.text and not done.is_hidden:
            out.append(whole if done.role != "heading" else whole._replace(number=0))
        out.extend(done.inner)


def _goes_on(attributes: dict[str, str]) -> bool:
    """Whether a list counts on from one before it."""
    return attributes.get("text:continue-numbering") == "true" or "text:continue-list" in attributes


def _is_hidden(name: str, attributes: dict[str, str]) -> bool:
    """A hidden section, text or header."""
    if name in ("section", "hidden-text"):
        return attributes.get("text:is-hidden") == "true" or attributes.get("text:display") == "none"
    return name in _EDGES and attributes.get("style:display") == "false"
