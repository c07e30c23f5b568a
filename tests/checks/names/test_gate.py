"""The gate stops no text that the resolver could read as one of the countries or bodies; and most of the others."""

from __future__ import annotations

import json
import string
from itertools import islice
from pathlib import Path

import pytest
from tests.checks.names.affiliations import strings

from askfirst_checks.names.gate import LONGEST, Gate, _shortened
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.names.ror_build import build

RESOLVER = Resolver()
CODES = ("KP", "IR", "RU", "BY", "SY")


def _gate(resolver: Resolver = RESOLVER, codes: tuple[str, ...] = CODES, *listed: str) -> Gate:
    return Gate(resolver.gazetteer, codes, lambda body: body.id in listed)


GATE = _gate()
PASS = (
    "Tehran",
    "Univ. Tehran",
    "TehranIran",
    "Dept. of Physics,Tehran,Iran",
    "Lab. 3, D.P.R. Korea",
    "Democratic People's\nRepublic of Korea",
    "x.y@sharif.ir",
    "Street 5, RU-119991",
    "Moscovv State University, Moscow",
    "Lomonosov Moscow State Univ",
    "Lomonosov Moscow State Univeristy",
    "Москва",
    "ＭＯＳＣＯＷ",
    "М\u043escow",
    "평양",
    "Université de Téhéran",
    "x" * (LONGEST + 1),
)
STOP = (
    "",
    "University of Bonn, Bonn, Germany",
    "Seoul National University, Republic of Korea",
    "Department of Applied Mathematics and Computer Science, Technical University of Denmark",
    "Universitat de València, 46010 Valencia, Spain",
    "University of Chicago, IL 60637",
    "People's Hospital, People's Republic of China",
    "name@uni-ulm.de",
    "123456, 234567",
    "Beihang University, Beijing",
    "McGill University, Montréal",
)


@pytest.mark.parametrize("text", PASS)
def test_pass(text: str) -> None:
    assert GATE.may_touch(text)


@pytest.mark.parametrize("text", STOP)
def test_stop(text: str) -> None:
    assert not GATE.may_touch(text)
    read = RESOLVER.resolve(text)
    assert {hit.code for hit in read.countries}.isdisjoint(CODES)


def test_a_body_passes_where_it_is_asked_about() -> None:
    listed = next(body.id for body in RESOLVER.gazetteer.all() if body.name.startswith("Beihang"))
    gate = _gate(RESOLVER, CODES, listed)
    for text in ("Beihang University, Beijing", "BEIHANG UNIV", "Beihang Universty", "SchoolBeihang University"):
        assert gate.may_touch(text)


@pytest.mark.parametrize("codes", [("KP",), ("DE", "US"), ("KR", "UA", "IL"), ("CN", "HK", "FR", "GB")])
def test_whatever_the_countries_none_comes_out_of_what_was_stopped(codes: tuple[str, ...]) -> None:
    gate = _gate(RESOLVER, codes)
    for text in islice(strings(9), 1_500):
        if gate.may_touch(text):
            continue
        read = RESOLVER.resolve(text)
        found = {hit.code for hit in read.countries} | {hit.country for hit in (*read.institutions, *read.resembles)}
        found |= {each.points_to for each in read.undecided if " " in each.words}
        assert found.isdisjoint(codes), text


def test_names_of_the_ror_index_pass_by_their_country(tmp_path: Path) -> None:
    records = [
        {
            "id": f"https://ror.org/0aaaaaa0{number}",
            "names": [{"value": name, "types": ["ror_display"]}],
            "locations": [{"geonames_details": {"country_code": country, "name": town}}],
            "status": "active",
        }
        for number, (name, country, town) in enumerate(
            [("Zirkon Ceramics Works", "IR", "Yazd"), ("Lummerland Kiln House", "DE", "Jena")]
        )
    ]
    dump, index = tmp_path / "dump.jsonl", str(tmp_path / "ror.sqlite")
    dump.write_text("\n".join(map(json.dumps, records)), "utf-8")
    build(str(dump), index)
    resolver = Resolver(index)
    gate = _gate(resolver)
    assert {hit.code for hit in resolver.resolve("Zirkon Ceramics Works").countries} == {"IR"}
    assert gate.may_touch("Zirkon Ceramics Works")
    assert not gate.may_touch("Lummerland Kiln House")
    assert not GATE.may_touch("Zirkon Ceramics Works")


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askfirst_checks.names.gate._REMEMBERED", 50)
    gate = _gate()
    texts = list(islice(strings(4), 300))
    assert [gate.may_touch(text) for text in texts] == [GATE.may_touch(text) for text in texts]
    assert len(gate._quiet) + len(gate._tokens) <= 50


@pytest.mark.parametrize("form", ["beihang", "sharif", "tsinghua", "aaaaaa"])
def test_a_word_one_edit_away_shares_a_shortened_form(form: str) -> None:
    known = set(_shortened(form))
    for at in range(len(form) + 1):
        before, behind = form[:at], form[at:]
        edits = [before + behind[1:], before + behind[1:2] + behind[:1] + behind[2:]]
        edits += [before + letter + behind[cut:] for letter in string.ascii_lowercase for cut in (0, 1)]
        assert [edit for edit in edits if known.isdisjoint(_shortened(edit))] == []


@pytest.mark.parametrize("word", ["bonn", "harvard", "beijhanng", "shrf"])
def test_two_edits_are_not_near(word: str) -> None:
    assert GATE._nearby.like(word) == frozenset()
