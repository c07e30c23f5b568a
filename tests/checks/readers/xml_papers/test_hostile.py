"""XML that is broken, declares entities or never ends: a sentence, within bounds, and nothing opened."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import DPRK
from tests.checks.readers.xml_papers.make import ADA, AFF, contrib, jats

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.xml_papers import nodes, read


def seen(data: str | bytes) -> Manuscript:
    return read(Files.of("paper.xml", data), "paper.xml")


NOT_READ = {
    "text": "Ada Feld, University of Bonn",
    "empty root": "<article>",
    "billion": '<!DOCTYPE article [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><article>&b;</article>',
    "external": '<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]><article>&a;</article>',
    "parameter": '<!DOCTYPE article [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><article/>',
    "empty subset": "<!DOCTYPE article [ ]><article/>",
}


@pytest.mark.parametrize("name", NOT_READ)
def test_what_cannot_be_read_says_so(name: str) -> None:
    read_so_far = seen(NOT_READ[name])
    (problem,) = read_so_far.problems
    assert "could not be read as XML" in problem.says.en
    assert "XML" in problem.says.de
    assert not read_so_far.authors


def test_a_missing_and_an_empty_file() -> None:
    assert [each.kind for each in read(Files(), "paper.xml").problems] == ["file"]
    assert not seen("").has_author_block


def test_entities_of_a_file_that_is_not_opened_are_passed_over() -> None:
    text = jats(ADA, AFF.replace("Germany", "Germany&nbsp;&mdash; West")).replace("<article>", "<article>&unknown;")
    assert [each.name for each in seen(text).authors] == ["Ada Feld"]


def test_a_document_type_names_a_file_that_is_not_opened() -> None:
    tree = Files.of("paper.xml", jats(ADA, AFF))
    asked: list[str] = []
    plain = tree.read
    tree.read = lambda path: (asked.append(path), plain(path))[1]  # type: ignore[method-assign]
    read(tree, "paper.xml")
    assert asked == ["paper.xml"]


def test_what_ends_in_the_middle_is_told() -> None:
    whole = jats(ADA + contrib("Bo", "Ri", f"<aff>{DPRK}</aff>"), AFF)
    read_so_far = seen(whole[: whole.index("</contrib-group>")])
    assert [each.name for each in read_so_far.authors] == ["Ada Feld", "Bo Ri"]
    assert "bound" in [each.kind for each in read_so_far.problems]


def test_too_many_elements_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MOST_ELEMENTS", 60)
    read_so_far = seen(jats(ADA * 50, AFF))
    assert "bound" in [each.kind for each in read_so_far.problems]
    assert read_so_far.authors


def test_depth_is_bounded() -> None:
    read_so_far = seen(jats(ADA, f"{AFF}{'<b>' * 5_000}{'</b>' * 5_000}"))
    assert "bound" in [each.kind for each in read_so_far.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = jats(ADA, AFF.replace("Germany", "Köln, Germany")).replace(
        'version="1.0"', f'version="1.0" encoding="{encoding}"'
    )
    assert "Köln" in seen(text.encode(encoding)).affiliations[0].text


def test_circles_of_references_end() -> None:
    person = ADA.replace('rid="a1"', 'rid="a1 a1 a1 a2"')
    assert [each.affiliations for each in seen(jats(person, AFF)).authors] == [(0,)]


def test_many_people_are_read() -> None:
    assert len(seen(jats(ADA * 4_000, AFF)).authors) == 4_000


def test_a_text_in_many_pieces_is_one() -> None:
    read_so_far = seen(jats(ADA, AFF.replace("Germany", "Germany " + "&amp;" * 300_000)))
    assert len(read_so_far.affiliations[0].text) > 300_000


def test_what_lies_beyond_the_bound_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = jats(ADA, AFF)
    monkeypatch.setattr(nodes, "LARGEST", whole.index("<abstract>"))
    assert [each.kind for each in seen(whole).problems] == ["bound"]
