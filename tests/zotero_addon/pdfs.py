"""First pages as PDF files, in layouts that journals use: one standard font, texts at places, invented authors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

BODY = "We study the propagation of light in nanostructured media and compare with measurements at low temperature."


class Line(NamedTuple):
    """One text, from the lower left corner of an A4 page in points."""

    x: float
    y: float
    text: str
    size: float = 9


def pdf(*pages: Iterable[Line]) -> bytes:
    """A file of these pages, in Helvetica and Latin 1."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        stream = b"\n".join(_drawn(line) for line in page)
        box = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * n} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects)


def _drawn(line: Line) -> bytes:
    text = line.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET" % (line.size, line.x, line.y, text)


def _file(objects: list[bytes]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(content))
    return content + head + table + trailer


def page(title: str, top: Iterable[str], foot: Iterable[str] = (), step: float = 11) -> list[Line]:
    """A title, lines under it at *step*, an abstract, and lines at the foot."""
    lines, y = [Line(60, 770, title, 16)], 740.0
    for text in top:
        lines.append(Line(60, y, text))
        y -= step
    y -= 16
    lines.append(Line(60, y, "Abstract", 10))
    lines += [Line(60, y - 14 - 11 * n, BODY) for n in range(10)]
    return [*lines, *(Line(60, 130 - 9 * n, text, 7) for n, text in enumerate(foot))]
