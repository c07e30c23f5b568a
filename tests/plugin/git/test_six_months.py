"""One question over more than a year: what commit, push, check and CI say in each state, and what goes on."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from askfirst import answer_files, checking
from askfirst.cli import main
from askfirst.git.hooks import KINDS, install
from askfirst.git.repository import find

COVERS = """by = "A. Beispiel"

[covers]
institutions = ["kp-kim-il-sung-university"]
people = ["B. Ri"]
work = "Switchable routers"
document = "paper.tex"
"""
PENDING = 'kind = "export-control-office"\noutcome = "pending"\nasked = 2027-01-11\n' + COVERS
GO_AHEAD = (
    'kind = "export-control-office"\noutcome = "go-ahead"\nreference = "EK-2027-3"\nasked = 2027-01-11\n'
    "answered = 2027-04-12\n" + COVERS
)
HOLD = GO_AHEAD.replace("go-ahead", "hold")
ASKED, SAID = ".askfirst/answers/2027-01-11-asked.toml", ".askfirst/answers/2027-04-12-said.toml"
JOINS = "\\author{C. Pak}\n\\affiliation{Department of Physics, Kim Il Sung University, Taesong District, Pyongyang, "
OWN = '[git]\nown_remotes = ["git.institute.example"]\n'


class Desk:
    """A paper in a repository, a day, and the four who ask about it."""

    def __init__(self, repo, monkeypatch, capsys, language: str) -> None:
        self.repo, self.monkeypatch, self.capsys, self.language = repo, monkeypatch, capsys, language
        for kind in KINDS:
            install(find(str(repo.top)), kind)
        monkeypatch.chdir(repo.top)

    def on(self, day: str) -> None:
        self.monkeypatch.setattr(checking, "today", lambda: day)

    def save(self) -> None:
        self.repo.git("add", "-A")
        self.repo.commit("--allow-empty")

    def typo(self) -> None:
        paper = self.repo.top / "paper.tex"
        paper.write_text(paper.read_text() + "% a typo less\n")
        self.repo.git("add", "paper.tex")

    def _said(self, *arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--lang", self.language])
        out = self.capsys.readouterr()
        return code, out.out + out.err

    def commit(self) -> tuple[int, str]:
        return self._said("hook", "run", "pre-commit")

    def push(self, url: str = "https://git.overleaf.com/1") -> tuple[int, str]:
        head = self.repo.git("rev-parse", "HEAD").strip()
        line = f"refs/heads/main {head} refs/heads/main {'0' * 40}\n"
        self.monkeypatch.setattr("sys.stdin", io.StringIO(line))
        return self._said("hook", "run", "pre-push", "origin", url)

    def check(self) -> int:
        return self._said("check", "paper.tex")[0]

    def ci(self) -> int:
        """What a fresh clone of what is committed gives."""
        clone = self.repo.top.parent / "clone"
        self.repo.git("clone", "-q", ".", str(clone)) if not clone.exists() else None
        type(self.repo)(clone, self.repo.env).git("pull", "-q", "--force")
        self.monkeypatch.chdir(clone)
        try:
            return self._said("check", ".")[0]
        finally:
            self.monkeypatch.chdir(self.repo.top)


@pytest.fixture(params=["en", "de"])
def desk(request, repo, monkeypatch, capsys, tmp_path):
    (tmp_path / "config/askfirst").mkdir(parents=True)
    (tmp_path / "config/askfirst/askfirst.toml").write_text(OWN)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Desk(repo, monkeypatch, capsys, request.param)


def either(desk, english: str, german: str) -> str:
    return german if desk.language == "de" else english


def drafted(desk) -> None:
    desk.on("2027-01-08")
    desk.repo.write("paper.tex", desk.repo.ASKS)
    desk.save()


def test_new_the_commit_stops_and_shows_two_ways_on(desk):
    desk.on("2027-01-08")
    desk.repo.write("paper.tex", desk.repo.ASKS)
    desk.repo.git("add", "-A")
    code, said = desk.commit()
    assert code == desk.check() == 1
    assert "askfirst answer paper.tex 1" in said
    assert "askfirst draft paper.tex" in said
    assert said.splitlines()[-1].endswith("SKIP=askfirst git commit ...")


def test_open_since_before_a_typo_goes_through_and_the_push_stops(desk):
    drafted(desk)
    desk.typo()
    code, said = desk.commit()
    assert (code, len(said.splitlines())) == (0, 1)
    assert "askfirst answer paper.tex 1" in said
    desk.save()
    for url in ("https://git.overleaf.com/1", "https://git.institute.example/a/b"):
        code, said = desk.push(url)
        assert code == 1, "an open question stops everywhere"
        assert "askfirst draft paper.tex" in said
    assert desk.check() == desk.ci() == 1


def test_asked_and_not_staged_the_next_step_is_git_add(desk):
    drafted(desk)
    desk.on("2027-01-11")
    desk.repo.write(ASKED, PENDING)
    desk.typo()
    code, said = desk.commit()
    assert code == 0
    assert f"git add {ASKED}" in said
    code, said = desk.push()
    assert code == 1
    assert f"git add {ASKED} && git commit" in said
    assert (desk.check(), desk.ci()) == (1, 1)


def test_waiting_is_one_line_at_the_commit_and_stops_the_push_to_others(desk):
    drafted(desk)
    desk.on("2027-02-20")
    desk.repo.write(ASKED, PENDING)
    desk.save()
    desk.typo()
    code, said = desk.commit()
    assert (code, len(said.splitlines())) == (0, 1)
    assert either(desk, "waiting for an answer: [1] AF101", "wartet auf eine Antwort: [1] AF101") in said
    assert "askfirst answer paper.tex 1" in said
    desk.save()
    code, said = desk.push()
    assert code == 1
    assert "askfirst answer paper.tex 1" in said
    assert desk.push("https://git.institute.example/a/b")[0] == 0
    assert desk.check() == desk.ci() == 1


def test_the_office_says_wait_the_question_waits_on(desk):
    drafted(desk)
    desk.on("2027-04-20")
    desk.repo.write(SAID, HOLD)
    desk.save()
    desk.typo()
    assert desk.commit()[0] == 0
    desk.save()
    assert desk.push()[0] == desk.check() == desk.ci() == 1


def instructed(desk) -> None:
    """The office answered in the file that recorded the asking."""
    drafted(desk)
    desk.on("2027-04-20")
    desk.repo.write(SAID, GO_AHEAD)
    desk.save()


def test_a_go_ahead_of_the_office_leaves_one_line_at_commit_and_push(desk):
    instructed(desk)
    desk.typo()
    code, said = desk.commit()
    assert (code, len(said.splitlines())) == (0, 1)
    assert "EK-2027-3" in said
    desk.save()
    code, said = desk.push()
    assert (code, len(said.splitlines())) == (0, 1)
    assert "EK-2027-3" in said
    assert desk.check() == desk.ci() == 0


def test_a_co_author_who_joins_is_a_new_question_that_says_why(desk):
    instructed(desk)
    rest = "Democratic People's Republic of Korea}\n\\maketitle"
    desk.repo.write("paper.tex", desk.repo.ASKS.replace("\\maketitle", JOINS + rest))
    desk.repo.git("add", "-A")
    code, said = desk.commit()
    assert code == 1
    assert either(desk, "why again: ", "warum wieder: ") in said
    assert ".askfirst/answers/2027-" in said
    assert "askfirst answer paper.tex 1" in said
    desk.save()
    assert desk.push()[0] == desk.check() == desk.ci() == 1


def test_after_a_year_the_push_asks_again_and_says_why(desk):
    instructed(desk)
    desk.on("2028-05-02")
    desk.typo()
    code, said = desk.commit()
    assert (code, len(said.splitlines())) == (0, 1)
    assert "askfirst answer paper.tex 1" in said
    desk.save()
    code, said = desk.push()
    assert code == 1
    assert SAID in said
    assert either(desk, "why again: ", "warum wieder: ") in said
    assert "askfirst draft paper.tex" in said
    assert desk.check() == desk.ci() == 1


def test_after_a_year_the_old_asking_does_not_make_it_wait(desk):
    drafted(desk)
    desk.repo.write(ASKED, PENDING)
    desk.repo.write(SAID, GO_AHEAD)
    desk.save()
    for day, code in (("2027-04-20", 0), ("2028-05-02", 1)):
        desk.on(day)
        assert desk.push()[0] == desk.check() == desk.ci() == code
    _, said = desk.push("https://git.institute.example/a/b")
    assert SAID in said
    assert ASKED not in said
    assert "askfirst draft paper.tex" in said


def test_a_private_answer_counts_here_and_ci_cannot_see_it(desk, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    drafted(desk)
    desk.on("2027-04-20")
    kept = Path(answer_files.private_folder(str(desk.repo.top)))
    kept.mkdir(parents=True)
    (kept / "2027-04-12-said.toml").write_text(GO_AHEAD)
    desk.typo()
    code, said = desk.commit()
    assert (code, len(said.splitlines())) == (0, 1)
    assert "EK-2027-3" in said
    desk.save()
    assert (desk.push()[0], desk.check(), desk.ci()) == (0, 0, 1)
