"""Author lists in TOML.

    title = "Switchable plasmonic routers"

    [[authors]]
    name = "Ada Example"                    # or given = "Ada", family = "Example"
    affiliation = "Institute X, Berlin"     # or affiliations = ["...", "..."]
    email = "ada@example.org"
    orcid = "0000-0002-1825-0097"
    corresponding = true

Each ``[[authors]]`` (or ``[[author]]``) table is read alone, so a broken one costs only itself; ``authors = [{...}]``
works too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from askfirst_checks.light import Any, Literal, NamedTuple
from askfirst_checks.model import Address, Manuscript, Problem, Span, Tree
from askfirst_checks.readers.author_block.author_list import AuthorList, is_yes, mail_places, orcid
from askfirst_checks.readers.source.decoding import read_text
from askfirst_checks.words import Text

_CAP = 2_000_000
_AUTHORS_BEYOND = re.compile(r"(?m)^[ \t]*\[\[?[ \t]*\"?authors?\b")
_TOO_LONG = Text(
    "longer than what is read of an author list; the rest was not looked at",
    "länger als das Stück, das von einer Autorenliste gelesen wird; der Rest blieb ungelesen",
)
_HEADER = re.compile(r"^[ \t]*\[\[?[^\n]*", re.MULTILINE)
_AUTHORS = re.compile(r"[ \t]*\[\[\s*[\"']?authors?[\"']?\s*\]\]")
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_INVALID = Text("this is no valid TOML: {why}", "das ist kein gültiges TOML: {why}")
_AFFILIATIONS = ("affiliation", "affiliations", "institution", "institutions", "institute")
_PLACES = ("address", "city", "country")


class _Block(NamedTuple):
    text: str
    start: int
    line: int


class _Source(NamedTuple):
    path: str
    block: _Block
    values: dict[str, Any]


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The author list in *path*; any other TOML has no author block."""
    into = AuthorList(path, "toml")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    if _is_cut(text):
        into.problem("bound", _TOO_LONG, Span(path, 1, 1, 1, 1), path)
    title = ""
    listed: Span | None = None
    for block in _blocks(text[:_CAP]):
        is_author = bool(_AUTHORS.match(block.text))
        values = _values(path, block, is_author, into)
        people = _people(values)
        if listed is None and (is_author or people):
            listed = Span(path, block.line, 1, block.line, len(block.text.split("\n", 1)[0]) + 1)
        if not block.start and isinstance(values.get("title"), str):
            title = values["title"]
        _enter(path, block, people, into)
    if listed is None:
        into.problems = [*problems, *_bounds(into.problems)]
    return into.manuscript(text, listed, title)


def _values(path: str, block: _Block, is_author: bool, into: AuthorList) -> dict[str, Any]:
    """What *block* says; what is wrong with it is told where it is of an author, or the head of the file."""
    values, problem = _parsed(path, block)
    if problem is not None and (is_author or not block.start):
        into.problems.append(problem)
    return values


def _enter(path: str, block: _Block, people: list[dict[str, Any]], into: AuthorList) -> None:
    at = 0
    for person in people:
        at = _person(_Source(path, block, person), at, into)


def _bounds(problems: list[Problem]) -> list[Problem]:
    return [each for each in problems if each.kind == "bound"]


def _is_cut(text: str) -> bool:
    """Whether authors stand behind what is read."""
    return len(text) > _CAP and _AUTHORS_BEYOND.search(text, _CAP) is not None


def _blocks(text: str) -> list[_Block]:
    """The text before the first table header, then one block a header."""
    starts = [0, *(match.start() for match in _HEADER.finditer(text) if match.start() and _is_header(match.group()))]
    ends = [*starts[1:], len(text)]
    blocks: list[_Block] = []
    line = 1
    for start, end in zip(starts, ends, strict=True):
        blocks.append(_Block(text[start:end], start, line))
        line += text.count("\n", start, end)
    return blocks


def _is_header(line: str) -> bool:
    return bool(re.match(r"[ \t]*\[{1,2}[\s\w.\"'-]+\]{1,2}\s*(?:#.*)?$", line))


def _parsed(path: str, block: _Block) -> tuple[dict[str, Any], Problem | None]:
    import tomllib

    from askfirst_checks.toml_bounds import beyond

    if passed := beyond(block.text):
        line, said = block.line + passed[0] - 1, passed[1]
        return _line_by_line(block.text), Problem("bound", said, Span(path, line, 1, line, 1), path)
    try:
        return tomllib.loads(block.text), None
    except (ValueError, RecursionError) as error:
        place = _AT_LINE.search(str(error))
        line, column = (block.line + int(place.group(1)) - 1, int(place.group(2))) if place else (block.line, 1)
        why = _AT_LINE.sub("", str(error)).strip().lower()
        problem = Problem("markup", _INVALID.fill(why=why), Span(path, line, column, line, column), path)
        return _line_by_line(block.text), problem


def _line_by_line(text: str) -> dict[str, Any]:
    """What single lines of a broken author table still say."""
    import tomllib

    from askfirst_checks.toml_bounds import beyond

    if not _AUTHORS.match(text):
        return {}
    found: dict[str, Any] = {}
    for line in text.split("\n")[1:200]:
        if beyond(line):
            continue
        try:
            found = {**tomllib.loads(line), **found}
        except (ValueError, RecursionError):
            continue
    return {"authors": [found]}


def _people(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    listed = values.get("authors", values.get("author"))
    if isinstance(listed, str):
        return [{"name": listed}]
    if not isinstance(listed, list):
        return []
    return [{"name": one} if isinstance(one, str) else one for one in listed if isinstance(one, (str, dict))]


def _person(source: _Source, at: int, into: AuthorList) -> int:
    """Add one person; the offset in the block after what was found of it."""
    values = source.values
    parts = _texts(values, "name") or [*_texts(values, "given"), *_texts(values, "family")]
    name = " ".join(parts)
    start, after = _find(source, parts[0] if parts else "", at)
    span = _span(source, start, after if len(parts) <= 1 else _find(source, parts[-1], after)[1])
    places = _texts(values, *_PLACES)
    texts = _texts(values, *_AFFILIATIONS) or places[:1]
    tied = [
        into.affiliation(_completed(text, places, texts), _span(source, *_find(source, text, start))) for text in texts
    ]
    addresses = [
        Address(mail[first:last], _span(source, *_find(source, mail[first:last], start)))
        for mail in _texts(values, "email", "emails")
        for first, last in mail_places(mail)
    ]
    found = next(filter(None, map(orcid, _texts(values, "orcid"))), None)
    if name:
        into.person(name, span, tied, addresses, found, is_yes(str(values.get("corresponding", ""))))
    return after


def _completed(text: str, places: list[str], texts: list[str]) -> str:
    missing = [place for place in places if place not in text]
    return ", ".join([text, *missing]) if len(texts) == 1 else text


def _texts(values: Mapping[str, Any], *keys: str) -> list[str]:
    """The strings under *keys*, lists and ``{name = ...}`` tables opened once."""
    found: list[str] = []
    for key in keys:
        value = values.get(key)
        for item in value if isinstance(value, list) else [value]:
            said = item.get("name") if isinstance(item, dict) else item
            if isinstance(said, str) and said.strip():
                found.append(said)
    return found


def _find(source: _Source, words: str, at: int) -> tuple[int, int]:
    """Where *words* stand in the block, from *at* on if they do; the first line of the block if they are nowhere."""
    text = source.block.text
    for start in (text.find(words, at), text.find(words)):
        if start >= 0:
            return start, start + len(words)
    end = text.find("\n")
    return 0, len(text) if end < 0 else end


def _span(source: _Source, start: int, end: int) -> Span:
    text, line = source.block.text, source.block.line
    first, last = line + text.count("\n", 0, start), line + text.count("\n", 0, end)
    return Span(source.path, first, start - text.rfind("\n", 0, start), last, end - text.rfind("\n", 0, end))
