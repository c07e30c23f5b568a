"""What a line of a title page is, as far as it can be told from the line alone."""

from __future__ import annotations

from functools import lru_cache

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import orcid
from askfirst_checks.readers.light_markup.block_parts import Block, Named, block
from askfirst_checks.readers.light_markup.credentials import is_credential, place_start
from askfirst_checks.readers.light_markup.emails import mails
from askfirst_checks.readers.light_markup.name_strings import is_contact, several
from askfirst_checks.readers.light_markup.text import GONE
from askfirst_checks.readers.markdown.headings import kind_of
from askfirst_checks.readers.word.title_page.persons import is_someone, people

Kind = Literal["names", "both", "address", "contact", "noted", "label", "aside", "other"]

_LABEL = pattern(r"\s*(?P<label>[^\W\d_][^\n:：@]{1,40}?)\s*[:：]\s*")
_BYLINE = pattern(r"(?i)\s*(?:by|par|von|por|автор(?:ы)?|written by)\b\s*[:：]?\s+(?=\S)")
_FURTHER = pattern(
    r"(?i)(?P<contact>почта|эл(?:ектронная|\.)?\s*(?:почта|адрес)|адрес электронной почты|پست الکترونیکی?|"
    r"رایانامه|ایمیل|"
    r"correo(?: electr[óo]nico)?|courriel|mail|e ?mail address|author for correspondence|correspond\w*\b.{0,30}|"
    r"address (?:for )?correspond\w*.{0,20}|контакт\w*)|"
    r"(?P<affiliations>organi[sz]ation|institution|место работы|учебное заведение|universit[yé]\w*|department|"
    r"address|адрес)|(?P<authors>author names?|students?|authors?|by|выполнил[иа]?|نویسندگان?|نویسنده)"
)
_ASIDE = pattern(
    r"(?i)\W*(?:(?:удк|ббк|грнти|udc|doi|issn|isbn|spin|ринц|author ?id|researcher ?id|scopus|orcid|www|"
    r"tel|phone|fax|mobile|"
    r"тел|моб|телефон|факс|date|version|draft|received|accepted|submitted|revised|published|copyright|preprint|дата|"
    r"поступила|принята|keywords|pages?)\b.*|https?:.*|running (?:head|title)\b.*|short title\b.*|word count\b.*|"
    r"number of (?:pages|figures|tables|words)\b.*|author note|title page|cover page|©.*|and|und|et|и|y|e|"
    r"&|для цитирования\b.*|"
    r"(?:funding|conflicts?|competing|declarations?|disclosures?|author contributions?|data availability|"
    r"acknowledge?ment\w*|"
    r"ethic\w*|clinical trial|trial registration)\b.*|[\W\d_]*)$"
)
_SUPERVISION = pattern(
    r"(?i)\W*(?:науч\w*\s+руковод\w*|руководитель|рецензент|научный консультант|науковий керівник|encadr\w+ par|"
    r"(?:supervisor|advisor|betreuer(?:in)?|dozent(?:in)?|gutachter(?:in)?|tutor|professor|instructor|examiner)s?\s*[:：–—-])"
)
_ORCID = pattern(r"(?i)(?:orcid(?: id)?\s*:?\s*)?(?:https?://)?(?:orcid\.org/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b")
_LONGEST_LABEL = 60
_MAIL_LABEL = pattern(
    r"(?i)[\s,;(<|–—-]*(?:(?:e-?mails?|mail|эл(?:ектронная|\.)? ?почта|почта|correo|"
    r"courriel)\s*(?:address)?\s*[:：]?)?[\s,;(<|–—-]*$"
)
_BESIDE = pattern(rf"\s*[,;·•|–—][\s*_{GONE}]+|[\s*_{GONE}]+\(|\s+[-–—]\s+")
_AND = pattern(r",|&|\s(?:and|und|et|y|и)\s")
_PROSE = pattern(
    r"\b(?:is|are|was|were|has|have|had|that|which|ist|sind|wurde|wurden|является|была|было|были|است|شده)\b|"
    r"(?:^|\s)(?:[Ww]e|[Ww]ir|Nous|Мы|In this|This)\s|[?!:]\s*$"
)
_LONGEST = 400


class Said(NamedTuple):
    """A line, and what was found in it."""

    kind: Kind
    people: tuple[Named, ...] = ()
    start: int = 0
    """where what counts begins: behind a label, or where the institution behind names does"""
    stop: int = 0
    """where the names end, in a line that has both"""
    labelled: bool = False
    """whether the page itself says what the line is"""


@lru_cache(maxsize=512)
def judged(text: str, *, marked: bool) -> Said:
    """What the line *text* is; *marked*: names before it had marks, so that it may begin with one."""
    parts = block(text, numbered=marked)
    words = parts.said(0, len(parts.full))
    if label := _label(parts, words):
        return label
    if parts.noted and not parts.said(0, parts.zone[1]):
        return Said("noted") if marked or mails(parts.full) or len(parts.noted) > 1 else _plain(parts, words)
    return _plain(parts, words)


def _label(parts: Block, words: str) -> Said | None:
    found = _LABEL.match(parts.full[:80])
    kind = _named(words.rstrip(" :：")) if len(words) < _LONGEST_LABEL else None
    start = 0
    if found and not kind:
        kind, start = _named(found["label"]), found.end()
    if not kind:
        return None
    if kind == "orcid":
        return Said("aside")
    if start == 0 or not parts.said(start, len(parts.full)):
        return Said("label", start=start, labelled=kind == "contact")
    if kind == "authors":
        named = _with_mails(parts._replace(zone=(start, parts.zone[1])))
        return Said("names", tuple(named), start, labelled=True) if named else None
    return Said("contact" if kind == "contact" else "address", start=start, labelled=True)


def _named(label: str) -> str | None:
    if kind := kind_of(label):
        return str(kind)
    found = _FURTHER.fullmatch(label.strip())
    return found.lastgroup if found else None


def _plain(parts: Block, words: str) -> Said:
    if _ASIDE.match(words) or line_kinds.dated(words) or line_kinds.supervision(words) or _SUPERVISION.match(words):
        return Said("aside")
    start = _BYLINE.match(parts.full)
    if start and (named := _with_mails(parts._replace(zone=(start.end(), parts.zone[1])))):
        return Said("names", tuple(named), start.end(), labelled=True)
    if named := _with_mails(parts):
        return Said("names", tuple(named))
    if (orcid(words) and len(words) < _LONGEST_LABEL) or line_kinds.unfunded(words) != words:
        return Said("aside")
    return _nameless(parts, words)


def _nameless(parts: Block, words: str) -> Said:
    """What a line is that holds not only names."""
    if len(words) > _LONGEST or (_PROSE.search(words) and not is_contact(words)):
        return Said("other")
    if beside := _both(parts):
        return beside
    if is_contact(words) or (mails(parts.full) and not _is_place(words)):
        return Said("contact")
    return Said("address", start=place_start(words)) if _is_place(words) else Said("other")


def _with_mails(parts: Block) -> list[Named]:
    """The names of a line that holds names alone, or each with an e-mail address or an ORCID iD."""
    spans = [(mail.start, mail.end) for mail in mails(parts.text, *parts.zone)]
    spans += [found.span() for found in _ORCID.finditer(parts.text, *parts.zone)]
    text = parts.text
    for first, last in sorted(spans):
        label = _MAIL_LABEL.search(text, parts.zone[0], first)
        start = label.start() if label else first
        text = text[:start] + "," + GONE * (last - start - 1) + text[last:]
    return people(parts._replace(text=text))


def _is_place(words: str) -> bool:
    """Whether a line tells where somebody works."""
    return line_kinds.affiliation(words) or place_start(words) > 0 or _ends_with_country(words)


def _ends_with_country(words: str) -> bool:
    return line_kinds.country(words.rpartition(",")[2].strip(" ."))


def _both(parts: Block) -> Said | None:
    """Names and their institution in one line: ``Ada Feld, Institute of Waves``."""
    if parts.noted or not line_kinds.affiliation(parts.full):
        return None
    for match in _BESIDE.finditer(parts.full):
        names = [n for n in _AND.split(parts.said(0, match.start())) if n.strip() and not is_credential(n)]
        behind = parts.said(match.end(), len(parts.full))
        if not names or not all(map(is_someone, names)):
            return None
        if line_kinds.institution(behind.partition(",")[0]):
            named = several(parts._replace(zone=(0, match.start())))
            return Said("both", tuple(named), match.end(), match.start())
    return None
