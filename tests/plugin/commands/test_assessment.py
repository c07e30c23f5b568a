"""The self-assessment: asked at a terminal and by options, kept with its content, and lapsing with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst.cli import main

PAPER = r"""\documentclass{{article}}
\usepackage{{authblk}}
\title{{{title}}}
\author[1]{{A. Muster}}
\author[2]{{B. Example}}
\affil[1]{{Max Born Institute, Berlin, Germany}}
\affil[2]{{Department of Physics, Yazd University, Yazd, Iran}}
\begin{{document}}
\maketitle
\begin{{abstract}}We measure {what}.\end{{abstract}}
\end{{document}}
"""


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "paper.tex"
    path.write_text(PAPER.format(title="Spin waves", what="damping"), "utf-8")
    return path


def _typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    given = iter(lines)

    def type_in(_prompt: str) -> str:
        try:
            return next(given)
        except StopIteration as error:
            raise EOFError from error

    monkeypatch.setattr("builtins.input", type_in)


def _own(shown: str) -> str:
    """The number under which the walk offers an own assessment."""
    line = next(each for each in shown.splitlines() if "own assessment" in each)
    return line.split()[0]


@pytest.fixture
def number(paper: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    _typed(monkeypatch, "y", "")
    main(["answer", "paper.tex", "--shared"])
    return _own(capsys.readouterr().out)


def _answers(folder: Path) -> list[str]:
    return [each.read_text("utf-8") for each in sorted((folder / ".askfirst").glob("answers/*.toml"))] or [
        each.read_text("utf-8") for each in sorted(folder.glob("**/.askfirst/**/*.toml"))
    ]


def test_the_first_sound_reason_ends_it(
    paper: Path, number: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, "y", number, "n", "a theory of damping", "n", "", "A. Muster", "y")
    assert main(["answer", "paper.tex", "--shared"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "beyond principles" in shown
    assert "TRL" not in shown
    (text,) = _answers(paper.parent)
    assert 'ground      = "basic-research"' in text
    assert 'beyond-principles = "no"' in text
    assert 'goods = "no"' in text
    assert main(["check", "paper.tex"]) == 0


def test_it_lapses_when_the_content_changes(
    paper: Path, number: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, "y", number, "y", "n", "far below", "n", "", "A. Muster", "y")
    assert main(["answer", "paper.tex", "--shared"]) == 0
    paper.write_text(PAPER.format(title="Spin waves", what="gyroscopes"), "utf-8")
    assert main(["check", "--format", "full", "paper.tex"]) == 1
    assert "have changed since" in " ".join(capsys.readouterr().out.split())
    paper.write_text(PAPER.format(title="Spin waves", what="damping"), "utf-8")
    assert main(["check", "paper.tex"]) == 0


FUNDED = PAPER.replace(r"\end{{document}}", "{body}\n\\section*{{Funding}}\nPaid by {payer}.\n" + r"\end{{document}}")
SAME = {"title": "Spin waves", "what": "damping", "body": "We begin.", "payer": "the Example Foundation"}


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"title": "Magnetometers"}, 1),
        ({"what": "gyroscopes"}, 1),
        ({"payer": "an example company"}, 1),
        ({"body": "We end."}, 0),
        ({"what": "  damping "}, 0),
    ],
    ids=["title", "abstract", "funding", "body", "white space"],
)
def test_title_abstract_and_funding_let_it_lapse_and_nothing_else(
    changed: dict[str, str], code: int, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write_text(FUNDED.format(**SAME), "utf-8")
    options = ["--kind", "own-assessment", "--reason", "a theory", "--ground", "basic-research", "--shared"]
    assert main(["check", "paper.tex"]) == 1
    assert main(["answer", "paper.tex", "AF103", *options, "--assess", "beyond-principles=no"]) == 0
    assert main(["check", "paper.tex"]) == 0
    paper.write_text(FUNDED.format(**SAME | changed), "utf-8")
    capsys.readouterr()
    assert main(["check", "--format", "full", "paper.tex"]) == code
    assert ("have changed since" in " ".join(capsys.readouterr().out.split())) is bool(code)


@pytest.mark.parametrize(
    ("language", "values"),
    [("en", "optically pumped 20 pT, fluxgate 10 pT"), ("de", "optisch gepumpt 20 pT, Fluxgate 10 pT")],
)
def test_it_shows_the_values_of_the_entries_that_the_text_touches(
    language: str,
    values: str,
    paper: Path,
    number: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    paper.write_text(PAPER.format(title="Sensitivity of a fluxgate magnetometer", what="noise"), "utf-8")
    yes = "j" if language == "de" else "y"
    _typed(monkeypatch, yes, number, yes, "n", "far above", "n", "", "A. Muster", yes)
    assert main(["--lang", language, "answer", "paper.tex", "--shared"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"6A006 ({'magnetometers' if language == 'en' else 'Magnetometer'}" in shown
    assert values in shown
    assert "2025/2003" in shown


@pytest.mark.parametrize(
    "answers",
    [
        ("y", "y", "y", "n"),
        ("n", "a theory", "y"),
    ],
    ids=["no sound reason", "goods go along"],
)
def test_without_a_sound_reason_nothing_is_recorded(
    answers: tuple[str, ...],
    paper: Path,
    number: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _typed(monkeypatch, "y", number, *answers)
    assert main(["answer", "paper.tex", "--shared"]) == 1
    assert "askfirst draft paper.tex" in " ".join(capsys.readouterr().out.split())
    assert _answers(paper.parent) == []


@pytest.mark.parametrize(("same", "code"), [("y", 0), ("n", 1)])
def test_a_second_reader_is_kept_and_two_readings_leave_it_open(
    same: str, code: int, paper: Path, number: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _typed(monkeypatch, "y", number, "n", "a theory", "n", "C. Reader", "", same, "A. Muster", "y")
    assert main(["answer", "paper.tex", "--shared"]) == code
    assert "C. Reader" in _answers(paper.parent)[0]
    assert main(["check", "--format", "full", "paper.tex"]) == code
    assert ("two readers differ" in " ".join(capsys.readouterr().out.split())) is (same == "n")


def test_by_options(paper: Path) -> None:
    options = ["--kind", "own-assessment", "--reason", "a theory", "--ground", "basic-research", "--shared"]
    assessed = ["--assess", "goods=no", "--assess", "beyond-principles=no"]
    assert main(["answer", "paper.tex", "AF103", *options, *assessed]) == 0
    (text,) = _answers(paper.parent)
    assert text.index("beyond-principles") < text.index("goods")
    assert "content" in text


def test_an_unknown_question_is_one_plain_sentence(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--kind", "own-assessment", "--reason", "a theory", "--assess", "dangerous=no", "--shared"]
    assert main(["answer", "paper.tex", "AF103", *options]) == 2
    assert "beyond-principles" in capsys.readouterr().err


def test_an_assessment_belongs_to_an_own_assessment(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = paper.parent / ".askfirst" / "answers"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text(
        'kind = "export-control-office"\noutcome = "no-licence-needed"\nreference = "1"\nanswered = 2026-11-01\n'
        '[assessment]\ngoods = "no"\n'
        '[covers]\ninstitutions = []\npeople = []\ncountries = ["IR"]\nwork = "Spin waves"\n',
        "utf-8",
    )
    assert main(["check", "paper.tex"]) == 2
    assert "assessment" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Does the work give know-how to develop, make or use something, beyond principles? No."),
        (
            "de",
            "Gibt die Arbeit Wissen zu Entwicklung, Herstellung oder Verwendung weiter, über Grundlagen hinaus? Nein.",
        ),
    ],
)
def test_the_letter_quotes_the_assessment(
    language: str, said: str, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--kind", "own-assessment", "--reason", "a theory", "--second-reader", "C. Reader, 2026-11-20, differs"]
    main(["answer", "paper.tex", "AF103", *options, "--assess", "beyond-principles=no", "--shared"])
    capsys.readouterr()
    assert main(["draft", "paper.tex", "--lang", language]) == 0
    letter = " ".join(capsys.readouterr().out.split())
    assert said in letter
    assert "a theory" in letter
    assert "C. Reader" in letter
