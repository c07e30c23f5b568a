"""The command that answers a question, as it can be typed where the question is shown."""

from __future__ import annotations

from askfirst.formats import Options, Outcome, alike
from askfirst_checks.model import Finding

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+:@%,=")


_WORDS_OF_A_PLACE = ("AF1", "AF2", "AF3", "AF4")
_ASKED_ALREADY = ("AF702", "AF703", "AF706")


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


def quoted(word: str) -> str:
    """*word* as a shell reads it: in single quotes where it needs them."""
    if word and set(word) <= _PLAIN and not word.startswith("-"):
        return word
    return "'" + word.replace("'", "'\\''") + "'"
