"""Paragraphs as the light mark-up whose author blocks are read already: ``^1^`` for what is raised, ``#`` for headings.

One blank line stands between two paragraphs; `Lines` leads from a line of that text back to its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.light_markup.credentials import is_credential
from askfirst_checks.readers.markdown.headings import begins_text, of_paper, only_of_papers
from askfirst_checks.readers.word.paragraph import Paragraph
from askfirst_checks.readers.word.title_page.persons import is_someone

_LABEL = pattern(r"(?P<label>[^\W\d_][^\n:：.—–-]{2,40}?)\s*(?P<colon>[:：.—–-]+)\s*")
_FIRST_WORD = pattern(r"(?P<label>[^\W\d_]{6,16})\s+")
_OPENING_WORD = pattern(
    r"(?P<label>(?:A(?:bstract|BSTRACT)|Z(?:usammenfassung|USAMMENFASSUNG)|R(?:ésumé|esumen|esumo)|А(?:ннотация|ННОТАЦИЯ)|"
    r"Key ?[Ww]ords|Ключевые слова))[\s\t]+(?=[^\W\d_a-zа-я][^\n]{60})"
)
_MARKED = pattern(r"^\W*\d|^\^")
_KIND = pattern(
    r"(?i)\W*(?:(?:original |research |review |short )*(?:article|paper|communication|letter)|review|preprint)\W*$"
)
_JOINED = pattern(r",?\s(?:and|und|et|y|и|&)$")
_AND = pattern(r"[,;，、；،]\s*(?:and\s|und\s)?|\s(?:and|und|&)\s")
_GLUED = pattern(
    r"([^\W\d_]\.?)(?:\s?[(\[](?P<inside>\d{1,2}(?:[,;]\s?\d{1,2})*|[a-h](?:,\s?[a-h])*)[)\]]|"
    r"\s?(?P<bare>\d{1,2}(?:,\s?\d{1,2})*))(?:,?\\?(?P<star>\*))?(?=\s*(?:[,;，、；]|\s(?:and|und|et|y|и|&)\s|$))"
)
"""a number set without raising it: ``Ada Feld1,2, Ben Probe2``, ``Ada Feld (1)``"""
_DIGIT = pattern(r"\^\d")
_BEFORE_MARK = pattern(r"(?<=[^\W_])(\.?),(\^[^^\n]{1,40}\^),?(?=\s|$)")
"""a comma before the marks of a name: ``Ada Feld,^1^ Ben Probe^2^``"""
_MARK = pattern(r"\^([^^\n]{1,20})\^")
_META = pattern(
    r"(?i)\W*(?:(?:удк|ббк|грнти|udc|doi|issn|isbn|vol(?:ume)?\.?|received|accepted|submitted|www\.|"
    r"running (?:head|title)|"
    r"short title|title page|cover page|word count|journal of|proceedings of)\b|https?:|\[|[\W\d_]*$)"
)
"""what stands above a title and is none"""
_UDC = pattern(r"(?i)\W*(?:удк|udc|udk)\b")
_REFERENCES = pattern(
    r"(?i)[\W\d_]*(?:references?|bibliography|literature cited|works cited|literatur(?:verzeichnis)?|"
    r"quellen(?:verzeichnis)?|"
    r"(?:библиографический )?список (?:использованн\w+ )?(?:литератур\w*|источников)|литература|"
    r"références|bibliographie|"
    r"referencias|bibliografía|referências|bibliografia|літератур\w*|منابع|مراجع|参考文献|참고문헌)[\W\d_]*"
)
_YEAR = pattern(r"\b(?:1[89]|20)\d\d\b|[\u06f1۱][\u06f0-\u06f9]{3}")
_SHORTEST_WORK = 30
_LONGEST_HEADING = 60
_EAST_ASIAN = pattern(r"[\u3400-\u9fff\uac00-\ud7af]")
_FEWEST_WORDS = 4
_NUMBERED = pattern(r"(\d{1,2})\s*[.)\]–—-]?\s*([^\W\d_].*|[«\"“].*)")
_LONGEST_NAMES = 3_000
_LONGEST_ADDRESS = 300
_CONTROL = pattern(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ue000]")


class Lines(NamedTuple):
    """The light text and where its lines come from."""

    text: str
    """blank lines between paragraphs"""
    places: tuple[tuple[int, int], ...]
    """of each line: the number of its paragraph, and the column less one at which it begins in there"""
    shown: str
    """one line a paragraph: what positions refer to"""
    opening: int
    """how many paragraphs stand before the abstract or the first chapter"""
    title: str
    start: int
    """the number of the paragraph that is the title, from 1"""
    abstract: str
    keywords: tuple[str, ...]
    rows: tuple[str, ...] = ()
    """of each paragraph its light mark-up, with its line ends"""
    labels: tuple[str, ...] = ()
    """what each announces: ``Abstract``"""
    has_references: bool = False
    """whether works of others are listed, or a UDC number stands above the title"""

    @property
    def is_paper(self) -> bool:
        """Whether it has what only papers have: an abstract, key words, an introduction, references, a UDC number."""
        return self.has_references or any(label and only_of_papers(label) for label in self.labels)

    def span(self, span: Span) -> Span:
        """*span* of the light text as one of `shown`."""
        first, start = self._place(span.line)
        last, end = self._place(span.end_line)
        return Span(span.file, first, start + span.column, last, end + span.end_column)

    def _place(self, line: int) -> tuple[int, int]:
        return self.places[min(line, len(self.places)) - 1] if self.places else (1, 0)


def light(paragraphs: Sequence[Paragraph]) -> Lines:
    """*paragraphs* as light mark-up."""
    rows: list[str] = []
    shown: list[str] = []
    kept: list[str] = []
    labels: list[str] = []
    places: list[tuple[int, int]] = []
    title = _title(paragraphs)
    parts: dict[str, str] = {}
    label, opening, glued = "", -1, False
    for number, each in enumerate(paragraphs, 1):
        said, row = _row(each, number - 1 == title)
        if said and begins_text(said) and opening < 0:
            opening = number - 1
        beneath_title = opening < 0 and number - 1 > title >= 0
        glued, row = _with_raised(row, beneath_title=beneath_title, glued=glued)
        label = said or ("" if each.role == "heading" else label)
        shown.append(row.replace("\n", " "))
        kept.append(row)
        labels.append(said)
        if number <= title and "^" not in row:
            row = ""  # the kind of article or the journal's name: no part of the block
        _keep(parts, label, each.text)
        column = 0
        for line in row.split("\n"):
            places.append((number, column))
            column += len(line) + 1
        places.append((number, 0))
        rows.append(row)
    return Lines(
        "\n\n".join(rows) + "\n",
        tuple(places),
        "\n".join(shown) + "\n",
        min(len(rows), 40) if opening < 0 else opening,
        paragraphs[title].text if title >= 0 else "",
        title + 1,
        parts.get("abstract", ""),
        _words(parts.get("keywords", "")),
        tuple(kept),
        tuple(labels),
        any(_UDC.match(each.text[:12]) for each in paragraphs[:4]) or _has_references(paragraphs),
    )


def _with_raised(row: str, *, beneath_title: bool, glued: bool) -> tuple[bool, str]:
    """*row* with its marks raised and behind what they mark, and whether marks have been glued to words so far."""
    if beneath_title and "^" not in row and not row.startswith("#"):
        raised = _with_marks(row, numbered=glued)
        return glued or "^" in raised, raised
    if "^" in row and len(row) < _LONGEST_NAMES:
        row = _marks_behind(row)
        return glued or bool(_DIGIT.search(row)), row
    return glued, row


def _words(keywords: str) -> tuple[str, ...]:
    words = (word.strip(" .") for word in keywords.replace(";", ",").split(","))
    return tuple(word for word in words if word)


def is_over_references(each: Paragraph) -> bool:
    """Whether *each* is the heading of the works that a paper refers to."""
    return len(each.text) < _LONGEST_HEADING and _REFERENCES.fullmatch(each.text) is not None


def _has_references(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading over works with their years stands in *paragraphs*."""
    for number, each in enumerate(paragraphs):
        if is_over_references(each):
            below = paragraphs[number + 1 : number + 5]
            return sum(1 for one in below if _YEAR.search(one.text) and len(one.text) > _SHORTEST_WORK) > 1
    return False


def _with_marks(row: str, *, numbered: bool) -> str:
    """*row* with the numbers behind its names raised; *numbered*: names had such, and an affiliation may begin so."""
    found = _NUMBERED.fullmatch(row) if numbered else None
    if found and len(row) < _LONGEST_ADDRESS and not is_someone(found[2]) and not row.rstrip().endswith("."):
        return f"^{found[1]}^ {found[2]}"
    if found and line_kinds.affiliation(found[2]):
        return f"^{found[1]}^ {found[2]}"
    if not _GLUED.search(row) or len(row) > _LONGEST_NAMES:
        return row
    names = [name.strip(" *") for name in _AND.split(_GLUED.sub(r"\1", row)) if name.strip(" *")]
    names = [name for name in names if not is_credential(name)]
    return _GLUED.sub(_raised_mark, row) if names and all(map(is_someone, names)) else row


def _raised_mark(found: re.Match[str]) -> str:
    star = r",\*" if found["star"] else ""
    return f"{found[1]}^{found['inside'] or found['bare']}{star}^"


def _marks_behind(row: str) -> str:
    """*row* with the marks of its names behind them, where they stood before them, or behind their commas."""
    first, *rest = _MARK.split(row)
    if not first.strip() and rest:
        names = [_JOINED.sub("", name.strip(" \t,;")) for name in rest[1::2]]
        pairs = list(zip(rest[::2], names, strict=True))
        if all(map(is_someone, names)):
            return ", ".join(f"{name}^{mark}^" for mark, name in pairs)
    return _BEFORE_MARK.sub(r"\1\2,", row) if is_someone(first.strip(" ,")) else row


def _title(paragraphs: Sequence[Paragraph]) -> int:
    """The number of the paragraph that is the title: by its style, else the first that is no kind of article."""
    for number, each in enumerate(paragraphs[:30]):
        if each.role == "title":
            return number
    able = [n for n, each in enumerate(paragraphs[:8]) if _can_be_title(each)]
    if not able or not _is_names(paragraphs[able[0]]) or any(map(_is_names, paragraphs[able[0] + 1 : able[0] + 2])):
        return next(iter(able), -1)
    longer = [n for n in able[1:] if _stands_below_names(paragraphs[n])]
    placed = any(_places(each) for each in paragraphs[able[0] + 1 : able[0] + 3])
    return longer[0] if longer else (-1 if placed else able[0])


def _is_names(each: Paragraph) -> bool:
    """Whether *each* is nothing but names, short enough to be no title."""
    names = [name for name in _AND.split(each.text) if name.strip()]
    is_short = not _EAST_ASIAN.search(each.text) and all(len(name.split()) < _FEWEST_WORDS for name in names)
    return bool(names) and is_short and all(map(is_someone, names))


def _places(each: Paragraph) -> bool:
    return "@" in each.text or (line_kinds.affiliation(each.text) and len(each.text) < _LONGEST_ADDRESS)


def _stands_below_names(each: Paragraph) -> bool:
    """Whether *each* is the title of a paper that begins with its authors."""
    text = each.text
    return (
        len(text.split()) >= _FEWEST_WORDS
        and not (line_kinds.affiliation(text) or "@" in text or text.rstrip().endswith("."))
        and not any(piece.is_raised for piece in each.pieces)
        and not all(is_someone(name) for name in _AND.split(text))
    )


def _can_be_title(each: Paragraph) -> bool:
    """Whether the first lines may begin with *each*: many give the title the look of a heading."""
    if each.role == "heading" and (begins_text(each.text) or of_paper(each.text) or _is_of_block(each)):
        return False
    return each.role in ("", "heading") and not _KIND.match(each.text) and not _META.match(each.text)


def _row(each: Paragraph, is_title: bool) -> tuple[str, str]:
    """What *each* announces, if anything, and its line."""
    text = _marked(each)
    if is_title:
        return "", "# " + text.replace("\n", " ")
    words = each.text
    if _is_heading(each):
        return words, "## " + words
    if each.role == "title" or (each.role == "heading" and not _is_of_block(each)):
        return words, ("# " if each.role == "title" else "## ") + text.replace("\n", " ")
    found = _LABEL.match(words) or (_FIRST_WORD if each.pieces[0].is_bold else _OPENING_WORD).match(words)
    if found and (begins_text(found["label"]) or of_paper(found["label"])):
        return found["label"], f"**{found['label']}:** {words[found.end() :]}"
    return "", _plain_row(each, text)


def _is_heading(each: Paragraph) -> bool:
    """Whether *each* is nothing but the heading of an abstract, a chapter or another part of a paper."""
    words = each.text
    if "\n" in words or not (each.role == "heading" or len(words) < 60):
        return False
    found = _LABEL.match(words)
    return (begins_text(words) or of_paper(words)) and (found is None or found.end() == len(words))


def _plain_row(each: Paragraph, text: str) -> str:
    """The line of a paragraph that announces nothing: a note, one of a list, or words."""
    if each.note:
        return f"[^{each.note}]: {text}" if each.role == "note" else text
    if each.number and not _MARKED.match(text):
        return f"{each.number}. {text}"
    return "\\" + text if text.startswith(("#", "%", "```", "~~~")) else text


def _is_of_block(each: Paragraph) -> bool:
    """Whether somebody gave names or an institution the look of a heading."""
    whole = all(line_kinds.full_name(name) for name in _AND.split(each.text))
    return whole or line_kinds.institution(each.text) or any(piece.is_raised for piece in each.pieces)


def _marked(each: Paragraph) -> str:
    out: list[str] = []
    raised: list[str] = []
    for piece in (*each.pieces, None):
        if piece is not None and piece.is_raised:
            raised.append(piece.text)
            continue
        if raised:
            out.append(_raised("".join(raised)))
            raised = []
        if piece is not None:
            out.append(piece.text.replace("*", "\\*"))
    lines = (" ".join(line.split()) for line in _CONTROL.sub(" ", "".join(out)).split("\n"))
    return "\n".join(line for line in lines if line)


def _raised(text: str) -> str:
    """Marks between carets; anything longer is words: ``st``, ``®`` or a whole line that somebody raised."""
    bare = text.strip()
    if not bare or len(bare) > 40 or bare in ("st", "nd", "rd", "th", "®", "™"):
        return text
    return f"^{bare.strip(' ,;').replace('*', chr(92) + '*')}^" + (", " if bare.endswith(",") else "")


def _keep(parts: dict[str, str], label: str, text: str) -> None:
    said = label.casefold().strip(" .:")
    if not said or text == label:
        return
    kind = (
        "abstract"
        if begins_text(said) and only_of_papers(said) and "intro" not in said and "einleit" not in said
        else ""
    )
    if said.startswith(("key", "stichw", "schlagw", "mots", "palabras")):
        kind = "keywords"
    if kind and len(parts.get(kind, "")) < 10_000:
        bare = text[len(label) :].lstrip(" .:—–-") if text.startswith(label) else text
        parts[kind] = f"{parts.get(kind, '')} {bare}".strip()
