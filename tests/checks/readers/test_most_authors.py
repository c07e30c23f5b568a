"""More authors or affiliations than are read: said and asked, in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from askfirst_checks.answers import Answers
from askfirst_checks.check import check
from askfirst_checks.model import Finding, Manuscript
from askfirst_checks.policy import load
from askfirst_checks.readers.author_block import author_list, draft
from askfirst_checks.readers.latex import read as read_latex
from askfirst_checks.readers.markdown import front_matter
from askfirst_checks.readers.tables import csv_authors, toml_authors

MOST = 5
Reads = Callable[[int, int], Manuscript]


class One:
    def __init__(self, text: str) -> None:
        self.data = text.encode()

    def read(self, path: str) -> bytes:
        return self.data

    def exists(self, path: str) -> bool:
        return False


def latex(count: int, places: int) -> Manuscript:
    people = "".join(f"\\author[{n % places}]{{Anna Probe{n}}}\n" for n in range(count))
    where = "".join(f"\\affil[{n}]{{Sample University {n}, Oldtown}}\n" for n in range(places))
    source = f"\\documentclass{{article}}\\usepackage{{authblk}}\n\\title{{T}}\n{people}{where}"
    return read_latex(One(source + "\\begin{document}\\maketitle\\end{document}"), "paper.tex")


def csv(count: int, places: int) -> Manuscript:
    rows = "".join(f"Anna Probe{n},Sample University {n % places}\n" for n in range(count))
    return csv_authors.read(One("name,affiliation\n" + rows), "authors.csv")


def toml(count: int, places: int) -> Manuscript:
    each = "[[authors]]\nname = 'Anna Probe{}'\naffiliation = 'Sample University {}'\n"
    return toml_authors.read(One("".join(each.format(n, n % places) for n in range(count))), "authors.toml")


def markdown(count: int, places: int) -> Manuscript:
    each = "  - name: Anna Probe{}\n    affiliation: Sample University {}\n"
    people = "".join(each.format(n, n % places) for n in range(count))
    return front_matter.read(One(f"---\ntitle: T\nauthor:\n{people}---\n"), "paper.md")


def unread(manuscript: Manuscript) -> list[Finding]:
    findings = check(manuscript, load(), Answers(), "2026-11-29").findings
    return [each for each in findings if each.code == "AF901"]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "MOST_AUTHORS", MOST)
    monkeypatch.setattr(author_list, "MOST_AUTHORS", MOST)


READERS = pytest.mark.parametrize("read", [latex, csv, toml, markdown])


@READERS
@pytest.mark.parametrize(("count", "places"), [(MOST + 1, 2), (MOST + 4, 2), (MOST + 1, MOST + 1)])
def test_what_lies_beyond_is_asked_about(read: Reads, count: int, places: int) -> None:
    manuscript = read(count, places)
    assert [problem.kind for problem in manuscript.problems].count("bound") == 1
    assert len(manuscript.authors) <= MOST
    assert len([each for each in unread(manuscript) if each.level == "ask"]) == 1


@READERS
@pytest.mark.parametrize(("count", "places"), [(1, 1), (MOST, 2), (MOST, MOST)])
def test_as_many_as_are_read_raise_nothing(read: Reads, count: int, places: int) -> None:
    manuscript = read(count, places)
    assert len(manuscript.authors) == count
    assert unread(manuscript) == []


def test_many_of_one_kind_are_counted_in_one_line() -> None:
    text = "name,affiliation\n" + "".join(f"Anna Probe{n},\n" for n in range(4))
    alike = csv_authors.read(One(text), "authors.csv").problems[:1] * 150
    manuscript = csv_authors.read(One(text), "authors.csv")._replace(problems=alike)
    found = unread(manuscript)
    assert len(found) == 101
    assert "49 more like it" in found[-1].reads.en
    assert "49 weitere" in found[-1].reads.de
