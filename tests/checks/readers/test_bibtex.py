"""Entries, names, affiliations and places of .bib files; people and institutes are invented."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.readers.helpers import Files, under

from askfirst_checks.model import Bibliography, Problem, Reference
from askfirst_checks.readers import bibtex
from askfirst_checks.readers.bibtex import slicing

EVERYTHING: frozenset[str] | None = None


def book(
    content: str | bytes, wanted: frozenset[str] | None = EVERYTHING
) -> tuple[Bibliography, tuple[Problem, ...], str]:
    bibliography, sources, problems = bibtex.bibliography(Files.of("x.bib", content), "x.bib", wanted)
    return bibliography, problems, sources["x.bib"]


def only(content: str | bytes) -> Reference:
    (reference,) = book(content)[0].references
    return reference


def printed(content: str) -> list[str]:
    return [affiliation.text for affiliation in only(content).affiliations]


WOS = """@article{ WOS:000111222333,
Author = {Moosgruber, Ida and Ri, B.},
Title = {A thing},
Publisher = {PRESS},
Address = {LONG LANE, OXFORD, ENGLAND},
Affiliation = {Moosgruber, I (Corresponding Author), Univ Elsewhere, Dept Opt, Berlin, Germany.
   Moosgruber, Ida; Ri, B., Univ Elsewhere, Dept Opt, D-12489 Berlin, Germany.
   Ri, B., Kim Il Sung Univ, Dept Phys, Pyongyang, North Korea.},
Author-Email = {ida@elsewhere.example
   b.ri@example.org},
Affiliations = {University of Elsewhere; Kim Il Sung University},
}
"""

SCOPUS = """@ARTICLE{Moos2020,
\tauthor = {Moosgruber, Ida and Ri, B.},
\ttitle = {A thing},
\tyear = {2020},
\tdoi = {10.1000/xyz.1},
\taffiliations = {Department of Optics, University of Elsewhere, Berlin, Germany; R&amp;D Unit, Academy, Minsk},
\tcorrespondence_address = {I. Moosgruber; Department of Optics, Elsewhere, Germany; email: ida@elsewhere.example},
}
"""


def test_web_of_science_gives_single_affiliations_without_their_authors() -> None:
    assert printed(WOS) == [
        "Univ Elsewhere, Dept Opt, Berlin, Germany",
        "Univ Elsewhere, Dept Opt, D-12489 Berlin, Germany",
        "Kim Il Sung Univ, Dept Phys, Pyongyang, North Korea",
        "University of Elsewhere",
        "Kim Il Sung University",
    ]


def test_web_of_science_folded_to_one_line_is_cut_at_the_next_author() -> None:
    assert printed(WOS.replace("\n   ", " ")) == printed(WOS)


def test_the_publishers_address_is_no_affiliation() -> None:
    assert not any("OXFORD" in text for text in printed(WOS))
    assert printed("@article{k, author={A. Bee}, address={Moscow}}") == []
    assert printed("@inproceedings{k, author={A. Bee}, address={New York, NY, USA}, organization={ACM}}") == []


def test_scopus_is_cut_at_semicolons_and_the_correspondence_address_is_read() -> None:
    assert printed(SCOPUS) == [
        "Department of Optics, University of Elsewhere, Berlin, Germany",
        "R&amp;D Unit, Academy, Minsk",
        "Department of Optics, Elsewhere, Germany",
    ]
    assert [address.text for address in only(SCOPUS).addresses] == ["ida@elsewhere.example"]


@pytest.mark.parametrize("content", [WOS, SCOPUS, "% first\n\n  " + SCOPUS])
def test_every_place_holds_the_printed_words(content: str) -> None:
    bibliography, _, source = book(content)
    (reference,) = bibliography.references
    for piece in (*reference.affiliations, *reference.addresses):
        assert under(source, piece.span) == piece.text
    assert under(source, reference.span).startswith("@")
    assert under(source, reference.span).endswith("}")


def test_places_survive_mark_up_and_carriage_returns() -> None:
    content = (
        '@article{k,\r\n  author = {A. Bee},\r\n  affiliation = {Universit{\\"a}t Nirgends, \\textbf{Berlin}}\r\n}\r\n'
    )
    bibliography, _, source = book(content)
    (affiliation,) = bibliography.references[0].affiliations
    assert affiliation.text == "Universität Nirgends, Berlin"
    assert under(source, affiliation.span) == 'Universit{\\"a}t Nirgends, \\textbf{Berlin}'


def test_the_school_of_a_thesis_and_its_town_are_affiliations() -> None:
    thesis = "@phdthesis{k, author={A. Bee}, school={Univ Nowhere}, address={Minsk, Belarus}}"
    assert printed(thesis) == ["Univ Nowhere", "Minsk, Belarus"]


def test_ads_letters_are_taken_off() -> None:
    assert printed("@article{k, author={A. Bee}, affiliation={AA(Univ X, Rome, Italy), AB(Obs Y, Nice)}}") == [
        "Univ X, Rome, Italy",
        "Obs Y, Nice",
    ]


def test_reference_facts() -> None:
    reference = only(SCOPUS)
    assert (reference.key, reference.year, reference.doi) == ("Moos2020", 2020, "10.1000/xyz.1")
    assert reference.authors == ("Ida Moosgruber", "B. Ri")
    assert only("@book{k, author={A B}, date={2021-04}, doi={https://doi.org/10.1000/a}}")[3:5] == (2021, "10.1000/a")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('M{\\"u}ller, J{\\"o}rg', "Jörg Müller"),
        ('J\\"org M\\"{u}ller', "Jörg Müller"),
        ("{\\L}ukasz Wi{\\'s}niewski", "Łukasz Wiśniewski"),
        ("Ho\\v{r}ej\\v s, Petr", "Petr Hořejš"),
        ("S{\\o}rensen, {\\AA}se", "Åse Sørensen"),
        ("van der Berg, Anna", "Anna van der Berg"),
        ("{The ATLAS Group and Friends}", "The ATLAS Group and Friends"),
        ("Bee, Jr., Carl", "Carl Bee Jr."),
    ],
)
def test_names_are_decoded(written: str, name: str) -> None:
    assert only(f"@misc{{k, author = {{{written} and others}}}}").authors == (name,)


def test_macros_are_replaced_and_a_missing_one_is_reported() -> None:
    strings = '@string{inst = "Univ Nowhere"}\n@string{full = inst # ", Minsk"}\n'
    bibliography, problems, source = book(f"{strings}@article{{k, author={{A. Bee}}, affiliation = full}}")
    (affiliation,) = bibliography.references[0].affiliations
    assert (affiliation.text, under(source, affiliation.span), problems) == ("Univ Nowhere, Minsk", "full", ())
    _, problems, _ = book("@article{k, author={A. Bee}, affiliation = nowhere}")
    assert [(problem.kind, problem.subject) for problem in problems] == [("entry", "k")]
    assert "nowhere" in problems[0].says.en


def test_an_unused_missing_macro_is_no_problem() -> None:
    assert book("@article{k, author={A. Bee}, publisher = springer}")[1] == ()


def test_macros_that_double_do_not_explode() -> None:
    lines = ['@string{m0 = "ha"}'] + [f"@string{{m{i} = m{i - 1} # m{i - 1}}}" for i in range(1, 60)]
    assert len(only("\n".join([*lines, "@article{k, author = {A. Bee}, affiliation = m59}"])).affiliations) == 1


@pytest.mark.parametrize("field", ["crossref = {p}", "xdata = {p}"])
def test_parents_give_authors_and_affiliations(field: str) -> None:
    parent = "@xdata{p, author = {Ida Moosgruber}, affiliation = {Univ Nowhere}}"
    bibliography, _, source = book(f"@inbook{{k, {field}}}\n{parent}", frozenset({"Moosgruber"}))
    child = next(reference for reference in bibliography.references if reference.key == "k")
    assert child.authors == ("Ida Moosgruber",)
    assert under(source, child.affiliations[0].span) == "Univ Nowhere"


def test_parents_in_a_circle_end() -> None:
    assert len(book("@book{a, crossref={b}}\n@book{b, crossref={a}}")[0].references) == 2


MATTERING = [
    "@article{k, author = {Moosgruber, Ida}}",
    "@article{k, AUTHOR = {Ri, B. and Ida Moosgruber}}",
    "@article{k, author = {M{\\o}osgruber, Ida}}",
    '@article{k, author = "Ida " # moos}',
    "@article{k, title={X}, affiliation = {Univ Nowhere}}",
    "@article{k, author-email = {a@b.example}, author={A B}}",
]


@pytest.mark.parametrize("content", MATTERING)
def test_entries_that_matter_are_read(content: str) -> None:
    wanted = frozenset({"moosgruber", "Møosgruber"})
    assert len(book('@string{moos = "Moosgruber"}\n' + content, wanted)[0].references) == 1


@pytest.mark.parametrize(
    "content",
    [
        "@article{k, author = {Moos, Ida}}",
        "@article{k, author = {Ida M. Bee}, title = {On Moosgruber}}",
        "@article{k, author = {Moosgruber, Ida Bee}, editor = {Ri}}".replace("Moosgruber", "Obermoosgruber"),
        "@article{k, title = {On affiliation = what?}, author = {A B}}".replace("affiliation =", "affiliations"),
        "@phdthesis{k, author = {A. Bee}, school = {Univ Nowhere}}",
        "@comment{k, author = {Moosgruber, Ida}}",
    ],
)
def test_entries_that_do_not_matter_are_not(content: str) -> None:
    assert book(content, frozenset({"Moosgruber"}))[0].references == ()


def test_a_document_reads_what_prints_an_affiliation() -> None:
    content = "@article{a, author={A B}}\n@thesis{b, author={C D}, school={Univ Nowhere}}\n" + SCOPUS
    tree = Files.of("x.bib", content)
    matter, everything = bibtex.read(tree, "x.bib"), bibtex.read(tree, "x.bib", references="all")
    assert [r.key for r in matter.bibliographies[0].references] == ["b", "Moos2020"]
    assert [r.key for r in everything.bibliographies[0].references] == ["a", "b", "Moos2020"]
    assert (matter.form, matter.has_author_block, matter.bibliographies[0].entries) == ("bibtex", False, 3)


def test_a_missing_file_is_a_problem() -> None:
    bibliography, sources, problems = bibtex.bibliography(Files(), "gone.bib", None)
    assert (bibliography.entries, sources, [p.kind for p in problems]) == (0, {}, ["file"])


# ---- broken entries

GOOD = "@article{good,\n  author = {Ida Moosgruber},\n  affiliation = {Univ Nowhere, Minsk}\n}\n"
BROKEN = {
    "unclosed brace": "@article{bad,\n  author = {Bo Ri},\n  title = {open\n",
    "unclosed quote": '@article{bad,\n  author = {Bo Ri},\n  title = "open,\n}\n',
    "no comma between fields": '@article{bad,\n  author = "Bo Ri"\n  title = "T"\n}\n',
    "no comma after key": "@article{bad\n  author = {Bo Ri},\n}\n",
    "no key": "@article{\n  author = {Bo Ri},\n}\n",
    "end in entry": "@article{bad,\n  author = {Bo Ri}",
    "entry in a field": "@article{bad,\n  author = {Bo Ri},\n  note = {like\n@article{x, y}\n}\n}\n",
    "stray brace": "@article{bad,\n  author = {Bo Ri}},\n  title = {T}\n}\n",
}
WHOLE = {
    "duplicate field": "@article{bad,\n  author = {Bo Ri},\n  year = 2001,\n  year = 2002\n}\n",
    "duplicate key": "@article{good,\n  author = {Bo Ri}\n}\n",
    "parentheses": "@article(bad,\n  author = {Bo Ri}, title = {a ) b}\n)\n",
    "two on a line": "@misc{first, title={T}} @article{bad, author={Bo Ri}}\n",
    "newline before brace": "@article\n{bad,\n  author = {Bo Ri}\n}\n",
    "behind a percent sign": "%@article{bad, author = {Bo Ri}}\n",
    "junk around": 'junk { } @ junk\n@article{bad, author = {Bo Ri}} trailing " junk\n',
    "at in a field": "@article{bad, author = {Bo Ri}, note = {see @book{inner} there}}\n",
    "inside a comment": "@comment{\n  @article{bad, author = {Bo Ri}}\n}\n",
    "nul": "@article{bad,\x00\n  author = {Bo Ri}\n}\n",
    "escaped quote": '@article{bad, author = "Bo Ri", title = "a {"} b"}\n',
}


@pytest.mark.parametrize("bad", BROKEN.values(), ids=BROKEN)
def test_a_broken_entry_is_reported_and_read_as_far_as_it_goes(bad: str) -> None:
    for content in (bad + "\n" + GOOD, GOOD + bad, GOOD + bad + "\n" + GOOD.replace("good", "more")):
        bibliography, problems, source = book(content)
        good = [r for r in bibliography.references if r.key in {"good", "more"}]
        assert [r.affiliations[0].text for r in good] == ["Univ Nowhere, Minsk"] * content.count("Moosgruber")
        assert [under(source, r.affiliations[0].span) for r in good] == ["Univ Nowhere, Minsk"] * len(good)
        assert ("Bo Ri",) in [r.authors for r in bibliography.references]
        assert "entry" in {problem.kind for problem in problems}
        assert all(under(source, p.span).startswith("@") for p in problems if p.kind == "entry")


@pytest.mark.parametrize("odd", WHOLE.values(), ids=WHOLE)
def test_odd_but_whole_entries_are_no_problem(odd: str) -> None:
    bibliography, problems, _ = book(odd + GOOD)
    assert problems == ()
    assert {("Bo Ri",), ("Ida Moosgruber",)} <= {r.authors for r in bibliography.references}


def test_one_bad_byte_costs_no_more_than_its_entry() -> None:
    content = (
        GOOD.encode() + "@article{lat, author = {Jörg Ri}}\n".encode("cp1252") + "@misc{u, author={Åse Bø}}".encode()
    )
    bibliography, problems, source = book(content)
    assert [r.authors[0] for r in bibliography.references] == ["Ida Moosgruber", "Jörg Ri", "Åse Bø"]
    assert [(p.kind, under(source, p.span._replace(end_column=13))) for p in problems] == [("encoding", "@article{lat")]


def test_gbk_bytes_are_read_and_reported() -> None:
    bibliography, problems, _ = book("@article{k, author = {李明}, affiliation = {Univ X, Berlin}}".encode("gbk"))
    assert [a.text for a in bibliography.references[0].affiliations] == ["Univ X, Berlin"]
    assert {p.kind for p in problems} == {"encoding"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    bibliography, problems, _ = book("@misc{k, author = {Åse Bø}}".encode(encoding))
    assert (bibliography.references[0].authors, problems) == (("Åse Bø",), ())


HOSTILE = {
    "starts": "@a{" * 20_000,
    "starts in fields": "@a{k,b={" * 10_000,
    "braces": "{" * 200_000,
    "braces in a field": "@article{k, author = {" + "{" * 100_000,
    "ats": "@" * 100_000,
    "hashes": '@article{k, author = "' + 'x" # "' * 20_000,
    "authors": "@a{k," + "author=" * 20_000,
    "open authors": "@a{k," + "author={" * 20_000,
    "same field": "@a{k," + "author={x}," * 20_000 + "}",
    "short lines": "@a\n" * 50_000,
    "stray braces": "@a{k}" + "}" * 50_000,
    "names": "@a{k,author={" + "x and " * 20_000 + "}}",
    "affiliations": "@a{k,affiliation={" + "x y; " * 20_000 + "}}",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_end(hostile: str) -> None:
    bibliography, _, _ = book(hostile + "\n" + GOOD)
    assert bibliography.references[-1].key == "good"


def test_nothing_reaches_the_terminal() -> None:
    code = "from tests.checks.readers.test_bibtex import book, BROKEN\nfor bad in BROKEN.values(): book(bad)\n"
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert (run.stdout, run.stderr) == ("", "")


def test_no_bibtexparser_where_nothing_matters() -> None:
    code = (
        "import sys; from tests.checks.readers.helpers import Files; from askfirst_checks.readers import bibtex\n"
        "bibtex.bibliography(Files.of('x.bib', '@article{k, author={A B}, title={T}}'), 'x.bib', frozenset({'Ri'}))\n"
        "print([name for name in ('bibtexparser', 'pylatexenc', 'logging', 'yaml') if name in sys.modules])"
    )
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert run.stdout.strip() == "[]"


# ---- what one entry says never depends on the others

ENTRIES = [
    GOOD.replace("good", "a1"),
    "@book{a2, author = {Bo Ri and Cy Do}, year = 1999}\n",
    SCOPUS,
    WOS,
    '@misc{a5, author = "Åse Bø", note = "x @ y"}\n',
    "@comment{nothing}\n",
]


def said(content: str) -> dict[str, tuple[object, ...]]:
    bibliography, _, source = book(content)
    return {
        r.key: (r.title, r.year, r.authors, tuple((a.text, under(source, a.span)) for a in r.affiliations))
        for r in bibliography.references
    }


@given(st.permutations(ENTRIES))
@settings(max_examples=40, deadline=None)
def test_order_changes_nothing(entries: list[str]) -> None:
    assert said("\n".join(entries)) == said("\n".join(ENTRIES))


@given(st.integers(0, 4), st.data())
@settings(max_examples=120, deadline=None)
def test_breaking_one_entry_leaves_the_others(place: int, data: st.DataObject) -> None:
    entry = ENTRIES[place]
    at = data.draw(st.integers(1, len(entry) - 1))
    junk = data.draw(st.sampled_from(["", "{", "}", '"', ",", "=", "#", "\x00", "("]))
    broken = entry[:at] + junk + entry[at + 1 :]
    whole, after = said("".join(ENTRIES)), said("".join([*ENTRIES[:place], broken, *ENTRIES[place + 1 :]]))
    own = set(said(entry))
    assert {key: value for key, value in after.items() if key in whole and key not in own} == {
        key: value for key, value in whole.items() if key not in own
    }


@given(st.text(alphabet='@article{}(),="#\n\\ab\x00é', max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    bibliography, _, source = book(text)
    assert bibliography.entries == sum(block.is_entry for block in slicing.slices(source))


# ---- real files

REAL = Path(__file__).resolve().parents[4] / "shared/data/bib"


@pytest.mark.skipif(not REAL.is_dir(), reason="../shared/data/bib is not here")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.bib")), ids=lambda path: path.name)
def test_real_files_give_every_entry_that_bibtexparser_finds(path: Path) -> None:
    from collections import Counter

    from bibtexparser.splitter import Splitter

    bibliography, _, source = book(path.read_bytes())
    blocks = [getattr(block, "ignore_error_block", None) or block for block in Splitter(source).split().blocks]
    theirs = Counter(b.key for b in blocks if type(b).__name__ == "Entry" and b.entry_type != "xdata")
    ours = Counter(reference.key for reference in bibliography.references)
    assert not theirs - ours
    for reference in bibliography.references:
        assert under(source, reference.span).startswith("@")


@pytest.mark.parametrize("bomb", ["{\\foo[" * 60, "$\\bar{" * 40 + "x", "\\begin{a}[" * 50])
def test_a_field_that_never_closes_is_read_at_once(bomb):
    """pylatexenc takes time exponential in the number of unclosed groups."""
    import time

    from askfirst_checks.readers.tex.accents import printed

    start = time.process_time()
    printed("Some words \\unknown " + bomb)
    assert time.process_time() - start < 1
