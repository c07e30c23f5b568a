"""Front matter as people write it: names with marks, addresses as strings, TeX in values, broken YAML. All invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.readers.helpers import Files, under

from askfirst_checks.model import Manuscript
from askfirst_checks.readers import reader_for

OST, FERN = "University of Ostmark, Germany", "Fernwick College, Canada"


def read(content: str, path: str = "paper.md") -> Manuscript:
    reader = reader_for(path)
    assert reader is not None
    manuscript: Manuscript = reader.read(Files.of(path, content), path)
    return manuscript


def front(yaml: str, body: str = "") -> Manuscript:
    return read(f"---\n{yaml}\n---\n{body}")


def pairs(manuscript: Manuscript) -> dict[str, list[str]]:
    return {p.name: [manuscript.affiliations[place].text for place in p.affiliations] for p in manuscript.authors}


def mails(manuscript: Manuscript) -> dict[str, list[str]]:
    return {p.name: [address.text for address in p.addresses] for p in manuscript.authors if p.addresses}


def kinds(manuscript: Manuscript) -> list[str]:
    return [problem.kind for problem in manuscript.problems]


def test_comments_before_the_front_matter() -> None:
    text = f"<!-- one -->\n\n<!-- two\nlines -->\n---\nauthors:\n  - name: Ada Feld\n    affiliation: {OST}\n---\n"
    manuscript = read(text)
    assert pairs(manuscript) == {"Ada Feld": [OST]}
    assert under(text, manuscript.affiliations[0].span) == OST
    assert not read("<!-- open\n---\nauthor: A\n---\n").has_author_block


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ((f'author:\n  - "---"\n  - Ada Feld^1^ and Bo Lind^2^\n  - "---"\n  - "^1^{OST}"\n  - "^2^{FERN}"\n'
         '  - "**Corresponding author:** ada.feld@x.example"'), {"Ada Feld": [OST], "Bo Lind": [FERN]}),
        (f'author: "Ada Feld^1^, Bo Lind^1,2^ <br> ^1^ {OST} <br> ^2^ {FERN}"',
         {"Ada Feld": [OST], "Bo Lind": [OST, FERN]}),
        (f'author: "Ada Feld^1^<sup>*</sup>, Bo Lind^2^"\ndate: "^1^ {OST} <br> ^2^ {FERN}"',
         {"Ada Feld": [OST], "Bo Lind": [FERN]}),
        (f"author:\n  - Ada Feld\n  - {OST}\n  - Bo Lind\n  - {FERN}", {"Ada Feld": [OST], "Bo Lind": [FERN]}),
        (f"author: Ada Feld, {OST}", {"Ada Feld": [OST]}),
        (f'author: "Ada Feld, {OST}; Bo Lind, {FERN}"', {"Ada Feld": [OST], "Bo Lind": [FERN]}),
        (f'author: "Ada Feld <a@x.example>, {OST}"', {"Ada Feld": [OST]}),
        (f"author: Ada Feld ({OST})", {"Ada Feld": [OST]}),
        (f"author: Ada Feld — {OST}", {"Ada Feld": [OST]}),
        (f"author: Ada Feld\ninstitute: {OST}", {"Ada Feld": [OST]}),
        (f'author: "Ada Feld\\\\thanks{{{OST}}} and Bo Lind"', {"Ada Feld": [OST], "Bo Lind": []}),
        ('author: "Ada Feld, PhD, and Dr. Bo Lind"', {"Ada Feld": [], "Bo Lind": []}),
        ("author: Feld, Ada and Lind, Bo", {"Ada Feld": [], "Bo Lind": []}),
        ("author: The Moss Institute", {"The Moss Institute": []}),
        ("author: [Ada Feld, 'Bo Lind, Jr.']", {"Ada Feld": [], "Bo Lind, Jr.": []}),
        ("author: 张三 (San Zhang)", {"张三 (San Zhang)": []}),
    ],
)  # fmt: skip
def test_authors_as_text(yaml: str, expected: dict[str, list[str]]) -> None:
    manuscript = front(yaml)
    assert pairs(manuscript) == expected
    assert set(kinds(manuscript)) <= {"no-affiliation"}


def test_the_title_block_of_pandoc() -> None:
    text = f"% A study\n% Ada Feld, {OST}; Bo Lind\n% 2020\n\n# Introduction\n"
    manuscript = read(text)
    assert (manuscript.title, pairs(manuscript)) == ("A study", {"Ada Feld": [OST], "Bo Lind": []})
    assert [under(text, person.span) for person in manuscript.authors] == ["Ada Feld", "Bo Lind"]
    for other in ("% matlab\n% comment\nx = 1\n", "%% cell\n% text\n\n", "% only\n\ntext\n", "100 %\n% x\n"):
        assert not read(other).has_author_block


def test_marks_of_names_are_looked_for_in_the_body() -> None:
    yaml = "author:\n- Ada Feld\\textsuperscript{†§}, Bo Lind\\textsuperscript{‡} and Cy Do\\textsuperscript{†}"
    body = f"\\maketitle\\unmarkedfntext{{\\textsuperscript{{†}}{OST} \\\\\n\\textsuperscript{{‡}}{FERN}}}\n\nText.\n"
    manuscript = front(yaml, body)
    assert pairs(manuscript) == {"Ada Feld": [OST], "Bo Lind": [FERN], "Cy Do": [OST]}
    assert under(manuscript.sources["paper.md"], manuscript.affiliations[0].span) == OST
    prose = "Rain^1^ falls.\n\n^1^ We thank everybody who measured, and the rain itself.\n"
    assert pairs(front("author: Ada Feld^1^", prose)) == {"Ada Feld": []}


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Feld, Ada L.", "Ada L. Feld"), ("van Doorn, Nathan", "Nathan van Doorn"), ("Feld, PhD", "Feld"),
        ("Ada Feld^[Corresponding author.]", "Ada Feld"), ("Dr. Ada Feld", "Ada Feld"),
        ("Ada Feld, MD, PhD", "Ada Feld"),
        ("\\parbox[t]{10cm}{\\centering Ada Feld \\\\ \\orcidlink{0000-0000-0000-0000}}", "Ada Feld"),
        ("**Ada Feld**", "Ada Feld"), ("[Ada Feld](https://x.example)", "Ada Feld"), ("Ada Feld^1^", "Ada Feld"),
        ("Bo Lind, Jr.", "Bo Lind, Jr."), ("A. Feld", "A. Feld"),
        ("The Rain Consortium, Inc.", "The Rain Consortium, Inc."),
        ("Smith & Sons Research Group", "Smith & Sons Research Group"), ("D'Feld-Moss, Zoë", "Zoë D'Feld-Moss"),
    ],
)  # fmt: skip
def test_one_name(name: str, printed: str) -> None:
    manuscript = front(f"authors:\n  - name: '{name.replace(chr(39), chr(39) * 2)}'\n    affiliation: {OST}")
    assert pairs(manuscript) == {printed: [OST]}


def test_two_people_in_one_name() -> None:
    assert pairs(front(f"author:\n- name: Ada Feld, Bo Lind\n  affiliation: {OST}")) == {
        "Ada Feld": [OST],
        "Bo Lind": [OST],
    }


def test_footnotes_of_a_name() -> None:
    manuscript = front('author:\n- name: "Ada Feld^[Corresponding author, ada@x.example]"\n  affiliation: X')
    assert (mails(manuscript), manuscript.authors[0].corresponding) == ({"Ada Feld": ["ada@x.example"]}, True)
    manuscript = front(f'author:\n- name: "Ada Feld\\\\thanks{{{FERN}, ada@x.example}}"\n  affiliation: {OST}')
    assert pairs(manuscript) == {"Ada Feld": [OST, FERN]}


def test_keys_of_rticles() -> None:
    yaml = f"author:\n- name: Ada Feld\n  num: 1\naddress:\n- num: 1\n  org: {OST}\nemail: ada@x.example"
    assert (pairs(front(yaml)), mails(front(yaml))) == ({"Ada Feld": [OST]}, {"Ada Feld": ["ada@x.example"]})
    yaml = f"author:\n- familyname: Feld\n  othernames: Ada\n  address: Road 1\\newline {OST}"
    assert pairs(front(yaml)) == {"Ada Feld": [f"Road 1 {OST}"]}
    yaml = (
        f"author:\n- name: Ada Feld\n  affil: 1, 2, \\dag, *\n- name: Bo Lind\n  affil: 2\naffiliation:\n"
        f"- num: 1\n  address: |\n    {OST}\n  email: ada@x.example\n- num: 2\n  address: {FERN}"
    )
    assert pairs(front(yaml)) == {"Ada Feld": [OST, FERN], "Bo Lind": [FERN]}
    assert (mails(front(yaml)), front(yaml).problems) == ({"Ada Feld": ["ada@x.example"]}, ())
    assert [one.corresponding for one in front(yaml).authors] == [True, False]


def test_tex_in_an_institution_and_mails_behind_it() -> None:
    manuscript = front(
        'author:\n- name: Ada Feld\n  affiliation: "1*"\n- name: Bo Lind\n  affiliation: "1,2*"\naffiliation:\n'
        f'- id: 1\n  institution: "\\\\footnotesize {OST}"\n'
        f'- id: 2\n  institution: "\\\\footnotesize {FERN} \\\\newline *email: a.feld@x.example; b.lind@x.example"'
    )
    assert pairs(manuscript) == {"Ada Feld": [OST], "Bo Lind": [OST, FERN]}
    assert mails(manuscript) == {"Ada Feld": ["a.feld@x.example"], "Bo Lind": ["b.lind@x.example"]}


def test_labels_that_an_author_defines_serve_the_others() -> None:
    ada = f"author:\n- name: Ada Feld\n  affiliations:\n  - id: o\n    name: {OST}\n"
    yaml = f"{ada}- name: Bo Lind\n  affiliations:\n  - ref: o\n"
    assert pairs(front(yaml)) == {"Ada Feld": [OST], "Bo Lind": [OST]}
    yaml = f"authors:\n- name: Ada Feld\n  affiliation: o; {FERN}\naffiliations:\n- id: o\n  name: {OST}"
    assert pairs(front(yaml)) == {"Ada Feld": [OST, FERN]}


def test_an_undefined_mark_drops_nothing_else() -> None:
    manuscript = front(f'authors:\n- name: Ada Feld\n  affiliation: "1, 6"\naffiliations:\n- name: {OST}\n  index: 1')
    assert pairs(manuscript) == {"Ada Feld": [OST]}
    (problem,) = manuscript.problems
    assert (problem.kind, "affiliation 6," in problem.says.en) == ("untied", True)


def test_mails_of_nobody_are_kept() -> None:
    manuscript = front("author: [Ada Feld, Bo Lind]\nemail: office@x.example")
    assert ([address.text for address in manuscript.addresses], mails(manuscript)) == (["office@x.example"], {})


# ---- broken YAML


def test_conflict_markers_are_said_and_both_sides_read() -> None:
    text = (
        f'---\nauthors:\n  - name: Ada Feld\n    affiliation: "1, 2"\naffiliations:\n  - name: {OST}\n    index: 1\n'
        f"<<<<<<< HEAD\n  - name: {FERN}\n    index: 2\n=======\n    ror: 000\n>>>>>>> abc (Fix)\n---\n"
    )
    manuscript = read(text)
    assert pairs(manuscript) == {"Ada Feld": [OST, FERN]}
    assert [(p.kind, p.span.line) for p in manuscript.problems] == [("markup", 8)]
    assert under(text, manuscript.affiliations[1].span) == FERN


@pytest.mark.parametrize(
    "broken",
    ["title: Rain: a study", "title: *Rain* falls", "keywords: [rain", 'title: "\\q"', "title: @rain", "\tx: y"],
)
def test_a_broken_value_costs_itself_only(broken: str) -> None:
    manuscript = front(
        f"{broken}\nauthors:\n  - name: Ada Feld\n    affiliation: 1\naffiliations:\n  - name: {OST}\n    index: 1"
    )
    assert (pairs(manuscript), kinds(manuscript)) == ({"Ada Feld": [OST]}, ["markup"])


def test_a_broken_item_costs_itself_only() -> None:
    text = (
        "---\nauthors:\n  - name: Ada: Feld\n    affiliation: 1\n  - name: Bo Lind\n    affiliation: 2\naffiliations:\n"
        f"  - name: Institute: {OST}\n    index: 1\n  - name: {FERN}\n    index: 2\n---\n"
    )
    manuscript = read(text)
    assert pairs(manuscript) == {"Ada: Feld": [f"Institute: {OST}"], "Bo Lind": [FERN]}
    assert kinds(manuscript) == ["markup"]
    assert [under(text, one.span) for one in manuscript.affiliations] == [f"Institute: {OST}", FERN]


@pytest.mark.parametrize(
    "unit",
    [
        "authors:\n - name: [\n",
        " - x: 'a\n",
        "a: [\n",
        "- &a *a\n",
        "<<<<<<< a\n=======\n>>>>>>> b\n",
        " - name: A^1^, B\n",
    ],
)
def test_hostile_yaml_ends_soon(unit: str) -> None:
    start = time.process_time()
    front("authors:\n" + unit * (60_000 // len(unit)))
    front("author: |\n " + unit.replace("\n", "\n ") * (60_000 // len(unit)))
    assert time.process_time() - start < 3


@given(st.lists(st.sampled_from(["Ada Feld", "^1^", ", ", " and ", "^[", "]", "\\\\", "{", "}", "University of X",
                                 "a@b.cd", "(", ")", "*"]),
                max_size=25).map("".join))  # fmt: skip
@settings(max_examples=120, deadline=None)
def test_no_string_raises(text: str) -> None:
    quoted = text.replace("'", "''")
    for yaml in (
        f"author: '{quoted}'",
        f"author:\n- name: '{quoted}'\n  affiliation: '{quoted}'",
        f"author: ['{quoted}', '{quoted}']",
    ):
        front(yaml)


# ---- files of a project

PROJECT = f"authors:\n  - name: Ada Feld\n    email: ada@x.example\n    affiliations:\n      - {OST}\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/metadata.yaml", f"---\ntitle: X\n{PROJECT}"),
        ("myst.yml", "version: 1\nproject:\n  " + PROJECT.replace("\n", "\n  ")),
        ("_quarto.yml", "project:\n  type: book\nbook:\n  " + PROJECT.replace("\n", "\n  ")),
    ],
)
def test_project_files(path: str, text: str) -> None:
    assert (pairs(read(text, path)), mails(read(text, path))) == ({"Ada Feld": [OST]}, {"Ada Feld": ["ada@x.example"]})


@pytest.mark.parametrize("text", ["", "project:\n  type: website\n", "name: x\nimage: y\n", "- a\n", "authors:\n"])
def test_settings_are_no_author_list(text: str) -> None:
    manuscript = read(text, "metadata.yaml")
    assert (manuscript.has_author_block, manuscript.problems) == (False, ())


@pytest.mark.parametrize("key", ["affil-id", "affiliation_ids", "inst-ref", "institute-index", "affil-key"])
def test_pointers_under_keys_of_a_template(key: str) -> None:
    listed = f"affiliations:\n  - id: 1\n    name: {OST}\n  - id: 2\n    name: {FERN}"
    assert pairs(front(f'author:\n  - name: Ada Feld\n    {key}: "1,2"\n{listed}')) == {"Ada Feld": [OST, FERN]}


@pytest.mark.parametrize("key", ["personal-id", "id-affil", "institutional-review", "affilidavit"])
def test_other_keys_point_nowhere(key: str) -> None:
    listed = f"affiliations:\n  - id: 1\n    name: {OST}\n  - id: 2\n    name: {FERN}"
    assert pairs(front(f"author:\n  - name: Ada Feld\n    {key}: 1\n{listed}")) == {"Ada Feld": []}
