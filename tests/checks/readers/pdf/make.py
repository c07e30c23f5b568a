"""Small PDF files, written by hand: words at places, with the size of their type."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Word = tuple[float, float, float, str]
"""from the left, from below, size, words"""
LINE = 14.0


def pdf(*pages: Sequence[Word] | bytes, packed: bool = False) -> bytes:
    """A file with a page for each list of words, or for each content stream."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = page if isinstance(page, bytes) else shown(page)
        filtered = b" /Filter /FlateDecode" if packed else b""
        content = zlib.compress(content) if packed else content
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
            + f"{5 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), filtered, content))
    return written(objects)


def written(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """*objects*, the first of which is the catalogue, as a file."""
    out = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)


def shown(words: Sequence[Word]) -> bytes:
    """A content stream that shows *words*."""
    parts = [b"BT"]
    for x, y, size, text in words:
        said = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (size, x, y, said))
    return b"\n".join([*parts, b"ET"])


def width(text: str, size: float) -> float:
    """How far *text* goes, near enough: half of the size a sign, and less for narrow ones."""
    narrow = {"m": 0.833, "w": 0.722, "W": 0.944, "M": 0.833, "L": 0.556, "F": 0.611, "T": 0.611, "Z": 0.611}
    narrow |= dict.fromkeys("ilj", 0.222) | dict.fromkeys(".,tfI ", 0.278) | dict.fromkeys("r()-", 0.333)
    narrow |= dict.fromkeys("cksvxyzJ", 0.5)
    return size * sum(narrow.get(letter, 0.667 if letter.isupper() else 0.556) for letter in text)


def row(y: float, text: str, *, x: float = 80.0, size: float = 11.0) -> list[Word]:
    """One line; what stands between carets is raised and small."""
    words: list[Word] = []
    for number, part in enumerate(text.split("^")):
        raised = number % 2 == 1
        if part:
            words.append((x, y + (4.2 if raised else 0), 7.0 if raised else size, part))
            x += width(part, 7.0 if raised else size)
    return words


def page(title: str, *lines: str, foot: Sequence[str] = (), abstract: str = "Abstract") -> list[Word]:
    """A first page: title, lines (an empty one is a gap), the abstract, text, notes at the foot."""
    words = row(780, title, size=17.0)
    y = 750.0
    for line in lines:
        words += row(y, line) if line else []
        y -= LINE if line else 10.0
    y -= 20
    words += row(y, abstract, size=12.0)
    for number in range(12):
        words += row(
            y - 20 - number * LINE, "We look at waves in water and what they do there when the wind is strong."
        )
    for number, line in enumerate(foot):
        words += row(90 - number * 11, line, size=8.5)
    return words
