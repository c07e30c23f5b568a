"""Files on disk: the manuscript's tree, which nothing outside can be reached through, and files written once."""

from __future__ import annotations

import os
import stat

from askfirst.pointers import ANNEXED, in_place_of_text, is_annexed
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Unreadable
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from typing import BinaryIO

LARGEST = 64 * 1024 * 1024
"""bytes of a file that is still read"""

MISSING = Text("there is no such file", "diese Datei gibt es nicht")
OUTSIDE = Text(
    "lies outside the manuscript's folder and is not read",
    "liegt außerhalb des Manuskriptordners und wird nicht gelesen",
)
NO_FILE = Text("is no regular file and is not read", "ist keine gewöhnliche Datei und wird nicht gelesen")
TOO_LARGE = Text("is larger than {limit} and is not read", "ist größer als {limit} und wird nicht gelesen")
LED_OUT = Text(
    "this is a link that leads out of the repository, and nothing is written through it",
    "das ist ein Link, der aus dem Repositorium führt, und durch ihn wird nichts geschrieben",
)
REFUSED = Text("cannot be read: the system refuses it", "lässt sich nicht lesen: das System verweigert es")


def repository_root(folder: str) -> str | None:
    """The nearest folder from *folder* upwards that holds ``.git``, or None."""
    folder = os.path.realpath(folder)
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def is_inside(path: str, top: str) -> bool:
    """Whether *path*, its links followed, lies in the folder *top*."""
    try:
        return _is_below(os.path.realpath(path), os.path.realpath(top))
    except (OSError, ValueError):
        return False


def _is_below(real: str, root: str) -> bool:
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def read_regular(path: str, limit: int = LARGEST) -> bytes:
    """The bytes of the regular file *path*. Raises `Unreadable`; never waits for a pipe or a device."""
    with _opened(path, limit) as file:
        return file.read(limit) or b""  # None: a file of the kernel's that would make us wait


def _opened(path: str, limit: int | None = None) -> BinaryIO:
    """The regular file *path*, of at most *limit* bytes, open for reading. Raises `Unreadable`."""
    try:
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        )
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Unreadable(ANNEXED if is_annexed(path) else MISSING) from error
    except (OSError, ValueError) as error:
        raise Unreadable(REFUSED) from error
    kind = os.fstat(handle)
    if stat.S_ISREG(kind.st_mode) and (limit is None or kind.st_size <= limit):
        return open(handle, "rb")
    os.close(handle)
    raise Unreadable(too_large(limit) if stat.S_ISREG(kind.st_mode) and limit else NO_FILE)


def too_large(limit: int) -> Text:
    """That a file has more than *limit* bytes."""
    return TOO_LARGE.fill(limit=f"{limit // 1024} kB" if limit < 1024 * 1024 else f"{limit // 1024 // 1024} MB")


class FolderTree:
    """A `askfirst_checks.model.Tree` on disk, closed at *root*: links that lead out of it are refused."""

    def __init__(self, root: str, limit: int = LARGEST) -> None:
        self.root = os.path.realpath(root)
        self.limit = limit

    def _inside(self, path: str) -> str:
        try:
            real = os.path.realpath(os.path.join(self.root, path))
        except (OSError, ValueError) as error:
            raise Unreadable(MISSING) from error
        if not _is_below(real, self.root):
            raise Unreadable(OUTSIDE)
        return real

    def read(self, path: str) -> bytes:
        """The bytes of *path*; raises `Unreadable`."""
        real = self._inside(path)
        if os.path.isdir(real):
            raise Unreadable(NO_FILE)
        content = read_regular(real, self.limit)
        if pointer := in_place_of_text(content):
            raise Unreadable(pointer)
        return content

    def exists(self, path: str) -> bool:
        """Whether *path* is a regular file inside the tree."""
        try:
            return stat.S_ISREG(os.stat(self._inside(path)).st_mode)
        except (Unreadable, OSError, ValueError):
            return False


def read_head(path: str, top: str, size: int) -> bytes:
    """The first *size* bytes of the regular file *path* inside *top*. Raises `Unreadable`; never waits."""
    if not is_inside(path, top):
        raise Unreadable(OUTSIDE)
    with _opened(path) as file:
        return file.read(size) or b""


class WithText:
    """A tree in which one file reads as *content*: a manuscript on standard input."""

    def __init__(self, tree: FolderTree, path: str, content: bytes) -> None:
        self.tree = tree
        self.path = path
        self.content = content

    def read(self, path: str) -> bytes:
        """The bytes of *path*; raises `Unreadable`."""
        return self.content if path == self.path else self.tree.read(path)

    def exists(self, path: str) -> bool:
        """Whether *path* can be read."""
        return path == self.path or self.tree.exists(path)


def write_new(path: str, content: bytes) -> None:
    """Write *content* to *path*, whole or not at all. Raises FileExistsError rather than replace a file."""
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    if not _write_nameless(folder, path, content):
        _write_beside(path, content)
    _settle(folder)


def write_over(path: str, content: bytes) -> None:
    """Write *content* to *path*, whole or not at all where it is a plain file. Raises OSError and `Unreadable`.

    A link is followed, as in ``-o /dev/stdout``, unless it leads out of the repository that it stands in.
    """
    top = repository_root(os.path.dirname(path) or ".") if os.path.islink(path) else None
    if top and not is_inside(path, top):
        raise Unreadable(LED_OUT)
    plain = not os.path.islink(path) and (os.path.isfile(path) or not os.path.lexists(path))
    if not (plain and _replaced(path, content)):
        with open(path, "wb") as file:
            file.write(content)


def _replaced(path: str, content: bytes) -> bool:
    """Write beside *path* and put it in its place; False where nothing can be made in its folder."""
    half = f"{path}.{os.getpid()}.tmp"
    mode = stat.S_IMODE(os.stat(path).st_mode) if os.path.lexists(path) else 0o666
    try:
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    except OSError:
        return False
    try:
        with open(handle, "wb") as file:
            file.write(content)
        os.replace(half, path)
    finally:
        if os.path.lexists(half):
            os.unlink(half)
    return True


def _write_nameless(folder: str, path: str, content: bytes) -> bool:
    """Write through a file that gets its name when it is whole; False where the system has no such files or links."""
    handle = _nameless(folder)
    if handle is None:
        return False
    with open(handle, "wb") as file:
        _flush(file.fileno(), content)
        try:
            # a dir_fd: else links are not followed
            os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle, follow_symlinks=True)
        except FileExistsError:
            raise
        except OSError:
            return False
    return True


def _nameless(folder: str) -> int | None:
    """A file that has no name yet, so that a killed process leaves nothing behind; None where the system has none."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not os.path.isdir("/proc/self/fd"):
        return None
    try:
        return os.open(folder, flag | os.O_WRONLY | os.O_CLOEXEC, 0o666)
    except OSError:
        return None


def _write_beside(path: str, content: bytes) -> None:
    temporary = f"{path}.{os.getpid()}.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(handle, "wb") as file:
            _flush(file.fileno(), content)
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # no hard links here (FAT, some network shares)
            _rename_new(temporary, path)
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)


def renamed_new(old: str, new: str) -> None:
    """Give the file *old* the name *new* beside it. Raises FileExistsError rather than replace a file, and OSError."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # no hard links here (FAT, some network shares)
        _rename_new(old, new)
    else:
        os.unlink(old)
    _settle(os.path.dirname(new) or ".")


def _rename_new(temporary: str, path: str) -> None:
    """Rename where nothing of that name is there: of several at once, one holds the claim while it looks."""
    claim = f"{path}.claim"
    os.close(os.open(claim, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        if os.path.lexists(path):
            raise FileExistsError(path)
        os.rename(temporary, path)
    finally:
        os.unlink(claim)


def _flush(handle: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def _settle(folder: str) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
