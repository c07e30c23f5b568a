"""The affiliations and addresses that exports write into a .bib, cut into single ones, each with its place.

Web of Science: ``Family, Given; Family, G (Corresponding Author), Univ X, City, Country.`` line by line.
Scopus: ``Dept, Univ, City, Country; Dept, ...``; ADS: ``AA(Univ X, City, Country), AB(...)``; Springer and ACM: one,
as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern

_SEVERAL = 2_000
_MAIL = pattern(r"[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_WOS = pattern(r"\((?:corresponding|reprint) author\)", re.IGNORECASE)
_WOS_KEY = pattern(r"(?i)^\W*(?:WOS|ISI)\s*:")
_SENTENCE = pattern(r"\.\s*(?:\n\s*|$)")
_ADS = pattern(r"\b[A-Z]{2}\(")
_INITIALS = pattern(r"^(?:[^\W\d_]\.?[ -]?){1,4}$")
_ENTITY = pattern(r"&#?\w{2,6};$")

Piece = tuple[int, int]


def is_wos(key: str, unique_id: str, text: str) -> bool:
    """Whether an affiliation field comes from Web of Science, by its own marks."""
    return bool(_WOS.search(text) or _WOS_KEY.match(key) or _WOS_KEY.match(unique_id))


def wos_pieces(text: str, families: frozenset[str]) -> Iterator[Piece]:
    """Each affiliation without the authors before it; *families* are the entry's own family names, plain."""
    for first, last in _bounded(_chunks(text, families)):
        start = _after_authors(text, first, last, families)
        if start < last:
            yield _trimmed(text, start, last)


def _chunks(text: str, families: frozenset[str]) -> Iterator[Piece]:
    start = 0
    for match in re.finditer(r"\.\s+|\.$", text):
        if not (_SENTENCE.match(text, match.start()) or _opens_with_author(text, match.end(), families)):
            continue
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _opens_with_author(text: str, at: int, families: frozenset[str]) -> bool:
    comma = text.find(",", at, at + 80)
    return comma > 0 and plain(text[at:comma]) in families and text[comma + 1 : comma + 2].isspace()


def _after_authors(text: str, first: int, last: int, families: frozenset[str]) -> int:
    """Where the affiliation begins: after ``Family, Given;`` groups and the last ``Family, Given,``."""
    marked = _WOS.search(text, first, last)
    if marked:
        comma = text.find(",", marked.end(), last)
        return comma + 1 if comma >= 0 else marked.end()
    start = first
    while (semicolon := text.find(";", start, last)) >= 0 and "," in text[start:semicolon]:
        start = semicolon + 1
    parts = text[start:last].split(",", 2)
    if len(parts) < 3:
        return start
    if plain(parts[0]) in families or _INITIALS.match(parts[1].strip()):
        return start + len(parts[0]) + len(parts[1]) + 2
    return start


def listed_pieces(text: str) -> Iterator[Piece]:
    """Each affiliation of a list set apart by semicolons, or of the ``AA(...)`` form of ADS."""
    if _ADS.match(text.lstrip()):
        yield from _bounded(_lettered(text))
        return
    for first, last in _bounded(_between(text, ";")):
        piece = _trimmed(text, first, last)
        if piece[0] < piece[1]:
            yield piece


def correspondence_pieces(text: str) -> Iterator[Piece]:
    """The affiliations of Scopus' correspondence address: name first, e-mail last, both left out."""
    for first, last in _bounded(_between(text, ";")):
        piece = _trimmed(text, first, last)
        words = text[piece[0] : piece[1]]
        if words and not _MAIL.search(words) and not _person(words):
            yield piece


def mails(text: str) -> Iterator[Piece]:
    """Every e-mail address."""
    for match in _MAIL.finditer(text):
        yield match.start(), match.end()


def _person(words: str) -> bool:
    parts = words.split(",")
    if len(parts) == 1:
        return "." in words
    return len(parts) <= 3 and all(_initials(part) for part in parts[1:])


def _initials(part: str) -> bool:
    return bool(_INITIALS.match(part.strip())) or part.strip().rstrip(".").lower() in {"jr", "sr", "ii", "iii"}


def _between(text: str, mark: str) -> Iterator[Piece]:
    start = 0
    for match in re.finditer(re.escape(mark), text):
        at = match.start()
        if _ENTITY.search(text[max(at - 8, start) : at + 1]):
            continue
        yield start, at
        start = at + 1
    yield start, len(text)


def _lettered(text: str) -> Iterator[Piece]:
    starts = [match.end() for match in _ADS.finditer(text)]
    ends = [*[match.start() for match in _ADS.finditer(text)][1:], len(text)]
    for start, end in zip(starts, ends, strict=True):
        piece = _trimmed(text, start, end)
        yield piece[0], piece[1] - (text[piece[1] - 1 : piece[1]] == ")")


def _bounded(pieces: Iterator[Piece]) -> Iterator[Piece]:
    for count, piece in enumerate(pieces):
        if count >= _SEVERAL:
            return
        yield piece


def _trimmed(text: str, first: int, last: int) -> Piece:
    while first < last and (text[first].isspace() or text[first] in ",;"):
        first += 1
    while first < last and (text[last - 1].isspace() or text[last - 1] in ",;."):
        last -= 1
    return first, last
