"""The command that answers a question, as it can be typed where the question is shown."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Options, Outcome, alike
from askfirst_checks.model import Finding
from askfirst_checks.words import Text

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+:@%,=")


_WORDS_OF_A_PLACE = ("AF1", "AF2", "AF3", "AF4")
_ASKED_ALREADY = ("AF702", "AF703", "AF706")
_ANY_FILE = Text("FILE", "DATEI")
_WAYS = Text(
    "asked already: the command beside the question; not yet: askfirst draft {path}",
    "schon gefragt: der Befehl bei der Frage; noch nicht: askfirst draft {path}",
)
_NOT = Text(
    "; not this institution: the command with --not-this",
    "; nicht diese Einrichtung: der Befehl mit --not-this",
)


def may_be_misread(finding: Finding) -> bool:
    """Whether “not this institution” answers *finding*: a question about printed words that nobody has asked about."""
    if finding.level == "note":
        return False
    read = finding.code.startswith(_WORDS_OF_A_PLACE) and bool(
        finding.subject.institutions or finding.subject.countries
    )
    return read and not any(other.code in _ASKED_ALREADY for other in finding.also)


def answer_command(outcome: Outcome, finding: Finding, options: Options) -> str:
    """``askfirst answer AF101``, with the document where paths were given, and the institution where it must."""
    words = ["askfirst answer"]
    if options.paths:
        words.append(quoted(outcome.place(outcome.report.manuscript.root)))
    about = finding.subject.institutions or finding.subject.countries or finding.people[:1]
    telling = alike(outcome, finding) > 1 and bool(about)
    words.append(f"--for {quoted(about[0])}" if telling else finding.code)
    return " ".join(words)


def ways_on(outcomes: Sequence[Outcome], language: str) -> list[str]:
    """One line for a whole run: what to type where it was asked already, not yet, or is not this institution."""
    opened = [(outcome, finding) for outcome in outcomes for finding in outcome.report.questions]
    if not any(finding.grounds for _, finding in opened):
        return []
    roots = {outcome.place(outcome.report.manuscript.root) for outcome, _ in opened}
    path = quoted(roots.pop()) if len(roots) == 1 else _ANY_FILE.said(language)
    ways = (_WAYS, _NOT) if any(may_be_misread(finding) for _, finding in opened) else (_WAYS,)
    return ["".join(way.fill(path=path).said(language) for way in ways)]


def quoted(word: str) -> str:
    """*word* as a shell reads it: in single quotes where it needs them."""
    if word and set(word) <= _PLAIN and not word.startswith("-"):
        return word
    return "'" + word.replace("'", "'\\''") + "'"
