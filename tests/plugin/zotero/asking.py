"""The exchange in this process: a request in, a reply out. The real command is asked in test_exchange.py."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from askfirst.library import exchange, request

KISU = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
SHARIF = "Department of Physics, Sharif University of Technology, Tehran, Iran"
MOSCOW = "Faculty of Physics, Lomonosov Moscow State University, 119991 Moscow, Russia"
BEIHANG = "School of Astronautics, Beihang University, Beijing 100191, China"
BERLIN = "Institut für Physik, Humboldt-Universität zu Berlin, Germany"
SEOUL = "Department of Physics, Seoul National University, Seoul, Republic of Korea"
YONGBYON = "Atomic Energy Institute, Yongbyon, DPR Korea"
Ask = Callable[..., dict[str, Any]]


def work(affiliation: str, **data: Any) -> dict[str, Any]:
    """One item whose Extra names *affiliation*."""
    given = {"key": "AAAA1111", "itemType": "journalArticle", "title": "Routers", "date": "2024", **data}
    return {"id": "A", "data": {**given, "extra": f"Affiliation: {affiliation}"}, "notes": [], "fulltext": ""}


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask about one item: the reply, with what was asked about it under ``item``."""

    def ask(item: dict[str, Any], action: str = "check", **more: Any) -> dict[str, Any]:
        asked = {"schema": "askfirst/zotero/2", "action": action, "language": "en", "items": [item]}
        content = json.dumps({**asked, "answers": str(tmp_path / "answers"), **more}).encode()
        reply = exchange.reply(request.request(content))
        return {**reply, "item": reply["items"]["A"]} if "items" in reply else reply

    return ask
