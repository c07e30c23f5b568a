"""Broken and hostile mark-up: bounded, never an exception, and what can be read is read."""

from __future__ import annotations

import time

import pytest

from askfirst_checks.model import Manuscript, Unreadable
from askfirst_checks.readers.latex import read
from askfirst_checks.words import same

HEAD = "\\documentclass{article}\\begin{document}\n"
NESTED_MACROS = "".join(f"\\def\\{a}{{{(chr(92) + b) * 10}}}" for a, b in zip("abcdef", "bcdefg", strict=True))
SECONDS = 5
"""far above what any of these takes, far below what quadratic time would"""


class One:
    def __init__(self, data: bytes) -> None:
        self.data = data

    def read(self, path: str) -> bytes:
        if path != "p.tex":
            raise Unreadable(same("not there"))
        return self.data

    def exists(self, path: str) -> bool:
        return path == "p.tex"


def of(text: str) -> Manuscript:
    return read(One(text.encode()), "p.tex")


HOSTILE = {
    "initials behind marks": "\\author{" + "Muster$^1$ A. " * 5_000 + "}",
    "names and brackets": "\\author{" + "Anna Muster (1,2), Bruno (" * 5_000 + "}",
    "marks before names": "\\author{" + "$^1$Anna Muster, " * 5_000 + "}",
    "family first": "\\author{" + "Muster, Anna; " * 5_000 + "}",
    "5,000 unclosed authors": "\\author{" * 5000,
    "5,000 unclosed braces": "\\author{Anna Probe" + "{" * 5000,
    "5,000 unclosed affiliations": "\\author{A B}" + "\\affiliation{X University\n\n" * 5000,
    "deep groups": "\\author{" + "{" * 3000 + "Anna Probe" + "}" * 3000 + "}",
    "deep commands": "\\author{" + "\\textbf{" * 3000 + "Anna Probe" + "}" * 3000 + "}",
    "deep superscript": "\\author{Anna Probe$^{" + "{" * 2000 + "1" + "}" * 2000 + "}$}",
    "a macro that is itself": "\\def\\x{\\x\\x}\\author{Anna Probe \\x}",
    "macros that multiply": NESTED_MACROS + "\\author{Anna Probe \\a}",
    "author macros that multiply": "\\def\\x{\\author{A B}\\x\\x\\x\\x}\\x",
    "dollars": "\\author{" + "$" * 20000 + "}",
    "blanks": "\\author{Anna" + " " * 100000 + "Probe}",
    "comments": "\\author{Anna Probe" + "%\n" * 50000 + "}",
    "at signs": "\\author{Anna Probe}\\email{" + "a@" * 20000 + "}",
    "dots before an at sign": "\\author{A B}\\email{" + "a." * 30000 + "@}",
    "groups before an at sign": "\\author{A B}\\email{" + "{a" * 3000 + "}@x.example" * 3000 + "}",
    "environments without end": "\\begin{center}" * 20000,
    "definitions without end": "\\newcommand{" * 5000,
    "false branches": "\\iffalse" * 20000 + "\\author{A B}",
    "inputs of nothing": "\\input{a}" * 5000,
    "one name of 100,000 letters": "\\author{" + "A" * 100000 + "}",
    "digits": "\\author{A B}\\affiliation{University " + "+1 2 3 " * 20000 + "}",
    "what pylatexenc takes exponential time for": "\\author{A B}\\section{Funding} "
    + "\\emph[\\textbf[\\cite[\\[ \\sqrt[{ \\href{[" * 20,
    "options": "\\author" + "[a]" * 10000 + "{A B}",
    "authors without end": "\\author{Anna Probe}\\affiliation{X University}\n" * 3000,
    "names without end": "\\author{" + "A B \\and " * 5000 + "}",
    "lines of names": "\\author{" + "Anna Probe\\\\" * 5000 + "}",
    "a footnote of names": "\\author{Anna Muster, Bernd Probe\\thanks{" + "A. Muster, B, " * 3000 + "}}",
    "a footnote of dots": "\\author{Anna Muster\\thanks{" + "a.b." * 5000 + " Muster}}",
    "a footnote of semicolons": "\\author{Anna Muster\\thanks{Anna Muster is with X University"
    + "; X University" * 3000
    + "}}",
    "prefixes": "".join(f"\\{chr(97 + i % 26) * 2}{chr(97 + i // 26 % 26)}author{{A}}" for i in range(10_000)),
    "unclosed environments": "\\newenvironment{a}{\\verb" * 10_000,
    "unknown author macros": "\\title{A}" + "\\xauthor[" * 5000,
    "addresses for nobody": "\\xxauthor{" + "A B \\And " * 2000 + "}\\xxaddress{" + "X University \\And " * 2001 + "}",
    "a title page": "\\begin{titlepage}" + "Anna Muster\\\\ X University\n\n" * 3000,
    "initials": "A. Muster, " * 5000 + "\n\n\\begin{center}X\\end{center}",
    "explained marks": "\\author{A B$^1$, C D$^2$}\\maketitle " + "1 & X University\\\\ & x\\\\" * 3000,
    "branches never taken": "\\author{" + "\\if 0 " * 10_000 + "}",
    "comments behind macros": "\\author{" + "\\small%\n" * 10_000 + "}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mark_up_is_bounded(name: str) -> None:
    began = time.process_time()
    manuscript = of(HEAD + HOSTILE[name])
    assert time.process_time() - began < SECONDS
    assert len(manuscript.authors) <= 20_000
    assert sum(len(a.text) for a in manuscript.affiliations) < 1_000_000


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 1000, b"\xff\xfe", b"\\", b"\\author", b"\\author{", b"{"])
def test_scraps_are_read_as_nothing(data: bytes) -> None:
    manuscript = read(One(data), "p.tex")
    assert manuscript.authors == ()


def test_an_unclosed_author_is_said_and_still_read() -> None:
    manuscript = of(
        "\\title{T}\n\\author{Anna Probe\n\\affiliation{Sample University}\n\\begin{abstract}A.\\end{abstract}"
    )
    problem = next(p for p in manuscript.problems if p.kind == "markup")
    assert problem.span.line == 2
    assert [p.name for p in manuscript.authors] == ["Anna Probe"]
    assert [a.text for a in manuscript.affiliations] == ["Sample University"]


def test_a_block_that_names_nobody_readable_is_said() -> None:
    manuscript = of("\\author{$$$ 123 ,, 4}")
    assert "no-authors" in [p.kind for p in manuscript.problems]


def test_affiliations_beside_an_unknown_author_macro_are_not_passed_over() -> None:
    manuscript = of("\\title{T}\\myauthorcommand{Anna Probe}\\affiliation{Sample University}")
    assert manuscript.has_author_block
    assert {p.kind for p in manuscript.problems} == {"no-authors", "untied"}
    assert [(a.text, a.owners) for a in manuscript.affiliations] == [("Sample University", ())]


def test_terminal_escapes_stay_in_the_text_as_they_are_but_do_no_harm() -> None:
    manuscript = of("\\author{Anna\x1b[31m Probe}\\affiliation{Sample\u202e University}")
    assert manuscript.affiliations[0].text == "Sample University"


def test_nothing_read_is_silent_where_an_author_has_no_affiliation() -> None:
    manuscript = of("\\author{Anna Probe and Bruno Modell}")
    assert [(p.kind, p.subject) for p in manuscript.problems] == [
        ("no-affiliation", "Anna Probe"),
        ("no-affiliation", "Bruno Modell"),
    ]
    for problem in manuscript.problems:
        assert problem.says.en
        assert problem.says.de


def test_reading_twice_is_the_same() -> None:
    text = HEAD + "\\newcommand{\\SU}{Sample University}\\author{Anna Probe}\\affiliation{\\SU}"
    assert of(text) == of(text)


@pytest.mark.parametrize(
    "block",
    [
        "\\title{T}\\confauthor{Anna Probe}{Sample University}\\maketitle\\begin{abstract}A.\\end{abstract}",
        "\\title{T}\\begin{confauthorlist}Anna Probe, Sample University\\end{confauthorlist}\\maketitle",
        "\\begin{flushleft}Anna Probe \\quad Sample University\\end{flushleft}\\begin{abstract}A.\\end{abstract}",
    ],
)
def test_an_author_block_that_nobody_knows_is_said(block: str) -> None:
    manuscript = of(block)
    assert manuscript.authors == ()
    assert manuscript.has_author_block
    assert [p.kind for p in manuscript.problems] == ["no-authors"]


@pytest.mark.parametrize(
    "text",
    [
        "\\title{T}\\runningauthor{Anna Probe}\\maketitle",
        "\\title{T}\\newcommand{\\confauthor}[1]{#1}\\maketitle\\section{A}\\confauthor{Anna Probe}",
        "\\maketitle\\begin{abstract}A.\\end{abstract}\\section{A}\\begin{center}Sample University\\end{center}",
        "\\confauthor{Anna Probe}",
        "\\title{T}\\maketitle % \\confauthor{Anna Probe}\n",
    ],
)
def test_what_only_looks_like_an_author_block_is_quiet(text: str) -> None:
    manuscript = of(text)
    assert not manuscript.has_author_block
    assert manuscript.problems == ()


def test_footnotes_beside_a_title_page_by_hand_are_kept() -> None:
    manuscript = of(
        HEAD + "Иванов И. И.\n\n\\begin{center}\\textbf{Об одной задаче}\\end{center}"
        "\\footnotetext{Работа выполнена в Пробном университете, x17@sample.example}"
    )
    assert [person.name for person in manuscript.authors] == ["Иванов И. И."]
    assert ["Пробном университете" in note.text for note in manuscript.notes] == [True]
    assert [address.text for address in manuscript.addresses] == ["x17@sample.example"]
