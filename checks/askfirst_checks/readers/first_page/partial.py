"""Whether a page has fewer addresses than its authors have marks: their list goes on elsewhere in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from askfirst_checks.readers.first_page import looks, marks
from askfirst_checks.readers.first_page.people import Names
from askfirst_checks.readers.first_page.pieces import Piece

_ELSEWHERE = re.compile(
    r"(?:full|complete) list of (?:the )?(?:authors?|affiliations?|participants|members|collaborat)|"
    r"(?:list of (?:all |the )?authors?|affiliations?)[^.\n]{0,60}\b"
    r"(?:appears?|is|are|can be found|given|listed|available)\b"
    r"[^.\n]{0,30}\b(?:at the end|in the appendix|in the supplement|online)|"
    r"(?:vollständige )?(?:autorenliste|liste der autor\w+)[^.\n]{0,60}\bam ende\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}")
_LETTER = re.compile(r"(?<=[\w)]),(?:(?=[a-z])|\s(?=[b-df-hj-np-tvwxz]))(\w)(?=[\s,;*∗†‡]|$)")
"""a letter behind a name's comma: ``Beispielb,c``, ``Rim,d``; one that is glued to a name cannot be told from it"""
_MOST_MARKS = 500
_NEAR = 100
"""characters behind a number in which its institution is named"""


def is_partial(page: str, head: list[str], names: Names, found: Iterable[Piece]) -> bool:
    """Whether *page* says that the list is elsewhere, or an author in its *head* has a mark that nothing follows.

    Nor is it whole where an institution follows the mark and was not *found*.
    """
    if _ELSEWHERE.search(page):
        return True
    known = {piece.mark for piece in found}
    wanted = {number for line in head for found in names.find(line) for number in _numbers(found[0])}
    if len(wanted) < 2:
        wanted = _letters(head) if any(mark.isalpha() for mark in known) else set()
    return any(not _is_explained(page, number) for number in sorted(wanted - known)[:_MOST_MARKS])


def may_mark(piece: Piece, head: list[str], names: Names, found: list[Piece]) -> bool:
    """Whether the mark of a *piece* behind the abstract can be an author's: printed in *head*, and not *found* there.

    Where every author's mark is explained before the abstract, or none has one, a list behind it is the text's own:
    ``(a) Institute A; (b) Institute B``.
    """
    if not piece.mark.isalnum() or piece.owner or not found:
        return True
    known = {each.mark for each in found if each.mark.isalnum()}
    printed = {names.owner(each): each[0] for line in head for each in names.find(line)}
    if names.authors and len(printed) == len(names.authors):
        return bool({number for each in printed.values() for number in _numbers(each)} - known)
    return piece.mark not in known and is_shown(piece.mark, head, names)


def is_shown(mark: str, head: Sequence[str], names: Names) -> bool:
    """Whether *head* prints *mark* as that of an author: behind a name, or where no address stands."""
    if any(mark in _numbers(found[0]) for line in head for found in names.find(line)) or mark in _letters(head):
        return True
    behind = rf"(?:[^\W\d_]{{2}}|[.,*∗†‡)\]]|\d,)\s?[(\[]?{re.escape(mark)}(?![\w.’'-])"
    return any(re.search(behind, line) for line in head if not looks.is_place(line))


def _letters(head: Iterable[str]) -> set[str]:
    """The letters behind names in *head*, as far as they can be told from the names."""
    return {letter for line in head for letter in _LETTER.findall(line)}


def _numbers(printed: str) -> list[str]:
    """The numbers behind a printed name; a year or a page is none."""
    return [number for number in _NUMBER.findall(printed) if number.lstrip("0") == number]


def _is_explained(page: str, number: str) -> bool:
    """Whether a remark stands behind *number* somewhere (``4These authors ...``), and no institution does."""
    pattern = rf"(?<![\w,/-]){number}(?:[.):\]]{{1,2}})?\s?(?=[^\W\d_a-z]|[\"“(])"
    behind = [
        page[each.end() : each.end() + _NEAR].partition("\n")[0]
        for each in re.finditer(pattern, page)
        if not marks.numbers_a_thing(page, each.start())
    ]
    return bool(behind) and not any(looks.is_place(_NUMBER.split(text)[0]) for text in behind)
