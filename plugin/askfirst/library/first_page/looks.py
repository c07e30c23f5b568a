"""What a line of a page looks like: an institution's address, a sentence, a line of the journal."""

from __future__ import annotations

import re

from askfirst_checks.names.countries import find
from askfirst_checks.names.printed import Printed
from askfirst_checks.names.verdict import decide, weigh

_INSTITUTION = re.compile(
    r"\buniv(?:\.|\b|ersi|ersz)|\binstitu|\binst\.|instytut|\buniw|[uü]niversit|akadem|\bacad|\baccadem|\bacadém|"
    r"laborator|\blabs?\b|"
    r"\bcolle(?:ge|gi)|\bschool\b|\bdep(?:t\b|artment|artement|artamento)|\bdipart|\bcent(?:re|er|ro|rum)\b|zentrum|"
    r"hochschule|fakult|\bfacult|"
    r"\bfacol|\bminist(?:ry|erium|ère|erio)|polytechni|politecni|politechni|\bhospital|klinik|\bclinic\b|observator|"
    r"\bbureau\b|"
    r"\bécole\b|\bescuela\b|\bescola\b|\bcouncil\b|\bcorporation\b|\b(?:gmbh|llc|ltd|inc|jsc|oao|zao|pao)\b|"
    r"\bcompany\b|\bkombinat\b|"
    r"\bfoundation\b|\bsociety\b|max[- ]planck|fraunhofer|helmholtz|\b(?:cern|desy|cnrs|infn|cea|jinr|mipt|nasa)\b|"
    r"институт|университет|академи|лаборатор|факультет|кафедр|центр|大学|学院|研究所|研究院|中心|大學|대학|연구|"
    r"دانشگاه|پژوهش|جامعة|معهد",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?<!\d)\d{4,6}(?!\d)")
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|we|our|us|this|these|those|that|which|who|it|its|they|can|may|might|"
    r"will|would|should|show(?:s|n|ed)?|using|used|compared?|measured|obtained|received|joined|graduated|proposed?|"
    r"presented|studied|investigated|reported|founded|established|found|based on|such as|between|however|than|when|"
    r"where|thus|therefore|here|wir|ist|sind|wurden?|wird|werden|dass|diese[rsmn]?|nicht|auch|sich|nous|sont|été|"
    r"cette|dans|avec|fue|son|este|esta|como|para|sono|questo|является|показан\w*|мы|это|был[аио]?|что|которы\w*|"
    r"работе|исследован\w*)\b|[。]|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^\W*(?:©|\(c\)|copyright|edited by|reviewed by|(?:academic|handling|guest|associate|managing|"
    r"section)?\s*editors?\b|"
    r"communicated by|recommended by|published|publisher|funding|funded|supported|acknowledge?ments?|financial|grant|"
    r"received|accepted|available|submitted|revised|dated|citation|cite this|to cite|how to cite|doi\b|https?:|www\.|"
    r"keywords?|key words|journal\b|proceedings|bulletin of|annals of|transactions of|international journal|"
    r"vol(?:ume)?\b|"
    r"\d+(?:st|nd|rd|th)\s+(?:international|annual|european|national)|conference\b|workshop\b|thesis|dissertation|"
    r"creative commons|licen[cs]e|open access|this (?:is|article|work)|the authors? (?:declare|thank)|we |"
    r"herausgegeben|herausgeber|eingereicht|angenommen|gefördert|under review|preprint|in partial ful|"
    r"редактор|главный редактор|поступила|учредитель|издатель|作者简介|基金项目|收稿日期)",
    re.IGNORECASE,
)
_PERIODICAL = re.compile(
    r"\bISSN\b|\bISBN\b|\bvol(?:\.|ume)\s?\d|\bno\.\s?\d+\s*[,(]|\bpp\.\s?\d|published (?:by|and distributed)|"
    r"\bdoi\.org|"
    r"\bjournal (?:of|homepage)\b|\bUniv(?:ersity|\.) Press\b|all rights reserved|ministry of [\w\s]{0,40}\((?:grant|"
    r"contract|project)|"
    r"\b(?:grant|contract) (?:no|number)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:of|the|for|and|in|at|on|an|a|de|des|del|della|delle|dello|degli|dei|di|da|do|dos|das|du|d|la|le|les|l|et|en|"
    r"e|y|i|o|der|die|das|dem|den|für|und|im|am|an|zu|zum|zur|van|voor|het|von|bei|c|s|b|st|str|al|el|ul|och|og|av|und|"
    r"n|a|obl|g|im|p|r|street|str|road|building|district|region|province|dong|gu|si|ku|shi|strasse|straße|avenue|"
    r"prospekt)\b",
)
_LOWER = re.compile(r"(?<![\w'’.@-])[a-zà-öø-ÿß][\w'’]*")


def names_institution(text: str) -> bool:
    """Whether *text* holds a word that institutions are made of."""
    return _INSTITUTION.search(text) is not None


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


def is_sentence(text: str) -> bool:
    """Whether *text* holds a word that sentences have and addresses do not, or a reference mark."""
    return _SENTENCE.search(text) is not None


def is_of_the_journal(text: str) -> bool:
    """Whether *text* is a line of the journal, a publisher, an editor or a funder."""
    return _OTHER.match(text) is not None or _PERIODICAL.search(text) is not None


def is_titled(text: str) -> bool:
    """Whether *text* has no word in small letters but those that names of institutions have."""
    return not is_sentence(text) and all(_SMALL.fullmatch(word) for word in _LOWER.findall(text))


def may_be_affiliation(text: str) -> bool:
    """Whether *text* can be one in the lines before the abstract."""
    return is_place(text) and not is_sentence(text) and not is_of_the_journal(text)


def is_surely_affiliation(text: str) -> bool:
    """Whether *text* can be one behind the abstract, where the text of the work stands around it."""
    return len(text) < 400 and is_titled(text) and is_place(text) and not is_of_the_journal(text)
