"""One work judged as the writer sees it; and again only where something that matters changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from askfirst import answer_files, checking, config
from askfirst.documents import Document
from askfirst.files import FolderTree
from askfirst.lsp.overlay import Disk, Overlay
from askfirst.reading import read
from askfirst_checks import answers as recorded
from askfirst_checks.model import Manuscript, Report, Span
from askfirst_checks.readers import bibtex
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

_RENEWED = 2000
"""checks after which the lists are loaded anew: what was resolved of all that was ever typed goes with the old ones"""
Stamp = tuple[str, int, int]
"""the day, and when the profile that holds here and the user's own last changed"""


class Snapshot(NamedTuple):
    """The open files of one tree at one moment."""

    document: Document
    buffers: Mapping[str, bytes]
    """by path in the tree"""
    lines: Mapping[str, tuple[str, ...]]
    """the same texts, line by line"""
    versions: Mapping[str, int]
    """by absolute path"""


class Judged(NamedTuple):
    """What came of it. Nothing here holds on to the manuscript's text."""

    report: Report
    broken: tuple[BrokenData, ...]
    """answer files that cannot be relied on"""
    files: frozenset[str]
    """every file that was read, by path in the tree"""
    lines: Mapping[tuple[str, int], str]
    """the printed lines that findings stand on, in files that are not open"""
    language: str
    """as configured, or empty"""
    notices: tuple[Text, ...] = ()
    """what the repository's own settings and profile make quieter"""


class _Known(NamedTuple):
    inputs: tuple[Any, ...]
    """all that was read, as far as it tells that nothing at all changed"""
    mark: tuple[Any, ...]
    """what the rules looked at"""
    judged: Judged


class Judge:
    """Checks works, one at a time, and remembers of each what its last verdict rested on."""

    def __init__(self) -> None:
        self._disk = Disk()
        self._known: dict[Document, _Known] = {}
        self._contexts: dict[config.Settings, tuple[Stamp, checking.Context]] = {}
        self.checks = 0
        """how often rules were run: what the tests of thrift count"""

    def judge(self, snapshot: Snapshot) -> Judged:
        """The verdict on *snapshot*: the last one itself where nothing that matters changed.

        Raises `Failure`, `Unreadable` and `BrokenData` as `checking.check` does.
        """
        document = snapshot.document
        settings = config.find(os.path.dirname(os.path.join(document.top, document.path)))
        stamp, context = self._context(settings)
        answers = _answers(document, snapshot.buffers)
        known = self._known.get(document)
        tree = Overlay(FolderTree(document.top), snapshot.buffers, self._disk)
        if known and known.inputs == _inputs(settings, stamp, answers, tree, known.judged.files):
            return known.judged
        manuscript = read(document, tree, classes=context.classes)
        files = frozenset({*manuscript.sources, *tree.asked})
        inputs = _inputs(settings, stamp, answers, tree, files)
        mark = (settings, stamp, _bare(manuscript), _seen(manuscript, snapshot), tree.from_disk, answers)
        if known and known.mark == mark:
            judged = known.judged._replace(files=files) if known.judged.files != files else known.judged
            self._known[document] = _Known(inputs, mark, judged)
            return judged
        self.checks += 1
        if self.checks % _RENEWED == 0:
            self._contexts.clear()
        outcome = checking.judged(document, manuscript, answers, context).outcome
        report = outcome.report._replace(manuscript=_bare(outcome.report.manuscript))
        judged = Judged(
            report,
            answers.broken,
            files,
            _printed(report, manuscript, snapshot),
            settings.language,
            context.notices,
        )
        self._known[document] = _Known(inputs, mark, judged)
        if not any(path.endswith(".bib") for path in snapshot.buffers):
            bibtex.forget()  # what helps while a bibliography is typed in costs twice its size in memory
        return judged

    def forget(self, document: Document) -> None:
        """Drop what is remembered of *document*: its last file was closed."""
        if self._known.pop(document, None):
            self._disk.forget(document.top)

    def look_again(self) -> None:
        """A file came, went or changed: read everything again, even where the files known so far are the same."""
        for document, known in self._known.items():
            self._known[document] = known._replace(inputs=())

    def _context(self, settings: config.Settings) -> tuple[Stamp, checking.Context]:
        """The lists and the profile for *settings*; anew each day, and when the profile's file changes."""
        stamp = (checking.today(), _modified(settings.profile), _modified(config.user_profile()))
        known = self._contexts.get(settings)
        if known is None or known[0] != stamp:
            self._contexts.clear()
            known = self._contexts[settings] = stamp, checking.context(settings)
        return known


def _inputs(
    settings: config.Settings,
    stamp: Stamp,
    answers: recorded.Answers,
    tree: Overlay,
    files: frozenset[str],
) -> tuple[Any, ...]:
    return settings, stamp, answers, tree.open, [(path, tree.mark(path)) for path in sorted(files)]


def _modified(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns if path else 0
    except OSError:
        return 0


def _bare(manuscript: Manuscript) -> Manuscript:
    return manuscript._replace(sources={})


def _answers(document: Document, buffers: Mapping[str, bytes]) -> recorded.Answers:
    """The answers on disk, those that are open as they are typed."""
    found = answer_files.read(document)
    places = {folder + "/" for folder in answer_files.folders(document.path)}
    typed = {
        path: data.decode("utf-8", "replace")
        for path, data in buffers.items()
        if path.endswith(".toml") and path.rpartition("/")[0] + "/" in places
    }
    if not typed:
        return found
    here = recorded.read(typed.items())
    kept = [answer for answer in found.all if answer.path not in typed]
    broken = [error for error in found.broken if error.path not in typed]
    return recorded.Answers((*kept, *here.all), (*broken, *here.broken))


def spans(manuscript: Manuscript) -> Iterable[Span]:
    """Every span whose words a finding may be narrowed to."""
    for affiliation in (*manuscript.affiliations, *manuscript.notes):
        yield affiliation.span
    for address in manuscript.addresses:
        yield address.span
    for person in manuscript.authors:
        yield person.span
        for address in person.addresses:
            yield address.span
    for bibliography in manuscript.bibliographies:
        for reference in bibliography.references:
            yield reference.span


def _seen(manuscript: Manuscript, snapshot: Snapshot) -> tuple[Any, ...]:
    """The lines under `spans` in open files: two spellings of one affiliation may end in different columns."""
    here = ((span, snapshot.lines.get(span.file, ())) for span in spans(manuscript))
    return tuple(lines[span.line - 1 : span.end_line] for span, lines in here)


def _printed(report: Report, manuscript: Manuscript, snapshot: Snapshot) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = {}
    for finding in report.findings:
        for span in (finding.span, *finding.elsewhere, *(weaker.span for weaker in finding.also)):
            if span.file not in snapshot.lines:
                wanted.setdefault(span.file, set()).update((span.line, span.end_line))
    return {
        (file, number): line
        for file, numbers in wanted.items()
        for number, line in _lines_at(manuscript.sources.get(file, ""), numbers)
    }


def _lines_at(text: str, numbers: set[int]) -> Iterable[tuple[int, str]]:
    start = 0
    for number in range(1, max(numbers) + 1):
        end = text.find("\n", start)
        if number in numbers:
            yield number, text[start : end if end >= 0 else len(text)]
        if end < 0:
            return
        start = end + 1
