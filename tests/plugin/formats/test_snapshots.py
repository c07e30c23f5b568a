"""Full renderings in both languages, kept as text so that wording is reviewed in diffs.

``ASKFIRST_SNAPSHOTS=write pytest tests/plugin/formats`` writes them anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from askfirst.cli import main
from askfirst_checks.policy import load

SNAPSHOTS = Path(__file__).parent / "snapshots"
SCHEMA = Path(__file__).resolve().parents[3] / "plugin" / "askfirst" / "formats" / "check.schema.json"
AUTHOR = "\\author{{{name}}}\n\\affiliation{{{affiliation}}}\n"
CASES = {
    "dprk": [("B. Ri", "Institute of Physics, State Academy of Sciences, Unjong District, Pyongyang, DPR Korea")],
    "listed": [("M. Sample", "Department of Electrical Engineering, Sharif University of Technology, Tehran, Iran")],
    "frozen": [("I. Primer", "Faculty of Physics, Lomonosov Moscow State University, 119991 Moscow, Russia")],
    "assessed": [("L. Yangben", "School of Astronautics, Beihang University, Beijing 100191, China")],
    "two": [
        ("B. Ri", "Kim Il Sung University, Pyongyang, DPR Korea"),
        ("C. Pak", "Kim Chaek University of Technology, Pyongyang, DPR Korea"),
    ],
    "wide": [("金 示例", "朝鮮民主主義人民共和国 平壌 金日成綜合大学, Kim Il Sung University")],
    "silent": [("A. Muster", 'Institut f\\"ur Physik, Universit\\"at Potsdam, 14476 Potsdam, Germany')],
    "long": [("B. Ri", "Laboratory of a very long name " * 6 + ", Kim Il Sung University, Pyongyang, DPR Korea")],
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / ".git").mkdir()
    people = "".join(AUTHOR.format(name=name, affiliation=affiliation) for name, affiliation in CASES[request.param])
    source = (
        f"\\documentclass{{revtex4-2}}\n\\begin{{document}}\n\\title{{Work}}\n{people}\\maketitle\n\\end{{document}}\n"
    )
    (tmp_path / "paper.tex").write_text(source, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return str(request.param)


def rendered(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["check", "--date", "2026-11-23", *arguments])
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", ["full", "concise"])
def test_rendering(case: str, form: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = rendered(capsys, "--format", form, "--lang", language)
    kept = SNAPSHOTS / f"{case}.{form}.{language}.txt"
    if os.environ.get("ASKFIRST_SNAPSHOTS") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(out, encoding="utf-8")
    assert out == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
def test_json_keeps_its_schema(case: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    out = json.loads(rendered(capsys, "--format", "json", "--lang", language))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(out)
    assert bool(out["open"]) == (case not in ("silent",))


@pytest.mark.parametrize("jurisdiction", ["de", "eu"])
def test_json_says_what_silence_means(case: str, jurisdiction: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = json.loads(rendered(capsys, "--format", "json", "--lang", "de", "--jurisdiction", jurisdiction))
    policy = load(jurisdiction)
    assert [(each["id"], each["coverage"]) for each in out["regimes"]] == [(r.id, r.coverage) for r in policy.regimes]
    assert [each["silence"] for each in out["regimes"]] == [r.silence.de for r in policy.regimes]
    assert [(each["id"], each["as_of"], each["kind"]) for each in out["lists"]] == [
        (each.id, each.as_of, each.kind) for each in policy.lists
    ]
    assert out["documents"][0]["oldest_list"]["id"] == policy.dates[0].id


def test_colours_only_where_they_are_asked_for(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    plain = rendered(capsys, "--format", "full")
    painted = rendered(capsys, "--format", "full", "--color", "always")
    assert "\x1b" not in plain
    if case != "silent":
        assert "\x1b[1;3" in painted


def test_lines_fit(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    from askfirst.formats.clean import columns

    lines = rendered(capsys, "--format", "full").splitlines()
    assert [line for line in lines if columns(line) > 80 and "http" not in line and "askfirst answer" not in line] == []


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_note_offers_no_answer(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "authors.csv").write_text('name,affiliation\nA. Muster,"Yerevan State University, Yerevan, Armenia"\n')
    monkeypatch.chdir(tmp_path)
    out = rendered(capsys, "--format", form, "--notes", "--lang", "en")
    assert "askfirst explain AF103" in out
    assert "askfirst answer" not in out


def test_nobody_has_asked_is_said_once_and_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    rows = "".join(f'{name},"{affiliation}"\n' for name, affiliation in (*CASES["two"], *CASES["assessed"]))
    for name in ("authors-1.csv", "authors-2.csv"):
        (tmp_path / name).write_text("name,affiliation\n" + rows)
    monkeypatch.chdir(tmp_path)
    out = rendered(capsys, "--format", "full", "--lang", "en")
    assert out.count("AF701") == out.count("whom to ask") == 1
    assert out.index("AF701") > out.rindex("why: askfirst explain")


@pytest.mark.parametrize("form", ["concise", "github", "gitlab", "junit", "sarif"])
def test_every_format_says_whom_to_ask(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    rows = "".join(f'{name},"{affiliation}"\n' for name, affiliation in CASES["two"])
    (tmp_path / "authors.csv").write_text("name,affiliation\n" + rows)
    (tmp_path / "askfirst.toml").write_text('profile = "house.toml"\n')
    (tmp_path / "house.toml").write_text('name = "House"\n[contact]\noffice = "Export Control Office 7"\n')
    monkeypatch.chdir(tmp_path)
    out = rendered(capsys, "--format", form, "--lang", "en")
    times = {"concise": 1}.get(form, 4)
    assert out.count("whom to ask: Export Control Office 7") == times
