"""A Zotero library through pyzotero, read only: the running Zotero's local API, or zotero.org with a key.

This is the one module that imports pyzotero. It works with 1.6 (httpx) and with 1.16 (httpx2), so nothing of either
transport is imported here: requests go through `Door`, which waits when the server asks for it, stops in time, and
turns every refusal into one sentence.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from askfirst.errors import Failure
from askfirst.library import refusals

LOCAL = "http://127.0.0.1:23119/api"
WEB = "https://api.zotero.org"
KEYS = ("ASKFIRST_ZOTERO_KEY", "ZOTERO_API_KEY")
"""environment variables that may hold the key of zotero.org; the first that is set"""
LOCAL_PAGE, WEB_PAGE = 2_000, 100
"""items of one answer; zotero.org gives no more than 100"""
PATIENCE = 120.0
"""seconds that are waited in all when the server asks for it"""
TIMEOUT = 30.0
MOST_BYTES = 256 * 1024 * 1024
"""of one answer, unpacked"""
MOST_ITEMS = 2_000_000
"""that a library may say it has"""
_ANSWERED_WITH = (b"content-encoding", b"content-length", b"transfer-encoding")
"""headers about the form in which an answer travelled"""


class Where(NamedTuple):
    """Which library."""

    kind: str = "user"
    """``user`` or ``group``"""
    number: str = "0"
    """id on zotero.org; 0 is the library of the running Zotero"""
    web: bool = False

    @property
    def name(self) -> str:
        """What the library is called in file names and messages: ``local-user-0``."""
        return f"{'web' if self.web else 'local'}-{self.kind}-{self.number}"


class Scope(NamedTuple):
    """Which part of it; the whole of it where all is empty."""

    collection: str = ""
    """key or name; the collections inside it belong to it"""
    items: tuple[str, ...] = ()
    tag: str = ""
    search: str = ""

    def is_whole(self) -> bool:
        """Whether nothing narrows it."""
        return not any(self)


class Page(NamedTuple):
    """Some items, notes and attachments as Zotero's JSON, and how many there are in all."""

    items: list[dict[str, Any]]
    total: int


class Door:
    """What pyzotero takes for its HTTP client. It waits for Backoff and Retry-After, and raises `Failure` otherwise."""

    def __init__(self, client: Any, where: Where, waits: Callable[[float], None], timeout: float = TIMEOUT) -> None:
        self.client = client
        self.where = where
        self.waits = waits
        self.timeout = timeout
        self.headers: Mapping[str, str] = {}
        self.extra: dict[str, str] = {}
        self._until = 0.0
        self._waited = 0.0

    def get(self, url: str, **keywords: Any) -> Any:
        """GET, as pyzotero 1.6 asks."""
        return self.request("GET", url, **keywords)

    def request(self, method: str, url: str, **keywords: Any) -> Any:
        """Any method pyzotero asks for; only GET is let through. Raises `Failure` and `refusals.Unchanged`."""
        if method != "GET":
            raise Failure(refusals.READ_ONLY)
        keywords["timeout"] = self.timeout
        keywords["follow_redirects"] = False
        keywords["headers"] = {**(keywords.get("headers") or {}), **self.extra}
        while True:
            self._wait()
            answer = self._answer(url, keywords)
            asked = _seconds(answer.headers.get("Backoff") or answer.headers.get("Retry-After"))
            self._until = time.monotonic() + asked
            if answer.status_code not in (429, 503):
                return self._taken(answer)
            if not asked or self._waited + asked > PATIENCE:
                raise refusals.of_answer(answer.status_code, "", self.where.web, asked)

    def _answer(self, url: str, keywords: dict[str, Any]) -> Any:
        """The whole answer, bounded in time and bytes. Raises `Failure`."""
        end, parts, size = time.monotonic() + PATIENCE, [], 0
        try:
            with self.client.stream("GET", url, **keywords) as answer:
                for part in answer.iter_bytes():
                    parts.append(part)
                    size += len(part)
                    if size > MOST_BYTES or time.monotonic() > end:
                        raise Failure(refusals.ENDLESS)
        except Failure:
            raise
        except Exception as error:
            raise refusals.of_error(error, self.where.web) from error
        headers = [each for each in answer.headers.raw if each[0].lower() not in _ANSWERED_WITH]
        return type(answer)(answer.status_code, headers=headers, content=b"".join(parts), request=answer.request)

    def close(self) -> None:
        """Close the connection."""
        self.client.close()

    def _wait(self) -> None:
        pause = self._until - time.monotonic()
        if pause > 0:
            self.waits(pause)
            self._waited += pause
            time.sleep(pause)

    def _taken(self, answer: Any) -> Any:
        if answer.status_code == 304:
            raise refusals.Unchanged
        if answer.status_code >= 300:
            raise refusals.of_answer(answer.status_code, answer.text[:300], self.where.web)
        self.headers = dict(answer.headers)
        for name in ("Backoff", "Retry-After"):  # waited for here; pyzotero 1.6 would start a thread for it
            answer.headers.pop(name, None)
        return answer


class Library:
    """An open library."""

    def __init__(self, where: Where, zotero: Any, door: Door) -> None:
        self.where = where
        self._zotero = zotero
        self._door = door

    def pages(self, scope: Scope, since: int = 0) -> Iterator[Page]:
        """The items of *scope*, page by page; with *since*, those that changed after that version of the library.

        Raises `Failure`, and `refusals.Unchanged` where nothing did.
        """
        if scope.items:
            yield self._single(scope.items)
            return
        for reader in self._readers(scope):
            yield from self._paged(reader, scope, since)

    def _readers(self, scope: Scope) -> list[Callable[..., Any]]:
        if not scope.collection:
            return [self._zotero.items]
        return [_in_collection(self._zotero, key) for key in self._collections(scope.collection)]

    def _paged(self, reader: Callable[..., Any], scope: Scope, since: int) -> Iterator[Page]:
        size = WEB_PAGE if self.where.web else LOCAL_PAGE
        asked: dict[str, Any] = {"limit": size}
        if scope.tag:
            asked["tag"] = scope.tag
        if scope.search:
            asked["q"] = scope.search
        if since:
            asked["since"] = since
            self._door.extra = {"If-Modified-Since-Version": str(since)}
        start, total = 0, 1
        try:
            while start < total:
                items = _items(self._ask(reader, start=start, **asked))
                self._door.extra = {}
                total = self._number("Total-Results", start + len(items) + (len(items) >= size))
                if total > MOST_ITEMS:
                    raise Failure(refusals.ENDLESS)
                yield Page(items, total)
                if not items:
                    return
                start += size
        finally:
            self._door.extra = {}

    def _ask(self, method: Callable[..., Any], *given: Any, **asked: Any) -> Any:
        """Call pyzotero; whatever it makes of an answer that is none becomes one sentence."""
        try:
            return method(*given, **asked)
        except (Failure, refusals.Unchanged):
            raise
        except Exception as error:
            raise refusals.of_error(error, self.where.web) from error

    def _single(self, keys: tuple[str, ...]) -> Page:
        items = []
        for key in keys:
            items += [self._ask(self._zotero.item, key), *_items(self._ask(self._zotero.children, key, limit=100))]
        return Page([each for each in items if isinstance(each, dict)], len(items))

    def children(self, key: str) -> list[dict[str, Any]]:
        """Notes and files of the item *key*."""
        return _items(self._ask(self._zotero.children, key, limit=100))

    def _collections(self, wanted: str) -> list[str]:
        """The keys of the collection called *wanted* and of all inside it, each once, cycles or not."""
        everything: list[dict[str, Any]] = []
        total = 1
        while len(everything) < total:
            page = _items(self._ask(self._zotero.collections, start=len(everything), limit=WEB_PAGE))
            total = self._number("Total-Results", 0)
            everything += page
            if not page or total > MOST_ITEMS:
                break
        data = [each.get("data", {}) for each in everything]
        keys = [each["key"] for each in data if wanted in (each.get("key"), each.get("name"))]
        if not keys:
            raise Failure(refusals.NO_COLLECTION.fill(name=wanted))
        for key in keys:  # grows while it is walked
            keys += [each["key"] for each in data if each.get("parentCollection") == key and each["key"] not in keys]
        return keys

    def keys(self) -> frozenset[str]:
        """The keys of everything in the library: what is missing among them was deleted."""
        return frozenset(self._ask(self._zotero.item_versions, limit=None))

    def fulltext(self, attachment: str) -> str:
        """The indexed text of a file, or empty where there is none."""
        try:
            found = self._ask(self._zotero.fulltext_item, attachment)
        except Failure as failure:
            if failure.text in (refusals.NOT_THERE, refusals.NOT_THERE_WEB):
                return ""
            raise
        content = found.get("content") if isinstance(found, dict) else ""
        return content if isinstance(content, str) else ""

    @property
    def version(self) -> int:
        """Version of the library at the last answer."""
        return self._number("Last-Modified-Version", 0)

    def counts_changes(self) -> bool:
        """Whether its version tells of every change: zotero.org's does, a local Zotero's from 10 on.

        An older Zotero raises it only when it synchronises, so that a change on this machine would be missed.
        """
        major = self._header("X-Zotero-Version").partition(".")[0]
        return self.where.web or (major.isdigit() and int(major) >= 10)

    def _header(self, name: str) -> str:
        return next((value for key, value in self._door.headers.items() if key.lower() == name.lower()), "")

    def _number(self, name: str, without: int) -> int:
        """The whole number in the header *name*; *without* it, or where it is none, that."""
        value = self._header(name).strip()
        return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else without

    def close(self) -> None:
        """Close the connection."""
        self._door.close()


def connect(
    where: Where, waits: Callable[[float], None], endpoint: str = "", key: str = "", timeout: float = TIMEOUT
) -> Library:
    """Open *where*. *waits* is told of each pause the server asks for. Raises `Failure`."""
    if where.web and not key:
        raise Failure(refusals.NO_KEY.fill(names=" / ".join(KEYS)))
    from pyzotero import zotero

    made = zotero.Zotero(where.number, where.kind, key or None, local=not where.web)
    made.endpoint = endpoint or (WEB if where.web else LOCAL)
    client = made.client if where.web else _direct(made.client)
    door = Door(client, where, waits, timeout)
    made.client = door
    return Library(where, made, door)


def _direct(client: Any) -> Any:
    """A client like *client* that asks this machine itself, whatever proxy the environment names."""
    made = type(client)(headers=client.headers, trust_env=False)
    client.close()
    return made


def key_of(number: str) -> str:
    """The key of zotero.org for the library *number*: from the environment, else from the system's keyring."""
    for name in KEYS:
        if value := os.environ.get(name, "").strip():
            return value
    try:
        import keyring  # type: ignore[import-not-found]  # used where it is installed, never required
    except ImportError:
        return ""
    try:
        return keyring.get_password("askfirst-zotero", number) or ""
    except Exception:
        return ""


def _in_collection(zotero: Any, key: str) -> Callable[..., Any]:
    return lambda **asked: zotero.collection_items(key, **asked)


def _items(found: object) -> list[dict[str, Any]]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _seconds(header: str | None) -> float:
    try:
        return max(0.0, float(header or 0))
    except ValueError:
        return 0.0
