"""The blocks of a page: what stands before the abstract, what behind, and which of them are affiliations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from askfirst_checks.names.normalise import plain
from askfirst_checks.readers.first_page import looks, marks
from askfirst_checks.readers.first_page.partial import is_shown
from askfirst_checks.readers.first_page.people import Names
from askfirst_checks.readers.first_page.pieces import MOST_TEXT, Piece
from askfirst_checks.readers.first_page.remarks import addressed, behind_address, between_mails, trimmed

MOST_BLOCKS = 150
"""blocks of a page that are looked at"""
MOST_OF_A_FOOT = 12_000
"""characters of a block behind the abstract that is looked at"""
_SHORT = 200
_MOST_AT_TOP = 60
"""lines at the top of a page on which a list of addresses goes on"""
_FARTHEST = 3
_NEAR = 400
"""characters of a block that tell whether the next one goes on with it"""
_LONG_SENTENCE = 150
"""a block of sentences of this length is the text of the work, with or without a heading"""

_END = re.compile(
    r"^\W*(?:(?:\d{1,2}|[IVX]{1,4})[.\s]*)?(?:abstract|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|article info|a r t i c l e|"
    r"summary|synopsis|introduction|"
    r"zusammenfassung|kurzfassung|einleitung|abstrakt|streszczenie|résumé|resumen|resumo|riassunto|sommario|özet|"
    r"background|objectives?\b\s*:|keywords?|key words|index terms|schlüsselwörter|аннотация|реферат|введение|"
    r"ключевые слова|"
    r"摘要|提要|关键词|要旨|초록|요약|چکیده|الملخص)(?=$|[\W_]|[A-ZА-Я])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s*(?:[A-ZÀ-ÞА-Я]\.[\s-]?){1,3}[A-ZÀ-ÞА-Я][\w’'-]+(?:\s\(.\))?\s(?=[A-ZÀ-ÞА-Я])")
"""a name in front of its address, where the library does not tell the names: ``N.-I. Rim Institut de physique``"""
_CAPTION = re.compile(r"\b(?:Table|Tab\.|Figure|Fig\.|Tabelle|Abbildung|Abb\.)\s?\d{1,2}\s?[.:]")
_ITEM = re.compile(r"\s*(?:[•◦▪‣●○–—-]\s|[(\[]?[A-Z][)\]]\s|[(\[]?[ivx]{2,4}[)\]]\s)")
"""an item of a list of the text; affiliations bear numbers, small letters or signs"""
_LISTED = re.compile(r"(?:^|[\s;,])[(\[]?(?:[A-Za-z]|\d{1,2}|[ivx]{2,4})[)\]]\s")
"""what numbers an item in a line: ``(a) Institute A and (b) Institute B``"""
_RUNS_ON = re.compile(r"(?<![\w’'-])[a-zß-öø-ÿа-яё]+[,:]?$|:$")
"""words that go on with what follows: ``Samples of``, ``Partners:``"""
_LONE_MARK = re.compile(r"[a-z]|\d{1,2}")
_GOES_ON = re.compile(r"^(?:of|and|for|de|für|und|et)\b|^&")
_OPEN_END = re.compile(r"(?:[,&/-]|\b(?:of|and|for|the|de|für|und|et))$", re.IGNORECASE)
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-zА-Яа-я]|\b(?:Dept|Univ|Inst|St|Prof|Lab|Acad|Sci|Str|Dr|Fac|Nat|Tech|Ave|Rd|No|Bldg|"
    r"[Уу]л|[Пп]р|[Пп]росп|[Пп]ер|[Пп]л|им|[Кк]в|[Фф]ак|[Лл]аб|[Ии]нст|[Уу]нив))\.$"
)
_UNIT = re.compile(
    r"[.;,]?\s+(?=(?:Department|Dept\.?|Faculty|School of|Laborator(?:y (?:of|for)|io di)|Fakultät|Institut für|"
    r"Lehrstuhl|Fachbereich|Dipartimento|"
    r"Departamento|Département)\b)|[.;]\s+(?=[^\W\d_a-z])|"
    r",?\s+(?:and|und|et|&|и)\s+(?=[^\W\d_a-zа-я])"
)


@lru_cache(maxsize=4)
def parted(page: str, title: str) -> tuple[list[str], list[str]]:
    """The blocks behind the title and before the abstract, and those behind it: not to be changed."""
    lines = lines_of(page)
    begin, rest = _behind_title(lines, title)
    head = [rest, *lines[begin:]] if rest else lines[begin:]
    end = next((n for n, line in enumerate(head) if _is_end(line, n + begin)), len(head))
    return _joined(head[:end]), _joined(head[end:])


def before_title(page: str, title: str, names: Names) -> list[str]:
    """The blocks between names of authors and a title that stands behind them, as journals in Russian print it."""
    lines = lines_of(page)
    begin, _ = _behind_title(lines, title)
    before = lines[: max(0, begin - 1)]
    first = next((n for n, line in enumerate(before) if any(names.find(line))), len(before))
    return _joined(before[first:])


@lru_cache(maxsize=4)
def lines_of(page: str) -> tuple[str, ...]:
    """The lines of *page* that hold anything, blanks squeezed; a mark on a line of its own stands before the next."""
    lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()][: 2 * MOST_BLOCKS]
    out: list[str] = []
    for line in lines:
        if out and _LONE_MARK.fullmatch(out[-1]) and line[:1].isupper() and looks.names_institution(line):
            out[-1] += f" {line}"
        else:
            out.append(line)
    return tuple(out[:MOST_BLOCKS])


@lru_cache(maxsize=4)
def _behind_title(lines: tuple[str, ...], title: str) -> tuple[int, str]:
    """The number of the first line behind the title, and what stands in the title's own line behind it."""
    wanted = plain(title)
    for number, line in enumerate(lines[:25]) if len(wanted) > 8 else ():
        at = plain(line)
        if at and (at == wanted or (len(at) > 15 and wanted.startswith(at))):
            return _whole_title(lines, number, wanted), ""
        if at.startswith(wanted):
            return number + 1, _behind(line, wanted)
    return (0 if lines and _holds_more(lines[0]) else 1), ""


def _holds_more(line: str) -> bool:
    """Whether a first line in which the title was not found has names and addresses in it, too: lines are joined."""
    return len(line) > _LONG_SENTENCE and looks.names_institution(line) and looks.has_country(line)


def _whole_title(lines: Sequence[str], number: int, wanted: str) -> int:
    """The number of the line behind a title that may go over several lines."""
    whole = plain(lines[number])
    while number + 1 < len(lines) and len(whole) < len(wanted) and plain(lines[number + 1]) in wanted:
        number += 1
        whole += " " + plain(lines[number])
    return number + 1


def _behind(line: str, wanted: str) -> str:
    words = line.split(" ")
    taken = next((n for n in range(1, len(words) + 1) if len(plain(" ".join(words[:n]))) >= len(wanted)), len(words))
    return " ".join(words[taken:])


def _is_end(line: str, number: int) -> bool:
    if number and _END.match(line):
        return True
    return (
        len(line) > _LONG_SENTENCE and looks.is_sentence(line) and line.rstrip().endswith((".", "…", ":", "-")) is True
    )


def _joined(lines: Sequence[str]) -> list[str]:
    """Lines that one address goes over, made one: it ends openly, goes on in small letters, or lacks its place."""
    out: list[str] = []
    for line in lines:
        if out and _belongs(out[-1], line):
            out[-1] = (
                f"{out[-1]} {line}" if out[-1].endswith((",", "-")) or _GOES_ON.match(line) else f"{out[-1]}, {line}"
            )
        else:
            out.append(line)
    return out


def _belongs(before: str, line: str) -> bool:
    before = before[-_NEAR:]
    if not looks.names_institution(before) or looks.is_sentence(before) or looks.is_sentence(line):
        return False
    if _OPEN_END.search(before) or _GOES_ON.match(line):
        return True
    if looks.names_institution(line) or len(line) > 120 or "@" in line or not line[:1].isalnum():
        return False
    return looks.has_country(line) and (
        not looks.has_country(before) or looks.countries(before) == looks.countries(line)
    )


def of_head(blocks: Iterable[str], names: Names) -> list[Piece]:
    """The affiliations of the blocks before the abstract."""
    return [piece for block in blocks for piece in _pieces(block, names, sure=False)]


def of_body(blocks: Iterable[str], names: Names, head: Sequence[str]) -> list[Piece]:
    """Those behind it: only in blocks that begin with a mark, an author's name or a remark, or are an address alone.

    Marks in brackets count only where *head* prints them: ``(a) ...; (b) ...`` is how a text lists.
    """
    found: list[Piece] = []
    for block in (_CAPTION.split(each)[0] for each in blocks):
        if not _may_hold_addresses(block) or _is_list_in_a_sentence(block) or _is_list_of_the_text(block, names):
            continue
        if not _is_in_brackets(block) or is_shown(_first_mark(block), head, names):
            found += _pieces(block, names, sure=True)
    return found


def _may_hold_addresses(block: str) -> bool:
    """Whether a block behind the abstract is worth a closer look: most are the text of the work."""
    if len(block) < _SHORT:
        return True
    return len(block) < MOST_OF_A_FOOT and looks.names_institution(block)


def _is_list_in_a_sentence(block: str) -> bool:
    """Whether a sentence goes on behind marks: ``(a) Institute A; (b) Institute B were compared.``"""
    marked = [part.text for part in marks.cut(behind_address(block)) if part.mark]
    return any(looks.is_sentence(_without_sentence(trimmed(text))) for text in marked)


def _is_list_of_the_text(block: str, names: Names) -> bool:
    """Whether *block* is an item of a list, or words of the text run into one: ``Visits to (a) Institute A; ...``."""
    if _ITEM.match(block):
        return True
    is_marked, (lead, *others) = _list_parts(behind_address(block))
    if not is_marked and len(_LISTED.findall(block)) > 1:
        return not any(names.find(block))
    if (
        not others
        or looks.is_of_the_journal(lead)
        or not (_RUNS_ON.search(lead) or (not is_marked and _is_prose(lead)))
    ):
        return False
    return bool(trimmed(lead)) and not any(names.find(lead)) and not _NAMED.match(lead)


def _first_mark(block: str) -> str:
    return next((part.mark for part in marks.cut(block) if part.mark), "")


def _is_in_brackets(block: str) -> bool:
    """Whether *block* is a list whose marks stand in brackets: ``(a) ...; (b) ...``."""
    return len(_LISTED.findall(block)) > 1 and bool(_first_mark(block))


def _list_parts(block: str) -> tuple[bool, list[str]]:
    """Whether *block* has marks, and it cut at them, with what stands before the first; else at its semicolons."""
    marked = marks.cut(block)
    if any(part.mark for part in marked):
        return True, [*([""] if marked[0].mark else []), *(part.text.strip() for part in marked)]
    return False, [part.strip() for part in block.split(";")]


def _is_prose(lead: str) -> bool:
    """Whether *lead* names an institution in words of the text: ``We went to Institute A``, ``Partners: A College``."""
    text = trimmed(lead)
    return looks.is_place(text) and (":" in text or not looks.is_surely_affiliation(text))


def marked_at_top(page: str, before: Piece) -> list[Piece]:
    """The marked affiliations with which *page* goes on behind the last one of the page before; no other list."""
    lines = lines_of(page)
    end = next((n for n, line in enumerate(lines) if _END.match(line)), _MOST_AT_TOP)
    found = [before]
    for block in _joined(lines[: min(end, _MOST_AT_TOP)]):
        for part in marks.cut(block):
            text = trimmed(part.text)
            if _is_next(part.mark, found[-1].mark) and looks.is_surely_affiliation(text, is_tied=True):
                found.append(Piece(text, "", part.mark))
    return found[1:]


def _is_next(mark: str, before: str) -> bool:
    """Whether *mark* stands in the list in which *before* stood; one or two of them may not have been read."""
    if not mark or not before or mark.isdigit() is not before.isdigit():
        return False
    return 0 < marks.value(mark) - marks.value(before) <= _FARTHEST


def _pieces(block: str, names: Names, sure: bool) -> Iterator[Piece]:
    """The affiliations of one block, cut at marks, names and ends of addresses; of a journal's line the marked ones."""
    if looks.holds_no_affiliation(block):
        return
    only_marked = looks.is_of_the_journal(block)
    for marked in marks.cut(behind_address(block)):
        if only_marked and not marked.mark:
            continue
        to = addressed(marked.text)
        for part in names.cut(to or marked.text):
            is_tied = bool(marked.mark or part.owner or to or _NAMED.match(part.text))
            for number, text in enumerate(_texts(part.text, sure)):
                fits = looks.is_surely_affiliation(text, is_tied) if sure else looks.may_be_affiliation(text)
                if fits and (not sure or is_tied or _stands_alone(text)):
                    yield Piece(text, "" if number else part.owner, marked.mark)


def _texts(part: str, sure: bool) -> Iterator[str]:
    """The texts of *part* that can be addresses; sentences are left out where the work's text may stand."""
    for each in between_mails(part):
        whole = _without_sentence(trimmed(each))
        if not (looks.is_sentence(whole) and (sure or len(whole) > MOST_TEXT)):
            yield from addresses_in(whole)


def _stands_alone(text: str) -> bool:
    """Whether *text* is an address by itself: it names its country, and nothing introduces it (``Samples: ...``)."""
    return ":" not in text and not text[:1].isdigit() and looks.has_country(text) and not _LISTED.search(text)


def addresses_in(text: str) -> list[str]:
    """*text* as the addresses in it: one ends with its country, the next begins with a unit or behind a stop."""
    if not text:
        return []
    if ";" in text:
        parts = [part.strip() for part in text.split(";") if part.strip()]
        if len(parts) > 1 and all(looks.is_place(part) for part in parts):
            return [each for part in parts for each in addresses_in(part)]
    for found in _UNIT.finditer(text):
        before, behind = text[: found.start()].strip(), text[found.end() :].strip()
        if found[0].startswith(".") and _ABBREVIATION.search(text[: found.start() + 1]):
            continue
        if all(map(_is_whole, (before, behind))):
            return [before.rstrip(" ,;."), *addresses_in(behind)]
    return list(_windows(text))


def _windows(text: str) -> Iterator[str]:
    """*text* in parts that are short enough to be kept whole: nothing of what was printed is lost."""
    while len(text) > MOST_TEXT:
        at = max(text.rfind(", ", 100, MOST_TEXT), text.rfind("; ", 100, MOST_TEXT))
        at = at if at > 0 else MOST_TEXT
        yield text[:at]
        text = text[at:].lstrip(" ,;")
    if text:
        yield text


def _without_sentence(text: str) -> str:
    """*text* without the sentences behind the address that it begins with."""
    if not looks.is_sentence(text):
        return text
    for stop in re.finditer(r"\.\s+(?=[^\W\d_a-z])", text):
        before = text[: stop.start()]
        if not _ABBREVIATION.search(before + "."):
            return text if looks.is_sentence(before) or not _is_whole(before) else before
    return text


def _is_whole(text: str) -> bool:
    return looks.names_institution(text) and bool(looks.countries(text))
