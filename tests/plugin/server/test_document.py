"""The server's text stays equal to the client's, whatever is typed, in all three encodings."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askfirst.lsp.document import Document, Place, split_lines
from askfirst.lsp.units import from_units, to_units

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
ALPHABET = "ab \\{}%\n\r\t\x0b\x0c\x1c\x85\u2028é한𝔄\U0001f9ea"
EDITS = int(os.environ.get("ASKFIRST_EDITS", "400"))


class Client:
    """An editor, as simple as can be: one string, and offsets."""

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self.encoding = encoding

    def place(self, offset: int) -> Place:
        before = self.text[:offset]
        ends = [end for end in re.finditer(r"\r\n|\n|\r", self.text) if end.end() <= offset]
        column = before[ends[-1].end() if ends else 0 :]
        return Place(len(ends), len(column.encode(self.codec)) // self.width)

    @property
    def codec(self) -> str:
        return {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[self.encoding]

    @property
    def width(self) -> int:
        return {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]

    def between_pair(self, offset: int) -> bool:
        return self.text[offset - 1 : offset + 1] == "\r\n"


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(
    start=st.text(ALPHABET, max_size=80),
    edits=st.lists(st.tuples(st.integers(0, 100), st.integers(0, 12), st.text(ALPHABET, max_size=6)), max_size=25),
)
@example(start="a\rb\n", edits=[(2, 1, "")])
@example(start="𝔄𝔄 b", edits=[(1, 1, "x"), (3, 0, "\r"), (4, 0, "\n")])
@settings(max_examples=EDITS, deadline=None)
def test_any_edits_leave_both_texts_equal(encoding: str, start: str, edits: list[tuple[int, int, str]]) -> None:
    client = Client(start, encoding)
    document = Document(start, 1, encoding)
    for at, length, text in edits:
        first = at % (len(client.text) + 1)
        last = min(first + length, len(client.text))
        if client.between_pair(first) or client.between_pair(last):
            continue  # no editor places its cursor between the two characters of one line end
        document.edit(client.place(first), client.place(last), text)
        client.text = client.text[:first] + text + client.text[last:]
        assert document.text == client.text
        assert document.lines == split_lines(client.text)


def test_lines_end_only_where_lsp_says() -> None:
    assert split_lines("a\x0cb\u2028c\r\nd\re") == ["a\x0cb\u2028c\r\n", "d\r", "e"]
    assert split_lines("") == [""]
    assert split_lines("a\n") == ["a\n", ""]


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
def test_an_astral_character_counts_as_the_client_counts_it(encoding: str, units: int) -> None:
    assert to_units("𝔄b한", 2, encoding) == units
    assert from_units("𝔄b한", units, encoding) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_column_inside_a_character_is_its_start(encoding: str) -> None:
    assert from_units("a𝔄b", 2, encoding) == 1


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_place_beyond_the_text_is_its_end(encoding: str) -> None:
    document = Document("one\r\ntwo", 1, encoding)
    document.edit(Place(0, 99), Place(0, 99), "!")
    document.edit(Place(99, 0), Place(99, 5), "?")
    assert document.text == "one!\r\ntwo?"


def test_an_end_before_its_start_inserts() -> None:
    document = Document("abc", 1)
    document.edit(Place(0, 2), Place(0, 1), "x")
    assert document.text == "abxc"


def test_the_bytes_are_one_object_until_the_next_edit() -> None:
    document = Document("é", 1)
    assert document.data is document.data
    before = document.data
    document.edit(Place(0, 0), Place(0, 0), "x")
    assert before == "é".encode()
    assert document.data == "xé".encode()


def test_a_lone_surrogate_from_a_broken_client_does_not_stop_the_server() -> None:
    document = Document("a\ud800b", 1, "utf-16")
    document.edit(Place(0, 2), Place(0, 2), "x")
    assert document.text == "a\ud800xb"
    assert document.data == b"a?xb"
