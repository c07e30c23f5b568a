"""What stands beside a name in the printed text, and makes another body of it: the reasons for silence."""

from __future__ import annotations

from itertools import pairwise

from askfirst_checks.names.abbreviations import FILLERS, canonical
from askfirst_checks.names.printed import Printed


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SIDES = _set(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
    " northwestern southeastern southwestern central new upper lower inner outer middle mid"
)
_INITIAL_SIDES = _set("n s e w")
_AS_WORK = _set("journal bulletin proceedings vestnik trudy transactions annals press publisher publishers")
_SORTS = _set(
    "tech med agr pedagogical linguistics linguistic state fed open normal polytech economic pharm law teachers"
)
_TIED = _set("affiliated affiliate attached")
_STREETS = _set("rd street str ave road boulevard blvd highway lane station metro bridge stadium")
_NOT_ITSELF = _set("press alumni publishers publishing publisher museum journal club town")
_UNITS = _set(
    "sch coll fac dept inst ctr lab campus hosp div program programme branch library group chair unit key state clinic"
)
# Words that, right behind "X University" with no unit after them, make the name of another university.
_FIELDS = _set(
    "technol tech sci med medicine finance financial econ economics law agr agriculture forest forestry art arts tcm"
    " chinese traditional pharm pharmacy normal post telecommun electron elect elec power petr min commerce business"
    " foreign studies language languages sport sports phys physics educ education water chem engn aeronaut astronaut"
    " informat int intl humanities management nationalities minzu polytech architecture nucl comp mil def aviation"
    " design appl food printing culture civil environmental geodesy railway transport psychology dentistry textile"
    " biotechnology fine radioelectron geol tourism trade service transportation control instrument automobile"
)
_OF_HOME = _set(
    "china pr prc p peoples pla russia russian rf iran iranian islamic ras ran sb cas dprk dpr korea democratic"
    " pakistan syria belarus beijing shanghai tianjin moscow tehran pyongyang"
)
_FILLERS_OR_HOME = FILLERS | _OF_HOME
_YOUNG = _set("high middle primary secondary elementary experimental")
# What a hospital is called that has no name of its own: it is the university's by number or by what it treats.
_NAMELESS = _set(
    "first second third fourth fifth sixth seventh eighth ninth tenth st nd rd th affiliated attached teaching general"
    " childrens womens people peoples cancer tumor stomatological stomatology ophthalmology dental eye"
)
_FORCES = _set("mil army navy naval air")
_MEDICAL = _set("sch coll fac med medicine")
_RUSSIAN_UNITS = ("им", "факультет", "кафедр", "институт", "филиал", "центр", "лаборатор", "росси", "рф", "москв", "г")
_HEADS = frozenset(["univ", "inst", "acad", "coll"])


def other_body(printed: Printed, first: int, last: int, towns: tuple[tuple[str, ...], ...], unit: bool) -> bool:
    """Whether the words around ``printed.every[first:last + 1]``, in its segment, make it the name of another body.

    *towns* are the body's own, as words, which may follow ("of Beijing"). A *unit* is a name that needs a
    second fact ("Institute of Physics"): any word before it or "and" behind it makes another unit of it.
    """
    before, after = printed.before(first), printed.after(last)
    if unit and _longer_unit(before, after):
        return True
    if before and canonical(printed.every[first]) == "univ" and canonical(before[-1]) in _SORTS:
        return True
    if len(before) == 1 and before[0] in _INITIAL_SIDES and printed.gaps[first] == " ":
        return True  # "W Anhui Univ", and not the initial of "E. Moscow"
    return _beside(before) or _extends(canonical(printed.every[last]), after, towns)


def ends(printed: Printed, last: int, towns: tuple[tuple[str, ...], ...]) -> bool:
    """Whether nothing but a town, a country or a number stands behind word *last* in its segment."""
    after = printed.after(last)
    return not after or after[0].isdigit() or after[0] in _OF_HOME or any(after[0] in town for town in towns)


def turned(printed: Printed, first: int, last: int, towns: tuple[tuple[str, ...], ...]) -> bool:
    """Whether ``University of X`` is printed so, and is not the end of another name: "Tongji University Shanghai"."""
    return (last - first > 1 or not printed.before(first)) and ends(printed, last, towns)


def hospital(printed: Printed, first: int) -> bool:
    """Whether the segment before word *first* is a hospital that gets its name from the university printed there.

    "The Second Affiliated Hospital, X University School of Medicine" is the Second Affiliated Hospital of X University.
    A hospital with a name of its own ("Ruijin Hospital, ..."), and a school beside it that is no medical one, leave
    the university as an affiliation that is printed too.
    """
    if "hosp" not in printed.seq:
        return False
    segment, start = _segment_before(printed, first - len(printed.before(first)))
    if segment and all(canonical(word) in _MEDICAL or word in FILLERS for word in [*segment, *printed.before(first)]):
        segment, start = _segment_before(printed, start)
    elif any(canonical(word) not in _MEDICAL and word not in FILLERS for word in printed.before(first)):
        return False
    if "hosp" not in map(canonical, segment) or _other_school(printed.every[:start]):
        return False
    between = printed.text[printed.start(start) : printed.start(first)]
    return ";" not in between and all(map(_no_name, segment))


def of_the_forces(name: list[str]) -> bool:
    """Whether *name* is a medical university of the armed forces: its hospitals belong to them as it does."""
    return "med" in name and not _FORCES.isdisjoint(name)


def _no_name(word: str) -> bool:
    return word in _NAMELESS or word in FILLERS or word.isdigit() or canonical(word) == "hosp"


def _segment_before(printed: Printed, start: int) -> tuple[list[str], int]:
    """The words of the segment that ends before word *start*, and where it begins."""
    if start <= 0:
        return [], 0
    segment = [*printed.before(start - 1), printed.every[start - 1]]
    return segment, start - len(segment)


def _other_school(words: list[str]) -> bool:
    """Whether a school or college of the university is among *words* that is no medical one."""
    names = [canonical(word) for word in words]
    return any(
        word in ("sch", "coll", "fac") and not {"med", "medicine", "clinical"} & set(names[at + 1 : at + 4])
        for at, word in enumerate(names)
    )


def _longer_unit(before: list[str], after: list[str]) -> bool:
    if before and before[-1].isalpha() and before[-1] not in _FILLERS_OR_HOME:
        return True
    return len(after) > 1 and after[0] == "and" and canonical(after[1]) in _FIELDS


def _beside(before: list[str]) -> bool:
    if not before:
        return False
    if before[-1] in _SIDES:
        return True
    near = [canonical(word) for word in before if word not in FILLERS and word not in ("to", "with")]
    if not near:
        return False
    if near[-1] == "sch" or (near[-1] in _TIED and "sch" in near):
        return not _YOUNG.isdisjoint(near)
    return near[-1] in _AS_WORK or near[-1] == "hosp" or (near[-1] in _TIED and "hosp" in near)


def _sick(words: list[str]) -> bool:
    """Whether *words* are those of a hospital: ``Shanghai Cancer Center``, ``Third Hospital``."""
    return "hosp" in words or any(pair in (("cancer", "ctr"), ("med", "ctr")) for pair in pairwise(words))


def _extends(head: str, after: list[str], towns: tuple[tuple[str, ...], ...]) -> bool:
    if not after:
        return False
    following = [canonical(word) for word in after]
    if following[0] == "hosp" or (head == "univ" and _sick(following)):
        return True
    if after[0] in _NOT_ITSELF or following[0] in _STREETS or (len(following) > 1 and following[1] in _STREETS):
        return True
    if following[:2] in (["high", "sch"], ["middle", "sch"], ["primary", "sch"]):
        return True
    if head.startswith("университет"):
        return not after[0].startswith(_RUSSIAN_UNITS)
    if head not in _HEADS:
        return False
    if after[0] in ("of", "for"):
        rest = [word for word in following[1:] if word not in FILLERS]
        if rest[:1] in (["chinese"], ["russian"]):
            return rest[1:2] not in (["acad"], ["fed"], ["federation"], ["peoples"], ["pla"])
        home = bool(rest) and (rest[0] in _OF_HOME or any(rest[0] in town for town in towns))
        return bool(rest) and (not home or (len(rest) > 1 and rest[1] in _FIELDS))
    return head == "univ" and following[0] in _FIELDS and not any(word in _UNITS for word in following[1:6])
