r"""Institutes that a macro of one's own numbers, by a counter or by labels. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.latex.test_further_blocks import Pairs, pairs

BONN, MINSK, TRIAL = "University of Bonn, Germany", "Institute of Physics, Minsk", "Trial Institute, Oldtown"
COUNTER = "\\newcounter{affc}\n"
LABELLED = (
    "\\newcounter{house}\n"
    "\\newcommand{\\houseline}[2]{\\refstepcounter{house}\\label{h:#1}\\textsuperscript{\\ref{h:#1}}#2}\n"
    "\\newcommand{\\person}[2]{#1\\textsuperscript{\\ref{h:#2}}}\n"
)
SHOWN: dict[str, tuple[str, Pairs]] = {
    "the counter's number": (
        COUNTER
        + "\\newcommand{\\myaff}[1]{\\stepcounter{affc}\\textsuperscript{\\theaffc}#1\\\\}\n"
        + "\\author{A. Keller\\textsuperscript{1}, B. Ott\\textsuperscript{2}\\\\\n"
        + f"\\myaff{{{BONN}}}\n\\myaff{{{MINSK}}}}}",
        {"A. Keller": [BONN], "B. Ott": [MINSK]},
    ),
    "in figures": (
        COUNTER
        + "\\newcommand{\\platz}[1]{\\\\ \\refstepcounter{affc}$^{\\arabic{affc}}$ #1}\n"
        + f"\\author{{Anna Keller$^2$, Boris Ott$^1$ \\platz{{{TRIAL}}}\\platz{{{MINSK}}}}}",
        {"Anna Keller": [MINSK], "Boris Ott": [TRIAL]},
    ),
    "labels": (
        LABELLED
        + "\\author{Editors: \\\\\n\\person{A. Keller}{bonn},\n\\person{B. Ott}{minsk}}\n\\institute{\n"
        + f"\\houseline{{bonn}}{{{BONN}}};\n\\houseline{{trial}}{{{TRIAL}}};\n\\houseline{{minsk}}{{{MINSK}}}\n}}",
        {"A. Keller": [BONN], "B. Ott": [MINSK]},
    ),
    "labels behind": (
        (
            "\\author{A. Keller$^{\\ref{i1}}$, B. Ott$^{\\ref{i2}}$}\n"
            f"\\institute{{$^1$ {BONN}\\label{{i1}}\\\\ $^2$ {MINSK}\\label{{i2}}}}"
        ),
        {"A. Keller": [BONN], "B. Ott": [MINSK]},
    ),
}


@pytest.mark.parametrize(("body", "wanted"), SHOWN.values(), ids=SHOWN)
def test_each_has_their_own(body: str, wanted: Pairs) -> None:
    assert pairs(body) == wanted


@pytest.mark.parametrize("heading", ["Conveners: ", "Herausgeber: ", "Contributors: "])
def test_a_heading_is_no_person(heading: str) -> None:
    assert [*pairs(f"\\author{{{heading}\\\\ Anna Keller, Boris Ott}}")] == ["Anna Keller", "Boris Ott"]
