"""What is read of a first page as Zotero hands it over, and what is asked about it."""

from __future__ import annotations

import pytest
from tests.plugin.zotero.page_texts import AUTHORS, FIRING, SILENT, TITLE

from askfirst import checking
from askfirst.config import Settings
from askfirst.library.judging import Judged, judge
from askfirst.library.work import read
from askfirst_checks.answers import Answers


@pytest.fixture(scope="module")
def context() -> checking.Context:
    return checking.context(Settings())


def judged(fulltext: str, context: checking.Context, title: str = TITLE, **data: object) -> Judged:
    creators = [dict(zip(("firstName", "lastName"), name.rsplit(" ", 1), strict=True)) for name in AUTHORS]
    item = {"key": "A", "itemType": "journalArticle", "title": title, "date": "2018", "creators": creators, **data}
    return judge(read(item, (), fulltext), context, Answers())


@pytest.mark.parametrize("layout", FIRING)
def test_an_affiliation_is_found_in_every_layout(layout: str, context: checking.Context) -> None:
    found = judged(FIRING[layout], context)
    assert found.state == "open"
    assert [finding.code for finding in found.findings if finding.level != "note"] == ["AF101"]
    assert "Germany" not in found.findings[0].printed


@pytest.mark.parametrize("layout", FIRING)
def test_without_a_title_and_names_it_is_found_or_unknown(layout: str, context: checking.Context) -> None:
    assert judged(FIRING[layout], context, title="", creators=[]).state in ("open", "unknown")


@pytest.mark.parametrize("layout", SILENT)
def test_ordinary_pages_ask_nothing(layout: str, context: checking.Context) -> None:
    found = judged(SILENT[layout], context)
    assert [finding for finding in found.findings if finding.level != "note"] == []
    assert found.state == "none"


def test_the_silent_list_is_as_long_as_the_firing_list() -> None:
    assert len(SILENT) >= len(FIRING)
