"""A hostile Zotero on this machine: no proxy, no second server, no answer without end, one sentence for the rest."""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from askfirst import cli, zotero

ITEM = {
    "key": "AAAAAAAA",
    "version": 1,
    "data": {
        "key": "AAAAAAAA",
        "version": 1,
        "itemType": "journalArticle",
        "title": "x",
        "creators": [{"creatorType": "author", "firstName": "B", "lastName": "Ri"}],
        "extra": "affiliation: Kim Il Sung University, Pyongyang",
        "date": "2020",
    },
}


class Hostile:
    """A server that answers as `headers`, `status` and `body` say, and counts what it is asked."""

    def __init__(self) -> None:
        self.status, self.body, self.asked = 200, json.dumps([ITEM]).encode(), 0
        self.headers: dict[str, str] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        hostile = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hostile.asked += 1
                usual = {"Content-Type": "application/json", "Total-Results": "1", "Last-Modified-Version": "3"}
                self.send_response(hostile.status)
                for name, value in {**usual, **hostile.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(hostile.body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@pytest.fixture
def two() -> Iterator[tuple[Hostile, Hostile]]:
    both = Hostile(), Hostile()
    yield both
    for each in both:
        each.server.shutdown()
        each.server.server_close()


def ask(hostile: Hostile) -> int:
    return cli.main(["zotero", "--lang", "en", "--endpoint", f"{hostile.endpoint}/api", "--no-cache"])


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_no_proxy_stands_between_askfirst_and_this_machine(
    two: tuple[Hostile, Hostile], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    zotero_here, proxy = two
    monkeypatch.setenv(name, proxy.endpoint)
    assert ask(zotero_here) == 1
    assert (zotero_here.asked, proxy.asked) == (1, 0)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_answer_leads_to_another_server(
    two: tuple[Hostile, Hostile], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    zotero_here, other = two
    zotero_here.status, zotero_here.headers = status, {"Location": other.endpoint}
    assert ask(zotero_here) == 2
    assert other.asked == 0
    assert f"status {status}" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["abc", "-5", "1e9", "٣", "9" * 5000, " "])
@pytest.mark.parametrize("name", ["Total-Results", "Last-Modified-Version"])
def test_a_header_that_is_no_number_is_no_mistake(
    two: tuple[Hostile, Hostile], name: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    two[0].headers = {name: value if value.isascii() else value.encode().decode("latin-1")}
    assert ask(two[0]) == 1
    assert "mistake" not in capsys.readouterr().err


@pytest.mark.parametrize("total", ["2000001", "999999999999999"])
def test_a_library_without_end_is_refused(
    two: tuple[Hostile, Hostile], total: str, capsys: pytest.CaptureFixture[str]
) -> None:
    two[0].headers = {"Total-Results": total}
    assert ask(two[0]) == 2
    assert two[0].asked == 1
    assert "does not end" in capsys.readouterr().err


def test_an_answer_that_unpacks_without_end_is_refused(
    two: tuple[Hostile, Hostile], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(zotero, "MOST_BYTES", 1_000_000)
    two[0].body = zlib.compress(b"[" + b" " * 5_000_000 + b"]", 9)
    two[0].headers = {"Content-Encoding": "deflate"}
    assert ask(two[0]) == 2
    assert "does not end" in capsys.readouterr().err


def test_an_answer_that_takes_for_ever_is_refused(
    two: tuple[Hostile, Hostile], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(zotero, "PATIENCE", -1.0)
    assert ask(two[0]) == 2
    assert "does not end" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["deflate", ""])
def test_a_packed_answer_is_read(two: tuple[Hostile, Hostile], encoding: str) -> None:
    if encoding:
        two[0].body, two[0].headers = zlib.compress(two[0].body), {"Content-Encoding": encoding}
    assert ask(two[0]) == 1


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b"null", b"[NaN]", b'{"a": 1}', b"\xff\xfe"])
def test_nonsense_is_one_sentence(
    two: tuple[Hostile, Hostile], body: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    two[0].body = body
    assert ask(two[0]) in (2, 3)
    assert "mistake" not in capsys.readouterr().err
