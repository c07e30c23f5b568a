"""The self-assessment at a terminal: BAFA's questions one after the other, ended by the first sound reason."""

from __future__ import annotations

from askfirst import prompts
from askfirst.formats.clean import wrap
from askfirst.terminal import say, width
from askfirst_checks.answers import Answer
from askfirst_checks.answers.assessment import DIFFERS, GOODS, Question, content_of, questions
from askfirst_checks.kinds import GROUNDS
from askfirst_checks.model import Manuscript
from askfirst_checks.words import Text

_YES_NO = Text("[y/n] ", "[j/n] ")
_EXAMPLE = Text("for example: {example} ({source})", "zum Beispiel: {example} ({source})")
_ENDS = Text(
    "That ends the assessment, with a reason: {ground}.",
    "Damit ist die Einschätzung zu Ende, mit einem Grund: {ground}.",
)
_BECAUSE = Text("Because (one sentence): ", "Weil (ein Satz): ")
_NO_REASON = Text(
    "None of these answers is a sound reason. That is no finding: it is what your export-control office is for.",
    "Keine dieser Antworten trägt allein. Das ist kein Befund: Dafür ist Ihre Exportkontrollstelle da.",
)
_GOODS_TOO = Text(
    "The reason covers the text, not what goes along: ask your export-control office about that.",
    "Der Grund gilt für den Text, nicht für das, was mitgeht: Fragen Sie dazu Ihre Exportkontrollstelle.",
)
_SECOND = Text("Who else read it (name; Enter: nobody): ", "Wer hat es auch gelesen (Name; Enter: niemand): ")
_ON = Text("On (Enter: today): ", "Am (Enter: heute): ")
_SAME = Text("With the same result? [y/n] ", "Mit demselben Ergebnis? [j/n] ")
_AGREES = Text("agrees", "gleich")
_TWO = Text(
    "Two readings that differ are kept side by side, and are the reason to ask: the question stays open.",
    "Zwei verschiedene Lesarten bleiben nebeneinander stehen und sind der Grund zu fragen: Die Frage bleibt offen.",
)


def assess(answer: Answer, manuscript: Manuscript, today: str, language: str) -> Answer | None:
    """*answer* with ground, reason and what was answered; None where no reason ended it. Raises the way out taken."""
    given: list[tuple[str, str]] = []
    ended = next((each for each in questions(manuscript) if _asked(each, given, language) == each.ends), None)
    if ended is None:
        say(_NO_REASON, language)
        return None
    say(_ENDS.fill(ground=GROUNDS[ended.ground]), language)
    reason = prompts.words(_BECAUSE, language, needed=True)
    if _asked(GOODS, given, language) == "yes":
        say(_GOODS_TOO, language)
        return None
    return answer._replace(
        answered=today,
        reason=reason,
        ground=ended.ground,
        assessed=tuple(given),
        content=content_of(manuscript),
        second_reader=_second_reader(today, language),
    )


def _asked(question: Question, given: list[tuple[str, str]], language: str) -> str:
    """``yes`` or ``no``, added to what was *given*."""
    print()
    say(question.asks, language)
    example = _EXAMPLE.fill(example=question.example, source=question.source).said(language)
    for line in wrap(example, width(), "  ", "  "):
        print(line)
    said = "yes" if prompts.is_yes(_YES_NO, language) else "no"
    given.append((question.id, said))
    return said


def _second_reader(today: str, language: str) -> str:
    name = prompts.words(_SECOND, language)
    if not name:
        return ""
    day = prompts.day(_ON, language, today) or today
    agrees = prompts.is_yes(_SAME, language)
    if not agrees:
        say(_TWO, language)
    return f"{name}, {day}, {_AGREES.said(language) if agrees else DIFFERS.said(language)}"
