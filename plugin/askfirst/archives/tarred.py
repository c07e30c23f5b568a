"""A ``.tar``, ``.tar.gz`` or a single ``.gz`` (POSIX.1-2001 pax, RFC 1952): unpacked as a stream, within bounds.

A reader of its own and not `tarfile`, which takes long names and extended headers of any size into memory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from askfirst.archives.members import (
    LARGEST,
    MOST_KEPT,
    MOST_MEMBERS,
    NO_ARCHIVE,
    NO_FILE,
    TOO_MANY,
    TOO_MUCH,
    Members,
    inside,
)
from askfirst.files import OUTSIDE
from askfirst_checks.model import Unreadable

_BLOCK = 512
_CHUNK = 256 * 1024
_MOST_STREAM = 256 * 1024 * 1024
"""bytes of the whole stream, figures included"""
_LONGEST_HEADER = 16 * 1024
_FIGURES = (
    *(".pdf", ".png", ".jpg", ".jpeg", ".gif", ".eps", ".ps", ".svg", ".tif", ".tiff", ".bmp", ".mp4", ".avi", ".mov"),
    *(".h5", ".hdf5", ".fits", ".npy", ".npz", ".dat", ".mat", ".ttf", ".otf", ".pfb"),
)
"""endings of files that no reader asks for: passed over as they stream by"""
_GZIP = b"\x1f\x8b"
_USTAR = b"ustar"


class _Stream:
    """Bytes that come in chunks, of which at most `_MOST_STREAM` are given."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._held = b""
        self._at = 0
        self._left = _MOST_STREAM

    def take(self, size: int) -> bytes:
        """The next *size* bytes, fewer at the end. Raises `Unreadable`."""
        parts, need = [], size
        while need > 0:
            if self._at >= len(self._held):
                self._held, self._at = self._next(), 0
                if not self._held:
                    break
            parts.append(self._held[self._at : self._at + need])
            self._at += len(parts[-1])
            need -= len(parts[-1])
        return b"".join(parts)

    def skip(self, size: int) -> None:
        """Pass over *size* bytes."""
        while size > 0:
            passed = len(self.take(min(size, _CHUNK)))
            if not passed:
                return
            size -= passed

    def _next(self) -> bytes:
        chunk = next(self._chunks, b"")
        self._left -= len(chunk)
        if self._left < 0:
            raise Unreadable(TOO_MUCH)
        return chunk


def members(content: bytes, name: str) -> Members:
    """The files of the archive *content*, which is called *name*. Raises `Unreadable`."""
    stream = _Stream(_unpacked(content) if content.startswith(_GZIP) else _cut(content))
    first = stream.take(_BLOCK)
    if not _is_header(first):
        if not content.startswith(_GZIP):
            raise Unreadable(NO_ARCHIVE)
        return _single(first, stream, content, name)
    found = Members({}, {})
    try:
        _read(first, stream, found)
    except Unreadable as error:
        return found._replace(rest=error.text)
    return found


def _cut(content: bytes) -> Iterator[bytes]:
    return (content[at : at + _CHUNK] for at in range(0, len(content), _CHUNK))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """The chunks of gzip data; several members one behind the other are one stream."""
    data = content
    while data.startswith(_GZIP):
        unpacker = zlib.decompressobj(31)
        waiting = data
        while not unpacker.eof:
            try:
                chunk = unpacker.decompress(waiting, _CHUNK)
            except zlib.error as error:
                raise Unreadable(NO_ARCHIVE) from error
            waiting = unpacker.unconsumed_tail
            if chunk:
                yield chunk
            elif not unpacker.eof:
                raise Unreadable(NO_ARCHIVE)  # cut short
        data = unpacker.unused_data


def _single(first: bytes, stream: _Stream, content: bytes, name: str) -> Members:
    """One file: arXiv packs a paper of one ``.tex`` like this."""
    whole = first + stream.take(LARGEST)
    if len(whole) > LARGEST:
        raise Unreadable(TOO_MUCH)
    path = inside(_called(content) or "") or name[: -len(".gz")]
    if "." not in path or path.rpartition(".")[2].isdecimal():  # 2401.01234
        path += ".tex"
    return Members({path: lambda: whole}, {})


def _called(content: bytes) -> str:
    """The name in the header of gzip data, without its folders; empty where it has none."""
    if not content[3] & 8 or content[3] & 4:
        return ""
    return content[10 : content.find(b"\0", 10, 300)].decode("latin-1").replace("\\", "/").rpartition("/")[2]


def _is_header(block: bytes) -> bool:
    """Whether *block* is the head of a file in a tar: its checksum says so."""
    if len(block) != _BLOCK or not block[0]:
        return False
    said = _octal(block[148:156])
    return said is not None and said == sum(block) - sum(block[148:156]) + 8 * 32


def _octal(field: bytes) -> int | None:
    if field[:1] == b"\x80":
        return int.from_bytes(field[1:], "big")
    digits = field.strip(b" \0")
    return int(digits, 8) if digits and not digits.strip(b"01234567") else None if digits else 0


def _read(block: bytes, stream: _Stream, found: Members) -> None:
    """Take in the files from *block* on. Raises `Unreadable` where the rest cannot be looked at."""
    kept, long_name = 0, ""
    for _ in range(MOST_MEMBERS):
        if len(block) < _BLOCK or not any(block):
            return
        size = _octal(block[124:136])
        if not _is_header(block) or size is None:
            raise Unreadable(NO_ARCHIVE)
        kind = block[156:157]
        if kind in b"LKxg" and kind:
            long_name = _long_name(kind, stream.take(min(size, _LONGEST_HEADER))) or long_name
            stream.skip(size - min(size, _LONGEST_HEADER))
        else:
            content = _file(long_name or _name(block), kind, size, stream, found, MOST_KEPT - kept)
            kept, long_name = kept + content, ""
        stream.skip(-size % _BLOCK)
        block = stream.take(_BLOCK)
    raise Unreadable(TOO_MANY)


def _file(name: str, kind: bytes, size: int, stream: _Stream, found: Members, left: int) -> int:
    """Take in one file, or pass over it; how many bytes were kept."""
    path = inside(name)
    if kind == b"5" or name.endswith("/"):
        stream.skip(size)
    elif path is None:
        found.refused[name] = OUTSIDE
        stream.skip(size)
    elif kind not in (b"0", b"\0", b"7", b""):
        found.refused[path] = NO_FILE
        stream.skip(size)
    elif path.casefold().endswith(_FIGURES):
        stream.skip(size)
    elif size > min(LARGEST, left):
        found.refused[path] = TOO_MUCH
        stream.skip(size)
    else:
        content = stream.take(size)
        found.files[path] = lambda: content
        return size
    return 0


def _name(block: bytes) -> str:
    name = block[:100].split(b"\0", 1)[0]
    prefix = block[345:500].split(b"\0", 1)[0] if block[257:262] == _USTAR and block[262:263] == b"\0" else b""
    return _text(prefix + b"/" + name if prefix else name)


def _long_name(kind: bytes, content: bytes) -> str:
    """The name that an extended header gives to the next file; empty where it gives none."""
    if kind == b"L":
        return _text(content.split(b"\0", 1)[0])
    if kind != b"x":
        return ""
    at = 0
    while at < len(content):
        length, space, _ = content[at : at + 20].partition(b" ")
        if not space or not length.isdigit() or int(length) < 5:
            return ""
        record = content[at + len(length) + 1 : at + int(length) - 1]
        if record.startswith(b"path="):
            return _text(record[5:])
        at += int(length)
    return ""


def _text(name: bytes) -> str:
    return name.decode("utf-8", "replace")
