"""An author list in TOML that is made to cost much: told, bounded, and no author is lost. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.readers.tables.toml_authors import read


@pytest.mark.parametrize("bomb", ["a" + ".a" * 5000 + " = 1", "a = " + "[" * 500 + "]" * 500])
def test_a_key_or_list_beyond_the_bound_is_told_and_hides_no_author(bomb: str) -> None:
    people = "[[authors]]\nname = 'A. Muster'\naffiliation = 'University of Bonn, Germany'\n"
    for source in (f"{bomb}\n{people}", f"{people}{bomb}\n"):
        seen = read(Files.of("authors.toml", source), "authors.toml")
        assert [author.name for author in seen.authors] == ["A. Muster"]
        assert [problem.kind for problem in seen.problems] == ["bound"]
