"""The parts of a Word file: a zip archive of XML, opened within bounds, nothing followed out of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from askfirst_checks.words import Text

MOST_MEMBERS = 4_000
LARGEST_PART = 24 * 1024 * 1024
"""bytes of one unpacked part; a paper of 300 pages has some 6 MB"""
_ENTRY = 400
"""bytes that an entry of the list of files has at most, on the average"""
_OLE = b"\xd0\xcf\x11\xe0"
OLD_OR_LOCKED = Text(
    "this is an older Word file or one with a password; save it as .docx without a password, and check that",
    "das ist eine ältere Word-Datei oder eine mit Kennwort; bitte ohne Kennwort als .docx speichern und diese prüfen",
)
NO_PACKAGE = Text(
    "could not be opened as a Word file; open and save it once more, and check that",
    "ließ sich nicht als Word-Datei öffnen; bitte noch einmal öffnen und speichern und dann prüfen",
)
TOO_LARGE = Text(
    "holds more than is unpacked of one file ({limit} MiB), and was not read",
    "enthält mehr, als von einer Datei entpackt wird ({limit} MiB), und wurde nicht gelesen",
)


class Broken(Exception):
    """A file that cannot be read; *text* says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Package:
    """The members of one archive, by name. Raises `Broken`."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Broken(OLD_OR_LOCKED)
        if not has_small_directory(data, MOST_MEMBERS):
            raise Broken(NO_PACKAGE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Broken(NO_PACKAGE) from error
        self.names = tuple(self._zip.namelist()[:MOST_MEMBERS])

    def part(self, name: str) -> bytes:
        """The unpacked bytes of *name*, empty where there is none. Raises `Broken`."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as file:
                data = file.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as error:
            raise Broken(NO_PACKAGE) from error
        if len(data) > LARGEST_PART:
            raise Broken(TOO_LARGE.fill(limit=LARGEST_PART // 1024**2))
        return data

    def named(self, starts: Iterable[str]) -> tuple[str, ...]:
        """The XML members whose names begin with one of *starts*, at most 20."""
        begins = tuple(starts)
        return tuple(name for name in self.names if name.startswith(begins) and name.endswith(".xml"))[:20]


def has_small_directory(data: bytes, most: int) -> bool:
    """Whether the zip archive *data* lists at most *most* files: its list is read as a whole, so it is bounded before.

    True, too, for what is no archive at all: opening it says so.
    """
    end = data.rfind(b"PK\x05\x06", max(len(data) - 65_557, 0), max(len(data) - 18, 0))
    if end < 0:
        return True
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    if data[end - 20 : end].startswith(b"PK\x06\x07") and (wide := data[end - 76 : end - 20]).startswith(b"PK\x06\x06"):
        size = int.from_bytes(wide[40:48], "little")  # zip64
    return size <= most * _ENTRY
