"""``askfirst draft`` as it is typed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from askfirst.cli import main

pytestmark = pytest.mark.usefixtures("one_question")

PAPER = r"""\documentclass{article}\usepackage{authblk}\title{Work}
\author[1]{A. Weber}\author[2]{B. Muster}\affil[1]{Institute for Example Optics, Berlin, Germany}\affil[2]{%s}
\begin{document}\maketitle\end{document}
"""
KIM = "Kim Il Sung University, Pyongyang, DPR Korea"
ANSWER = "askfirst answer paper.tex 1 --kind export-control-office --outcome pending --asked today"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "paper.tex").write_text(PAPER % KIM)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    return tmp_path


def test_the_letter_and_what_comes_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "paper.tex", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("To: ")
    assert out.endswith(f"\n{ANSWER}\n")
    assert err == ""
    assert sorted(path.name for path in folder.iterdir()) == [".git", "paper.tex"]


@pytest.mark.parametrize("form", ["eml", "html"])
def test_a_format_for_programs_stays_whole(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--format", form, "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert "askfirst answer" not in out
    assert ANSWER in err


def test_options_fill_the_blanks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--what", "two figures", "--basic-research", "no use in sight", "--field", "other", "--phone", "030 1"]
    assert main(["draft", "--lang", "de", *given]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for words in given[1::2]:
        assert words in out


def test_a_file_only_where_it_is_named_and_never_over_another(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "-o", "letter.txt", "--lang", "en"]) == 0
    first = (folder / "letter.txt").read_text()
    assert first.startswith("To: ")
    assert "askfirst answer" not in first
    assert ANSWER in capsys.readouterr().out
    assert main(["draft", "-o", "letter.txt", "--lang", "en"]) == 2
    assert "letter.txt: this file is there already" in capsys.readouterr().err
    assert (folder / "letter.txt").read_text() == first


def test_nothing_open_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").write_text(PAPER % "University of Vienna, Vienna, Austria")
    assert main(["draft", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "nothing to draft" in err


def test_one_letter_one_manuscript(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "other.tex").write_text(PAPER % KIM)
    assert main(["draft", "--lang", "en"]) == 2
    assert "other.tex, paper.tex" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--by", "Nobody"], "no author is printed as Nobody"),
        (["--for", "AF101", "--date", "yesterday"], "yesterday is no date"),
    ],
)
def test_misuse_is_one_sentence(more: list[str], says: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--lang", "en", *more]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err


def test_bafa_through_the_office(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--to", "bafa", "--lang", "de"]) == 0
    assert capsys.readouterr().out.startswith("An: Bundesamt für Wirtschaft und Ausfuhrkontrolle (BAFA), über die")


def test_a_broken_answer_is_not_passed_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = folder / ".askfirst" / "answers"
    answers.mkdir(parents=True)
    (answers / "a.toml").write_text("kind = ")
    assert main(["draft", "--lang", "en"]) == 0
    assert ".askfirst/answers/a.toml:1: " in capsys.readouterr().err


@pytest.mark.parametrize(("language", "words"), [("en", "delete nothing"), ("de", "löschen Sie nichts")])
def test_already_sent(language: str, words: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--already-sent", "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert words in out
    assert len(out.splitlines()) <= 24
    assert err == ""
    assert not (folder / ".askfirst").exists()


def test_a_file_name_acts_on_no_terminal_and_is_quoted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.tex").rename(folder / "my \x1b[31m paper.tex")
    assert main(["draft", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "askfirst answer 'my " in out


def test_a_word_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--format", "docx", "-o", "letter.docx", "--lang", "en"]) == 0
    assert ANSWER in capsys.readouterr().out
    assert (folder / "letter.docx").read_bytes().startswith(b"PK")
    assert main(["read", "letter.docx"]) == 0
    assert "Kim" not in capsys.readouterr().out
    assert main(["draft", "--format", "docx", "-o", "letter.docx"]) == 2, "never over another"


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_a_word_file_is_not_put_on_a_terminal(
    output: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", "--format", "docx", *output]) == 2
    out, err = capsys.readouterr()
    assert "a Word file is written with -o: -o " in err
    assert out == ""
