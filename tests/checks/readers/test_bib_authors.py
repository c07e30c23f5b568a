"""What an author field of a .bib can be: biblatex's extended names, institutions in braces. All are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.test_bibtex import only, printed


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ("family=Keller, given=Anna and family=Pak, given=Chol", ("Anna Keller", "Chol Pak")),
        ("given=Anna, prefix=van der, family=Berg", ("Anna van der Berg",)),
        ("family={Ri}, given={Chol}, suffix=Jr", ("Chol Ri Jr",)),
        ("Keller, Anna and family=Pak, given=Chol", ("Anna Keller", "Chol Pak")),
        ("given=Chol", ("Chol",)),
    ],
)
def test_names_in_the_extended_form(author: str, wanted: tuple[str, ...]) -> None:
    assert only(f"@online{{a, author={{{author}}}, title={{x}}, date={{2024-05}}}}").authors == wanted


@pytest.mark.parametrize(
    "author",
    [
        "Keller, Anna and Li, Jun and {Department of Optics, University of Elsewhere, Berlin}",
        "{Department of Optics, University of Elsewhere, Berlin} and Keller, Anna",
    ],
)
def test_an_institution_among_the_authors_is_an_affiliation(author: str) -> None:
    assert printed(f"@article{{a, author = {{{author}}}, title={{x}}, year={{2024}}}}") == [
        "Department of Optics, University of Elsewhere, Berlin"
    ]


@pytest.mark.parametrize(
    "author",
    [
        "{World Health Organization} and Keller, Anna",
        "{The Sample Collaboration, for the Trial Team}",
        "{Keller}, Anna and {Institute} of Samples",
        "{\\'E}cole, Anna and Ott, Boris",
        "{University}, Anna, Jr",
    ],
)
def test_other_authors_in_braces_are_none(author: str) -> None:
    assert not printed(f"@article{{a, author = {{{author}}}, title={{x}}, year={{2024}}}}")
