"""Joint work: which works of a library the authors of a manuscript or list wrote, as references the check can judge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from askfirst import checking
from askfirst.answer_files import read as read_answers
from askfirst.documents import Document, one
from askfirst.library.work import Work
from askfirst.reading import read
from askfirst_checks.model import Affiliation, Bibliography, Manuscript, Reference, Report, Span
from askfirst_checks.names.normalise import plain
from askfirst_checks.names.same_person import same_person

CODE = "AF501"


class Ours(NamedTuple):
    """The document whose authors are looked for, and how its family names read when normalised."""

    document: Document
    manuscript: Manuscript
    last_words: frozenset[str]

    def wrote(self, work: Work) -> bool:
        """Whether a name in *work* agrees with one of ours; the family name is compared first, for it decides most."""
        near = [name for name in work.authors if _last_word(name) in self.last_words]
        return any(same_person(ours.name, name) for name in near for ours in self.manuscript.authors)

    def others(self, work: Work) -> tuple[str, ...]:
        """The authors of *work* who are not ours."""
        return tuple(
            name for name in work.authors if not any(same_person(ours.name, name) for ours in self.manuscript.authors)
        )


def ours(path: str) -> Ours:
    """The authors of the manuscript or author list at *path*. Raises `Failure`."""
    document = one(path)
    manuscript = read(document)
    return Ours(document, manuscript, frozenset(_last_word(person.name) for person in manuscript.authors))


def _last_word(name: str) -> str:
    return name.rpartition(" ")[2].casefold() if name.isascii() else plain(name).rpartition(" ")[2]


def report(found: Ours, works: Iterable[Work], library: str, context: checking.Context) -> Report:
    """What AF501 asks about *works* of *library*, and nothing else; the answers beside the manuscript hold for it."""
    kept = list(works)
    references = tuple(reference(work, library) for work in kept)
    manuscript = found.manuscript._replace(
        bibliographies=(Bibliography(f"zotero:{library}", len(kept), references),),
        sources={
            **found.manuscript.sources,
            **{r.span.file: _lines(work) for r, work in zip(references, kept, strict=True)},
        },
    )
    checked = checking.judged(found.document, manuscript, read_answers(found.document), context)
    whole = checked.outcome.report
    flat = (each for first in whole.findings for each in (first, *first.also))
    return whole._replace(findings=tuple(each for each in flat if each.code == CODE))


def reference(work: Work, library: str) -> Reference:
    """*work* as an entry of a bibliography; line *n* of its source is its *n*-th affiliation."""
    file = f"zotero:{library}/{work.key}"
    return Reference(
        key=work.key,
        span=Span(file, 1, 1, 1, 1),
        title=work.title,
        year=work.year,
        doi=work.doi or None,
        authors=work.authors,
        affiliations=tuple(
            Affiliation(each.text, Span(file, n, 1, n, len(each.text) + 1))
            for n, each in enumerate(work.affiliations, 1)
        ),
    )


def _lines(work: Work) -> str:
    return "\n".join(each.text for each in work.affiliations)
