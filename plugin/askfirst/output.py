"""Where a report may be written: a new file or an old report, and never over a manuscript or into git's own folder."""

from __future__ import annotations

import os
import stat

from askfirst.errors import Failure
from askfirst.files import write_over
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Unreadable
from askfirst_checks.readers.file_kinds import kind_of
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

_READ = Text(
    "this is a manuscript, or a file that belongs to one, and no report is written over it",
    "das ist ein Manuskript oder eine Datei, die dazugehört, und ein Bericht überschreibt sie nicht",
)
_GIT = Text(
    "this lies in git's own folder, and no report is written there",
    "das liegt in gits eigenem Ordner, und dorthin wird kein Bericht geschrieben",
)
_TEXTS = ("latex", "bibtex", "typst")
"""readers of files that people write by hand, whatever they are called"""


def write(path: str, text: str, read: Iterable[str] = ()) -> None:
    """Write the report *text* to *path*; *read* are the files that it is about. Raises `Failure` and OSError."""
    if ".git" in os.path.realpath(path).split(os.sep):
        raise Failure(_GIT, path)
    if _is_file(path) and (_is_text(path) or any(_is_same(path, each) for each in read)):
        raise Failure(_READ, path)
    try:
        write_over(path, text.encode("utf-8", "backslashreplace"))
    except Unreadable as error:
        raise Failure(error.text, path) from error


def _is_text(path: str) -> bool:
    kind = kind_of(os.path.basename(path))
    return kind is not None and kind.reader in _TEXTS


def _is_file(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False
