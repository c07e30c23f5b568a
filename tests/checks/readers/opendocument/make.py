"""OpenDocument files written here, by zip and strings: invented people, no file of anybody's."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.checks.readers.word.make import package

_URI = "urn:oasis:names:tc:opendocument:xmlns"
NS = " ".join(
    f'xmlns:{each}="{_URI}:{each}:1.0"' for each in ("office", "text", "table", "style", "draw", "svg-compatible", "fo")
).replace("svg-compatible", "svg")
UP = 'style:text-position="super 58%"'
STYLES = (
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>'
    f'<style:style style:name="Mark" style:family="text"><style:text-properties {UP}/></style:style>'
)
LOOKS = (
    f'<style:style style:name="T1" style:family="text"><style:text-properties {UP}/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Heading_20_1"/>'
)


def style(name: str, says: str, base: str = "", family: str = "text") -> str:
    """A style of one property."""
    above = f' style:parent-style-name="{base}"' if base else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{above}><style:text-properties {says}/></style:style>'
    )


def span(text: str, look: str = "T1") -> str:
    """A stretch of one look."""
    return f'<text:span text:style-name="{look}">{escape(text)}</text:span>'


def para(text: str, look: str = "Standard", inner: str = "", mark: str = "T1") -> str:
    """One paragraph; what stands between carets is raised."""
    parts = text.split("^")
    runs = "".join(span(part, mark) if n % 2 else escape(part) for n, part in enumerate(parts))
    return f'<text:p text:style-name="{look}">{runs}{inner}</text:p>'


def head(text: str) -> str:
    """One heading."""
    return f'<text:h text:style-name="P2" text:outline-level="1">{escape(text)}</text:h>'


def box(inner: str) -> str:
    """A text box."""
    return f"<draw:frame><draw:text-box>{inner}</draw:text-box><svg:title>A box</svg:title></draw:frame>"


def note(inner: str, label: str = "1") -> str:
    """A footnote."""
    cited = f"<text:note-citation>{label}</text:note-citation>"
    return f"<text:note>{cited}<text:note-body>{inner}</text:note-body></text:note>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of paragraphs."""
    cells = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows)
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table>{lines}</table:table>"


def listed(*items: str, more: str = "") -> str:
    """A list that counts 1, 2, 3."""
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="L1"{more}>{inner}</text:list>'


COUNTED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    "</text:list-style>"
)


def content(body: str, looks: str = "") -> str:
    """``content.xml``."""
    return (
        f"<office:document-content {NS}><office:automatic-styles>{LOOKS}{looks}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(*body: str, looks: str = "", styles: str = "", edge: str = "", **others: str) -> bytes:
    """A file of *body*; *edge*: what the footer holds; *others*: further parts."""
    master = f"<style:master-page><style:footer>{edge}</style:footer></style:master-page>" if edge else ""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content("".join(body), looks),
            "styles.xml": f"<office:document-styles {NS}><office:styles>{STYLES}{styles}</office:styles>"
            f"<office:master-styles>{master}</office:master-styles></office:document-styles>",
            **{f"{name}.xml": text for name, text in others.items()},
        }
    )


def fodt(*body: str, edge: str = "") -> bytes:
    """A flat file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NS}><office:styles>{STYLES}</office:styles>'
        f"<office:automatic-styles>{LOOKS}</office:automatic-styles><office:master-styles><style:master-page>"
        f"<style:footer>{edge}</style:footer></style:master-page></office:master-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document>"
    ).encode()


TITLE = para("Waves in cold water", "P1")
NAMES = para("Ada Feld^1^, Bo Ri^2,*^ and Cem Tal^1,2^")
PLACES = (
    para("^1^ Institute of Waves, University of Bonn, Germany"),
    para("^2^ Department of Seas, Oslo University, Norway"),
)
REST = (para("* Corresponding author: bo.ri@sea.no"), head("Abstract"), para("We look at water."))
