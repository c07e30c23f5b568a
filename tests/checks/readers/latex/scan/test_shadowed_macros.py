r"""Macros of the document's own with names the engine knows, and files found by ``\input@path`` or not at all."""

from __future__ import annotations

import pytest
from tests.checks.readers.latex.test_cases import Files, said

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.latex import read

NAMES = r"\author{Anna Beispiel$^1$ and Carl Probe$^2$\\ "
BOTH = ("Anna Beispiel | Sample University, Oldtown", "Carl Probe | Trial Institute, Newtown")


def paper(preamble: str, block: str, **files: str) -> Manuscript:
    text = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{block}\n\\maketitle\n\\end{{document}}\n"
    return read(Files(paper=text, **files), "paper")


@pytest.mark.parametrize("name", ["aff", "affil", "inst", "address", "mine"])
def test_a_mark_and_a_text_of_the_documents_own(name: str) -> None:
    macro = r"\newcommand{\aff}[2][1]{$^{#1}$#2\\}".replace("aff", name)
    block = NAMES + r"\aff[1]{Sample University, Oldtown} \aff[2]{Trial Institute, Newtown}}".replace("aff", name)
    assert said(paper(macro, block)) == BOTH


@pytest.mark.parametrize("body", ["\\textsuperscript{#1}#2\\\\", "{$^#1$}{\\it #2}\\\\"])
def test_both_arguments_given(body: str) -> None:
    block = NAMES + "\\aff{1}{Sample University, Oldtown}\\aff{2}{Trial Institute, Newtown}}"
    assert said(paper("\\def\\aff#1#2{" + body + "}", block)) == BOTH


def test_an_affiliation_kept_in_a_macro_of_a_known_name() -> None:
    block = "\\author{Anna Beispiel\\\\ \\addr}"
    assert said(paper('\\newcommand{\\addr}{Universit\\"at Altstadt}', block)) == (
        "Anna Beispiel | Universität Altstadt",
    )


@pytest.mark.parametrize(
    "macro",
    [
        "\\renewcommand{\\email}[1]{\\texttt{#1}}",
        "\\def\\email#1{\\gdef\\@email{#1}}",
        "\\newcommand{\\email}[2][]{\\stepcounter{mail}$^{#1}$#2}",
        "\\newcommand{\\email}[1]{}",
    ],
)
def test_a_macro_that_only_dresses_what_the_engine_knows_changes_nothing(macro: str) -> None:
    block = "\\author{Anna Beispiel\\\\ Sample University\\\\ \\email{anna@sample.example}}"
    assert said(paper(macro, block)) == ("Anna Beispiel | Sample University | anna@sample.example",)


@pytest.mark.parametrize(
    "path", ["{{parts/}}", "{{other/}{parts/}}", "{{parts}}", "{{./parts/}}", "{ {other/} {parts/} }"]
)
@pytest.mark.parametrize("written", ["\\def\\input@path%s", "\\newcommand*{\\input@path}%s", "\\def\\input@path{%s}"])
def test_files_are_found_by_the_input_path(path: str, written: str) -> None:
    author = "\\author{Anna Beispiel\\\\ Sample University}"
    given = paper(f"\\makeatletter{written % path}\\makeatother", "\\input{names}", parts__names=author)
    assert said(given) == ("Anna Beispiel | Sample University",)
    assert not given.problems


def test_the_folder_of_the_document_comes_before_the_input_path() -> None:
    given = paper(
        "\\def\\input@path{{parts/}}",
        "\\input{names}",
        names="\\author{Anna Beispiel\\\\ Sample University}",
        parts__names="\\author{Carl Probe\\\\ Trial Institute}",
    )
    assert said(given) == ("Anna Beispiel | Sample University",)


@pytest.mark.parametrize("where", ["preamble", "document"])
def test_a_lost_file_of_a_front_matter_without_authors_is_asked_about(where: str) -> None:
    lost = "\\input{authors}"
    given = paper(lost, "\\title{T}") if where == "preamble" else paper("\\title{T}", lost)
    assert [p.kind for p in given.problems] == ["file", "no-authors"]
    assert given.has_author_block
    assert given.author_block == given.problems[1].span


@pytest.mark.parametrize(
    ("preamble", "block"),
    [
        ("\\input{macros}", "\\title{T}\\author{Anna Beispiel\\\\ Sample University}"),
        ("", "\\title{T}\\maketitle\\section{One}\\input{one}"),
        ("\\title{T}", "Text."),
    ],
)
def test_no_authors_are_missed_where_they_stand_or_where_none_could(preamble: str, block: str) -> None:
    text = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{block}\n\\end{{document}}\n"
    assert "no-authors" not in {p.kind for p in read(Files(paper=text), "paper").problems}
