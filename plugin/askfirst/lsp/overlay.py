"""The files of a work as the writer sees them: unsaved buffers over what lies on disk."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple

from askfirst.files import FolderTree
from askfirst.lsp.aside import LARGE, Read, read_aside, thinned

Mark = tuple[int, int, int]


class _Book(NamedTuple):
    of: object
    """the mark of the file, or the typed bytes themselves"""
    names: frozenset[str] | None
    read: Read


class Disk:
    """Bytes of files that did not change since they were last read: the same object again, so that readers know them.

    Keeps at most *room* bytes; the least recently used file goes first. Of a bibliography it keeps what was read, and
    of its text those lines only.
    """

    def __init__(self, room: int = 8 * 1024 * 1024) -> None:
        self._room = room
        self._kept: dict[str, tuple[Mark, bytes]] = {}
        self.books: dict[str, _Book] = {}

    def read(self, tree: FolderTree, path: str) -> bytes:
        """The bytes of *path* in *tree*; raises `Unreadable`."""
        key = os.path.join(tree.root, path)
        mark = _mark(key)
        known = self._kept.pop(key, None)
        if known is None or mark is None or known[0] != mark:
            data = tree.read(path)
            if mark is None or mark != _mark(key):  # it changed while it was read
                return data
            known = mark, data
        self._kept[key] = known
        self._make_room()
        return known[1]

    def forget(self, top: str) -> None:
        """Drop what is kept of the files in the folder *top*."""
        for kept in (self._kept, self.books):
            for path in [path for path in kept if path.startswith(top)]:
                del kept[path]

    def _make_room(self) -> None:
        while sum(len(data) for _, data in self._kept.values()) > self._room:
            del self._kept[next(iter(self._kept))]


def _mark(path: str) -> Mark | None:
    try:
        seen = os.stat(path)
    except (OSError, ValueError):
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


class Overlay:
    """A `askfirst_checks.model.Tree`: *buffers* (by their path in the tree) before the files of *tree*."""

    def __init__(self, tree: FolderTree, buffers: Mapping[str, bytes], disk: Disk) -> None:
        self.root = tree.root
        self._tree = tree
        self._buffers = buffers
        self._disk = disk
        self.asked: set[str] = set()
        """everything that was read"""
        self.from_disk: dict[str, Mark | None] = {}
        """what was read that is not open, and when it was last changed"""

    @property
    def open(self) -> list[str]:
        """The files of this tree that are open."""
        return sorted(self._buffers)

    def mark(self, path: str) -> bytes | Mark | None:
        """What tells whether *path* changed: the typed bytes, or when and how long it is on disk."""
        typed = self._buffers.get(posixpath.normpath(path))
        return _mark(os.path.join(self.root, path)) if typed is None else typed

    def read(self, path: str) -> bytes:
        """The bytes of *path*, as typed if it is open; raises `Unreadable`."""
        self.asked.add(posixpath.normpath(path))
        buffer = self._buffers.get(posixpath.normpath(path))
        if buffer is not None:
            return buffer
        self.from_disk[path] = _mark(os.path.join(self.root, path))
        return self._disk.read(self._tree, path)

    def remembered(self, path: str, names: frozenset[str] | None, read: Callable[[], Read]) -> Read:
        """What *read* says of the bibliography at *path*, its text thinned; of an unchanged one what it said last."""
        place, of = os.path.join(self.root, path), self.mark(path)
        if not isinstance(of, bytes):
            self.from_disk[path] = of
        known = self._disk.books.get(place)
        if known is None or of is None or known.of != of or known.names != names:
            known = self._disk.books[place] = _Book(of, names, self._read(path, names, read))
        return known.read

    def _read(self, path: str, names: frozenset[str] | None, read: Callable[[], Read]) -> Read:
        mark = self.mark(path)
        if isinstance(mark, tuple) and mark[1] >= LARGE and (aside := read_aside(self.root, path, names, mark)):
            return aside
        book, sources, problems = read()
        return book, {file: thinned(text, book.references) for file, text in sources.items()}, problems

    def exists(self, path: str) -> bool:
        """Whether *path* is open, or a regular file inside the tree."""
        return posixpath.normpath(path) in self._buffers or self._tree.exists(path)
