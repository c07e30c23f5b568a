r"""Addresses at the end of a text, and footnotes without a mark, where nobody has another. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.test_unplaced import ALONE, KISU, paper, report

from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy
from askfirst_checks.readers.latex import read

TWO = "\\author{Anna Muster and Berta Probe}\n\\maketitle\n"
REFERENCES = "Text.\n\n\\begin{thebibliography}{9}\n\\bibitem{a} C. Essai, Sample.\n\n\\end{thebibliography}\n\n"
FIRES = {
    "before the abstract": (
        ALONE + f"Text.\n\n\\bigskip\\noindent\n{{\\sc {KISU}}}\n\n{{\\it E-mail address:}} {{\\tt a@example.org}}",
        "",
        "AF101",
    ),
    "at the end": (
        ALONE,
        "Text.\n\n\\textsc{Institute of Physics, Minsk, Belarus}\n\n\\textit{E-mail:} \\texttt{a@example.org}\n",
        "AF102",
    ),
    "behind the references, by name": (
        TWO,
        REFERENCES + "\\noindent Anna Muster, University of Bonn, Germany\n\n\\noindent Berta Probe\n\n"
        "Beihang University, Beijing, China\n\n",
        "AF202",
    ),
    "French, labelled": (ALONE, f"Texte.\n\nAdresse de l'auteur\n\nAdresse: {KISU}\n", "AF101"),
    "German, labelled": (
        ALONE,
        "Text.\n\n\\vspace{1cm}\nAnschrift: Sharif University of Technology, Teheran, Iran\n",
        "AF201",
    ),
    "footnote in a group": (ALONE + f"{{\\let\\thefootnote\\relax\\footnotetext{{{KISU}}}}}", "", "AF101"),
    "blind footnote": (ALONE + "\\blfootnote{Institute of Physics, Minsk, Belarus}", "", "AF102"),
    "footnote, two authors": (TWO + "\\footnotetext{Beihang University, Beijing, China}", "", "AF202"),
}
QUIET = {
    "sentence": (ALONE, "Text.\n\nKim Il Sung University, Pyongyang, was founded in 1946. E-mail came later.\n"),
    "reference": (
        ALONE,
        f"\\begin{{thebibliography}}{{9}}\n\\bibitem{{a}} A, B.\n\n{KISU}, 1999.\n\n\\end{{thebibliography}}",
    ),
    "heading": (ALONE, "Text.\n\n\\section{University of Minsk, Belarus}\n\nE-mail us.\n"),
    "caption": (ALONE, f"Text.\n\n\\begin{{figure}}\\caption{{{KISU}}}\\end{{figure}}\n\nE-mail: a@example.org\n"),
    "list": (ALONE, f"Text.\n\n\\begin{{itemize}}\\item {KISU}\\end{{itemize}}\n\nE-mail: a@example.org\n"),
    "elsewhere": (ALONE, "Text.\n\n\\textsc{University of Bonn, Bonn, Germany}\n\nE-mail: a@example.org\n"),
    "has one": (
        "\\author{Anna Muster\\\\ University of Bonn, Germany}\n\\maketitle\n",
        f"Text.\n\n\\noindent {KISU}\n\nE-mail: a@example.org\n",
    ),
    "funder in a footnote": (ALONE + "\\blfootnote{Supported by the Ministry of Samples, Minsk.}", ""),
}


@pytest.mark.parametrize(("front", "back", "code"), FIRES.values(), ids=FIRES)
def test_they_are_asked_about(front: str, back: str, code: str, resolver: Resolver, policy: Policy) -> None:
    source = paper(front, back or "Text.")
    assert code in [each.code for each in report("paper.tex", source, resolver, policy).open]
    assert all(author.affiliations for author in read(Files.of("paper.tex", source), "paper.tex").authors)


@pytest.mark.parametrize(("front", "back"), QUIET.values(), ids=QUIET)
def test_other_words_ask_nothing(front: str, back: str, resolver: Resolver, policy: Policy) -> None:
    assert not report("paper.tex", paper(front, back or "Text."), resolver, policy).open


def test_the_mail_beneath_is_read() -> None:
    source = paper(*FIRES["at the end"][:2])
    (author,) = read(Files.of("paper.tex", source), "paper.tex").authors
    assert [each.text for each in author.addresses] == ["a@example.org"]


@pytest.mark.parametrize("block", ["\n\nA University, b", "{\\sc ", "\\bigskip", "@ ", "\\begin{thebibliography}"])
def test_a_hostile_text_ends(block: str) -> None:
    assert read(Files.of("paper.tex", paper(ALONE, block * 4000)), "paper.tex").authors
