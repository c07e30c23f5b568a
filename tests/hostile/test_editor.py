"""Messages that no editor should send: the server answers the next one, and what it shows is right again at the end."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.plugin.server.conftest import RawClient, Refused, replace

from .generators import KP, tex

PAPER = tex(KP)["p.tex"]
QUIET = PAPER.replace("Kim Il Sung University, Pyongyang, DPR Korea", "Berlin, Germany")
HUGE = 2**31 - 1
PLACES = ((5, 0, 0, 0), (HUGE, HUGE, 0, 0), (0, HUGE, HUGE, 0), (-1, -1, -5, -9), (0, 2**53, 0, 2**63), (99, 0, 98, 0))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RawClient]:
    folder = tmp_path_factory.mktemp("work")
    (folder / ".git").mkdir()
    session = RawClient(folder)
    session.begin()
    yield session
    assert session.end() == 0
    assert session.process.stderr
    assert b"Traceback" not in session.process.stderr.read()
    session.kill()


@pytest.fixture
def uri(client: RawClient) -> Iterator[str]:
    """A manuscript that is open and asks."""
    path = client.folder / "paper.tex"
    path.write_text(PAPER)
    opened = client.open(path)
    assert asks(client, opened)
    yield opened
    client.close(opened)
    client.diagnostics(opened)


def asks(client: RawClient, uri: str) -> bool:
    return any(each["code"] == "AF101" for each in client.diagnostics(uri))


def is_right(client: RawClient, uri: str) -> None:
    """The server takes the next texts as they come: quiet, then a question."""
    client.change(uri, {"text": QUIET})
    while asks(client, uri):
        pass
    client.change(uri, {"text": PAPER})
    while not asks(client, uri):
        pass


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ["", "x", "\n\n"])
def test_a_range_that_is_none(client: RawClient, uri: str, place: tuple[int, int, int, int], text: str) -> None:
    client.change(uri, replace(*place, text))
    is_right(client, uri)


@pytest.mark.parametrize("version", [0, -1, HUGE, 2**53, 2**70, None, "7", 1.5])
def test_a_version_that_is_none(client: RawClient, uri: str, version: Any) -> None:
    document = {"uri": uri, "version": version}
    client.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": QUIET}]})
    is_right(client, uri)


@pytest.mark.parametrize("text", ["\ud83d", "a\udc00b", "\0", "\x1b[31m", "\u2028\x85\x0c", "😀" * 50])
def test_halves_of_characters_and_line_ends_that_are_none(client: RawClient, uri: str, text: str) -> None:
    client.change(uri, replace(3, 1, 3, 1, text))
    client.change(uri, replace(3, 2, 3, 3, text))
    is_right(client, uri)


@pytest.mark.parametrize(
    "other",
    ["file:///%00.tex", "file://host/share/x.tex", "untitled:x.tex", "file:///" + "a" * 5000 + ".tex", "", "x", "file:",
     "file:///proc/kmsg", "file:///dev/zero", "http://127.0.0.1:9/x.tex", "file:///%ff%fe.tex", "vscode-vfs://x/y.tex"],
)  # fmt: skip
def test_an_address_that_is_none(client: RawClient, uri: str, other: str) -> None:
    document = {"uri": other, "languageId": "latex", "version": 1, "text": PAPER}
    client.notify("textDocument/didOpen", {"textDocument": document})
    for method in ("hover", "codeAction", "definition"):
        place: dict[str, Any] = {"textDocument": {"uri": other}, "position": {"line": HUGE, "character": HUGE}}
        wanted = {**place, "range": replace(9, 9, 0, 0, "")["range"], "context": {"diagnostics": []}}
        with contextlib.suppress(Refused):
            client.request(f"textDocument/{method}", wanted)
    client.notify("textDocument/didClose", {"textDocument": {"uri": other}})
    is_right(client, uri)


@pytest.mark.parametrize("method", ["didOpen", "didChange", "didSave", "didClose"])
@pytest.mark.parametrize("params", [None, [], {}, {"textDocument": None}, {"textDocument": {"uri": 5}}, "x"])
def test_a_notice_without_its_parts(client: RawClient, uri: str, method: str, params: Any) -> None:
    client.notify(f"textDocument/{method}", params)
    is_right(client, uri)


def test_one_file_opened_twice_and_closed_twice(client: RawClient, uri: str) -> None:
    path = client.folder / "paper.tex"
    client.open(path, QUIET)
    client.change(uri, {"text": QUIET})
    is_right(client, uri)
    other = client.open(client.folder / "none.tex", QUIET)
    client.close(other)
    client.close(other)
    client.change(other, {"text": PAPER})
    is_right(client, uri)


def test_edits_of_a_file_that_is_not_open(client: RawClient, uri: str, tmp_path: Path) -> None:
    never = (tmp_path / "never.tex").as_uri()
    document = {"uri": never, "version": 3}
    client.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [replace(0, 0, 9, 9, "x")]})
    is_right(client, uri)


def test_a_large_bibliography_keeps_no_other_manuscript_waiting(client: RawClient) -> None:
    folder = client.folder / "large"
    (folder / ".git").mkdir(parents=True)
    entry = (
        "@article{{k{},author={{Ri, B. and Pak, C.}},title={{x}},affiliation={{Kim Il Sung University}},year=2020}}\n"
    )
    (folder / "r.bib").write_text("".join(entry.format(n) for n in range(30_000)))
    cites = "\\cite{k1}\\bibliography{r}\\end{document}"
    (folder / "large.tex").write_text(PAPER.replace("A B", "B. Ri").replace("\\end{document}", cites))
    (client.folder / "small.tex").write_text(PAPER)
    large = client.open(folder / "large.tex")
    time.sleep(0.2)  # its check has begun
    small = client.open(client.folder / "small.tex")
    told: list[str] = []
    while large not in told:
        found = client.wait(lambda message: message.get("method") == "textDocument/publishDiagnostics", 100)
        told.append(found["params"]["uri"])
    assert small in told
    client.close(large)
    client.close(small)
