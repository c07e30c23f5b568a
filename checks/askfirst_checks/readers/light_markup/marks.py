"""The marks by which light mark-up ties names to addresses: ``^1,2^``, ``<sup>a</sup>``, ``$^1$``, ``¹``, ``[^1]``."""

from __future__ import annotations

import unicodedata

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.light_markup.text import GONE

SYMBOLS = "*†‡§¶✉✝∗⁎＊‖∥"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ⁺"
_TOKEN = rf"(?:\d{{1,3}}|[A-Za-z]{{1,2}}|[A-Za-z]{{2,4}}\d{{1,2}}|\\[a-z]*dag(?:ger)?|\\ast|\\[SP]|[{SYMBOLS}+#])"
_INNER = rf"[({GONE}\s]*{_TOKEN}(?:[,;&()\s{GONE}–-]{{0,4}}{_TOKEN}){{0,14}}[,)\s{GONE}]*"
_SUPER = pattern(
    rf"\^({_INNER})\^"
    rf"|<sup>[{GONE}]*([^<>\n]{{1,60}})</sup>"
    rf"|\\textsuperscript\{{([^{{}}\n]{{1,60}})\}}"
    rf"|\$\{{?\s?\^\s?\{{?([^{{}}$\n]{{1,40}})\}}?\}}?\s?\$"
    rf"|([{_RAISED}]+(?:[,;]?\s?[{_RAISED}]+)*[{_RAISED}{SYMBOLS}]*)"
    r"|\[(\^[\w-]{1,20})\](?![(:])"
)
_SYMBOL = pattern(rf"[{SYMBOLS}](?:{GONE}?[{SYMBOLS}])*")
_MARK = pattern(
    rf"\^[\w-]+|[A-Za-z]{{2,4}}\d{{1,2}}|\d{{1,3}}[–-]\d{{1,3}}|\d{{1,3}}|[A-Za-z]|\\[A-Za-z]+|[{SYMBOLS}+#](?:(?<=\*)\*{{1,3}})?"
)
_NAMED = {"\\dag": "†", "\\dagger": "†", "\\ddag": "‡", "\\ddagger": "‡", "\\ast": "*", "\\S": "§", "\\P": "¶"}
_ALIKE = {"∗": "*", "⁎": "*", "＊": "*", "✝": "†", "∥": "‖"}


class Raised(NamedTuple):
    """One group of marks and where it stands."""

    marks: tuple[str, ...]
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end


def raised(text: str, start: int = 0, end: int | None = None) -> list[Raised]:
    """The groups of marks in masked *text*, in order."""
    found = []
    for match in _SUPER.finditer(text, start, len(text) if end is None else end):
        marks = marks_of(match[match.lastindex or 0])
        if marks:
            found.append(Raised(marks, match.start(), match.end()))
    return found


def symbols(text: str, start: int = 0) -> list[Raised]:
    """The symbols of *text* that stand in the line (``Ada Feld*``)."""
    return [Raised(marks_of(match[0]), match.start(), match.end()) for match in _SYMBOL.finditer(text, start)]


def marks_of(inner: str) -> tuple[str, ...]:
    """The marks of ``1,2*``, ``a, †`` or ``1-3``, each as authors and addresses share it."""
    inner = unicodedata.normalize("NFKD", inner.replace(GONE, ""))
    found: list[str] = []
    for mark in _MARK.findall(inner):
        low, _, high = mark.replace("–", "-").partition("-")
        if low.isdigit() and high.isdigit() and int(low) < int(high) <= int(low) + 30:
            found.extend(str(each) for each in range(int(low), int(high) + 1))
        else:
            found.append(_ALIKE.get(mark, _NAMED.get(mark, mark)))
    return tuple(dict.fromkeys(found))


def is_symbol(mark: str) -> bool:
    """Whether *mark* is one that mostly stands for a remark, as ``*`` does."""
    return not mark[-1:].isalnum()
