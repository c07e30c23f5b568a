"""Answer files to answers, strictly: what is unknown, missing or contradictory is an error with file and line."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.answers.values import Answer, Answers
from askfirst_checks.kinds import KINDS, OUTCOMES
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
    default = "no-licence-needed" if kind == "not-this-institution" else None
    covers = table.table("covers")
    answer = Answer(
        path,
        kind,
        table.word("outcome", tuple(OUTCOMES), default=default),
        table.word("reference", default="") if table.values.get("reference") else _empty(table, "reference"),
        table.date("asked"),
        table.date("answered"),
        table.date("valid_until"),
        table.word("by", default="") if table.values.get("by") else _empty(table, "by"),
        table.word("reason", default="") if table.values.get("reason") else _empty(table, "reason"),
        covers.words("institutions"),
        covers.words("people"),
        covers.words("countries"),
        covers.word("work"),
    )
    covers.done()
    table.done()
    for code in answer.countries:
        if not (len(code) == 2 and code.isascii() and code.isupper()):
            raise covers.wrong("countries", _NO_CODE.fill(code=code))
    _complete(answer, table)
    return answer


def _empty(table: Table, key: str) -> str:
    """An optional text that is missing or left empty, as the template of an answer has it."""
    if table.has(key) and table.values[key] != "":
        table.word(key)
    return ""


def _complete(answer: Answer, table: Table) -> None:
    if answer.kind in ("own-assessment", "not-this-institution") and not answer.reason:
        raise table.wrong("reason", _NO_REASON)
    if answer.kind in _NUMBERED and answer.outcome != "pending" and not answer.reference:
        raise table.wrong("reference", _NO_REFERENCE)
    if answer.outcome == "pending" and answer.answered:
        raise table.wrong("answered", _PENDING)
    if answer.outcome != "pending" and not answer.answered:
        raise table.wrong("outcome", _NO_DAY)
    if answer.asked and answer.answered and answer.answered < answer.asked:
        raise table.wrong("answered", _BACKWARDS)
    if answer.valid_until and answer.valid_until < answer.answered:
        raise table.wrong("valid_until", _ENDS_FIRST)
    if not (answer.institutions or answer.people or answer.countries):
        raise table.wrong("covers", _NOTHING)


_NO_CODE = Text(
    "'{code}' is no country code; two capital letters of ISO 3166-1 are expected",
    "'{code}' ist kein Ländercode; erwartet werden zwei Großbuchstaben nach ISO 3166-1",
)
_NO_REASON = Text("this kind of answer needs a 'reason'", "diese Art von Antwort braucht eine Begründung ('reason')")
_NUMBERED = frozenset({"state-decision", *(kind for kind in KINDS if kind.startswith("bafa-"))})
"""Kinds in which an authority has answered, and so has given it a number"""
_NO_REFERENCE = Text(
    "an answer of an authority needs its 'reference'",
    "die Antwort einer Behörde braucht ihr Aktenzeichen ('reference')",
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
