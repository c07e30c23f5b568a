"""Title pages whose lines say what they are. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.latex import read

BEHIND = "\n\\section{Introduction}\nText.\n\\end{document}\n"


def reading(page: str, name: str = "article") -> Manuscript:
    return read(Files.of("p.tex", f"\\documentclass{{{name}}}\n\\begin{{document}}\n{page}{BEHIND}"), "p.tex")


def tied(seen: Manuscript) -> list[tuple[str, ...]]:
    return [(author.name, *(seen.affiliations[n].text for n in author.affiliations)) for author in seen.authors]


PRINCIPAL = r"""\begin{flushleft}
  {\bf %s}  Anna Muster\\
  {\bf %s}  Sample University, Oldtown, %s\\
  {\bf email} anna@sample.example
\end{flushleft}
"""


@pytest.mark.parametrize(
    ("who", "where", "country"),
    [
        ("Auteur principal", "Institution", "Biélorussie"),
        ("Principal Author:", "Affiliation:", "Iran"),
        ("Verfasserin", "Einrichtung", "Deutschland"),
        ("Primary contact", "Organization", "France"),
        ("Autora", "Institución", "Cuba"),
    ],
)
@pytest.mark.parametrize("kind", ["article", "scrartcl", "revtex4-2"])
def test_labels_in_bold(kind: str, who: str, where: str, country: str) -> None:
    seen = reading(PRINCIPAL % (who, where, country), kind)
    assert tied(seen) == [("Anna Muster", f"Sample University, Oldtown, {country}")]
    assert [a.text for a in seen.authors[0].addresses] == ["anna@sample.example"]


def test_further_authors_with_marks_and_a_list_of_places() -> None:
    page = (
        PRINCIPAL % ("Principal author", "Institution", "France")
        + r"""\noindent {\bf Co-authors:} Bernd Probe$^{1}$, Carl Test$^{2}$

\noindent{\bf Endorsers:} Dora Vogel$^{1}$

\affil{$^{1}$ Trial Institute, Minsk, Belarus}
\affil{$^{2}$ Specimen College, Newtown, USA}
"""
    )
    assert tied(reading(page)) == [
        ("Anna Muster", "Sample University, Oldtown, France"),
        ("Bernd Probe", "Trial Institute, Minsk, Belarus"),
        ("Carl Test", "Specimen College, Newtown, USA"),
    ]


@pytest.mark.parametrize(
    ("university", "label", "name", "supervisor"),
    [
        ("دانشگاه صنعتی نمونه", "ارائه‌دهنده:", "خضر نمونه", "استاد:"),
        ("Kim Il Sung University", "Submitted by", "Anna Muster", "Supervisor:"),
        ("Belarusian State University", "Presented by:", "Anna Muster", "Scientific supervisor:"),
        ("Universität Altstadt", "vorgelegt von", "Anna Muster", "Betreuer:"),
        ("Уральский институт проб", "Выполнила:", "Анна Пробина", "Научный руководитель:"),
        ("东方大学", "作者：", "王小明 李华", "导师："),
    ],
)
def test_a_label_above_a_name_and_the_institution_anywhere(
    university: str, label: str, name: str, supervisor: str
) -> None:
    page = rf"""\begin{{titlepage}}\centering
\textbf{{\Large{{{university}}}}} \\[0.5cm]
\textbf{{\huge{{Waves in plates}}}} \\[0.5cm]
\textbf{{\Large{{{label}}}}} \\[0.2cm]
\textbf{{\large{{{name}}}}} \\[1cm]
\textbf{{\Large{{{supervisor}}}}} \\
\textbf{{\large{{Bernd Prüfer}}}} \\
\end{{titlepage}}"""
    assert tied(reading(page)) == [(name, university)]


@pytest.mark.parametrize(
    "page",
    [
        r"{\bf Author guidelines} apply to Sample University \\ {\bf Note} Anna Muster",
        r"\begin{center}{\bf Von} Neumann algebras at Sample University\end{center}",
        r"\begin{center}By\\ the sea\\ Sample University\end{center}",
        r"\begin{center}Supervisor:\\ Anna Muster\\ Sample University\end{center}",
        r"Author: Anna Muster",
        r"\begin{center}Name:\\ Institute of Physics\\ Address: Sample University\end{center}",
    ],
)
def test_no_label_of_people(page: str) -> None:
    assert reading(page).authors == ()


def test_a_long_page_ends() -> None:
    assert reading("Author: " * 3_000).authors == ()
