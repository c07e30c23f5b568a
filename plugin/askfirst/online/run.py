"""One run of ``askfirst look-up``: choose, show what would be sent, ask, look up, judge, tell."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

from askfirst import checking, zotero
from askfirst.errors import MISUSE, NOTHING_FOUND, NOTHING_OPEN, OPEN_QUESTIONS, Failure
from askfirst.online import consent, refusals, services, telling, telling_json, wanted
from askfirst.online.asking import Door, Limits
from askfirst.online.judging import judged
from askfirst.online.kept import Kept, usual_folder
from askfirst.online.looking import Found, Looking, plans
from askfirst.online.openalex import Named
from askfirst.online.services import Service
from askfirst.online.wanted import Selection
from askfirst_checks.policy import Policy
from askfirst_checks.words import Text

PROGRESS_AFTER = 1.0
"""seconds between two lines of progress"""
CANCELLED = 130
_PROGRESS = Text("{service}: {done} of {all}. Ctrl-C stops.", "{service}: {done} von {all}. Strg-C bricht ab.")
_NOTHING = Text("There is nothing to look up: {why}.", "Es gibt nichts nachzuschlagen: {why}.")
_WHY = Text(
    "{without} without a DOI, {printed} with an affiliation that is known, {refused} with a DOI that is not sent",
    "{without} ohne DOI, {printed} mit bekannter Affiliation, {refused} mit einer DOI, die nicht gesendet wird",
)
_NEEDS_KEY = Text(
    "OpenAlex wants a key of yours (free, https://openalex.org/settings/api): put it into {variable}, or into the "
    "keyring as askfirst-openalex",
    "OpenAlex verlangt einen eigenen Schlüssel (kostenlos, https://openalex.org/settings/api): Setzen Sie ihn in "
    "{variable} oder im Schlüsselbund als askfirst-openalex",
)
_FORGOTTEN = (
    Text("1 kept answer deleted.", "1 aufbewahrte Antwort gelöscht."),
    Text("{n} kept answers deleted.", "{n} aufbewahrte Antworten gelöscht."),
)


_FULL_NAMES = {"JO": "Hashemite Kingdom of Jordan"}
"""countries whose short name is a name of people, too, and would not be read as a country"""


class Task(NamedTuple):
    """What to look up, where, and with whose permission."""

    dois: tuple[str, ...] = ()
    rors: tuple[str, ...] = ()
    bib: str = ""
    collection: str = ""
    """name of a Zotero collection; empty with no other choice: the whole library"""
    group: str = ""
    only: str = ""
    """id of the one service to be asked"""
    says_yes: bool = False
    is_dry: bool = False
    answers: str = ""
    profile: str = ""
    date: str = ""
    endpoint: str = ""
    service_endpoint: str = ""
    limits: Limits = Limits()


def forget(language: str) -> int:
    """Delete what is kept."""
    from askfirst.formats.phrases import number
    from askfirst.terminal import say

    say(number(Kept(usual_folder(), checking.today()).forget(), _FORGOTTEN), language)
    return NOTHING_OPEN


def show(task: Task, language: str, form: str) -> int:
    """Run *task*, print the result as *form*, and return the exit code. Raises `Failure`."""
    _needs_extra()
    chosen = _selection(task)
    context = checking.context(chosen.settings, date=task.date, profile=task.profile)
    if not chosen.items:
        return _nothing(telling.Result(chosen, Found({}, {}, ()), (), context.policy.lists_of), language, form)
    asked = _services(task)
    kept = Kept(usual_folder(), checking.today())
    if (code := _permitted(task, chosen, asked, kept, language)) is not None:
        return code
    looking = Looking(kept, _opener(task, language), _country(context.policy), _Progress(language))
    found = looking.look_up(chosen.items, asked)
    result = telling.Result(chosen, found, judged(chosen, found, context), context.policy.lists_of)
    sys.stdout.write(telling_json.as_json(result, language) if form == "json" else telling.as_text(result, language))
    return _code(result)


def _code(result: telling.Result) -> int:
    states = {work.state for work in result.works}
    if result.found.is_cancelled:
        return CANCELLED
    if states & {"open", "waiting"}:
        return OPEN_QUESTIONS
    return MISUSE if "not-asked" in states else NOTHING_OPEN


def _needs_extra() -> None:
    """Raises `Failure` where the package requests is missing: before anybody is asked for a yes.

    It is looked for and not imported: urllib3 opens a socket when it is, and before a yes there is none.
    """
    if not all(map(is_installed, ("requests", "urllib3"))):
        raise Failure(refusals.NO_EXTRA)


def is_installed(package: str) -> bool:
    """Whether *package* is there to be imported."""
    try:
        return find_spec(package) is not None
    except (ImportError, ValueError):  # what Python says of one that is blocked
        return False


def _nothing(result: telling.Result, language: str, form: str) -> int:
    """Say why there is nothing to look up."""
    chosen = result.selection
    why = _WHY.fill(without=chosen.without_number, printed=chosen.printed, refused=len(chosen.refused))
    consent.show([_NOTHING.fill(why=why), *telling.notices(result)], language)
    if form == "json":
        sys.stdout.write(telling_json.as_json(result, language))
    return NOTHING_FOUND


def _selection(task: Task) -> Selection:
    if task.dois or task.rors:
        return wanted.typed(task.dois, task.rors, task.answers)
    if task.bib:
        return wanted.of_bib(task.bib, checking.settings_for([task.bib]))
    where = zotero.Where("group" if task.group else "user", task.group or "0")
    library = zotero.connect(where, lambda _seconds: None, task.endpoint)
    try:
        return wanted.of_library(library, task.collection, task.answers)
    finally:
        library.close()


def _services(task: Task) -> tuple[Service, ...]:
    """Whom to ask: the one that was named, or OpenAlex where there is a key, then Crossref. Raises `Failure`."""
    has_key = bool(services.key_of(services.OPENALEX))
    needs_key = task.only == services.OPENALEX.id or bool(task.rors)
    if needs_key and not has_key:
        raise Failure(_NEEDS_KEY.fill(variable=services.KEY))
    chosen = [service for service in services.SERVICES.values() if task.only in ("", service.id)]
    return tuple(services.at(service, task.service_endpoint) for service in chosen if has_key or not service.takes_key)


def _permitted(task: Task, chosen: Selection, asked: tuple[Service, ...], kept: Kept, language: str) -> int | None:
    """Show what would be sent, and ask; an exit code where nothing may be. Raises `Failure`."""
    planned = plans(chosen.items, asked, kept)
    keyed = frozenset(service.id for service in asked if service.takes_key)
    consent.show(consent.announcement(planned, keyed, task.is_dry, task.only), language)
    if task.is_dry:
        consent.show([consent.DRY_RUN], language)
        return NOTHING_OPEN
    if task.says_yes or not any(plan.to_ask for plan in planned):
        return None
    if not sys.stdin or not sys.stdin.isatty():
        raise Failure(consent.NOT_WITHOUT_YES)
    if consent.is_given(language):
        return None
    consent.show([consent.NOTHING_SENT], language)
    return MISUSE


def _opener(task: Task, language: str) -> Callable[[Service], Door]:
    def opened(service: Service) -> Door:
        return Door(service, services.key_of(service), lambda text: consent.show([text], language), task.limits)

    return opened


def _country(policy: Policy) -> Named:
    """Names of the countries that a measure names, as the check reads them."""

    def named(code: str) -> str:
        country = policy.countries.get(code)
        if code in _FULL_NAMES:
            return _FULL_NAMES[code]
        return country.inside.en.removeprefix("in ").removeprefix("the ") if country else ""

    return named


class _Progress:
    """Tells how far the look-up is: once a second, and only where it takes longer than that."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.next = time.monotonic() + PROGRESS_AFTER

    def __call__(self, service: Service, done: int, total: int) -> None:
        if time.monotonic() >= self.next:
            self.next = time.monotonic() + PROGRESS_AFTER
            consent.show([_PROGRESS.fill(service=service.name, done=done, all=total)], self.language)
