"""What stands between the client's bytes and pygls: whole frames only, so that a broken one costs itself and no other.

pygls 2.1 counts on every header: after one without a usable length it waits for ever, and answers nothing any more.
"""

from __future__ import annotations

import json
import re
from typing import BinaryIO

MOST = 256 * 1024 * 1024
"""bytes of one message that are taken"""
_LINE = 64 * 1024
_HEADERS = 20
_LENGTH = re.compile(rb"Content-Length:[ \t]*(\d{1,18})[ \t]*\r?\n\Z", re.IGNORECASE)
_AGAIN = re.compile(rb"Content-Length:[ \t]*\d+[ \t]*\r?\n", re.IGNORECASE)


class Frames:
    """A reader for pygls over *raw*: a header with its length, an empty line, and the body, again and again."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._back = b""
        """bytes that were read as part of a broken frame and belong to the next one"""
        self._lines: list[bytes] = []
        self._body = b""

    def readline(self) -> bytes:
        """The next line of a header; empty at the end of the input."""
        if not self._lines:
            body = self._next()
            if body is None:
                return b""
            self._body = body
            self._lines = [f"Content-Length: {len(body)}\r\n".encode(), b"\r\n"]
        return self._lines.pop(0)

    def read(self, size: int) -> bytes:
        """The body that belongs to the header."""
        body, self._body = self._body[:size], b""
        return body

    def _next(self) -> bytes | None:
        """The next body that is not empty; None at the end."""
        while (length := self._length()) is not None:
            if not 0 < length <= MOST:
                continue
            body = self._take(length)
            if len(body) < length:
                return None
            if not self._hides_another(body):
                return body
        return None

    def _length(self) -> int | None:
        """The length of the next message, found at the end of any line; None at the end."""
        length = None
        for _ in range(_HEADERS):
            while length is None:
                line = self._line()
                if not line:
                    return None
                if found := _LENGTH.search(line):
                    length = int(found[1])
            line = self._line()
            if not line.strip():
                return length
            if found := _LENGTH.search(line):
                length = int(found[1])
        return 0

    def _hides_another(self, body: bytes) -> bool:
        """Whether *body* is no message and swallowed the header of the next one, which is then taken up again."""
        found = _AGAIN.search(body)
        if not found:
            return False
        try:
            json.loads(body)
        except (ValueError, RecursionError):
            self._back = body[found.start() :] + self._back
            return True
        return False

    def _line(self) -> bytes:
        if self._back:
            end = self._back.find(b"\n") + 1
            if end:
                line, self._back = self._back[:end], self._back[end:]
                return line
            line, self._back = self._back, b""
            return line + self._raw.readline(_LINE)
        return self._raw.readline(_LINE)

    def _take(self, size: int) -> bytes:
        taken, self._back = self._back[:size], self._back[size:]
        return taken + self._raw.read(size - len(taken)) if len(taken) < size else taken
