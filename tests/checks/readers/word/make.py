"""Word files written here, by zip and strings: invented people, no file of anybody's."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m" xmlns:v="v" xmlns:wps="s"'


def run(text: str, up: bool = False) -> str:
    """One run, raised or not."""
    look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' if up else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(text: str, style: str = "", inner: str = "") -> str:
    """One paragraph; what stands between carets is raised."""
    parts = text.split("^")
    runs = "".join(run(part, up=n % 2 == 1) for n, part in enumerate(parts) if part)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{runs}{inner}</w:p>"


def box(inner: str) -> str:
    """A text box, written twice as Word does."""
    held = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{held}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{held}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table of paragraphs."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def package(parts: dict[str, str]) -> bytes:
    """A zip archive of *parts*."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def docx(*body: str, **others: str) -> bytes:
    """A file of *body*; *others*: ``footnotes``, ``header1`` ... as the inside of their parts."""
    parts = {"word/document.xml": f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>"}
    parts |= {
        f"word/{name}.xml": f"<w:{name.rstrip('1')} {W}>{text}</w:{name.rstrip('1')}>" for name, text in others.items()
    }
    return package(parts)


TITLE = para("Waves in cold water", "Title")
NAMES = para("Ada Feld^1^, Bo Ri^2,*^ and Cem Tal^1,2^")
PLACES = (
    para("^1^ Institute of Waves, University of Bonn, Germany"),
    para("^2^ Department of Seas, Oslo University, Norway"),
)
REST = (para("* Corresponding author: bo.ri@sea.no"), para("Abstract", "Heading1"), para("We look at water."))
BILLION = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
DPRK = "Kim Il Sung University, Pyongyang, DPR Korea"
