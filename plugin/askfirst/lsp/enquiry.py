"""The enquiry from the editor: the letter about one question, in a new file outside the repository."""

from __future__ import annotations

import os
import re

from askfirst import answer_files, checking, config, enquiry
from askfirst.documents import Document
from askfirst.files import write_new
from askfirst.formats import Outcome
from askfirst_checks.model import Finding, Report


def text(work: Document, report: Report, finding: Finding, language: str) -> str:
    """The letter about *finding* of *work* as Markdown. Raises `Failure` and `BrokenData` where settings are broken."""
    settings = config.find(os.path.dirname(os.path.join(work.top, work.path)))
    checked = checking.Checked(Outcome(report, work.folder, work.here), work)
    facts = enquiry.gather(checked, [finding], checking.context(settings), answer_files.read(work).all)
    return enquiry.render(enquiry.compose(facts, language), "md")


def write(title: str, today: str, content: str) -> str:
    """Write *content* to a new file in the user's data folder; its path. Raises OSError; never replaces a file."""
    import platformdirs

    folder = os.path.join(platformdirs.user_data_dir("askfirst", appauthor=False), "enquiries")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    slug = "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:50].strip("-") or "enquiry"
    for number in range(1, 100):
        path = os.path.join(folder, f"{today}-{slug}{f'-{number}' if number > 1 else ''}.md")
        try:
            write_new(path, content.encode("utf-8", "replace"))
        except FileExistsError:
            continue
        return path
    raise FileExistsError(path)
