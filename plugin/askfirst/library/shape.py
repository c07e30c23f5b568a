"""Judged works as JSON for the add-on, ``askfirst/zotero/2``: finished sentences in one language, one line each.

Every text is cleaned of control and bidirectional characters, and is text: the reader shows it as such.
"""

from __future__ import annotations

from typing import Any

from askfirst.formats.clean import clean
from askfirst.formats.phrases import LEVELS, day, number
from askfirst.library.judging import Judged, state_of
from askfirst.library.quiet import shown
from askfirst.library.work import Printed, is_team
from askfirst.recording import reaching
from askfirst_checks.kinds import OFFICE
from askfirst_checks.model import Finding, Ground
from askfirst_checks.words import Text

MOST = 2_000
"""characters of one text"""
MOST_READ = 50
"""affiliations of one work that are told"""

SOURCES = {
    "creator": Text("an institutional author", "ein körperschaftlicher Autor"),
    "extra": Text("the Extra field", "das Feld Extra"),
    "note": Text("a note", "eine Notiz"),
    "institution": Text("the institution field", "das Feld Institution"),
    "university": Text("the university field", "das Feld Universität"),
    "fulltext": Text("the first page of the attached file", "die erste Seite der angehängten Datei"),
}
_SINCE = Text("since {day}", "seit {day}")
_UNKNOWN = Text(
    "The library holds no affiliation for this work, and none is guessed from a name.",
    "Die Bibliothek enthält zu dieser Arbeit keine Affiliation, und aus einem Namen wird keine erraten.",
)
_ONLY_MAIL = Text(
    "On the first page of the attached file only e-mail addresses were read, no affiliation, and none is guessed.",
    "Auf der ersten Seite der angehängten Datei wurden nur E-Mail-Adressen gelesen, keine Affiliation; erraten wird "
    "keine.",
)
_PARTLY = Text(
    "Not all affiliations of this work could be read on the first page of the attached file.",
    "Auf der ersten Seite der angehängten Datei waren nicht alle Affiliationen dieser Arbeit zu lesen.",
)
_READ = Text("Read: {authors}, {affiliations} ({sources}).", "Gelesen: {authors}, {affiliations} ({sources}).")
_AUTHORS = (Text("1 author", "1 Autorin oder Autor"), Text("{n} authors", "{n} Autorinnen und Autoren"))
_AFFILIATIONS = (Text("1 affiliation", "1 Affiliation"), Text("{n} affiliations", "{n} Affiliationen"))
_NOTHING = Text(" No question.", " Keine Frage.")


def item(judged: Judged, language: str, why: Text | None = None) -> dict[str, Any]:
    """One work: its state, what was read (*why* it asks nothing), findings, by which instruction a stop is quiet."""
    return {
        "state": judged.state,
        "says": said(_says(judged, why), language),
        "read": [{"text": line(each.text), "from": each.source} for each in judged.work.affiliations[:MOST_READ]],
        "findings": [finding(each, language) for each in judged.findings],
        "instructed": [said(text, language) for text in judged.instructed],
    }


def finding(found: Finding, language: str) -> dict[str, Any]:
    """One question with its evidence."""
    return {
        "id": identity(found),
        "code": found.code,
        "name": said(found.name, language),
        "level": found.level,
        "level_says": said(LEVELS[found.level], language),
        "state": state_of(found),
        "printed": line(found.printed),
        "reads": said(found.reads, language),
        "question": said(found.question, language),
        "people": [line(name) for name in found.people[:50]],
        "grounds": [_ground(ground, language) for ground in found.grounds],
        "also": [finding(weaker, language) for weaker in found.also[:10]],
        "legs": [finding(leg, language) for leg in found.legs],
        "kinds": reaching(found),
        "asked_of": _asked_of(found),
        "answer": line(found.answer),
    }


def _asked_of(found: Finding) -> list[str]:
    """The office, where its answer alone does not close it: that it was asked, or what it instructs, is recorded."""
    return [OFFICE] if found.grounds and OFFICE not in reaching(found) else []


def identity(found: Finding) -> str:
    """What a finding is called between two runs: the rule and what it is about; never a position."""
    return line("|".join((found.code, *found.subject.institutions, *found.subject.countries, found.subject.printed)))[
        :300
    ]


def said(text: Text, language: str) -> str:
    """*text* in *language*, on one line."""
    return line(text.said(language))


def line(text: str) -> str:
    """*text* on one line, cleaned and cut."""
    return clean(text[:MOST]).strip()


def _ground(ground: Ground, language: str) -> dict[str, Any]:
    since = (
        said(_SINCE.fill(day=Text(day(ground.since, "en"), day(ground.since, "de"))), language) if ground.since else ""
    )
    return {
        "act": said(ground.act, language),
        "since": since,
        "says": said(ground.says, language),
        "source": line(ground.source),
        "url": ground.url if ground.url.startswith("https://") else "",
    }


def _says(judged: Judged, why: Text | None) -> Text:
    work = judged.work
    if judged.state == "unknown":
        return _unknown(judged)
    printed = tuple(each for each in work.affiliations if not is_team(each))
    read = _READ.fill(
        authors=number(len(work.authors), _AUTHORS),
        affiliations=number(len(printed), _AFFILIATIONS),
        sources=_sources(printed),
    )
    if judged.state != "none":
        return read
    return Text(
        f"{read.en[:-1]}: {shown(judged).en}.{_NOTHING.en} {why.en if why else ''}".strip(),
        f"{read.de[:-1]}: {shown(judged).de}.{_NOTHING.de} {why.de if why else ''}".strip(),
    )


def _unknown(judged: Judged) -> Text:
    if judged.work.is_partial:
        told = shown(judged)
        return Text(f"{_PARTLY.en} {told.en}".strip(), f"{_PARTLY.de} {told.de}".strip())
    return _ONLY_MAIL if judged.work.addresses else _UNKNOWN


def _sources(printed: tuple[Printed, ...]) -> Text:
    names = [SOURCES[source] for source in dict.fromkeys(each.source for each in printed)] or [SOURCES["fulltext"]]
    return Text(", ".join(name.en for name in names), ", ".join(name.de for name in names))
