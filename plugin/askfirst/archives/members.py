"""What an archive holds, as both kinds of archive give it, and the bounds within which it is unpacked."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from askfirst_checks.light import NamedTuple
from askfirst_checks.words import Text

MOST_MEMBERS = 10_000
LARGEST = 24 * 1024 * 1024
"""bytes of one unpacked file"""
MOST_KEPT = 64 * 1024 * 1024
"""bytes of all files that are unpacked of one archive"""

NO_ARCHIVE = Text(
    "could not be opened as an archive; unpack it, and check the folder",
    "ließ sich nicht als Archiv öffnen; bitte entpacken und den Ordner prüfen",
)
TOO_MANY = Text(
    "holds more files than are looked at in one archive; unpack it, and check the folder",
    "enthält mehr Dateien, als in einem Archiv angesehen werden; bitte entpacken und den Ordner prüfen",
)
TOO_MUCH = Text(
    "holds more than is unpacked of one archive; unpack it, and check the folder",
    "enthält mehr, als aus einem Archiv entpackt wird; bitte entpacken und den Ordner prüfen",
)
LOCKED = Text(
    "has a password in its archive and was not read; unpack it, and check the folder",
    "hat im Archiv ein Kennwort und wurde nicht gelesen; bitte entpacken und den Ordner prüfen",
)
NO_FILE = Text(
    "is a link or a device in an archive and is not read",
    "ist im Archiv ein Link oder ein Gerät und wird nicht gelesen",
)


class Members(NamedTuple):
    """The files of one archive."""

    files: dict[str, Callable[[], bytes]]
    """by path: what unpacks one; raises `Unreadable`"""
    refused: dict[str, Text]
    """paths that are not read, and why: links, devices, paths that lead out of the archive"""
    rest: Text | None = None
    """why the rest of the archive was not looked at"""


def inside(name: str) -> str | None:
    """*name* as a path inside the archive; None where it leads out of it."""
    name = name.replace("\\", "/")
    if "\0" in name or name.startswith("/") or name[1:2] == ":":
        return None
    path = posixpath.normpath(name)
    return None if path == "." or path == ".." or path.startswith("../") else path
