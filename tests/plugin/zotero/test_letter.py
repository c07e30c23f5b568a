"""The letter from the library: as `askfirst draft` writes it, about a published work where it is one."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest

from askfirst.errors import Failure

from .asking import BEIHANG, BERLIN, KISU, MOSCOW, SEOUL, SHARIF, Ask, ask, work

__all__ = ["ask"]
HOME = "Institute of Physics, Humboldt-Universität zu Berlin, Germany"
CREATORS = [{"firstName": "A.", "lastName": "Weber"}, {"firstName": "B.", "lastName": "Ri"}]
HOSTILE = "\u202eevil\x1b[31m\r\nBcc: all@example.org\n<script>x</script>"
TODAY = time.strftime("%Y-%m-%d")


def letter(ask: Ask, item: dict[str, Any], language: str = "en", **more: Any) -> str:
    text: str = ask(item, "draft", language=language, **more)["letter"]["text"]
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "en",
            ["has appeared", "clarified before this was published", "2321 (2016), paragraph 11", "Nothing is enclosed"],
        ),
        (
            "de",
            ["erschienene Arbeit", "vor der Veröffentlichung geklärt", "2321 (2016)", "Es ist nichts beigefügt"],
        ),
    ],
)
def test_a_published_work_is_written_about_as_one(ask: Ask, language: str, says: list[str]) -> None:
    out = letter(ask, work(KISU, DOI="10.1000/xyz"), language)
    for words in (*says, KISU, "2017/1509", "2024, doi:10.1000/xyz", "[ ]"):
        assert words in out
    for words in ("unpublished", "preparing a manuscript", "What would travel", "unveröffentlicht", "verschickt würde"):
        assert words not in out


@pytest.mark.parametrize("affiliation", [SHARIF, MOSCOW, BEIHANG])
@pytest.mark.parametrize("language", ["en", "de"])
def test_each_country_has_its_letter_without_paragraph_11(ask: Ask, affiliation: str, language: str) -> None:
    out = letter(ask, work(affiliation), language)
    assert affiliation in out
    assert "paragraph 11" not in out
    assert "Absatz 11" not in out


@pytest.mark.parametrize("draft", [{"date": "in press"}, {"date": ""}, {"itemType": "manuscript"}])
def test_a_draft_in_the_library_is_written_about_as_a_draft(ask: Ask, draft: dict[str, str]) -> None:
    out = letter(ask, work(KISU, **draft))
    assert "I am preparing a manuscript" in out
    assert "What would travel" in out
    assert "was published" not in out


def test_the_author_at_home_writes_and_their_office_is_found(ask: Ask) -> None:
    item = work(HOME, creators=CREATORS)
    item["data"]["extra"] = f"Affiliation (Weber): {HOME}\nAffiliation (Ri): {KISU}"
    out = letter(ask, item)
    assert "From: A. Weber, Institute of Physics, Humboldt-Universität zu Berlin" in out
    assert "To: Export control, Humboldt-Universität zu Berlin" in out
    assert f"For B. Ri my library holds: “{KISU}”" in out


def test_the_contact_of_the_settings_is_written_to(ask: Ask) -> None:
    out = letter(ask, work(KISU), contact="Export Control Office, export@institute.example")
    assert "To: Export Control Office, export@institute.example" in out


def test_one_question_of_two_institutions(ask: Ask) -> None:
    item = work(f"{SHARIF}; {MOSCOW}")
    findings = ask(item)["item"]["findings"]
    wanted = next(each for each in findings if "Sharif" in each["printed"])
    assert MOSCOW in letter(ask, item)
    assert MOSCOW not in letter(ask, item, finding=wanted["id"]).split("Other institutions")[0]


@pytest.mark.parametrize("item", [work(BERLIN), work(SEOUL), work(KISU, date="2014"), work("x", date="2020")])
@pytest.mark.parametrize(("language", "says"), [("en", "no question is open"), ("de", "keine Frage offen")])
def test_without_a_question_there_is_no_letter(ask: Ask, item: dict[str, Any], language: str, says: str) -> None:
    with pytest.raises(Failure) as error:
        ask(item, "draft", language=language)
    assert says in error.value.said(language)


def test_nothing_is_recorded_by_drafting(ask: Ask, tmp_path: Path) -> None:
    reply = ask(work(KISU), "draft")
    assert not list(tmp_path.rglob("*"))
    assert "recorded" not in reply
    assert ask(work(KISU))["item"]["state"] == "open"
    assert "askfirst answer" not in reply["letter"]["text"]


def test_what_was_asked_before_is_told(ask: Ask) -> None:
    item = work(KISU)
    finding = ask(item)["item"]["findings"][0]
    pending = {"kind": "export-control-office", "outcome": "pending", "asked": TODAY, "reference": "EK-9"}
    ask(item, "answer", finding=finding["id"], answer=pending)
    assert "EK-9" in letter(ask, item)


@pytest.mark.parametrize(("language", "says"), [("en", "Send nothing more"), ("de", "Verschicken Sie vorerst nichts")])
def test_the_screen_for_what_has_gone_comes_with_hello_and_with_the_letter(ask: Ask, language: str, says: str) -> None:
    for action in ("hello", "draft"):
        gone = ask(work(KISU), action, language=language)["already_sent"]
        assert gone["title"]
        assert len(gone["steps"]) == 4
        assert says in gone["steps"][0]
    assert "already_sent" not in ask(work(KISU), language=language)


def test_a_hostile_item_makes_no_header_and_no_control(ask: Ask) -> None:
    item = work(KISU, title=HOSTILE, creators=[{"name": HOSTILE}, {"firstName": HOSTILE, "lastName": "Ri"}])
    reply = ask(item, "draft")["letter"]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", reply["text"] + reply["subject"])
    assert not re.search(r"(?m)^Bcc:", reply["text"])
    assert "\n" not in reply["subject"]


def test_no_word_of_a_verdict(ask: Ask) -> None:
    for affiliation in (KISU, SHARIF, MOSCOW, BEIHANG):
        for language in ("en", "de"):
            out = letter(ask, work(affiliation), language)
            assert not re.search(r"forbidden|suspicious|cleared|compliant|verdächtig|unbedenklich|verboten", out, re.I)
