"""Author lists as spreadsheets export them: CSV or TSV, a header line in English or German.

Delimiters ``,`` ``;`` and tab; several affiliations in columns (``Affiliation 1``, ``Affiliation 2``) or in one cell
by ``;``.
"""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise

from askfirst_checks.light import Literal
from askfirst_checks.model import Address, Manuscript, Span, Tree
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import AuthorList, is_yes, mail_places, orcid
from askfirst_checks.readers.source.decoding import read_text
from askfirst_checks.readers.tables.csv_cells import Cell, Rows, delimiter_of
from askfirst_checks.words import Text

_HYPHENED = pattern(r"(?<=[^\W\d_])-\n(?=(?-i:[^\W\d_A-ZÀ-ÞЀ-Я]))")
"""a word's hyphen at a line end of a cell"""
_COLUMNS = {
    "name": "name,full name,author,author name,authors,autor,autorin,autoren,vollstandiger name,verfasser,verfasserin,"
    "auteur,auteurs,autore,autori,autores,nombre completo,nom complet",
    "given": "given,given name,given names,first name,firstname,first,forename,vorname,vornamen,nombre,nombres,"
    "prenom,prenoms",
    "family": "family,family name,last name,lastname,last,surname,nachname,familienname,zuname,"
    "apellido,apellidos,cognome,sobrenome,nom de famille",
    "affiliation": "affiliation,affiliations,affiliation name,institution,institutions,institute,organisation,"
    "organization,"
    "university,company,employer,einrichtung,institut,universitat,hochschule,affiliationen,zugehorigkeit,firma,"
    "afiliacion,institucion,universidad,instituto,etablissement,universite,affiliazione,istituzione,universita,istituto,"
    "afiliacao,instituicao,universidade,afiliacja,instytucja,uczelnia",
    "unit": "department,dept,division,group,faculty,abteilung,fachbereich,fakultat,arbeitsgruppe,"
    "departamento,departement,dipartimento,facultad,faculte,facolta",
    "place": "address,street,city,town,state,region,country,postcode,zip,adresse,anschrift,strasse,ort,stadt,"
    "bundesland,land,staat,plz,"
    "pais,ciudad,pays,ville,paese,citta,cidade",
    "email": "email,e mail,mail,email address,e mail address,e mail adresse,emailadresse,mailadresse,emails,correo,"
    "correo electronico,courriel",
    "orcid": "orcid,orcid id,orcidid",
    "corresponding": "corresponding,corresponding author,is corresponding,korrespondierend,korrespondenzautor,"
    "korrespondenzautorin,ansprechperson",
}
_KIND = {name: kind for kind, names in _COLUMNS.items() for name in names.split(",")}
_NUMBERED = re.compile(r"^(.*?)\s*(\d{1,2})$")
_AUTHOR_FILE = re.compile(r"(?i)author|autor|affiliation|verfasser|coauth")
_COUNTRY_ONLY = frozenset({"country", "land", "staat", "state", "region", "pais", "pays", "paese"})
_LEAD_ROWS = 10
_INSTITUTION = re.compile(r"(?i)\b(?:universit|institut|hochschule|college|academy|akademie|laborator)")

_NO_HEADER = Text(
    "the first line names no column such as name, affiliation or email, so this author list could not be read",
    "die erste Zeile nennt keine Spalte wie Name, Affiliation oder E-Mail; diese Autorenliste wurde nicht gelesen",
)
_OPEN_QUOTE = Text("a quotation mark is not closed in this cell", "ein Anführungszeichen ist in dieser Zelle offen")
_CUT = Text(
    "this table holds more cells than are read; what comes from here on was not read",
    "diese Tabelle hat mehr Zellen, als gelesen werden; ab hier wurde nichts mehr gelesen",
)
_NO_NAME = Text(
    "this row has no name; its affiliation was read", "diese Zeile hat keinen Namen; die Affiliation wurde gelesen"
)

Column = tuple[str, str]


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The author list in *path*; a table of something else has no author block."""
    into = AuthorList(path, "csv")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    every = Rows(text, "\t" if path.lower().endswith(".tsv") else delimiter_of(text))
    rows = iter(every)
    table = _from_header(list(islice(rows, _LEAD_ROWS)), path)
    columns = _columns(table[0]) if table else []
    if not _is_author_list(columns, path):
        if _lacks_header(path, table, columns):
            return _without_header(text, table[0], into)
        return into.manuscript(text, None)
    for row in chain(table[1:], rows):
        if into.is_full:
            break
        _row(row, columns, into)
    if every.cut and not into.is_full:
        into.problem("bound", _CUT, _span(path, [every.cut]))
    return into.manuscript(text, _span(path, table[0][:1]))


def _lacks_header(path: str, table: list[list[Cell]], columns: list[Column]) -> bool:
    """Whether this should be an author list, and no column says what it holds."""
    return bool(table) and not any(kind for kind, _ in columns) and _should_be_one(path, table)


def _without_header(text: str, first: list[Cell], into: AuthorList) -> Manuscript:
    """An author list whose columns nobody named: that is told at its *first* row."""
    there = _span(into.path, first[:1])
    into.problem("no-authors", _NO_HEADER, there, into.path)
    return into.manuscript(text, None)._replace(has_author_block=True, author_block=there)


def _from_header(table: list[list[Cell]], path: str) -> list[list[Cell]]:
    """*table* from its header on: comments, a title and Excel's ``sep=;`` may stand before it."""
    for number, row in enumerate(table):
        if _is_author_list(_columns(row), path):
            return table[number:]
        if len([cell for cell in row if cell.text.strip()]) > 1 and not row[0].text.lstrip().startswith("#"):
            break
    return table


def _columns(header: list[Cell]) -> list[Column]:
    """The kind of each column and its number (``Affiliation 2``), both empty where it is unknown."""
    found = [_column(cell.text) for cell in header]
    kinds = {kind for kind, _ in found}
    if not kinds & {"affiliation", "unit", "email", "orcid"} and kinds & {"given", "family", "name"}:
        found = _without_countries(header, found)
    if "given" in kinds and "family" not in kinds:
        return [("family", number) if kind == "name" else (kind, number) for kind, number in found]
    return found


def _without_countries(header: list[Cell], columns: list[Column]) -> list[Column]:
    """*columns* without the country beside a bare name: it is as often where somebody comes from."""
    places = {plain(cell.text) for cell, (kind, _) in zip(header, columns, strict=True) if kind == "place"}
    if not places <= _COUNTRY_ONLY:
        return columns
    return [("", "") if kind == "place" else (kind, number) for kind, number in columns]


def _column(text: str) -> Column:
    name = plain(text)
    numbered = _NUMBERED.match(name)
    if name not in _KIND and numbered and numbered.group(1) in _KIND:
        return _KIND[numbered.group(1)], numbered.group(2)
    return _KIND.get(name, ""), ""


def _is_author_list(columns: list[Column], path: str) -> bool:
    kinds = {kind for kind, _ in columns}
    named = "name" in kinds or "family" in kinds
    if "affiliation" in kinds and _AUTHOR_FILE.search(path.rsplit("/", 1)[-1]):
        return True
    return named and bool(kinds & {"affiliation", "email", "orcid", "given", "corresponding"})


def _should_be_one(path: str, table: list[list[Cell]]) -> bool:
    words = " ".join(cell.text for row in table[:5] for cell in row)
    return bool(_AUTHOR_FILE.search(path.rsplit("/", 1)[-1]) or (mail_places(words) and _INSTITUTION.search(words)))


def _row(row: list[Cell], columns: list[Column], into: AuthorList) -> None:
    cells = _by_kind(row, columns, into)
    tied = _affiliations(cells, into)
    named = [cell for kind in ("name", "given", "family") for _, cell in cells.get(kind, [])]
    if cells.get("name"):
        named = [cells["name"][0][1]]
    if not named:
        if cells:
            into.problem("untied", _NO_NAME, _span(into.path, row[:1]))
        return
    said = " ".join(cell.text.strip() for cell in named)
    into.person(
        _turned(said),
        _span(into.path, named),
        tied,
        _addresses(cells, into.path),
        next((iD for _, cell in cells.get("orcid", []) if (iD := orcid(cell.text))), None),
        any(is_yes(cell.text) for _, cell in cells.get("corresponding", [])),
    )


def _by_kind(row: list[Cell], columns: list[Column], into: AuthorList) -> dict[str, list[tuple[str, Cell]]]:
    """The cells with words by the kind of their column, each with its column's number."""
    cells: dict[str, list[tuple[str, Cell]]] = {}
    for (kind, number), cell in zip(columns, row, strict=False):
        if not cell.closed:
            into.problem("markup", _OPEN_QUOTE, _span(into.path, [cell]))
        if kind and cell.text.strip():
            cells.setdefault(kind, []).append((number, cell))
    return cells


def _turned(name: str) -> str:
    """``Family, Given`` as ``Given Family``."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() and "," not in given else name


def _affiliations(cells: dict[str, list[tuple[str, Cell]]], into: AuthorList) -> list[int | None]:
    numbers = dict.fromkeys(number for kind in ("affiliation", "unit", "place") for number, _ in cells.get(kind, []))
    tied: list[int | None] = []
    for number in numbers:
        group = {
            kind: [cell for own, cell in cells.get(kind, []) if own == number]
            for kind in ("unit", "affiliation", "place")
        }
        tied.extend(_group(group, into))
    return tied


def _group(group: dict[str, list[Cell]], into: AuthorList) -> list[int | None]:
    """The affiliations of one number: single cells joined from unit to country, a cell with ``;`` taken apart."""
    several = [cell for cell in group["affiliation"] if re.search(r"[;|\n]", _unbroken(cell.text))]
    if several or len(group["affiliation"]) > 1:
        return [into.affiliation(part, span) for cell in group["affiliation"] for part, span in _parts(cell, into.path)]
    ordered = [*group["unit"], *group["affiliation"], *group["place"]]
    text = ", ".join(dict.fromkeys(_unbroken(cell.text).strip() for cell in ordered))
    return [into.affiliation(text, _span(into.path, ordered))] if ordered else []


def _unbroken(text: str) -> str:
    """*text* of a cell without line ends inside a word (``Pyong-`` / ``yang``) or an institution's name."""
    if "\n" not in text:
        return text
    lines = _HYPHENED.sub("", text).split("\n")
    out = lines[0]
    for before, after in pairwise(lines):
        out += (" " if line_kinds.is_cut_between(before.strip(), after.strip()) else "\n") + after
    return out


def _parts(cell: Cell, path: str) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for match in re.finditer(r"[^;|\n]*[^;|\n\s]", _unbroken(cell.text)):
        words = match.group().lstrip()
        start = cell.column + match.end() - len(words)
        plain_cell = cell.line == cell.end_line and cell.end_column - cell.column == len(cell.text)
        one = Span(path, cell.line, start, cell.line, start + len(words))
        found.append((words, one if plain_cell else _span(path, [cell])))
    return found


def _addresses(cells: dict[str, list[tuple[str, Cell]]], path: str) -> list[Address]:
    found: list[Address] = []
    for _, cell in cells.get("email", []):
        for first, last in mail_places(cell.text):
            start = cell.column + first
            found.append(Address(cell.text[first:last], Span(path, cell.line, start, cell.line, cell.column + last)))
    return found


def _span(path: str, cells: list[Cell]) -> Span:
    """Around the words of *cells*, in the order of the file."""
    ordered = sorted(cells, key=lambda cell: (cell.line, cell.column))
    first, last = ordered[0], ordered[-1]
    indent = len(first.text) - len(first.text.lstrip()) if first.line == first.end_line else 0
    tail = len(last.text) - len(last.text.rstrip()) if last.line == last.end_line and last.text.strip() else 0
    return Span(path, first.line, first.column + indent, last.end_line, last.end_column - tail)
