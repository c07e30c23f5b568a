"""In the editor a house class of the settings holds too, and counts anew when the settings change."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst.lsp.judge import Judge
from askfirst.lsp.works import Works

PAPER = (
    "\\documentclass{bericht}\n\\begin{document}\n\\title{T}\n\\berichtautor{A. Beispiel}{1}\n"
    "\\berichtort{1}{Lomonosov Moscow State University, Moscow, Russia}\n\\maketitle\n\\end{document}\n"
)
AUTHOR, PLACE = "'author \\berichtautor{name}{marks}'", "'affiliation \\berichtort{mark}{text}'"


def settings(*lines: str) -> str:
    return f"[[classes]]\nname = 'bericht'\nmacros = [{', '.join(lines)}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "paper.tex").write_text(PAPER)
    return tmp_path / "repo"


def test_settings_are_looked_at_again(folder: Path) -> None:
    works, judge = Works("utf-16"), Judge()
    root = works.open((folder / "paper.tex").as_uri(), PAPER, 1)
    assert root
    work = works.work_of(root)
    assert work
    for lines, authors, places, questions in (
        ((), 0, 0, 0),
        ((AUTHOR,), 1, 0, 0),
        ((AUTHOR, PLACE), 1, 1, 1),
        ((), 0, 0, 0),
        ((AUTHOR, PLACE), 1, 1, 1),
    ):
        (folder / "askfirst.toml").write_text(settings(*lines))
        judged = judge.judge(works.snapshot(work))
        seen = judged.report.manuscript
        assert (len(seen.authors), len(seen.affiliations), len(judged.report.questions)) == (authors, places, questions)
        assert bool(judged.notices)
    (folder / "askfirst.toml").unlink()
    judged = judge.judge(works.snapshot(work))
    assert (judged.report.manuscript.authors, judged.notices) == ((), ())
