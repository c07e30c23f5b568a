"""Facts as they come from a manuscript on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from askfirst import answer_files, checking, documents
from askfirst.enquiry import Facts, gather

HOME = "Institute for Example Optics, Berlin, Germany"
KIM = "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea"
SHARIF = "Department of Physics, Sharif University of Technology, Tehran, Iran"
MOSCOW = "Faculty of Physics, Lomonosov Moscow State University, 119991 Moscow, Russia"
NUDT = "School of Physics, National University of Defense Technology, Changsha, China"
DAY = "2026-11-28"
PAPER = r"""\documentclass{{article}}\usepackage{{authblk}}
\title{{{title}}}
{authors}
\begin{{document}}\maketitle
\begin{{abstract}}{abstract}\end{{abstract}}
{rest}
\end{{document}}
"""

Make = Callable[..., Path]
Gather = Callable[..., Facts]


def paper(people: list[tuple[str, str]], title: str = "Tunable cutoff in plasmonic waveguides",
          abstract: str = "We study surface plasmons.", rest: str = "") -> str:  # fmt: skip
    """LaTeX of a manuscript by *people*, each with one affiliation."""
    authors = "\n".join(f"\\author[{n}]{{{name}}}\\affil[{n}]{{{where}}}" for n, (name, where) in enumerate(people, 1))
    return PAPER.format(title=title, authors=authors, abstract=abstract, rest=rest)


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Write a manuscript whose authors stand at home and at the affiliations given."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def written(*abroad: str, **more: str) -> Path:
        people = [("A. Weber", HOME), *((f"{chr(66 + n)}. Muster", where) for n, where in enumerate(abroad))]
        path = tmp_path / "paper.tex"
        path.write_text(paper(people, **more), encoding="utf-8")
        return path

    return written


@pytest.fixture
def gathered() -> Gather:
    """The facts about all open questions of the manuscript at a path."""

    def facts(path: Path, by: str = "", jurisdiction: str = "", profile: str = "") -> Facts:
        settings = checking.settings_for([str(path)])
        context = checking.context(settings, date=DAY, jurisdiction=jurisdiction, profile=profile)
        document = documents.find([str(path)], settings.exclude, settings.folder).documents[0]
        checked = checking.check(document, context)
        answers = answer_files.read(document).all
        return gather(checked, checked.outcome.report.open, context, answers, by)

    return facts
