"""The bulk verdict is the whole resolver's, on every name there is and on what only looks like one."""

from __future__ import annotations

from itertools import islice

import pytest
from tests.checks.names.affiliations import bodies, strings

from askfirst.audit.judging import Judge, asked
from askfirst.audit.store import Quiet
from askfirst.audit.verdicts import Verdicts
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import load

RESOLVER = Resolver()
BULK = Verdicts(load("de"), RESOLVER, few=0)
SILENT = (
    "Department of Physics, University of Bonn, 53115 Bonn, Germany",
    "Zhejiang Normal University, Jinhua, China",
    "Seoul National University, Seoul 08826, Republic of Korea",
    "Stony Brook University, NY 11794, USA",
    "Dartmouth College, Hanover, NH 03755",
    "University of Chicago, Chicago, IL 60637",
    "University of Idaho, Moscow, ID 83844, USA",
    "École normale supérieure, 75005 Paris, France",
    "a.keller@uni-bonn.de",
    "東京大学",
    "Institute of Physics, Zagreb, Croatia",
    "",
    "2024",
)
FIRE = (
    "Kim Il Sung University",
    "Department of Optics, State Academy of Sciences, Pyongyang",
    "SharifUniversity of Technology, TehranIran",
    "Sharif Univ Technol",
    "Harbin Inst Technol, Harbin",
    "x@msu.ru",
    "Institute of Physics, RU-119991",
    "Democratic People's, Republic of Korea",
    "平壤",
    "МГУ имени М. В. Ломоносова, Москва",
)


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert BULK.of(text) == BULK.of_whole(text) == ()


@pytest.mark.parametrize("text", FIRE)
def test_firing(text: str) -> None:
    assert BULK.of(text) == BULK.of_whole(text) != ()


@pytest.mark.parametrize("seed", [1, 2])
def test_bulk_and_whole_agree(seed: int) -> None:
    assert [text for text in islice(strings(seed), 6_000) if BULK.of(text) != BULK.of_whole(text)] == []


@pytest.mark.parametrize("jurisdiction", ["eu"])
def test_they_agree_elsewhere(jurisdiction: str) -> None:
    bulk = Verdicts(load(jurisdiction), RESOLVER, few=0)
    assert [text for text in islice(strings(3), 1_500) if bulk.of(text) != bulk.of_whole(text)] == []


def test_most_ordinary_texts_need_no_resolver() -> None:
    class Never(Resolver):
        def resolve(self, text: str) -> object:  # type: ignore[override]
            raise AssertionError(text)

    bulk = Verdicts(load("de"), Never(), few=0)
    assert [bulk.of(text) for text in SILENT[:6]] == [()] * 6


def test_the_rows_hold_every_listed_name() -> None:
    named = bodies()
    row = list(islice(strings(1), 6 * len(named)))
    assert len(named) > 3_000
    for name in named[::97]:
        assert any(name in text for text in row)


def test_few_strings_build_no_gate() -> None:
    verdicts = Verdicts(load("de"), RESOLVER)
    assert verdicts.of(FIRE[0]) == BULK.of(FIRE[0])
    assert verdicts._gate is None


def test_a_day_without_a_measure_in_force_has_no_finding() -> None:
    judge = Judge(load("de"), RESOLVER, "2026-11-29", Quiet(), (0, 9999))
    texts = [
        *FIRE,
        *(f"{FIRE[1]} {n}" for n in range(3)),
        *(f"{n} {FIRE[1]}" for n in range(3)),
        *islice(strings(5), 300),
    ]
    texts += [
        "Independent Researcher, Moscow, Russia",
        "Researcher, Moscow, Russia",
        "Shahid Beheshti University, Tehran, Iran",
        "Beihang University, Beijing, China",
        "Minsk, Belarus",
    ]
    for day in ("1999-05-05", "2006-12-24", "2013-09-11", "2019-10-11", "2022-02-26", "2025-10-01"):
        for text in texts:
            found = [each._replace(span=None) for each in judge.findings(day, (text,))]
            assert found == [each._replace(span=None) for each in asked(text, judge.policy, RESOLVER, day)], (text, day)
