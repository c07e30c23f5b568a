"""What only a page head names, and what only the class beside the manuscript brings in. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.readers.latex import read

THESIS = r"""\documentclass{%s}
%s
\title{On waves}
\author{Anna Muster}
%s
\begin{document}
\maketitle
\section{Introduction}
\end{document}
"""


@pytest.mark.parametrize(
    "head",
    [
        r"\fancyhead[L]{\small Higher Institute for Applied Samples \\ \url{https://sample.example}}",
        r"\lhead{Higher Institute for Applied Samples}",
        r"\ohead*{Higher Institute for Applied Samples}",
        r"\cfoot{Higher Institute for Applied Samples}",
        r"\markboth{Higher Institute for Applied Samples}{On waves}",
    ],
)
@pytest.mark.parametrize("kind", ["article", "scrartcl", "report"])
def test_a_page_head_names_the_institution(kind: str, head: str) -> None:
    seen = read(Files.of("p.tex", THESIS % (kind, head, "")), "p.tex")
    assert [note.text for note in seen.notes] == ["Higher Institute for Applied Samples"]


@pytest.mark.parametrize(
    ("head", "affiliation"),
    [
        (r"\fancyhead[L]{Higher Institute for Applied Samples}", r"\affil{Sample University}"),
        (r"\fancyhead[L]{\thepage}", ""),
        (r"\fancyhead[L]{Anna Muster: On waves in plates}", ""),
        (r"\markboth{Journal of Samples, published by Trial University Press}{}", ""),
        (r"% \lhead{Higher Institute for Applied Samples}", ""),
        (r"\setlength{\headheight}{14pt} \newcommand{\lheader}{Higher Institute}", ""),
    ],
)
def test_no_institution_in_a_page_head(head: str, affiliation: str) -> None:
    seen = read(Files.of("p.tex", THESIS % ("article", head, affiliation)), "p.tex")
    assert seen.notes == ()


CLASS = "\\ProvidesClass{%s}\n\\LoadClass{article}\n\\input{%s}\n\\endinput\n"
AUTHORS = (
    "\\title{On waves}\n\\author[1]{Anna Muster}\n\\author[2]{Bernd Probe}\n"
    "\\affil[1]{Sample University}\n\\affil[2]{Trial Institute, Minsk}\n"
)
PAPER = "\\documentclass[a4paper]{%s}\n\\begin{document}\n\\maketitle\n\\section{Introduction}\n\\end{document}\n"


def tree(paper: str, **others: str) -> Files:
    files = Files.of("p.tex", paper)
    files.files |= {path: text.encode() for path, text in others.items()}
    return files


@pytest.mark.parametrize("name", ["rescience", "housestyle"])
@pytest.mark.parametrize("written", ["metadata.tex", "metadata"])
def test_a_class_beside_the_manuscript_brings_in_its_authors(name: str, written: str) -> None:
    seen = read(tree(PAPER % name, **{f"{name}.cls": CLASS % (name, written), "metadata.tex": AUTHORS}), "p.tex")
    assert [author.name for author in seen.authors] == ["Anna Muster", "Bernd Probe"]
    assert seen.authors[1].span.file == "metadata.tex"
    assert [a.text for a in seen.affiliations] == ["Sample University", "Trial Institute, Minsk"]


@pytest.mark.parametrize(
    ("cls", "metadata"),
    [
        (CLASS % ("house", "size10.clo"), AUTHORS),
        (CLASS % ("house", "metadata"), "\\newcommand{\\journal}{Samples}\n"),
        (CLASS % ("house", "../metadata"), AUTHORS),
        (CLASS % ("house", "p"), AUTHORS),
        ("\\input{house.cls}\n", AUTHORS),
    ],
)
def test_a_class_that_brings_in_no_authors(cls: str, metadata: str) -> None:
    files = tree(PAPER % "house", **{"house.cls": cls, "metadata.tex": metadata})
    assert read(files, "p.tex").authors == ()
