"""One line of JSON for one printed text, whatever was printed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.formats.resolution import Entry, Standing, as_line, as_text
from askfirst.lists import standing
from askfirst_checks.model import Evidence
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.words import Text

RESOLVER = Resolver()
KIM = "Department of Physics, Kim Il Sung University, Pyongyang"


SHARIF = "Sharif University of Technology, Tehran, Iran"
BEIHANG = "Beihang University, Beijing, China"
EU = Entry("eu-x", "legal", "2014-11-08", "2026-08-01", "secondary", Text("EU list", "EU-Liste"))
US = Entry("us-x", "assessment", "", "2026-07-01", "secondary", Text("US list", "US-Liste"))
KNOWN = Standing({"ir-sharif-university-of-technology": (EU, US)}, frozenset({"KP"}))


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
    assert (hit["listed"], hit["lists"], hit["country_rule"]) == (False, [], True)
    assert (hit["name"], hit["country"]) == ("Kim Il Sung University", "KP")


def test_a_body_on_a_list_is_listed() -> None:
    (hit,) = json.loads(as_line(RESOLVER.resolve(SHARIF), KNOWN))["institutions"]
    assert (hit["listed"], hit["country_rule"]) == (True, False)
    assert hit["lists"] == [
        {
            "measure": "eu-x",
            "kind": "legal",
            "listed_on": "2014-11-08",
            "as_of": "2026-08-01",
            "confidence": "secondary",
        },
        {"measure": "us-x", "kind": "assessment", "listed_on": None, "as_of": "2026-07-01", "confidence": "secondary"},
    ]


def test_the_text_tells_law_from_assessment() -> None:
    said = as_text(RESOLVER.resolve(SHARIF), KNOWN, "en")
    assert ", on a list with legal effect in the EU, on an assessment list, without legal effect in the EU  " in said
    assert "      EU list, since 8 Nov 2014 (list of 1 Aug 2026)\n      US list (list of 1 Jul 2026)\n" in said
    german = as_text(RESOLVER.resolve(SHARIF), KNOWN, "de")
    assert ", auf einer Liste mit Rechtswirkung in der EU, auf einer Bewertungsliste, in der EU ohne " in german
    assert "      EU-Liste, seit 8.11.2014 (Liste vom 1.8.2026)\n" in german


@pytest.mark.parametrize("text", [KIM, "Stanford University, Stanford, CA, USA", "Max Born Institute, Berlin, Germany"])
def test_a_body_on_no_list_has_none(text: str) -> None:
    known = standing()
    hits = json.loads(as_line(RESOLVER.resolve(text), known))["institutions"]
    assert [(hit["listed"], hit["lists"]) for hit in hits] == [(False, [])] * len(hits)
    assert "list" not in as_text(RESOLVER.resolve(text), known, "en").replace("listed", "")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [(SHARIF, {"legal", "assessment"}), (BEIHANG, {"assessment"}), ("Universität Potsdam, Potsdam, Germany", set())],
)
def test_the_lists_that_ship_are_told_apart(text: str, kinds: set[str]) -> None:
    known = standing()
    hits = json.loads(as_line(RESOLVER.resolve(text), known))["institutions"]
    told = [each for hit in hits for each in hit["lists"]]
    assert {each["kind"] for each in told} == kinds
    assert [each["kind"] for each in told] == sorted((each["kind"] for each in told), reverse=True), "law first"
    assert len({each["measure"] for each in told}) == len(told)


def test_a_near_spelling_is_told_apart() -> None:
    record = json.loads(as_line(RESOLVER.resolve("Beihnag University"), KNOWN))
    assert record["institutions"] == []
    assert [hit["country"] for hit in record["resembles"]] == ["CN"]
