"""Pages set by hand on which nobody is named, though some lines look like a name above an institution."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.readers.latex import read

_ABSTRACT = "\\begin{abstract}Text.\\end{abstract}\n\\section{Introduction} Text.\n"


@pytest.mark.parametrize(
    "page",
    [
        "\\begin{center}{\\Large A Title}\\\\ Master Thesis\\\\ Sample University\\end{center}",
        "\\begin{center}{\\Large Deep Samples}\\\\ A Case Study\\\\ University Hospital Data\\end{center}",
        "\\begin{center}{\\Large Deep Samples}\\end{center}\\begin{center}Grand Jury\\\\ 2019\\end{center}",
        "\\centerline{Annual Report}\\centerline{Institute of Samples}",
        "Anna Muster came from the Trial Institute.\n\nThe University of Oldtown paid for it.\n",
    ],
)
def test_nobody_is_invented(page: str) -> None:
    source = f"\\documentclass{{article}}\n\\begin{{document}}\n{page}\n{_ABSTRACT}\\end{{document}}\n"
    assert not read(Files.of("p.tex", source), "p.tex").authors
