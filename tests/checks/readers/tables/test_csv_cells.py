"""Cells and their places, one row at a time, and what lies beyond the bounds."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.readers.helpers import Files

from askfirst_checks.readers.tables import csv_authors, csv_cells
from askfirst_checks.readers.tables.csv_cells import Cell, Rows

WORDS = st.text(alphabet='ab ",\n', max_size=6)


def cells(text: str, delimiter: str = ",") -> list[list[Cell]]:
    return list(Rows(text, delimiter))


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=5))
def test_what_a_spreadsheet_writes_is_read(table: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    wanted = [row for row in table if any(cell.strip() for cell in row)]
    assert [[cell.text for cell in row] for row in cells(file.getvalue())] == wanted


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a,bc", [(1, 1, 1, 2), (1, 3, 1, 5)]),
        ('"a",b', [(1, 2, 1, 3), (1, 5, 1, 6)]),
        ('"a\nbc",d', [(1, 2, 2, 3), (2, 5, 2, 6)]),
        ("\n\na,b", [(3, 1, 3, 2), (3, 3, 3, 4)]),
        ('a, "b"  ', [(1, 1, 1, 2), (1, 5, 1, 6)]),
    ],
)
def test_each_cell_has_its_place(text: str, places: list[tuple[int, int, int, int]]) -> None:
    (row,) = cells(text)
    assert [(cell.line, cell.column, cell.end_line, cell.end_column) for cell in row] == places


@pytest.mark.parametrize("text", ['a,"b', 'a,"b" c', 'a,"b""', 'a,"b\nc,d'])
def test_an_open_quote_ends_with_its_line(text: str) -> None:
    row = cells(text)[0]
    assert not row[1].closed
    assert "\n" not in row[1].text


@pytest.mark.parametrize("text", ['a,b"c', '"a""b",c', 'a,""', 'a,"b\nc"'])
def test_a_closed_quote_is_none(text: str) -> None:
    assert all(cell.closed for row in cells(text) for cell in row)


@pytest.mark.parametrize("last", ["A B,Sample University", ",x", '"\n"'])
def test_cells_beyond_the_bound_are_said(monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    monkeypatch.setattr(csv_cells, "MOST_CELLS", 6)
    text = f"name,affiliation\nA C,Sample University\nA D,Sample University\n{last}\n"
    read = csv_authors.read(Files.of("authors.csv", text), "authors.csv")
    assert [person.name for person in read.authors] == ["A C", "A D"]
    said = [(problem.kind, problem.span.line) for problem in read.problems]
    assert said == ([("bound", 4)] if any(map(str.isalnum, last)) else [])


@pytest.mark.parametrize(("beyond", "kinds"), [(",,,", []), (",, ,", []), (",,,Sample University", ["bound"])])
def test_columns_beyond_the_bound_are_said(monkeypatch: pytest.MonkeyPatch, beyond: str, kinds: list[str]) -> None:
    monkeypatch.setattr(csv_cells, "WIDEST", 3)
    text = f"name,affiliation\nA C,Sample University{beyond}\nA D,Sample University\n"
    read = csv_authors.read(Files.of("authors.csv", text), "authors.csv")
    assert [person.name for person in read.authors] == ["A C", "A D"]
    assert [problem.kind for problem in read.problems] == kinds
