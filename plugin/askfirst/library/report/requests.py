"""A report for the add-on: the exchange's requests, one a line, and one document for all their items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from askfirst import checking
from askfirst.config import Settings
from askfirst.errors import NOTHING_OPEN, OPEN_QUESTIONS, Failure
from askfirst.formats.clean import wrap
from askfirst.library import exchange, shape
from askfirst.library.judging import answers_in
from askfirst.library.report import page, table, text
from askfirst.library.report.rows import Collected
from askfirst.library.report.shown import Shown, shown
from askfirst.library.request import LARGEST, Request
from askfirst.library.request import request as checked
from askfirst.terminal import width
from askfirst_checks.words import Text

MOST_REQUESTS = 1_000
_NOTHING = Text("there is no request on standard input", "auf der Standardeingabe steht keine Anfrage")
_MANY = Text("more than {most} requests for one report", "mehr als {most} Anfragen für einen Bericht")
_UNREADABLE = Text("{n} items could not be read.", "{n} Einträge waren nicht lesbar.")


def report(lines: BinaryIO, form: str, language: str | None, names: bool) -> tuple[str, int]:
    """The report as *form*, and the exit code. Raises `Failure`."""
    asked = requests(lines)
    first = next(asked, None)
    if first is None:
        raise Failure(_NOTHING)
    context = checking.context(Settings(), profile=first.word("profile"))
    context = exchange.contacting(first.word("contact").strip(), context)
    answers = answers_in(first.folder)
    collected, unreadable = Collected(context), 0
    for request in chain((first,), asked):
        for item in request.items:
            try:
                collected.add(exchange.judge_item(item, context, answers))
            except Exception:
                unreadable += 1
    library = shape.line(first.word("library")) or "Zotero"
    made = shown(collected, context.policy, library, context.today, language or first.language, names)
    if unreadable:
        made = made._replace(notes=(_UNREADABLE.fill(n=unreadable),))
    is_open = any(row.state in ("open", "waiting") for row in made.rows)
    return _written(made, form), OPEN_QUESTIONS if is_open else NOTHING_OPEN


def requests(lines: BinaryIO) -> Iterator[Request]:
    """The requests of *lines*. Raises `Failure`."""
    for number, line in enumerate(iter(lambda: lines.readline(LARGEST + 2), b"")):
        if number >= MOST_REQUESTS:
            raise Failure(_MANY.fill(most=MOST_REQUESTS))
        if line.strip():
            yield checked(line)


def _text(made: Shown) -> str:
    closing = (part for line in made.closing() for part in wrap(line, width()))
    return text.as_text(made) + "\n".join([*closing, ""])


def _written(made: Shown, form: str) -> str:
    return {"html": page.as_html, "csv": table.as_csv, "text": _text}[form](made)
