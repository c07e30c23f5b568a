"""Files that somebody made to break a reader, and files that are broken: a sentence, in bounded time."""

from __future__ import annotations

import sys
import zlib
from typing import Any

import pytest
from tests.checks.readers.pdf.helpers import read
from tests.checks.readers.pdf.make import page, pdf, shown, written

from askfirst_checks.readers.pdf import limits, opened
from askfirst_checks.readers.pdf.limits import TooSlow

PAGE = page("On waves", "Ada Feld^1^", "^1^University of Examples, Bonn, Germany")
GOOD = pdf(PAGE)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def one_page(content: bytes, *more: bytes, resources: bytes = b"/Font << /F1 5 0 R >>") -> bytes:
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << %s >> /Contents 4 0 R >>" % resources,
            content,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
        ]
    )


BOMB = zlib.compress(b"0" * 60_000_000, 9)
BROKEN = {
    "nothing": b"",
    "text": b"hello",
    "a head alone": b"%PDF-1.7\n",
    "cut off": GOOD[: len(GOOD) // 2],
    "no trailer": GOOD.replace(b"trailer", b"tr"),
    "a page that is its own parent": written([b"<< /Pages 2 0 R >>", b"<< /Kids [2 0 R] /Count 1 /Type /Pages >>"]),
    "a reference to itself": one_page(b"4 0 R"),
    "a stream that unpacks to much": one_page(stream(BOMB, b" /Filter /FlateDecode")),
    "filters on filters": one_page(stream(BOMB, b" /Filter [" + b" /FlateDecode" * 40 + b"]")),
    "a form that holds itself": one_page(
        stream(b"/X Do"),
        stream(b"/X Do /X Do", b" /Type /XObject /Subtype /Form /Resources << /XObject << /X 6 0 R >> >>"),
        resources=b"/XObject << /X 6 0 R >>",
    ),
    "many signs": one_page(stream(b"BT /F1 9 Tf " + b"(a) Tj " * 300_000)),
    "deep arrays": one_page(stream(b"[" * 100_000)),
    "deep dictionaries": one_page(stream(b"<<" * 100_000)),
    "kept and never given back": one_page(stream(b"q " * 500_000)),
    "numbers without end": one_page(stream(b"BT /F1 " + b"9" * 100_000 + b" Tf (a) Tj")),
    "no font": one_page(stream(shown(PAGE)), resources=b"/Font << >>"),
    "a million pages": written(
        [
            b"<< /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1000000 /Kids [" + b"3 0 R " * 30_000 + b"] >>",
            b"<< /Type /Page >>",
        ]
    ),
    "numbers at twelve thousand places": pdf([(number % 500, number % 800, 9.0, "7") for number in range(12_000)]),
    "random bytes": bytes((7 * number * number + 13) % 256 for number in range(50_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_it_says_so_and_asks(name: str) -> None:
    seen = read(BROKEN[name])
    assert not seen.authors
    assert seen.has_author_block
    assert [problem.kind for problem in seen.problems] == ["no-authors"]
    assert seen.problems[0].says.de != seen.problems[0].says.en


def test_a_good_one_still_reads() -> None:
    assert [person.name for person in read(GOOD).authors] == ["Ada Feld"]


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "LARGEST", 10)
    assert read(GOOD).problems[0].says == opened.TOO_MUCH


def test_control_characters_are_no_words() -> None:
    assert "\x1b" not in read(pdf(page("On \x1b[31mwaves", "Ada Feld"))).sources["paper.pdf"]


def test_without_the_package_it_says_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pip install 'askfirst[pdf]'" in read(GOOD).problems[0].says.en


def spin() -> Any:
    while True:
        one_page(b"")


@pytest.mark.parametrize("way", [limits._by_timer, limits._by_call])
def test_the_time_ends_whatever_runs(way: Any) -> None:
    before = sys.getprofile()
    with pytest.raises(TooSlow), way(0.05):
        spin()
    assert sys.getprofile() is before


@pytest.mark.parametrize("way", [limits._by_timer, limits._by_call])
def test_what_ends_in_time_is_left_alone(way: Any) -> None:
    with way(5):
        assert str(1) == "1"
