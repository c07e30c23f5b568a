"""The index finds whomever a comparison with every author would find, and a crowd is read like a few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.readers.helpers import Files

from askfirst_checks.readers.author_block import emails, link_emails
from askfirst_checks.readers.author_block.email_index import EmailIndex
from askfirst_checks.readers.latex import read

NAMES = [
    "Anna Beispiel", "A. Beispiel", "Beispiel, Anna", "Carla van der Probe", "Jo Li", "J. Wu", "Li", "Émile Müßig",
    "Jean-Luc Modell", "Д. Пример", "Ö. Ö", "X", "Maria del Carmen Sample Trial", "",
]  # fmt: skip
ADDRESSES = [
    "anna@x.org", "a.beispiel@x.org", "beispiel@x.org", "abeispiel@x.org", "beispie@x.org",
    "vanderprobe@x.org",
    "jl@x.org", "lijo@x.org", "wu@x.org", "jwu@x.org", "emile.muessig@x.org", "modell2@x.org", "jlmodell@x.org",
    "office@x.org",
    "m.sampletrial@x.org", "trial_m@x.org", "пример@x.org", "1234@x.org", "@x.org",
]  # fmt: skip


def expected(address: str, names: list[str]) -> set[int]:
    return {number for number, name in enumerate(names) if emails.fits(address, name) >= 0.45}


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_fits_is_found(address: str) -> None:
    found = EmailIndex(NAMES).named_by(address)
    assert expected(address, NAMES) <= set(found)
    assert found == sorted(set(found))


@given(
    st.lists(st.text("abcdeé .,-", max_size=12), max_size=6),
    st.text("abcdeé.-_1", max_size=12),
)
def test_whatever_is_printed_the_index_loses_nobody(names: list[str], local: str) -> None:
    address = f"{local}@x.org"
    assert expected(address, names) <= set(EmailIndex(names).named_by(address))


@pytest.mark.parametrize(("address", "name"), [("office@x.org", "Anna Beispiel"), ("a@x.org", "A. Beispiel")])
def test_who_does_not_fit_is_not_looked_at(address: str, name: str) -> None:
    assert EmailIndex([name]).named_by(address) == []


def crowd(count: int) -> str:
    """*count* authors in one block, every second with an address in a list beneath."""
    people = [(f"{_word(n)}a", f"{_word(n)}muster") for n in range(count)]
    names = ", ".join(f"{first} {last}$^1$" for first, last in people)
    mails = ", ".join(f"{first[0].lower()}.{last.lower()}@x.org" for first, last in people[::2])
    block = f"\\author{{{names}\\\\ $^1$University of Examples, Germany\\\\ {mails}}}"
    return f"\\documentclass{{article}}\\begin{{document}}\\title{{W}}{block}\\maketitle\\end{{document}}"


def _word(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(3)).capitalize()


@pytest.mark.parametrize("count", [2, 50, 400, 401, 450])
def test_no_number_of_authors_turns_the_addresses_off(count: int) -> None:
    manuscript = read(Files.of("paper.tex", crowd(count)), "paper.tex")
    assert len(manuscript.authors) == count
    with_mail = [n for n, person in enumerate(manuscript.authors) if person.addresses]
    assert with_mail == list(range(0, count, 2))


@pytest.mark.parametrize("count", [40, 160])
def test_comparisons_grow_with_the_authors_and_not_with_their_square(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    fits = emails.fits

    def counted(address: str, name: str) -> float:
        nonlocal calls
        calls += 1
        return fits(address, name)

    monkeypatch.setattr(link_emails.emails, "fits", counted)
    read(Files.of("paper.tex", crowd(count)), "paper.tex")
    assert calls <= 6 * count
