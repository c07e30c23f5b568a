"""The styles of a ``.docx`` (ECMA-376, 17.7): what each is called, how it looks, what it is based on."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.readers.word.look import LONGEST_CHAIN, PLAIN, Look
from askfirst_checks.readers.word.paragraph import Role, role_of

ON = ("", "1", "true", "on")
_LOOKS = frozenset({"vertAlign", "position", "b", "vanish", "webHidden"})


class _Style(NamedTuple):
    name: str = ""
    base: str = ""
    look: Look = PLAIN


class Styles:
    """Styles by their id; their names are the same in every language: ``Titel`` is called ``title``."""

    passed = frozenset(
        {"lsdException", "uiPriority", "qFormat", "rsid", "rFonts", "sz", "szCs", "lang", "spacing", "ind"}
    )

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._id = ""
        self._looks: dict[str, Look] = {}

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins: what is no style is passed over."""
        value = attributes.get("w:val", "")
        if name == "style":
            self._id = attributes.get("w:styleId", "")
            self._styles[self._id] = _Style()
        elif not self._id:
            return
        elif name == "name":
            self._change(name=value)
        elif name == "basedOn":
            self._change(base=value)
        elif name in _LOOKS:
            self._change(look=said(self._styles[self._id].look, name, value))

    def _change(self, **new: object) -> None:
        self._styles[self._id] = self._styles[self._id]._replace(**new)  # type: ignore[arg-type]

    def closed(self, name: str) -> None:
        """An element ends."""
        if name == "style":
            self._id = ""

    def words(self, text: str) -> None:
        """Styles print nothing."""

    def look(self, style: str) -> Look:
        """The look of the style with the id *style*."""
        known = self._looks.get(style)
        if known is None:
            known, key = PLAIN, style
            for _ in range(LONGEST_CHAIN):
                if key not in self._styles:
                    break
                known, key = known.over(self._styles[key].look), self._styles[key].base
            self._looks[style] = known
        return known

    def role(self, style: str) -> Role:
        """What a paragraph of the style with the id *style* is."""
        return role_of(self._styles[style].name or style if style in self._styles else style)


def said(look: Look, name: str, value: str) -> Look:
    """*look* with what the element *name* says."""
    if name == "vertAlign":
        return look._replace(is_raised=value == "superscript")
    if name == "position":
        return look._replace(is_raised=True) if value.isdecimal() and value.strip("0") else look
    if name == "b":
        return look._replace(is_bold=value in ON)
    return look._replace(is_hidden=value in ON) if name in ("vanish", "webHidden") else look
