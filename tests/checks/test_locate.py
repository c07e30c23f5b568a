from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.locate import locate
from askfirst_checks.model import Span

WORDS = "Kim Il Sung University"
FOUND = [
    (r"\affiliation{Department of Physics, Kim Il Sung University, Pyongyang}", WORDS, "Kim Il Sung University"),
    ("Kim~Il~Sung\n  University, Pyongyang", WORDS, "Kim~Il~Sung\n  University"),
    ("Kim Il % not here: University\nSung University", WORDS, "Kim Il % not here: University\nSung University"),
    (r"\textbf{Kim Il} Sung\\ University", WORDS, r"Kim Il} Sung\\ University"),
    (r"KIM IL-SUNG UNIVERSITY", WORDS, "KIM IL-SUNG UNIVERSITY"),
    (r"Universit\"at M\"unchen", "Universität München", r"Universit\"at M\"unchen"),
    (r"Universit{\"a}t M{\"u}nchen, Germany", "Universität München", r"Universit{\"a}t M{\"u}nchen"),
    (r"\'Ecole Normale Sup\'erieure", "École Normale Supérieure", r"Ecole Normale Sup\'erieure"),
    (r"Stra\ss e 1, Universit\"at", "Straße", r"Stra\ss e"),
    (r"Chalmers, G\"oteborg and \O stfold College", "Østfold College", r"\O stfold College"),
    ("Universität München", "Universität München", "Universität München"),
    (r"Nanjing University, and Nanjing Univ", "Nanjing Univ", "Nanjing Univ"),
    ("Universidad Polit\\'{e}cnica", "Universidad Politécnica", "Universidad Polit\\'{e}cnica"),
    ("Московский университет, Москва", "Московский университет", "Московский университет"),
]
KEPT = [
    ("\\myinstitute", WORDS),
    ("Department of Physics, Berlin", WORDS),
    ("Kim Il Sung University", ""),
    ("Kim Il Sung University", "---"),
    ("", WORDS),
]


def whole(source: str) -> Span:
    lines = source.split("\n")
    return Span("a.tex", 1, 1, len(lines), len(lines[-1]) + 1)


def cut(source: str, span: Span) -> str:
    lines = source.split("\n")
    start = sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1
    end = sum(len(line) + 1 for line in lines[: span.end_line - 1]) + span.end_column - 1
    return source[start:end]


@pytest.mark.parametrize(("source", "words", "found"), FOUND)
def test_narrows_to_the_words_through_mark_up(source: str, words: str, found: str) -> None:
    assert cut(source, locate({"a.tex": source}, whole(source), words)).removeprefix("\\'") == found


@pytest.mark.parametrize(("source", "words"), KEPT)
def test_keeps_the_whole_span_where_the_words_are_not_there(source: str, words: str) -> None:
    assert locate({"a.tex": source}, whole(source), words) == whole(source)


def test_a_file_that_was_not_kept_keeps_the_whole_span() -> None:
    assert locate({}, Span("b.tex", 3, 4, 5, 6), WORDS) == Span("b.tex", 3, 4, 5, 6)


def test_words_outside_the_span_are_not_found() -> None:
    span = Span("a.tex", 2, 1, 2, 7)
    assert locate({"a.tex": f"{WORDS}\nBerlin\n{WORDS}"}, span, WORDS) == span


def test_a_place_inside_a_larger_file() -> None:
    source = "\n\n" + "é" * 7 + ", Kim Il Sung University\n"
    assert locate({"a.tex": source}, Span("a.tex", 3, 1, 3, 32), WORDS) == Span("a.tex", 3, 10, 3, 32)


@given(st.text(max_size=200), st.text(max_size=30), st.integers(1, 5), st.integers(1, 60))
def test_never_leaves_the_span_and_never_fails(source: str, words: str, line: int, column: int) -> None:
    span = whole(source)
    found = locate({"a.tex": source}, span, words)
    assert (span.line, span.column) <= (found.line, found.column) <= (found.end_line, found.end_column)
    assert (found.end_line, found.end_column) <= (span.end_line, span.end_column)
    locate({"a.tex": source}, Span("a.tex", line, column, line + 1, column), words)


def test_is_quick_on_a_long_span() -> None:
    source = "\\" * 50_000 + "%" * 50_000
    assert locate({"a.tex": source}, whole(source), WORDS) == whole(source)
