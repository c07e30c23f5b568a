"""What a title page may be where no macro names an author: the surest first, the first that gives authors is taken."""

from __future__ import annotations

from collections.abc import Callable

from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.latex.fallback.hand_set_page import hand_set
from askfirst_checks.readers.latex.fallback.labelled_page import labelled
from askfirst_checks.readers.latex.fallback.name_and_place import in_one_line
from askfirst_checks.readers.latex.fallback.title_page import by_title
from askfirst_checks.readers.latex.scan.document import Gathered

Page = Callable[[Gathered], Book | None]
WITHOUT_MACROS: tuple[Page, ...] = (hand_set, by_title, in_one_line, labelled)
"""names with marks or above their affiliation; paragraphs of a title page; name and place in a line; labelled lines"""
BESIDE_PLACES: tuple[Page, ...] = (labelled,)
"""where macros gave affiliations, and only the authors are missing"""


def by_hand(gathered: Gathered, *, placed: bool) -> Book | None:
    """The book of a title page set by hand, or None. *placed*: macros gave affiliations."""
    pages = BESIDE_PLACES if placed else WITHOUT_MACROS
    return next((book for page in pages if (book := page(gathered)) is not None), None)
