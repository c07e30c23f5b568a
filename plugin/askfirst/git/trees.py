"""The staged content, or one commit, as the tree of files that a reader reads."""

from __future__ import annotations

import os
import posixpath
import subprocess

from askfirst.git.repository import Repository, git, surroundings
from askfirst.pointers import ANNEXED, in_place_of_text, is_annexed
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Unreadable
from askfirst_checks.words import Text

LARGEST = 64 * 1024 * 1024
_HOPS = 5
_LONGEST_LINK = 4096
_LINK, _MODULE = "120000", "160000"

_MISSING = Text("not in what is committed", "nicht in dem, was committet wird")
_OUTSIDE = Text("outside the manuscript's tree", "außerhalb des Manuskript-Ordners")
_NO_FILE = Text("no regular file", "keine gewöhnliche Datei")
_LARGE = Text(f"larger than {LARGEST // 2**20} MiB", f"größer als {LARGEST // 2**20} MiB")


class Entry(NamedTuple):
    """One path git knows: its mode (``100644``, ``120000`` ...) and the id of its blob."""

    mode: str
    blob: str


class GitTree:
    """A `Tree` over blobs. Use as a context manager: it keeps one git process while it lives."""

    def __init__(self, repository: Repository, entries: dict[str, Entry]) -> None:
        self.entries = entries
        self._top = repository.top
        self._git: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> GitTree:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def exists(self, path: str) -> bool:
        """Whether *path* names a regular file here, symbolic links inside the tree followed."""
        try:
            return bool(self._entry(path))
        except Unreadable:
            return False

    def read(self, path: str) -> bytes:
        """The blob at *path*; raises `Unreadable`."""
        content = self._blob(self._entry(path), LARGEST, _LARGE)
        if pointer := in_place_of_text(content):
            raise Unreadable(pointer)
        return content

    def resolved(self, path: str) -> tuple[str, ...]:
        """*path*, and every path that its links lead over; raises `Unreadable`."""
        seen = []
        for _ in range(_HOPS):
            path = posixpath.normpath(path)
            if path.startswith(("../", "/")) or path == "..":
                raise Unreadable(_OUTSIDE)
            link = self._link_in(path)
            seen.append(path)
            if not link:
                return tuple(seen)
            target = os.fsdecode(self._blob(self.entries[link], _LONGEST_LINK, _NO_FILE))
            if is_annexed(target):
                raise Unreadable(ANNEXED)
            path = posixpath.join(posixpath.dirname(link), target) + path[len(link) :]
        raise Unreadable(_NO_FILE)

    def is_link(self, path: str) -> bool:
        """Whether *path* is a symbolic link or a submodule, and so no text of its own."""
        return self.entries[path].mode in (_LINK, _MODULE)

    def _link_in(self, path: str) -> str:
        """*path* or the folder above it that is a symbolic link; empty where none is."""
        if path in self.entries:
            return path if self.entries[path].mode == _LINK else ""
        while path := posixpath.dirname(path):
            if path in self.entries:
                return path if self.entries[path].mode == _LINK else ""
        return ""

    def _entry(self, path: str) -> Entry:
        entry = self.entries.get(self.resolved(path)[-1])
        if entry is None:
            raise Unreadable(_MISSING)
        if entry.mode == _MODULE:
            raise Unreadable(_NO_FILE)
        return entry

    def _blob(self, entry: Entry, most: int, larger: Text) -> bytes:
        git = self._git = self._git or self._start()
        assert git.stdin is not None and git.stdout is not None  # noqa: S101, PT018  both are pipes
        git.stdin.write(entry.blob.encode() + b"\n")
        git.stdin.flush()
        said = git.stdout.readline().split()
        if len(said) != 3:
            raise Unreadable(_MISSING)
        if said[1] != b"blob" or int(said[2]) > most:
            self._stop()  # rather than read past what is not wanted
            raise Unreadable(larger if said[1] == b"blob" else _NO_FILE)
        return git.stdout.read(int(said[2]) + 1)[:-1]

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["git", "-c", "protocol.allow=never", "cat-file", "--batch"],
            cwd=self._top,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=surroundings(),
        )

    def _stop(self) -> None:
        if self._git is not None:
            self._git.kill()
            self._git.communicate()
            self._git = None


def staged(repository: Repository) -> GitTree:
    """The index: what the next commit will hold. Conflicted paths are left out, as git refuses to commit them."""
    entries = {}
    for line in git(["ls-files", "--stage", "-z"], cwd=repository.top).split(b"\0"):
        facts, _, path = line.partition(b"\t")
        if facts.endswith(b" 0"):
            mode, blob, _ = facts.decode("ascii").split(" ")
            entries[os.fsdecode(path)] = Entry(mode, blob)
    return GitTree(repository, entries)


def committed(repository: Repository, commit: str) -> GitTree:
    """The tree of *commit* (an object id, or a revision that does not begin with a dash)."""
    entries = {}
    listing = git(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit], cwd=repository.top)
    for line in listing.split(b"\0"):
        facts, tab, path = line.partition(b"\t")
        if tab:
            mode, _, blob = facts.decode("ascii").split(" ")
            entries[os.fsdecode(path)] = Entry(mode, blob)
    return GitTree(repository, entries)
