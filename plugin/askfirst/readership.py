"""Who may read an answer: only who records it, or everyone with the repository. Asked once, then remembered."""

from __future__ import annotations

import os

from askfirst import answer_files
from askfirst.config import config_folder
from askfirst.documents import Document
from askfirst.errors import Failure
from askfirst.files import read_regular, repository_root
from askfirst.formats.command import quoted
from askfirst_checks.model import Unreadable
from askfirst_checks.strict import parse
from askfirst_checks.words import Text

READERS = ("private", "shared")
ASK = Text(
    "Who may read your answers? [1] only I (on this computer)  [2] everyone with this repository: ",
    "Wer darf Ihre Antworten lesen? [1] nur ich (auf diesem Rechner)  [2] alle mit diesem Repositorium: ",
)
CHANGE = Text("Remembered; --private or --shared changes it.", "Das ist gemerkt; --private oder --shared ändert es.")
_ADD = Text("Next: {command}", "Weiter mit: {command}")
_PRIVATE = Text(
    "Only you can read it; a check on another computer or in CI does not see it "
    "(--shared keeps it with the manuscript).",
    "Nur Sie können sie lesen; eine Prüfung auf einem anderen Rechner oder in der CI sieht sie nicht "
    "(--shared legt sie zum Manuskript).",
)
_UNSEEN = Text(
    "Answers that somebody keeps privately are not seen here.",
    "Antworten, die jemand privat aufbewahrt, sind hier nicht zu sehen.",
)


def _file() -> str:
    return os.path.join(config_folder(), "answers.toml")


def remembered() -> str:
    """What was chosen before: ``private``, ``shared``, or empty. Raises `BrokenData` where that cannot be read."""
    try:
        source = read_regular(_file(), limit=4096).decode("utf-8", "replace")
    except Unreadable:
        return ""
    table = parse(_file(), source)
    found = table.word("readers", READERS)
    table.done()
    return found


def remember(readers: str) -> None:
    """Keep the choice for the next time: written beside and renamed. Raises `Failure`."""
    path = _file()
    beside = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(beside, "w", encoding="utf-8") as file:
            file.write(f'readers = "{readers}"\n')
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as error:
        raise Failure(Text(str(error.strerror), str(error.strerror)), path) from error
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)


def known(document: Document, given: str = "") -> str:
    """Who may read an answer about *document*, without a question: *given*, remembered, or as the others."""
    if given:
        remember(given)
        return given
    return remembered() or ("shared" if answer_files.is_shared(document) else "")


def next_step(document: Document, shown: str, readers: str) -> Text | None:
    """What is left to do after an answer was written to *shown*; None where there is nothing."""
    if readers == "private":
        return _PRIVATE
    if repository_root(document.top) is None:
        return None
    return _ADD.fill(command=f"git add {quoted(shown)}")


def unseen(is_open: bool) -> Text | None:
    """What a check says where a question is open and the answers of others may lie on their own computers (CI)."""
    return _UNSEEN if is_open and os.environ.get("CI", "").lower() not in ("", "0", "false") else None
