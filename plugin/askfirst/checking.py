"""One check of one document, with the settings, the answers and the lists that hold for it."""

from __future__ import annotations

import os
import re

from askfirst import answer_files, config
from askfirst.documents import Document
from askfirst.errors import Failure
from askfirst.files import read_regular
from askfirst.formats import Outcome
from askfirst.lists import added, resolver
from askfirst.reading import read
from askfirst_checks import check as judgement
from askfirst_checks.answers import Answers
from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.model import Manuscript, Tree, Unreadable
from askfirst_checks.policy import Policy, load
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from askfirst_checks.names.resolve import Resolver
    from askfirst_checks.policy.profile import Profile

_SLACK = 366
"""days that a clock may be behind the lists before it is taken for a wrong one"""
_BEHIND = Text(
    "the clock of this machine says {now}, and the lists are of {lists}: judged as of {lists} "
    "(--date names another day)",
    "die Uhr dieses Rechners zeigt den {now}, und die Listen sind vom {lists}: beurteilt nach dem Stand vom {lists} "
    "(--date nennt einen anderen Tag)",
)
_NO_DATE = Text("{value} is no date; write it as {example}", "{value} ist kein Datum; schreiben Sie es als {example}")


class Context(NamedTuple):
    """What all documents of one run share."""

    today: str
    policy: Policy
    resolver: Resolver
    profile: Profile | None = None
    ignore_answers: bool = False
    notices: tuple[Text, ...] = ()
    """what the repository's own settings and profile make quieter: every output shows it"""
    classes: tuple[config.HouseClass, ...] = ()
    """house classes of LaTeX, from the settings"""


class Checked(NamedTuple):
    """The outcome of one document, and the answer files that could not be relied on."""

    outcome: Outcome
    document: Document
    broken: tuple[BrokenData, ...] = ()


def context(
    settings: config.Settings,
    *,
    date: str = "",
    jurisdiction: str = "",
    profile: str = "",
    ignore_answers: bool = False,
    strict: bool = False,
    text_of: Callable[[str], str] | None = None,
) -> Context:
    """The context of a run: options first, then the configuration. Raises `Failure` and `BrokenData`.

    *text_of* reads the institution profile, where that is not simply a file on disk; *strict* leaves aside what the
    repository makes quieter.
    """
    from askfirst import committed

    code, notices = committed.jurisdiction(settings, jurisdiction, strict)
    newer = added()
    policy = load(code, newer)
    at, behind = (day(date), ()) if date else _now(policy)
    if profile:
        house = committed.House(_profile(profile))
    elif settings.profile:
        house = committed.house(settings, policy, at, text_of or text_on_disk, strict)
    else:
        house = committed.House()
    classes, told = committed.classes(settings, strict)
    said = (*behind, *house.notices, *notices, *told)
    return Context(at, policy, resolver(newer), house.profile, ignore_answers, said, classes)


def today() -> str:
    """The current date, ISO."""
    import time

    return time.strftime("%Y-%m-%d")


def _now(policy: Policy) -> tuple[str, tuple[Text, ...]]:
    """Today; the day of the lists where the clock is far behind them, for then no rule would be in force yet."""
    from askfirst_checks.days import days_between, written

    now, lists = today(), policy.lists_of
    if now >= lists or days_between(now, lists) <= _SLACK:
        return now, ()
    return lists, (_BEHIND.fill(now=written(now), lists=written(lists)),)


def day(given: str) -> str:
    """*given* where it is an ISO date or empty. Raises `Failure`, which says how to write it."""
    if given and not (re.fullmatch(r"\d{4}-\d\d-\d\d", given, re.ASCII) and _is_date(given)):
        german = re.fullmatch(r"(\d\d?)\.\s*(\d\d?)\.\s*(\d{4})", given, re.ASCII)
        meant = f"{german[3]}-{int(german[2]):02}-{int(german[1]):02}" if german else ""
        raise Failure(_NO_DATE.fill(value=given, example=meant if _is_date(meant) else "2026-11-30"))
    return given


def _is_date(iso: str) -> bool:
    import time

    try:
        time.strptime(iso, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _profile(path: str) -> Profile:
    from askfirst_checks.policy.profile import read_profile

    return read_profile(path, text_on_disk(path))


def text_on_disk(path: str) -> str:
    """The text of a small file. Raises `Failure`."""
    try:
        return read_regular(path, limit=1024 * 1024).decode("utf-8", "replace")
    except Unreadable as error:
        raise Failure(error.text, path) from error


def check(document: Document, context: Context, tree: Tree | None = None) -> Checked:
    """Read and judge *document*. Raises `Failure` where it cannot be opened, `BrokenData` for broken policy data."""
    manuscript = read(document, tree, classes=context.classes)
    answers = Answers() if context.ignore_answers else answer_files.read(document)
    return judged(document, manuscript, answers, context)


def judged(document: Document, manuscript: Manuscript, answers: Answers, context: Context) -> Checked:
    """Judge what was read of *document*."""
    report = judgement.check(
        manuscript, context.policy, answers, context.today, resolver=context.resolver, profile=context.profile
    )
    return Checked(Outcome(report, document.folder, document.here), document, answers.broken)


def settings_for(paths: list[str]) -> config.Settings:
    """The configuration that holds for a run on *paths*: that of the first one. Raises `Failure`."""
    first = paths[0] if paths else "."
    return config.find(first if os.path.isdir(first) else os.path.dirname(os.path.abspath(first)))
