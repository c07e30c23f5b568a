"""The files of a work as the writer sees them: unsaved buffers over what lies on disk."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping

from askfirst.files import FolderTree


class Disk:
    """Bytes of files that did not change since they were last read: the same object again, so that readers know them.

    Keeps at most *room* bytes; the least recently used file goes first.
    """

    def __init__(self, room: int = 32 * 1024 * 1024) -> None:
        self._room = room
        self._kept: dict[str, tuple[tuple[int, int, int], bytes]] = {}

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

    def _make_room(self) -> None:
        while len(self._kept) > 1 and sum(len(data) for _, data in self._kept.values()) > self._room:
            del self._kept[next(iter(self._kept))]


def _mark(path: str) -> tuple[int, int, int] | None:
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
        self.from_disk: dict[str, bytes] = {}
        """what was read that is not open"""

    def read(self, path: str) -> bytes:
        """The bytes of *path*, as typed if it is open; raises `Unreadable`."""
        buffer = self._buffers.get(posixpath.normpath(path))
        if buffer is not None:
            return buffer
        data = self.from_disk[path] = self._disk.read(self._tree, path)
        return data

    def exists(self, path: str) -> bool:
        """Whether *path* is open, or a regular file inside the tree."""
        return posixpath.normpath(path) in self._buffers or self._tree.exists(path)
