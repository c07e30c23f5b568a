"""One line of JSON for one printed text, whatever was printed."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from askfirst.formats.resolution import Standing, as_line
from askfirst_checks.model import Evidence
from askfirst_checks.names.resolve import Resolver

RESOLVER = Resolver()
KIM = "Department of Physics, Kim Il Sung University, Pyongyang"


KNOWN = Standing(frozenset({"ir-sharif-university-of-technology"}), frozenset({"KP"}))


def told(evidence: Evidence) -> dict[str, object]:
    kind, words, points_to, strength, start, end = evidence
    return {"kind": kind, "words": words, "points_to": points_to, "strength": strength, "start": start, "end": end}


@given(st.one_of(st.text(max_size=60), st.text(max_size=20).map(lambda text: f'{KIM}, "{text}\\", Korea')))
def test_a_line_is_json_and_holds_what_was_found(text: str) -> None:
    found = RESOLVER.resolve(text)
    line = as_line(found, KNOWN)
    record = json.loads(line)
    assert line.endswith("\n")
    assert "\n" not in line[:-1]
    assert record["text"] == text
    assert record["countries"] == [hit.code for hit in found.countries]
    assert [hit["id"] for hit in record["institutions"]] == [hit.id for hit in found.institutions]
    every = [*found.countries, *found.institutions]
    assert record.get("evidence", []) == [told(each) for hit in every for each in hit.evidence]
    assert record.get("undecided", []) == [told(each) for each in found.undecided]


def test_an_institution_says_whether_it_is_listed() -> None:
    (hit,) = json.loads(as_line(RESOLVER.resolve(KIM), KNOWN))["institutions"]
    assert (hit["listed"], hit["country_rule"]) == (False, True)
    assert (hit["name"], hit["country"]) == ("Kim Il Sung University", "KP")


def test_a_body_on_a_list_is_listed() -> None:
    text = "Sharif University of Technology, Tehran, Iran"
    (hit,) = json.loads(as_line(RESOLVER.resolve(text), KNOWN))["institutions"]
    assert (hit["listed"], hit["country_rule"]) == (True, False)


def test_a_near_spelling_is_told_apart() -> None:
    record = json.loads(as_line(RESOLVER.resolve("Beihnag University"), KNOWN))
    assert record["institutions"] == []
    assert [hit["country"] for hit in record["resembles"]] == ["CN"]
