"""OpenAlex and Crossref on this computer: answers in their recorded shapes, invented people, and every request kept."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import unquote

KISU = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
BERLIN = "Department of Physics, Example University, 10115 Berlin, Germany"
KEY = "a-secret-key"


class Answer(NamedTuple):
    """One answer, as it goes over the wire."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = MappingProxyType({})
    delay: float = 0.0
    """seconds before the first byte"""
    trickle: float = 0.0
    """seconds between two bytes of the body"""
    head_trickle: float = 0.0
    """seconds between two bytes of the head"""


class Request(NamedTuple):
    """One request, all of it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def everything(self) -> str:
        """All that left the machine, in one text, decoded."""
        return unquote(f"{self.method} {self.path} {self.headers} {self.body!r}")


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that has had enough closes the connection: that is no error here."""


class FakeServices:
    """Both services behind one port: ``/openalex/...`` and ``/crossref/...``; unknown records are 404."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.answers: dict[str, list[Answer]] = {}
        """by path, decoded; the last one is given again and again"""
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._is_stopped = False
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> FakeServices:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Nobody answers here any more."""
        if not self._is_stopped:
            self._is_stopped = True
            self._server.shutdown()
            self._server.server_close()

    def openalex(self, number: str, *answers: Answer | dict[str, Any]) -> None:
        """What OpenAlex answers for a DOI or a ROR number."""
        kind = "works/doi" if number.startswith("10.") else "institutions/ror"
        self.answers[f"/openalex/{kind}:{number}"] = [_answer(each) for each in answers]

    def crossref(self, doi: str, *answers: Answer | dict[str, Any]) -> None:
        """What Crossref answers for a DOI."""
        self.answers[f"/crossref/works/{doi}"] = [_answer(each) for each in answers]

    def paths(self, service: str = "") -> list[str]:
        """What was asked, decoded, without the query."""
        paths = (unquote(each.path.partition("?")[0]) for each in self.asked)
        return [path for path in paths if path.startswith(f"/{service}")]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                fake.asked.append(Request("GET", self.path, dict(self.headers.items()), body))
                queue = fake.answers.get(unquote(self.path.partition("?")[0]), [NOT_FOUND])
                self._send(queue.pop(0) if len(queue) > 1 else queue[0])

            do_POST = do_PUT = do_HEAD = do_GET  # noqa: N815

            def _send(self, answer: Answer) -> None:
                time.sleep(answer.delay)
                if answer.head_trickle:
                    self._slowly(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 4_000, answer.head_trickle)
                    return
                self.send_response(answer.status)
                headers = {"Content-Type": "application/json", "Content-Length": str(len(answer.body))}
                for name, value in {**headers, **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    self._write(answer)
                except OSError:  # the client has had enough
                    self.close_connection = True

            def _write(self, answer: Answer) -> None:
                if not answer.trickle:
                    self.wfile.write(answer.body)
                    return
                self._slowly(answer.body, answer.trickle)

            def _slowly(self, content: bytes, pause: float) -> None:
                for n in range(len(content)):
                    self.wfile.write(content[n : n + 1])
                    self.wfile.flush()
                    time.sleep(pause)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _answer(given: Answer | dict[str, Any]) -> Answer:
    return given if isinstance(given, Answer) else Answer(body=json.dumps(given).encode())


NOT_FOUND = Answer(404, b'{"error":"Not Found","message":"Work W9999999999 not found"}')
BUDGET = Answer(
    429,
    b'{"error":"Too Many Requests"}',
    {"X-RateLimit-Limit": "100000", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "43200", "Retry-After": "43200"},
)
WEB_PAGE = Answer(200, b"<!DOCTYPE html><html><body>Please log in</body></html>", {"Content-Type": "text/html"})


def author(name: str, *printed: str, **more: Any) -> dict[str, Any]:
    """An authorship of OpenAlex."""
    return {
        "author_position": "middle",
        "author": {"id": "https://openalex.org/A1", "display_name": name, "orcid": None},
        "institutions": [],
        "countries": [],
        "raw_author_name": name,
        "raw_affiliation_strings": list(printed),
        "affiliations": [{"raw_affiliation_string": text, "institution_ids": []} for text in printed],
        **more,
    }


def work(doi: str, *authorships: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A work of OpenAlex."""
    return {
        "id": "https://openalex.org/W0000000001",
        "doi": f"https://doi.org/{doi}",
        "display_name": "A title that the service gives",
        "publication_year": 2024,
        "publication_date": "2024-05-01",
        "authorships": list(authorships),
        "is_authors_truncated": False,
        **more,
    }


def deposit(doi: str, *authors: dict[str, Any], year: int = 2024) -> dict[str, Any]:
    """A work of Crossref."""
    return {
        "status": "ok",
        "message-type": "work",
        "message-version": "1.0.0",
        "message": {
            "DOI": doi,
            "type": "journal-article",
            "title": ["A title that the service gives"],
            "issued": {"date-parts": [[year, 5, 1]]},
            "author": list(authors),
        },
    }


def person(family: str, *affiliations: str | dict[str, Any]) -> dict[str, Any]:
    """An author of Crossref."""
    named = [{"name": each} if isinstance(each, str) else each for each in affiliations]
    return {"given": "A.", "family": family, "sequence": "additional", "affiliation": named}
