"""What finds the next call is the same in a short text and in a long one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from askfirst_checks.readers.latex.scan import scanner
from askfirst_checks.readers.latex.scan.scanner import opening, searching

PIECES = [
    "\\author",
    "\\author{",
    "\\authors",
    "\\begin{abstract}",
    "\\begin {author}",
    "\\begin{foo}",
    "\\begin",
    "\\end{document}",
    "\\end{abstract*}",
    "\\beginning",
    "\\begin{\\author}",
    "\\\\",
    "\\",
    "{",
    "}",
    "@",
    "x",
    " ",
    "\n",
    "%",
    "\\input",
    "\\own",
    "\\own@",
    "\\mine",
    "\\begin{specimen}",
    "\\begin{spec imen}",
    "\\ifx",
    "\\if",
    "\\iffalse",
    "\\email",
]
EXTRA, OPAQUE = frozenset({"own"}), frozenset({"specimen"})


def found(search: scanner.Search, text: str) -> list[tuple[int, int, tuple[str | None, ...]]]:
    here, calls = 0, []
    while match := search(text, here):
        calls.append((match.start(), match.end(), match.groups()))
        here = match.end()
    return calls


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_short_and_long_texts_are_searched_alike(text: str) -> None:
    assert found(searching(text, EXTRA, OPAQUE), text) == found(opening(EXTRA, OPAQUE).search, text)


def test_a_long_text_is_searched_by_one_pattern() -> None:
    text = "\\author{A} " + "x" * 300_000
    assert found(searching(text, EXTRA, OPAQUE), text) == [(0, 7, ("author", None, None))]
