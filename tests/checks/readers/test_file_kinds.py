"""The one table of what is read, and that its pattern and its globs find whatever it reads."""

from __future__ import annotations

import re
from fnmatch import fnmatch

import pytest

from askfirst_checks.readers import reader_for
from askfirst_checks.readers.file_kinds import KINDS, globs, is_named_author_list, kind_of, name_pattern

LISTS = (
    *("authors.csv", "Authors.CSV", "autoren.csv", "Autoren.csv", "Autorenliste.csv", "autorinnen.tsv"),
    *("author_list.csv", "authors-2026.csv", "coauthors.csv", "co-authors.csv", "Co_Authors.tsv", "Mitautoren.csv"),
    *("list-of-authors.toml", "Verfasser.csv", "Hauptautoren.csv", "auteurs.csv", "participants.csv"),
    *("Teilnehmerliste.csv", "teilnehmende.tsv", "authors.tsv", "autoren.toml", "paper_authors.csv", "authorlist.csv"),
)
OTHER_TABLES = (
    *("data.csv", "authority.csv", "authorization.tsv", "Autorisierung.csv", "autoritaeten.csv", "results.tsv"),
    *("parts.csv", "participantship.csv", "wells.csv", "Cargo.toml", "ruff.toml", "books.csv", "coordinates.csv"),
    *("automat.csv", "auto.toml", "teilchen.csv"),
)


@pytest.mark.parametrize("name", LISTS)
def test_a_table_that_says_it_lists_authors(name: str) -> None:
    assert is_named_author_list(name)
    kind = kind_of(name)
    assert kind is not None
    assert kind.alone == "listed"


@pytest.mark.parametrize("name", OTHER_TABLES)
def test_other_tables_are_left_alone(name: str) -> None:
    assert not is_named_author_list(name)


@pytest.mark.parametrize(
    "name", ["pyproject.toml", "askfirst.toml", "askfirst-profile.toml", "x.ps", "x", ".bib", "package.json", "x.cff"]
)
def test_what_is_not_read(name: str) -> None:
    assert kind_of(name) is None


def every_name() -> list[str]:
    found = (kind for kind in KINDS if kind.alone not in ("listed", "named"))
    plain = [f"sub/x{suffix}" for kind in found for suffix in kind.suffixes]
    return [*plain, *(f"sub/{name}" for kind in KINDS for name in kind.names), *(f"sub/{name}" for name in LISTS)]


@pytest.mark.parametrize("name", every_name())
def test_pattern_and_globs_find_whatever_is_read(name: str) -> None:
    assert kind_of(name) is not None
    for written in (name, name.upper(), name.rsplit("/")[-1]):
        assert re.search(name_pattern(), written, re.IGNORECASE), written
        assert any(fnmatch(written.lower(), glob) for glob in globs()), written


@pytest.mark.parametrize(
    "name", ["sub/figure.pdf", "sub/x.py", "README", "data/table.csv", "package.json", "sub/x.yaml", "x.texture"]
)
def test_pattern_and_globs_leave_the_rest(name: str) -> None:
    assert not re.search(name_pattern(), name, re.IGNORECASE)
    assert not any(fnmatch(name.lower(), glob) for glob in globs())


def test_every_kind_has_its_reader_and_no_name_two() -> None:
    named = [name for kind in KINDS for name in (*kind.suffixes, *kind.names)]
    assert len(named) == len(set(named))
    for kind in KINDS:
        assert hasattr(reader_for(kind.names[0] if kind.names else "x" + kind.suffixes[0]), "read")
