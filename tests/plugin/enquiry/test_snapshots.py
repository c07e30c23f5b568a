"""Whole letters in both languages, kept as text so that wording is reviewed in diffs.

``ASKFIRST_SNAPSHOTS=write pytest tests/plugin/enquiry`` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.plugin.enquiry.conftest import KIM, MOSCOW, NUDT, SHARIF, Gather, Make

from askfirst.enquiry import Given, compose, render

SNAPSHOTS = Path(__file__).parent / "snapshots"
CASES = {"dprk": KIM, "listed": SHARIF, "state": MOSCOW, "military": NUDT}
GIVEN = Given(what="Text and two figures", when="by e-mail, 5 Dec 2026", public="no", phone="030 000")


def same(name: str, out: str) -> None:
    kept = SNAPSHOTS / name
    if os.environ.get("ASKFIRST_SNAPSHOTS") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(out, encoding="utf-8")
    assert out == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("to", ["office", "bafa"])
@pytest.mark.parametrize("case", CASES)
def test_the_letter(case: str, to: str, language: str, make: Make, gathered: Gather) -> None:
    facts = gathered(make(CASES[case], rest=r"\section*{Acknowledgements} Funded by the Example Foundation."))
    same(f"{case}.{to}.{language}.txt", render(compose(facts, language, to)))


@pytest.mark.parametrize("form", ["md", "eml", "html"])
def test_the_other_formats(form: str, make: Make, gathered: Gather) -> None:
    letter = compose(gathered(make(KIM)), "de", "office", GIVEN)
    same(f"dprk.{form}", render(letter, form))
