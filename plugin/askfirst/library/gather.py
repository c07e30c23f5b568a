"""From pages of Zotero's JSON to works: children find their parents, and what was read is kept for the next run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from askfirst.library import first_page, labelled
from askfirst.library.refusals import Unchanged
from askfirst.library.store import Row, Store
from askfirst.library.work import MOST_AFFILIATIONS, MOST_TEXT, Printed, Work, asks_page, from_page, is_work, read

if TYPE_CHECKING:
    from askfirst.zotero import Library, Scope

MOST_FULLTEXTS = 2_000
"""works whose first page is fetched in one run"""


class Counts(NamedTuple):
    """What a run read, for the closing line."""

    works: int = 0
    unreadable: int = 0
    fetched: int = 0
    """items that came over the connection; fewer than there are where the cache knew the rest"""


def fill(library: Library, scope: Scope, store: Store, told: Callable[[int, int], None]) -> Counts:
    """Bring *store* up to date with *scope* of *library*. *told* hears how many of how many have been read."""
    since = store.version if scope.is_whole() else 0
    if not since:
        store.clear()
    unreadable, version, fetched = 0, 0, 0
    try:
        for page in library.pages(scope, since):
            if since and not library.counts_changes():
                return _afresh(library, scope, store, told)
            version = version or library.version
            fetched += len(page.items)
            unreadable += _take(page.items, store)
            told(fetched, max(page.total, fetched))
    except Unchanged:
        return Counts(store.count())
    if since:
        store.keep_only(library.keys())
    store.version = version if scope.is_whole() and library.counts_changes() else 0
    store.commit()
    return Counts(store.count(), unreadable, fetched)


def _afresh(library: Library, scope: Scope, store: Store, told: Callable[[int, int], None]) -> Counts:
    store.clear()
    return fill(library, scope, store, told)


def _take(items: Iterable[dict[str, Any]], store: Store) -> int:
    """Put *items* into *store*; how many of them could not be read."""
    taken, unreadable = [], 0
    for item in items:
        data = item.get("data")
        try:
            if isinstance(data, dict):
                taken.append(row(data))
        except Exception:
            unreadable += 1
    store.put(taken)
    return unreadable


def row(data: dict[str, Any]) -> Row:
    """What one item becomes. A note holds affiliations only, a file only its key."""
    key = str(data.get("key", ""))[:40]
    parent = str(data.get("parentItem") or "")[:40]
    if is_work(data):
        return Row(key, "", "work", read(data))
    empty = Work(key, "", None, "", ())
    if data.get("itemType") == "note":
        lines = labelled.affiliations(labelled.text_of(data.get("note")))
        return Row(key, parent, "note", empty._replace(affiliations=printed_in(lines)))
    return Row(key, parent, "pdf" if data.get("contentType") == "application/pdf" else "other", empty)


def printed_in(lines: Iterable[labelled.Line]) -> tuple[Printed, ...]:
    """The affiliations of a note's labelled lines."""
    return tuple(Printed(each.text[:MOST_TEXT], "note", each.owner) for each in lines)[:MOST_AFFILIATIONS]


def works(store: Store, library: Library | None, wanted: Callable[[Work], bool]) -> Iterator[Work]:
    """The works in *store* that are *wanted*, with what their notes say, or else their first page."""
    notes = store.notes()
    fetched = 0
    for work in store.works():
        if not wanted(work):
            continue
        if work.key in notes:
            work = work._replace(affiliations=(*work.affiliations, *notes[work.key]))
        if library is not None and fetched < MOST_FULLTEXTS and asks_page(work.affiliations, work.authors):
            fetched += 1
            work = _with_page(work, library, store.files(work.key))
        yield work


def _with_page(work: Work, library: Library, files: Iterable[str]) -> Work:
    for file in files:
        page = first_page.read(library.fulltext(file), work.title, work.authors)
        if page != first_page.NOTHING:
            printed = (*work.affiliations, *from_page(page, work.affiliations))
            return work._replace(affiliations=printed[:MOST_AFFILIATIONS], addresses=page.addresses)
    return work
