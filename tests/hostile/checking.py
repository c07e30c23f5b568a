"""One check in this process, from text to every format, and what must hold of whatever comes out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from xml.etree import ElementTree

from askfirst.formats import FORMATS, Options, Outcome
from askfirst_checks import check as judgement
from askfirst_checks.answers import Answers
from askfirst_checks.model import Report, Unreadable
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy, load
from askfirst_checks.readers import reader_for
from askfirst_checks.words import same

TODAY = "2026-11-28"
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ud800-\udfff]")
_LINES = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Texts:
    """A tree of nothing but *files*."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._files = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}

    def read(self, path: str) -> bytes:
        """The bytes of *path*; raises `Unreadable`."""
        if path not in self._files:
            raise Unreadable(same("there is no such file"))
        return self._files[path]

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self._files


@lru_cache(maxsize=1)
def _lists() -> tuple[Policy, Resolver]:
    return load(), Resolver()


def checked(files: Mapping[str, str | bytes], root: str = "") -> Report:
    """The report on the manuscript *root* (default: the first file)."""
    policy, resolver = _lists()
    root = root or next(iter(files))
    reader = reader_for(root)
    assert reader is not None
    return judgement.check(reader.read(Texts(files), root), policy, Answers(), TODAY, resolver=resolver)


def printed(report: Report, form: str, language: str = "en") -> str:
    """*report* in the format *form*."""
    options = Options(language=language, notes=True, answered=True, paths=("main.tex",))
    text: str = import_module(f"askfirst.formats.{form}").render([Outcome(report)], options)
    return text


def holds(report: Report) -> None:
    """What must hold of every report: places inside the texts, and nothing that acts on whoever reads it."""
    for finding in report.findings:
        text = report.manuscript.sources.get(finding.span.file)
        if text is not None:
            last = len(_LINES.split(text)) + 1
            assert 1 <= finding.span.line <= last
            assert 1 <= finding.span.end_line <= last  # a list in YAML that ends in an alias ends where its anchor does
    for form in FORMATS:
        text = printed(report, form)
        text.encode("utf-8", "backslashreplace")
        if form in ("full", "concise", "github", "html"):
            assert not _ACTING.search(text)
        elif form == "junit":
            ElementTree.fromstring(text)
        else:
            json.loads(text)
