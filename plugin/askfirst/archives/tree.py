"""The files of an archive as the tree that a reader reads."""

from __future__ import annotations

from askfirst.archives.members import Members, inside
from askfirst.files import MISSING, OUTSIDE
from askfirst.pointers import in_place_of_text
from askfirst_checks.model import Unreadable


class ArchiveTree:
    """A `askfirst_checks.model.Tree` in memory: each file is unpacked once."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self._read: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        """The bytes of *path*; raises `Unreadable`."""
        name = inside(path)
        if name is None:
            raise Unreadable(OUTSIDE)
        if name not in self._read:
            if name in self.members.refused:
                raise Unreadable(self.members.refused[name])
            if name not in self.members.files:
                raise Unreadable(MISSING)
            self._read[name] = self.members.files[name]()
        if pointer := in_place_of_text(self._read[name]):
            raise Unreadable(pointer)
        return self._read[name]

    def exists(self, path: str) -> bool:
        """Whether *path* is a file of the archive."""
        name = inside(path)
        return name is not None and name in self.members.files
