"""What the rules about answers share: a finding beside the one an answer is about."""

from __future__ import annotations

from askfirst_checks.days import written
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from askfirst_checks.answers.values import Answer
    from askfirst_checks.model import Finding, Level, State


def beside(  # the fields of a finding that differ
    finding: Finding,
    code: str,
    name: Text,
    level: Level,
    reads: Text,
    question: Text,
    answer: Answer,
    state: State = "open",
) -> Finding:
    """The finding on the same words that speaks of *answer*; it has no ground of its own, and joins *finding*."""
    return finding._replace(
        code=code, name=name, level=level, reads=reads, question=question, grounds=(), state=state, answer=answer.path
    )


_INSTRUCTED = Text(
    "{code} is quiet by the written instruction of the export-control office ({reference}, {day}); "
    "asked again after {end} ({path})",
    "{code} ruht nach schriftlicher Weisung der Exportkontrollstelle ({reference}, {day}); "
    "nach dem {end} wird wieder gefragt ({path})",
)


def instructed(answers: Sequence[Answer], findings: Iterable[Finding]) -> tuple[Text, ...]:
    """A line for each stop among *findings* that only the office's written go-ahead answers."""
    by_path = {answer.path: answer for answer in answers if answer.outcome == "go-ahead"}
    flat = [each for finding in findings for each in (finding, *finding.also)]
    lines = [
        _INSTRUCTED.fill(
            code=each.code,
            reference=answer.reference,
            day=written(answer.answered),
            end=written(answer.ends),
            path=answer.path,
        )
        for each in flat
        if each.level == "stop" and each.state == "answered" and (answer := by_path.get(each.answer))
    ]
    return tuple(dict.fromkeys(lines))
