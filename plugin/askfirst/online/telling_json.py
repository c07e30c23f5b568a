"""The result of a look-up as one JSON object, ``askfirst/look-up/2``."""

from __future__ import annotations

import json
from typing import Any

from askfirst.library import shape
from askfirst.online.judging import LookedUp
from askfirst.online.looking import Asked
from askfirst.online.services import SERVICES
from askfirst.online.telling import Result, closing, notices, said_of, says

SCHEMA = "askfirst/look-up/2"


def as_json(result: Result, language: str) -> str:
    """Works in the order of the text, whatever their state; sentences in *language*."""
    whole = {
        "schema": SCHEMA,
        "says": closing(result).said(language),
        "notices": [shape.said(text, language) for text in notices(result)],
        "complete": all(work.state != "not-asked" for work in result.works) and not result.found.is_cancelled,
        "services": [_service(asked, language) for asked in result.found.asked],
        "without_doi": result.selection.without_number,
        "known_already": result.selection.printed,
        "not_sent": [shape.line(each) for each in result.selection.refused],
        "lists_of": result.lists_of,
        "works": [_work(work, language) for work in result.works],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _service(asked: Asked, language: str) -> dict[str, Any]:
    return {
        "name": asked.service.name,
        "host": asked.service.host,
        "sent": asked.sent,
        "kept": asked.kept,
        "failed": asked.failed,
        "stopped": shape.said(asked.stopped, language) if asked.stopped else "",
    }


def _work(work: LookedUp, language: str) -> dict[str, Any]:
    return {
        "doi": work.item.doi,
        "ror": work.item.ror,
        "key": shape.line(work.item.key),
        "title": shape.line(work.item.title),
        "year": work.year,
        "state": work.state,
        "says": [shape.said(line, language) for line in said_of(work)],
        "hints": [
            {
                "text": shape.line(hint.text),
                "source": SERVICES[record.service].name,
                "day": record.day,
                "assigned": hint.assigned,
                "people": [shape.line(name) for name in hint.people],
                "says": shape.said(says(record, hint), language),
            }
            for record, hint in work.hints()
        ],
        "contact": [shape.said(line, language) for line in work.judged.contact],
        "findings": [shape.finding(each, language) for each in work.judged.findings],
    }
