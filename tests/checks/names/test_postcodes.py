"""Postal patterns that speak for a country."""

from __future__ import annotations

import pytest

from askfirst_checks.names.postcodes import find


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("D-12489 Berlin", "DE"),
        ("CH-8093", "CH"),
        ("F 91191, F-91191x FR-91191", "FR"),
        ("MA 02139", "US"),
        ("CA 93106-9530", "US"),
        ("OX1 3RH", "GB"),
        ("SW7 2AZ", "GB"),
        ("KY16 9SS", "GB"),
        ("N6A 3K7", "CA"),
        ("V6T1Z4", "CA"),
        ("NSW 2006", "AU"),
        ("91127 Palaiseau Cedex, 91127 CEDEX", "FR"),
        ("RU-119991", "RU"),
        ("BY-220030", "BY"),
        ("PL-00-681", "PL"),
        ("SE-106 91", "SE"),
    ],
)
def test_a_strong_pattern(text: str, country: str) -> None:
    assert country in {code for _, _, meaning in find(text) for code in meaning.strong}


@pytest.mark.parametrize(
    "text", ["119991", "220030", "I-56127", "A-1090", "1098 XH", "113-0033", "151-742", "13083-970"]
)
def test_a_weak_pattern(text: str) -> None:
    assert all(not meaning.strong and meaning.weak for _, _, meaning in find(text))
    assert find(text)


@pytest.mark.parametrize(
    "text", ["", "no digits", "COVID-19", "UMR 8182x", "H2020", "2019", "2024", "B-1", "DE-1", "XX-12345", "E-mail"]
)
def test_no_pattern(text: str) -> None:
    assert not any(meaning.strong for _, _, meaning in find(text))
