"""Frames: a broken one costs itself, and the next message is read."""

from __future__ import annotations

import io
import json

import pytest

from askfirst.lsp import frames
from askfirst.lsp.frames import Frames

MESSAGE = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ä", "params": {"text": "Content-Length: 5\r\n"}}).encode()


def framed(body: bytes) -> bytes:
    return f"Content-Length: {len(body)}\r\n\r\n".encode() + body


def bodies(content: bytes) -> list[bytes]:
    """What pygls reads of *content*: as it does, line by line, then the body."""
    reader, found, length = Frames(io.BytesIO(content)), [], 0
    while line := reader.readline():
        if line.startswith(b"Content-Length: "):
            length = int(line[16:])
        elif not line.strip():
            found.append(reader.read(length))
    return found


@pytest.mark.parametrize(
    "broken",
    [
        b"X: y\r\n\r\n{}",
        b"Content-Length: -5\r\n\r\n{}",
        b"Content-Length: abc\r\n\r\n{}",
        b"Content-Length:\r\n\r\n{}",
        b"Content-Length: 0\r\n\r\n",
        b"Content-Length: 3\r\n\r\n" + MESSAGE,
        b"Content-Length: 99999999999999999999\r\n\r\n{}",
        b"Content-Length: 999999999999\r\n\r\n{}",
        b"\r\n\r\n\r\n",
        b"\0\xff\xfe" * 1000,
        b"x" * 200_000,
        b"{}" * 10,
        b"Content-Length: 5\r\n" + b"X: y\r\n" * 50 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>",
    ],
)
def test_the_message_behind_a_broken_frame_is_read(broken: bytes) -> None:
    assert bodies(broken + framed(MESSAGE) + framed(b"[2]"))[-2:] == [MESSAGE, b"[2]"]


@pytest.mark.parametrize("extra", [1, 20, 60])
def test_a_length_that_is_too_long_swallows_nothing(extra: int) -> None:
    long = f"Content-Length: {len(MESSAGE) + extra}\r\n\r\n".encode() + MESSAGE
    assert bodies(long + framed(b"[1, 2]") + framed(b"[3]") * 9)[-9:] == [b"[3]"] * 9


@pytest.mark.parametrize(
    "content",
    [
        framed(MESSAGE),
        framed(MESSAGE) * 50,
        MESSAGE.join(
            [f"Content-Length: {len(MESSAGE)}\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n".encode(), b""]
        ),
        MESSAGE.join([f"Content-Type: x\r\ncontent-length: {len(MESSAGE)}\r\n\r\n".encode(), b""]),
        MESSAGE.join([f"Content-Length: {len(MESSAGE)}\n\n".encode(), b""]),
        framed(b"[" + b"1," * 100_000 + b"1]"),
    ],
)
def test_what_clients_send_is_read_as_it_is(content: bytes) -> None:
    found = bodies(content)
    assert found
    assert all(json.loads(each) for each in found)


@pytest.mark.parametrize(
    "content", [b"", b"Content-Length: 5", b"Content-Length: 5\r\n\r\n{}", b"Content-Length: 5\r\n"]
)
def test_the_end_of_the_input_ends_it(content: bytes) -> None:
    assert bodies(content) == []


def test_a_message_larger_than_the_bound_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "MOST", 10)
    assert bodies(framed(b"[" + b" " * 50 + b"]") + b"\n" + framed(b"[1]")) == [b"[1]"]
