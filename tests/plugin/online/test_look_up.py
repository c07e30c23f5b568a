"""What a look-up asks, of whom, and how it shows what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from askfirst import cli

from .conftest import Run
from .services import BERLIN, KISU, WEB_PAGE, Answer, FakeServices, author, deposit, person, work

ONE, TWO = "10.5555/example.1", "10.5555/example.2"
Result = Callable[..., dict[str, Any]]


def states(found: dict[str, Any]) -> list[str]:
    return [each["state"] for each in found["works"]]


def hints(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(hint["source"], hint["text"]) for each in found["works"] for hint in each["hints"]]


def test_a_printed_affiliation_asks_as_a_hint_with_its_source(services: FakeServices, look_up: Run) -> None:
    services.openalex(ONE, work(ONE, author("A. Muster", BERLIN), author("B. Beispiel", KISU)))
    code, out, _ = look_up("--doi", ONE)
    said = " ".join(out.split())
    assert code == 1
    assert f"OpenAlex says (29 Nov 2026), for B. Beispiel: {KISU}" in said
    assert f"OpenAlex says (29 Nov 2026), for A. Muster: {BERLIN}" in said
    assert "stop AF101" in said
    assert "A hint, not the paper's own words: see first what the paper itself prints." in said
    assert "1 looked up: 1 question open, 0 answered." in said
    assert services.paths() == [f"/openalex/works/doi:{ONE}"]


def test_in_german(services: FakeServices, look_up: Run) -> None:
    services.openalex(ONE, work(ONE, author("B. Beispiel", KISU)))
    code, out, err = look_up("--doi", ONE, "--lang", "de")
    said = " ".join(out.split())
    assert code == 1
    assert f"OpenAlex sagt (29.11.2026), bei B. Beispiel: {KISU}" in said
    assert "Ein Hinweis, nicht der Wortlaut der Arbeit" in said
    assert "Das würde gesendet:" in err


@pytest.mark.parametrize(
    "printed",
    [BERLIN, "Seoul National University, Seoul, Republic of Korea", "Stony Brook University, NY, USA",
     "Dalhousie University, Halifax, Canada", "Universidad de Chile, Santiago, Chile"],
)  # fmt: skip
def test_other_affiliations_are_told_and_ask_nothing(services: FakeServices, result: Result, printed: str) -> None:
    services.openalex(ONE, work(ONE, author("B. Beispiel", printed)))
    found = result("--doi", ONE)
    assert states(found) == ["none"]
    assert hints(found) == [("OpenAlex", printed)]
    assert found["works"][0]["says"][-1] == "No question by what was found."


def test_a_work_older_than_the_measure_asks_nothing(services: FakeServices, result: Result) -> None:
    services.openalex(ONE, work(ONE, author("B. Beispiel", KISU), publication_year=2013))
    assert states(result("--doi", ONE)) == ["none"]


def test_the_second_service_is_asked_only_about_what_the_first_leaves_open(
    services: FakeServices, result: Result
) -> None:
    services.openalex(ONE, work(ONE, author("A. Muster", BERLIN)))
    services.openalex(TWO, work(TWO, author("A. Muster", BERLIN), author("B. Beispiel")))
    services.crossref(TWO, deposit(TWO, person("Muster", BERLIN), person("Beispiel", KISU)))
    found = result("--doi", ONE, "--doi", TWO)
    assert services.paths("crossref") == [f"/crossref/works/{TWO}"]
    assert states(found) == ["open", "none"]
    assert ("Crossref", KISU) in hints(found)


def test_without_a_key_crossref_alone_is_asked(
    services: FakeServices, look_up: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ASKFIRST_OPENALEX_KEY")
    services.crossref(ONE, deposit(ONE, person("Beispiel", KISU)))
    code, out, err = look_up("--doi", ONE)
    assert code == 1
    assert "Crossref says (29 Nov 2026), for A. Beispiel" in " ".join(out.split())
    assert "OpenAlex is not asked: it wants a key" in " ".join(err.split())
    assert services.paths("openalex") == []


@pytest.mark.parametrize(("only", "other"), [("openalex", "crossref"), ("crossref", "openalex")])
def test_one_service_at_a_time(services: FakeServices, look_up: Run, only: str, other: str) -> None:
    look_up("--doi", ONE, "--service", only)
    assert services.paths(only) != []
    assert services.paths(other) == []


def test_empty_affiliations_leave_the_work_unknown(services: FakeServices, result: Result) -> None:
    services.openalex(ONE, work(ONE, author("A. Muster"), author("B. Beispiel", "", "  ")))
    services.crossref(ONE, deposit(ONE, person("Muster")))
    found = result("--doi", ONE)
    assert states(found) == ["unknown"]
    assert found["works"][0]["says"] == [
        "OpenAlex names no affiliation (29 Nov 2026)",
        "Crossref names no affiliation (29 Nov 2026)",
    ]


def test_what_is_known_for_some_authors_only_is_said(services: FakeServices, result: Result) -> None:
    services.openalex(ONE, work(ONE, author("A. Muster", BERLIN), author("B. Beispiel")))
    assert "OpenAlex names no affiliation for 1 of 2 authors" in result("--doi", ONE)["works"][0]["says"]


def test_author_groups_are_no_affiliation_but_an_institution_among_them_is_asked_about(
    services: FakeServices, result: Result
) -> None:
    group = {"name": "An Invented Collaboration", "sequence": "additional", "affiliation": []}
    body = {"name": "Kim Il Sung University", "sequence": "additional", "affiliation": []}
    services.crossref(ONE, deposit(ONE, group))
    services.crossref(TWO, deposit(TWO, body, person("Muster", BERLIN)))
    found = result("--doi", ONE, "--doi", TWO, "--service", "crossref")
    assert {each["doi"]: each["state"] for each in found["works"]} == {ONE: "unknown", TWO: "open"}
    assert "Crossref names as an author (29 Nov 2026): An Invented Collaboration" in found["works"][1]["says"]


def test_the_last_of_more_than_100_authors_is_read(services: FakeServices, result: Result) -> None:
    people = [author(f"A. Muster {n}", f"Institute {n % 40}, Berlin, Germany") for n in range(450)]
    services.openalex(ONE, work(ONE, *people, author("B. Beispiel", KISU)))
    found = result("--doi", ONE)
    assert states(found) == ["open"]
    assert found["works"][0]["says"][0].endswith(KISU)  # what asks stands first
    assert len(hints(found)) == 41


def test_a_cut_author_list_is_said_and_the_other_service_asked(services: FakeServices, result: Result) -> None:
    services.openalex(ONE, work(ONE, *[author(f"A. {n}", BERLIN) for n in range(100)], is_authors_truncated=True))
    services.crossref(ONE, deposit(ONE, *[person(str(n), BERLIN) for n in range(150)], person("Beispiel", KISU)))
    found = result("--doi", ONE)
    assert states(found) == ["open"]
    assert "OpenAlex: not every author was read" in found["works"][0]["says"]


def test_an_institution_that_openalex_assigns_is_told_apart_from_printed_words(
    services: FakeServices, result: Result
) -> None:
    given = {"display_name": "Example Institute", "country_code": "KP", "ror": "https://ror.org/00example0"}
    services.openalex(ONE, work(ONE, author("B. Beispiel", institutions=[given])))
    services.openalex(TWO, work(TWO, author("B. Beispiel", BERLIN, institutions=[given], countries=["KP"])))
    found = result("--doi", ONE, "--doi", TWO, "--service", "openalex")
    assert states(found) == ["open", "none"]  # printed words win over what was assigned to them
    assert found["works"][0]["says"][0] == (
        "OpenAlex assigns (29 Nov 2026), without printed words, for B. Beispiel: Example Institute, DPRK"
    )
    assert found["works"][0]["hints"][0]["assigned"] is True


def test_every_country_of_the_policy_is_read_from_its_code() -> None:
    from askfirst.checking import context
    from askfirst.config import Settings
    from askfirst.online.run import _country

    shared = context(Settings())
    named = _country(shared.policy)
    read = {
        code: {hit.code for hit in shared.resolver.resolve(f"Example Institute, {named(code)}").countries}
        for code in shared.policy.countries
    }
    assert {code for code, found in read.items() if code not in found} == set()
    assert named("DE") == ""


def test_an_answer_for_another_doi_is_said(services: FakeServices, result: Result) -> None:
    services.openalex(ONE, work(TWO, author("A. Muster", BERLIN)))
    assert f"OpenAlex answers for another DOI: {TWO}" in result("--doi", ONE)["works"][0]["says"]


def test_a_department_and_a_place_belong_to_an_affiliation_of_crossref(services: FakeServices, result: Result) -> None:
    named = {"name": "Example Institute", "department": ["Physics"], "place": ["Pyongyang, DPR Korea"]}
    services.crossref(ONE, deposit(ONE, person("Beispiel", named)))
    found = result("--doi", ONE, "--service", "crossref")
    assert hints(found) == [("Crossref", "Physics, Example Institute, Pyongyang, DPR Korea")]
    assert states(found) == ["open"]


def test_an_institution_by_its_ror_number(services: FakeServices, result: Result) -> None:
    body = {"id": "https://openalex.org/I1", "display_name": "Example Institute", "country_code": "KP",
            "geo": {"city": "Pyongyang", "country": "Democratic People's Republic of Korea"}}  # fmt: skip
    services.openalex("00exmp100", body)
    found = result("--ror", "https://ror.org/00exmp100")
    assert states(found) == ["open"]
    assert hints(found) == [("OpenAlex", "Example Institute, Pyongyang, DPRK")]
    assert services.paths("crossref") == []


def test_a_ror_number_alone_in_crossref_is_shown_as_such(services: FakeServices, result: Result) -> None:
    bare = {"id": [{"id": "https://ror.org/00exmp100", "id-type": "ROR", "asserted-by": "publisher"}]}
    services.crossref(ONE, deposit(ONE, person("Muster", bare)))
    found = result("--doi", ONE, "--service", "crossref")
    assert hints(found) == [("Crossref", "https://ror.org/00exmp100")]
    assert states(found) == ["unknown"]  # a number alone is no affiliation that was read
    assert "askfirst look-up --ror asks which institution that is" in found["works"][0]["says"][0]


@pytest.mark.parametrize(
    "broken",
    [{"authorships": None}, {"authorships": [None, 3, {"author": 5, "raw_affiliation_strings": [7, None]}]},
     {"publication_year": "soon", "authorships": {}}, {"doi": 4}],
)  # fmt: skip
def test_fields_of_a_wrong_type_read_as_missing(services: FakeServices, result: Result, broken: dict[str, Any]) -> None:
    services.openalex(ONE, {**work(ONE), **broken})
    assert states(result("--doi", ONE, "--service", "openalex")) == ["unknown"]


def test_control_characters_of_a_service_never_reach_the_terminal(services: FakeServices, look_up: Run) -> None:
    services.openalex(ONE, work(ONE, author("B. \x1b[31mBeispiel", f"{KISU}\x1b]0;x\x07\u202e")))
    for form in ("text", "json"):
        out = look_up("--doi", ONE, "--format", form)[1]
        assert not set(out) & {"\x1b", "\x07", "\u202e"}
        assert "\\u001b" not in out


def bibliography(folder: Path, *entries: str) -> str:
    path = folder / "ours.bib"
    path.write_text("\n".join(f"@article{{{entry}}}" for entry in entries), encoding="utf-8")
    return str(path)


def test_a_doi_of_somebody_elses_work_is_doubted(services: FakeServices, result: Result, tmp_path: Path) -> None:
    services.openalex(ONE, work(ONE, author("C. Fremd", KISU)))
    services.openalex(TWO, work(TWO, author("Max Schmidt", BERLIN), author("C. Fremd", KISU)))
    bib = bibliography(tmp_path, f"a, doi={{{ONE}}}, author={{Schmidt, M. and Ri, B.}}, year=2024",
                       f"b, doi={{{TWO}}}, author={{Schmidt, M. and Ri, B.}}, year=2024")  # fmt: skip
    first, second = result("--bib", bib)["works"]
    assert first["says"][0] == "OpenAlex names none of the authors of your entry: is this its DOI?"
    assert first["state"] == "open"
    assert not [line for line in second["says"] if "is this its DOI" in line]


def test_the_year_of_ones_own_entry_counts(services: FakeServices, result: Result, tmp_path: Path) -> None:
    services.openalex(ONE, work(ONE, author("B. Ri", KISU), publication_year=2024))
    found = result("--bib", bibliography(tmp_path, f"a, doi={{{ONE}}}, author={{Ri, B.}}, year=2012"))
    assert [(each["year"], each["state"]) for each in found["works"]] == [(2012, "none")]


def test_an_answer_to_a_work_quiets_its_hint_and_no_other(
    services: FakeServices, result: Result, library: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def item(key: str, doi: str, extra: str = "") -> dict[str, Any]:
        people = [{"creatorType": "author", "firstName": "Max", "lastName": "Schmidt"},
                  {"creatorType": "author", "firstName": "B.", "lastName": "Ri"}]  # fmt: skip
        return {"key": key, "itemType": "journalArticle", "title": f"Work {key}", "creators": people, "date": "2019",
                "DOI": doi, "extra": extra}  # fmt: skip

    folder = str(tmp_path / "answers")
    given = ["--kind", "state-decision", "--outcome", "no-licence-needed", "--reference", "1718/7", "--by", "Office",
             "--asked", "2026-11-01", "--answered", "2026-11-20", "--answers", folder]  # fmt: skip
    with library([item("AAAA1111", ONE, f"Affiliation (Ri): {KISU}")]) as printed:
        assert cli.main(["zotero", "--endpoint", printed.endpoint, "--answer", "AAAA1111", *given]) == 0
    capsys.readouterr()
    for doi in (ONE, TWO):
        services.openalex(doi, work(doi, author("Max Schmidt", BERLIN), author("B. Ri", KISU)))
    with library([item("AAAA1111", ONE), item("BBBB1111", TWO)]) as bare:
        found = result("--library", "--endpoint", bare.endpoint, "--answers", folder)
    assert {each["key"]: each["state"] for each in found["works"]} == {"AAAA1111": "answered", "BBBB1111": "open"}


def test_the_profiles_contact_stands_beside_a_question(services: FakeServices, look_up: Run, tmp_path: Path) -> None:
    profile = tmp_path / "profile.toml"
    profile.write_text('name = "Example University"\n[contact]\noffice = "Export control, room 7"\n', encoding="utf-8")
    services.openalex(ONE, work(ONE, author("B. Ri", KISU)))
    code, out, err = look_up("--doi", ONE, "--profile", str(profile))
    assert code == 1, err
    assert "room 7" in out


def test_of_many_works_those_that_ask_are_shown_and_the_failures_counted(services: FakeServices, look_up: Run) -> None:
    dois = [f"10.5555/example.{n}" for n in range(25)]
    for n, doi in enumerate(dois):
        services.openalex(doi, WEB_PAGE if n in (3, 9) else work(doi, author("B. Ri", KISU if n == 20 else BERLIN)))
    code, out, _ = look_up(*[each for doi in dois for each in ("--doi", doi)], "--service", "openalex")
    said = " ".join(out.split())
    assert code == 1
    assert said.startswith("2024 doi:10.5555/example.20 OpenAlex says")
    assert BERLIN not in said
    assert "perhaps a login page of your network stands in between (2 times)" in said
    assert "23 looked up: 1 question open, 0 answered, no answer for 2." in said


def test_the_key_may_stand_in_the_keyring(
    services: FakeServices, look_up: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ASKFIRST_OPENALEX_KEY")
    asked: list[tuple[str, str]] = []
    ring = SimpleNamespace(get_password=lambda *given: asked.append(given) or "from-the-keyring")
    monkeypatch.setitem(sys.modules, "keyring", ring)
    look_up("--doi", ONE, "--service", "openalex")
    assert services.asked[0].path.endswith("?api_key=from-the-keyring")
    assert set(asked) == {("askfirst-openalex", "key")}


def test_how_far_it_is_is_told(services: FakeServices, look_up: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askfirst.online.run.PROGRESS_AFTER", 0.0)
    _, out, err = look_up("--doi", ONE, "--doi", TWO, "--service", "crossref")
    assert "Crossref: 2 of 2. Ctrl-C stops." in err
    assert "Crossref: 2 of 2" not in out


@pytest.mark.parametrize("service", ["openalex", "crossref"])
def test_the_shapes_that_were_recorded_are_read(services: FakeServices, result: Result, service: str) -> None:
    place = Path(__file__).resolve().parents[4] / "shared" / "facts" / "law" / "payloads" / f"{service}_work.json"
    if not place.exists():
        pytest.skip("the shared shapes are not here")
    services.answers[f"/{service}/works/{'doi:' if service == 'openalex' else ''}{ONE}"] = [
        Answer(200, place.read_bytes())
    ]
    (found,) = result("--doi", ONE, "--service", service)["works"]
    assert found["year"] == 2024
    assert found["hints"][0]["text"].endswith("Example University, Berlin, Germany")
    assert found["state"] == ("open" if service == "openalex" else "none")


def test_more_affiliations_than_are_read_are_said(
    services: FakeServices, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askfirst.online.record.MOST_HINTS", 20)
    services.openalex(ONE, work(ONE, *[author(f"A. {n}", f"Institute {n}, Berlin, Germany") for n in range(30)]))
    found = result("--doi", ONE, "--service", "openalex")
    assert len(hints(found)) == 20
    assert "OpenAlex: not every author was read" in found["works"][0]["says"]


def test_a_group_library(services: FakeServices, look_up: Run, library: Any) -> None:
    with library([{"key": "AAAA1111", "itemType": "journalArticle", "title": "x", "DOI": ONE}]) as zotero:
        look_up("--group", "77", "--endpoint", zotero.endpoint)
        assert any("/groups/77/" in path for path, _, _ in zotero.asked)
    assert f"/openalex/works/doi:{ONE}" in services.paths()
