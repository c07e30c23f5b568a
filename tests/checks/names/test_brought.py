"""Countries that a text brings beside the one it prints plainly. More strings: countries_*.tsv."""

from __future__ import annotations

import pytest

from askfirst_checks.names.resolve import Resolver

RESOLVER = Resolver()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Il Sung University, and Max Born Institute, Berlin, Germany", ["DE", "KP"]),
        ("Kim Il Sung University, Pyongyang, Republic of Korea", ["KR", "KP"]),
        ("University of Oslo, Norway. Permanent address: University of Isfahan", ["NO", "IR"]),
        ("Institute of Physics, Minsk, and CNRS, Grenoble, France", ["FR", "BY"]),
        ("Embassy of the DPR Korea, Berlin, Germany", ["DE", "KP"]),
    ],
)
def test_it_stands_behind_what_is_printed_plainly(text: str, expected: list[str]) -> None:
    resolution = RESOLVER.resolve(text)
    assert [hit.code for hit in resolution.countries] == expected
    assert all(hit.evidence for hit in resolution.countries)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Embassy of the Islamic Republic of Iran, Berlin, Germany", ["DE"]),
        ("Faculty of Medicine, Al-Razi University, Sana'a, Yemen", ["YE"]),
        ("iES Landau, Institute for Environmental Sciences, Landau, Germany", ["DE"]),
        ("Hôpital Damas, Lyon, France", ["FR"]),
        ("University of Idaho, Moscow, and Boise State University, Idaho, USA", ["US"]),
        ("Moskauer Straße 3, Institut für Physik und Institut für Chemie, Erfurt, Germany", ["DE"]),
    ],
)
def test_what_only_looks_like_it_brings_nothing(text: str, expected: list[str]) -> None:
    assert [hit.code for hit in RESOLVER.resolve(text).countries] == expected
