"""One-letter groups: letters of a word that is set in parts, and footnote marks, which stay marks."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.readers import latex

PAPER = r"""\documentclass{revtex4-2}
\begin{document}\title{T}\author{A. Beispiel}\affiliation{%s}
\maketitle\end{document}
"""


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"Institute, \underline{P}\underline{y}ongyang", "Institute, Pyongyang"),
        (r"\textsc{K}\textsc{im} \textsc{I}\textsc{l} \textsc{S}\textsc{ung} University", "Kim Il Sung University"),
        (r"\textbf{M}\textbf{i}\textbf{n}\textbf{s}\textbf{k}, BY", "Minsk, BY"),
        (r"Institut, \emph{T}\textit{e}\emph{h}\emph{e}\emph{r}\emph{a}\emph{n}", "Institut, Teheran"),
        (r"\emph{M}\emph{i}nsk State Institute", "Minsk State Institute"),
        (r"Universit\"at \textbf{U}\textbf{l}m", "Universität Ulm"),
    ],
)
def test_no_letter_of_a_word_is_lost(written: str, printed: str) -> None:
    (affiliation,) = latex.read(Files.of("a.tex", PAPER % written), "a.tex").affiliations
    assert affiliation.text == printed


def test_letters_in_bold_behind_a_name_stay_marks() -> None:
    text = PAPER.replace("A. Beispiel", r"A. Beispiel\textbf{a}\textbf{b}") % "TU Wien"
    assert [person.name for person in latex.read(Files.of("a.tex", text), "a.tex").authors] == ["A. Beispiel"]


@pytest.mark.parametrize("mark", [r"\me{a}", r"\me{a}\me{b}", r"\me{1}", r"\me{a} "])
def test_a_mark_of_ones_own_macro_stays_a_mark(mark: str) -> None:
    text = (
        r"\documentclass{article}\newcommand{\me}[1]{\textsuperscript{#1}}\begin{document}\title{T}"
        rf"\author{{Anna Muster{mark}, Bo Beispiel\me{{b}}\\ \me{{a}}Universit\"at Ulm\\ \me{{b}}TU Wien}}"
        r"\maketitle\end{document}"
    )
    names = [person.name for person in latex.read(Files.of("a.tex", text), "a.tex").authors]
    assert names[:2] == ["Anna Muster", "Bo Beispiel"]
