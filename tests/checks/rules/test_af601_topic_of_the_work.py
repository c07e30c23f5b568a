from __future__ import annotations

import pytest
from tests.checks.conftest import BERLIN, SHARIF, TEHRAN, Judge, codes

FIRES = [
    "Scramjet tests at Mach 7",
    "A scramjet combustor in a shock tunnel",
    "Design of a gas centrifuge rotor",
    "Turbomolecular pumps and maraging steel in a gas centrifuge",
]
SILENT = [
    "A survey of medieval charters",
    "Switchable plasmonic routers",
    "No gas centrifuge was used: soil chemistry of a garden",
    "Centrifugation of milk",
    "Jets of water from garden hoses",
]


@pytest.mark.parametrize("title", FIRES)
def test_fires_beside_an_open_question(judge: Judge, title: str) -> None:
    report = judge(BERLIN, SHARIF, title=title)
    (finding,) = [each for each in report.findings if each.code == "AF601"]
    assert finding.level == "note"
    assert finding.topics
    assert all(hit.words for hit in finding.topics)


@pytest.mark.parametrize("title", SILENT)
def test_stays_silent(judge: Judge, title: str) -> None:
    assert "AF601" not in codes(judge(BERLIN, SHARIF, title=title))


@pytest.mark.parametrize("title", FIRES)
def test_is_silent_where_no_question_is_open(judge: Judge, title: str) -> None:
    assert "AF601" not in codes(judge(BERLIN, title=title))


@pytest.mark.parametrize("printed", [SHARIF, TEHRAN])
def test_names_the_entry_whatever_the_country(judge: Judge, printed: str) -> None:
    (finding,) = [each for each in judge(printed, title=FIRES[0]).findings if each.code == "AF601"]
    assert [hit.entry.code for hit in finding.topics] == ["9A011"]
    assert "9A011" in finding.reads.en
    assert "9A011" in finding.reads.de
