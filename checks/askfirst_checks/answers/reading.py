"""Answer files to answers, strictly: what is unknown, missing or contradictory is an error with file and line."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.answers.values import Answer, Answers
from askfirst_checks.kinds import GROUNDS, INSTRUCTIONS, KINDS, OFFICE, OUTCOMES, OWN
from askfirst_checks.strict import BrokenData, Table, parse
from askfirst_checks.words import Text


def read_all(files: Iterable[tuple[str, str]]) -> Answers:
    """The answers in *files* (path, text), in their order. Never raises; see `Answers.broken`."""
    good: list[Answer] = []
    broken: list[BrokenData] = []
    for path, source in files:
        try:
            good.append(read_answer(path, source))
        except BrokenData as error:
            broken.append(error)
    return Answers(tuple(good), tuple(broken))


def read_answer(path: str, source: str) -> Answer:
    """One answer. Raises `BrokenData` with file and line for anything unknown, missing or contradictory."""
    table = parse(path, source)
    kind = table.word("kind", tuple(KINDS))
    covers = table.table("covers")
    answer = Answer(
        path,
        kind,
        _optional(table, "outcome", OUTCOMES) if kind in OWN else table.word("outcome", tuple(OUTCOMES)),
        asked=table.date("asked"),
        answered=table.date("answered"),
        valid_until=table.date("valid_until"),
        ground=_optional(table, "ground", GROUNDS),
        institutions=covers.words("institutions"),
        people=covers.words("people"),
        countries=covers.words("countries"),
        work=covers.word("work"),
        document=covers.word("document", default=""),
        **{key: _optional(table, key) for key in ("reference", "by", "reason", "second_reader", "content")},
        assessed=_assessed(table),
    )
    covers.done()
    table.done()
    for code in answer.countries:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            raise covers.wrong("countries", _NO_CODE.fill(code=code))
    _complete(answer, table)
    _covering(answer, table, covers)
    return answer


def _assessed(table: Table) -> tuple[tuple[str, str], ...]:
    if not table.has("assessment"):
        return ()
    from askfirst_checks.answers.assessment import IDS

    inner = table.table("assessment")
    found = tuple((each, inner.word(each, ("yes", "no"))) for each in IDS if inner.has(each))
    inner.done()
    return found


def _optional(table: Table, key: str, among: Iterable[str] = ()) -> str:
    return table.word(key, tuple(among), default="") if table.values.get(key) else _empty(table, key)


def _empty(table: Table, key: str) -> str:
    """An optional text that is missing or left empty, as the template of an answer has it."""
    if table.has(key) and table.values[key] != "":
        table.word(key)
    return ""


def _complete(answer: Answer, table: Table) -> None:
    for key, said in missing(answer)[:1]:
        raise table.wrong("outcome" if key == "answered" else key, said)
    if answer.outcome in INSTRUCTIONS and answer.kind != OFFICE:
        raise table.wrong("outcome", _NO_OFFICE)
    if answer.ground and answer.kind != "own-assessment":
        raise table.wrong("ground", _NO_GROUND)
    if (answer.assessed or answer.content) and answer.kind != "own-assessment":
        raise table.wrong("assessment" if answer.assessed else "content", _NO_ASSESSMENT)
    if answer.outcome == "pending" and answer.answered:
        raise table.wrong("answered", _PENDING)
    if answer.asked and answer.answered and answer.answered < answer.asked:
        raise table.wrong("answered", _BACKWARDS)
    if answer.valid_until and answer.valid_until < answer.answered:
        raise table.wrong("valid_until", _ENDS_FIRST)


def missing(answer: Answer) -> list[tuple[str, Text]]:
    """What an answer of this kind and outcome still needs: the key, and why."""
    found = []
    if answer.kind in OWN and not answer.reason:
        found.append(("reason", _NO_REASON))
    numbered = answer.kind in _NUMBERED or answer.outcome in INSTRUCTIONS
    if numbered and answer.outcome != "pending" and not answer.reference:
        found.append(("reference", _NO_REFERENCE))
    if answer.outcome != "pending" and not answer.answered:
        found.append(("answered", _NO_DAY))
    return found


def _covering(answer: Answer, table: Table, covers: Table) -> None:
    if not (answer.institutions or answer.people or answer.countries):
        raise table.wrong("covers", _NOTHING)
    if answer.kind != "not-this-institution":
        return
    for key in ("people", "countries"):
        if getattr(answer, key):
            raise covers.wrong(key, _ONLY_PRINTED)
    if not all(each.startswith("printed:") for each in answer.institutions):
        raise covers.wrong("institutions", _ONLY_PRINTED)


_ONLY_PRINTED = Text(
    '“not this institution” reaches only printed words: institutions = ["printed:..."], no people, no countries',
    '„nicht diese Einrichtung“ gilt nur für gedruckte Wörter: institutions = ["printed:..."], ohne Personen und Länder',
)
_NO_OFFICE = Text(
    "only the export-control office gives a 'go-ahead' or a 'hold'; what an authority decided is 'licence-granted', "
    "'no-licence-needed' or 'refused'",
    "'go-ahead' und 'hold' kommen nur von der Exportkontrollstelle; was eine Behörde entschieden hat, ist "
    "'licence-granted', 'no-licence-needed' oder 'refused'",
)
_NO_GROUND = Text("only an own assessment has a 'ground'", "nur eine eigene Einschätzung hat einen Grund ('ground')")
_NO_ASSESSMENT = Text(
    "only an own assessment has an 'assessment' and its 'content'",
    "nur eine eigene Einschätzung hat eine 'assessment' mit ihrem 'content'",
)
_NO_CODE = Text(
    "'{code}' is no country code; two capital letters of ISO 3166-1 are expected",
    "'{code}' ist kein Ländercode; erwartet werden zwei Großbuchstaben nach ISO 3166-1",
)
_NO_REASON = Text("this kind of answer needs a 'reason'", "diese Art von Antwort braucht eine Begründung ('reason')")
_NUMBERED = frozenset({"state-decision", *(kind for kind in KINDS if kind.startswith("bafa-"))})
"""Kinds in which an authority has answered, and so has given it a number"""
_NO_REFERENCE = Text(
    "an answer that somebody gave in writing needs its 'reference'",
    "eine schriftliche Antwort braucht ihr Aktenzeichen ('reference')",
)
_PENDING = Text(
    "a pending answer has no day on which it was 'answered'",
    "eine offene Anfrage ('pending') hat noch keinen Tag der Antwort ('answered')",
)
_NO_DAY = Text("the day on which it was 'answered' is missing", "der Tag der Antwort ('answered') fehlt")
_BACKWARDS = Text("'answered' lies before 'asked'", "'answered' liegt vor 'asked'")
_ENDS_FIRST = Text("'valid_until' lies before 'answered'", "'valid_until' liegt vor 'answered'")
_NOTHING = Text(
    "it covers nothing: name institutions, people or countries",
    "sie deckt nichts ab: Einrichtungen, Personen oder Länder nennen",
)
