"""Where what is read stands: lines and columns of the file, also of another one."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import under
from tests.checks.readers.typst.helpers import read

FILES = {
    "arguments": """#import "@preview/charged-ieee:0.1.3": ieee
#show: ieee.with(authors: (
  (name: "Ada Feld", organization: [University of Examples], email: "ada@uni.example"),
))
""",
    "a title block": """= On waves
Ada Feld#super[1], Bo Lind#super[2]

#super[1] University of Examples, Bonn \\
#super[2]#text(red)[Kim Il Sung University, Pyongyang]

#link("mailto:ada.feld@uni.example")

= Abstract
Text.
""",
    "behind a comment and signs of more bytes": """/* ä
🙂 */ // é
#show: a.with(authors: ((name: "Ada Feld", affiliation: "Universität Köln, 50923 Köln"),))
""",
}


@pytest.mark.parametrize("name", FILES)
def test_a_span_covers_the_words(name: str) -> None:
    text = FILES[name]
    seen = read(text)
    assert seen.authors
    for person in seen.authors:
        assert under(text, person.span) == person.name
        assert all(under(text, address.span) == address.text for address in person.addresses)
    for affiliation in seen.affiliations:
        assert under(text, affiliation.span) == affiliation.text


def test_what_an_imported_file_holds_stands_there() -> None:
    meta = '#let uni = "University of Examples"\n#let people = ((name: "Ada Feld", affiliation: uni),)\n'
    seen = read('#import "meta.typ": people as p\n#show: a.with(authors: p)', meta__typ=meta)
    assert seen.authors[0].span.file == "meta.typ"
    assert under(meta, seen.authors[0].span) == "Ada Feld"
    assert under(meta, seen.affiliations[0].span) == "University of Examples"
    assert sorted(seen.sources) == ["meta.typ", "paper.typ"]


@pytest.mark.parametrize(
    ("how", "use"),
    [
        ('#import "meta.typ": *', "people"),
        ('#import "meta.typ"', "meta.people"),
        ('#import "meta.typ" as m', "m.people"),
        ('#import "./meta.typ": people', "people"),
        ('#import "/meta.typ": (people)', "people"),
    ],
)
def test_every_way_to_import(how: str, use: str) -> None:
    meta = '#let people = ((name: "Ada Feld", affiliation: "University of Examples"),)'
    assert [p.name for p in read(f"{how}\n#show: a.with(authors: {use})", meta__typ=meta).authors] == ["Ada Feld"]


def test_an_included_title_page() -> None:
    page = "= On waves\nAda Feld#super[1], Bo Lind#super[1]\n\n#super[1] University of Examples, Bonn\n"
    seen = read('#include "page.typ"\n= Abstract\nText.', page__typ=page)
    assert [person.name for person in seen.authors] == ["Ada Feld", "Bo Lind"]
    assert seen.affiliations[0].span.file == "page.typ"


@pytest.mark.parametrize(
    ("call", "name", "content"),
    [
        ('yaml("meta.yml")', "meta__yml", "authors:\n  - name: Ada Feld\n    affiliation: University of Examples\n"),
        (
            'json("meta.json")',
            "meta__json",
            '{"authors": [{"name": "Ada Feld", "affiliation": "University of Examples"}]}',
        ),
        ('toml("meta.toml")', "meta__toml", '[[authors]]\nname = "Ada Feld"\naffiliation = "University of Examples"\n'),
    ],
)
def test_data_files(call: str, name: str, content: str) -> None:
    seen = read(f"#let meta = {call}\n#show: a.with(authors: meta.authors)", **{name: content})
    assert [person.name for person in seen.authors] == ["Ada Feld"]
    assert under(content, seen.authors[0].span) == "Ada Feld"
    assert [affiliation.text for affiliation in seen.affiliations] == ["University of Examples"]


@pytest.mark.parametrize("path", ["missing.typ", "../../outside.typ", "/etc/passwd", "..", "sub/../../x.typ"])
def test_a_file_that_cannot_be_followed_is_reported(path: str) -> None:
    seen = read(f'#include "{path}"\n= Introduction')
    assert [problem.kind for problem in seen.problems] == ["file"]


def test_a_package_is_no_file() -> None:
    assert not read('#import "@preview/cetz:0.3.1": *\n#import "@local/x:1.0.0": y\n= Introduction').problems
