"""What a Typst document prints, as paragraphs, and where their words stand in its files."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from askfirst_checks.model import Span
from askfirst_checks.readers.markdown.headings import begins_text, of_paper
from askfirst_checks.readers.source.mapped_text import Piece as Place
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.word.paragraph import Paragraph, Piece

MOST = 4_000
"""paragraphs that are looked at"""
_HEAD = 12
"""paragraphs among which the title is looked for"""


class Page:
    """The paragraphs of one document."""

    def __init__(self, bits: Sequence[Bit]) -> None:
        self._strips: list[Strip] = []
        found: list[Paragraph] = []
        sizes: list[float] = []
        labels = _labels(bits)
        for chunk in _chunks(bits):
            notes = dict.fromkeys(bit.note for bit in chunk if bit.note)
            body = _with_pointers(chunk, labels)
            if any(bit.text.strip() for bit in body):
                found.append(self._paragraph(body, tuple(f"f{note}" for note in notes)))
                sizes.append(max((bit.size for bit in body if bit.text.strip()), default=0.0))
            for note in notes:
                held = [bit._replace(note=0) for bit in chunk if bit.note == note]
                found.append(self._paragraph(held)._replace(role="note", note=f"f{note}"))
                sizes.append(0.0)
        self.found = _titled(found, sizes)

    def _paragraph(self, bits: Sequence[Bit], notes: tuple[str, ...] = ()) -> Paragraph:
        pieces = tuple(
            Piece("".join(bit.text for bit in each), raised, bold)
            for (raised, bold), each in groupby(bits, key=lambda bit: (bit.is_raised, bit.is_bold))
        )
        is_heading = all(bit.is_heading for bit in bits if bit.text.strip())
        places: list[Place] = []
        at = 0
        for bit in bits:
            if bit.text:
                places.append(Place(at, bit.source, bit.start, bit.end, len(bit.text) != bit.end - bit.start))
            at += len(bit.text)
        self._strips.append(Strip("".join(bit.text for bit in bits), places))
        return Paragraph(pieces, "heading" if is_heading else "", notes=notes)

    def where(self, number: int, start: int, end: int) -> Span:
        """Where the words of paragraph *number* from offset *start* to *end* stand."""
        strip = self._strips[max(0, min(number, len(self._strips)) - 1)]
        return strip.span(start, end)


def _chunks(bits: Sequence[Bit]) -> list[list[Bit]]:
    chunks: list[list[Bit]] = [[]]
    for bit in bits:
        if bit.text == "\n\n":
            if chunks[-1]:
                chunks.append([])
            if len(chunks) > MOST:
                break
        else:
            chunks[-1].append(bit)
    return chunks


def _labels(bits: Sequence[Bit]) -> dict[str, int]:
    """The footnotes that labels name."""
    found: dict[str, int] = {}
    last = 0
    for bit in bits:
        if bit.label and last:
            found.setdefault(bit.label, last)
        elif bit.text.strip():
            last = bit.note
    return found


def _with_pointers(chunk: Sequence[Bit], labels: dict[str, int]) -> list[Bit]:
    """*chunk* with the mark of each footnote in place of its words, and of each that is pointed to."""
    out: list[Bit] = []
    last = 0
    for bit in chunk:
        if not bit.text and bit.points not in labels:
            continue
        if bit.points in labels or (bit.note and bit.note != last):
            _close_up(out)
            number = labels.get(bit.points, bit.note)
            out.append(Bit(f"[^f{number}]", bit.source, bit.start, bit.end if bit.points else bit.start))
        elif bit.text == " | " and (not out or out[-1].text.startswith("\n")):
            continue
        elif not bit.note:
            after = out and out[-1].text.startswith("[^f") and bit.text.lstrip(" ").startswith((",", ".", ";"))
            out.append(_without_lead(bit) if after else bit)
        last = bit.note
    return out


def _without_lead(bit: Bit) -> Bit:
    """*bit* without the blanks before its first sign."""
    bare = bit.text.lstrip(" ")
    cut = len(bit.text) - len(bare) if len(bit.text) == bit.end - bit.start else 0
    return bit._replace(text=bare, start=bit.start + cut)


def _close_up(bits: list[Bit]) -> None:
    """Take the blanks at the end of *bits* away: a mark stands behind its word."""
    while bits and bits[-1].text.endswith(" "):
        last = bits.pop()
        bare = last.text.rstrip(" ")
        if bare:
            cut = len(last.text) - len(bare) if len(last.text) == last.end - last.start else 0
            bits.append(last._replace(text=bare, end=last.end - cut))


def _titled(found: list[Paragraph], sizes: list[float]) -> list[Paragraph]:
    """*found* with the paragraph in the largest type as the title, or a first heading that is none of a paper's."""
    end = next((n for n, each in enumerate(found) if n and each.role == "heading" and _is_part(each)), len(found))
    front = min(end, _HEAD)
    largest = max(sizes[:front], default=0.0)
    title = sizes.index(largest) if largest > 0 else -1
    if title < 0 and front and found[0].role == "heading" and not _is_part(found[0]):
        title = 0
    if title >= 0:
        found[title] = found[title]._replace(role="title")
    return found


def _is_part(each: Paragraph) -> bool:
    return begins_text(each.text) or of_paper(each.text)
