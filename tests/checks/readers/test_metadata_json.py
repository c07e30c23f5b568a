""".zenodo.json and codemeta.json; people and institutes are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.readers.helpers import Files, under

from askfirst_checks.model import Manuscript
from askfirst_checks.readers import metadata_json

ZENODO = """{
\t"title": "Routers",
\t"description": "We route.",
\t"creators": [
\t\t{"name": "Ri, Bo", "affiliation": "Institute of Examples, Exampletown", "orcid": "0000-0002-1825-0097"},
\t\t{"affiliation": "Universit\\u00e4t Beispielstadt", "name": "Anna Muster"}
\t],
\t"contributors": [{"name": "Do, Cy", "type": "DataCollector", "affiliation": "Laboratory of Samples"}]
}
"""
CODEMETA = """{"@context": "https://w3id.org/codemeta/3.0", "name": "Tool", "author": [
 {"@type": "Person", "givenName": "Bo", "familyName": "Ri", "email": "bo@example.org",
  "@id": "https://orcid.org/0000-0002-1825-0097",
  "affiliation": {"@type": "Organization", "name": "Institute of Examples", "address": "Exampletown"}},
 {"@type": "Organization", "name": "Academy of Examples"}]}
"""


def read(text: str, path: str = ".zenodo.json") -> Manuscript:
    return metadata_json.read(Files.of(path, text), path)


def pairs(manuscript: Manuscript) -> dict[str, list[str]]:
    return {one.name: [manuscript.affiliations[place].text for place in one.affiliations] for one in manuscript.authors}


def test_zenodo() -> None:
    found = read(ZENODO)
    assert (found.form, found.title, found.problems) == ("json", "Routers", ())
    assert pairs(found) == {
        "Bo Ri": ["Institute of Examples, Exampletown"],
        "Anna Muster": ["Universität Beispielstadt"],
        "Cy Do": ["Laboratory of Samples"],
    }
    assert found.authors[0].orcid == "0000-0002-1825-0097"
    assert under(ZENODO, found.affiliations[0].span) == "Institute of Examples, Exampletown"


def test_codemeta() -> None:
    found = read(CODEMETA, "codemeta.json")
    assert found.title == "Tool"
    assert pairs(found) == {
        "Bo Ri": ["Institute of Examples, Exampletown"],
        "Academy of Examples": ["Academy of Examples"],
    }
    assert found.authors[0].orcid == "0000-0002-1825-0097"
    assert [address.text for address in found.authors[0].addresses] == ["bo@example.org"]


def test_one_author_alone_and_an_affiliation_in_words() -> None:
    text = '{"author": {"givenName": "Bo", "familyName": "Ri", "affiliation": "Institute of Examples"}}'
    assert pairs(read(text, "codemeta.json")) == {"Bo Ri": ["Institute of Examples"]}


def test_a_character_in_two_halves() -> None:
    text = '{"creators": [{"name": "Bo \\ud83d\\ude00 Ri", "affiliation": "Institute \\ud83d of Examples"}]}'
    (person,) = read(text).authors
    assert person.name == "Bo \U0001f600 Ri"


@pytest.mark.parametrize("text", ["{}", "[]", '{"title": "x"}', '{"creators": []}', '{"keywords": ["a"]}', '"x"', ""])
def test_without_people_there_is_no_author_block(text: str) -> None:
    found = read(text)
    assert (found.has_author_block, found.authors) == (False, ())


def test_broken_json_is_reported() -> None:
    assert read('{"creators": [{"name": "Bo Ri", "affiliation": "Inst').problems


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_nothing_raises(text: str) -> None:
    read(f'{{"creators": [{text}]}}')


@pytest.mark.parametrize("text", ['{"name": "x"', '{"creators":' + "[" * 5000, "[" * 200])
@pytest.mark.parametrize("path", [".zenodo.json", "codemeta.json"])
def test_what_cannot_be_read_is_asked_about(path: str, text: str) -> None:
    manuscript = metadata_json.read(Files.of(path, text), path)
    assert manuscript.has_author_block
    assert "no-authors" in [problem.kind for problem in manuscript.problems]


@pytest.mark.parametrize("text", ["{}", '{"name": "x"}', '{"creators": []}', "[]", CODEMETA, ZENODO])
def test_what_can_be_read_is_not(text: str) -> None:
    manuscript = metadata_json.read(Files.of("codemeta.json", text), "codemeta.json")
    assert "no-authors" not in [problem.kind for problem in manuscript.problems]
