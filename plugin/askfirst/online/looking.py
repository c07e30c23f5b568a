"""The look-up itself: one service after the other, one record after the other, each kept as soon as it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from askfirst.online import crossref, openalex, refusals
from askfirst.online.asking import Door
from askfirst.online.kept import Kept
from askfirst.online.record import Record
from askfirst.online.refusals import NotThere, Refusal
from askfirst.online.services import CROSSREF, Service
from askfirst.online.wanted import Item
from askfirst_checks.words import Text

MOST_FAILURES = 3
"""failures in a row after which a service is left alone"""


class Plan(NamedTuple):
    """What one service would be asked."""

    service: Service
    to_ask: tuple[str, ...]
    """numbers that would be sent; of a later service at most these"""
    kept: int
    """numbers whose answer is here already"""
    is_second: bool = False
    """whether only those are sent for which an earlier service does not name every affiliation"""


class Asked(NamedTuple):
    """What came of one service."""

    service: Service
    sent: int = 0
    kept: int = 0
    failed: int = 0
    stopped: Text | None = None
    """why it was left alone"""


class Found(NamedTuple):
    """The answers, by number; and what could not be asked."""

    records: dict[str, list[Record]]
    failures: dict[str, list[Text]]
    asked: tuple[Asked, ...]
    is_cancelled: bool = False

    def is_complete(self, item: Item) -> bool:
        """Whether somebody answered for *item*."""
        return bool(self.records.get(item.number))


def plans(items: Iterable[Item], services: Iterable[Service], kept: Kept) -> list[Plan]:
    """What would be sent to whom, by what is kept already. Nothing is sent here."""
    open_items = list(dict.fromkeys(item.bare() for item in items))
    made: list[Plan] = []
    for service in services:
        numbers, known, rest = [], 0, []
        for item in open_items:
            record = kept.get(url_of(service, item)) if takes(service, item) else None
            known += record is not None
            if record is None and takes(service, item):
                numbers.append(item.number)
            if record is None or not record.is_whole():
                rest.append(item)
        made.append(Plan(service, tuple(numbers), known, bool(made)))
        open_items = rest
    return made


def takes(service: Service, item: Item) -> bool:
    """Whether *service* can be asked about *item*."""
    if service.id == CROSSREF.id:
        return bool(item.doi)
    return bool(item.ror) or openalex.takes(item.doi)


def path_of(service: Service, item: Item) -> str:
    """What is asked, below the service's address."""
    if service.id == CROSSREF.id:
        return crossref.work_path(item.doi)
    return openalex.work_path(item.doi) if item.doi else openalex.institution_path(item.ror)


def url_of(service: Service, item: Item) -> str:
    """The URL under which an answer is kept: without the key, and another one where a server here plays the service."""
    return f"{service.base}/{path_of(service, item)}"


class Looking:
    """One run. *told* hears (service, done, of how many); *country* names a country by its code."""

    def __init__(
        self, kept: Kept, open_door: Callable[[Service], Door], country: openalex.Named,
        told: Callable[[Service, int, int], None],
    ) -> None:  # fmt: skip
        self.kept = kept
        self.open_door = open_door
        self.country = country
        self.told = told
        self._records: dict[str, list[Record]] = {}
        self._failures: dict[str, list[Text]] = {}

    def look_up(self, items: Iterable[Item], services: Iterable[Service]) -> Found:
        """Ask *services* about *items*; a later one only about what an earlier one left open.

        Ctrl-C ends it early with what is there. Raises `Failure`.
        """
        rest = list(dict.fromkeys(item.bare() for item in items))
        asked: list[Asked] = []
        is_cancelled = False
        for service in services:
            asked.append(self._of_one(service, [item for item in rest if takes(service, item)]))
            if asked[-1].stopped is CANCELLED:
                is_cancelled = True
                break
            rest = [item for item in rest if not self._is_whole(item)]
        return Found(self._records, self._failures, tuple(asked), is_cancelled)

    def _is_whole(self, item: Item) -> bool:
        return any(record.is_whole() for record in self._records.get(item.number, ()))

    def _of_one(self, service: Service, items: list[Item]) -> Asked:
        asked, row, door = Asked(service), 0, None
        try:
            for done, item in enumerate(items, 1):
                if record := self.kept.get(url_of(service, item)):
                    asked = asked._replace(kept=asked.kept + 1)
                    self._take(item, record)
                    continue
                if asked.stopped:
                    continue
                door = door or self.open_door(service)
                asked = asked._replace(sent=asked.sent + 1)
                if refusal := self._ask(door, service, item):
                    row += 1
                    asked = self._failed(asked, item, refusal, row)
                else:
                    row = 0
                self.told(service, done, len(items))
        except KeyboardInterrupt:
            return asked._replace(stopped=CANCELLED)
        finally:
            if door:
                door.close()
        return asked

    def _ask(self, door: Door, service: Service, item: Item) -> Refusal | None:
        try:
            record = self._read(service, item, door.record(path_of(service, item)))
        except NotThere:
            record = Record(service.id, self.kept.today, found=False)
        except Refusal as refusal:
            return refusal
        self.kept.put(url_of(service, item), record)
        self._take(item, record)
        return None

    def _read(self, service: Service, item: Item, body: Mapping[str, Any]) -> Record:
        """Raises `Refusal` where *body* is some other JSON than a record."""
        is_record = isinstance(body.get("message"), Mapping) if service.id == CROSSREF.id else "id" in body
        if not is_record:
            raise Refusal(refusals.BROKEN.fill(service=service.name))
        if service.id == CROSSREF.id:
            return crossref.work(body, self.kept.today)
        if item.ror:
            return openalex.institution(body, self.kept.today, self.country)
        return openalex.work(body, self.kept.today, self.country)

    def _take(self, item: Item, record: Record) -> None:
        self._records.setdefault(item.number, []).append(record)

    def _failed(self, asked: Asked, item: Item, refusal: Refusal, row: int) -> Asked:
        self._failures.setdefault(item.number, []).append(refusal.text)
        stopped = refusal.text if refusal.is_final else None
        if row >= MOST_FAILURES and not stopped:
            stopped = refusals.GIVEN_UP.fill(service=asked.service.name, n=row)
        return asked._replace(failed=asked.failed + 1, stopped=stopped)


CANCELLED = Text(
    "Stopped. What was read is kept, and a later run goes on from there.",
    "Abgebrochen. Was gelesen ist, bleibt, und ein späterer Lauf macht dort weiter.",
)
