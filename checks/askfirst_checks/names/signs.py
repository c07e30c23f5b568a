"""Names in scripts that set no space between words: Han and Hangul runs."""

from __future__ import annotations

from askfirst_checks.names.matching import Match, Names

_LONGEST = 2_000
# What may stand before a name in one run: a place or the end of another unit.
_BEFORE_ENDS = frozenset("国國市省区區州县縣院系所部室心学學校군시도구국의")
_PLACES: tuple[str, ...] = ("中国", "中國", "北京", "上海", "天津", "重庆", "南京", "西安", "哈尔滨", "武汉")
_PLACES += ("长沙", "成都", "广州", "合肥", "沈阳", "조선", "평양")
# What makes a longer name of its own after a university's name.
_AFTER = (
    "附属",
    "附屬",
    "附设",
    "医院",
    "防治中心",
    "眼科中心",
    "醫院",
    "出版社",
    "附中",
    "附小",
    "校友",
    "学报",
    "學報",
    "大学城",
    "路",
    "병원",
    "출판사",
)


def found(seq: list[str], names: Names, keys: set[str]) -> list[Match]:
    """All names inside the runs of *seq* (words without Latin letters) that begin with one of *keys*."""
    return [match for at, run in enumerate(seq) if run[0] >= "\u1100" for match in _in_run(run, at, names, keys)]


def _in_run(run: str, at: int, names: Names, keys: set[str]) -> list[Match]:
    matches = []
    for start in range(min(len(run) - 1, _LONGEST)):
        key = run[start : start + 2]
        if key not in keys:
            continue
        for name in names.get(key):
            sign = name.words[0]
            if len(name.words) == 1 and run.startswith(sign, start) and _bounded(run, start, start + len(sign)):
                matches.append(Match(name, at, at + 1, (start, start + len(sign))))
    return matches


def _bounded(run: str, start: int, end: int) -> bool:
    before, after = run[max(start - 8, 0) : start], run[end : end + 8]
    if before and before[-1] not in _BEFORE_ENDS and not before.endswith(_PLACES):
        return False
    return not any(mark in after for mark in _AFTER)


def runs(seq: list[str]) -> set[str]:
    """The two-sign keys of all runs in *seq*."""
    return {run[at : at + 2] for run in seq if run[0] >= "\u1100" for at in range(min(len(run) - 1, _LONGEST))}
