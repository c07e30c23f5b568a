"""Author blocks as the field writes them, with invented people, against what is to be read of them.

A case, chosen by ``pytest -k CLASS``: ``=== class :: title``, the source, ``---``, then one line an author
(``name | affiliations | e-mails | ORCID``,
several parted by ``;;`` and commas), ``~ text`` for an affiliation nobody owns, ``(no block)`` for no manuscript.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from askfirst_checks.model import Manuscript, Span, Unreadable
from askfirst_checks.readers.latex import read
from askfirst_checks.words import same

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    name: str
    source: str
    expected: tuple[str, ...]


class Files:
    """A tree of given texts."""

    def __init__(self, **files: str) -> None:
        self.files = {name.replace("__", "/"): text.encode() for name, text in files.items()}

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise Unreadable(same("not there"))
        return self.files[path]

    def exists(self, path: str) -> bool:
        return path in self.files


def cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text("utf-8").split("=== ")[1:]:
            head, _, rest = block.partition("\n")
            source, _, expected = rest.partition("\n---\n")
            document_class, _, title = head.partition(" :: ")
            found.append(
                Case(
                    f"{document_class}: {title} ({path.stem})",
                    wrapped(document_class, source),
                    tuple(filter(None, expected.split("\n"))),
                )
            )
    return found


def wrapped(document_class: str, source: str) -> str:
    return f"\\documentclass{{{document_class}}}\n\\begin{{document}}\n{source}\n\\maketitle\n\\end{{document}}\n"


def said(manuscript: Manuscript) -> tuple[str, ...]:
    """A manuscript in the words of the case files."""
    lines = [] if manuscript.has_author_block else ["(no block)"]
    for person in manuscript.authors:
        texts = " ;; ".join(manuscript.affiliations[n].text for n in person.affiliations)
        parts = [person.name, texts, ", ".join(a.text for a in person.addresses), person.orcid or ""]
        while not parts[-1]:
            parts.pop()
        lines.append(" | ".join(parts).replace(" |  | ", " | | "))
    return (*lines, *(f"~ {a.text}" for a in manuscript.affiliations if not a.owners))


def sliced(manuscript: Manuscript, span: Span) -> str:
    """The source text a span stands for."""
    lines = manuscript.sources[span.file].split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_reads(case: Case) -> None:
    manuscript = read(Files(paper=case.source), "paper")
    assert said(manuscript) == case.expected


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_problems_say_what_is_missing(case: Case) -> None:
    manuscript = read(Files(paper=case.source), "paper")
    kinds = {problem.kind for problem in manuscript.problems}
    assert ("no-affiliation" in kinds) == any(not person.affiliations for person in manuscript.authors)
    assert ("untied" in kinds) == any(not affiliation.owners for affiliation in manuscript.affiliations)
    assert kinds <= {"no-affiliation", "untied"}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_spans_stand_on_what_was_read(case: Case) -> None:
    manuscript = read(Files(paper=case.source), "paper")
    macros = "\\newcommand" in case.source or "\\def" in case.source
    for person in manuscript.authors:
        there = sliced(manuscript, person.span)
        assert there.strip()
        if not macros and "\\" not in there and "~" not in there and "{" not in there:
            assert person.name.split()[0] in there
    for affiliation in manuscript.affiliations:
        there = sliced(manuscript, affiliation.span)
        word = max(affiliation.text.replace(",", " ").split(), key=len)
        assert macros or word in there or "\\" in there


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 150
