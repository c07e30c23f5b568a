"""What stands beside a name in the printed text, and makes another body of it: the reasons for silence."""

from __future__ import annotations

from askfirst_checks.names.abbreviations import FILLERS, canonical
from askfirst_checks.names.printed import Printed


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SIDES = _set(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
    " northwestern southeastern southwestern central new upper lower inner outer middle mid"
)
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
)
_OF_HOME = _set(
    "china pr prc p peoples pla russia rf iran islamic ras ran sb cas dprk dpr korea democratic"
    " pakistan syria belarus beijing shanghai tianjin moscow tehran pyongyang"
)
_FILLERS_OR_HOME = FILLERS | _OF_HOME
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
    return _beside(before) or _extends(canonical(printed.every[last]), after, towns)


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
    return bool(near) and (near[-1] in _AS_WORK or near[-1] == "hosp" or (near[-1] in _TIED and "hosp" in near))


def _extends(head: str, after: list[str], towns: tuple[tuple[str, ...], ...]) -> bool:
    if not after:
        return False
    following = [canonical(word) for word in after]
    if head == "univ" and "hosp" in following:
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
