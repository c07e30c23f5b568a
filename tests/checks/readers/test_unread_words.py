"""Affiliations in which no name can be looked for are asked about, whatever format holds them."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.model import Problem
from askfirst_checks.readers import reader_for

FORMS = {
    "a.tex": "\\documentclass{revtex4-2}\n\\begin{document}\\title{T}\\author{A M}\\affiliation{%s}\\end{document}",
    "a.md": '---\ntitle: T\nauthor:\n  - name: A. Muster\n    affiliation: "%s"\n---\n\n# One\n',
    "authors.csv": 'name,affiliation\nA. Muster,"%s"\n',
}
ODD = ["Institute, P y o n g y a n g", "T\u03b4hr\u03bbn University", "\u202eksniM ,etutitsnI\u202c"]
ODD += ["Ki\x85m Il Sung University", "Tehr\u2028an Institute", "Ki\ufffdm Institute", "Universit\ufffdt Ulm, Germany"]
PLAIN = ["Institute A. B. C. D. E. F., Bonn", "Εθνικό Μετσόβιο Πολυτεχνείο, Athens", "دانشگاه تهران", "TU Wien"]
PLAIN += ["Sample University\u2028Oldtown"]


def problems(path: str, text: str) -> list[Problem]:
    reader = reader_for(path)
    assert reader is not None
    found = reader.read(Files.of(path, FORMS[path] % text), path).problems
    return [problem for problem in found if problem.kind == "unexpanded"]


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("text", ODD)
def test_odd_words_are_asked_about(path: str, text: str) -> None:
    (problem,) = problems(path, text)
    assert problem.span.file == path


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("text", PLAIN)
def test_other_words_are_not(path: str, text: str) -> None:
    assert problems(path, text) == []
