"""What the add-on and the checker say to each other, through the real command: JSON in, JSON out."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

KISU = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
Ask = Callable[..., dict[str, Any]]


def item(identifier: str, **data: Any) -> dict[str, Any]:
    given = {"key": identifier, "itemType": "journalArticle", "title": f"Work {identifier}", "date": "2019", **data}
    return {"id": identifier, "data": given, "notes": [], "fulltext": ""}


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def ask(items: list[Any], action: str = "check", code: int = 0, **more: Any) -> dict[str, Any]:
        request = {"schema": "askfirst/zotero/2", "action": action, "language": "en", "items": items}
        return sent(json.dumps({**request, "answers": str(tmp_path / "answers"), **more}).encode(), code)

    return ask


def sent(content: bytes, code: int = 0) -> dict[str, Any]:
    command = [sys.executable, "-m", "askfirst", "zotero", "--stdin"]
    done = subprocess.run(command, input=content, capture_output=True, timeout=60)
    assert done.returncode == code, done.stderr
    assert done.stderr == b""
    answer: dict[str, Any] = json.loads(done.stdout)
    assert answer["schema"] == "askfirst/zotero/2"
    return answer


def test_hello_says_which_checker_this_is(ask: Ask, tmp_path: Path) -> None:
    answer = ask([], "hello")
    assert answer["askfirst"]
    assert answer["folder"] == str(tmp_path / "answers")
    assert answer["kinds"]["state-decision"] == "decision of the competent authority"


def test_a_question_with_everything_the_section_shows(ask: Ask) -> None:
    answer = ask([item("A", extra=f"Affiliation: {KISU}")], contact="Export Control Office")
    found = answer["items"]["A"]
    assert found["state"] == "open"
    (finding,) = found["findings"]
    assert finding["code"] == "AF101"
    assert finding["printed"] == KISU
    assert finding["grounds"][0]["since"] == "since 30 Nov 2016"
    assert finding["grounds"][0]["url"].startswith("https://")
    assert finding["question"].endswith("?")
    assert answer["contact"][0] == "Export Control Office"


def test_a_second_act_is_a_question_of_its_own(ask: Ask) -> None:
    found = ask([item("A", extra=f"Affiliation: {KISU}", date="in press")])["items"]["A"]
    (state,) = found["findings"]
    (persons,) = state["legs"]
    assert [(each["code"], each["level"]) for each in (state, persons)] == [("AF101", "stop"), ("AF103", "ask")]
    assert "2321" in state["grounds"][0]["act"]
    assert "2017/1509" in persons["grounds"][0]["act"]
    assert "Annex II" in persons["question"]
    assert state["id"] != persons["id"]
    assert "AF103" not in [each["code"] for each in state["also"]]


@pytest.mark.parametrize(
    "printed", ["Sharif University of Technology, Tehran, Iran", "Yerevan State University, Armenia"]
)
def test_elsewhere_the_weaker_rule_stays_beneath(ask: Ask, printed: str) -> None:
    found = ask([item("A", extra=f"Affiliation: {printed}", date="in press")])["items"]["A"]
    assert len(found["findings"]) == 1
    assert found["instructed"] == []


def test_the_offices_instruction_leaves_a_line(ask: Ask) -> None:
    work = item("A", extra=f"Affiliation: {KISU}", date="in press")
    (first,) = ask([work])["items"]["A"]["findings"]
    given = {
        "kind": "export-control-office", "outcome": "go-ahead", "reference": "EK-7", "answered": "2026-02-01",
        "asked": "2026-01-10", "by": "A. Beispiel",
    }  # fmt: skip
    ask([work], "answer", finding=first["id"], answer=given)
    found = ask([work])["items"]["A"]
    assert found["state"] == "answered"
    (line,) = found["instructed"]
    assert line.startswith("AF101 is quiet by the written instruction of the export-control office (EK-7, 1 Feb 2026)")


def test_an_authority_is_named_only_where_a_question_rests_on_law(ask: Ask) -> None:
    beihang = "School of Astronautics, Beihang University, Beijing 100191, China"
    assessed = item("A", extra=f"Affiliation: {beihang}", date="in press")
    assert ask([assessed])["contact"] == ["the export-control office of your institution"]
    assert ask([assessed], contact="Office 7")["contact"] == ["Office 7"]
    assert ask([item("A", extra="Affiliation: Freie Universität Berlin, Germany")], contact="Office 7")["contact"] == []


def test_the_same_in_german(ask: Ask) -> None:
    finding = ask([item("A", extra=f"Affiliation: {KISU}")], language="de")["items"]["A"]["findings"][0]
    assert finding["grounds"][0]["since"] == "seit 30.11.2016"
    assert finding["question"].startswith("Hat Ihre Einrichtung vor der Veröffentlichung geklärt, ob ")


@pytest.mark.parametrize(
    ("data", "state"),
    [
        ({"creators": [{"name": "Kim Il Sung University, Pyongyang"}]}, "open"),
        ({"itemType": "thesis", "university": "Kim Il Sung University", "place": "Pyongyang"}, "open"),
        ({"itemType": "report", "institution": "Kim Il Sung University", "place": "Pyongyang, DPRK"}, "open"),
        ({"extra": f"tex.ids: a\nAuthor Affiliations: Max Born Institute, Berlin; {KISU}"}, "open"),
        ({"extra": f"Affiliation: {KISU}", "date": "2014"}, "none"),
        ({"extra": f"Affiliation: {KISU}", "date": "2016"}, "none"),
        ({"extra": f"Affiliation: {KISU}", "date": "2016-11-01"}, "none"),
        ({"extra": f"Affiliation: {KISU}", "date": "2016-12-01"}, "open"),
        ({"extra": f"Affiliation: {KISU}", "date": "20.12.2016"}, "open"),
        ({"extra": f"Affiliation: {KISU}", "date": "Dec 2016"}, "open"),
        ({"extra": f"Affiliation: {KISU}", "date": "in press"}, "open"),
        ({"extra": "Affiliation: Freie Universität Berlin, Germany"}, "none"),
        ({"creators": [{"firstName": "Jong Un", "lastName": "Kim"}]}, "unknown"),
        ({"creators": [{"firstName": "Reza", "lastName": "Teherani"}], "title": "Physics in Pyongyang"}, "unknown"),
        ({"extra": f"Address: {KISU}"}, "unknown"),
        ({"publisher": "Pyongyang University Press", "place": "Pyongyang"}, "unknown"),
        ({"itemType": "note", "note": f"Affiliation: {KISU}"}, "unknown"),
    ],
)
def test_where_affiliations_are_read_and_where_not(ask: Ask, data: dict[str, Any], state: str) -> None:
    assert ask([item("A", **data)])["items"]["A"]["state"] == state


def test_notes_and_the_first_page(ask: Ask) -> None:
    noted = {**item("N"), "notes": [f"<p>a</p><p>Affiliation: {KISU}</p>"]}
    paged = {**item("P"), "fulltext": f"Work P\nB. Ri\n1 {KISU}\nAbstract\nWe thank the University of Tehran, Iran."}
    quoted = {**item("Q"), "fulltext": f"Work Q\nMax Schmidt\nAbstract\nas at {KISU} before"}
    found = ask([noted, paged, quoted])["items"]
    assert [found[name]["state"] for name in "NPQ"] == ["open", "open", "unknown"]
    assert len(found["P"]["findings"]) == 1


class TestAnswers:
    """Recording an answer from the add-on."""

    @pytest.fixture
    def work(self) -> dict[str, Any]:
        return item("A", extra=f"Affiliation: {KISU}")

    def record(self, ask: Ask, work: dict[str, Any], code: int = 0, **answer: str) -> dict[str, Any]:
        finding = ask([work])["items"]["A"]["findings"][0]["id"]
        return ask([work], "answer", code, finding=finding, answer=answer)

    def test_an_answer_quiets_this_work_and_no_other(self, ask: Ask, work: dict[str, Any], tmp_path: Path) -> None:
        answer = self.record(
            ask,
            work,
            kind="state-decision",
            outcome="no-licence-needed",
            reference="1718/7",
            by="Office",
            asked="2026-09-14",
            answered=time.strftime("%Y-%m-%d"),
        )
        assert answer["items"]["A"]["state"] == "answered"
        assert (tmp_path / "answers" / answer["recorded"]).is_file()
        other = {**work, "id": "B", "data": {**work["data"], "title": "Another work"}}
        assert [each["state"] for each in ask([work, other])["items"].values()] == ["answered", "open"]

    def test_a_pending_answer_is_shown_as_such(self, ask: Ask, work: dict[str, Any]) -> None:
        answer = self.record(ask, work, kind="state-decision", outcome="pending", asked="2026-09-14")
        assert answer["items"]["A"]["state"] == "waiting"

    def test_not_this_institution_needs_a_reason(self, ask: Ask, work: dict[str, Any], tmp_path: Path) -> None:
        refused = self.record(ask, work, 2, kind="not-this-institution")
        assert "reason" in refused["error"]
        assert not list((tmp_path / "answers").rglob("*.toml"))
        taken = self.record(ask, work, kind="not-this-institution", reason="a namesake", by="A. Author")
        assert taken["items"]["A"]["state"] == "answered"

    def test_the_export_control_office_cannot_take_the_decision_of_the_state(self, ask: Ask, work: Any) -> None:
        answer = self.record(
            ask,
            work,
            kind="export-control-office",
            outcome="no-licence-needed",
            answered=time.strftime("%Y-%m-%d"),
            by="O",
        )
        assert answer["items"]["A"]["state"] == "open"

    def test_a_question_that_is_gone_is_not_answered(self, ask: Ask, work: dict[str, Any]) -> None:
        assert (
            "no longer there" in ask([work], "answer", 2, finding="AF999|x", answer={"kind": "own-assessment"})["error"]
        )

    def test_a_broken_answer_file_is_said_and_the_question_stays(
        self, ask: Ask, work: dict[str, Any], tmp_path: Path
    ) -> None:
        folder = tmp_path / "answers" / ".askfirst" / "answers"
        folder.mkdir(parents=True)
        (folder / "broken.toml").write_text('kind = "state-decision"\nvalid_untill = 2099-01-01\n')
        answer = ask([work])
        assert answer["items"]["A"]["state"] == "open"
        assert "broken.toml" in answer["broken"][0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no JSON object"),
        (b"[]", "no JSON object"),
        (b"[" * 100_000, "no JSON object"),
        (b'{"schema": "askfirst/zotero/9"}', "askfirst/zotero/9"),
        (b'{"schema": "askfirst/zotero/2", "action": "\\u001b[31m"}', "unknown action"),
        (json.dumps({"schema": "askfirst/zotero/2", "items": [{}] * 5001}).encode(), "5000 items"),
    ],
)
def test_a_request_that_cannot_be_answered_is_refused_with_a_sentence(content: bytes, says: str) -> None:
    answer = sent(content, 2)
    assert says in answer["error"]
    assert "\x1b" not in answer["error"]


@pytest.mark.parametrize("schema", ["askfirst/zotero/1", "askfirst/zotero/2"])
def test_a_request_of_the_version_before_is_answered_in_this_one(schema: str) -> None:
    assert sent(json.dumps({"schema": schema, "action": "check", "items": []}).encode())["items"] == {}


@pytest.mark.parametrize("schema", ["askfirst/zotero/0", "askfirst/zotero/3", "askfirst/zotero/", 2, None, ["x"]])
def test_another_version_is_refused(schema: object) -> None:
    assert "askfirst/zotero/2" in sent(json.dumps({"schema": schema}).encode(), 2)["error"]


HOSTILE = "<img src=x onerror=alert(1)><script>x</script>\u202eevil\u2066\x00\x1b[31m\ud800"


class TestHostile:
    """A library can hold whatever a web page put there: it stays text, bounded, and one bad item stops nothing."""

    def test_every_field_hostile(self, ask: Ask) -> None:
        work = item("A", title=HOSTILE, extra=f"Affiliation: {HOSTILE} Kim Il Sung University, Pyongyang")
        work["data"]["creators"] = [{"firstName": HOSTILE, "lastName": HOSTILE}, {"name": HOSTILE}]
        work["notes"] = [HOSTILE]
        answer = ask([work, item("B", extra=f"Affiliation: {KISU}")])
        said = json.dumps(answer, ensure_ascii=False)
        assert answer["items"]["A"]["state"] == "open"
        assert answer["items"]["B"]["state"] == "open"
        assert not {
            character for character in said if character in "\x00\x1b\u202e\u2066" or "\ud800" <= character <= "\udfff"
        }

    @pytest.mark.parametrize(
        "data",
        [
            {"title": ["x"], "extra": {"a": 1}, "creators": "x", "date": 2019, "DOI": None},
            {"creators": [None, 1, "x", [], {"name": 5}, {"lastName": {}}]},
            {"relations": {"dc:relation": ["http://zotero.org/users/0/items/A"] * 1000}},
            {"extra": "Affiliation:\n" * 100_000},
            {"extra": "Affiliation: " + ";" * 100_000},
            {"extra": "Affiliation (" * 50_000},
        ],
    )
    def test_a_field_of_another_shape(self, ask: Ask, data: dict[str, Any]) -> None:
        answer = ask([item("A", **data), item("B", extra=f"Affiliation: {KISU}")])
        assert answer["items"]["B"]["state"] == "open"
        assert answer["items"]["A"]["state"] in ("none", "unknown")

    def test_no_item_but_a_bare_word(self, ask: Ask) -> None:
        answer = ask(["x", None, 3, {"id": {"a": 1}}, {"data": []}, item("B", extra=f"Affiliation: {KISU}")])
        assert answer["items"]["B"]["state"] == "open"

    @pytest.mark.parametrize(
        "note",
        [
            "<" * 10_000_000,
            "<script>" * 1_250_000,
            "<p" + " a" * 5_000_000,
            "&" * 10_000_000,
            "Affiliation: x\n" * 700_000,
        ],
    )
    def test_a_note_of_ten_megabytes_takes_no_time(self, ask: Ask, note: str) -> None:
        began = time.monotonic()
        ask([{**item("A"), "notes": [note]}, item("B")])
        assert time.monotonic() - began < 10

    def test_a_thousand_affiliations_are_bounded(self, ask: Ask) -> None:
        many = "\n".join(f"Affiliation: Kim Il Sung University, Pyongyang, Room {n}" for n in range(1000))
        assert len(ask([item("A", extra=many)])["items"]["A"]["findings"]) <= 300
