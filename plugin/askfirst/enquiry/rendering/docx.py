"""A Word file (ECMA-376): words, headings and a frame, no field, link, picture or macro; the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from html import escape

from askfirst.enquiry.values import Letter, Part
from askfirst_checks.patterns import pattern

_SCHEMAS = "http://schemas.openxmlformats.org"
_MAIN = f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_SCHEMAS}/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    f'"{_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_SCHEMAS}/package/2006/relationships"><Relationship Id="rId1" Type="{_SCHEMAS}'
    '/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
)
_STYLES = (
    f"{_HEAD}<w:styles {_MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Georgia' w:hAnsi='Georgia' "
    "w:cs='Georgia'/><w:sz w:val='22'/><w:lang w:val='{language}'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:after='80' w:line='264' w:lineRule='auto'/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>{styles}</w:styles>"
)
_LOOKS = (
    ("Subject", "Subject", "<w:keepNext/><w:spacing w:before='240' w:after='160'/>", "<w:b/>"),
    ("Part", "Part", "<w:keepNext/><w:spacing w:before='200' w:after='60'/>", "<w:b/>"),
    ("Counted", "Counted", "<w:ind w:left='425' w:hanging='425'/>", ""),
    ("Framed", "Framed", "{border}<w:spacing w:before='0' w:after='0'/>", ""),
)
_SIDES = "".join(
    f"<w:{side} w:val='single' w:sz='6' w:space='6' w:color='auto'/>" for side in ("top", "left", "bottom", "right")
)
_LANGUAGES = {"de": "de-DE", "en": "en-GB"}
_PAGE = (
    "<w:sectPr><w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1417' w:right='1417' w:bottom='1134' w:left='1417' "
    "w:header='708' w:footer='708' w:gutter='0'/></w:sectPr>"
)
_NO_XML = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_DAY = (1980, 1, 1, 0, 0, 0)
"""the first one a zip archive knows: when a letter was written stands in it"""


def render(letter: Letter) -> bytes:
    """The file."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.replace("{kind}", "officeDocument").replace("{target}", "word/document.xml"),
        "word/_rels/document.xml.rels": _RELATIONS.replace("{kind}", "styles").replace("{target}", "styles.xml"),
        "word/styles.xml": _styles(letter.language),
        "word/document.xml": _document(letter),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.create_system = 0
            file.writestr(info, text.encode())
    return out.getvalue()


def _styles(language: str) -> str:
    border = f"<w:pBdr>{_SIDES}</w:pBdr>"
    styles = "".join(
        f"<w:style w:type='paragraph' w:customStyle='1' w:styleId='{key}'><w:name w:val='{name}'/><w:basedOn "
        f"w:val='Normal'/><w:pPr>{placed.replace('{border}', border)}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
        for key, name, placed, look in _LOOKS
    )
    return _STYLES.replace("{language}", _LANGUAGES.get(language, "en-GB")).replace("{styles}", styles)


def _document(letter: Letter) -> str:
    lines = [*map(_paragraph, letter.head), _paragraph(letter.subject, "Subject")]
    lines += [paragraph for part in letter.parts for paragraph in _part(part)]
    return f"{_HEAD}<w:document {_MAIN}><w:body>{''.join(lines)}{_PAGE}</w:body></w:document>"


def _part(part: Part) -> list[str]:
    heading = [_paragraph(part.heading, "Framed" if part.kind == "box" else "Part")] if part.heading else []
    if part.kind in ("numbered", "lettered"):
        marks = (f"{n}." if part.kind == "numbered" else f"{chr(96 + n)})" for n in range(1, len(part.lines) + 1))
        return heading + [_paragraph(line, "Counted", mark) for mark, line in zip(marks, part.lines, strict=True)]
    return heading + [_paragraph(line, "Framed" if part.kind == "box" else "") for line in part.lines]


def _paragraph(text: str, style: str = "", mark: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    before = f"<w:r><w:t>{mark}</w:t></w:r><w:r><w:tab/></w:r>" if mark else ""
    words = escape(_NO_XML.sub("", text), quote=False)
    return f'<w:p>{look}{before}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
