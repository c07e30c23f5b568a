"""From the names found in one affiliation to the countries it decides for."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.names.abbreviations import canonical
from askfirst_checks.names.countries import Hit, in_street, position, stands_apart
from askfirst_checks.names.lexicon import Meaning, word_set
from askfirst_checks.names.namesakes import no_place, studied
from askfirst_checks.names.printed import Printed

# How much a name weighs by its kind and by where it stands. The last segment of an address holds all earlier ones:
# what stands there alone outweighs any name inside an institution's.
WEIGHT = {
    "country": {"alone": 60, "tail": 50, "phrase": 30, "head": 20, "inner": 20},
    "unit": {"alone": 45, "tail": 35, "phrase": 20, "head": 20, "inner": 20},
    "place": {"alone": 40, "tail": 35, "phrase": 20, "head": 20, "inner": 20},
    "town": {"alone": 40, "tail": 33, "phrase": 18, "head": 0, "inner": 0},
    "body": {"alone": 20, "tail": 20, "phrase": 20, "head": 20, "inner": 20},
    "word": {"alone": 0, "tail": 0, "phrase": 0, "head": 0, "inner": 0},
    "tongue": {"alone": 8, "tail": 8, "phrase": 8, "head": 8, "inner": 8},
    "hint": {"alone": 0, "tail": 0, "phrase": 0, "head": 0, "inner": 0},
    "demonym": {"alone": 0, "tail": 0, "phrase": 0, "head": 10, "inner": 10},
}
_BORNE = 12
"""weight of a town's name that an institution bears as its first or last word, as it might a person's"""
_TONGUE = 8
"""weight of the words of a language that one country writes"""
ASKED = frozenset(("KP", "IR", "RU", "BY", "SY"))
"""countries that are asked about first: their bodies and towns bring them, whatever else a text names"""
PLAINLY = 35
"""weight from which a name decides for its part of a list of affiliations"""
_PRINTED = 50
"""weight of a country's own name at the end of a segment: two of them are two countries"""
_NATIONAL = word_set(
    "academy academies acad acd national natl federal state institute inst institution ministry research "
    "council science sciences sci society meteorological geological university univ univerity centre "
    "center agency association army navy air naval cancer space aerospace atomic nuclear environment "
    "environmental foundation institutes akademie akademiya academie wissenschaften statistical medical "
    "agricultural defence defense scientific geographical oncological oncology technological economic trade fisheries "
    "library fund staatliche staatlichen "
    "universitat universitaet technische technischen hochschule polytechnische medizinische "
    "университет институт центр научно научныи национальныи исследовательскии онкологическии "
    "педагогическии медицинскии технологическии экономическии химико библиотека фонд государственныи государственная "
    "академия академии"
)
# Territories with a code of their own that are printed together with the state they belong to. "Hong Kong, China" is
# HK: the narrower code says more, and the wider one adds nothing. See names/README.md.
WITHIN = {
    "HK": "CN", "MO": "CN", "TW": "CN", "PR": "US", "GU": "US", "VI": "US", "AS": "US", "MP": "US", "GP": "FR",
    "MQ": "FR", "GF": "FR", "RE": "FR", "YT": "FR", "NC": "FR", "PF": "FR", "PM": "FR", "MF": "FR", "BL": "FR",
    "WF": "FR", "FO": "DK", "GL": "DK", "AX": "FI", "IM": "GB", "JE": "GB", "GG": "GB", "GI": "GB", "BM": "GB",
    "KY": "GB", "FK": "GB", "AI": "GB", "VG": "GB", "TC": "GB", "MS": "GB", "AW": "NL", "CW": "NL", "SX": "NL",
    "BQ": "NL", "SJ": "NO", "CX": "AU", "CC": "AU", "NF": "AU", "CK": "NZ", "NU": "NZ", "XK": "RS",
}  # fmt: skip
_PROPER = frozenset(("place", "town", "unit", "body"))
_SCHOOLS = frozenset(("univ", "universitat", "hochschule", "polytech", "coll", "acad"))
"""what towns and bodies are printed with in other languages, too: ``Université de Téhéran``"""
_LONG_NAME = 12
"""words of the longest name of a school that its town belongs to"""
_NORTH_IN_SHORT = (["n", "korea"], ["korea", "n"], ["nth", "korea"])
"""also what a torn line break makes of Korea: never more than a place that is printed beside it"""
_ADJECTIVE = ("скии", "ская", "ское", "ского", "скои", "ськии", "ська", "ського")
"""endings of the adjectives that Cyrillic prints with a small letter: ``Первый московский университет``"""
_TELLING = 5
"""countries a language may be written in for its words to be a second fact; words of more only veto"""
_EITHER_KOREA = Meaning("country", (), ("KP", "KR"), ())
PEOPLES = frozenset(("democratic", "dem", "democr", "peoples", "people", "popular"))


class Fact(NamedTuple):
    """A name with its weight in this text."""

    start: int
    """offset in the printed text"""
    end: int
    meaning: Meaning
    weight: int
    part: int
    """which of the affiliations of a list it stands in"""
    recognised: bool = False
    """whether it is a body, or stands in a school's name, so that words of another language do not speak against it"""
    listed: bool = False
    """whether the gazetteer found it"""


class Verdict(NamedTuple):
    """What the facts decide for. No code is an answer too."""

    codes: tuple[str, ...]
    weight: int


def weigh(printed: Printed, hits: list[Hit]) -> list[Fact]:
    """The hits that speak, each with its place and weight; names of streets and silent names are left out."""
    text, words = printed.text, printed.every
    ends = frozenset([hit.end for hit in hits])
    facts = []
    listed = ";" in text or "\n" in text
    lower = text.islower()
    for hit in hits:
        if _is_silent(printed, hit):
            continue
        meaning = hit.meaning
        if meaning.kind == "country" and _may_be_either(words, hit, hits):
            meaning = _EITHER_KOREA
        start, end = _span(hit, printed)
        if meaning.kind in _PROPER and not lower and _is_small(text[start], words[hit.end - 1]):
            continue
        where = position(printed, hit, ends)
        if _is_no_name(printed, hit, where, end - start):
            continue
        meaning, weight = _weighed(printed, hit, meaning, where)
        part = part_of(text, start) if listed else 0
        facts.append(Fact(start, end, meaning, weight, part, weight < PLAINLY and _recognised(printed, hit, meaning)))
    return facts


def _is_silent(printed: Printed, hit: Hit) -> bool:
    """Whether the name says nothing by what stands beside it: a street's, a subject of study, an adjective alone."""
    kind, words = hit.meaning.kind, printed.every
    if kind == "silent" or in_street(printed, hit):
        return True
    if kind == "country":
        return studied(printed, hit)
    return kind == "demonym" and (hit.end >= len(words) or words[hit.end] not in _NATIONAL)


def _is_small(first: str, last_word: str) -> bool:
    """Whether a name is printed with a small letter and is no adjective, which Cyrillic prints so."""
    return first.islower() and not last_word.endswith(_ADJECTIVE)


def _is_no_name(printed: Printed, hit: Hit, where: str, signs: int) -> bool:
    """Whether a name of so many *signs*, which stands *where* in its segment, is none there."""
    within = where in ("head", "inner")
    if within and hit.end - hit.start == 1 and len(printed.every[hit.start]) == 2:
        return True
    return (within or hit.meaning.kind == "town" or signs == 2) and no_place(printed, hit, where)


def _weighed(printed: Printed, hit: Hit, meaning: Meaning, where: str) -> tuple[Meaning, int]:
    """What a name means and weighs *where* it stands; a town's that may be a person's is weak."""
    kind = meaning.kind
    if kind == "town" and not stands_apart(printed, hit, where):
        return Meaning(kind, (), meaning.strong + meaning.weak, meaning.suggests), _BORNE
    return meaning, WEIGHT[kind][where]


def _may_be_either(words: list[str], hit: Hit, hits: list[Hit]) -> bool:
    """Whether the one Korea is printed in a way that the other is, too."""
    if hit.meaning.strong == ("KR",):
        return _of_the_north(words, hit.start)
    return hit.meaning.strong == ("KP",) and words[hit.start : hit.end] in _NORTH_IN_SHORT and _in_the_south(hits)


def _of_the_north(words: list[str], start: int) -> bool:
    """Whether "Republic of Korea" is the end of a longer name that was broken in print."""
    return words[start] in ("republic", "rep") and not PEOPLES.isdisjoint(words[max(0, start - 3) : start])


def _recognised(printed: Printed, hit: Hit, meaning: Meaning) -> bool:
    """Whether the name is a body's, or stands in a school's."""
    if meaning.kind == "body":
        return True
    if meaning.kind not in ("place", "unit", "demonym") or ASKED.isdisjoint(meaning.strong):
        return False
    beside = printed.before(hit.start, _LONG_NAME) + printed.after(hit.end - 1, _LONG_NAME)
    return not _SCHOOLS.isdisjoint(map(canonical, beside))


def _in_the_south(hits: list[Hit]) -> bool:
    """Whether a place of the Republic of Korea is printed, and none of the North."""
    places = [hit.meaning.strong for hit in hits if hit.meaning.kind in ("place", "town", "unit", "body")]
    return ("KR",) in places and ("KP",) not in places


def _span(hit: Hit, printed: Printed) -> tuple[int, int]:
    start, end = printed.start(hit.start), printed.end(hit.end - 1)
    if hit.letters is not None and end - start >= hit.letters[1]:
        return start + hit.letters[0], start + hit.letters[1]
    return start, end


def part_of(text: str, start: int) -> int:
    """Which of the affiliations of a list the place *start* stands in."""
    return text.count(";", 0, start) + text.count("\n", 0, start)


def decide(facts: list[Fact]) -> Verdict:
    """The countries of one text, part by part: parts that name none plainly speak only where no other does."""
    if not facts:
        return Verdict((), 0)
    if len(facts) == 1:
        fact = facts[0]
        return Verdict(fact.meaning.strong, fact.weight) if fact.weight and fact.meaning.strong else Verdict((), 0)
    if facts[0].part == facts[-1].part:
        return _of_part(facts)
    parts: dict[int, list[Fact]] = {}
    for fact in facts:
        parts.setdefault(fact.part, []).append(fact)
    verdicts = [_of_part(part) for part in parts.values()]
    plainly = [v for v in verdicts if v.weight >= PLAINLY and v.codes]
    if plainly:
        return Verdict(_narrowest([code for v in plainly for code in v.codes]), max(v.weight for v in plainly))
    return _of_part(facts)


def _of_part(facts: list[Fact]) -> Verdict:
    if len(facts) > 1:
        facts = [_as_in(fact, facts) if fact.meaning.suggests else fact for fact in facts]
    telling = _without_namesakes(facts)
    for weight in sorted({fact.weight for fact in telling if fact.weight}, reverse=True):
        level = [fact for fact in telling if fact.weight == weight]
        level = [fact for fact in level if fact.meaning.strong] or level
        codes = _narrowest([code for fact in level for code in _meant(fact, facts)])
        if weight < PLAINLY:
            codes = _unopposed(codes, level, facts, weight)
        if len(codes) == 1:
            return Verdict(_narrowest_within(codes, facts), weight)
        if codes:
            return Verdict(_of_several(codes, level, facts, weight), weight)
    return Verdict((), 0)


def _unopposed(codes: tuple[str, ...], level: list[Fact], facts: list[Fact], weight: int) -> tuple[str, ...]:
    """Those of *codes* that neither words of another language nor heavier facts speak against."""
    named = {code for fact in level if fact.meaning.kind == "country" for code in fact.meaning.strong}
    named |= {code for fact in level if fact.recognised for code in fact.meaning.strong} & ASKED
    codes = tuple(code for code in codes if code in named or not _foreign(code, facts))
    if weight != _TONGUE:
        return codes
    heavier = [fact.meaning.codes for fact in facts if fact.weight > weight]
    return tuple(code for code in codes if all(code in others for others in heavier))


def _without_namesakes(facts: list[Fact]) -> list[Fact]:
    """``Lebanon, NH, USA``: without the countries' names that are a town's in what is printed plainly after them."""
    if not any(fact.meaning.suggests for fact in facts if fact.meaning.kind == "country"):
        return facts
    plainly = [fact for fact in facts if fact.weight >= PLAINLY and fact.meaning.strong]
    return [
        fact
        for fact in facts
        if fact.meaning.kind != "country"
        or not any(later.start > fact.start and later.meaning.strong[0] in fact.meaning.suggests for later in plainly)
    ]


def _as_in(fact: Fact, facts: list[Fact]) -> Fact:
    """``University of Idaho, Moscow``: a town's name, read as its namesake's in the unit that is named beside it."""
    meaning = fact.meaning
    if not meaning.strong or meaning.kind not in ("place", "town"):
        return fact
    others = [other.meaning for other in facts if other.start != fact.start and other.meaning.strong]
    if any(other.strong == meaning.strong for other in others):
        return fact
    for other in others:
        plain = other.kind in ("unit", "postcode") or (other.kind == "country" and other.strong != ("US",))
        if plain and other.strong[0] in meaning.suggests:
            return fact._replace(meaning=meaning._replace(strong=other.strong, suggests=()))
    return fact


def _foreign(code: str, facts: list[Fact]) -> bool:
    """``Université du Maine``: words of a language that is not written in the country."""
    return any(fact.meaning.kind == "word" and code not in fact.meaning.codes for fact in facts)


def _meant(fact: Fact, facts: list[Fact]) -> tuple[str, ...]:
    """The codes a fact decides for: its strong ones, or of the weak ones that which most other facts share."""
    if fact.meaning.strong:
        return fact.meaning.strong
    others = [
        f for f in facts if f.start != fact.start and (f.meaning.kind != "word" or len(f.meaning.weak) <= _TELLING)
    ]
    shares = {code: sum(code in other.meaning.codes for other in others) for code in fact.meaning.weak}
    best = max(shares.values(), default=0)
    likely = tuple(code for code, share in shares.items() if share == best)
    return likely if best and len(likely) == 1 else ()


def _of_several(codes: tuple[str, ...], level: list[Fact], facts: list[Fact], weight: int) -> tuple[str, ...]:
    if weight >= _PRINTED:
        return codes
    last = max(level, key=lambda fact: fact.start)
    meant = _meant(last, facts)
    if meant and all(meant[0] in fact.meaning.codes for fact in level):
        return meant
    return ()


def _narrowest(codes: list[str]) -> tuple[str, ...]:
    distinct = dict.fromkeys(codes)
    wider = {WITHIN[code] for code in distinct if code in WITHIN}
    return tuple(code for code in distinct if code not in wider)


def _narrowest_within(codes: tuple[str, ...], facts: list[Fact]) -> tuple[str, ...]:
    """``Kowloon, China`` is HK: a territory of the state that was decided for, printed plainly."""
    named = [fact for fact in facts if fact.meaning.kind in ("country", "unit") and fact.weight >= PLAINLY]
    inside = [code for fact in named for code in fact.meaning.strong if WITHIN.get(code) == codes[0]]
    return tuple(dict.fromkeys(inside)) if len(set(inside)) == 1 else codes
