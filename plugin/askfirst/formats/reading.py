"""What was read of documents, as text and as JSON (``askfirst/read/1``)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from askfirst.formats.clean import clean
from askfirst.formats.phrases import number
from askfirst_checks.light import Any
from askfirst_checks.model import Address, Affiliation, Manuscript, Problem, Span
from askfirst_checks.words import Text

Place = Callable[[str], str]
"""from a path in the tree to how it is shown"""

SCHEMA = "askfirst/read/1"

_TITLE = Text("title: {title}", "Titel: {title}")
_NO_BLOCK = Text("no author block", "kein Autorenblock")
_UNTIED = Text("not tied to an author:", "keiner Person zugeordnet:")
_NOTES = Text("notes, acknowledgements, funding:", "Anmerkungen, Danksagungen, Förderung:")
_ENTRIES = (Text("{file}: 1 entry", "{file}: 1 Eintrag"), Text("{file}: {n} entries", "{file}: {n} Einträge"))
_PROBLEM = Text("not understood: {says}", "nicht verstanden: {says}")
_CORRESPONDING = Text(" (corresponding)", " (korrespondierend)")


def as_json(found: Sequence[tuple[Place, Manuscript]]) -> str:
    """One object with all documents."""
    return json.dumps({"schema": SCHEMA, "documents": [_document(place, m) for place, m in found]}, ensure_ascii=False)


def _document(place: Place, manuscript: Manuscript) -> dict[str, Any]:
    tied = {index for person in manuscript.authors for index in person.affiliations}
    texts = [affiliation.text for affiliation in manuscript.affiliations]
    return {
        "file": place(manuscript.root),
        "form": manuscript.form,
        "has_author_block": manuscript.has_author_block,
        "title": manuscript.title,
        "abstract": manuscript.abstract,
        "keywords": list(manuscript.keywords),
        "authors": [
            {
                "name": person.name,
                "affiliations": [texts[index] for index in person.affiliations],
                "emails": [a.text for a in person.addresses if a.kind == "email"],
                "orcid": person.orcid,
                "corresponding": person.corresponding,
                "span": _span(place, person.span),
            }
            for person in manuscript.authors
        ],
        "affiliations": [_affiliation(place, affiliation) for affiliation in manuscript.affiliations],
        "unassigned_affiliations": [text for index, text in enumerate(texts) if index not in tied],
        "notes": [_affiliation(place, note) for note in manuscript.notes],
        "addresses": [
            _address(place, a) for a in (*manuscript.addresses, *(a for p in manuscript.authors for a in p.addresses))
        ],
        "bibliographies": [
            {
                "file": place(bibliography.file),
                "entries": bibliography.entries,
                "references": [
                    {
                        "key": r.key,
                        "title": r.title,
                        "year": r.year,
                        "doi": r.doi,
                        "authors": list(r.authors),
                        "affiliations": [_affiliation(place, a) for a in r.affiliations],
                        "span": _span(place, r.span),
                    }
                    for r in bibliography.references
                ],
            }
            for bibliography in manuscript.bibliographies
        ],
        "problems": [_problem(place, problem) for problem in manuscript.problems],
        "files": [place(file) for file in sorted(manuscript.sources)],
    }


def _span(place: Place, span: Span) -> dict[str, Any]:
    return {**span._asdict(), "file": place(span.file)}


def _affiliation(place: Place, affiliation: Affiliation) -> dict[str, Any]:
    return {
        "text": affiliation.text,
        "kind": affiliation.kind,
        "owners": list(affiliation.owners),
        "span": _span(place, affiliation.span),
    }


def _address(place: Place, address: Address) -> dict[str, Any]:
    return {"text": address.text, "kind": address.kind, "span": _span(place, address.span)}


def _problem(place: Place, problem: Problem) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "says": problem.says.en,
        "subject": problem.subject,
        "span": _span(place, problem.span),
    }


def as_text(found: Sequence[tuple[Place, Manuscript]], language: str) -> str:
    """For people: who, where, with which line each stands on."""
    return "\n".join("\n".join(map(clean, _lines(place, m, language))) + "\n" for place, m in found)


def _lines(place: Place, manuscript: Manuscript, language: str) -> Iterator[str]:
    yield f"{place(manuscript.root)} ({manuscript.form})"
    if manuscript.title:
        yield "  " + _TITLE.fill(title=manuscript.title).said(language)
    if not manuscript.has_author_block:
        yield "  " + _NO_BLOCK.said(language)
    for person in manuscript.authors:
        addresses = "".join(f" <{address.text}>" for address in person.addresses)
        orcid = f" {person.orcid}" if person.orcid else ""
        mark = _CORRESPONDING.said(language) if person.corresponding else ""
        yield f"  {_at(place, person.span)} {person.name}{addresses}{orcid}{mark}"
        for index in person.affiliations:
            yield f"      {_at(place, manuscript.affiliations[index].span)} {manuscript.affiliations[index].text}"
    yield from _rest(place, manuscript, language)


def _rest(place: Place, manuscript: Manuscript, language: str) -> Iterator[str]:
    tied = {index for person in manuscript.authors for index in person.affiliations}
    untied = [a for index, a in enumerate(manuscript.affiliations) if index not in tied]
    if untied or manuscript.addresses:
        items: list[Affiliation | Address] = [*untied, *manuscript.addresses]
        yield "  " + _UNTIED.said(language)
        yield from (f"      {_at(place, item.span)} {item.text}" for item in items)
    if manuscript.notes:
        yield "  " + _NOTES.said(language)
        yield from (f"      {_at(place, note.span)} {note.text}" for note in manuscript.notes)
    for bibliography in manuscript.bibliographies:
        forms = (
            _ENTRIES[0].fill(file=place(bibliography.file)),
            _ENTRIES[1].fill(file=place(bibliography.file), n=bibliography.entries),
        )
        yield "  " + number(bibliography.entries, forms).said(language)
    for problem in manuscript.problems:
        yield f"  {_at(place, problem.span)} {_PROBLEM.fill(says=problem.says).said(language)}"


def _at(place: Place, span: Span) -> str:
    return f"{place(span.file)}:{span.line}:{span.column}"
