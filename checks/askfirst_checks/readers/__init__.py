"""One format a module: the bytes of a file to a `Manuscript`. Nothing here judges.

A reader has ``read(tree, path, *, references="matter") -> Manuscript`` and is imported when its first file comes along.
"""

from __future__ import annotations

import importlib
from types import ModuleType

_SUFFIXES = {
    ".tex": "latex",
    ".ltx": "latex",
    ".latex": "latex",
    ".rnw": "latex",
    ".snw": "latex",
    ".bib": "bibtex",
    ".csv": "authors_csv",
    ".tsv": "authors_csv",
    ".toml": "authors_toml",
    ".md": "frontmatter",
    ".markdown": "frontmatter",
    ".qmd": "frontmatter",
    ".rmd": "frontmatter",
    ".rmarkdown": "frontmatter",
    ".myst": "frontmatter",
}
_NAMES = {"citation.cff": "cff"}
_NOT_AUTHOR_LISTS = frozenset({"pyproject.toml", "askfirst.toml", "cargo.toml"})

FORMS: dict[str, str] = {
    "latex": "latex",
    "bibtex": "bibtex",
    "authors_csv": "csv",
    "authors_toml": "toml",
    "cff": "cff",
    "frontmatter": "markdown",
}
"""`Manuscript.form` of what each module of this package reads"""


def module_name(path: str) -> str | None:
    """The module of this package that reads files named like *path*, or None. Imports nothing."""
    name = path.rsplit("/", 1)[-1].lower()
    if name in _NOT_AUTHOR_LISTS:
        return None
    dot = name.rfind(".")
    return _NAMES.get(name) or (_SUFFIXES.get(name[dot:]) if dot > 0 else None)


def reader_for(path: str) -> ModuleType | None:
    """The reader of files named like *path*, imported now; None where askfirst reads no such file."""
    name = module_name(path)
    return None if name is None else importlib.import_module(f"{__name__}.{name}")
