"""What is new since a revision: the same document at that revision, and the questions that were open there already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from askfirst import checking
from askfirst.errors import Failure
from askfirst.formats.fingerprint import fingerprint
from askfirst.git import asking
from askfirst.git.repository import GitError, find
from askfirst.git.trees import GitTree, committed
from askfirst.reading import read
from askfirst_checks.model import Finding


def since(checked: Sequence[checking.Checked], revision: str, context: checking.Context) -> list[checking.Checked]:
    """*checked* without the questions that were open at *revision*; `Outcome.earlier` counts those.

    Both are judged at the same date. Raises `Failure` outside a git repository and for an unknown revision.
    """
    return [
        each for top in dict.fromkeys(c.document.top for c in checked) for each in _in(top, checked, revision, context)
    ]


def _in(
    top: str, checked: Sequence[checking.Checked], revision: str, context: checking.Context
) -> Iterator[checking.Checked]:
    try:
        with committed(find(top), revision) as tree:
            for each in checked:
                if each.document.top == top:
                    yield _new(each, _open_then(each, tree, context))
    except GitError as error:
        raise Failure(error.text, top) from error


def _open_then(checked: checking.Checked, tree: GitTree, context: checking.Context) -> set[str]:
    document = checked.document
    if document.archive or not tree.exists(document.path):
        return set()
    try:
        manuscript = read(document, tree, classes=context.classes)
    except Failure:  # a pointer then, a text now: all of it is new
        return set()
    then = checking.judged(document, manuscript, asking.answers(tree, document), context).outcome
    return {fingerprint(then, finding) for finding in then.report.questions}


def _new(checked: checking.Checked, known: set[str]) -> checking.Checked:
    """*checked* without what is *known*: a finding and each of its legs are questions of their own."""
    outcome, report = checked.outcome, checked.outcome.report
    earlier = {each for each in report.questions if fingerprint(outcome, each) in known}
    findings = tuple(each for finding in report.findings for each in _left(finding, earlier))
    new = outcome._replace(report=report._replace(findings=findings), earlier=len(earlier), numbered=report.questions)
    return checked._replace(outcome=new)


def _left(finding: Finding, earlier: Collection[Finding]) -> tuple[Finding, ...]:
    """*finding* with its legs that are new; without it, those legs by themselves."""
    legs = tuple(leg for leg in finding.legs if leg not in earlier)
    return legs if finding in earlier else (finding._replace(legs=legs),)
