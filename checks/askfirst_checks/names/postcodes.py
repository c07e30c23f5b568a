"""Postal patterns that speak for a country: ``D-12489``, ``MA 02139``, ``OX1 3RH``. For texts without a country."""

from __future__ import annotations

import re
from itertools import islice

from askfirst_checks.light import NamedTuple
from askfirst_checks.names.lexicon import Meaning
from askfirst_checks.patterns import pattern

_STATES = (
    "A[KLRZ]|C[AOT]|D[C]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_AREAS = (
    "A[BL]|B[ABDHLNRST]|C[ABFHMORTVW]|D[ADEGHLNTY]|E[HNX]|F[KY]|G[LUY]|H[ADGPRSUX]|I[GPV]|K[ATWY]|L[ADELNSU]|M[EKL]|N[EGNPRW]|"
    "O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]|T[ADFNQRSW]|U[B]|W[ACDFNRSV]|YO|ZE|EC|[BEGLMNSW]"
)


def _strong(code: str) -> Meaning:
    return Meaning("postcode", (code,), (), ())


def _weak(*codes: str) -> Meaning:
    return Meaning("postcode", (), codes, ())


_MOST = 50
"""matches of one pattern that are looked at"""


class _Pattern(NamedTuple):
    regex: re.Pattern[str]
    meaning: Meaning
    runs: set[int]
    """lengths of the runs of digits without which it matches nothing"""


# Postal Union prefixes, with the digits each country's codes have. One letter is weak: "B-4000" may be a building.
_PREFIXED = {
    "D": ("DE", 5), "CH": ("CH", 4), "FR": ("FR", 5), "DK": ("DK", 4), "FI": ("FI", 5), "FIN": ("FI", 5),
    "NL": ("NL", 4), "PL": ("PL", 5), "CZ": ("CZ", 5), "SK": ("SK", 5), "HU": ("HU", 4), "HR": ("HR", 5),
    "SI": ("SI", 4), "SLO": ("SI", 4), "RO": ("RO", 6), "BG": ("BG", 4), "EE": ("EE", 5), "LV": ("LV", 4),
    "LT": ("LT", 5), "GR": ("GR", 5), "SE": ("SE", 5), "NO": ("NO", 4), "BE": ("BE", 4), "AT": ("AT", 4),
    "IT": ("IT", 5), "ES": ("ES", 5), "PT": ("PT", 7), "RU": ("RU", 6), "RUS": ("RU", 6), "BY": ("BY", 6),
    "UA": ("UA", 5), "TR": ("TR", 5), "JP": ("JP", 7), "CN": ("CN", 6), "KR": ("KR", 5), "RS": ("RS", 5),
    "SRB": ("RS", 5), "BR": ("BR", 8), "CY": ("CY", 4), "LU": ("LU", 4),
}  # fmt: skip
_LETTERED = {
    "A": ("AT", 4), "F": ("FR", 5), "I": ("IT", 5), "E": ("ES", 5), "B": ("BE", 4), "L": ("LU", 4),
    "N": ("NO", 4), "S": ("SE", 5), "H": ("HU", 4), "P": ("PT", 4),
}  # fmt: skip
# A sign first and what stands before it afterwards: so a search leaps from digit to digit, or capital to capital.
_PREFIX = pattern(r"([A-Z](?<![\w-].)[A-Z]{0,2})\s?[-–]\s?(\d{2}-\d{3}|\d{3}\s\d{2}|\d{4,8}(?:-\d{3})?)(?![\w-])")
_FIVE_DIGITS = ("DE", "FR", "IT", "ES", "US", "TR", "FI", "UA", "MX", "MY", "TH", "SA", "KR", "TW")
_FOUR_DIGITS = ("CH", "AT", "AU", "DK", "NO", "BE", "HU", "NL", "NZ", "ZA")
_PATTERNS = (
    _Pattern(pattern(rf"(?:{_STATES})(?<!\w..)[\s,]{{1,3}}\d{{5}}(?:-\d{{4}})?(?![\w-])"), _strong("US"), {5}),
    # "in 10115 Berlin" is no Indiana: in lower case only where it ends the address
    _Pattern(pattern(rf"(?i:{_STATES})(?<=, ..)[\s,]{{1,3}}\d{{5}}(?:-\d{{4}})?(?=\s*$)"), _strong("US"), {5}),
    _Pattern(pattern(rf"(?<![\w-])(?:{_AREAS})\d[A-Z\d]?\s{{1,3}}\d[ABD-HJLNP-UW-Z]{{2}}(?!\w)"), _strong("GB"), {1}),
    _Pattern(pattern(r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][\s-]{,3}\d[ABCEGHJ-NPRSTV-Z]\d\b"), _strong("CA"), {1}),
    _Pattern(pattern(r"(?:NSW|VIC|QLD|TAS|ACT|Qld|Vic|Tas)(?<!\w...)[\s,.]{1,3}\d{4}\b"), _strong("AU"), {4}),
    _Pattern(pattern(r"(?:WA|SA|NT)(?<!\w..)[\s,]{1,3}[05-6]\d{3}\b"), _weak("AU"), {4}),
    _Pattern(pattern(r"\d(?<!\w.)\d{4}\s{0,3}[Cc](?:edex|EDEX)\b"), _strong("FR"), {5}),
    _Pattern(pattern(r"[1-9](?<![\w-].)\d{3}\s{0,3}[A-Z]{2}(?!\w)"), _weak("NL"), {4}),
    _Pattern(pattern(r"[1-46](?<![\w-].)\d{5}(?![\w-])"), _weak("RU", "CN", "IN"), {6}),
    _Pattern(pattern(r"2(?<![\w-].)[1-4]\d{4}(?![\w-])"), _weak("BY"), {6}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{2}-\d{4}(?![\w-])"), _weak("JP"), {3, 4}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{2}-\d{3}(?![\w-])"), _weak("KR"), {3}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{4}-\d{3}(?![\w-])"), _weak("BR"), {5, 3}),
    _Pattern(pattern(r"\d(?<![\w-].)\d-\d{3}(?![\w-])"), _weak("PL"), {2, 3}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{3}-\d{3}(?![\w-])"), _weak("PT"), {4, 3}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{4}-\d{4}(?![\w-])"), _weak("US"), {5, 4}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{4}-\d{5}(?![\w-])"), _weak("IR", "SA"), {5}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{2}\s{1,3}\d{2}(?![\w-])"), _weak("SE", "CZ", "SK", "GR"), {3, 2}),
    _Pattern(pattern(r"\d(?<![\w-].)\d{4}(?![\w-])"), _weak(*_FIVE_DIGITS), {5}),
    _Pattern(pattern(r"(?!19[5-9]\d|20[0-3]\d)[1-9](?<![\w-].)\d{3}(?![\w-])"), _weak(*_FOUR_DIGITS), {4}),
)  # fmt: skip
_DIGITS = pattern(r"\d+")
_DIGIT_AND_CAPITAL = pattern("[0-9][A-Z]")


def find(text: str) -> list[tuple[int, int, Meaning]]:
    """Postal patterns in *text*: start, end, meaning. The surer pattern first where two overlap."""
    runs = set(map(len, _DIGITS.findall(text)))
    if not runs:
        return []
    if 1 in runs and not _DIGIT_AND_CAPITAL.search(text):
        runs.remove(1)
    found: list[tuple[int, int, Meaning]] = []
    for match in islice(_PREFIX.finditer(text), _MOST):
        meaning = _prefixed(match.group(1), match.group(2))
        if meaning is not None:
            found.append((*match.span(), meaning))
    for regex, meaning, needed in _PATTERNS:
        for match in islice(regex.finditer(text), _MOST) if needed <= runs else ():
            start, end = match.span()
            if all(end <= other[0] or start >= other[1] for other in found):
                found.append((start, end, meaning))
    return found


def telling(codes: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """What a text must match for a postal pattern to decide for one of *codes*."""
    letters = [each for each, (code, _) in _PREFIXED.items() if code in codes]
    found = [each.regex for each in _PATTERNS if not codes.isdisjoint(each.meaning.strong)]
    if letters:
        found.append(re.compile(rf"(?:{'|'.join(sorted(letters, reverse=True))})\s?[-–]\s?\d"))
    return tuple(found)


def _prefixed(letters: str, number: str) -> Meaning | None:
    digits = sum(map(str.isdigit, number))
    code, length = _PREFIXED.get(letters, ("", 0))
    if digits == length:
        return _strong(code)
    code, length = _LETTERED.get(letters, ("", 0))
    if digits == length or (letters == "P" and digits == 7):
        return _weak(code)
    return None
