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
