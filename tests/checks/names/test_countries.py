"""Printed affiliations to countries: our own strings, and what must hold however they are printed."""

from __future__ import annotations

import importlib.util
import json
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.names.resolve import Resolver

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("strings", HERE / "strings.py")
assert _spec is not None
assert _spec.loader is not None
strings = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(strings)

SHARED = HERE.parents[3] / "shared" / "data" / "affil"
RESOLVER = Resolver()
FIRES = strings.rows("countries_fires.tsv")
SILENT = strings.rows("countries_silent.tsv")
COMMAS = [
    (codes, text) for codes, text in strings.every() if "," in text and ";" not in text and codes and "@" not in text
]


def codes(text: str) -> set[str]:
    return {hit.code for hit in RESOLVER.resolve(text).countries}


@pytest.mark.parametrize(("expected", "text"), FIRES, ids=[text for _, text in FIRES])
def test_asked_countries_are_read(expected: frozenset[str], text: str) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(("expected", "text"), SILENT, ids=[text for _, text in SILENT])
def test_lookalikes_are_read_as_what_they_are(expected: frozenset[str], text: str) -> None:
    assert codes(text) == expected


def test_half_of_the_strings_are_silent_cases() -> None:
    assert len(FIRES) + len(SILENT) >= 600
    assert 2 * len(SILENT) >= len(FIRES) + len(SILENT)
    assert not any(expected & strings.ASKED for expected, _ in SILENT)
    assert all(expected & strings.ASKED for expected, _ in FIRES)


@pytest.mark.parametrize(("expected", "text"), strings.every(), ids=[text for _, text in strings.every()])
def test_evidence_stands_where_it_says(expected: frozenset[str], text: str) -> None:
    resolution = RESOLVER.resolve(text)
    for hit in resolution.countries:
        assert hit.evidence
        assert all(each.words == text[each.start : each.end] and each.points_to == hit.code for each in hit.evidence)
    for each in resolution.undecided:
        assert each.words == text[each.start : each.end]


@given(st.sampled_from(strings.every()), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_never_turns_a_verdict_into_another_country(row: tuple[frozenset[str], str], change: object) -> None:
    expected, text = row
    assert callable(change)
    assert codes(change(text)) & strings.ASKED <= expected & strings.ASKED or not expected


@given(st.sampled_from(strings.every()), st.sampled_from(["  ", "\u00a0", "\t", "\u2009"]))
def test_white_space_changes_nothing(row: tuple[frozenset[str], str], space: str) -> None:
    expected, text = row
    assert codes(text.replace(" ", space)) == expected


@given(st.sampled_from(FIRES), st.sampled_from("\u2010\u2011\u2012\u2013"))
def test_hyphens_never_turn_a_verdict_into_another_country(row: tuple[frozenset[str], str], hyphen: str) -> None:
    expected, text = row
    assert codes(text.replace("-", hyphen)) <= expected


@given(st.sampled_from(COMMAS))
def test_decomposed_letters_change_nothing(row: tuple[frozenset[str], str]) -> None:
    expected, text = row
    assert codes(unicodedata.normalize("NFD", text)) == expected


@given(st.data())
def test_permuted_segments_never_give_an_asked_country(data: st.DataObject) -> None:
    expected, text = data.draw(st.sampled_from(COMMAS))
    if text.startswith("Kim Il-sung"):
        return
    segments = data.draw(st.permutations([part.strip() for part in text.split(",")]))
    assert codes(", ".join(segments)) & strings.ASKED <= expected


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    resolution = RESOLVER.resolve(text)
    assert all(each.words == text[each.start : each.end] for hit in resolution.countries for each in hit.evidence)


@pytest.mark.parametrize(
    "text", ["Korea, " * 20_000, "a" * 200_000, "朝鲜" * 50_000, "(" * 50_000, "@" * 50_000, "1-" * 50_000]
)
def test_long_texts_take_bounded_time(text: str) -> None:
    start = time.process_time()
    Resolver().resolve(text)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "text",
    [
        "Pyongyang, Democratic People's Republic of Korea",
        "Democratic\nPeople's Republic of Korea",
        "Democratic People' s Republic of Korea",
        "Democratic People‘s Republic of Korea",
        "Democratic People`s Republic of Korea",
        "Democratic Peoples´ Republic of Korea",
        "Germany; Pyongyang, Democratic People's Republic of Korea",
        "PyongyangDemocratic People's Republic of Korea",
        "Kim Il Sung University, Democratic, People's, Republic of Korea",
    ],
)
def test_the_north_is_never_read_as_the_south(text: str) -> None:
    assert "KR" not in codes(text)


@pytest.mark.parametrize(
    "text", ["Republic of Korea", "South Korea", "Seoul, Korea", "Korea (South)", "Busan, R. Korea", "ROK"]
)
def test_the_south_is_never_read_as_the_north(text: str) -> None:
    assert "KP" not in codes(text)


def test_a_weak_name_alone_is_kept_as_undecided() -> None:
    resolution = RESOLVER.resolve("Faculty of Science, Korea")
    assert not resolution.countries
    assert {each.points_to for each in resolution.undecided} == {"KP", "KR"}


@pytest.mark.parametrize(
    ("territory", "text"),
    [
        ("HK", "Hong Kong, China"),
        ("MO", "Macao, P. R. China"),
        ("TW", "Taipei, Taiwan, R.O.C."),
        ("PR", "Puerto Rico, USA"),
    ],
)
def test_the_narrower_code_is_told_where_a_territory_and_its_state_are_printed(territory: str, text: str) -> None:
    assert codes(text) == {territory}


def _gold(name: str) -> list[dict[str, object]]:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"no {name}: the shared measuring data are not at hand")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_no_real_affiliation_is_falsely_read_as_the_north() -> None:
    rows = _gold("affil.jsonl")
    texts = [re.sub(r"\s+", " ", str(row["text"])) for row in rows if "KP" not in (row.get("country") or ())]  # type: ignore[operator]
    assert [text for text in texts if "KP" in codes(text)] == []


def test_real_strings_of_asked_countries() -> None:
    for row in _gold("restricted_real_strings.jsonl"):
        assert codes(str(row["text"])) == set(row["country"]), row["text"]  # type: ignore[call-overload]
