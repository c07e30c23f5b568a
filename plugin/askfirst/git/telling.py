"""What a hook found, sorted into what stops, what was open before, what waits and what could not be looked at."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Callable, Iterator, Sequence

from askfirst import answer_files, checking
from askfirst.documents import Document
from askfirst.errors import MISUSE, NOTHING_OPEN, OPEN_QUESTIONS
from askfirst.files import FolderTree, is_inside
from askfirst.formats import Options, hook, once
from askfirst.formats.command import quoted
from askfirst.formats.fingerprint import fingerprint
from askfirst.formats.hook import Asked, Told
from askfirst.git.trees import GitTree
from askfirst.language import from_environment
from askfirst_checks.model import Unreadable
from askfirst_checks.words import Text

Known = Callable[[Document], set[str]]
"""the fingerprints of what was open about a document before"""

_STAGE = {
    "commit": Text(
        "an answer lies in {path} and is not staged: git add {path}",
        "eine Antwort liegt in {path} und ist nicht vorgemerkt: git add {path}",
    ),
    "push": Text(
        "an answer lies in {path} and is not committed: git add {path} && git commit",
        "eine Antwort liegt in {path} und ist nicht committet: git add {path} && git commit",
    ),
}


def sort(
    told: Told, checked: checking.Checked, seen: set[str], *, waiting_stops: bool, known: Known | None = None
) -> Told:
    """*told* with the questions of *checked* that are not *seen* yet: many commits of one push share them."""
    outcome = checked.outcome
    before: set[str] | None = None
    for number, finding in enumerate(outcome.report.questions, 1):
        mark, each = fingerprint(outcome, finding), Asked(outcome, finding, number)
        if mark in seen:
            continue
        seen.add(mark)
        if finding.state == "pending" and not (waiting_stops and finding.level == "stop"):
            told = told._replace(waiting=(*told.waiting, each))
            continue
        if before is None:
            before = known(checked.document) if known and finding.state == "open" else set()
        if mark in before:
            told = told._replace(earlier=(*told.earlier, each))
        else:
            told = told._replace(asked=(*told.asked, each))
    broken = {f"{outcome.place(error.path)}:{error.line}": error.text for error in checked.broken}
    return told._replace(outcomes=(*told.outcomes, outcome), broken={**told.broken, **broken})


def unstaged(tree: GitTree, checked: checking.Checked, context: checking.Context, verb: str) -> Iterator[Text]:
    """A line for each answer on disk that *tree* does not hold, where with it one question fewer would be open."""
    document, report = checked.document, checked.outcome.report
    opened = sum(finding.state == "open" for finding in report.questions)
    if not opened:
        return
    missing = [path for path in _on_disk(document) if not _holds(tree, document.top, path)]
    if not missing:
        return
    then = checking.judged(document, report.manuscript, answer_files.read(document), context).outcome.report
    if sum(finding.state == "open" for finding in then.questions) < opened:
        used = {finding.answer for finding in then.findings if finding.state != "open"}
        for path in missing:
            if path in used:
                yield _STAGE["push" if verb == "push" else "commit"].fill(path=quoted(checked.outcome.place(path)))


def _on_disk(document: Document) -> Iterator[str]:
    for folder in answer_files.folders(document.path):
        if not is_inside(os.path.join(document.top, folder), document.top):
            continue
        try:
            names = sorted(os.listdir(os.path.join(document.top, folder)))
        except OSError:
            continue
        yield from (posixpath.join(folder, name) for name in names[: answer_files.MOST] if name.endswith(".toml"))


def _holds(tree: GitTree, top: str, path: str) -> bool:
    try:
        return tree.read(path) == FolderTree(top, limit=answer_files.LARGEST).read(path)
    except Unreadable:
        return False


def report(told: Told, language: str, cut: Sequence[str] = (), *, gate: bool = False) -> int:
    """Say it on standard error, and give the exit code.

    *cut* are folders of which not all was looked at; *gate*: this is the last moment at which anything stops.
    """
    language = language or from_environment()
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    if gate:
        told = told._replace(asked=told.asked + told.earlier, earlier=())
    stops = bool(told.asked or told.broken or (gate and (told.unread or told.hints or (cut and told.verb == "push"))))
    options = Options(language=language, color=color, paths=(".",), unfinished=tuple(cut))
    sys.stderr.write(
        "".join(
            line + "\n"
            for line in hook.render(told._replace(stops=stops, outcomes=tuple(once(told.outcomes))), options)
        )
    )
    return MISUSE if told.broken else OPEN_QUESTIONS if stops else NOTHING_OPEN
