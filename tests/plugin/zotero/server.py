"""A Zotero to read from: local API and web API as Zotero 8 to 10 and zotero.org answer, headers and errors alike.

Local: HTTP/1.0 without a length, no default limit, 403 when switched off or when the request looks like a browser's,
``since`` and 304, a version that only counts changes from 10 on. Web: at most 100 items, a key, Backoff, 429 and 503.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "secret"


class FakeZotero:
    """A library behind HTTP. Change the attributes to change how it answers."""

    def __init__(self, items: Iterable[dict[str, Any]] = (), *, web: bool = False, app: str = "10.0.1") -> None:
        self.items = [_item(each, number) for number, each in enumerate(items, 1)]
        self.version = len(self.items)
        self.collections: list[dict[str, Any]] = []
        self.fulltexts: dict[str, str] = {}
        self.web = web
        self.app = app
        self.enabled = True
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self.script: list[tuple[int, dict[str, str]]] = []
        """answers to give before the real ones: status and headers"""
        self.hang = 0.0
        self.break_json = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}" + ("" if web else "/api")

    def __enter__(self) -> FakeZotero:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def change(self, key: str, **fields: Any) -> None:
        """Change an item as a user would."""
        self.version += 1
        for item in self.items:
            if item["key"] == key:
                item["data"].update(fields)
                item["version"] = self.version

    def add(self, data: dict[str, Any]) -> None:
        """Add an item."""
        self.version += 1
        self.items.append(_item(data, self.version))

    def delete(self, key: str) -> None:
        """Delete an item."""
        self.version += 1
        self.items = [each for each in self.items if each["key"] != key]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1" if fake.web else "HTTP/1.0"

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                headers = {name.lower(): value for name, value in self.headers.items()}
                fake.asked.append((parts.path, query, headers))
                if fake.hang:
                    time.sleep(fake.hang)
                self._send(*_answer(fake, parts.path, query, headers))

            def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if fake.web:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _item(data: dict[str, Any], version: int) -> dict[str, Any]:
    key = data.setdefault("key", f"K{version:07d}")
    return {"key": key, "version": version, "library": {"type": "user", "id": 0}, "links": {}, "meta": {}, "data": data}


Answer = tuple[int, dict[str, str], bytes]


def _plain(status: int, says: str, headers: dict[str, str] | None = None) -> Answer:
    return status, {"Content-Type": "text/plain", **(headers or {})}, says.encode()


def _answer(fake: FakeZotero, path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
    refused = _refused(fake, headers)
    if refused:
        return refused
    if fake.script:
        status, given = fake.script.pop(0)
        if status != 200:
            return _plain(status, "Request rate limit exceeded", given)
    else:
        given = {}
    usual = {**_headers(fake), **given}
    since = headers.get("if-modified-since-version", "0")
    if since.isdigit() and int(since) and int(since) >= fake.version:
        return 304, usual, b""
    status, more, body = _found(fake, path, query)
    return status, {**usual, **more}, b'{"broken' if fake.break_json else body


def _refused(fake: FakeZotero, headers: dict[str, str]) -> Answer | None:
    if fake.web:
        key = headers.get("zotero-api-key") or headers.get("authorization", "").removeprefix("Bearer ")
        return None if key == KEY else _plain(403, "Forbidden")
    if headers.get("user-agent", "").startswith("Mozilla/") or "origin" in headers:
        return _plain(403, "Request not allowed\n")
    if headers.get("host", "").partition(":")[0] not in ("127.0.0.1", "localhost"):
        return _plain(400, "Invalid Host header\n")
    return None if fake.enabled else _plain(403, "Local API is not enabled")


def _headers(fake: FakeZotero) -> dict[str, str]:
    counts = fake.web or int(fake.app.partition(".")[0]) >= 10
    local = {} if fake.web else {"X-Zotero-Version": fake.app, "X-Zotero-Connector-API-Version": "3"}
    return {
        "Zotero-API-Version": "3",
        "Zotero-Schema-Version": "41",
        "Last-Modified-Version": str(fake.version if counts else 0),
        **local,
    }


def _found(fake: FakeZotero, path: str, query: dict[str, str]) -> Answer:
    parts = path.removeprefix("/api").strip("/").split("/")[2:]
    match parts:
        case ["items"]:
            return _listing(fake, fake.items, query)
        case ["collections"]:
            return _listing(fake, fake.collections, query)
        case ["collections", key, "items"]:
            inside = [each for each in fake.items if key in each["data"].get("collections", [])]
            keys = {each["key"] for each in inside}
            children = [each for each in fake.items if each["data"].get("parentItem") in keys]
            return _listing(fake, [*inside, *children], query)
        case ["items", key, "children"]:
            return _listing(fake, [each for each in fake.items if each["data"].get("parentItem") == key], query)
        case ["items", key, "fulltext"] if key in fake.fulltexts:
            return _json({"content": fake.fulltexts[key], "indexedPages": 1, "totalPages": 1})
        case ["items", key]:
            found = [each for each in fake.items if each["key"] == key]
            return _json(found[0]) if found else _plain(404, "Not found")
        case _:
            return _plain(404, "No endpoint found\n")


def _listing(fake: FakeZotero, items: list[dict[str, Any]], query: dict[str, str]) -> Answer:
    if since := int(query.get("since", 0)):
        items = [each for each in items if each["version"] > since]
    if tag := query.get("tag"):
        items = [each for each in items if tag in [given["tag"] for given in each["data"].get("tags", [])]]
    if words := query.get("q"):
        items = [each for each in items if words.casefold() in str(each["data"].get("title", "")).casefold()]
    if query.get("format") == "versions":
        return _json({each["key"]: each["version"] for each in items})
    limit = int(query["limit"]) if "limit" in query else (25 if fake.web else len(items))
    if fake.web:
        limit = min(limit, 100)
    start = int(query.get("start", 0))
    return _json(items[start : start + limit], {"Total-Results": str(len(items))})


def _json(content: object, headers: dict[str, str] | None = None) -> Answer:
    return 200, {"Content-Type": "application/json", **(headers or {})}, json.dumps(content).encode()
