"""Words that read like a country's or a town's name and are another thing: a person, a number, a subject."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.names.lexicon import word_set

if TYPE_CHECKING:
    from askfirst_checks.names.countries import Hit
    from askfirst_checks.names.printed import Printed

_TITLES = word_set("dr prof professor mr mrs ms mme herr frau doktor doc sir ing")
# Given names too. "Iran Rahimi" is a person, "Iran Polymer and Petrochemical Institute" none.
_GIVEN = word_set("iran syria israel india kenya china cuba italia germania eire")
_NO_SURNAME = word_set(
    "university univ institute inst academy acad ministry institutes college association society centre center company "
    "co corp agency council foundation bank telecom mobile national medical hospital school branch office campus"
)
_STUDIES = word_set(
    "program programs programme programmes studies study project projects initiative desk watch forum studien programm"
    " projekt forschung studiengruppe expert experts policy sanctions"
)
"""words behind a country's name that make it what is studied there"""
_TIES = " \t\u00a0-\u2010\u2011"
_STUDIES_OF = word_set("program programme programm projet proyecto progetto projekt project")
"""words before a country's name that make it what is studied there"""
_ABBREVIATED = 5
"""letters of the longest name in capitals that is taken for an abbreviation in a text of mixed case"""


def no_place(printed: Printed, hit: Hit, where: str) -> bool:
    """Whether the name, which stands *where* in its segment, names no place here."""
    if hit.letters is not None:
        return False
    if hit.end - hit.start > 1:
        return where in ("head", "inner") and _initials(printed.every[hit.start : hit.end])
    start, end = printed.start(hit.start), printed.end(hit.start)
    kind = hit.meaning.kind
    if end - start == 2 and _of_a_number(printed, hit):
        return True
    if kind in ("place", "town", "unit") and end - start <= _ABBREVIATED and (kind == "town" or where == "inner"):
        return _is_abbreviation(printed.text, printed.text[start:end])
    if where == "head":
        return _titled(printed, hit) or (kind == "country" and _like_a_person(printed, hit))
    return where == "inner" and _titled(printed, hit)


def _of_a_number(printed: Printed, hit: Hit) -> bool:
    """Whether two letters belong to the number beside them: ``INSERM US24``, ``SW7 2AZ``, ``20133 MI``."""
    words = printed.every
    if hit.end < len(words) and words[hit.end].isdigit() and not printed.gaps[hit.end]:
        return True
    return hit.meaning.kind == "unit" and hit.start > 0 and words[hit.start - 1].isdigit()


def _is_abbreviation(text: str, name: str) -> bool:
    """Whether *name* is printed in capitals in a *text* that is not."""
    return name.isupper() and name.isascii() and not text.isupper()


def _initials(words: list[str]) -> bool:
    """Whether these are a person's: ``N. L. Dobretsov Institute of Geology``."""
    return all(len(word) == 1 for word in words) and words[0] != "u"


def _titled(printed: Printed, hit: Hit) -> bool:
    before = hit.start - 1
    return before >= 0 and printed.every[before] in _TITLES and printed.gaps[hit.start].strip() in ("", ".")


def _like_a_person(printed: Printed, hit: Hit) -> bool:
    """Whether a country's name and one more word fill the segment: ``Iran Rahimi, Faculty of Science``."""
    words, after = printed.every, hit.end
    if words[hit.start] not in _GIVEN or after >= len(words) or words[after] in _NO_SURNAME:
        return False
    beside = printed.gaps[after] == " " and printed.text[printed.start(after)].isupper()
    return beside and printed.gaps[after + 1][:1] in ("", ",", ";", ".")


def studied(printed: Printed, hit: Hit) -> bool:
    """Whether the country is a subject: ``North Korea Program``, ``Center for Russia and Eurasia Studies``."""
    words, start, end = printed.every, hit.start, hit.end
    at = start - 2 if start > 1 and words[start - 1] == "on" else start - 1
    if at >= 0 and words[at] in _STUDIES_OF and not printed.gaps[start].strip():
        return True
    behind = words[end] if end < len(words) else ""
    if behind not in _STUDIES and behind != "and":
        return False
    return not printed.gaps[end].strip(_TIES) and not _STUDIES.isdisjoint([behind, *printed.after(end, 3)])
