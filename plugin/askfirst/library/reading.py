"""One run of ``askfirst zotero``: open, gather, judge, show."""

from __future__ import annotations

import os
import sys
import time

from askfirst import checking, zotero
from askfirst.config import Settings
from askfirst.errors import NOTHING_FOUND, NOTHING_OPEN, OPEN_QUESTIONS, Failure
from askfirst.library import gather, joint, telling
from askfirst.library.answering import record_by_hand, remark_on, the_question
from askfirst.library.database import Database
from askfirst.library.judging import Judged, answers_in, judge
from askfirst.library.report import written
from askfirst.library.report.rows import Collected
from askfirst.library.request import usual_folder
from askfirst.library.store import Store
from askfirst.library.task import Result, Task
from askfirst.library.work import Work
from askfirst_checks.model import Finding
from askfirst_checks.words import Text

_SENDS = Text(
    "Asking {address} for {library} with your key. Nothing about your manuscript is sent.",
    "Frage {address} nach {library} mit Ihrem Schlüssel. Über Ihr Manuskript wird nichts gesendet.",
)
_WAITS = Text("The server asks to wait {seconds} seconds.", "Der Server bittet um {seconds} Sekunden Geduld.")
_READ = Text("{read} of {total} items read", "{read} von {total} Einträgen gelesen")
_RECORDED = Text("Recorded in {file}.", "Festgehalten in {file}.")
_WITHDRAWN = Text(
    "Withdrawn: {old}. The file is kept as {new}.", "Zurückgezogen: {old}. Die Datei bleibt als {new} liegen."
)
_NO_ANSWER = Text("no recorded answer is about {key}", "keine Antwort betrifft {key}")
_NO_WORK = Text("no work {key} with a question was read here", "hier wurde keine Arbeit {key} mit einer Frage gelesen")
_LEFT = Text(
    "Attached files whose text was not read in this run: {n}. Repeat it to read on.",
    "Angehängte Dateien, deren Text in diesem Lauf nicht gelesen wurde: {n}. Wiederholen Sie ihn, um weiterzulesen.",
)
PROGRESS_AFTER = 1.0
"""seconds between two lines of progress"""


def show(task: Task, language: str, form: str, output: str = "", names: bool = False) -> int:
    """Run *task*, print it as *form* (or write it to *output*), and return the exit code. Raises `Failure`."""
    result = read(task, language)
    if key := task.answers_work or task.withdraws:
        if task.withdraws:
            _withdraw(task, result, language)
        else:
            _tell(_record(task, result), language)
        result = _only(read(task, language), key)
    written.put(telling.write(result, language, form, names), output)
    if not result.counts.works:
        return NOTHING_FOUND
    asks = any(each.state in ("open", "waiting") for each in result.judged)
    return OPEN_QUESTIONS if asks else NOTHING_OPEN


def _tell(path: str, language: str) -> None:
    """That the answer was recorded at *path*, and where it ends before the day it names."""
    from askfirst.answer_files import read as read_answers
    from askfirst.documents import Document

    _note(_RECORDED.fill(file=path), language)
    top = os.path.dirname(os.path.dirname(os.path.dirname(path)))
    found = read_answers(Document(top, "library"))
    remark = remark_on(os.path.relpath(path, top).replace(os.sep, "/"), found)
    if remark.en:
        _note(remark, language)


def _record(task: Task, result: Result) -> str:
    found = next(iter(_only(result, task.answers_work).judged), None)
    if found is None:
        raise Failure(_NO_WORK.fill(key=task.answers_work))
    today = checking.context(Settings(), date=task.date).today
    chosen = the_question(found, task.about)
    return record_by_hand(found, chosen, result.ours, task.answers or usual_folder(), task.answer, today)


def _withdraw(task: Task, result: Result, language: str) -> None:
    from askfirst.withdrawing import answer_of, retire

    findings = [finding for each in _only(result, task.withdraws).judged for finding in each.findings]
    answer = answer_of(findings, task.about)
    if not answer:
        raise Failure(_NO_ANSWER.fill(key=task.withdraws))
    top = result.ours.document.top if result.ours else task.answers or usual_folder()
    path = os.path.join(top, answer)
    _note(_WITHDRAWN.fill(old=path, new=os.path.basename(retire(path))), language)


def _only(result: Result, key: str) -> Result:
    return result._replace(judged=tuple(each for each in result.judged if each.work.key == key))


def read(task: Task, language: str = "en") -> Result:
    """Read and judge. Raises `Failure`."""
    ours = joint.ours(task.ours) if task.ours else None
    context = checking.context(Settings(), date=task.date, profile=task.profile)
    library = _open(task, language)
    store = Store(_cache(task))
    collected = Collected(context)
    try:
        counts = gather.fill(library, task.scope, store, _Progress(language))
        judged, looked_at, unknown, instructed = _judged(task, ours, store, library, context, collected)
    finally:
        store.close()
        library.close()
    if store.left:
        _note(_LEFT.fill(n=store.left), language)
    policy, today = context.policy, context.today
    oldest = next(iter(policy.dates), None)
    return Result(
        task, counts, ours, looked_at, unknown, judged, policy.lists_of, today, oldest, collected, policy, instructed
    )


def _judged(
    task: Task,
    ours: joint.Ours | None,
    store: Store,
    library: zotero.Library | Database,
    context: checking.Context,
    collected: Collected,
) -> tuple[tuple[Judged, ...], int, int, tuple[Text, ...]]:
    """What is asked, how many works were looked at, of how many of them no affiliation is known, what is instructed."""
    if ours is not None:
        works = list(gather.works(store, library, ours.wrote))
        judged, instructed = _of_ours(task, ours, works, context)
        for each in judged:
            collected.add(each)
        return judged, len(works), sum(not work.known() for work in works), instructed
    answers = answers_in(task.answers or usual_folder())
    kept, looked_at, unknown = [], 0, 0
    for work in gather.works(store, library, lambda _: True):
        looked_at += 1
        unknown += not work.known()
        each = judge(work, context, answers)
        collected.add(each)
        if each.findings:
            kept.append(each)
    lines = dict.fromkeys(line for each in kept for line in each.instructed)
    return tuple(kept), looked_at, unknown, tuple(lines)


def _of_ours(
    task: Task, ours: joint.Ours, works: list[Work], context: checking.Context
) -> tuple[tuple[Judged, ...], tuple[Text, ...]]:
    found: dict[str, list[Finding]] = {}
    report = joint.report(ours, works, task.where.name, context)
    for finding in report.findings:
        for span in (finding.span, *finding.elsewhere):
            found.setdefault(span.file.rpartition("/")[2], []).append(finding)
    return tuple(Judged(work, tuple(found.get(work.key, ())), report.contact) for work in works), report.instructed


def _open(task: Task, language: str) -> zotero.Library | Database:
    if task.path:
        return Database(task.path, task.where)

    def waits(seconds: float) -> None:
        _note(_WAITS.fill(seconds=round(seconds)), language)

    key = zotero.key_of(task.where.number) if task.where.web else ""
    if task.where.web:
        address = task.endpoint or zotero.WEB
        _note(_SENDS.fill(address=address, library=f"{task.where.kind} {task.where.number}"), language)
    return zotero.connect(task.where, waits, task.endpoint, key)


def _note(text: Text, language: str) -> None:
    print(text.said(language), file=sys.stderr)  # noqa: T201  progress and notices belong beside the result


def _cache(task: Task) -> str:
    if task.path or not task.keeps or not task.scope.is_whole():
        return ":memory:"
    import platformdirs

    return os.path.join(platformdirs.user_cache_dir("askfirst", appauthor=False), "zotero", task.where.name + ".sqlite")


class _Progress:
    """Tells how far the reading is: once a second, and only where it takes longer than that."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.next = time.monotonic() + PROGRESS_AFTER

    def __call__(self, read: int, total: int) -> None:
        if time.monotonic() >= self.next:
            self.next = time.monotonic() + PROGRESS_AFTER
            _note(_READ.fill(read=read, total=total), self.language)
