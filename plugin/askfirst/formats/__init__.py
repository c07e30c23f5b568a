"""From reports to text, and nothing else: a format is one file with ``render(outcomes, options) -> str``."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Finding, Report
from askfirst_checks.words import Text

FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit")
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
    notices: tuple[Text, ...] = ()
    """what the repository's own settings, profile or folders keep from being asked"""


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
    return [each for finding in chosen for each in (finding, *finding.legs)]


def number_of(outcome: Outcome, finding: Finding) -> int:
    """The number under which ``askfirst answer`` knows an open question of this document; 0 for anything else."""
    return next((number for number, each in enumerate(outcome.report.questions, 1) if each is finding), 0)
