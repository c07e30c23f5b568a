"""The hook at work: before a commit it reads the index, before a push the commits that leave. It never prompts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from askfirst import checking
from askfirst.errors import MISUSE, NOTHING_OPEN, OPEN_QUESTIONS
from askfirst.formats import Options, Outcome, hook
from askfirst.formats.clean import clean
from askfirst.formats.fingerprint import fingerprint
from askfirst.git import asking, changes
from askfirst.git.repository import Repository
from askfirst.git.trees import committed, staged
from askfirst.language import from_environment
from askfirst_checks.words import Text

_SKIPPED = Text("skipped (SKIP=askfirst)", "übersprungen (SKIP=askfirst)")


def skipped(language: str | None) -> bool:
    """Whether ``SKIP`` names askfirst, as the pre-commit framework has it; says so."""
    if "askfirst" not in os.environ.get("SKIP", "").replace(" ", "").split(","):
        return False
    sys.stderr.write(f"askfirst: {_SKIPPED.said(language or from_environment())}\n")
    return True


def before_commit(repository: Repository, paths: Sequence[str], language: str | None) -> int:
    """Ask about what is staged; *paths* (from the current folder) are those that the framework hands over besides.

    The framework leaves out deleted files, and an answer that is deleted opens its question again.
    """
    given = changes.relevant([_from_top(repository, path) for path in paths])
    touched = list(dict.fromkeys([*given, *changes.in_index(repository)]))
    if not touched:
        return NOTHING_OPEN
    with staged(repository) as tree:
        context, settings = asking.context(tree, repository.top)
        found = asking.documents(tree, repository.top, touched)
        checked = asking.asked(tree, found.documents, touched, context)
        return _report(checked, "commit", language or settings.language, found.cut_short)


def before_push(repository: Repository, pushes: Iterable[changes.Push], language: str | None) -> int:
    """Ask about every commit that leaves; the answers of the newest one hold for all of them."""
    return max((_push(repository, push, language) for push in pushes), default=NOTHING_OPEN)


def framework_push() -> changes.Push | None:
    """What the pre-commit framework says of a push, which takes standard input for itself."""
    after = os.environ.get("PRE_COMMIT_TO_REF", "")
    return changes.Push(after, os.environ.get("PRE_COMMIT_FROM_REF") or "0" * 40) if after else None


def _push(repository: Repository, push: changes.Push, language: str | None) -> int:
    leaving = changes.leaving(repository, push)
    if not leaving:
        return NOTHING_OPEN
    with committed(repository, push.local) as newest:
        context, settings = asking.context(newest, repository.top)

        def each() -> Iterator[checking.Checked]:
            for commit, touched in leaving:
                with committed(repository, commit) as tree:
                    among = asking.documents(tree, repository.top, touched)
                    cut.update(dict.fromkeys(among.cut_short))
                    yield from asking.asked(tree, among.documents, touched, context, newest)

        cut: dict[str, None] = {}
        return _report(each(), "push", language or settings.language, cut)


def _from_top(repository: Repository, path: str) -> str:
    real = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
    return os.path.relpath(real, os.path.realpath(repository.top)).replace(os.sep, "/")


def _report(checked: Iterable[checking.Checked], verb: str, language: str, cut: Iterable[str]) -> int:
    seen: set[str] = set()
    outcomes: list[Outcome] = []
    broken: dict[str, Text] = {}
    for each in checked:
        outcomes.append(_new(each.outcome, seen))
        broken |= {f"{each.outcome.place(error.path)}:{error.line}": error.text for error in each.broken}
    language = language or from_environment()
    sys.stderr.write(hook.render(outcomes, _options(language, cut), verb))
    for place, text in broken.items():
        sys.stderr.write(clean(f"askfirst: {place}: {text.said(language)}") + "\n")
    if broken:
        return MISUSE
    return OPEN_QUESTIONS if any(outcome.report.open for outcome in outcomes) else NOTHING_OPEN


def _new(outcome: Outcome, seen: set[str]) -> Outcome:
    """*outcome* without the questions that an earlier one asked: many commits of one push share them."""
    findings = {fingerprint(outcome, finding): finding for finding in outcome.report.findings}
    fresh = tuple(finding for mark, finding in findings.items() if mark not in seen)
    seen |= findings.keys()
    return outcome._replace(report=outcome.report._replace(findings=fresh))


def _options(language: str, cut: Iterable[str]) -> Options:
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    return Options(language=language, color=color, paths=(".",), unfinished=tuple(cut))
