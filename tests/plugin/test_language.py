from __future__ import annotations

import argparse
import re
from gettext import gettext

import pytest

from askfirst.cli import commands, main
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


@pytest.mark.parametrize("name", commands())
def test_help_speaks_one_language(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(argparse, "_", gettext)  # a German help earlier in this process stays German
    said = {}
    for language in ("en", "de"):
        with pytest.raises(SystemExit) as end:
            main([name, "--help", "--lang", language])
        assert end.value.code == 0
        said[language] = capsys.readouterr().out
    english = re.compile(r"\b(?:FILE|FOLDER|DATE|WHAT|WORDS|PATH|ADDRESS|KEY|NUMBER|REASON|REFERENCE|BY)\b|\boptions\b")
    assert english.findall(said["de"].replace("im PATH", "")) == []
    assert re.findall(r"\b(?:DATEI|ORDNER|DATUM|WAS|WORTE|PFAD|NUMMER)\b|\bOptionen\b", said["en"]) == []
    assert ("usage: " in said["en"], "Aufruf: " in said["de"]) == (True, True)
