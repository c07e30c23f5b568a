"""The lists and measures as text: each list with its date and age, what silence means, each measure with its source."""

from __future__ import annotations

from askfirst.formats.clean import wrap
from askfirst.formats.phrases import LEVELS, day, number
from askfirst.terminal import width
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from askfirst_checks.model import ListDate
    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.jurisdiction import Regime
    from askfirst_checks.policy.measures import Measure

AS_OF = Text(
    "Read against their sources on {day}, jurisdiction {code}.",
    "Mit den Quellen verglichen am {day}, Rechtsraum {code}.",
)
LISTS = {
    "legal": Text(
        "Lists with legal effect in the EU: date, age, and how many of the institutions of each are known here:",
        "Listen mit Rechtswirkung in der EU: Stand, Alter und wie viele ihrer Einrichtungen hier bekannt sind:",
    ),
    "assessment": Text(
        "Assessment lists, without legal effect in the EU:", "Bewertungslisten, ohne Rechtswirkung in der EU:"
    ),
}
COVERED = {
    "modelled": Text("Asked about as a whole:", "Ganz abgebildet:"),
    "partly": Text(
        "Asked about in part; beyond what is said, silence means nothing:",
        "Teilweise abgebildet; über das Gesagte hinaus besagt Schweigen nichts:",
    ),
    "pointer": Text(
        "Named only, not looked at: silence means nothing:", "Nur genannt, nicht angesehen: Schweigen besagt nichts:"
    ),
}
MEASURES = Text("Every measure, with its source:", "Jede Maßnahme mit ihrer Quelle:")
NAMES = (Text("1 institution", "1 Einrichtung"), Text("{n} institutions", "{n} Einrichtungen"))
SINCE = Text("applies from {day}", "gilt ab {day}")
SOURCE = Text("source: {source}", "Quelle: {source}")
_READ = Text("read on {day}", "gelesen am {day}")
_READ_IN = Text("read on {day} in {where}", "gelesen am {day} in {where}")
_TODAY = Text("of today", "von heute")
_DAYS = (Text("1 day old", "1 Tag alt"), Text("{n} days old", "{n} Tage alt"))
_MONTHS = (Text("1 month old", "1 Monat alt"), Text("{n} months old", "{n} Monate alt"))
_YEARS = (Text("1 year old", "1 Jahr alt"), Text("{n} years old", "{n} Jahre alt"))
_SILENCE = "silence means nothing"


def lines(policy: Policy, measures: Sequence[Measure], today: str, language: str) -> Iterator[str]:
    """All of it, in lines that fit the terminal. Raises `BrokenData`."""
    yield from wrap(AS_OF.fill(day=day(policy.lists_of, language), code=policy.jurisdiction).said(language), width())
    for kind, title in LISTS.items():
        yield from ("", *wrap(title.said(language), width()))
        yield from _table([each for each in by_date(policy) if each.kind == kind], policy, today, language)
    for coverage, title in COVERED.items():
        if chosen := [each for each in policy.regimes if each.coverage == coverage]:
            yield from ("", *wrap(title.said(language), width()))
            for regime in chosen:
                yield from _regime(regime, language)
    yield from ("", *wrap(MEASURES.said(language), width()))
    for measure in measures:
        yield from _measure(measure, policy, language)


def by_date(policy: Policy) -> list[ListDate]:
    """The lists, oldest first."""
    return sorted(policy.lists, key=lambda each: each.as_of)


def age(as_of: str, today: str) -> Text:
    """How old a list of the day *as_of* is, in the unit one would say."""
    from askfirst_checks.days import days_between

    days = max(days_between(as_of, today), 0)
    if not days:
        return _TODAY
    if days < 60:
        return number(days, _DAYS)
    return number(round(days / 30.44), _MONTHS) if days < 730 else number(days // 365, _YEARS)


def size(measure: str, policy: Policy) -> Text | None:
    """How many institutions stand on the list of *measure*; None where it is no list."""
    count = policy.size(measure)
    return number(count, NAMES) if count else None


def read(measure: Measure, language: str) -> str:
    """On which day its source was read, and where, if not in its own text."""
    said = _READ_IN if measure.read_in.en else _READ
    return said.fill(day=day(measure.checked_on, language), where=measure.read_in).said(language)


def own_silence(regime: Regime) -> Text | None:
    """What is said of *regime* beyond its heading; None where the heading says all."""
    return None if regime.silence.en == _SILENCE else regime.silence


def _table(lists: Sequence[ListDate], policy: Policy, today: str, language: str) -> Iterator[str]:
    days = [day(each.as_of, language) for each in lists]
    ages = [age(each.as_of, today).said(language) for each in lists]
    for each, as_of, old in zip(lists, days, ages, strict=True):
        counted = size(each.id, policy)
        name = f"{each.name.said(language)}: {counted.said(language)}" if counted else each.name.said(language)
        first = f"  {as_of:>{max(map(len, days))}}  {old:<{max(map(len, ages))}}  "
        yield from wrap(name, width(), first, " " * len(first))


def _regime(regime: Regime, language: str) -> Iterator[str]:
    yield from wrap(regime.name.said(language), width(), "  ", "    ")
    if silence := own_silence(regime):
        yield from wrap(silence.said(language), width(), "    ", "    ")


def _measure(measure: Measure, policy: Policy, language: str) -> Iterator[str]:
    counted = size(measure.id, policy)
    names = f"  ({counted.said(language)})" if counted else ""
    yield ""
    yield f"{measure.id}  {measure.rule}  {LEVELS[measure.level].said(language)}{names}"
    yield from wrap(measure.act.said(language), width(), "  ", "  ")
    if measure.from_day:
        yield "  " + SINCE.fill(day=day(measure.from_day, language)).said(language)
    yield from wrap(SOURCE.fill(source=measure.titled).said(language), width(), "  ", "  ")
    yield from wrap(read(measure, language), width(), "  ", "  ")
    yield f"  {measure.url}"
