"""An author of this manuscript took part in an earlier work that prints such an affiliation, after the measure began.

What it sees. Works in the bibliography, or in the Zotero library (`askfirst zotero --manuscript`), that carry
affiliations of their own, were written by someone whose name agrees with an author of this manuscript, and print an
affiliation under AF1xx or AF2xx. A name agrees when the family name is the same and a given name is written out in
both; where only initials agree it may be two people, and the finding is a note.

Why it matters. Joint work tends to go on: results, samples and drafts of the earlier work may be part of this one. It
is also what the export-control office will want to know first when it is asked.

What it leaves alone. Works from before the measure began are not held against anyone: a work of 2016 is not judged by
a measure of 30 November 2016. Works of which no affiliation is known say nothing, and nothing is guessed from a name.

What to do. Check whether it is the same person. If so, ask your institution's export-control office whether the earlier
work was reported to it, and record its answer. If not, record that with the reason.

Level: ask for full names, note for initials and for measures that are notes themselves. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.case import Place
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.names.same_person import same_person
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from askfirst_checks.case import Case
    from askfirst_checks.model import Finding, Level, Reference

CODE = "AF501"
NAME = Text("earlier-joint-work", "frühere-gemeinsame-Arbeit")
SEITE = """Jemand aus der Autorenliste hat nach Beginn der Maßnahme an einer Arbeit mitgewirkt, die eine solche
Affiliation nennt.

Was die Regel sieht. Arbeiten im Literaturverzeichnis oder in der Zotero-Bibliothek (`askfirst zotero --manuscript`),
die eigene Affiliationen tragen, von jemandem geschrieben sind, dessen Name mit einem Namen der Autorenliste
übereinstimmt, und eine Affiliation unter AF1xx oder AF2xx nennen. Ein Name stimmt überein, wenn der Familienname gleich
und ein Vorname in beiden ausgeschrieben ist; stimmen nur die Initialen, können es zwei Personen sein, und es bleibt bei
einem Hinweis.

Warum es darauf ankommt. Gemeinsame Arbeit geht oft weiter: Ergebnisse, Proben und Entwürfe der früheren können Teil
dieser Arbeit sein. Es ist auch das Erste, was die Exportkontrollstelle wissen möchte.

Was sie in Ruhe lässt. Arbeiten aus der Zeit vor der Maßnahme werden niemandem vorgehalten: Eine Arbeit von 2016 wird
nicht nach einer Maßnahme vom 30. November 2016 beurteilt. Arbeiten ohne bekannte Affiliation sagen nichts, und aus
einem Namen wird nichts erraten.

Was zu tun ist. Prüfen Sie, ob es dieselbe Person ist. Wenn ja, fragen Sie die Exportkontrollstelle Ihrer Einrichtung,
ob die frühere Arbeit dort gemeldet wurde, und halten Sie ihre Antwort fest. Wenn nein, halten Sie das mit Begründung
fest.

Stufe: Frage bei vollen Namen, Hinweis bei Initialen und bei Maßnahmen, die selbst Hinweise sind. Arbeitet ohne Netz."""

_READS = Text(
    "“{title}” ({year}{doi}), with {who} among its authors, prints this affiliation: {reading}",
    "„{title}“ ({year}{doi}), mitverfasst von {who}, nennt diese Affiliation: {reading}",
)
_INITIALS = Text(
    "; only the initials agree, it may be someone else",
    "; nur die Initialen stimmen überein, es kann jemand anderes sein",
)
_QUESTION = Text(
    "If this manuscript continues that joint work: does your export-control office know of it?",
    "Falls dieses Manuskript die gemeinsame Arbeit fortsetzt: Weiß Ihre Exportkontrollstelle davon?",
)
_UNTITLED = Text("a work without a title", "eine Arbeit ohne Titel")
_TITLE = 200


def ask(case: Case) -> Iterator[Finding]:
    """One finding for each affiliation of each earlier work that an author of this manuscript shares."""
    for bibliography in case.manuscript.bibliographies:
        for reference in bibliography.references:
            if reference.affiliations and reference.year is not None:
                who, agreement = _shared(case, reference)
                if who:
                    yield from _findings(case, reference, who, agreement)


def _shared(case: Case, reference: Reference) -> tuple[str, str]:
    """The author of this manuscript who best agrees with an author of *reference*, and how far."""
    best = ("", "")
    for person in case.manuscript.authors:
        for name in reference.authors:
            agreement = same_person(person.name, name)
            if agreement == "full":
                return person.name, agreement
            if agreement:
                best = (person.name, agreement)
    return best


def _findings(case: Case, reference: Reference, who: str, agreement: str) -> Iterator[Finding]:
    for printed in reference.affiliations:
        place = Place(printed.text, "reference", (printed.span,), (), case.resolver.resolve(printed.text))
        for found in case.judge(place)[:1]:
            grounds = tuple(ground for ground in found.grounds if _began_before(ground.since, reference.year))
            if grounds:
                level: Level = "ask" if agreement == "full" and found.level != "note" else "note"
                yield found._replace(
                    code=CODE,
                    name=NAME,
                    level=level,
                    reads=_reading(found, reference, who, agreement),
                    question=_QUESTION,
                    people=(),
                    grounds=grounds,
                    subject=found.subject._replace(people=(who,)),
                )


def _began_before(since: str, year: int | None) -> bool:
    """Whether the measure was in force all of that year: a work of the year in which it began may be older than it."""
    return bool(since) and year is not None and f"{year:04d}-01-01" >= since


def _reading(found: Finding, reference: Reference, who: str, agreement: str) -> Text:
    title = same(reference.title[:_TITLE]) if reference.title else _UNTITLED
    doi = f", doi:{reference.doi}" if reference.doi else ""
    reading = _READS.fill(who=who, title=title, year=str(reference.year), doi=doi, reading=found.reads)
    return Text(reading.en + _INITIALS.en, reading.de + _INITIALS.de) if agreement != "full" else reading
