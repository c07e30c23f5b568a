"""Each token's part in the verdict, and the runner-up."""

from __future__ import annotations

import pytest

from askfirst_checks.names.explain import explain
from askfirst_checks.names.resolve import Resolver

RESOLVER = Resolver()


def test_every_token_has_a_part() -> None:
    text = "Department of Physics, Moscow, Idaho"
    rows = explain(RESOLVER, text)
    assert [(row.words, row.part, row.codes) for row in rows] == [
        ("Department", "nothing", ()),
        ("of", "nothing", ()),
        ("Physics", "nothing", ()),
        ("Moscow", "decides", ("US",)),
        ("Idaho", "decides", ("US",)),
        ("RU", "runner-up", ("RU",)),
    ]
    assert all(text[row.start : row.end] == row.words for row in rows[:-1])


def test_what_is_outweighed_is_said_so() -> None:
    parts = {row.words: (row.part, row.codes) for row in explain(RESOLVER, "Texas A&M University at Qatar, Doha")}
    assert parts["Texas A&M"] == ("outweighed", ("US",))
    assert parts["Doha"] == ("decides", ("QA",))
    assert parts["US"] == ("runner-up", ("US",))


def test_undecided_names_say_what_they_wait_for() -> None:
    rows = explain(RESOLVER, "Institute of Physics, Georgia")
    (georgia,) = [row for row in rows if row.words == "Georgia"]
    assert georgia.part == "undecided"
    assert "second fact" in georgia.said("en")
    assert "zweite Angabe" in georgia.said("de")


def test_a_text_without_any_name_has_no_runner_up() -> None:
    assert [row.part for row in explain(RESOLVER, "Faculty of Physics")] == ["nothing"] * 3
    assert explain(RESOLVER, "") == []


def test_institutions_are_named() -> None:
    rows = explain(RESOLVER, "Kim Il Sung University, Pyongyang")
    assert any(row.part == "institution" and row.codes == ("kp-kim-il-sung-university",) for row in rows)


@pytest.mark.parametrize(
    ("text", "body", "words"),
    [
        ("Second Affiliated Hospital of Zhejiang University, Hangzhou", "cn-zhejiang-university", "beside it"),
        ("Institute of Applied Physics, Jena, Germany", "ir-institute-of-applied-physics", "another country"),
        ("Institute of Applied Physics", "ir-institute-of-applied-physics", "second fact"),
        ("Harbin, Engineering, University", "cn-harbin-engineering-university", "comma"),
    ],
)
def test_a_name_that_was_set_aside_says_why(text: str, body: str, words: str) -> None:
    (row,) = [row for row in explain(RESOLVER, text) if row.codes == (body,)]
    assert row.part == "set-aside"
    assert words in row.said("en")
    assert text[row.start : row.end] == row.words
    assert row.said("de") != row.said("en")


def test_what_is_named_is_not_set_aside() -> None:
    rows = explain(RESOLVER, "Harbin Institute of Technology, Harbin, China")
    assert [row.part for row in rows if "harbin-institute-of-technology" in str(row.codes)] == ["institution"]
