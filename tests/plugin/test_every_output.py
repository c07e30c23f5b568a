"""In every output: the act of each leg, and one visible line for a stop that is quiet by the office's instruction."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from askfirst.cli import main

TODAY = "2026-11-23"
KISU = 'name,affiliation\nB. Ri,"Kim Il Sung University, Pyongyang, DPR Korea"\n'
SHARIF = 'name,affiliation\nM. Sample,"Sharif University of Technology, Tehran, Iran"\n'
BERLIN = 'name,affiliation\nA. Muster,"Universität Potsdam, Germany"\n'
GO_AHEAD = """kind = "export-control-office"
reference = "EK-7 <b>%s</b>"
asked = 2026-01-10
answered = 2026-02-01
outcome = "go-ahead"
valid_until = 2027-01-01
by = "A. Beispiel"
[covers]
institutions = ["kp-kim-il-sung-university"]
countries = ["KP"]
people = ["B. Ri"]
work = "authors.csv"
"""
FORMATS = ("full", "concise", "html", "json", "sarif", "github", "gitlab", "junit")
NAMES_ACTS = ("full", "html", "json", "sarif", "github", "gitlab", "junit")
LEGS = {
    "en": ("Resolution 2321 (2016), paragraph 11", "2016/849", "2017/1509, Articles 3(1)(a) and 7(1)(a)"),
    "de": ("Resolution 2321 (2016) des UN-Sicherheitsrats, Absatz 11", "2016/849", "2017/1509, Artikel 3 Absatz 1"),
}
LINE = {
    "en": "AF101 is quiet by the written instruction of the export-control office",
    "de": "AF101 ruht nach schriftlicher Weisung der Exportkontrollstelle",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(folder: Path, capsys: pytest.CaptureFixture[str], source: str, form: str, *options: str) -> str:
    (folder / "authors.csv").write_text(source, encoding="utf-8")
    main(["check", "authors.csv", "--format", form, "--date", TODAY, *options])
    return capsys.readouterr().out


def plain(out: str, form: str) -> str:
    """*out* as a person reads it: without the marks of its format, on one line."""
    if form in ("json", "sarif", "gitlab"):
        out = json.dumps(json.loads(out), ensure_ascii=False)
    elif form == "junit":
        out = "\n".join(ElementTree.fromstring(out).itertext()) + str(
            [e.attrib for e in ElementTree.fromstring(out).iter()]
        )
    elif form == "html":
        out = re.sub(r"<[^>]+>", " ", out)
    return " ".join(out.replace("%0A", " ").split())


def instruct(folder: Path) -> None:
    answers = folder / ".askfirst" / "answers"
    answers.mkdir(parents=True)
    (answers / "go-ahead.toml").write_text(GO_AHEAD, encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", NAMES_ACTS)
def test_the_act_of_each_leg_is_named(
    form: str, language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = plain(said(folder, capsys, KISU, form, "--lang", language), form)
    assert [act for act in LEGS[language] if act not in words] == []


@pytest.mark.parametrize("form", NAMES_ACTS)
def test_no_leg_is_named_where_there_is_none(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = plain(said(folder, capsys, SHARIF, form, "--lang", "en"), form)
    assert "267/2012, Annex IX" in words
    assert "2017/1509, Articles" not in words


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit"])
def test_a_leg_is_a_result_of_its_own(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(folder, capsys, KISU, form, "--lang", "en")
    entries = {
        "sarif": lambda: [each["ruleId"] for each in json.loads(out)["runs"][0]["results"] if each["level"] != "note"],
        "gitlab": lambda: [each["check_name"].removeprefix("askfirst/") for each in json.loads(out)],
        "github": lambda: re.findall(r"^::(?:error|warning) .*title=(AF\d+)", out, re.M),
        "junit": lambda: [each.get("name")[:5] for each in ElementTree.fromstring(out).iter("testcase")],
    }
    assert entries[form]() == ["AF101", "AF103"]


def test_results_of_a_leg_are_told_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = json.loads(said(folder, capsys, KISU, "sarif"))["runs"][0]["results"]
    assert len({each["partialFingerprints"]["askfirst/v1"] for each in results}) == len(results)
    entries = json.loads(said(folder, capsys, KISU, "gitlab"))
    assert len({each["fingerprint"] for each in entries}) == len(entries)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", FORMATS)
def test_the_offices_instruction_leaves_one_visible_line(
    form: str, language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    instruct(folder)
    out = said(folder, capsys, KISU, form, "--lang", language)
    assert LINE[language] in plain(out, form)
    assert "EK-7" in out
    if form == "html":
        assert "<b>%s</b>" not in out


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("source", [KISU, SHARIF, BERLIN])
def test_without_an_instruction_there_is_no_such_line(
    form: str, source: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "is quiet by the written instruction" not in said(folder, capsys, source, form, "--lang", "en")


def test_sarif_says_it_as_a_notification(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instruct(folder)
    (run,) = json.loads(said(folder, capsys, KISU, "sarif", "--lang", "en"))["runs"]
    (invocation,) = run["invocations"]
    (notice,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"]
    assert notice["level"] == "note"
    assert notice["locations"][0]["physicalLocation"]["region"]["startLine"] == 2


def test_a_repeated_run_keeps_gitlabs_fingerprint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instruct(folder)
    first, second = (json.loads(said(folder, capsys, KISU, "gitlab", "--lang", "en")) for _ in range(2))
    assert first == second
    assert [each["severity"] for each in first] == ["info"]


@pytest.mark.parametrize(
    ("source", "instructed", "counts"),
    [
        (BERLIN, False, "0 questions open, 0 answered"),
        (KISU, False, "2 questions open (1 stop, 0 waiting), 0 answered"),
        (SHARIF, False, "1 question open (1 stop, 0 waiting), 0 answered"),
        (KISU, True, "0 questions open, 2 answered"),
    ],
)
def test_the_closing_line_counts_by_level(
    source: str, instructed: bool, counts: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if instructed:
        instruct(folder)
    assert counts in plain(said(folder, capsys, source, "concise", "--lang", "en"), "concise")


def test_what_waits_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instruct(folder)
    path = folder / ".askfirst" / "answers" / "go-ahead.toml"
    waits = GO_AHEAD.replace("export-control-office", "state-decision").replace('"go-ahead"', '"pending"')
    path.write_text(waits.replace("answered = 2026-02-01\n", "").replace("valid_until = 2027-01-01\n", ""), "utf-8")
    out = said(folder, capsys, KISU, "concise", "--lang", "en")
    assert re.search(r"questions? open \(1 stop, [12] waiting\), 0 answered", out)
    german = said(folder, capsys, KISU, "concise", "--lang", "de")
    assert re.search(r"Fragen? offen \(1 Stopp, (1 wartet|2 warten)\), 0 beantwortet", german)


def test_concise_shows_the_numbers_of_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(folder, capsys, KISU, "concise", "--lang", "en", "--notes").splitlines()
    numbers = [re.search(r": (stop|ask|note): (AF\d+) [a-z-]+(?: \[(\d)\])?: ", line) for line in lines]
    assert [(m[1], m[2], m[3]) for m in numbers if m] == [
        ("stop", "AF101", "1"),
        ("ask", "AF103", "2"),
        ("note", "AF902", None),
    ]


EVERYWHERE = KISU + "".join(
    f'X. Y{n},"{where}"\n'
    for n, where in enumerate(
        (
            "Sharif University of Technology, Tehran, Iran",
            "University of Tehran, Tehran, Iran",
            "Moscow Institute of Physics and Technology, Dolgoprudny, Russia",
            "Beihang University, Beijing, China",
            "Yerevan State University, Yerevan, Armenia",
            "University of Havana, Havana, Cuba",
            "Scientific Studies and Research Center, Damascus, Syria",
        )
    )
)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "sarif"])
def test_the_union_names_no_authority_of_one_member_state(
    form: str, language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--lang", language, "--notes", "--jurisdiction", "eu")
    words = plain(said(folder, capsys, EVERYWHERE, form, *options), form)
    assert not re.search(r"BAFA|\bAWV\b|Germany|Deutschland|Bundesbank", words)
    assert {"en": "authority of your member state", "de": "Behörde Ihres Mitgliedstaats"}[language] in words
    assert "BAFA" in plain(said(folder, capsys, EVERYWHERE, form, "--lang", language, "--jurisdiction", "de"), form)


def test_a_sarif_result_names_none_either(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pages of the rules, which are beside the results, are those of every jurisdiction."""
    (run,) = json.loads(said(folder, capsys, EVERYWHERE, "sarif", "--lang", "en", "--jurisdiction", "eu"))["runs"]
    assert not re.search(r"BAFA|\bAWV\b|Germany|Bundesbank", json.dumps(run["results"]))
