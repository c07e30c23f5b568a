"""One run of ``askfirst lists update``: show, ask, fetch or read, look whether it is whole, put into force, report."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from askfirst.checking import today
from askfirst.errors import Failure
from askfirst.files import read_regular
from askfirst.fresh import kept, ror, telling
from askfirst.fresh.entities import Export, Refused
from askfirst.fresh.sources import SAVED, SOURCES, Source
from askfirst.fresh.taking import Taken, taken
from askfirst.fresh.touched import touched
from askfirst.lists import kept_list
from askfirst.terminal import say
from askfirst_checks.days import written
from askfirst_checks.model import Unreadable
from askfirst_checks.policy import load
from askfirst_checks.words import Text

_SHOWN = 20
LARGEST = max(int(each.megabytes) for each in (*SOURCES.values(), *SAVED.values())) * 1024 * 1024
"""bytes of a list that is read from a file"""
_KEEPS = 0.8
"""part of the entities in force that a newer list has at least"""


class Task(NamedTuple):
    """What was asked for on the command line."""

    only: str = ""
    file: str = ""
    says_yes: bool = False
    endpoint: str = ""
    """a server on this computer that plays the services, for tests"""


def update(task: Task, language: str) -> int:
    """Bring the lists up to date. 0 where all of them were, 2 where one was not. Raises `Failure`."""
    names = _chosen(task)
    if task.file:
        _from_file(names[0], task, language)
        return 0
    if not _is_told_yes(names, task, language):
        say(telling.NOTHING, language)
        return 2
    failures = [failure for name in names if (failure := _one(name, task, language)) is not None]
    for failure in failures[:-1]:
        say(failure.text, language)
    if failures:
        raise failures[-1]
    return 0


def _from_file(name: str, task: Task, language: str) -> None:
    """Take one list from the file that the user saved. Raises `Failure`."""
    if name == "ror":
        _ror(task, language)
        return
    source = SOURCES.get(name) or SAVED[name]
    _take(source, _read(task.file), os.path.abspath(task.file), language, _day_of(task.file))


def _one(name: str, task: Task, language: str) -> Failure | None:
    """Fetch and take one list; what went wrong does not keep the others from being fetched."""
    try:
        if name == "ror":
            _ror(task, language)
        else:
            source = SOURCES[name]
            _take(source, _fetched(source, task, language), f"{source.base}/{source.path}", language)
    except Failure as failure:
        return failure
    return None


def _ror(task: Task, language: str) -> None:
    """The index of institutions, from Zenodo or from a dump that the user saved. Raises `Failure`."""
    from askfirst.config import data_folder
    from askfirst.online import consent
    from askfirst.online.asking import Limits
    from askfirst.online.fetching import fetched
    from askfirst.online.services import at

    limits = Limits(seconds=600.0, megabytes=200.0, backoff=0.01 if task.endpoint else 2.0)

    def fetch(path: str, accept: str) -> bytes:
        newest = {"q": "", "sort": "newest", "size": "1"} if path == ror.NEWEST else {}
        service = at(ror.SERVICE, task.endpoint)
        return fetched(service, path, newest, limits, lambda text: consent.show([text], language), accept)

    for line in ror.update(fetch, task.file, os.path.join(data_folder(), "ror.sqlite")):
        say(line, language)


def _chosen(task: Task) -> list[str]:
    """The names of the lists that are meant: all that are fetched and join a check, or those of ``--only``."""
    names = [name.strip().lower() for name in task.only.split(",") if name.strip()]
    known = [*SOURCES, "ror", *SAVED]
    for name in names:
        if name not in known:
            raise Failure(telling.ONLY.fill(value=name[:40], known=", ".join(known)))
    if task.file and len(names) != 1:
        raise Failure(telling.FROM_ONE)
    for name in names:
        if name in SAVED and not task.file:
            raise Failure(telling.ONLY_SAVED.fill(name=SAVED[name].name, only=name, address=SAVED[name].base))
    return list(dict.fromkeys(names or SOURCES))


def _is_told_yes(names: list[str], task: Task, language: str) -> bool:
    """Show what is fetched from whom, and ask."""
    import sys

    from askfirst.online import consent

    sources = [SOURCES[name] for name in names if name in SOURCES]
    what = [
        telling.WHAT.fill(name=each.name, publisher=telling.FROM[each.id], address=f"{each.base}/{each.path}")
        for each in sources
    ]
    if "ror" in names:
        what.append(telling.WHAT_ROR.fill(address=f"{ror.SERVICE.base}/{ror.NEWEST}"))
    slow = [telling.SLOW] if "eu" in names else []
    consent.show([telling.HEAD, *what, *slow, telling.ELSE], language)
    if task.says_yes:
        return True
    if not sys.stdin or not sys.stdin.isatty():
        raise Failure(telling.NOT_WITHOUT_YES)
    return consent.is_given(language, telling.ASK)


def _fetched(source: Source, task: Task, language: str) -> bytes:
    from askfirst.online import consent
    from askfirst.online.asking import Limits
    from askfirst.online.fetching import fetched
    from askfirst.online.services import Service, at

    service = at(Service(source.id, source.name.said(language), source.base), task.endpoint)
    backoff = 0.01 if task.endpoint else source.backoff
    limits = Limits(seconds=source.seconds, megabytes=source.megabytes, backoff=backoff)
    return fetched(service, source.path, source.parameters, limits, lambda text: consent.show([text], language))


def _read(path: str) -> bytes:
    try:
        return read_regular(path, limit=LARGEST)
    except Unreadable as error:
        raise Failure(error.text, path) from error


def _day_of(path: str) -> str:
    """The day on which a file was saved, for a list that gives no date of its own."""
    import datetime

    try:
        return datetime.date.fromtimestamp(os.stat(path).st_mtime).isoformat()
    except (OSError, ValueError, OverflowError):
        return today()


def _take(source: Source, content: bytes, origin: str, language: str, saved_on: str = "") -> None:
    """Put the list in *content* into force and report. Raises `Failure`; then the list in force stays."""
    path = kept_list(source.id)
    before = kept.before(path)
    try:
        export = source.read(content)
        export = export if export.as_of else export._replace(as_of=saved_on)
        _look(source, export, before)
    except Refused as error:
        raise Failure(error.text) from error
    policy = load()
    joining = taken(export, source, policy)
    dates = dict.fromkeys(source.ids, export.as_of)
    own = {source.saved_as: (source.name.en, source.name.de)} if source.saved_as else None
    about = {"origin": origin, "read_on": today(), "sha256": sha256(content).hexdigest()}
    try:
        kept.put(path, kept.content(export, joining, dates, about, own))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Failure(telling.NOT_KEPT.fill(name=source.name, why=why)) from error
    for line in report(source, export, joining, before, path):
        say(line, language)


def _look(source: Source, export: Export, before: kept.Before | None) -> None:
    """Raises `Refused` where *export* is not whole, is older than what is in force, or is of a day to come."""
    n = len({each.reference for each in export.entities})
    if n < source.fewest:
        raise Refused(telling.FEW.fill(name=source.name, n=n, fewest=source.fewest))
    if export.as_of > _tomorrow():
        raise Refused(telling.FUTURE.fill(name=source.name, day=written(export.as_of)))
    dates = {each.id: each.as_of for each in load().lists}
    in_force = max([before.as_of if before else "", *(dates.get(measure, "") for measure in source.ids)])
    if export.as_of < in_force:
        raise Refused(telling.OLDER.fill(name=source.name, day=written(export.as_of), before=written(in_force)))
    if before and n < _KEEPS * len(before.entities):
        raise Refused(telling.SHRUNK.fill(name=source.name, n=n, before=len(before.entities)))


def _tomorrow() -> str:
    """A publisher may be a day ahead of this clock."""
    import datetime

    return (datetime.date.fromisoformat(today()) + datetime.timedelta(days=1)).isoformat()


def report(source: Source, export: Export, joining: Taken, before: kept.Before | None, path: str) -> list[Text]:
    """What is said of a list that came into force."""
    day = written(export.as_of)
    lines = [
        telling.DONE.fill(name=source.name, day=day, n=len(export.entities), path=path, persons=export.persons),
        *_asked(source, joining),
    ]
    if before is None:
        new = {each.reference: each.name for each in joining.joined}
        return [*lines, telling.FIRST, *_items(new), *_touched(new)]
    now = {each.reference: each.name for each in export.entities}
    new = {key: name for key, name in now.items() if key not in before.entities}
    gone = {key: name for key, name in before.entities.items() if key not in now}
    since = written(before.as_of)
    lines += [telling.ADDED.fill(day=since, n=len(new)), *_items(new)]
    lines += [telling.DROPPED.fill(day=since, n=len(gone)), *_items(gone)]
    return [*lines, *([_stands(path)] if gone and source.ids else []), *_touched({**new, **gone})]


def _stands(path: str) -> Text:
    return telling.STANDS.fill(old=f"{os.path.basename(path)}.before")


def _asked(source: Source, joining: Taken) -> list[Text]:
    if source.saved_as:
        return [telling.NOTED.fill(n=len(joining.joined)), telling.LEFT_OUT.fill(n=joining.left_out)]
    if not source.measures:
        return [telling.COMPARED]
    return [telling.JOINED.fill(n=len(joining.joined)), telling.LEFT_OUT.fill(n=joining.left_out)]


def _items(entities: Mapping[str, str]) -> list[Text]:
    shown = [telling.ITEM.fill(reference=key, name=name) for key, name in list(entities.items())[:_SHOWN]]
    rest = len(entities) - _SHOWN
    return [*shown, *([telling.MORE.fill(n=rest)] if rest > 0 else [])]


def _touched(entities: Mapping[str, str]) -> list[Text]:
    if not entities:
        return []
    found = touched(entities, os.getcwd())
    lines = [
        telling.TOUCHED.fill(name=entities[key], reference=key, files=", ".join(files[:_SHOWN]))
        for key, files in found.items()
    ]
    return lines or [telling.UNTOUCHED]
