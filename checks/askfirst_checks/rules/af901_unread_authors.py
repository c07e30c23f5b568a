"""Part of the document could not be read.

What it sees. An author block of which nothing could be read; an author without affiliation; affiliations that could
not be tied to authors (they are judged all the same); a file that could not be followed; bytes, mark-up or
bibliography entries that could not be read. Where nobody was read, or an author has no affiliation: words of a country
with which cooperation is suspended (names, places, institutions, mail domain) in the front matter, a footnote, the
acknowledgements, a biography or an address, whoever they belong to.

Why it matters. A check that stays silent because it could not read would be taken for an answer.

What to do. Give the authors in one of the usual forms of the document class, or in an author list beside the
manuscript (`askfirst read` shows what was read). If you have looked at the author list yourself, record it (kind
`own-assessment`, covering the institution `author-block`, with the reason).

Level: ask where an author block is there and nothing of it could be read, where several authors stand beside macros
nobody knows and not one affiliation was read, where a macro in an affiliation could not be expanded, where a bound
was reached before the authors were all read, and for such words of a country; else note, as for the same words in the
text itself. A document without authors and without such words is no manuscript and raises none of these about
authors. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding, Subject
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from askfirst_checks.case import Case
    from askfirst_checks.model import Passage, Problem

CODE = "AF901"
NAME = Text("unread-authors", "ungelesene-Autorenangaben")
SEITE = """Ein Teil des Dokuments konnte nicht gelesen werden.

Was die Regel sieht. Einen Autorenblock, von dem nichts gelesen werden konnte; eine Autorin oder einen Autor ohne
Affiliation; Affiliationen, die sich niemandem zuordnen ließen (beurteilt werden sie trotzdem); eine Datei, der
nicht gefolgt werden konnte; Bytes, Auszeichnung oder Literatureinträge, die nicht lesbar waren. Wo niemand gelesen
wurde oder jemand ohne Affiliation bleibt: Wörter eines Landes, mit dem die Zusammenarbeit ausgesetzt ist (Namen, Orte,
Einrichtungen, Maildomain), in der Titelei, einer Fußnote, Danksagung, Biografie oder Anschrift, wem auch immer sie
gehören.

Warum es darauf ankommt. Eine Prüfung, die schweigt, weil sie nicht lesen konnte, würde für eine Antwort gehalten.

Was zu tun ist. Geben Sie die Autorenschaft in einer der üblichen Formen der Dokumentklasse an oder in einer
Autorenliste neben dem Manuskript (`askfirst read` zeigt, was gelesen wurde). Haben Sie die Autorenliste selbst
durchgesehen, halten Sie es fest (Art `own-assessment`, für die Einrichtung `author-block`, mit Begründung).

Stufe: Frage, wo ein Autorenblock da ist und nichts davon gelesen werden konnte, wo mehrere Namen neben unbekannten
Makros stehen und keine einzige Affiliation gelesen wurde, wo sich ein Makro in einer Affiliation nicht auflösen ließ,
wo eine Grenze erreicht war, bevor alle gelesen waren, und bei solchen Wörtern eines Landes; sonst Hinweis, auch bei
denselben Wörtern im Text selbst. Ein Dokument ohne Autorenangaben und ohne solche Wörter ist kein Manuskript und löst
nichts davon aus. Arbeitet ohne Netz."""

BLOCK = "author-block"
"""What an answer names when somebody has looked at an author block that could not be read"""

_ABOUT_AUTHORS = ("no-authors", "no-affiliation", "no-affiliations", "untied")
_QUESTION = {
    "no-authors": Text(
        "Who are the authors, and where do they work? Nothing of the author block was checked.",
        "Wer hat die Arbeit verfasst, und an welchen Einrichtungen? Vom Autorenblock wurde nichts geprüft.",
    ),
    "no-affiliation": Text(
        "At which institution does {name} work? Nothing was checked here.",
        "An welcher Einrichtung arbeitet {name}? Hier wurde nichts geprüft.",
    ),
    "no-affiliations": Text(
        "Which institutions do the authors work at? Nothing was checked for them.",
        "An welchen Einrichtungen arbeiten die Genannten? Zu ihnen wurde nichts geprüft.",
    ),
    "bound": Text(
        "Who are the authors, and where do they work? What lies beyond was not checked.",
        "Wer hat die Arbeit verfasst, und an welchen Einrichtungen? Was dahinter steht, wurde nicht geprüft.",
    ),
    "unexpanded": Text(
        "Which institution does it name, if any? It was not checked.",
        "Welche Einrichtung nennt es, falls überhaupt eine? Geprüft wurde das nicht.",
    ),
    "untied": Text(
        "Whose affiliation is it? It was checked all the same.",
        "Wessen Affiliation ist es? Geprüft wurde sie trotzdem.",
    ),
}
_ASKS = ("no-authors", "no-affiliations", "bound", "unexpanded")
"""Kinds of problem that fail a check: what went unread may be the affiliation that matters"""
_ZONES = {
    "front": Text("the front matter", "der Titelei"),
    "footnote": Text("a footnote", "einer Fußnote"),
    "acknowledgement": Text("the acknowledgements", "der Danksagung"),
    "biography": Text("a biography", "einer Biografie"),
    "address": Text("an address", "einer Anschrift"),
    "text": Text("the text", "dem Text"),
}
_NOBODY = Text(
    "nobody was read as an author, and “{words}” in {zone} names a place or an institution {inside}",
    "es wurde niemand namentlich gelesen, und „{words}“ in {zone} nennt einen Ort oder eine Einrichtung {inside}",
)
_UNPLACED = Text(
    "{name} has no affiliation that was read, and “{words}” in {zone} names a place or an institution {inside}",
    "zu {name} wurde keine Affiliation gelesen, und „{words}“ in {zone} nennt einen Ort oder eine Einrichtung {inside}",
)
_WHERE = Text(
    "Is that where an author of this work is employed or a guest?",
    "Ist dort jemand angestellt oder zu Gast, der diese Arbeit mitverfasst hat?",
)
_MENTIONED = Text(
    "Does an author of this work work there? It may be only what the work is about.",
    "Arbeitet dort jemand, der diese Arbeit mitverfasst hat? Vielleicht handelt sie nur davon.",
)
_OTHERWISE = Text("Is anything in it that should be checked?", "Steht darin etwas, das zu prüfen wäre?")
_MOST = 100
"""Problems of one kind that are named one by one; what is beyond is counted in one line"""
_FURTHER = Text(
    "{says}; and {count} more like it, the last in line {line}",
    "{says}; und {count} weitere dieser Art, die letzte in Zeile {line}",
)


def ask(case: Case) -> Iterator[Finding]:
    """One finding for each problem that the reader reported, and for each passage that tells of such a country."""
    kinds: dict[str, list[Problem]] = {}
    for problem in case.manuscript.problems:
        if problem.kind not in _ABOUT_AUTHORS or case.manuscript.has_author_block:
            kinds.setdefault(problem.kind, []).append(problem)
    for alike in kinds.values():
        yield from (_finding(problem) for problem in alike[:_MOST])
        if alike[_MOST:]:
            yield _summed(alike[_MOST:])
    if case.manuscript.passages:
        yield from _passages(case)


def _finding(problem: Problem) -> Finding:
    blank = problem.kind in _ASKS
    return Finding(
        CODE,
        NAME,
        "ask" if blank else "note",
        problem.span,
        problem.subject,
        problem.says,
        _QUESTION.get(problem.kind, _OTHERWISE).fill(name=problem.subject),
        Subject(institutions=(BLOCK,)) if blank else Subject(),
    )


def _summed(alike: list[Problem]) -> Finding:
    """*alike* as one finding, which stands where the first of them does."""
    first, last = alike[0], alike[-1]
    finding = _finding(first)
    if len(alike) == 1:
        return finding
    question = _QUESTION["no-affiliations"] if first.kind == "no-affiliation" else finding.question
    reads = _FURTHER.fill(count=len(alike) - 1, line=last.span.line, says=first.says)
    return finding._replace(printed="", reads=reads, question=question)


def _passages(case: Case) -> Iterator[Finding]:
    """A country that an affiliation shows is asked about there, and so is a line that another rule asks about."""
    seen = _lines_asked_about(case)
    for passage in case.manuscript.passages:
        if case.shown(Subject(countries=(passage.country,))) or (passage.span.file, passage.span.line) in seen:
            continue
        if not case.policy.country_measures(passage.country, "AF101", case.today):
            continue
        asks = passage.zone != "text"
        yield Finding(
            CODE,
            NAME,
            "ask" if asks else "note",
            passage.span,
            passage.words,
            _reads(case, passage),
            _WHERE if asks else _MENTIONED,
            Subject(institutions=(BLOCK,), countries=(passage.country,)) if asks else Subject(),
        )


def _reads(case: Case, passage: Passage) -> Text:
    unplaced = [person.name for person in case.manuscript.authors if not person.affiliations]
    inside = case.policy.countries[passage.country].inside
    given = {"words": same(passage.words), "zone": _ZONES[passage.zone], "inside": inside}
    return _UNPLACED.fill(name=same(unplaced[0]), **given) if unplaced else _NOBODY.fill(**given)


def _lines_asked_about(case: Case) -> set[tuple[str, int]]:
    """The lines that a footnote's or an address's question stands on already."""
    from askfirst_checks.rules import af401_telling_domain, af402_second_affiliation

    found = [*af401_telling_domain.ask(case), *af402_second_affiliation.ask(case)]
    return {
        (span.file, line)
        for finding in found
        for span in (finding.span, *finding.elsewhere)
        for line in range(span.line, span.end_line + 1)
    }
