"""Who belongs where in long author lists, before the first author and behind a placeholder. All people are invented."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.latex import read

BONN, MINSK = "University of Bonn, Germany", "Institute of Physics, Minsk, Belarus"


def reading(head: str, name: str = "revtex4-2") -> Manuscript:
    source = f"\\documentclass{{{name}}}\n\\begin{{document}}\n\\title{{T}}\n{head}\n\\maketitle\n\\end{{document}}\n"
    return read(Files.of("p.tex", source), "p.tex")


def long(count: int, place: str) -> str:
    names = [
        f"A. Keller{ascii_lowercase[n // 676]}{ascii_lowercase[n // 26 % 26]}{ascii_lowercase[n % 26]}"
        for n in range(count)
    ]
    return "\n".join(f"\\author{{{name}}}\n{place}" for name in names)


@pytest.mark.parametrize("count", [447, 448, 1100])
@pytest.mark.parametrize("place", [f"\\affiliation{{{BONN}}}", f"\\affiliation{{{BONN}}}\n\\affiliation{{{MINSK}}}"])
def test_everybody_of_a_long_list_is_tied(count: int, place: str) -> None:
    seen = reading(long(count, place))
    assert {len(author.affiliations) for author in seen.authors} == {place.count("affil")}
    assert len(seen.authors) == count
    assert not seen.problems


@pytest.mark.parametrize("macro", ["affiliation", "address"])
def test_an_order_block_that_is_tied_further_down_is_no_problem(macro: str) -> None:
    first = f"\\{macro}{{{BONN}}}\n\\{macro}{{{MINSK}}}\n"
    seen = reading(first + f"\\author{{A. Keller}}\\{macro}{{{BONN}}}\n\\author{{B. Ott}}\\{macro}{{{MINSK}}}")
    assert [len(author.affiliations) for author in seen.authors] == [1, 1]
    assert not seen.problems


def test_an_affiliation_of_nobody_stays_a_problem() -> None:
    seen = reading(f"\\affiliation{{{MINSK}}}\n\\author{{A. Keller}}\\affiliation{{{BONN}}}")
    assert [problem.kind for problem in seen.problems] == ["untied"]


@pytest.mark.parametrize("nobody", ["Second Author", "Anonymous", "Firstname Lastname", "Third Author"])
def test_the_address_of_a_placeholder_is_nobodys(nobody: str) -> None:
    seen = reading(f"\\author{{Anna Muster}}\\email{{a@b.example}}\n\\author{{{nobody}}}\\email{{two@b.example}}")
    assert [[mail.text for mail in author.addresses] for author in seen.authors] == [["a@b.example"]]
    assert [mail.text for mail in seen.addresses] == ["two@b.example"]


def test_the_author_behind_a_placeholder_has_an_address() -> None:
    seen = reading("\\author{Second Author}\\email{two@b.example}\n\\author{Anna Muster}\\email{anna@b.example}")
    assert [[mail.text for mail in author.addresses] for author in seen.authors] == [["anna@b.example"]]
