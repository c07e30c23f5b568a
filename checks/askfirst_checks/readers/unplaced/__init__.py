"""Words that tell of a country, where nobody was read as an author or one has no affiliation.

`with_passages` looks through every text that was read; the rules decide what follows. `vocabulary` has the words,
`fold` finds them behind mark-up, `zones` and `outline` say where in a document they stand.
"""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.readers.unplaced.unread_words import unread_words

if TYPE_CHECKING:
    from askfirst_checks.model import Manuscript

__all__ = ["is_placed", "with_passages"]

_DATA = (".bib", ".sty", ".cls")


def is_placed(manuscript: Manuscript) -> bool:
    """Whether there are authors, and every one has an affiliation."""
    return bool(manuscript.authors) and all(person.affiliations for person in manuscript.authors)


def with_passages(manuscript: Manuscript) -> Manuscript:
    """*manuscript* with what a document with unplaced authors tells elsewhere, and with words that are none."""
    odd = tuple(unread_words(manuscript))
    if odd:
        manuscript = manuscript._replace(problems=(*manuscript.problems, *odd))
    if is_placed(manuscript):
        return manuscript
    from askfirst_checks.readers.unplaced.search import passages_in

    found = [
        passage
        for path, text in manuscript.sources.items()
        if not path.lower().endswith(_DATA)
        for passage in passages_in(path, text, manuscript.form, is_root=path == manuscript.root)
    ]
    asked = [passage for passage in found if passage.zone != "text"]
    return manuscript._replace(passages=(*asked, *[p for p in found if p.zone == "text"][:1]))
