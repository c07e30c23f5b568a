"""Source that somebody made to break a reader, and source that is simply broken: bounded, and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.readers.typst.helpers import read

AUTHORS = '#show: a.with(authors: ((name: "Ada Feld", affiliation: "University of Examples"),))\n'
BROKEN = {
    "open brackets": "#a(" * 50_000,
    "open content": "#[" * 50_000,
    "open blocks": "#{" * 50_000,
    "nested calls": "#f(" * 200 + ")" * 200,
    "open comments": "/*" * 100_000,
    "an unclosed string": '#let x = "' + "a" * 200_000,
    "an unclosed formula": "$" + "x" * 200_000,
    "open raw text": "`" * 9 + "x" * 200_000,
    "a function that calls itself": "#let f(x) = f(x)\n#f(1)",
    "two that call each other": "#let f(x) = g(x)\n#let g(x) = [#f(x)#f(x)]\n#f(1)",
    "doubling": "#let a0 = [x]\n" + "".join(f"#let a{n} = [#a{n - 1}#a{n - 1}]\n" for n in range(1, 60)) + "#a59",
    "doubling arrays": "#let a0 = (1, 2)\n" + "".join(f"#let a{n} = a{n - 1} + a{n - 1}\n" for n in range(1, 60)),
    "a loop in loops": "#let a = range(9)\n" + "#for x in (1,2,3,4,5,6,7,8,9) [" * 12 + "x" + "]" * 12,
    "keywords alone": "#let\n#show\n#set\n#import\n#include\n#if\n#for\n#while\n#context\n#return",
    "operators": "#(" + "+" * 20_000 + ")",
    "commas": "#a(" + "," * 100_000 + ")",
    "stars": "*" * 100_000,
    "escapes": "\\" * 100_001,
    "long names": "#" + "a" * 200_000,
    "spread of itself": "#let f(..x) = f(..x, ..x)\n#f(1, 2)",
    "control characters": "#\x00\x1b[31m\x7f" * 1000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_it_ends_and_is_silent(name: str) -> None:
    seen = read(BROKEN[name])
    assert not seen.authors


@pytest.mark.parametrize("name", BROKEN)
def test_authors_before_it_are_read(name: str) -> None:
    assert [person.name for person in read(AUTHORS + BROKEN[name]).authors] == ["Ada Feld"]


def test_files_that_take_each_other_in() -> None:
    assert not read('#include "b.typ"', b__typ='#include "paper.typ"\n#import "b.typ": *').authors


def test_a_thousand_files() -> None:
    others = {f"f{n}__typ": f'#include "f{n + 1}.typ"' for n in range(1000)}
    seen = read('#include "f0.typ"', **others)
    assert len(seen.sources) < 100
    assert any(problem.kind == "bound" for problem in seen.problems)


def test_a_bound_is_reported() -> None:
    seen = read(BROKEN["doubling"])
    assert any(problem.kind == "bound" for problem in seen.problems)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='#[](){}"*_=\\/$`@<>,;:.+-\n ab1', max_size=120))
def test_no_text_breaks_it(text: str) -> None:
    read(AUTHORS + text)
    read(text + AUTHORS)
