from __future__ import annotations

import pytest

from askfirst.language import from_arguments, from_environment


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT"}, "de"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "en_US"}, "de"),
    ],
)
def test_locale(environment: dict[str, str], language: str) -> None:
    assert from_environment(environment) == language


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "--lang", "de"], "de"),
        (["check", "--lang=de", "x.tex"], "de"),
        (["check", "--lang"], None),
        (["check", "--lang", "fr"], None),
        (["check", "--", "--lang", "de"], None),
        (["check"], None),
    ],
)
def test_option_before_anything_is_parsed(arguments: list[str], language: str | None) -> None:
    assert from_arguments(arguments) == language
