"""`askfirst zotero` against a local and a web library: what it reads, keeps, waits for, and says when it cannot."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from askfirst import cli

from .server import KEY, FakeZotero

KISU = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
BERLIN = "Max Born Institute, 12489 Berlin, Germany"


def work(key: str, title: str, extra: str = "", date: str = "2019", **more: Any) -> dict[str, Any]:
    creators = [
        {"creatorType": "author", "firstName": "Max", "lastName": "Schmidt"},
        {"creatorType": "author", "firstName": "B.", "lastName": "Ri"},
    ]
    data = {
        "key": key,
        "itemType": "journalArticle",
        "title": title,
        "creators": creators,
        "date": date,
        "extra": extra,
    }
    return {**data, **more}


LIBRARY = [
    work("AAAA1111", "Joint routers", f"Affiliation: {BERLIN}\nAffiliation (Ri): {KISU}", DOI="10.1000/xyz"),
    work("BBBB1111", "Before the measure", f"Affiliation: {KISU}", "2014"),
    work("CCCC1111", "Nobody said where"),
    work("DDDD1111", "Somebody else", f"Affiliation: {KISU}", creators=[{"firstName": "Erika", "lastName": "Muster"}]),
    work("EEEE1111", "In a note"),
    {"key": "FFFF1111", "itemType": "note", "parentItem": "EEEE1111", "note": f"<p>read</p><p>Affiliation: {KISU}</p>"},
    work("GGGG1111", "On the first page"),
    {"key": "HHHH1111", "itemType": "attachment", "parentItem": "GGGG1111", "contentType": "application/pdf"},
]
PAGE = (
    f"On the first page\nMax Schmidt and B. Ri\n{KISU}\nri@example.org\n"
    "Abstract\nUniversity of Tehran, Iran is thanked."
)


@pytest.fixture
def authors(tmp_path: Path) -> Path:
    path = tmp_path / "authors.csv"
    path.write_text(f'name,affiliation,email\n"Max Schmidt","{BERLIN}","m@example.org"\n', encoding="utf-8")
    return path


@pytest.fixture
def local() -> Iterator[FakeZotero]:
    with FakeZotero([dict(each) for each in LIBRARY]) as fake:
        fake.fulltexts["HHHH1111"] = PAGE
        yield fake


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("ASKFIRST_ZOTERO_KEY", "ZOTERO_API_KEY"):
        monkeypatch.delenv(name, raising=False)


class Outcome:
    """What one run printed."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def shown(self) -> list[str]:
        return sorted(each["key"] for each in self.json["found"])


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(fake: FakeZotero, *options: str, form: str = "json") -> Outcome:
        if fake.web:
            monkeypatch.setenv("ASKFIRST_ZOTERO_KEY", KEY)
        given = ["zotero", "--endpoint", fake.endpoint, "--format", form, *options]
        if fake.web:
            given += ["--web", "123"]
        code = cli.main(given)
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run


def test_our_authors_works_with_whom_where_and_when(local: FakeZotero, authors: Path, run: Any) -> None:
    outcome = run(local, "--authors", str(authors))
    assert outcome.code == 1
    assert outcome.shown == ["AAAA1111", "BBBB1111", "CCCC1111", "EEEE1111", "GGGG1111"]
    joint = next(each for each in outcome.json["found"] if each["key"] == "AAAA1111")
    assert joint["with"] == ["B. Ri"]
    assert joint["year"] == 2019
    assert joint["doi"] == "10.1000/xyz"
    assert joint["affiliations"][1] == {"text": KISU, "from": "extra", "of": "Ri"}
    assert [each["code"] for each in joint["findings"]] == ["AF501"]


@pytest.mark.parametrize(("key", "source"), [("EEEE1111", "note"), ("GGGG1111", "fulltext")])
def test_affiliations_come_from_notes_and_first_pages(
    local: FakeZotero, authors: Path, run: Any, key: str, source: str
) -> None:
    found = {each["key"]: each for each in run(local, "--authors", str(authors)).json["found"]}
    assert [each["from"] for each in found[key]["affiliations"]] == [source]
    assert found[key]["state"] == "open"


def test_an_earlier_work_is_listed_and_nothing_is_asked(local: FakeZotero, authors: Path, run: Any) -> None:
    found = {each["key"]: each for each in run(local, "--authors", str(authors)).json["found"]}
    assert found["BBBB1111"]["findings"] == []


def test_an_unknown_affiliation_is_counted_and_said(local: FakeZotero, authors: Path, run: Any) -> None:
    outcome = run(local, "--authors", str(authors))
    assert outcome.json["unknown"] == 1
    text = " ".join(run(local, "--authors", str(authors), form="text").out.split())
    assert "affiliation unknown for 1" in text
    german = " ".join(run(local, "--authors", str(authors), "--lang", "de", form="text").out.split())
    assert "Affiliation unbekannt bei 1" in german


def test_a_manuscript_names_our_authors_too(local: FakeZotero, tmp_path: Path, run: Any) -> None:
    paper = tmp_path / "paper.tex"
    paper.write_text(
        "\\documentclass{article}\n\\title{New}\n\\author{Max Schmidt}\n"
        "\\affiliation{Max Born Institute, Berlin, Germany}\n"
        "\\begin{document}\\maketitle\\end{document}\n",
        encoding="utf-8",
    )
    assert "AAAA1111" in run(local, "--manuscript", str(paper)).shown


def test_without_authors_every_work_with_a_question_is_shown(local: FakeZotero, run: Any) -> None:
    outcome = run(local)
    assert outcome.shown == ["AAAA1111", "DDDD1111", "EEEE1111", "GGGG1111"]
    assert outcome.json["works"] == 6


@pytest.mark.parametrize(
    ("option", "value", "keys"),
    [
        ("--item", "AAAA1111", ["AAAA1111"]),
        ("--tag", "draft", ["DDDD1111"]),
        ("--search", "routers", ["AAAA1111"]),
        ("--collection", "Outer", ["AAAA1111", "DDDD1111"]),
        ("--collection", "INNER111", ["DDDD1111"]),
    ],
)
def test_parts_of_a_library(local: FakeZotero, run: Any, option: str, value: str, keys: list[str]) -> None:
    local.change("AAAA1111", collections=["OUTER111"])
    local.change("DDDD1111", collections=["INNER111"], tags=[{"tag": "draft"}])
    local.collections = [
        {"key": "OUTER111", "data": {"key": "OUTER111", "name": "Outer", "parentCollection": "INNER111"}},
        {"key": "INNER111", "data": {"key": "INNER111", "name": "Inner", "parentCollection": "OUTER111"}},
    ]
    found = run(local, option, value).shown
    assert found == (["AAAA1111", "DDDD1111"] if "--collection" in option else keys), "collections point at each other"


def test_a_group_is_asked_for_by_its_number(local: FakeZotero, run: Any) -> None:
    run(local, "--group", "77")
    assert {path.split("/")[2:4] == ["groups", "77"] for path, _, _ in local.asked} == {True}


def test_nothing_is_ever_written(local: FakeZotero, authors: Path, run: Any) -> None:
    run(local, "--authors", str(authors))
    from askfirst.errors import Failure
    from askfirst.zotero import Where, connect

    library = connect(Where(), lambda _: None, local.endpoint)
    with pytest.raises(Failure, match="only reads"):
        library._door.request("POST", local.endpoint)
    library.close()


def test_an_answer_given_here_stands_beside_the_author_list_and_quiets_the_question(
    local: FakeZotero, authors: Path, run: Any
) -> None:
    given = ["--kind", "export-control-office", "--outcome", "no-licence-needed", "--by", "Office"]
    asked = ["--authors", str(authors), "--answer", "AAAA1111"]
    refused = run(local, *asked, "--kind", "not-this-institution")
    assert refused.code == 2
    assert "reason" in refused.err
    state = ["--kind", "state-decision", "--outcome", "no-licence-needed", "--reference", "1718/7", "--by", "Office"]
    pending = run(local, *asked, *given, "--answered", "2020-01-01")
    assert pending.code == 1, "the export-control office cannot take the decision of the State"
    answered = run(local, *asked, *state, "--answered", time.strftime("%Y-%m-%d"))
    assert answered.code == 0, answered.out
    assert answered.json["found"][0]["state"] == "answered"
    assert list((authors.parent / ".askfirst" / "answers").glob("*.toml"))


@pytest.mark.parametrize(("about", "code"), [("", "AF101"), ("1", "AF101"), ("2", "AF103"), ("af103", "AF103")])
def test_one_of_two_questions_is_answered_by_its_number_or_rule(
    local: FakeZotero, tmp_path: Path, run: Any, about: str, code: str
) -> None:
    kept = ["--answers", str(tmp_path / "kept"), "--no-cache"]
    local.add(work("KKKK1111", "Two legs", f"Affiliation: {KISU}", "2024"))
    shown = run(local, *kept, "--item", "KKKK1111", form="text").out
    assert "[1] stop AF101" in shown
    assert "[2] ask AF103" in shown
    assert "2 questions open" in shown
    assert "--for NUMBER" in shown
    today = time.strftime("%Y-%m-%d")
    decided = ["--kind", "state-decision", "--outcome", "no-licence-needed", "--reference", "1718/7"]
    own = ["--kind", "own-assessment", "--reason", "theory only"]
    words = [*(decided if code == "AF101" else own), "--by", "A. Author", "--answered", today]
    after = run(local, *kept, "--answer", "KKKK1111", *words, *(["--for", about] if about else []))
    assert [each["code"] for each in after.json["found"][0]["findings"] if each["state"] == "answered"] == [code]
    assert after.json["found"][0]["state"] == "open"


@pytest.mark.parametrize("about", ["", "AF101", "af101", "KP", "kp-kim-il-sung-university"])
def test_an_answer_is_withdrawn_and_the_question_is_back(
    local: FakeZotero, tmp_path: Path, run: Any, about: str
) -> None:
    kept = ["--answers", str(tmp_path / "kept"), "--no-cache"]
    given = ["--kind", "state-decision", "--outcome", "no-licence-needed", "--reference", "1718/7", "--by", "Office"]
    assert run(local, *kept, "--answer", "AAAA1111", *given, "--answered", time.strftime("%Y-%m-%d")).code == 0
    (file,) = (tmp_path / "kept").rglob("*.toml")
    after = run(local, *kept, "--withdraw", "AAAA1111", *(["--for", about] if about else []))
    assert after.json["found"][0]["state"] == "open"
    assert f"The file is kept as {file.name}.withdrawn." in after.err
    assert not file.exists()
    assert file.with_name(f"{file.name}.withdrawn").exists()


@pytest.mark.parametrize(("key", "about"), [("BBBB1111", ""), ("NOSUCH11", ""), ("AAAA1111", "AF103")])
def test_where_no_answer_is_none_is_withdrawn(
    local: FakeZotero, tmp_path: Path, run: Any, key: str, about: str
) -> None:
    kept = ["--answers", str(tmp_path / "kept"), "--no-cache"]
    given = ["--kind", "state-decision", "--outcome", "no-licence-needed", "--reference", "1718/7", "--by", "Office"]
    run(local, *kept, "--answer", "AAAA1111", *given, "--answered", time.strftime("%Y-%m-%d"))
    refused = run(local, *kept, "--withdraw", key, *(["--for", about] if about else []))
    assert refused.code == 2
    assert f"no recorded answer is about {key}" in refused.err
    assert len(list((tmp_path / "kept").rglob("*.toml"))) == 1


@pytest.mark.parametrize(
    ("language", "says"), [("en", "I am writing about a work that has appeared"), ("de", "es geht um eine erschienene")]
)
def test_the_letter_about_a_work_and_what_comes_next(
    local: FakeZotero, tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch, language: str, says: str
) -> None:
    monkeypatch.setenv("ASKFIRST_LANG", language)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8" if language == "de" else "C.UTF-8")
    local.add(work("KKKK1111", "Two legs", f"Affiliation: {KISU}", "2024"))
    outcome = run(local, "--answers", str(tmp_path / "kept"), "--draft", "KKKK1111")
    assert outcome.code == 0
    out = " ".join(outcome.out.split())
    assert says in out
    kept = tmp_path / "kept"
    for number in (1, 2):
        assert f"askfirst zotero --answers {kept} --answer KKKK1111 --for {number} --kind export-control-office" in out
    assert "askfirst draft --already-sent" in out
    assert not list((tmp_path / "kept").rglob("*.toml"))


@pytest.mark.parametrize("key", ["CCCC1111", "BBBB1111", "NOSUCH11"])
def test_no_letter_about_a_work_that_asks_nothing(local: FakeZotero, tmp_path: Path, run: Any, key: str) -> None:
    outcome = run(local, "--answers", str(tmp_path / "kept"), "--draft", key)
    assert outcome.code == 2
    assert "nothing to draft" in outcome.err


def test_the_letter_about_a_manuscript_is_another_command(local: FakeZotero, authors: Path, run: Any) -> None:
    outcome = run(local, "--authors", str(authors), "--draft", "AAAA1111")
    assert outcome.code == 2
    assert "askfirst draft PATH" in outcome.err


@pytest.mark.parametrize("about", ["3", "AF201", "0", "nobody"])
def test_a_question_that_is_not_there_is_not_answered(local: FakeZotero, tmp_path: Path, run: Any, about: str) -> None:
    given = ["--answer", "AAAA1111", "--for", about, "--kind", "not-this-institution", "--reason", "x", "--by", "A"]
    outcome = run(local, "--answers", str(tmp_path / "kept"), *given)
    assert outcome.code == 2
    assert about in outcome.err
    assert not list((tmp_path / "kept").rglob("*.toml"))


def test_one_question_carries_no_number(local: FakeZotero, tmp_path: Path, run: Any) -> None:
    shown = run(local, "--answers", str(tmp_path / "kept"), "--item", "AAAA1111", form="text").out
    assert "[1]" not in shown
    assert "--for" not in shown


def test_an_answer_to_no_question_is_refused(local: FakeZotero, authors: Path, run: Any) -> None:
    outcome = run(local, "--authors", str(authors), "--answer", "CCCC1111", "--kind", "own-assessment", "--reason", "x")
    assert outcome.code == 2
    assert "no open question about CCCC1111" in outcome.err


class TestKeeping:
    """What was read is kept, and only what changed is asked for again."""

    def test_a_second_run_asks_only_for_changes(self, local: FakeZotero, run: Any) -> None:
        first = run(local)
        local.asked.clear()
        local.change("DDDD1111", extra=f"Affiliation: {BERLIN}")
        local.add(work("ZZZZ1111", "New", f"Affiliation: {KISU}"))
        local.delete("EEEE1111")
        second = run(local)
        assert first.shown == ["AAAA1111", "DDDD1111", "EEEE1111", "GGGG1111"]
        assert second.shown == ["AAAA1111", "GGGG1111", "ZZZZ1111"]
        assert local.asked[0][1]["since"] == "8"

    def test_an_unchanged_library_answers_304_and_the_result_stays(self, local: FakeZotero, run: Any) -> None:
        first = run(local)
        local.asked.clear()
        second = run(local)
        assert second.json["found"] == first.json["found"]
        assert len(local.asked) == 1
        assert local.asked[0][2]["if-modified-since-version"] == "8"

    def test_an_older_zotero_does_not_count_changes_and_is_read_whole(self, run: Any) -> None:
        with FakeZotero([dict(each) for each in LIBRARY], app="8.0.5") as fake:
            run(fake)
            fake.change("CCCC1111", extra=f"Affiliation: {KISU}")
            assert "CCCC1111" in run(fake).shown
            assert not any("since" in query for _, query, _ in fake.asked)

    def test_no_cache_keeps_nothing(self, local: FakeZotero, run: Any, tmp_path: Path) -> None:
        run(local, "--no-cache")
        assert not list(tmp_path.rglob("*.sqlite"))

    def test_the_cache_is_for_its_user_only_and_a_broken_one_is_begun_afresh(
        self, local: FakeZotero, run: Any, tmp_path: Path
    ) -> None:
        run(local)
        (kept,) = tmp_path.rglob("*.sqlite")
        assert kept.stat().st_mode & 0o077 == 0
        kept.write_bytes(b"no database" * 100)
        assert run(local).shown == ["AAAA1111", "DDDD1111", "EEEE1111", "GGGG1111"]


class TestFirstPages:
    """The text of attached files: read for every work that says nothing else, kept, and read again after a change."""

    def asked_for_text(self, local: FakeZotero) -> int:
        return sum(path.endswith("/fulltext") for path, _, _ in local.asked)

    @pytest.mark.parametrize(
        "options", [(), ("--item", "GGGG1111"), ("--tag", "own"), ("--search", "first page"), ("--collection", "Own")]
    )
    def test_every_part_of_a_library_reads_files(self, local: FakeZotero, run: Any, options: tuple[str, ...]) -> None:
        local.collections = [{"key": "OWN11111", "data": {"key": "OWN11111", "name": "Own"}}]
        local.change("GGGG1111", tags=[{"tag": "own"}], collections=["OWN11111"])
        outcome = run(local, *options)
        found = next(each for each in outcome.json["found"] if each["key"] == "GGGG1111")
        assert found["affiliations"] == [{"text": KISU, "from": "fulltext", "of": ""}]
        assert found["state"] == "open"

    def test_a_text_is_fetched_once(self, local: FakeZotero, run: Any) -> None:
        first = run(local)
        local.change("CCCC1111", title="Other")
        second = run(local)
        assert self.asked_for_text(local) == 1
        assert first.shown == second.shown

    @pytest.mark.parametrize("key", ["GGGG1111", "HHHH1111"])
    def test_and_again_when_the_work_or_its_file_changed(self, local: FakeZotero, run: Any, key: str) -> None:
        run(local)
        local.fulltexts["HHHH1111"] = f"On the first page\nMax Schmidt\n{BERLIN}\nAbstract"
        local.change(key, extra="")
        assert "GGGG1111" not in run(local).shown

    def test_a_text_that_comes_later_is_found(self, local: FakeZotero, run: Any) -> None:
        text = local.fulltexts.pop("HHHH1111")
        assert "GGGG1111" not in run(local).shown
        local.fulltexts["HHHH1111"] = text
        assert "GGGG1111" in run(local).shown

    def test_a_deleted_file_says_nothing(self, local: FakeZotero, run: Any) -> None:
        run(local)
        local.delete("HHHH1111")
        assert "GGGG1111" not in run(local).shown

    def test_what_was_not_read_is_counted(self, local: FakeZotero, run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("askfirst.library.gather.MOST_FULLTEXTS", 0)
        outcome = run(local)
        assert "not read in this run: 1." in outcome.err
        assert "GGGG1111" not in outcome.shown


class TestWeb:
    """zotero.org: a key, pages of a hundred, and patience."""

    def test_all_pages_are_read(self, run: Any) -> None:
        items = [work(f"W{n:07d}", f"Work {n}", f"Affiliation: {KISU if n == 249 else BERLIN}") for n in range(250)]
        with FakeZotero(items, web=True) as fake:
            outcome = run(fake)
            assert outcome.json["works"] == 250
            assert outcome.shown == ["W0000249"]
            assert [query["limit"] for _, query, _ in fake.asked] == ["100"] * 3

    def test_it_says_what_it_sends_and_to_whom(self, run: Any) -> None:
        with FakeZotero(LIBRARY[:1], web=True) as fake:
            assert "with your key. Nothing about your manuscript is sent." in run(fake).err

    def test_without_a_key_it_says_where_to_get_one(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["zotero", "--web", "123"]) == 2
        assert "https://www.zotero.org/settings/keys" in capsys.readouterr().err

    def test_a_wrong_key_is_said(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setenv("ZOTERO_API_KEY", "wrong")
        with FakeZotero(web=True) as fake:
            assert cli.main(["zotero", "--web", "123", "--endpoint", fake.endpoint]) == 2
        assert "refuses this key" in capsys.readouterr().err

    @pytest.mark.parametrize(
        "script", [[(429, {"Retry-After": "1"})], [(200, {"Backoff": "1"})], [(503, {"Retry-After": "1"})]]
    )
    def test_it_waits_as_long_as_it_is_asked_to(
        self, run: Any, monkeypatch: pytest.MonkeyPatch, script: list[tuple[int, dict[str, str]]]
    ) -> None:
        slept: list[float] = []
        monkeypatch.setattr("askfirst.zotero.time.sleep", lambda seconds: slept.append(seconds))
        items = [work(f"W{n:07d}", "t") for n in range(150)]
        with FakeZotero(items, web=True) as fake:
            fake.script = script
            outcome = run(fake)
        assert outcome.json["works"] == 150
        assert "wait 1 seconds" in outcome.err
        assert 0.5 < max(slept) <= 1  # other threads wait too

    def test_it_does_not_wait_for_ever(self, run: Any) -> None:
        with FakeZotero(LIBRARY, web=True) as fake:
            fake.script = [(429, {"Retry-After": "3600"})]
            outcome = run(fake)
        assert outcome.code == 2
        assert "3600 seconds" in outcome.err


@pytest.mark.parametrize("language", ["en", "de"])
class TestRefusals:
    """Each way of failing is one sentence, in both languages."""

    def test_switched_off(self, local: FakeZotero, run: Any, language: str) -> None:
        local.enabled = False
        outcome = run(local, "--lang", language)
        assert outcome.code == 2
        assert ("communicate with Zotero" if language == "en" else "mit Zotero zu kommunizieren") in outcome.err

    def test_not_running(self, run: Any, language: str) -> None:
        with FakeZotero() as gone:
            pass
        outcome = run(gone, "--lang", language)
        assert outcome.code == 2
        assert ("does not answer: start it" if language == "en" else "antwortet nicht: Starten Sie es") in outcome.err

    def test_too_slow(self, local: FakeZotero, run: Any, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
        monkeypatch.setattr("askfirst.zotero.connect.__defaults__", ("", "", 0.3))
        local.hang = 1.5
        outcome = run(local, "--lang", language)
        assert outcome.code == 2
        assert ("still preparing" if language == "en" else "bereitet es noch vor") in outcome.err

    def test_an_unknown_collection(self, local: FakeZotero, run: Any, language: str) -> None:
        outcome = run(local, "--collection", "Nowhere", "--lang", language)
        assert outcome.code == 2
        assert "Nowhere" in outcome.err

    def test_an_unknown_item(self, local: FakeZotero, run: Any, language: str) -> None:
        outcome = run(local, "--item", "XXXX9999", "--lang", language)
        assert outcome.code == 2
        assert ("knows no such item" if language == "en" else "kennt diesen Eintrag") in outcome.err

    def test_nonsense(self, local: FakeZotero, run: Any, language: str) -> None:
        local.break_json = True
        outcome = run(local, "--lang", language)
        assert outcome.code == 2
        assert ("cannot be read" if language == "en" else "nicht lesbar") in outcome.err


def test_an_empty_library_is_nothing_found(run: Any) -> None:
    with FakeZotero() as fake:
        assert run(fake).code == 3


@pytest.mark.long
def test_the_newest_pyzotero_reads_the_same(local: FakeZotero, authors: Path, run: Any, tmp_path: Path) -> None:
    """pyzotero 1.16 beside bibtexparser 2, as pip leaves it with --no-deps."""
    target = tmp_path / "newest"
    for wanted in (["--no-deps", "pyzotero==1.16.0"], ["httpx2", "feedparser", "whenever"]):
        pip = [sys.executable, "-m", "pip", "install", "-q", "--target", str(target), *wanted]
        made = subprocess.run(pip, capture_output=True, text=True)
        if made.returncode:
            pytest.skip(f"pyzotero 1.16.0 cannot be installed here: {made.stderr.strip()[-200:]}")
    command = [
        sys.executable,
        "-m",
        "askfirst",
        "zotero",
        "--endpoint",
        local.endpoint,
        "--format",
        "json",
        "--no-cache",
    ]
    environment = {"PYTHONPATH": str(target), "PATH": "", "HOME": str(tmp_path)}
    done = subprocess.run([*command, "--authors", str(authors)], capture_output=True, text=True, env=environment)
    assert done.returncode == 1, done.stderr
    assert done.stdout, done.stderr
    assert json.loads(done.stdout)["found"] == run(local, "--authors", str(authors), "--no-cache").json["found"]
    which = [sys.executable, "-c", "import importlib.metadata as m; print(m.version('pyzotero'))"]
    assert subprocess.run(which, capture_output=True, text=True, env=environment).stdout.strip() == "1.16.0"


@pytest.mark.parametrize("is_web", [True, False])
def test_the_page_says_that_nothing_left_only_where_nothing_did(run: Any, is_web: bool) -> None:
    with FakeZotero([dict(each) for each in LIBRARY], web=is_web) as fake:
        out = run(fake, form="html").out
    assert "Works with a question: " + ("zotero.org" if is_web else "Zotero") in out
    assert ("nothing has left it" in out) is not is_web


def test_people_are_named_for_a_list_of_people_or_when_asked_for(local: FakeZotero, authors: Path, run: Any) -> None:
    assert "with Max Schmidt" not in run(local, "--item", "AAAA1111", form="text").out
    assert "with Max Schmidt, B. Ri" in run(local, "--item", "AAAA1111", "--names", form="text").out
    out = " ".join(run(local, "--authors", str(authors), "--item", "AAAA1111", form="text").out.split())
    assert "with B. Ri" in out
    assert "an earlier work by somebody in your manuscript or list" in out
    assert "No person was looked for" not in out


def test_the_text_says_once_whom_to_ask(local: FakeZotero, authors: Path, run: Any) -> None:
    outcome = run(local, "--authors", str(authors), form="text")
    assert outcome.out.count("whom to ask: ") == 1
