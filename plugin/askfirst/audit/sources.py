"""Works out of files: OpenAlex as JSON lines or Parquet, a table of works, bibliographies, folders and globs of them.

A record that cannot be read becomes an `Unread` with its place, and never stops the others.
"""

from __future__ import annotations

import csv
import glob
import gzip
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, NamedTuple, cast

from askfirst.audit.works import MOST_STRINGS, Unread, Work, date_of, text_of
from askfirst.errors import Failure
from askfirst_checks.words import Text

LONGEST = 10 * 1024 * 1024
"""bytes of one line or record"""
_ENDLESS = 64
"""times that length: a line beyond is the end of its file, as of a gzip that unpacks to nothing but one line"""
CHUNK = 2_000
"""records that are handed on together"""
_ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz", ".json.gz", ".csv", ".tsv", ".bib", ".parquet")
_NOTHING = Text(
    "{source}: no .bib, .csv, .tsv, .jsonl, .jsonl.gz or .parquet file is there",
    "{source}: dort liegt keine .bib-, .csv-, .tsv-, .jsonl-, .jsonl.gz- oder .parquet-Datei",
)
_NEEDS_DUCKDB = Text(
    "Parquet needs DuckDB: install askfirst with its extra 'audit' (pip install 'askfirst[audit]')",
    "Parquet braucht DuckDB: askfirst mit dem Extra 'audit' installieren (pip install 'askfirst[audit]')",
)
_HEADS = {
    "id": ("id", "key", "eid", "work", "openalex", "ut"),
    "doi": ("doi",),
    "title": ("title", "titel", "document title", "article title"),
    "date": ("date", "datum", "publication_date", "publication date", "published", "veröffentlicht"),
    "year": ("year", "jahr", "publication year", "publication_year"),
    "affiliations": (
        "affiliations",
        "affiliation",
        "affiliationen",
        "addresses",
        "adressen",
        "institutions",
        "einrichtungen",
        "raw_affiliation_strings",
        "authors with affiliations",
    ),
    "authors": ("authors", "author", "autoren", "autorinnen und autoren"),
}


class Chunk(NamedTuple):
    """Records of one file that are read together: raw JSON lines, or works already."""

    file: str
    first: int
    """number of the first line"""
    lines: tuple[bytes, ...] = ()
    works: tuple[Work, ...] = ()
    unread: tuple[Unread, ...] = ()
    done: float = 0.0
    """share of the whole source behind this chunk, 0 to 1"""


def files(source: str) -> list[str]:
    """The files that *source* (a file, a folder or a glob) means, in order. Raises `Failure` where there is none."""
    if os.path.isdir(source):
        found = [os.path.join(folder, name) for folder, _, names in os.walk(source) for name in names]
    else:
        found = [source] if os.path.isfile(source) else glob.glob(source, recursive=True)
    kept = sorted(each for each in found if each.lower().endswith(_ENDINGS) and os.path.isfile(each))
    if not kept:
        raise Failure(_NOTHING.fill(source=source))
    return kept


def chunks(paths: Iterable[str]) -> Iterator[Chunk]:
    """Everything in *paths*, a chunk after the other. A file that breaks off is told of as an `Unread`."""
    paths = list(paths)
    sizes = [os.path.getsize(path) or 1 for path in paths]
    before = 0
    for path, size in zip(paths, sizes, strict=True):
        try:
            for chunk, share in _of_file(path, size):
                yield chunk._replace(done=(before + share * size) / sum(sizes))
        except (OSError, EOFError, zlib.error, UnicodeError, csv.Error) as error:
            yield Chunk(path, 1, unread=(Unread(path, "file" if isinstance(error, OSError) else "csv"),))
        before += size


def _of_file(path: str, size: int) -> Iterator[tuple[Chunk, float]]:
    name = path.lower()
    if name.endswith(".bib"):
        yield _bibliography(path), 1.0
    elif name.endswith((".csv", ".tsv")):
        for chunk in _table(path):
            yield chunk, 1.0
    elif name.endswith(".parquet"):
        for chunk in _parquet(path):
            yield chunk, 1.0
    else:
        yield from _json_lines(path, size)


def _json_lines(path: str, size: int) -> Iterator[tuple[Chunk, float]]:
    with open(path, "rb") as raw:
        file = cast("IO[bytes]", gzip.GzipFile(fileobj=raw) if path.lower().endswith(".gz") else raw)
        number, first, held = 0, 1, []
        unread: list[Unread] = []
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                unread.append(Unread(f"{path}:{number}", "large"))
                held.append(b"")
                if not line.endswith(b"\n") and not _passed(file):
                    unread.append(Unread(path, "large"))
                    break
            else:
                held.append(line)
            if len(held) == CHUNK:
                yield Chunk(path, first, tuple(held), unread=tuple(unread)), raw.tell() / size
                first, held, unread = number + 1, [], []
        if held:
            yield Chunk(path, first, tuple(held), unread=tuple(unread)), 1.0


def _passed(file: IO[bytes]) -> bool:
    """Go to the end of a line; False for one without end."""
    for _ in range(_ENDLESS):
        rest = file.readline(LONGEST)
        if not rest or rest.endswith(b"\n"):
            return True
    return False


class Record(NamedTuple):
    """One work of an index as its line gives it, read no further than a judgement needs."""

    line: bytes
    given: dict[str, Any]
    otherwise: str
    """what names it where it has no id"""

    @property
    def date(self) -> str:
        """As in `Work`."""
        return _date(self.given)

    @property
    def affiliations(self) -> tuple[str, ...]:
        """As in `Work`."""
        return _affiliations(self.given)

    @property
    def work(self) -> Work:
        """All of it."""
        return of_openalex(self.given, self.otherwise)


def records(chunk: Chunk) -> tuple[list[Record], list[Unread]]:
    """The works in the JSON lines of *chunk*, and what is none."""
    found, unread = [], list(chunk.unread)
    name = os.path.basename(chunk.file)
    for number, line in enumerate(chunk.lines, chunk.first):
        if not line or line.isspace():
            continue
        try:
            given = json.loads(line)
        except (ValueError, RecursionError):
            unread.append(Unread(f"{chunk.file}:{number}", "json"))
            continue
        if isinstance(given, dict):
            found.append(Record(line, given, f"{name}:{number}"))
        else:
            unread.append(Unread(f"{chunk.file}:{number}", "type"))
    return found, unread


def of_openalex(given: Mapping[str, Any], otherwise: str) -> Work:
    """A work as OpenAlex describes it; fields of a wrong type read as empty.

    *otherwise* is its id where it has none.
    """
    authors = (_author(each) for each in _authorships(given))
    title = text_of(given.get("title")) or text_of(given.get("display_name"))
    doi = text_of(given.get("doi")).removeprefix("https://doi.org/")
    name = text_of(given.get("id")) or doi or otherwise
    return Work(name, title, _date(given), _affiliations(given), tuple(filter(None, authors)), doi)


def _author(authorship: Mapping[str, Any]) -> str:
    author = authorship.get("author")
    named = author.get("display_name") if isinstance(author, dict) else ""
    return text_of(authorship.get("raw_author_name")) or text_of(named)


def _date(given: Mapping[str, Any]) -> str:
    return date_of(given.get("publication_date")) or date_of(given.get("publication_year"))


def _affiliations(given: Mapping[str, Any]) -> tuple[str, ...]:
    """The raw affiliation strings of all authorships, in each of the forms OpenAlex has had."""
    found: dict[str, None] = {}
    for each in _authorships(given):
        strings = each.get("raw_affiliation_strings")
        for text in strings if isinstance(strings, list) else ():
            found[text_of(text)] = None
        if "raw_affiliation_string" in each:
            found[text_of(each["raw_affiliation_string"])] = None
        further = each.get("affiliations")
        for part in further if isinstance(further, list) else ():
            if isinstance(part, dict):
                found[text_of(part.get("raw_affiliation_string"))] = None
    found.pop("", None)
    return tuple(found)[:MOST_STRINGS]


def _authorships(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = given.get("authorships")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _table(path: str) -> Iterator[Chunk]:
    """A table of works: a head of known names, affiliations in one cell apart by ``;``, ``|`` or lines."""
    csv.field_size_limit(LONGEST)
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        head = file.readline(LONGEST)
        file.seek(0)
        delimiter = max("\t;,", key=head.count)
        rows = csv.reader(file, delimiter=delimiter)
        columns = _columns(next(rows, []))
        if "affiliations" not in columns:
            yield Chunk(path, 1, unread=(Unread(path, "csv"),))
            return
        held: list[Work] = []
        for row in rows:
            if any(row):
                held.append(_of_row(row, columns, f"{os.path.basename(path)}:{rows.line_num}"))
            if len(held) == CHUNK:
                yield Chunk(path, 1, works=tuple(held))
                held = []
        yield Chunk(path, 1, works=tuple(held))


def _columns(head: list[str]) -> dict[str, int]:
    names = [cell.strip().casefold() for cell in head]
    found = {key: next((names.index(each) for each in known if each in names), -1) for key, known in _HEADS.items()}
    return {key: place for key, place in found.items() if place >= 0}


def _of_row(row: list[str], columns: Mapping[str, int], otherwise: str) -> Work:
    def cell(key: str) -> str:
        place = columns.get(key, -1)
        return row[place] if 0 <= place < len(row) else ""

    parts = cell("affiliations").replace("|", ";").replace("\n", ";").split(";")
    strings = tuple(dict.fromkeys(filter(None, map(text_of, parts))))[:MOST_STRINGS]
    authors = tuple(filter(None, map(text_of, cell("authors").split(";"))))
    doi = text_of(cell("doi")).removeprefix("https://doi.org/")
    date = date_of(cell("date")) or date_of(cell("year"))
    return Work(text_of(cell("id")) or doi or otherwise, text_of(cell("title")), date, strings, authors, doi)


def _bibliography(path: str) -> Chunk:
    from askfirst import documents
    from askfirst.reading import read

    try:
        found = read(documents.document(os.path.realpath(path)), references="all")
    except Failure:
        return Chunk(path, 1, unread=(Unread(path, "bib"),))
    unread = tuple(Unread(f"{path}:{each.span.line}", "bib") for each in found.problems if each.kind == "markup")
    works = tuple(
        Work(
            each.key,
            text_of(each.title),
            each.date or (f"{each.year:04d}-01-01" if each.year else ""),
            tuple(dict.fromkeys(text_of(place.text) for place in each.affiliations))[:MOST_STRINGS],
            each.authors,
            each.doi or "",
        )
        for bibliography in found.bibliographies
        for each in bibliography.references
    )
    return Chunk(path, 1, works=works, unread=unread)


def _parquet(path: str) -> Iterator[Chunk]:
    try:
        import duckdb
    except ImportError as error:
        raise Failure(_NEEDS_DUCKDB) from error
    with duckdb.connect(config={"threads": 1, "memory_limit": "512MB"}) as database:
        table = database.execute("select * from read_parquet(?)", [path])
        names = [column[0] for column in table.description]
        number = 0
        while rows := table.fetchmany(CHUNK):
            works = []
            for row in rows:
                number += 1
                works.append(of_openalex(dict(zip(names, map(_plain, row), strict=True)), f"{path}:{number}"))
            yield Chunk(path, 1, works=tuple(works))


def _plain(value: object) -> object:
    """A cell as JSON has it: authorships may be kept as text, dates as dates."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value.isoformat() if hasattr(value, "isoformat") else value
