"""Countries that a text brings beside the one it prints plainly: a recognised body's, a part's, an embassy's.

"Kim Il Sung University, and Max Born Institute, Berlin, Germany" is both. A country word that stands behind a body,
by a slip or on purpose, adds its country and takes none away. Only of the countries that are asked about first (KP,
IR, RU, BY, SY): for others the plainest country stays the answer.
"""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.names.abbreviations import canonical
from askfirst_checks.names.lexicon import word_set
from askfirst_checks.names.normalise import words
from askfirst_checks.names.verdict import ASKED, PLAINLY, Fact, Verdict, decide
from askfirst_checks.patterns import pattern

if TYPE_CHECKING:
    from askfirst_checks.names.printed import Printed

_HEADS = word_set(
    "univ inst acad coll polytech universitat hochschule университет институт академ academie akademie instituto"
    " istituto cnrs cern desy ictp nasa esa embl epfl cea csic cnr infn inaf eth tu ctr lab hosp company ltd gmbh"
)
_SCHOOLS = word_set("univ universitat университет")
_INSTITUTES = _SCHOOLS | {"inst", "acad", "polytech", "институт", "академ"}
_SORTS = word_set(
    "state fed federal tech technical natl med medical polytech agr pedagogical normal islamic azad of de di van von du"
    " technol sci linguistic aviation inst acad staatliche"
)
_MISSIONS = word_set(
    "embassy embassies botschaft ambassade embajada ambasciata embaixada ambassade ambasada посольство посольства"
    " consulate konsulat generalkonsulat mission vertretung"
)
_MISSIONS_OF = frozenset(("KP",))
"""countries whose embassy, wherever it stands, is theirs: where cooperation with the State itself is suspended"""
_PROPER = frozenset(("place", "unit", "body"))
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013")
_ARTICLES = (["al"], ["el"], ["ar"])
_OWN_TOWN = 40
"""weight of a town that has a segment to itself"""
_IN_A_PART = 20
"""weight from which a name decides for its part where the whole text decides for nothing"""
_NEAR = 3
"""words between a town's name and the word university that it belongs to: ``Moscow State Technical University``"""
_JOINER = pattern(
    r"(?i:[;\n]|\s[&/]\s|(?<=[^\W\d_])/(?=[^\W\d_])|(?<=[^\W\d_]{4})\.\s|\b(?:and|und|et|sowie|y)\s"
    r"|\b(?:(?:on leave|visiting|visitor|guest|gast|beurlaubt|seconded) (?:\w{1,20} )?(?:from|von|of)"
    r"|(?:permanent|present|current|home|former) address|also (?:at|with)|(?:now|currently|formerly) at)\b)"
)


def brought(printed: Printed, facts: list[Fact], verdict: Verdict) -> Verdict:
    """*verdict* with the countries that *facts* bring beside it, at the end."""
    codes = verdict.codes
    if not codes:
        return Verdict(tuple(dict.fromkeys(_of_parts(printed, facts, _IN_A_PART))), _IN_A_PART)
    others = [fact for fact in facts if fact.weight and fact.meaning.strong and fact.meaning.strong[0] not in codes]
    others = [fact for fact in others if fact.meaning.strong[0] in ASKED and codes[0] not in fact.meaning.suggests]
    if not others:
        return verdict
    more = [fact.meaning.strong[0] for fact in others if _brings(printed, fact)]
    more += [
        code for code in _of_parts(printed, facts, PLAINLY) if any(fact.meaning.strong[0] == code for fact in others)
    ]
    return verdict._replace(codes=tuple(dict.fromkeys((*codes, *more)))) if more else verdict


def _brings(printed: Printed, fact: Fact) -> bool:
    kind, code = fact.meaning.kind, fact.meaning.strong[0]
    if kind == "place":
        return (fact.weight >= _OWN_TOWN and _opens(printed, fact)) or _school(printed, fact, _SCHOOLS)
    if kind == "body":
        return fact.listed or _school(printed, fact, _INSTITUTES)
    if kind == "country":
        return code in _MISSIONS_OF and not _MISSIONS.isdisjoint(printed.every)
    return False


def _opens(printed: Printed, fact: Fact) -> bool:
    """Whether nothing but numbers stands before the name in its segment."""
    first, _ = _words_of(printed, fact)
    return all(word.isdigit() for word in printed.before(first))


def _school(printed: Printed, fact: Fact, schools: frozenset[str]) -> bool:
    """Whether the name is one of *schools*', or a part of it: ``Shiraz University``, ``University of Isfahan``."""
    first, last = _words_of(printed, fact)
    if printed.cuts(first, last) or printed.gaps[first] in _HYPHENS or printed.before(first, 1) in _ARTICLES:
        return False  # "Belarusian-Russian University", "Al-Razi University" in Yemen
    if not schools.isdisjoint(map(canonical, printed.every[first : last + 1])):
        return True
    behind = printed.after(last, _NEAR)
    for word in map(canonical, behind):
        if word in schools:
            return True
        if word not in _SORTS:
            break
    before = printed.before(first, 2)
    return len(before) > 1 and before[-1] in ("of", "de", "di") and canonical(before[-2]) in schools


def _words_of(printed: Printed, fact: Fact) -> tuple[int, int]:
    """The first and the last word that the fact stands on."""
    on = [at for at in range(len(printed.every)) if printed.start(at) < fact.end and fact.start < printed.end(at)]
    return (on[0], on[-1]) if on else (0, 0)


def _ends_part(printed: Printed, fact: Fact, end: int) -> bool:
    """Whether a town fills the last segment of its part: ``Institute of Physics, Novosibirsk & CERN``."""
    town = fact.meaning.kind == "place" and bool(fact.meaning.strong) and fact.weight > 0
    return town and not printed.text[fact.end : end].strip(" .") and _opens(printed, fact)


def _of_parts(printed: Printed, facts: list[Fact], least: int) -> list[str]:
    """What the affiliations that run together in one text decide for, each by itself, where each names a body."""
    text = printed.text
    ends = [*(match.start() for match in _JOINER.finditer(text)), len(text)]
    if len(ends) == 1:
        return []
    codes: list[str] = []
    parts = []
    start = 0
    for end in ends:
        if not _HEADS.isdisjoint(map(canonical, words(text[start:end]))):
            parts.append((start, end))
            start = end
    for start, end in parts if len(parts) > 1 else []:
        inside = [fact for fact in facts if start <= fact.start < end]
        own = decide(inside)
        if own.weight >= least:
            codes += own.codes
        codes += [fact.meaning.strong[0] for fact in inside if _ends_part(printed, fact, end)]
    return codes
