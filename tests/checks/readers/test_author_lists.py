"""Author lists: CSV, TOML, CITATION.cff and YAML front matter; people and institutes are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.readers.helpers import Files, under

from askfirst_checks.model import Manuscript
from askfirst_checks.readers import FORMS, module_name, reader_for
from askfirst_checks.readers.source import decoding


def read(path: str, content: str | bytes) -> Manuscript:
    reader = reader_for(path)
    assert reader is not None
    manuscript: Manuscript = reader.read(Files.of(path, content), path)
    return manuscript


def pairs(manuscript: Manuscript) -> dict[str, list[str]]:
    return {
        person.name: [manuscript.affiliations[place].text for place in person.affiliations]
        for person in manuscript.authors
    }


def kinds(manuscript: Manuscript) -> list[str]:
    return [problem.kind for problem in manuscript.problems]


def words(manuscript: Manuscript) -> list[str]:
    (source,) = manuscript.sources.values()
    return [under(source, affiliation.span) for affiliation in manuscript.affiliations]


JOSS = """---
title: 'A thing'
tags: [optics, waves]
authors:
  - name: Ida Moosgruber
    orcid: 0000-0002-1825-0097
    affiliation: "1, 2" # quoted
  - given-names: Ludwig
    dropping-particle: van
    surname: Beek
    corresponding: true
    email: l.beek@elsewhere.example
    affiliation: 2
affiliations:
 - name: Institute of Waves, Berlin, Germany
   index: 1
 - index: 2
   name: "Kim Il Sung University, Pyongyang"
---
# Summary
"""

QUARTO = """---
title: T
author:
  - name:
      given: Nora
      family: Fiala
    orcid: https://orcid.org/0000-0002-1825-009X
    attributes:
      corresponding: true
    affiliations:
      - ref: ms
      - name: Other University
        department: Chemistry
        city: Minsk
        country: Belarus
  - name: Bo Ri
    affiliation: Lone Institute, Tehran
affiliations:
  - id: ms
    name: Academy of Things
    country: Iran
abstract: >
  We do
  things.
funding: "Supported by a fund."
---
"""


def test_joss() -> None:
    manuscript = read("paper.md", JOSS)
    assert pairs(manuscript) == {
        "Ida Moosgruber": ["Institute of Waves, Berlin, Germany", "Kim Il Sung University, Pyongyang"],
        "Ludwig van Beek": ["Kim Il Sung University, Pyongyang"],
    }
    assert words(manuscript) == [affiliation.text for affiliation in manuscript.affiliations]
    assert [affiliation.owners for affiliation in manuscript.affiliations] == [(0,), (0, 1)]
    assert manuscript.authors[0].orcid == "0000-0002-1825-0097"
    assert [person.corresponding for person in manuscript.authors] == [False, True]
    (address,) = manuscript.authors[1].addresses
    assert under(JOSS, address.span) == address.text == "l.beek@elsewhere.example"
    assert (manuscript.title, manuscript.keywords, manuscript.problems) == ("A thing", ("optics", "waves"), ())


def test_quarto() -> None:
    manuscript = read("paper.qmd", QUARTO)
    assert pairs(manuscript) == {
        "Nora Fiala": ["Academy of Things, Iran", "Chemistry, Other University, Minsk, Belarus"],
        "Bo Ri": ["Lone Institute, Tehran"],
    }
    assert (manuscript.abstract, manuscript.authors[0].orcid) == ("We do things.", "0000-0002-1825-009X")
    assert manuscript.authors[0].corresponding
    assert [(note.kind, note.text) for note in manuscript.notes] == [("funding", "Supported by a fund.")]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("author: Ida Moosgruber", {"Ida Moosgruber": []}),
        ("author: Ida Moosgruber and Bo Ri", {"Ida Moosgruber": [], "Bo Ri": []}),
        ("author: Moosgruber", {"Moosgruber": []}),
        ('author: "A. Bee^1^, C. Dee^1,2^"\naffiliation: [Univ A, Univ B]',
         {"A. Bee": ["Univ A"], "C. Dee": ["Univ A", "Univ B"]}),
        ("author: Bo Ri^[Univ A, Minsk]", {"Bo Ri": ["Univ A, Minsk"]}),
        ("author:\n- Bo Ri:\n    institute: [a, b]\ninstitute:\n- a: Univ A\n- b: {name: Univ B}",
         {"Bo Ri": ["Univ A", "Univ B"]}),
        ("author:\n- {name: Bo Ri, affiliation: a}\naffiliations: {a: Univ A}", {"Bo Ri": ["Univ A"]}),
        ("authors:\n- {name: Bo Ri, affiliation: Univ A; Univ B}", {"Bo Ri": ["Univ A", "Univ B"]}),
        ("author:\n- name: Bo Ri\n  affiliation: Univ A\n  department: Dept\n  country: Iran",
         {"Bo Ri": ["Dept, Univ A, Iran"]}),
        ("author:\n- name: Bo Ri\n  address: X Road, Minsk", {"Bo Ri": ["X Road, Minsk"]}),
        ("author:\n  name: Bo Ri\n  institution: Univ A", {"Bo Ri": ["Univ A"]}),
        ("a: &u Univ A\nauthors:\n- {name: Bo Ri, affiliation: *u}", {"Bo Ri": ["Univ A"]}),
    ],
)  # fmt: skip
def test_forms_of_front_matter(front: str, expected: dict[str, list[str]]) -> None:
    assert pairs(read("x.md", f"---\n{front}\n---\n")) == expected


@pytest.mark.parametrize(
    "text", ["", "# Title\n\n---\nauthor: x\n---\n", "---\n", "---\ntitle: T\n---\n", "---\nauthor:\n---\n"]
)
def test_markdown_without_authors_is_no_manuscript(text: str) -> None:
    manuscript = read("README.md", text)
    assert (manuscript.has_author_block, manuscript.problems) == (False, ())


def test_an_undefined_mark_is_reported_where_it_stands() -> None:
    manuscript = read("x.md", JOSS.replace("affiliation: 2\n", "affiliation: 7\n"))
    assert kinds(manuscript) == ["untied", "no-affiliation"]
    assert under(next(iter(manuscript.sources.values())), manuscript.problems[0].span) == "7"


def test_broken_yaml_keeps_what_stands_before() -> None:
    manuscript = read("x.md", "---\nauthors:\n  - name: Bo Ri\n    affiliation: Univ A\n  bad: [\n---\n")
    assert pairs(manuscript) == {"Bo Ri": ["Univ A"]}
    assert [(p.kind, p.span.line) for p in manuscript.problems] == [("markup", 5)]


def test_an_unclosed_front_matter_is_read_and_reported() -> None:
    manuscript = read("x.md", "---\nauthor: Bo Ri\naffiliation: X\n\n# Text: more\n")
    assert [person.name for person in manuscript.authors] == ["Bo Ri"]
    assert kinds(manuscript)[0] == "markup"


def test_alias_bombs_and_depth_end_soon() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    start = time.perf_counter()
    for content in ("\n".join([*lines, "authors: *a29", "affiliations: *a29"]), "authors: " + "[" * 5000, "- " * 5000):
        assert read("x.md", f"---\n{content}\n---\n").authors == ()
    assert time.perf_counter() - start < 2


def test_citation_file() -> None:
    content = """cff-version: 1.2.0
title: Tool
authors:
  - family-names: Beek
    given-names: Ludwig
    name-particle: van
    affiliation: "DLX, Berlin"
  - name: Research Group Y
    city: Pyongyang
    country: KP
preferred-citation:
  authors:
    - {family-names: Beek, given-names: Ludwig}
    - {family-names: Ri, given-names: Bo, affiliation: Univ Nowhere}
"""
    manuscript = read("sub/CITATION.cff", content)
    assert pairs(manuscript) == {
        "Ludwig van Beek": ["DLX, Berlin"],
        "Research Group Y": ["Research Group Y, Pyongyang, KP"],
        "Bo Ri": ["Univ Nowhere"],
    }
    assert (manuscript.form, manuscript.title) == ("cff", "Tool")


# ---- CSV


def test_csv_in_german_with_several_affiliations() -> None:
    content = (
        "Vorname;Nachname;Institution;Land;E-Mail;ORCID\n"
        'Ida;Moosgruber;"Institut für Optik; Zweites Institut";;ida@x.example;0000-0002-1825-0097\n'
        'Bo;Ri;Kim Il Sung University;DPRK;"bo@y.example";\n'
    )
    manuscript = read("autoren.csv", content)
    assert pairs(manuscript) == {
        "Ida Moosgruber": ["Institut für Optik", "Zweites Institut"],
        "Bo Ri": ["Kim Il Sung University, DPRK"],
    }
    assert words(manuscript) == ["Institut für Optik", "Zweites Institut", "Kim Il Sung University;DPRK"]
    assert [under(content, a.span) for p in manuscript.authors for a in p.addresses] == [
        "ida@x.example",
        "bo@y.example",
    ]
    assert manuscript.authors[0].orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_delimiters_and_repeated_columns(mark: str) -> None:
    header = mark.join(["Name", "Affiliation 1", "Affiliation 2", "Corresponding"])
    row = mark.join(["Bo Ri", "Univ A", "Univ B", "yes"])
    manuscript = read("authors.csv", f"{header}\r\n{row}\r\n")
    assert pairs(manuscript) == {"Bo Ri": ["Univ A", "Univ B"]}
    assert words(manuscript) == ["Univ A", "Univ B"]
    assert manuscript.authors[0].corresponding


def test_cells_over_several_lines_and_doubled_quotes() -> None:
    content = 'name,affiliation\n"Ri, Bo","Univ ""A"",\nMinsk"\nCy Do,Univ B\n'
    manuscript = read("a.csv", content)
    assert pairs(manuscript)["Cy Do"] == ["Univ B"]
    assert under(content, manuscript.authors[1].span) == "Cy Do"
    assert manuscript.authors[0].name == "Bo Ri"


def test_an_open_quote_costs_its_row_only() -> None:
    manuscript = read("a.csv", 'name,affiliation\nBo Ri,"Univ A\nCy Do,Univ B\n')
    assert pairs(manuscript)["Cy Do"] == ["Univ B"]
    assert [(p.kind, p.span.line) for p in manuscript.problems] == [("markup", 2)]


def test_a_row_without_a_name_keeps_its_affiliation() -> None:
    manuscript = read("a.csv", "name,affiliation\n,Univ A\n")
    assert [affiliation.text for affiliation in manuscript.affiliations] == ["Univ A"]
    assert "untied" in kinds(manuscript)


@pytest.mark.parametrize(
    ("path", "content"),
    [("authors.csv", "Bo Ri,Univ A\n"), ("x.csv", "Bo Ri,University of Nowhere,bo@x.example\n")],
)
def test_an_author_list_without_header_is_a_problem(path: str, content: str) -> None:
    manuscript = read(path, content)
    assert (manuscript.has_author_block, kinds(manuscript)) == (True, ["no-authors"])


@pytest.mark.parametrize("content", ["", "1,2\n3,4\n", "name,price\ntable,4\n", "time;voltage\n1;2\n", "\n\n"])
def test_other_tables_are_quiet(content: str) -> None:
    manuscript = read("data.csv", content)
    assert (manuscript.has_author_block, manuscript.problems) == (False, ())


# ---- TOML

TOML = """title = "Routers"

[[authors]]
name = "Ida Moosgruber"
affiliations = ["Institute X, Berlin", "Institute Y"]
email = "ida@elsewhere.example"
orcid = "0000-0002-1825-0097"
corresponding = true

[[authors]]
given = "Bo"
family = "Ri"
affiliation = "Univ Z"
country = "DPRK"
"""


def test_toml() -> None:
    manuscript = read("authors.toml", TOML)
    assert pairs(manuscript) == {"Ida Moosgruber": ["Institute X, Berlin", "Institute Y"], "Bo Ri": ["Univ Z, DPRK"]}
    assert words(manuscript) == ["Institute X, Berlin", "Institute Y", "Univ Z"]
    (address,) = manuscript.authors[0].addresses
    assert under(TOML, address.span) == address.text
    assert (manuscript.title, manuscript.authors[0].corresponding, manuscript.problems) == ("Routers", True, ())


def test_a_broken_table_costs_only_itself() -> None:
    manuscript = read("authors.toml", TOML.replace('"Ida Moosgruber"', '"Ida'))
    assert pairs(manuscript) == {"Bo Ri": ["Univ Z, DPRK"]}
    assert "Institute X, Berlin" in [affiliation.text for affiliation in manuscript.affiliations]
    assert [(p.kind, p.span.line) for p in manuscript.problems] == [("markup", 4)]


def test_inline_authors() -> None:
    manuscript = read("a.toml", 'authors = [{name = "Bo Ri", affiliation = "Univ A"}, "Cy Do"]\n')
    assert pairs(manuscript) == {"Bo Ri": ["Univ A"], "Cy Do": []}


@pytest.mark.parametrize("content", ["", "[tool]\nx = 1\n", "broken = \n", "[[bin]]\nname = 'x'\n"])
def test_other_toml_is_quiet(content: str) -> None:
    manuscript = read("book.toml", content)
    assert (manuscript.has_author_block, manuscript.problems) == (False, ())


# ---- all of them


@pytest.mark.parametrize(
    ("path", "module"),
    [
        ("a/b.TEX", "latex"),
        ("x.ltx", "latex"),
        ("x.bib", "bibtex"),
        ("x.tsv", "tables.csv_authors"),
        ("x.toml", "tables.toml_authors"),
        ("CITATION.cff", "markdown.citation_cff"),
        ("x.Rmd", "markdown.front_matter"),
        ("x.qmd", "markdown.front_matter"),
        ("pyproject.toml", None),
        ("x.cff", None),
        ("x", None),
        (".bib", None),
        ("x.pdf", "pdf"),
    ],
)
def test_which_module_reads_what(path: str, module: str | None) -> None:
    assert module_name(path) == module
    assert module is None or module in FORMS


@pytest.mark.parametrize("path", ["x.md", "CITATION.cff", "x.csv", "x.toml"])
def test_a_missing_file_is_a_problem(path: str) -> None:
    reader = reader_for(path)
    assert reader is not None
    assert [problem.kind for problem in reader.read(Files(), path).problems] == ["file"]


@pytest.mark.parametrize("path", ["x.md", "CITATION.cff", "authors.csv", "x.toml"])
@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: f"---\nauthors:\n{text}\n---\n".encode()))
)
@settings(max_examples=80, deadline=None)
def test_nothing_raises(path: str, content: bytes) -> None:
    manuscript = read(path, content)
    source = manuscript.sources[path]
    for person in manuscript.authors:
        assert 1 <= person.span.line <= source.count("\n") + 1


@given(st.permutations(["Ida A", "Bo B", "Cy C", "Do D"]))
def test_the_order_of_rows_changes_no_person(names: list[str]) -> None:
    rows = "".join(f"{name},Univ of {name}\n" for name in names)
    assert pairs(read("a.csv", f"name,affiliation\n{rows}")) == {name: [f"Univ of {name}"] for name in names}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xef\xbb\xbfa", ("a", "utf-8")),
        ("ä".encode(), ("ä", "utf-8")),
        ("ä".encode("utf-16"), ("ä", "utf-16-le")),
        ("ä".encode("cp1252"), ("ä", "cp1252")),
        (b"\x81", ("\ufffd", "cp1252-replaced")),
        (b"a\r\nb\rc", ("a\nb\nc", "utf-8")),
    ],
)
def test_decoding(data: bytes, expected: tuple[str, str]) -> None:
    assert decoding.decode(data) == expected


def test_a_hint_goes_before_cp1252() -> None:
    assert decoding.decode("ł".encode("latin2"), "latin2") == ("ł", "latin2")
    assert decoding.decode("ä".encode("latin1"), "no-such") == ("ä", "cp1252")


@pytest.mark.parametrize(("marks", "missing"), [("x x x", 1), ("x y x", 2), ("1 x 1 x", 1)])
def test_a_mark_that_nothing_defines_is_said_once(marks: str, missing: int) -> None:
    place = "affiliations:\n  - index: 1\n    name: Sample University\n"
    manuscript = read("p.md", f"---\ntitle: T\nauthors:\n  - name: A B\n    affiliation: {marks}\n{place}---\n")
    assert kinds(manuscript).count("untied") == missing


@pytest.mark.parametrize("marks", ["1", "1, 2", "2 1"])
def test_marks_that_are_defined_are_not_said(marks: str) -> None:
    places = "".join(f"  - index: {n}\n    name: Sample University {n}\n" for n in (1, 2))
    manuscript = read(
        "p.md", f"---\ntitle: T\nauthors:\n  - name: A B\n    affiliation: {marks}\naffiliations:\n{places}---\n"
    )
    assert "untied" not in kinds(manuscript)
