"""A name and where it works in one line of a title page set by hand. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.latex import read

TITLE = "\\begin{center}\\bf \\large On waves in plates\\end{center}\n"
SECTION = "\n\\section{Introduction}\nText.\n"


def reading(page: str, name: str = "article") -> Manuscript:
    begin = "\\titleformat*{\\section}{\\bfseries}\n"
    source = f"\\documentclass{{{name}}}\n\\begin{{document}}\n{begin}{page}{SECTION}\\end{{document}}\n"
    return read(Files.of("p.tex", source), "p.tex")


def tied(seen: Manuscript) -> list[tuple[str, str]]:
    return [(author.name, seen.affiliations[author.affiliations[0]].text) for author in seen.authors]


@pytest.mark.parametrize(
    ("alone", "line", "name", "place"),
    [
        (
            "Пробин А.И.",
            "Пробин Алексей Игоревич, Институт физики, Москва, Россия",
            "Пробин Алексей Игоревич",
            "Институт",
        ),
        ("A. Muster", "Anna Muster, Institute of Physics, Minsk, Belarus", "Anna Muster", "Institute of Physics"),
        ("Ri C.", "Chol Hyonsong; Kim Il Sung University, Pyongyang", "", ""),
        ("C. Hyonsong", "Chol Hyonsong; Kim Il Sung University, Pyongyang", "Chol Hyonsong", "Kim Il Sung University"),
        ("J. Prueba", "Juan Prueba -- Universidad de Teherán, Irán", "Juan Prueba", "Universidad de Teherán"),
    ],
)
@pytest.mark.parametrize("kind", ["article", "scrartcl", "extarticle"])
def test_a_name_that_stands_centred_too(kind: str, alone: str, line: str, name: str, place: str) -> None:
    seen = reading(f"{TITLE}\\begin{{center}}\\bf {alone}\\end{{center}}\n\n{line}\n\n", kind)
    if not name:
        assert seen.authors == ()
    else:
        assert [author.name for author in seen.authors] == [name]
        assert tied(seen)[0][1].startswith(place)


@pytest.mark.parametrize("after", ["e-mail: am@physics.example", "\\begin{abstract}We do.\\end{abstract}"])
def test_a_line_before_an_address_or_an_abstract(after: str) -> None:
    seen = reading(f"{TITLE}\\center{{Anna Muster, Institute of Physics, Minsk, Belarus}}\n\n{after}\n\n")
    assert tied(seen) == [("Anna Muster", "Institute of Physics, Minsk, Belarus")]


@pytest.mark.parametrize(
    "line",
    [
        "Winter School, University of Tehran",
        "Summer Seminar, Lomonosov Moscow State University, Moscow, Russia",
        "Proceedings of the Institute of Physics, Minsk, Belarus",
        "Ada Feld proposed it first, at the Institute of Physics in Minsk, and nobody followed.",
        "Exercise sheet 4, Institute of Physics",
        "Kim Il Sung University, Pyongyang",
    ],
)
def test_other_lines_name_nobody(line: str) -> None:
    assert reading(f"{TITLE}\\begin{{center}}{line}\\end{{center}}\n\nSome text of a handout.\n\n").authors == ()
