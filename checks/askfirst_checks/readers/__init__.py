"""One format a module: the bytes of a file to a `Manuscript`. Nothing here judges.

A reader has ``read(tree, path, *, references="matter") -> Manuscript`` and is imported when its first file comes along.
"""

from __future__ import annotations

import importlib
from types import ModuleType

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.readers.file_kinds import KINDS, kind_of

if TYPE_CHECKING:
    from askfirst_checks.words import Text

FORMS: dict[str, str] = {kind.reader: kind.form for kind in KINDS}
"""`Manuscript.form` of what each module of this package reads"""


def house_macro(line: str) -> tuple[str, Text | None]:
    """The name of the LaTeX macro that *line* of a house class declares, and what is wrong with it, if anything is."""
    found = importlib.import_module(f"{__name__}.latex.scan.house_macros").house_macro(line)
    return found.name, found.wrong


def module_name(path: str) -> str | None:
    """The module of this package that reads files named like *path*, or None. Imports nothing."""
    kind = kind_of(path)
    return kind.reader if kind else None


def reader_for(path: str) -> ModuleType | None:
    """The reader of files named like *path*, imported now; None where askfirst reads no such file."""
    name = module_name(path)
    return None if name is None else importlib.import_module(f"{__name__}.{name}")
