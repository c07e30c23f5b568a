"""What the rules about answers share: a finding beside the one an answer is about."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING

if TYPE_CHECKING:
    from askfirst_checks.answers.values import Answer
    from askfirst_checks.model import Finding, Level, State
    from askfirst_checks.words import Text


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
