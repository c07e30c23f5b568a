"""Kinds of printing that were once read wrongly, each in another class, language or country. All people are invented.

A case: ``=== name file code [authors]``, the file, ``>>> file`` before further ones; ``-`` where nothing is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from tests.checks.conftest import TODAY
from tests.checks.readers.helpers import Files

from askfirst_checks import answers
from askfirst_checks.check import check
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy
from askfirst_checks.readers import reader_for


class Case(NamedTuple):
    name: str
    path: str
    code: str
    authors: int | None
    files: Files


def cases() -> list[Case]:
    found = []
    for block in (Path(__file__).parent / "siblings.txt").read_text("utf-8").split("=== ")[1:]:
        head, _, rest = block.partition("\n")
        name, path, code, *authors = head.split()
        files = Files()
        for part in f"{path}\n{rest}".split(">>> "):
            written, _, text = part.partition("\n")
            files.files[written] = text.encode()
        found.append(Case(name, path, code, int(authors[0]) if authors else None, files))
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_sibling_is_read_and_judged_like_its_kind(case: Case, resolver: Resolver, policy: Policy) -> None:
    reader = reader_for(case.path)
    assert reader is not None
    manuscript = reader.read(case.files, case.path)
    found = check(manuscript, policy, answers.read([]), TODAY, resolver=resolver).open
    codes = [each.code for finding in found for each in (finding, *finding.also)]
    assert case.code in codes if case.code != "-" else codes == []
    assert case.authors is None or len(manuscript.authors) == case.authors
