"""Degrees and posts that title pages print with a name, or before the place where somebody works."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds

_DEGREES = (
    r"ph\.?\s?d\.?(?:\s*(?:student|candidate|c\.?))?|d\.?\s?phil\.?|m\.\s?d\.?|md(?:[-/]ph\.?d\.?)?|m\.?\s?sc\.?|msci|"
    r"b\.?\s?sc\.?(?:\s*\(?hons\.?\)?)?|b\.?\s?a\.?|m\.?\s?a\.?|m\.?\s?s\.?|b\.?\s?s\.?|m\.?p\.?h\.?|dr\.?\s?p\.?h\.?|"
    r"s\.?c\.?d\.?|ed\.?d\.?|psy\.?d\.?|d\.?d\.?s\.?|d\.?m\.?d\.?|d\.?v\.?m\.?|vmd|pharm\.?d\.?|mb\s?bs|mb\s?chb|mb\s?bch|"
    r"mrcp|mrcs|frcp[ac]?|frcs|frse?|facs|facc|faha|fesc|rn|bsn|msn|dnp|rph|m\.?b\.?a\.?|ll\.?[mb]\.?|j\.?d\.?|"
    r"m\.?\s?eng\.?|b\.?\s?eng\.?|m\.?\s?tech\.?|b\.?\s?tech\.?|m\.?\s?phil\.?|m\.?\s?med\.?|mstat|mhs|mspt?h?|mpp|msw|"
    r"d\.?\s?sc\.?|dr\.?(?:\s?-?(?:ing|rer\.?\s?nat|med|phil)\.?)?|dipl\.?\s?-?\s?(?:ing|phys|chem|math|inf|psych)\.?|"
    r"habil\.?|p\.?\s?e\.|esq\.?|prof\.?"
)
_RANK = (
    r"(?:(?:full|assistant|asst\.?|associate|assoc\.?|adjunct|emeritus|distinguished|research|senior|junior|lead|"
    r"principal|visiting|post-?doctoral|postdoc|post-?graduate|graduate|undergraduate|doctoral|ph\.?\s?d\.?|master['’]?s?|m\.?sc\.?|"
    r"extension|clinical|teaching|staff|chief|deputy|former(?:ly)?)[\s-]+)"
)
_POSTS = (
    rf"(?:{_RANK}{{0,4}}(?:prof(?:essor)?\.?|students?|candidate|lecturer|fellow|scientist|researcher|associate|educator|"
    r"engineer|instructor|physician|director|specialist|analyst|scholar|teacher)(?:\s+emeritus)?|"
    r"(?:wissenschaftliche[rn]?\s+)?(?:mitarbeiter(?:in)?|doktorand(?:in)?|professor(?:in)?|privatdozent(?:in)?)|"
    r"professeur(?:e)?|doctorante?|ma[îi]tre de conférences|profesora?|catedrátic[oa]|doctorand[oa])"
)
_RU_POSTS = (
    r"(?:(?:ст(?:арший|\.)|мл(?:адший|\.)|вед(?:ущий|\.)|гл(?:авный|\.)|н(?:аучный|\.)|с(?:отр(?:удник|\.)|\.))\s*){0,3}"
    r"(?:преподаватель|научный сотрудник|н\.\s?с\.|профессор|проф\.|доцент|доц\.|аспирант(?:ка)?|студент(?:ка)?|"
    r"магистрант(?:ка)?|бакалавр|магистр|ассистент|инженер(?:-[а-яё]+)?|академик|член-корреспондент\s[а-яё]+)"
    r"(?:\s+\d\s+курса)?"
)
_RU_DEGREES = r"(?:к(?:анд(?:идат)?)?|д(?:окто)?р?)\.?[\s-]*(?:[а-яё]{1,20}\.?[\s-]*){1,3}(?:наук|н\.)"
_ALL = rf"(?:{_DEGREES}|{_POSTS}|{_RU_DEGREES}|{_RU_POSTS})"
_CREDENTIAL = pattern(rf"{_ALL}\.?(?:\s+(?:in|of)\s+[^,]{{2,40}})?", re.IGNORECASE)
_SURE = (
    r"(?i:ph\.?\s?d\.?(?:\s*(?:student|candidate))?|d\.?phil\.?|m\.d\.|m\.?sc\.|b\.?sc\.|m\.\s?a\.|b\.\s?a\.|m\.\s?s\.|m\.p\.h\.|pharm\.?d\.?)|"
    r"MD|MSc|BSc|MPH|DrPH|ScD|DVM|DDS|DMD|MBBS|MBA|RN|FRCP|FRCS|FACS|MRCP|MEng|BEng|MTech|MPhil"
)
"""those that nobody is called, in the letters that show it"""
_BEHIND = pattern(rf"(?:\s*,\s*(?i:{_DEGREES})|\s*[\s,]\s*(?:{_SURE}))+[\s,]*$")
_BEFORE = pattern(
    rf"\W*(?:{_ALL}(?:\s+(?:in|of)\s+(?!the\b)[^,]{{2,40}}(?=,))?\.?"
    r"(?:\s*[,;/]\s*|\s+(?:and|und|и|&)\s+|\s+(?:of|at|in|with|am|an|des?|der|du)\s+(?:the\s+|der\s+|dem\s+)?|(?=\s+(?:кафедр|факульт|институт|лаборатор|отдел)))\s*"
    r"(?:and\s+|und\s+|и\s+)?)+",
    re.IGNORECASE,
)
_BLANKS = pattern(r"[\s/&]+")
_LETTERS = pattern(r"[A-Z]{2,3}|[A-Z][A-Za-z.]{0,3}[A-Z]\.?|[A-Z]\.(?:[A-Z][a-z]{0,2}\.){1,3}")
"""letters of a degree or a licence, as no name is: ``RDCS``, ``ScB``, ``B.Sc.N.``"""
_ACRONYM = pattern(r"[^\W\d_a-zа-яё]{3,}(?:\s|$)")


def is_credential(text: str) -> bool:
    """Whether *text* is a degree or a post and names nobody: ``M.Sc.``, ``Associate Professor``, ``к.т.н.``."""
    bare = text.strip(" ()")
    if line_kinds.degree(bare) or _CREDENTIAL.fullmatch(bare):
        return True
    words = _BLANKS.split(bare)
    known = [line_kinds.degree(word) or bool(_CREDENTIAL.fullmatch(word)) for word in words]
    return (
        len(words) < 5
        and (len(words) == 1 or any(known))
        and all(is_known or _LETTERS.fullmatch(word) for is_known, word in zip(known, words, strict=True))
    )


def uncredited(name: str) -> str:
    """*name* without the degrees that stand behind it, commas or not: ``Ada Feld, PhD, MPH`` or ``Ada Feld PhD``."""
    bare = _BEHIND.sub("", name)
    return bare if len(bare.split()) > 1 else name


def place_start(text: str) -> int:
    """Where the institution begins in *text*, behind posts: ``Professor, Department of Waves``; 0 where none leads."""
    found = _BEFORE.match(text)
    rest = text[found.end() :] if found else ""
    return found.end() if found and (line_kinds.institution(rest) or _ACRONYM.match(rest)) else 0
