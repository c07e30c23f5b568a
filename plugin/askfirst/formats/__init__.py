"""From reports to text, and nothing else: a format is one file with ``render(outcomes, options) -> str``."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.model import Finding, ListDate, Report
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from askfirst_checks.policy.jurisdiction import Regime

ABOUT_LISTS = "AF902"
"""the rule that speaks of the lists and of no document"""
FORMATS = ("full", "concise", "html", "json", "sarif", "github", "gitlab", "junit")
"""modules of this package that render a check"""


class Outcome(NamedTuple):
    """The report on one document, and where its files lie as seen by the reader."""

    report: Report
    folder: str = ""
    """stands before every path of the report: empty, or ending in ``/``"""
    here: str = ""
    """the reader's own place inside the report's tree, from which its paths are shown"""
    earlier: int = 0
    """questions that were open at the baseline revision already: counted, and not in the report"""
    numbered: tuple[Finding, ...] = ()
    """all open questions, where the report holds only the new ones: ``askfirst answer`` counts them all"""

    def place(self, file: str) -> str:
        """*file* of the report as the reader would type it; an answer kept elsewhere has its whole path."""
        if file.startswith("/") or file[1:3] == ":/":
            return file
        return self.folder + relative(file, self.here)


def relative(file: str, here: str) -> str:
    """*file* as seen from the folder *here* of the same tree."""
    if not here:
        return file
    path, start = file.split("/"), here.split("/")
    common = 0
    while common < min(len(path) - 1, len(start)) and path[common] == start[common]:
        common += 1
    return "/".join([".."] * (len(start) - common) + path[common:])


class Options(NamedTuple):
    """How to say it."""

    language: str = "en"
    color: bool = False
    width: int = 80
    """columns of the terminal"""
    notes: bool = False
    answered: bool = False
    paths: tuple[str, ...] = ()
    """the paths that were given, for the command that answers"""
    unfinished: tuple[str, ...] = ()
    """folders that were too large to look at in full"""
    lists: tuple[ListDate, ...] = ()
    """every list with its own date, for a format that shows them"""
    regimes: tuple[Regime, ...] = ()
    """how much of each regime of law is asked about, for a format that shows them"""

    notices: tuple[Text, ...] = ()
    """what the repository's own settings, profile or folders keep from being asked"""


SHOWS_LISTS = ("html", "json")
"""formats that show the lists and the regimes"""


def once(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """*outcomes* with what is said of the lists under the first document that has it, and no other."""
    told, kept = False, []
    for outcome in outcomes:
        report = outcome.report
        rest = tuple(each for each in report.findings if each.code != ABOUT_LISTS)
        kept.append(outcome._replace(report=report._replace(findings=rest)) if told else outcome)
        told = told or len(rest) < len(report.findings)
    return kept


def shown(outcome: Outcome, options: Options) -> list[Finding]:
    """The findings of *outcome* that the options ask for: open ones always, notes and answered ones on request.

    Stops come first, then the others as in the source; the legs of a finding right behind it.
    """
    chosen = [
        finding
        for finding in outcome.report.findings
        if (options.notes or finding.level != "note") and (options.answered or finding.state != "answered")
    ]
    chosen.sort(key=lambda finding: finding.level != "stop" or finding.state == "answered")
    return with_legs(chosen)


def with_legs(findings: Iterable[Finding]) -> list[Finding]:
    """*findings*, the legs of each right behind it: a leg asks about the same words by another act."""
    return [each for finding in findings for each in (finding, *finding.legs)]


def number_of(outcome: Outcome, finding: Finding) -> int:
    """The number under which ``askfirst answer`` knows an open question of this document; 0 for anything else."""
    if outcome.numbered:
        about = (finding.code, finding.span, finding.subject)
        same = (n for n, each in enumerate(outcome.numbered, 1) if (each.code, each.span, each.subject) == about)
        return next(same, 0)
    return _index(outcome.report).numbers.get(id(finding), 0)


def alike(outcome: Outcome, finding: Finding) -> int:
    """How many open questions of this document are of the rule of *finding*."""
    return _index(outcome.report).of_rule.get(finding.code, 0)


def is_leg(outcome: Outcome, finding: Finding) -> bool:
    """Whether *finding* stands under another one as its leg."""
    return id(finding) in _index(outcome.report).legs


class _Index(NamedTuple):
    """The questions of one report, looked up for every line that is printed of it."""

    report: Report
    numbers: dict[int, int]
    of_rule: dict[str, int]
    legs: frozenset[int]


_kept: list[_Index] = []


def _index(report: Report) -> _Index:
    """The index of *report*; the last one is kept, for a report is printed finding by finding."""
    if not _kept or _kept[0].report is not report:
        of_rule: dict[str, int] = {}
        for each in report.questions:
            of_rule[each.code] = of_rule.get(each.code, 0) + 1
        numbers: dict[int, int] = {}
        for number, each in enumerate(report.questions, 1):
            numbers.setdefault(id(each), number)
        legs = frozenset(id(leg) for each in report.findings for leg in each.legs)
        _kept[:] = [_Index(report, numbers, of_rule, legs)]
    return _kept[0]
