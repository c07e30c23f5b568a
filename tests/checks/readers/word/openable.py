"""Word files that Word and LibreOffice open, too: with content types, relationships and styles."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.checks.readers.word.make import package

_SCHEMAS = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = (
    f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main" xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PARTS = {"styles": "styles", "footnotes": "footnotes", "comments": "comments", "footer1": "footer"}
_TYPES = "".join(
    f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
    for name, kind in (("document", "document.main"), *_PARTS.items())
)
_RELATIONS = "".join(
    f'<Relationship Id="{name}" Type="{_SCHEMAS}/officeDocument/2006/relationships/{kind}" Target="{name}.xml"/>'
    for name, kind in _PARTS.items()
)


def _style(kind: str, key: str, name: str, base: str, says: str = "") -> str:
    above = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{above}<w:rPr>{says}</w:rPr></w:style>'


STYLES = "".join(
    (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        _style("paragraph", "Title", "Title", "Normal"),
        _style("paragraph", "Heading1", "heading 1", "Normal"),
        _style("character", "Up", "Up", "", '<w:vertAlign w:val="superscript"/>'),
        _style("character", "UpMore", "Up More", "Up", "<w:i/>"),
        _style("character", "Level", "Level", "Up", '<w:vertAlign w:val="baseline"/>'),
        _style("character", "Hidden", "Hidden", "", "<w:vanish/>"),
    )
)
FOOTNOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
_MARK = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'


def styled(text: str, style: str) -> str:
    """One run of a character style."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def box(inner: str) -> str:
    """A text box as older Word writes it."""
    held = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return f'<w:r><w:pict><v:shape style="width:200pt;height:50pt" type="#_x0000_t202">{held}</v:shape></w:pict></w:r>'


def comment(text: str) -> str:
    """A paragraph with a comment on it."""
    words = f"<w:r><w:t>{escape(text)}</w:t></w:r>"
    return (
        f'<w:p><w:commentRangeStart w:id="1"/>{words}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )


def openable(*body: str, footnotes: str = "", comments: str = "", footer: str = "<w:p/>") -> bytes:
    """A file of *body*; the others are the inside of a note, a comment, a footer."""
    note = f'<w:footnote w:id="2">{footnotes.replace("<w:p>", f"<w:p>{_MARK}", 1)}</w:footnote>' if footnotes else ""
    said = f'<w:comment w:id="1" w:author="x" w:initials="x">{comments}</w:comment>' if comments else ""
    end = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    package_of = f"{_SCHEMAS}/package/2006"
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{package_of}/content-types"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>{_TYPES}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{package_of}/relationships"><Relationship Id="r" Target='
            f'"word/document.xml" Type="{_SCHEMAS}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package_of}/relationships">{_RELATIONS}'
            "</Relationships>",
            "word/document.xml": f"<w:document {W}><w:body>{''.join(body)}{end}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
            "word/footnotes.xml": f"<w:footnotes {W}>{note}</w:footnotes>",
            "word/comments.xml": f"<w:comments {W}>{said}</w:comments>",
            "word/footer1.xml": f"<w:ftr {W}>{footer}</w:ftr>",
        }
    )
