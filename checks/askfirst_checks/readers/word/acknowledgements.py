"""The small print: acknowledgements and funding (a heading, or a label before the words), notes of the title page."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst_checks.light import Literal
from askfirst_checks.model import Affiliation, Manuscript, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.light_markup.name_strings import is_contact
from askfirst_checks.readers.word.light_text import Lines
from askfirst_checks.readers.word.paragraph import Paragraph

Kind = Literal["acknowledgement", "funding"]

_THANKS = (
    r"acknowledge?ments?|danksagung(?:en)?|dank|remerciements?|agradecimientos?|agradecimentos?|ringraziamenti|"
    r"podziękowani[ae]|благодарност[иь]|致谢|謝辞|감사의 ?글"
)
_MONEY = (
    r"funding|financial support|grant support|grant numbers?|sources? of funding|research funding|förderung|"
    r"finanzierung|finanzielle unterstützung|mittelherkunft|financements?|financiación|financiamiento|"
    r"financiamento|finanziamenti|финансирование|基金(?:项目)?|资助(?:项目)?|연구비"
)
_REST = r"(?:\(s\))?(?:\s+(?:statements?|information|sources?|details?|agency|agencies|section|disclosures?))?"
_NAMED = rf"(?:{_THANKS}|{_MONEY}){_REST}(?:\s*(?:and|und|et|y|e|&|/)\s*(?:{_THANKS}|{_MONEY}|support){_REST})?"
_HEADING = pattern(rf"(?i)[\W\d_]{{0,8}}(?:{_NAMED})\W{{0,3}}$")
_LABEL = pattern(rf"(?i)[\W\d_]{{0,8}}(?P<label>{_NAMED})\s*(?P<colon>[:：.—–-]+)\s*(?=\S)")
_INSIDE = pattern(rf"(?i)\b(?:{_THANKS}|{_MONEY})")
_IS_MONEY = pattern(rf"(?i)[\W\d_]{{0,8}}(?:{_MONEY})")
_NEXT = pattern(
    r"(?i)[\W\d_]{0,8}(?:references?|literatur(?:verzeichnis)?|bibliograph\w+|bibliografía|références|appendi\w+|anhang|"
    r"(?:declaration of )?(?:conflicts?|competing|conflicting)\b.{0,40}|interessenkonflikt\w*|author contributions?|"
    r"contributions?|credit\b.{0,60}|data (?:and \w+ )?availability\b.{0,20}|code availability|ethic\w*\b.{0,40}|"
    r"orcid\w*|supplementa\w+\b.{0,30}|notes?|disclosures?|abbreviations?|список литературы|литература|参考文献|"
    r"参考資料)\s*(?:[:：.]|$)"
)
_SIGN = pattern(r"\s*[*†‡§¶#]{1,3}\s*[^\W\d_]")
_LONGEST_HEADING = 120
_LONGEST = 20_000
_MOST = 8
"""paragraphs under one heading"""
_MOST_IN_ALL = 40


def acknowledgements(paragraphs: Sequence[Paragraph], lines: Lines, path: str) -> tuple[Affiliation, ...]:
    """The paragraphs of *path* behind its title that thank or say who paid; *lines* are where they stand."""
    found: list[Affiliation] = []
    kind: Kind | None = None
    left = 0
    for number, (each, row) in enumerate(zip(paragraphs, lines.shown.split("\n"), strict=False), 1):
        if each.role in ("box", "edge") or number <= lines.start or len(found) >= _MOST_IN_ALL:
            continue
        here = Span(path, number, 1, number, 1 + len(row))
        if begun := _announced(each):
            kind, left = begun, _MOST
        elif begun := _labelled(each):
            found.append(Affiliation(_folded(each), here, begun))
            kind = None
        elif kind and _ends(each):
            kind = None
        elif kind and left:
            found.append(Affiliation(_folded(each), here, kind))
            left -= 1
    return tuple(found)


def _announced(each: Paragraph) -> Kind | None:
    """What *each* is the heading of."""
    text = each.text
    if len(text) > _LONGEST_HEADING or "\n" in text:
        return None
    is_one = _HEADING.match(text) or (each.role == "heading" and _INSIDE.search(text))
    return _kind(text) if is_one else None


def _labelled(each: Paragraph) -> Kind | None:
    """What the label says with which *each* begins: ``Funding: ...``, or words in bold."""
    if found := _LABEL.match(each.text[:_LONGEST_HEADING]):
        return _kind(found[0])
    bold = _bold_beginning(each)
    return _kind(bold) if bold and bold != each.text and _HEADING.match(bold) else None


def _bold_beginning(each: Paragraph) -> str:
    words = ""
    for piece in each.pieces:
        if piece.text.strip() and not piece.is_bold:
            break
        words += piece.text
    return words.strip()[:_LONGEST_HEADING]


def _ends(each: Paragraph) -> bool:
    """Whether another part of the paper begins with *each*."""
    bold = _bold_beginning(each)
    return each.role in ("heading", "title") or bool(_NEXT.match(each.text)) or (bold == each.text and len(bold) < 80)


def _kind(words: str) -> Kind:
    return "funding" if _IS_MONEY.match(words) else "acknowledgement"


def remarks(paragraphs: Sequence[Paragraph], lines: Lines, seen: Manuscript) -> tuple[Affiliation, ...]:
    """Footnotes of the title page, and its lines behind a sign such as ``*``, that became no affiliation."""
    known = [key for each in (*seen.affiliations, *seen.notes) if (key := plain(each.text))]
    found: list[Affiliation] = []
    for number, (each, row) in enumerate(zip(paragraphs, lines.shown.split("\n"), strict=False), 1):
        if number > lines.opening or len(found) >= _MOST_IN_ALL:
            break
        key = plain(each.text)
        if number <= lines.start or not _is_remark(each) or any(key in one or one in key for one in known):
            continue
        span = Span(seen.root, number, 1, number, 1 + len(row))
        found.append(Affiliation(_folded(each).lstrip(" *†‡§¶#"), span, "note"))
    return tuple(found)


def _is_remark(each: Paragraph) -> bool:
    """Whether *each* is a note, and not one that only says whom to write to."""
    if is_contact(each.text) and not line_kinds.institution(each.text):
        return False
    return each.role == "note" or bool(_SIGN.match(each.text))


def _folded(each: Paragraph) -> str:
    return " ".join(each.text[:_LONGEST].split())
