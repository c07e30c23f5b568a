"""Words that read like a place's name: when they are none, and when they are."""

from __future__ import annotations

import pytest

from askfirst_checks.names.countries import find
from askfirst_checks.names.namesakes import no_place
from askfirst_checks.names.printed import Printed
from askfirst_checks.names.resolve import Resolver

RESOLVER = Resolver()


def _judged(text: str, where: str) -> list[bool]:
    printed = Printed(text)
    return [no_place(printed, hit, where) for hit in find(printed.every)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Dr. Iran Rahimi, Faculty", "head"),
        ("Prof. Syria Khan", "head"),
        ("Iran Rahimi, Faculty", "head"),
        ("Syria Hassan", "head"),
        ("US24", "head"),
        ("SW7 2VA", "tail"),
        ("20133 MI", "tail"),
        ("of NAAS, Kyzyl", "tail"),
    ],
)
def test_no_place_is_named(text: str, where: str) -> None:
    assert _judged(text, where)[0] is True


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Iran University of Science", "head"),
        ("Iran Polymer and Petrochemical Institute", "head"),
        ("Syria", "alone"),
        ("Sand Hill Dr, Austin, Texas", "alone"),
        ("Cambridge MA", "alone"),
        ("PISA, Italy", "alone"),
        ("U.S. Naval Laboratory", "head"),
    ],
)
def test_a_place_is_named(text: str, where: str) -> None:
    assert _judged(text, where)[0] is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("University of Idaho, Moscow", {"US"}),
        ("Moscow, ID", {"US"}),
        ("Moscow State University, Moscow", {"RU"}),
        ("Institute for the Study of the United States, Moscow", {"RU"}),
        ("Ohio University, Athens", {"US"}),
        ("University of Athens, Athens", {"GR"}),
        ("Perth, WA", {"AU"}),
        ("Berlin, DE", {"DE"}),
        ("Tunis, TN", {"TN"}),
    ],
)
def test_a_namesake_is_read_by_what_stands_beside_it(text: str, expected: set[str]) -> None:
    assert {hit.code for hit in RESOLVER.resolve(text).countries} == expected
