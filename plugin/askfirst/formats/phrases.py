"""Words that several formats share: levels, dates, and the line that counts what was read and what was kept quiet."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Options, Outcome
from askfirst_checks.days import STALE_DAYS, days_between, written
from askfirst_checks.model import Finding, ListDate
from askfirst_checks.words import Text, same

LEVELS = {"stop": Text("stop", "Stopp"), "ask": Text("ask", "Frage"), "note": Text("note", "Hinweis")}
ANSWERED = Text("answered", "beantwortet")
PENDING = Text("waiting", "wartet")

_AUTHORS = (Text("1 author", "1 Autorin oder Autor"), Text("{n} authors", "{n} Autorinnen und Autoren"))
_AFFILIATIONS = (Text("1 affiliation", "1 Affiliation"), Text("{n} affiliations", "{n} Affiliationen"))
_REFERENCES = (Text("1 reference", "1 Literaturangabe"), Text("{n} references", "{n} Literaturangaben"))
_DOCUMENTS = (Text("1 document", "1 Dokument"), Text("{n} documents", "{n} Dokumente"))
_OPEN = (Text("1 question open", "1 Frage offen"), Text("{n} questions open", "{n} Fragen offen"))
_NOTES = (Text("1 note", "1 Hinweis"), Text("{n} notes", "{n} Hinweise"))
WHOM = Text("whom to ask: {contact}", "Ansprechstellen: {contact}")
_READ = Text("Read {what}.", "{what} gelesen.")
_COUNTS = Text("{open}, {answered} answered{notes}.", "{open}, {answered} beantwortet{notes}.")
_STOPS = (Text("1 stop", "1 Stopp"), Text("{n} stops", "{n} Stopps"))
_WAITING = (Text("1 waiting", "1 wartet"), Text("{n} waiting", "{n} warten"))
_BY_LEVEL = Text("{open} ({levels})", "{open} ({levels})")
_NOTES_KEPT = Text(" (--notes shows {them})", " (--notes zeigt {them})")
_THEM = (Text("it", "ihn"), Text("them", "sie"))
_EARLIER = Text("{open} since before the baseline.", "{open} schon vor der Vergleichsfassung.")
_LISTS = Text("Oldest list: {name}, {day}{age}.", "Älteste Liste: {name}, {day}{age}.")
_AGE = Text(", {n} days old", ", {n} Tage alt")
_BARE = Text("Without an author block, so nothing is asked: {files}.", "Ohne Autorenblock, daher keine Frage: {files}.")
_ALONE = Text(
    "{files}: a bibliography by itself does not say whose joint works to look for, so no entry was asked about. "
    "askfirst audit FILE asks about every entry that prints an affiliation.",
    "{files}: Eine Bibliografie allein sagt nicht, wessen gemeinsame Arbeiten gesucht sind, daher wurde zu keinem "
    "Eintrag gefragt. askfirst audit DATEI fragt zu jedem Eintrag, der eine Affiliation nennt.",
)
_CUT = Text(
    "{folder} holds more files than are looked at in one run: give the manuscript's own folder.",
    "{folder} enthält mehr Dateien, als ein Lauf ansieht: Geben Sie den Ordner des Manuskripts an.",
)


def number(n: int, forms: tuple[Text, Text]) -> Text:
    """*n* with its noun, in the singular or the plural."""
    return forms[0] if n == 1 else forms[1].fill(n=n)


def day(iso: str, language: str) -> str:
    """``2016-11-30`` as people write it; anything else as it stands."""
    return written(iso).said(language)


def level(finding: Finding) -> Text:
    """The word that stands before a finding: its level, or what became of it."""
    if finding.state == "answered":
        return ANSWERED
    return PENDING if finding.state == "pending" else LEVELS[finding.level]


def whom_to_ask(outcomes: Sequence[Outcome], language: str) -> str:
    """One line with every contact of the *outcomes* that hold an open question, each once; empty where none does."""
    lines = [line.said(language) for outcome in outcomes if outcome.report.open for line in outcome.report.contact]
    return WHOM.fill(contact="; ".join(dict.fromkeys(lines))).said(language) if lines else ""


def is_empty(outcome: Outcome) -> bool:
    """Whether there was nothing to ask about: no author block, no bibliography of its own, nothing to say."""
    manuscript = outcome.report.manuscript
    return not (manuscript.has_author_block or outcome.report.findings or manuscript.form == "bibtex")


def cut_short(options: Options) -> list[str]:
    """One line for each folder that was too large to look at in full."""
    return [_CUT.fill(folder=folder).said(options.language) for folder in options.unfinished]


def summary(outcomes: Sequence[Outcome], options: Options) -> list[str]:
    """The closing lines: what was read, what is open, what was kept quiet, how old the lists are."""
    language = options.language
    lines = [*cut_short(options), *(each.said(language) for each in options.notices)]
    bare = [outcome.place(outcome.report.manuscript.root) for outcome in outcomes if is_empty(outcome)]
    if bare:
        lines.append(_BARE.fill(files=_first(bare)).said(language))
    alone = [outcome.place(outcome.report.manuscript.root) for outcome in outcomes if _is_bibliography(outcome)]
    if alone:
        lines.append(_ALONE.fill(files=_first(alone)).said(language))
    if len(bare) == len(outcomes):
        return lines
    lines.append(f"{_read(outcomes, language)} {_counts(outcomes, options)}{_snapshot(outcomes, language)}")
    lines += [line.said(language) for outcome in outcomes for line in outcome.report.instructed]
    if earlier := sum(outcome.earlier for outcome in outcomes):
        lines.append(_EARLIER.fill(open=number(earlier, _OPEN)).said(language))
    return lines


def _is_bibliography(outcome: Outcome) -> bool:
    """Whether it was a bibliography by itself, about whose entries nothing can be asked."""
    manuscript = outcome.report.manuscript
    return manuscript.form == "bibtex" and not manuscript.authors and not outcome.report.questions


def _first(files: list[str]) -> str:
    return ", ".join(files[:5]) + (f" (+{len(files) - 5})" if len(files) > 5 else "")


def _read(outcomes: Sequence[Outcome], language: str) -> str:
    manuscripts = [outcome.report.manuscript for outcome in outcomes]
    counts = [
        number(sum(len(m.authors) for m in manuscripts), _AUTHORS),
        number(sum(len({a.text for a in m.affiliations}) for m in manuscripts), _AFFILIATIONS),
        number(sum(b.entries for m in manuscripts for b in m.bibliographies), _REFERENCES),
    ]
    what = ", ".join(count.said(language) for count in counts)
    if len(manuscripts) != 1:
        what = f"{number(len(manuscripts), _DOCUMENTS).said(language)}: {what}"
    return _READ.fill(what=what).said(language)


def _counts(outcomes: Sequence[Outcome], options: Options) -> str:
    findings = [finding for outcome in outcomes for finding in outcome.report.findings]
    answered = sum(finding.state == "answered" for finding in findings)
    notes = sum(finding.level == "note" and finding.state != "answered" for finding in findings)
    tail = same("")
    if notes:
        kept = same("") if options.notes else _NOTES_KEPT.fill(them=_THEM[0] if notes == 1 else _THEM[1])
        tail = Text(", {n}{kept}", ", {n}{kept}").fill(n=number(notes, _NOTES), kept=kept)
    questions = [each for outcome in outcomes for each in outcome.report.questions]
    return _COUNTS.fill(open=open_by_level(questions), answered=answered, notes=tail).said(options.language)


def open_by_level(questions: Sequence[Finding]) -> Text:
    """``2 questions open (1 stop, 1 waiting)``; ``1 question open``: what there is none of is not counted."""
    opened = number(len(questions), _OPEN)
    counts = (
        (sum(each.level == "stop" for each in questions), _STOPS),
        (sum(each.state == "pending" for each in questions), _WAITING),
    )
    said = [number(count, words) for count, words in counts if count]
    if not said:
        return opened
    listed = Text(", ".join(each.en for each in said), ", ".join(each.de for each in said))
    return _BY_LEVEL.fill(open=opened, levels=listed)


def _snapshot(outcomes: Sequence[Outcome], language: str) -> str:
    oldest = min((outcome.report.oldest for outcome in outcomes if outcome.report.oldest), key=_as_of, default=None)
    if oldest is None:
        return ""
    return " " + oldest_list(oldest, max(outcome.report.today for outcome in outcomes)).said(language)


def oldest_list(oldest: ListDate, today: str) -> Text:
    """``Oldest list: UN list 1718 (DPRK), 27 Feb 2026.``, with its age from 90 days on."""
    days = days_between(oldest.as_of, today)
    age = _AGE.fill(n=days) if days >= STALE_DAYS else same("")
    return _LISTS.fill(name=oldest.name, day=written(oldest.as_of), age=age)


def _as_of(each: ListDate) -> str:
    return each.as_of
