"""The small parts of a rendering: cleaning, columns, excerpts, commands, dates."""

from __future__ import annotations

import pytest

from askfirst.formats import relative
from askfirst.formats.clean import clean, columns, wrap
from askfirst.formats.command import quoted
from askfirst.formats.excerpt import excerpt
from askfirst.formats.phrases import day
from askfirst_checks.model import Span


@pytest.mark.parametrize("text", ["plain", "Universität", "北京大学", "Иркутск", "دانشگاه", "a\u200cb", "e\u0301"])
def test_what_is_harmless_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "code", [0, 7, 8, 0x1B, 0x7F, 0x85, 0x9B, 0x200E, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xE0041]
)
def test_what_could_act_on_a_terminal_goes(code: int) -> None:
    assert clean(f"a{chr(code)}b") in ("a�b", "a b")


def test_one_line_stays_one_line_of_the_same_length() -> None:
    text = "a\nb\tc\r\nd\u2028e\x1b[0m"
    assert len(clean(text)) == len(text)
    assert "\n" not in clean(text)


@pytest.mark.parametrize(("text", "wide"), [("abc", 3), ("北京", 4), ("e\u0301", 1), ("ﾊﾝ", 2), ("한", 2), ("", 0)])
def test_columns(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_wrap_never_loses_a_word() -> None:
    text = "one two three 北京大学 " * 20
    lines = wrap(text, 30, "> ", "  ")
    assert all(columns(line) <= 30 for line in lines)
    assert " ".join(line[2:] for line in lines).split() == text.split()


@pytest.mark.parametrize("width", [20, 40, 72, 200])
@pytest.mark.parametrize("before", ["", "x" * 10, "x " * 100, "北京" * 50])
@pytest.mark.parametrize("after", ["", "y" * 10, "y " * 100])
def test_the_underline_is_under_the_words(before: str, after: str, width: int) -> None:
    source = f"above\n{before}WORDS{after}\n"
    line = excerpt(source, Span("f", 2, len(before) + 1, 2, len(before) + 6), width)[-1]
    assert columns(line.text) <= width
    taken, at = "", 0
    for character in line.text:
        if line.before <= at < line.before + line.under:
            taken += character
        at += columns(character)
    assert taken == "WORDS"


@pytest.mark.parametrize("width", [20, 40, 72])
@pytest.mark.parametrize("words", ["w" * 100, "word " * 30, "北京" * 60])
def test_words_longer_than_the_line_are_underlined_as_far_as_they_are_shown(words: str, width: int) -> None:
    line = excerpt(f"before {words} after\n", Span("f", 1, 8, 1, 8 + len(words)), width)[-1]
    assert columns(line.text) <= width
    assert line.before + line.under <= columns(line.text.removesuffix("…"))
    assert line.under > width - 5


@pytest.mark.parametrize("at", [0, 30, 75])
def test_what_fits_is_whole_on_either_side(at: int) -> None:
    source = "a" * at + "WORDS" + "z" * (75 - at)
    line = excerpt(source, Span("f", 1, at + 1, 1, at + 6), 40)[-1]
    assert "WORDS" in line.text
    assert columns(line.text) >= 38
    assert line.text.startswith("…") == (at > 0)
    assert line.text.endswith("…") == (at < 75)


@pytest.mark.parametrize(
    "span", [Span("f", 9, 1, 9, 2), Span("f", 1, 99, 1, 120), Span("f", 1, 1, 7, 1), Span("f", 2, 4, 1, 1)]
)
def test_a_span_that_does_not_fit_its_source_breaks_nothing(span: Span) -> None:
    for line in excerpt("short\ntext", span, 40):
        assert columns(line.text) <= 40


@pytest.mark.parametrize(
    ("word", "typed"),
    [("paper.tex", "paper.tex"), ("a b.tex", "'a b.tex'"), ("it's", "'it'\\''s'"), ("", "''"), ("$(x)", "'$(x)'")],
)
def test_quoted(word: str, typed: str) -> None:
    assert quoted(word) == typed


@pytest.mark.parametrize(
    ("iso", "en", "de"), [("2016-11-30", "30 Nov 2016", "30.11.2016"), ("2025-03", "2025-03", "2025-03"), ("", "", "")]
)
def test_day(iso: str, en: str, de: str) -> None:
    assert (day(iso, "en"), day(iso, "de")) == (en, de)


@pytest.mark.parametrize(
    ("file", "here", "seen"),
    [("a/p.tex", "", "a/p.tex"), ("a/p.tex", "a", "p.tex"), ("p.tex", "a/b", "../../p.tex"),
     ("a/p.tex", "b", "../a/p.tex"), ("a/a/p.tex", "a", "a/p.tex")],
)  # fmt: skip
def test_relative(file: str, here: str, seen: str) -> None:
    assert relative(file, here) == seen
