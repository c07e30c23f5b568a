"""The looks of OpenDocument's styles (part 3, 16.2): raised, bold, hidden, through the styles they are based on."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.readers.word.look import LONGEST_CHAIN, PLAIN, Look
from askfirst_checks.readers.word.paragraph import Role, role_of


class _Style(NamedTuple):
    look: Look
    base: str
    shown: str
    """what people call it; empty for one that the program made"""


class Styles:
    """Styles by family and name; automatic ones of ``content.xml`` come after those of ``styles.xml``."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._open: tuple[str, str] | None = None
        self._numbered: dict[str, bool] = {}
        self._list = ""
        self._is_automatic = False
        self._looks: dict[tuple[str, str], Look] = {}
        """found already: a style is used thousands of times"""

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins: what is no style is passed over."""
        if name == "automatic-styles":
            self._is_automatic = True
        elif name == "style":
            self._looks.clear()
            own = attributes.get("style:name", "")
            self._open = (attributes.get("style:family", ""), own)
            shown = attributes.get("style:display-name", own.replace("_20_", " "))
            base = attributes.get("style:parent-style-name", "")
            self._styles[self._open] = _Style(PLAIN, base, "" if self._is_automatic else shown)
        elif name == "text-properties" and self._open:
            self._styles[self._open] = self._styles[self._open]._replace(look=_look(attributes))
        elif name == "list-style":
            self._list = attributes.get("style:name", "")
        elif name.startswith("list-level-style") and attributes.get("text:level") == "1":
            self._numbered[self._list] = name.endswith("-number") and attributes.get("style:num-format") == "1"

    def closed(self, name: str) -> None:
        """An element ends."""
        if name == "style":
            self._open = None
        elif name == "automatic-styles":
            self._is_automatic = False

    def look(self, family: str, name: str) -> Look:
        """The look of the style called *name*."""
        known = self._looks.get((family, name))
        if known is None:
            known = PLAIN
            for style in self._chain(family, name):
                known = known.over(style.look)
            self._looks[family, name] = known
        return known

    def role(self, name: str) -> Role:
        """What a paragraph of the style *name* is: a title, a heading or none of them."""
        return role_of(next((style.shown for style in self._chain("paragraph", name) if style.shown), name))

    def is_numbered(self, name: str) -> bool:
        """Whether the list style *name* counts 1, 2, 3."""
        return self._numbered.get(name, False)

    def _chain(self, family: str, name: str) -> list[_Style]:
        found: list[_Style] = []
        while (style := self._styles.get((family, name))) and len(found) < LONGEST_CHAIN:
            found.append(style)
            name = style.base
        return found


def _look(attributes: dict[str, str]) -> Look:
    position = attributes.get("style:text-position", "")
    weight = attributes.get("fo:font-weight", "")
    display = attributes.get("text:display", "")
    return Look(
        _is_up(position) if position else None,
        weight in ("bold", "600", "700", "800", "900") if weight else None,
        display == "none" if display else None,
    )


def _is_up(position: str) -> bool:
    """``super 58%``, ``33% 58%``; not ``sub``, ``-33%`` and ``0% 100%``."""
    rise = position.split()[0] if position.split() else ""
    return rise == "super" or (rise.endswith("%") and rise[0] not in "-0")
