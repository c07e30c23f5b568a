"""Author blocks that a Markdown paper prints in its body, and what is none. All people are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.readers.helpers import Files, under

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.light_markup.marks import marks_of
from askfirst_checks.readers.light_markup.text import masked, words
from askfirst_checks.readers.markdown import front_matter

OSTMARK = "Department of Botany, University of Ostmark, Ostmark, Germany"
FERN = "Fernwick College, Fernwick, Canada"


def read(content: str, path: str = "paper.md") -> Manuscript:
    return front_matter.read(Files.of(path, content), path)


def pairs(manuscript: Manuscript) -> dict[str, list[str]]:
    return {p.name: [manuscript.affiliations[place].text for place in p.affiliations] for p in manuscript.authors}


def mails(manuscript: Manuscript) -> dict[str, list[str]]:
    return {p.name: [address.text for address in p.addresses] for p in manuscript.authors if p.addresses}


BOTH = {"Ada Feld": [OSTMARK], "Bo Lind": [OSTMARK, FERN]}

BLOCKS = {
    "carets": f"# T\n\nAda Feld^1,\\*^, **Bo Lind**^1,2^\n\n^1^ {OSTMARK}\n\n^2^ {FERN}\n\n"
    f"\\* Correspondence: a@x.example\n",
    "sup": f"# T\n\nAda Feld<sup>1</sup> and Bo Lind<sup>1,2</sup>\n\n<sup>1</sup>{OSTMARK}<br>\n<sup>2</sup>{FERN}\n",
    "raised figures": f"# T\n\n**Authors:** Ada Feld¹, Bo Lind¹,²\n\n¹{OSTMARK}\n²{FERN}\n",
    "figures together": f"# T\n\n**Authors:** Ada Feld¹, Bo Lind¹²\n\n¹ {OSTMARK}\n² {FERN}\n",
    "headings": f"# T\n\n# Authors\n\nAda Feld^1^, Bo Lind^1,2^\n\n# Affiliations\n\n^1^{OSTMARK}\n\n^2^{FERN}\n",
    "lists": f"# T\n\n## Authors\n\n- Ada Feld<sup>1</sup> ([ORCID: 0000-0002-1825-0097](https://orcid.org/0))\n"
    f"- Bo Lind<sup>1,2</sup> †\n\n### Affiliations\n\n1. {OSTMARK} ([ROR:1](https://ror.org/1))\n2. {FERN}\n\n"
    "† Corresponding author\n",
    "labels": f"# T\n\n**Authors:** Ada Feld^1^, Bo Lind^1,2^\n\n**Affiliations:**\n1. {OSTMARK}\n2. {FERN}\n",
    "German": f"# T\n\n**Autorinnen und Autoren:** Ada Feld¹, Bo Lind¹,²\n\n¹ {OSTMARK}\n² {FERN}\n",
    "one line": f"# T\n\nAda Feld<sup>1</sup>, Bo Lind<sup>1,2</sup> <sup>1</sup>{OSTMARK} <sup>2</sup>{FERN}\n",
    "centred": f'# T\n\n<p align="center">\n  <b>Ada Feld<sup>1</sup> · Bo Lind<sup>1,2</sup></b><br>\n'
    f"  <sup>1</sup>{OSTMARK}<br>\n  <sup>2</sup>{FERN}\n</p>\n",
    "lines": f"# T\n\n**Ada Feld**^1^  \n**Bo Lind**^1,2^  \n\n^1^ {OSTMARK}  \n^2^ {FERN}  \n",
    "wrapped": f"# T\n\nAda Feld^1^, Bo\nLind^1,2^\n\n^1^ Department of Botany, University of Ostmark,\n"
    f"Ostmark, Germany\n\n^2^ {FERN}\n",
    "footnotes": f"# T\n\nAda Feld[^1], Bo Lind[^1][^2]\n\n[^1]: {OSTMARK}\n[^2]: {FERN}\n",
    "dollars": f"# T\n\nAda Feld${{^1}}$, Bo Lind$^{{1,2}}$\n\n1. {OSTMARK}\n\n2. {FERN}\n",
    "small heading": f"# T\n\n### Ada Feld<sup>1</sup>, Bo Lind<sup>1,2</sup>\n\n<sup>1</sup>{OSTMARK}\n"
    f"<sup>2</sup>{FERN}\n",
    "after a comment": f"<!-- **Authors:** No Body -->\n# T\n\nAda Feld^1^, Bo Lind^1,2^\n\n^1^ {OSTMARK}\n\n"
    f"^2^ {FERN}\n",
    "underlined title": f"Title\n=====\n\nAda Feld^1^, Bo Lind^1,2^\n\n^1^ {OSTMARK}\n\n^2^ {FERN}\n",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_blocks(block: str) -> None:
    manuscript = read(f"{block}\n## Abstract\n\nText.\n")
    assert pairs(manuscript) == BOTH
    assert (manuscript.has_author_block, manuscript.problems) == (True, ())
    source = manuscript.sources["paper.md"]
    assert [words(masked(under(source, person.span))) for person in manuscript.authors] == ["Ada Feld", "Bo Lind"]
    assert [" ".join(under(source, one.span).split()) for one in manuscript.affiliations] == [OSTMARK, FERN]


def test_a_div_that_says_authors() -> None:
    manuscript = read(
        f"---\ntitle: X\n---\n:::: {{.authors}}\nA. Feld^1,2^, B. Lind^2^, and C. Moss^1^\n\n"
        f"**Affiliations**\n\n^1^ {OSTMARK}  \n"
        f"^2^ {FERN}\n\n**Corresponding authors:** a.feld@x.example, moss@y.example\n::::\n\n# Introduction\n",
        "paper.qmd",
    )
    assert pairs(manuscript) == {"A. Feld": [OSTMARK, FERN], "B. Lind": [FERN], "C. Moss": [OSTMARK]}
    assert mails(manuscript) == {"A. Feld": ["a.feld@x.example"], "C. Moss": ["moss@y.example"]}


def test_one_author_with_everything_labelled() -> None:
    manuscript = read(
        f"---\ntitle: X\nbibliography: x.bib\n---\n# X\n\n**Author:** Ada Feld\n\n**Affiliation:** {OSTMARK}\n\n"
        "**Correspondence:** Ada Feld, a.b\\@x.example\n\n**ORCID:** https://orcid.org/0000-0002-1825-0097\n\n"
        "## Methods\n"
    )
    assert (pairs(manuscript), mails(manuscript)) == ({"Ada Feld": [OSTMARK]}, {"Ada Feld": ["a.b@x.example"]})
    assert (manuscript.authors[0].orcid, manuscript.authors[0].corresponding) == ("0000-0002-1825-0097", True)


def test_a_corresponding_author_makes_a_paper() -> None:
    text = (
        f"# X\n\n# Authors\n\nAda Feld^1^, Bo Lind^1^ ^\\*^\n\n# Affiliation\n\n^1^{OSTMARK}\n\n"
        "## Corresponding author\n\n^\\*^Bo Lind\nEmail: [b.lind\\@x.example](mailto:b.lind@x.example)\n"
    )
    assert pairs(read(text)) == {"Ada Feld": [OSTMARK], "Bo Lind": [OSTMARK]}
    assert mails(read(text)) == {"Bo Lind": ["b.lind@x.example"]}
    assert not read(text.replace("Corresponding author", "Thanks")).has_author_block


def test_names_without_spaces() -> None:
    manuscript = read("# 雨\n\n张三^1^，李四^2^\n\n^1^ 北京某大学\n^2^ 某研究所\n\n## 摘要\n")
    assert pairs(manuscript) == {"张三": ["北京某大学"], "李四": ["某研究所"]}


def test_lines_under_the_title() -> None:
    manuscript = read(f"# X\n\nAda Feld\n{OSTMARK}\nada@x.example\n\nBo Lind\n{FERN}\n\n## Abstract\n")
    assert pairs(manuscript) == {"Ada Feld": [OSTMARK], "Bo Lind": [FERN]}
    assert mails(manuscript) == {"Ada Feld": ["ada@x.example"]}


ONE_LINE = {
    "comma": f"Ada Feld, {OSTMARK}\nBo Lind, {FERN}\n",
    "paragraphs": f"Ada Feld, {OSTMARK}\n\nBo Lind, {FERN}\n",
    "brackets": f"Ada Feld ({OSTMARK})\nBo Lind ({FERN})\n",
    "dot": f"**Ada Feld** · {OSTMARK}\n**Bo Lind** · {FERN}\n",
    "list": f"- Ada Feld, {OSTMARK}\n- Bo Lind, {FERN}\n",
    "mails": f"Ada Feld, {OSTMARK}\nada@x.example\n\nBo Lind, {FERN}\n",
}
NO_BLOCK = {
    "sentence": "Ada Feld, who works at the University of Ostmark, wrote this.\n",
    "course": "Deep Waves, University of Ostmark course notes for beginners\n",
    "list of tools": "- Wave Tool, made at the Institute of Waves\n- Field Kit, from a company\n",
    "names alone": "Ada Feld, Bo Lind\n",
}


@pytest.mark.parametrize("block", ONE_LINE.values(), ids=ONE_LINE)
def test_names_beside_their_institutions(block: str) -> None:
    manuscript = read(f"# X\n\n{block}\n## Abstract\n\nText.\n")
    assert pairs(manuscript) == {"Ada Feld": [OSTMARK], "Bo Lind": [FERN]}


@pytest.mark.parametrize("block", NO_BLOCK.values(), ids=NO_BLOCK)
def test_lines_that_are_no_authors(block: str) -> None:
    assert not read(f"# X\n\n{block}\n## Abstract\n\nText.\n").authors


@pytest.mark.parametrize("mark", ["<sup>∗</sup>", "^\\*^", "†"])
@pytest.mark.parametrize("remark", ["", "\n\\* Corresponding author\n", "\nbo.lind@x.example\n"])
def test_only_the_corresponding_author_is_marked(mark: str, remark: str) -> None:
    manuscript = read(f"# X\n\nAda Feld, Bo Lind{mark}\n\n{OSTMARK}\n{remark}\n## Abstract\n")
    assert pairs(manuscript) == {"Ada Feld": [OSTMARK], "Bo Lind": [OSTMARK]}


@pytest.mark.parametrize(
    "mail", ["ada.feld@x.example", "<ada.feld@x.example>", "{ada.feld@x.example}", "a@y.z, ada.feld@x.example"]
)
def test_addresses_alone_beneath_the_affiliations(mail: str) -> None:
    manuscript = read(f"# X\n\nAda Feld^1^, Bo Lind^1^\n\n^1^ {OSTMARK}\n\n{mail}\n\n## Abstract\n")
    assert mails(manuscript) == {"Ada Feld": ["ada.feld@x.example"]}


def test_present_addresses_and_remarks_are_no_affiliations() -> None:
    manuscript = read(
        f"# X\n\nAda Feld^1,2^, Bo Lind^1,3^\n\n^1^ {OSTMARK}\n\n^2^ Present address: {FERN}\n\n"
        "^3^ These authors contributed equally\n\n# Abstract\n"
    )
    assert pairs(manuscript) == {"Ada Feld": [OSTMARK], "Bo Lind": [OSTMARK]}
    assert [(note.kind, note.text) for note in manuscript.notes] == [("present-address", FERN)]
    assert manuscript.problems == ()


def test_a_mark_that_nothing_defines_costs_itself_only() -> None:
    manuscript = read(f"# X\n\nAda Feld^1,7^, Bo Lind^1^\n\n^1^ {OSTMARK}\n\n# Abstract\n")
    assert pairs(manuscript) == {"Ada Feld": [OSTMARK], "Bo Lind": [OSTMARK]}
    assert [problem.kind for problem in manuscript.problems] == ["untied"]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: X\n---\n::: {.authors}\n![](people.png)\n:::\n\n# Introduction\n",
        f"# X\n\n# Authors\n\n![](people.png)\n\n# Affiliations\n\n{OSTMARK}\n\n# Abstract\n",
    ],
)
def test_a_block_that_nobody_can_read_is_said(text: str) -> None:
    manuscript = read(text)
    assert (manuscript.has_author_block, manuscript.authors) == (True, ())
    assert [problem.kind for problem in manuscript.problems] == ["no-authors"]


QUIET = {
    "README.md": f"# Tool\n\n**Authors:** Ada Feld^1^\n\n^1^ {OSTMARK}\n\n## Abstract\n",
    "readme.de.md": f"# Tool\n\nAda Feld^1^\n\n^1^ {OSTMARK}\n\n## Introduction\n",
    "CHANGELOG.md": f"# Changes\n\n## Authors\n\nAda Feld\n\n## Affiliation\n\n{OSTMARK}\n\n## Summary\n",
    "tool.md": f"# Tool\n\n## Authors\n\n- Ada Feld^1^\n\n^1^ {OSTMARK}\n\n## Installation\n\n## Summary\n",
    "end.md": f"# Tool\n\nA tool.\n\n## Introduction\n\nText.\n\n## Authors\n\nAda Feld^1^\n\n^1^ {OSTMARK}\n",
    "notes.md": f"# Rain\n\n**Authors:** Ada Feld, Bo Lind\n**Affiliations:** {OSTMARK}\n"
    f"**Published:** 2020\n\n## Summary\n",
    "venue.md": f"---\nvenue: RainConf\n---\n# Rain\n\n**Authors:** Ada Feld\n**Affiliations:** {OSTMARK}\n\n"
    f"## Summary\n",
    "list.md": f"# Rain\n\n- **Authors:** Ada Feld¹\n- **Affiliations:** ¹{OSTMARK}\n\n## Summary\n",
    "post.md": f"---\nlayout: post\n---\nAda Feld^1^\n\n^1^ {OSTMARK}\n\n# Introduction\n",
    "template.md": "# Title\n\n**Authors:** [AUTHOR LIST]\n**Affiliations:** [Institution]\n\n## Abstract\n",
    "essay.md": "# Essay\n\nAda went to Tehran^1^, and Bo stayed^2^.\n\n"
    "^1^ The University of Tehran is large.\n\n## Introduction\n",
    "club.md": f"# Paper of the week\n\nAda Feld^1^ and Bo Lind^2^ wrote about rain.\n\n^1^ {OSTMARK}\n\n"
    f"# Background\n",
    "minutes.md": f"# Minutes\n\n**Present:** Ada Feld¹\n\n¹{OSTMARK}\n\n## Summary\n",
    "api.md": "# API\n\n## Authors\n\n`GET /authors`\n\n## Affiliations\n\n`GET` gives University of X\n\n"
    "## Introduction\n",
    "fields.md": "# Data\n\n**Authors:** list of names\n**Affiliations:** e.g. University of X\n\n## Introduction\n",
    "team.md": "# Team\n\n## Authors\n\n**Ada Feld** leads the group.\n\n## Affiliations\n\n"
    "We work at the University of X.\n",
    "trip.md": "# Trip\n\nAda Feld\n\nI went to the University of Tehran.\n\n## Introduction\n",
    "cv.md": f"# Curriculum vitae\n\nAda Feld\n{OSTMARK}\nada@x.example\n\n## Summary\n\n## Background\n",
    "letter.md": f"Ada Feld\n{OSTMARK}\n\nDear editor,\n\nhere is our paper.\n\n# Keywords\n",
    "people.md": f"# People\n\nAda Feld\n{OSTMARK}\n\n# Next\n",
    "proposal.md": "# Proposal\n\n**Author:** Ada Feld\n**Status:** draft\n\n## Summary\n\nThe University of X.\n",
    "code.md": f"# X\n\n```\n**Authors:** Ada Feld^1^\n^1^ {OSTMARK}\n```\n\n# Abstract\n",
    "table.md": "# People\n\n| Name | Affiliation |\n|---|---|\n| Ada Feld | University of X |\n\n# Introduction\n",
    "power.md": "# X\n\nAs x^2^ grows, y^1^ falls.\n\n^1^ University statistics.\n\n# Introduction\n",
}


@pytest.mark.parametrize(("path", "text"), QUIET.items(), ids=QUIET)
def test_what_only_looks_like_a_block(path: str, text: str) -> None:
    manuscript = read(text, path)
    assert (manuscript.has_author_block, manuscript.authors, manuscript.problems) == (False, (), ())
    assert not front_matter.is_paper(path, text)


def test_front_matter_with_authors_goes_before_the_body() -> None:
    front = f"---\nauthor:\n  - name: Cy Do\n    affiliation: {FERN}\n---\n"
    assert pairs(read(f"{front}\n{BLOCKS['carets']}\n# Abstract\n")) == {"Cy Do": [FERN]}


def test_front_matter_with_names_alone_takes_the_addresses_of_the_body() -> None:
    front = "---\ntitle: X\nauthor: [Ada Feld, Bo Lind]\n---\n"
    assert pairs(read(f"{front}\n{BLOCKS['carets']}\n# Abstract\n")) == BOTH
    assert pairs(read(f"{front}\n**Affiliation:** {FERN}\n\n# Abstract\n")) == {"Ada Feld": [FERN], "Bo Lind": [FERN]}
    assert pairs(read(f"{front}\nCy Do^1^\n\n^1^ {FERN}\n\n# Abstract\n")) == {"Ada Feld": [], "Bo Lind": []}


def test_is_paper() -> None:
    assert front_matter.is_paper("x.md", BLOCKS["carets"] + "\n# Abstract\n")
    assert front_matter.is_paper("x.md", "<!-- c -->\n---\nauthor: A\n---\n")
    assert not front_matter.is_paper("x.md", "# Authors: none\n\nUniversity\n")


@pytest.mark.parametrize(
    ("inner", "marks"),
    [
        ("1,2*", ("1", "2", "*")),
        ("a, †", ("a", "†")),
        ("1–3", ("1", "2", "3")),
        ("\\dagger", ("†",)),
        ("¹²", ("12",)),
        ("", ()),
    ],
)
def test_marks(inner: str, marks: tuple[str, ...]) -> None:
    assert marks_of(inner) == marks


@pytest.mark.parametrize(
    "unit",
    ["A B^1^, ", "^1^ Univ\n", "a¹, ", "**Authors:** ", "<!-- ", "::: {.authors}\n", "*", "[a](b)", "1. University\n",
     " ", ":", "(", "^[", "A B\nUniv X\n", "a@b.cd ", "#", "\\thanks{", "<sup>", "|", "- "],
)  # fmt: skip
def test_hostile_bodies_end_soon(unit: str) -> None:
    start = time.process_time()
    filled = unit * (60_000 // len(unit))
    read(f"# T\n\nUniversity\n\n{filled}\n\n# Abstract\n")
    read(f"# T\n\n# Authors\n\n{filled}\n\n# Affiliation\n\nUniversity of X\n\n# Abstract\n")
    assert time.process_time() - start < 2


_PIECES = st.sampled_from(
    ["Ada Feld", "Bo Lind", "^1^", "<sup>2</sup>", "¹", ", ", " and ", "\n", "\n\n", "**Authors:** ", "# Abstract\n",
     "University of X", "a@b.cd", "::: {.authors}\n", ":::\n", "**", "*", "[^1]", "\\", "(", ")", "---\n",
     "# Affiliations\n", "1. ", "```\n", "<!--", "-->", "^["]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_nothing_raises_and_places_are_inside(text: str) -> None:
    manuscript = read(text)
    lines = manuscript.sources["paper.md"].split("\n")
    for one in (*manuscript.authors, *manuscript.affiliations):
        assert 1 <= one.span.line <= one.span.end_line <= len(lines)
        assert under("\n".join(lines), one.span)
    assert len(masked(text)) == len(text)


def test_a_paper_that_speaks_of_installing_is_one_all_the_same() -> None:
    block = (
        f"Ada Feld^1,\\*^, and Bo Lind^1,2^\n\n^1^{OSTMARK}\n\n^2^{FERN}\n\n# T\n\n# Abstract\n\nA.\n\n# Installation\n"
    )
    assert pairs(read(f"---\ntitle: T\nbibliography: x.bib\n---\n\n{block}", "paper.Qmd")) == BOTH
    assert not read(f"# T\n\n{block}", "notes.md").has_author_block
