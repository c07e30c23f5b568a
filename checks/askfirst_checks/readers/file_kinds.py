"""The one table of what is read: which reader reads a file of which name, and when it is a document of its own.

``check``, folders, git hooks, ``.pre-commit-hooks.yaml``, the server and the editors' configurations are derived from
this table or tested against it.
"""

from __future__ import annotations

import re

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.patterns import pattern

Alone = Literal["class", "front", "authors", "listed", "always", "named", "root", "never"]


class FileKind(NamedTuple):
    """Files that one reader reads."""

    reader: str
    """module of `askfirst_checks.readers`"""
    form: str
    """`Manuscript.form` of what it reads"""
    alone: Alone
    """when it is a document of its own: it begins with a document ``class``, its ``front`` matter is a paper's, it has
    a key for ``authors``, its name says that authors are ``listed``, its ``root`` element is that of a paper in XML,
    ``always``, where it is ``named`` (most lie beside a manuscript and are figures of it), or ``never``"""
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """whole file names"""
    is_text: bool = True
    """whether editors hand it to the server: people write it as a text, whose lines are those of its positions"""


KINDS = (
    FileKind("latex", "latex", "class", (".tex", ".ltx", ".latex", ".rnw", ".snw")),
    FileKind("bibtex", "bibtex", "never", (".bib",)),
    FileKind("tables.csv_authors", "csv", "listed", (".csv", ".tsv")),
    FileKind("tables.toml_authors", "toml", "listed", (".toml",)),
    FileKind("markdown.front_matter", "markdown", "front", (".md", ".markdown", ".qmd", ".rmd", ".rmarkdown", ".myst")),
    FileKind("markdown.citation_cff", "cff", "always", names=("citation.cff",)),
    FileKind(
        "markdown.metadata_file",
        "markdown",
        "authors",
        names=("metadata.yaml", "metadata.yml", "myst.yml", "_quarto.yml"),
    ),
    FileKind("word", "word", "always", (".docx", ".docm"), is_text=False),
    FileKind("opendocument", "opendocument", "always", (".odt", ".fodt", ".ott"), is_text=False),
    FileKind("xml_papers", "xml", "root", (".xml",), is_text=False),
    FileKind("typst", "typst", "front", (".typ",)),
    FileKind("pdf", "pdf", "named", (".pdf",), is_text=False),
    FileKind("metadata_json", "json", "always", names=(".zenodo.json", "codemeta.json")),
)
"""Names and suffixes in lower case; case plays no part. CITATION.cff: Citation File Format 1.2.0; ``.zenodo.json``:
Zenodo's GitHub integration; ``codemeta.json``: CodeMeta 3."""

ARCHIVES = (".zip", ".tar", ".tgz", ".gz")
"""endings of archives that are looked into where they are named"""
COMPILED = (".bbl",)
"""read with a manuscript, never by themselves"""

LIST_WORDS = ("author", "autor", "auteur", "verfasser", "participant", "teilnehm")
"""words, one of which stands in the name of every author list: what a glob can say"""

_LISTED = pattern(
    r"(?:^|[\W_\d])(?:co|ko|mit|haupt)?[-_ ]?"
    r"(?:author(?!i[stz])|autor(?!i[stz])|auteur|verfasser|participants?(?![a-z])|teilnehme(?:r|nde))"
)
_SETTINGS = frozenset({"pyproject.toml", "askfirst.toml", "askfirst-profile.toml", "cargo.toml"})
_BY_NAME = {name: kind for kind in KINDS for name in kind.names}
_BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}


def kind_of(path: str) -> FileKind | None:
    """The kind of a file named like *path*; None where askfirst reads no such file."""
    name = path.rsplit("/", 1)[-1].lower()
    if name in _SETTINGS:
        return None
    dot = name.rfind(".")
    return _BY_NAME.get(name) or (_BY_SUFFIX.get(name[dot:]) if dot > 0 else None)


def suffixes_of(reader: str) -> tuple[str, ...]:
    """The suffixes that *reader* reads."""
    return next(kind.suffixes for kind in KINDS if kind.reader == reader)


def is_named_author_list(name: str) -> bool:
    """Whether a table called *name* says by it that it lists authors: ``Autoren.csv``, ``co-authors.tsv``."""
    return bool(_LISTED.search(name.lower()))


def name_pattern() -> str:
    """A regular expression, to be used without regard to case, that finds every path that can hold an author block.

    A file that is only read where somebody names it is none of them.
    """
    tables = "|".join(_bare(suffix) for kind in KINDS if kind.alone == "listed" for suffix in kind.suffixes)
    return (
        rf"\.({'|'.join(_bare(suffix) for suffix in _plain_suffixes())})$"
        rf"|(^|/)({'|'.join(re.escape(name) for name in _BY_NAME)})$"
        rf"|(^|/)[^/]*({'|'.join(LIST_WORDS)})[^/]*\.({tables})$"
    )


def globs() -> tuple[str, ...]:
    """The same as `name_pattern`, as globs in which ``*`` also spans folders."""
    tables = [suffix for kind in KINDS if kind.alone == "listed" for suffix in kind.suffixes]
    return (
        *(f"*{suffix}" for suffix in _plain_suffixes()),
        *(f"*{name}" for name in _BY_NAME),
        *(f"*{word}*{suffix}" for word in LIST_WORDS for suffix in tables),
    )


def _plain_suffixes() -> tuple[str, ...]:
    found = (suffix for kind in KINDS if kind.alone not in ("listed", "named") for suffix in kind.suffixes)
    return (*found, *COMPILED)


def _bare(suffix: str) -> str:
    return re.escape(suffix.removeprefix("."))
