"""From pages of Zotero's JSON to works: children find their parents, and what was read is kept for the next run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from askfirst.library import labelled
from askfirst.library.refusals import Unchanged
from askfirst.library.store import Row, Store
from askfirst.library.work import MOST_AFFILIATIONS, MOST_TEXT, Printed, Work, asks_page, from_page, is_work, read
from askfirst_checks.readers import first_page

if TYPE_CHECKING:
    from askfirst.library.database import Database
    from askfirst.zotero import Library, Scope

    Opened = Library | Database

MOST_FULLTEXTS, MOST_FROM_WEB = 20_000, 2_000
"""files whose text is fetched in one run, from a running Zotero and from zotero.org; the rest is counted"""


class Counts(NamedTuple):
    """What a run read, for the closing line."""

    works: int = 0
    unreadable: int = 0
    fetched: int = 0
    """items that came over the connection; fewer than there are where the cache knew the rest"""


def fill(library: Opened, scope: Scope, store: Store, told: Callable[[int, int], None]) -> Counts:
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
    if scope.tag or scope.search:
        _take_children(library, store)
    store.version = version if scope.is_whole() and library.counts_changes() else 0
    store.commit()
    return Counts(store.count(), unreadable, fetched)


def _take_children(library: Opened, store: Store) -> None:
    """Notes and files of the works in *store*: what a tag or a search finds comes without them."""
    for number, work in enumerate(list(store.works())):
        if number >= MOST_FROM_WEB:
            return
        _take(library.children(work.key), store)


def _afresh(library: Opened, scope: Scope, store: Store, told: Callable[[int, int], None]) -> Counts:
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


def works(store: Store, library: Opened | None, wanted: Callable[[Work], bool]) -> Iterator[Work]:
    """The works in *store* that are *wanted*, with what their notes and the first page of their file say."""
    notes = store.notes()
    pages = Pages(store, library)
    for work in store.works():
        if not wanted(work):
            continue
        if work.key in notes:
            work = work._replace(affiliations=(*work.affiliations, *notes[work.key])[:MOST_AFFILIATIONS])
        if asks_page(work.affiliations, work.authors):
            work = pages.added_to(work)
        yield work
    pages.keep()


class Pages:
    """The first pages of files: those that are known, and at most so many that are fetched."""

    def __init__(self, store: Store, library: Opened | None) -> None:
        self.store = store
        self.library = library
        self.most = MOST_FROM_WEB if library is not None and library.where.web else MOST_FULLTEXTS
        self.fetched = 0
        self.new: dict[str, first_page.Page] = {}

    def added_to(self, work: Work) -> Work:
        """*work* with what the first of its files says that says anything."""
        for file in self.store.files(work.key):
            page = self._of(file, work)
            if page != first_page.NOTHING:
                printed = (*work.affiliations, *from_page(page, work.affiliations))
                return work._replace(
                    affiliations=printed[:MOST_AFFILIATIONS], addresses=page.addresses, is_partial=page.is_partial
                )
        return work

    def _of(self, file: str, work: Work) -> first_page.Page:
        known = self.store.page(file)
        if known is not None:
            return known
        if self.library is None:
            return first_page.NOTHING
        if self.fetched >= self.most:
            self.store.left += 1
            return first_page.NOTHING
        self.fetched += 1
        page = first_page.read(self.library.fulltext(file), work.title, work.authors)
        if page != first_page.NOTHING:
            self.new[file] = page
        return page

    def keep(self) -> None:
        """Keep what was fetched for the next run; a file without a text may get one, and is asked for again."""
        self.store.keep_pages(self.new)
