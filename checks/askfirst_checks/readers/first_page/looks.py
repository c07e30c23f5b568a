"""What a line of a page looks like: an institution's address, a sentence, a line of the journal."""

from __future__ import annotations

import re
from functools import lru_cache

from askfirst_checks.names.countries import find
from askfirst_checks.names.printed import Printed
from askfirst_checks.names.verdict import decide, weigh

_INSTITUTION = re.compile(
    r"\buniv(?:\.|\b|ersi|ersz|erz)|\bi(?:n|)stitu|\binst\.|instytut|\buniw|[uü]niversit|akadem|\bacad|\baccadem|\bacadém|"
    r"laborator|\blabs?\b|"
    r"\bcolle(?:ge|gi)|\bschool\b|\bdep(?:t\b|artment|artement|artamento)|\bdipart|\bcent(?:re|er|ro|rum)\b|zentrum|"
    r"hochschule|fakult|\bfacult|"
    r"\bfacol|\bminist(?:ry|erium|ère|erio)|polytechni|politecni|politechni|\bhospital|klinik|\bclinic\b|observato|"
    r"\bbureau\b|"
    r"\bécole\b|\bescuela\b|\bescola\b|\bcouncil\b|\bcorporation\b|\b(?:gmbh|llc|ltd|inc|jsc|oao|zao|pao)\b|"
    r"\bcompany\b|\bkombinat\b|"
    r"\bfoundation\b|\bsociety\b|max[- ]planck|fraunhofer|helmholtz|\b(?:cern|desy|cnrs|infn|cea|jinr|mipt|nasa)\b|"
    r"egyetem|yliopisto|\bústav|sveučiliš|h[öø]gskol|wydział|\bkatedr|faculteit|\bbölümü|enstitü|đại học|πανεπιστ|"
    r"університет|інститут|универзитет|אוניברסיט|विश्वविद्यालय|มหาวิทยาลัย|"
    r"институт|университет|академи|лаборатор|факультет|кафедр|центр|大学|学院|研究所|研究院|中心|大學|대학|연구|"
    r"دانشگاه|پژوهش|جامعة|معهد",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<!\w)(?:[a-z]{1,2}|\d{1,3})(?=[A-ZÀ-ÞА-Я])")
"""a mark without a blank behind it, which hides where the word begins: ``aInstitute``"""
_POSTCODE = re.compile(r"(?<!\d)\d{4,6}(?!\d)")
_SENTENCE = re.compile(
    r"\b(?:We|This|These|It|Our|However|Wir|Diese[rs]?|Nous|is|are|was|were|be|been|has|have|had|we|our|us|this|these|"
    r"those|that|which|who|it|its|they|can|may|might|will|would|should|show(?:s|n|ed)?|using|used|compared?|measured|"
    r"obtained|received|joined|graduated|proposed?|presented|studied|investigated|reported|founded|established|found|"
    r"took|takes?|gave|gives?|thanks?|supports?|contribut\w*|participat\w*|provid(?:es?|ed)|"
    r"based on|such as|between|however|than|when|where|thus|therefore|here|wir|ist|sind|wurden?|wird|werden|dass|"
    r"diese[rsmn]?|nicht|auch|sich|nous|sont|été|cette|dans|avec|fue|son|este|esta|como|para|sono|questo|является|"
    r"показан\w*|[Мм]ы|это|был[аио]?|что|которы\w*|работе|исследован[аоы]?)\b|[。]|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]",
)
"""words in small letters only: "Como, Italy" and "Para, Brazil" are places"""
_NEVER = re.compile(
    r"^\W*(?:tab(?:le|elle|\.)?\s*\d|fig(?:ure|\.)?\s*\d|abb(?:ildung|\.)?\s*\d|contents\b|inhalt\b|references\b|"
    r"literatur\b|"
    r"acknowledge?ments?|danksagung|funding|funded|supported|financial support|grants? (?:no|number|agreement)|"
    r"gefördert|基金项目|\d{1,2}(?:\.\d{1,2})+\.?\s)",
    re.IGNORECASE,
)
"""what begins so holds no affiliation, marked or not"""
_OTHER = re.compile(
    r"^\W*(?:©|\(c\)|copyright|edited by|reviewed by|"
    r"reviewers?\b|(?:academic|handling|guest|associate|managing|section)?\s*"
    r"editors?\b|communicated by|recommended by|published|publisher|received|accepted|available|submitted|"
    r"revised|dated|"
    r"citation|cite this|to cite|how to cite|doi\b|https?:|www\.|keywords?|key words|journal\b|proceedings|bulletin of|"
    r"annals of|transactions of|international journal|vol(?:ume)?\b|"
    r"\d+(?:st|nd|rd|th)\s+(?:international|annual|european|national)|conference\b|workshop\b|thesis|dissertation|"
    r"creative commons|licen[cs]e|open access|this (?:is|article|work)|the authors? (?:declare|thank)|we |"
    r"dedicated|in memor|gewidmet|presented|lectures?\b|invited|talk\b|photos?\b|herausgegeben|herausgeber|eingereicht|"
    r"angenommen|under review|preprint|in partial ful|"
    r"труды|вестник|вісник|известия|журнал|доклады|уч[её]ные записки|сборник|материалы [^,]{0,20}конференц|"
    r"zeitschrift|abhandlungen|mitteilungen|berichte (?:der|des|aus)|acta |revista |rivista |revue |časopis|zeszyty|"
    r"memoirs of|редактор|главный редактор|поступила|учредитель|издатель|作者简介|"
    r"收稿日期)",
    re.IGNORECASE,
)
_PERIODICAL = re.compile(
    r"学报|學報|紀要|論文集|논문집|학보|مجله|مجلة|\bтом\s?\d|\bвып(?:\.|уск)\s?\d|"
    r"\bISSN\b|\bISBN\b|\bvol(?:\.|ume)\s?\d|\bpp\.\s?\d|published (?:by|and distributed)|"
    r"\bdoi\.org|"
    r"\bjournal (?:of|homepage)\b|\bUniv(?:ersity|\.) Press\b|all rights reserved|ministry of [\w\s]{0,40}\((?:grant|"
    r"contract|project)|"
    r"\b(?:grant|contract) (?:no|number)\b",
    re.IGNORECASE,
)
_AS_SOURCE = re.compile(
    r"[(,]\s*(?:19|20)\d\d[a-z]?\)?[\s.,;]*$|\((?:19|20)\d\d\)|\b(?:ph\.?\s?d|m\.?\s?sc|master|doctoral|"
    r"diploma)\b.{0,20}\bthes[ie]s\b|"
    r"\bpress\b|\bvol\.|\bpp\.|\bin:\s",
    re.IGNORECASE,
)
"""a book, a thesis or a journal in a list of references"""
_CITED = re.compile(r"\W*(?:\d{1,3}[\].]\s*)?(?:[A-ZÀ-ÞА-Я]\.[\s-]?){1,3}[A-ZÀ-ÞА-Я][\w’'-]+.*\b(?:19|20)\d\d\b")
"""an entry of a list of references: ``C. Muster and D. Probe, Bulletin of ..., 12 (2010) 33``"""
_SMALL = re.compile(
    r"\b(?:of|the|for|and|in|at|on|an|a|de|des|del|della|delle|dello|degli|dei|di|da|do|dos|das|du|d|la|le|les|l|et|en|"
    r"e|y|i|o|der|die|das|dem|den|für|und|im|am|an|zu|zum|zur|van|voor|het|von|bei|c|s|b|st|str|al|el|ul|och|og|av|und|"
    r"n|a|obl|g|im|p|r|street|str|road|building|district|region|province|dong|gu|si|ku|shi|strasse|straße|avenue|"
    r"prospekt)\b",
)
_LOWER = re.compile(r"(?<![\w'’.@-])[a-zà-öø-ÿß][\w'’]*")


@lru_cache(maxsize=1024)
def names_institution(text: str) -> bool:
    """Whether *text* holds a word that institutions are made of."""
    return _INSTITUTION.search(text) is not None or _INSTITUTION.search(_GLUED.sub(" ", text)) is not None


def countries(text: str) -> tuple[str, ...]:
    """Codes of the countries that the words of *text* decide for."""
    printed = Printed(text[:1_000])
    hits = find(printed.every)
    return decide(weigh(printed, hits)).codes if hits else ()


def is_place(text: str) -> bool:
    """Whether *text* names an institution, or ends as an address does: ``Example Bureau, Pyongyang, DPR Korea``."""
    return names_institution(text) or ("," in text and bool(countries(text)))


def has_country(text: str) -> bool:
    """Whether *text* names its country or a postal code: an address that is complete."""
    return _POSTCODE.search(text) is not None or bool(countries(text))


@lru_cache(maxsize=1024)
def is_sentence(text: str) -> bool:
    """Whether *text* holds a word that sentences have and addresses do not, or a reference mark."""
    return _SENTENCE.search(text) is not None


@lru_cache(maxsize=1024)
def is_of_the_journal(text: str) -> bool:
    """Whether *text* is a line of the journal, a publisher, an editor or a funder."""
    return _OTHER.match(text) is not None or holds_no_affiliation(text) or _PERIODICAL.search(text) is not None


def holds_no_affiliation(text: str) -> bool:
    """Whether *text* begins as a table, a figure or acknowledgements do: its marks mark no affiliation."""
    return _NEVER.match(text) is not None


def is_titled(text: str) -> bool:
    """Whether *text* has no word in small letters but those that names of institutions have."""
    return not is_sentence(text) and all(_SMALL.fullmatch(word) for word in _LOWER.findall(text))


def _is_mostly_titled(text: str) -> bool:
    small = sum(not _SMALL.fullmatch(word) for word in _LOWER.findall(text))
    return not is_sentence(text) and text[:1].isupper() and small <= len(text.split()) * 0.4 and has_country(text)


def may_be_affiliation(text: str) -> bool:
    """Whether *text* can be one in the lines before the abstract."""
    return is_place(text) and not (is_sentence(text) or is_of_the_journal(text) or _CITED.match(text))


def is_surely_affiliation(text: str, is_tied: bool = False) -> bool:
    """Whether *text* can be one behind the abstract, where the text of the work stands around it.

    Where a mark or a name stands before it, some words in small letters do not speak against it, as French writes them:
    ``Joint Institute for nuclear research, Oldtown``.
    """
    if len(text) >= 400 or _AS_SOURCE.search(text):
        return False
    if not is_titled(text) and not (is_tied and _is_mostly_titled(text)):
        return False
    return is_place(text) and not is_of_the_journal(text)
