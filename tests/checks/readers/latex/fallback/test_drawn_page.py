r"""Title pages drawn with TikZ, or set as a table or in paragraphs behind ``\maketitle``. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.test_unplaced import KISU, report, tex

from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy
from askfirst_checks.readers.latex import read

END = "\n\\begin{abstract}A layer.\\end{abstract}\n\\section{One} Text.\n"
TITLE = "\\title{A title}\n\\date{}\n\\maketitle\n"
DRAWN = "\\begin{{tikzpicture}}[remember picture,overlay]\n{}\\end{{tikzpicture}}"
FIGURE = "\\begin{{tikzpicture}}\n{}\\end{{tikzpicture}}"
FIRES = {
    "table, labelled": (
        TITLE
        + f"\\begin{{tabular}}{{ll}}\nAuthors: & Anna Muster$^{{1}}$\\\\\n$^{{1}}$ & {KISU}\\\\\n\\end{{tabular}}",
        "AF101",
        1,
    ),
    "table, German, no marks": (
        TITLE + "\\begin{tabularx}{9cm}{lX}\nAutorin: & Berta Beispiel\\\\\nEinrichtung: & "
        "Sharif University of Technology, Teheran, Iran\\\\\n\\end{tabularx}",
        "AF201",
        1,
    ),
    "table, name beside institution": (
        TITLE + "\\begin{tabular}{l@{\\quad}l}\nBerta Probe & TU Berlin, Germany\\\\\nCarla Essai & "
        "Beihang University, Beijing, China\\\\\n\\end{tabular}",
        "AF202",
        2,
    ),
    "paragraphs, French": (
        TITLE + "Auteurs : Claire Essai\\textsuperscript{a}, Luc Modèle\\textsuperscript{b}\n\n"
        "\\textsuperscript{a} Sorbonne Université, Paris, France\n\n"
        f"\\textsuperscript{{b}} {KISU}\n",
        "AF101",
        2,
    ),
    "paragraphs, one author": (TITLE + f"Anna Muster$^1$\n\n$^1$ {KISU}\n", "AF101", 1),
    "nodes": (
        DRAWN.format(
            "\\node at (0,0) {A title};\n\\node at (0,-1) {Anna Muster$^1$};\n"
            f"\\node at (0,-2) {{$^1$ {KISU}, DPR Korea}};\n"
        ),
        "AF101",
        1,
    ),
    "nodes, options, no marks": (
        DRAWN.format(
            "\\node[anchor=north,font={\\Large}] at (current page.north) {A title};\n"
            "\\node[below=2cm, text width=\\textwidth] (who) at (current page.center) {Berta Beispiel};\n"
            "\\draw (0,0) node[right] {Institute of Physics, Minsk, Belarus};\n"
        ),
        "AF102",
        1,
    ),
    "picture": (
        TITLE + "\\begin{picture}(100,80)\n\\put(0,10){Anna Muster$^{*}$}\n"
        "\\put(0,0){$^{*}$ Beihang University, Beijing, China}\n\\end{picture}",
        "AF202",
        1,
    ),
}
QUIET = {
    "elsewhere": TITLE
    + "\\begin{tabular}{ll}\nAuthors: & Anna Muster$^1$\\\\\n$^1$ & TU Berlin, Germany\\\\\n\\end{tabular}",
    "dates": TITLE + "\\begin{tabular}{ll}\nSubmitted: & 1 May 2026\\\\\nAccepted: & 2 June 2026\\\\\n\\end{tabular}",
    "towns": TITLE + "\\begin{tabular}{ll}\nTokyo Metropolis & Japan\\\\\nOld Tehran & Iran\\\\\n\\end{tabular}",
    "results": TITLE + "\\begin{tabular}{lr}\nSeoul National & 12\\\\\nTokyo Metropolis$^1$ & 3\\\\\n\\end{tabular}",
    "a figure": TITLE + FIGURE.format("\\node at (0,0) {Input Layer};\n\\node at (0,1) {Hidden Layer$^1$};\n"),
    "a scheme": TITLE + FIGURE.format("\\node at (0,0) {Quantum Memory};\n\\node at (0,1) {University Network};\n"),
    "a paragraph": TITLE + "Anna Muster$^1$ is thanked for the picture.\n\n$^1$ Taken at the Trial Institute.\n",
    "keywords": TITLE
    + "\\begin{tabular}{ll}\nKeywords: & Deep Samples\\\\\nInstitution: & of Trials\\\\\n\\end{tabular}",
    "supervised": TITLE + "\\begin{tabular}{ll}\nEditor: & journal\\\\\nBy: & 2026\\\\\n\\end{tabular}",
}


@pytest.mark.parametrize(("page", "code", "people"), FIRES.values(), ids=FIRES)
def test_who_stands_there_is_asked_about(page: str, code: str, people: int, resolver: Resolver, policy: Policy) -> None:
    source = tex(page + END)
    assert code in [each.code for each in report("paper.tex", source, resolver, policy).open]
    authors = read(Files.of("paper.tex", source), "paper.tex").authors
    assert [len(author.affiliations) for author in authors] == [1] * people


@pytest.mark.parametrize("page", QUIET.values(), ids=QUIET)
def test_other_tables_and_drawings_ask_nothing(page: str, resolver: Resolver, policy: Policy) -> None:
    assert not report("paper.tex", tex(page + END), resolver, policy).open


@pytest.mark.parametrize("page", [QUIET[name] for name in [*QUIET][1:]], ids=[*QUIET][1:])
def test_nobody_is_invented(page: str) -> None:
    assert not read(Files.of("paper.tex", tex(page + END)), "paper.tex").authors


@pytest.mark.parametrize(
    "unit", ["\\node[", "\\node at (", "\\node {A B$^1$};", "node {", "& ", "\\begin{tabular}{l}", "$^1$ "]
)
def test_a_hostile_page_ends(unit: str) -> None:
    page = TITLE + "\\begin{tikzpicture}[overlay]" + unit * 2000
    assert read(Files.of("paper.tex", tex(page + END)), "paper.tex").form == "latex"
