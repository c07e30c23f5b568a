"""The reviewed list, its index and the listings hold together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from askfirst_checks.names.build.institutions import DATA, BrokenError, bodies, entries, index, main
from askfirst_checks.names.institutions import Gazetteer

POLICY = Path(__file__).parents[3] / "checks/askfirst_checks/policy/data"
TEXT = (DATA / "institutions.txt").read_text(encoding="utf-8")


def listings() -> list[list[str]]:
    lines = (POLICY / "listings.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_the_index_is_that_of_the_text() -> None:
    assert main(["--check"]) == 0, "run python -m askfirst_checks.names.build.institutions"


def test_a_stale_index_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askfirst_checks.names.build.institutions.DATA", tmp_path)
    (tmp_path / "institutions.txt").write_text(
        "[a]\nname A\ncountry CN\nsource s\nalone Alpha University\n", encoding="utf-8"
    )
    assert main(["--check"]) == 1
    assert main([]) == 0
    assert main(["--check"]) == 0


def test_every_body_has_an_id_of_its_country_and_a_source() -> None:
    for body in bodies(TEXT):
        country = body.fields["country"][0]
        assert re.fullmatch(rf"{country.lower()}-[a-z0-9-]+", body.id)
        assert body.fields["source"][0]
        assert all(re.fullmatch(r"0[a-z0-9]{8}", ror) for ror in body.fields.get("ror", []))


def test_no_ror_id_stands_twice() -> None:
    ids = [body.fields["ror"][0] for body in bodies(TEXT) if "ror" in body.fields]
    assert len(ids) == len(set(ids))


# Acronyms and names that two lists give to two bodies: each needs a second fact, which tells them apart or names both.
SHARED = {"hust", "iap", "natl def univ", "nfrpc", "vniir"}


def spelled() -> dict[tuple[str, str], set[tuple[str, str]]]:
    """(name, partner) -> (kind, body) for every spelling in the list."""
    owners: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for number, body in enumerate(bodies(TEXT)):
        for words, mark, partner in entries(body, number):
            owners.setdefault((" ".join(words), " ".join(partner)), set()).add((mark[0].lower(), body.id))
    return owners


def test_one_spelling_names_one_body() -> None:
    owners = {name: {body for kind, body in known if kind not in "nx"} for name, known in spelled().items()}
    assert {name for (name, _), ids in owners.items() if len(ids) > 1} == SHARED


def test_no_companion_is_the_name_of_another_listed_body() -> None:
    for name, known in spelled().items():
        others = {body for kind, body in known if kind == "n"}
        assert others <= {body for kind, body in known if kind != "n"} or others == {body for _, body in known}, name


def test_bodies_that_two_lists_type_differently_are_one() -> None:
    gazetteer = Gazetteer()

    def only(text: str) -> str:
        (hit,) = gazetteer.find(text, None, ("CN",))[0]
        return hit.id

    assert {
        only(n) for n in ("Navy Medical University", "Naval Medical University", "Second Military Medical University")
    } == {"cn-naval-medical-university"}
    assert only("Rocket Force Sergeant School") == only("Rocket Force Non-Commissioned Officer School")
    assert only("Air Force Shijiazhuang Flight Academy") == only("Air Force Flight Academy Shijiazhuang")


def test_every_listing_is_of_a_known_body_under_a_known_measure() -> None:
    known = {body.id for body in bodies(TEXT)}
    measures = {path.stem for path in (POLICY / "measures").glob("*.toml")}
    for institution, measure, *_ in listings():
        assert institution in known
        assert measure in measures


def test_every_listing_is_dated_where_its_list_is_and_names_its_source() -> None:
    for institution, measure, listed_on, _, _, _, reference, name, source in listings():
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", listed_on)
        undated = measure == "eu-765-2006-annex-v" or not measure.startswith(("un-", "eu-"))
        assert listed_on or undated, (institution, measure)
        assert re.fullmatch(r"[KI][PR]e\.\d{3}", reference) or not measure.startswith("un-")
        assert name
        assert "memory" not in source
        assert source


def test_no_listing_stands_twice() -> None:
    rows = [tuple(row) for row in listings()]
    assert len(rows) == len(set(rows))


def test_what_is_known_from_memory_only_has_no_listing() -> None:
    listed = {row[0] for row in listings()}
    unverified = {body.id for body in bodies(TEXT) if "unverified" in body.fields}
    assert unverified
    assert not unverified & listed


def test_the_dprk_universities_are_known_and_on_no_list() -> None:
    listed = {row[0] for row in listings()}
    assert not {"kp-kim-il-sung-university", "kp-state-academy-of-sciences"} & listed


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[a]\nnmae A\n", "institutions.txt:2: no such key: nmae"),
        ("name A\n", "institutions.txt:1: no such key: name"),
        ("[a]\nname A\ncountry CN\nsource s\n[a]\n", "institutions.txt:5: the id a stands here a second time"),
        ("[a]\nname A\nsecond NUC\n", "institutions.txt:3: NUC alone reads as the word nucl"),
        ("[a]\nname A\ncountry CN\n", "institutions.txt: a lacks a name, a country or a source"),
    ],
)
def test_a_broken_text_is_told_with_its_line(text: str, says: str) -> None:
    with pytest.raises(BrokenError, match=re.escape(says)):
        index(text)
