"""Why a work asks nothing: what was read of it, and which measure came later than the work."""

from __future__ import annotations

from askfirst.checking import Context
from askfirst.formats.phrases import day
from askfirst.library.judging import ASKED, Judged, date_of, manuscript
from askfirst.library.work import Printed, Work, is_team
from askfirst_checks import check as judgement
from askfirst_checks.answers import Answers
from askfirst_checks.model import Finding, Ground
from askfirst_checks.words import Text

MOST_SHOWN = 4
"""affiliations that are shown as read"""

_READ = Text("“{text}”", "„{text}“")
_MORE = Text(" and {n} more", " und {n} weitere")
_BEFORE = Text(
    "{year}: before the measure of {day} ({act}).",
    "{year}: vor der Maßnahme vom {day} ({act}).",
)
_SAME_YEAR = Text(
    "{year}: the measure of {day} ({act}) began in that year, and the work may be older.",
    "{year}: Die Maßnahme vom {day} ({act}) begann in diesem Jahr, und die Arbeit kann älter sein.",
)
_NOTHING = Text(
    "No measure in force at its date names what is printed there.",
    "Keine zum Datum der Arbeit geltende Maßnahme nennt, was dort gedruckt ist.",
)


def reason(judged: Judged, context: Context) -> Text:
    """Why *judged*, about which nothing is asked, is asked nothing."""
    later = _later(judged, context)
    if later is None:
        return _NOTHING
    told = Text(day(later.since, "en"), day(later.since, "de"))
    text = _SAME_YEAR if later.since.startswith(str(judged.work.year)) else _BEFORE
    return text.fill(year=judged.work.year or "", day=told, act=later.act)


def shown(judged: Judged) -> Text:
    """The affiliations that were read, the first of them in full."""
    texts = [each.text for each in judged.work.affiliations if not is_team(each)]
    read = [_READ.fill(text=text) for text in texts[:MOST_SHOWN]]
    more = _MORE.fill(n=len(texts) - MOST_SHOWN) if len(texts) > MOST_SHOWN else Text("", "")
    return Text("; ".join(each.en for each in read) + more.en, "; ".join(each.de for each in read) + more.de)


def _later(judged: Judged, context: Context) -> Ground | None:
    """The earliest measure behind the work that would ask about it if it were of today; None where none would."""
    work = judged.work
    date = date_of(work, context.today)
    if not work.affiliations or date >= context.today:
        return None
    grounds = [ground for finding in _today(work, context) for ground in finding.grounds]
    return min((each for each in grounds if each.since > date), key=lambda ground: ground.since, default=None)


def _today(work: Work, context: Context) -> list[Finding]:
    """What would be asked about *work* if it were of today."""
    report = judgement.check(
        manuscript(work), context.policy, Answers(), context.today, resolver=context.resolver, profile=context.profile
    )
    return [finding for finding in report.findings if _asks(finding)]


class Older:
    """What is asked about printed words today, remembered for each of them: which works are older than a measure."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[str, tuple[Finding, ...]] = {}

    def findings(self, work: Work) -> list[Finding]:
        """What *work* would be asked if it were of today, where no measure of it had begun at the date of the work."""
        date = date_of(work, self._context.today)
        found = (finding for printed in work.affiliations for finding in self._about(printed))
        return [each for each in found if each.grounds and all(ground.since > date for ground in each.grounds)]

    def _about(self, printed: Printed) -> tuple[Finding, ...]:
        if printed.text not in self._known:
            alone = Work("", "", None, "", (), (printed._replace(owner=""),))
            self._known[printed.text] = tuple(_today(alone, self._context))
        return self._known[printed.text]


def _asks(finding: Finding) -> bool:
    return finding.level != "note" and finding.code.startswith(ASKED)
