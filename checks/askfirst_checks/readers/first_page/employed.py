"""Notes in a sentence, as IEEE prints them: ``A. Muster and B. Beispiel are with the Institute ..., Berlin.``"""

from __future__ import annotations

import re
from collections.abc import Iterable

from askfirst_checks.readers.first_page import looks
from askfirst_checks.readers.first_page.blocks import addresses_in
from askfirst_checks.readers.first_page.people import Names
from askfirst_checks.readers.first_page.pieces import Piece
from askfirst_checks.readers.first_page.remarks import trimmed

MOST_NOTES = 200
_LONGEST = 500
_BEFORE = 200
"""characters in which the subject of a sentence is looked for"""
_IS_WITH = re.compile(
    r"\b(?:is|are|was|were|ist|sind|war|waren)\s+(?:also\s+|currently\s+|now\s+|jointly\s+|"
    r"both\s+|formerly\s+)?"
    r"(?:with|mit|bei|am|an der|affiliated (?:with|to))\s+(?:the\s+|der\s+|dem\s+)?(?=[^\W\d_a-z])"
)
_SUBJECT = re.compile(
    r"(?:\b[A-ZÀ-ÞА-Я]\.(?:[\s-]?[A-ZÀ-ÞА-Я]\.)*\s?(?:[a-z]{1,4}\s){0,2}[A-ZÀ-ÞА-Я][\w'’-]+|\b(?:the|all|both|other|"
    r"first|second|third|"
    r"last|corresponding|die|beide|alle)\s+(?:\w+\s+)?(?:authors?|Autoren|Autorinnen)|\bauthors?|\b(?:he|she|they|er|"
    r"sie))"
    r"(?:,? (?:Jr|Sr)\.?)?[\s,*†‡§\d]*(?:\([^()]{1,80}\)\s*)?$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"[A-ZÀ-ÞА-Я]\.")
_STOP = re.compile(r"(?<=[\w)][\w)])\.(?=\s+[^\W\d_a-z]|\s*$|\s*\()|\n|;\s+(?=[A-Z]\.)")
_SHORTENED = re.compile(
    r"\b(?:Dept|Univ|Inst|St|Prof|Lab|Acad|Sci|Str|Dr|Fac|Nat|Tech|Ave|Rd|No|Bldg|Eng|Res|Technol)$"
)
_NEXT = re.compile(
    r"[,;]?\s+(?:and|und|while)?\s*(?:also\s+|is\s+also\s+|are\s+also\s+)?with\s+(?:the\s+)?(?=[A-Z])|"
    r",?\s+and\s+(?=[A-Z]\.[\s-])"
)


def read(page: str, names: Names) -> list[Piece]:
    """The institutions of the sentences of *page* that say with whom an author is."""
    found: list[Piece] = []
    text = re.sub(r"[^\S\n]+", " ", page)
    for number, match in enumerate(_IS_WITH.finditer(text)):
        if number >= MOST_NOTES:
            break
        owners = _owners(text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2], names)
        if owners is not None:
            owner = owners[0] if len(owners) == 1 else ""
            found += [Piece(each, owner) for each in _institutions(text[match.end() : match.end() + _LONGEST])]
    return found


def _owners(before: str, names: Names) -> list[str] | None:
    """The authors named as the subject at the end of *before*; None where it is no person."""
    sentence = before[max(before.rfind(". ", 0, max(0, len(before) - 60)) + 1, 0) :]
    named = list(names.find(sentence))
    if named and len(sentence.rstrip(" ,*†‡§0123456789")) - named[-1].end() <= 40:
        return list(dict.fromkeys(map(names.owner, named)))
    subject = _SUBJECT.search(before)
    return [] if subject and (_is_name(subject[0]) or "uthor" in subject[0] or "utor" in subject[0]) else None


def _is_name(subject: str) -> bool:
    return _CAPITALISED.match(subject) is not None and subject.rstrip(" ,*†‡§0123456789")[-1:].isalpha()


def _institutions(text: str) -> Iterable[str]:
    for part in _NEXT.split(_until_full_stop(text)):
        for kept in addresses_in(trimmed(part)):
            if looks.is_place(kept) and not looks.is_of_the_journal(kept) and not looks.is_sentence(kept):
                yield kept


def _until_full_stop(text: str) -> str:
    for stop in _STOP.finditer(text):
        if not _SHORTENED.search(text[: stop.start()]):
            return text[: stop.start()]
    return text
