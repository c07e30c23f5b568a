"""From what was found to a report in the form that is wanted, with the state of each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from askfirst.audit import tally
from askfirst.audit.page import as_html
from askfirst.audit.reporting import Report, Wanted, as_csv, as_json, as_text, row_key
from askfirst.audit.running import Found, Task
from askfirst.audit.store import Store
from askfirst.audit.tally import Row
from askfirst.errors import Failure
from askfirst.lists import added
from askfirst_checks.answers import Answers
from askfirst_checks.answers.reach import verdict
from askfirst_checks.names.normalise import plain
from askfirst_checks.policy import load
from askfirst_checks.words import Text

FORMS: dict[str, Callable[[Report], str]] = {"json": as_json, "csv": as_csv, "text": as_text, "html": as_html}
LONGEST_OURS = 1_000_000
_BROKEN = Text("{name} is no list of names: {why}", "{name} ist keine Liste von Namen: {why}")


class Written(NamedTuple):
    """A report, before it is anywhere."""

    text: str
    asking: int
    """rows that ask"""
    fresh: frozenset[tuple[str, str]]
    """works and measures that no earlier report showed"""


def write(found: Found, task: Task, store: Store, wanted: Wanted, form: str) -> Written:
    """The report as text of *form*. Raises `Failure`."""
    policy = load(task.jurisdiction, added())
    rows = tally.rows(found.touched, policy, _ours(wanted.ours), wanted.language)
    fresh = store.new(task.source, {(row.work.id, row.ground.measure) for row in rows})
    if wanted.new:
        rows = [row for row in rows if (row.work.id, row.ground.measure) in fresh]
    asked = [row for row in rows if row.finding.level != "note"]
    shown = rows if wanted.notes or form == "json" else asked
    report = Report(tuple(shown), _states(shown, wanted, task), found, task, wanted, policy)
    return Written(FORMS[form](report), len(asked), frozenset(fresh))


def _ours(path: str) -> tuple[str, ...]:
    if not path:
        return ()
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read(LONGEST_OURS)
    except (OSError, UnicodeError) as error:
        raise Failure(_BROKEN.fill(name=path, why=str(error))) from error
    return tuple(line.strip() for line in text.splitlines() if len(line.strip()) > 2 and not line.startswith("#"))


def _states(rows: Iterable[Row], wanted: Wanted, task: Task) -> dict[tuple[str, str, str], tuple[str, str]]:
    if not wanted.answers:
        return {}
    from askfirst.library.judging import answers_in

    answers: Answers = answers_in(wanted.answers)
    found: dict[tuple[str, str, str], tuple[str, str]] = {}
    for row in rows:
        works = frozenset({plain(row.work.title), plain(row.work.id)}) - {""}
        weighed = verdict(row.finding, answers.all, works, task.today)
        found[row_key(row)] = (weighed.state, weighed.answer.path if weighed.answer else "")
    return found
