"""A ``.zip`` (PKWARE's APPNOTE 6.3): its list is bounded before it is read, its files are unpacked one at a time."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from functools import partial

from askfirst.archives.members import (
    LARGEST,
    LOCKED,
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
from askfirst_checks.readers.word.package import has_small_directory

_ENCRYPTED = 1


def members(content: bytes, name: str) -> Members:
    """The files of the archive *content*, whatever its *name* is. Raises `Unreadable`."""
    if not has_small_directory(content, MOST_MEMBERS):
        raise Unreadable(TOO_MANY)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(NO_ARCHIVE) from error
    found = Members({}, {})
    left = _Left()
    for info in archive.infolist()[:MOST_MEMBERS]:
        path = inside(info.filename)
        if info.is_dir():
            continue
        if path is None:
            found.refused[info.filename] = OUTSIDE
        elif stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            found.refused[path] = NO_FILE
        elif info.flag_bits & _ENCRYPTED:
            found.refused[path] = LOCKED
        else:
            found.files[path] = partial(left.read, archive, info)
    return found._replace(rest=TOO_MANY) if len(archive.infolist()) > MOST_MEMBERS else found


class _Left:
    """How much may still be unpacked of one archive."""

    def __init__(self) -> None:
        self.bytes = MOST_KEPT

    def read(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
        """The bytes of one file; raises `Unreadable`."""
        most = min(LARGEST, self.bytes)
        try:
            with archive.open(info) as file:
                content = file.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as error:
            raise Unreadable(NO_ARCHIVE) from error
        self.bytes -= len(content)
        if len(content) > most:
            raise Unreadable(TOO_MUCH)
        return content
