"""Taking a recorded answer out of use: its file is renamed, never deleted, and what it answered is asked again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from askfirst.checking import Checked
from askfirst.config import data_folder
from askfirst.errors import Failure
from askfirst.files import is_inside, renamed_new, repository_root
from askfirst.formats.command import quoted
from askfirst.recording import flat, is_called
from askfirst.terminal import say
from askfirst_checks.model import Finding
from askfirst_checks.words import Text, same

MOST_AT_ONCE = 100
"""answers of one name that can be withdrawn"""

_DONE = Text("Withdrawn: {old}. The file is kept as {new}.", "Zurückgezogen: {old}. Die Datei bleibt als {new} liegen.")
_ASKED = Text(
    "What it answered is asked again, unless another answer covers it.",
    "Was sie beantwortet hat, wird wieder gefragt, solange keine andere Antwort dafür gilt.",
)
_ADD = Text("Next: {command}", "Weiter mit: {command}")
_WHICH = Text(
    "say which answer: its file (askfirst status names it), or what it answers (AF101, an institution, a country)",
    "welche Antwort? Nennen Sie ihre Datei (askfirst status zeigt sie) oder was sie beantwortet (AF101, eine "
    "Einrichtung, ein Land)",
)
_NONE = Text("no recorded answer here is about {target}", "keine Antwort hier betrifft {target}")
_MANY = Text("{target} fits {n} answers; name one file: {files}", "{target} passt zu {n} Antworten: {files}")
_NO_ANSWER = Text(
    "this is no file of an answer; those lie in .askfirst/answers or where you keep yours privately",
    "das ist keine Datei einer Antwort; die liegen in .askfirst/answers oder dort, wo Sie Ihre privat aufbewahren",
)
_LINK = Text(
    "this is a link, and nothing is renamed through it", "das ist ein Link, und durch ihn wird nichts umbenannt"
)
_FULL = Text("too many files of this name were withdrawn", "von diesem Namen sind schon zu viele zurückgezogen")


def is_answer(path: str) -> bool:
    """Whether *path* lies and is called as a recorded answer is: in ``.askfirst/answers``, or kept privately."""
    whole = os.path.abspath(path)
    folder, top = os.path.split(os.path.dirname(whole))
    beside = top == "answers" and os.path.basename(folder) == ".askfirst"
    return whole.endswith(".toml") and (beside or is_inside(whole, os.path.join(data_folder(), "answers")))


def retire(path: str) -> str:
    """Rename the answer at *path* to ``….toml.withdrawn``; the new path. Raises `Failure`; replaces nothing."""
    if not is_answer(path) or not os.path.lexists(path):
        raise Failure(_NO_ANSWER, path)
    folder = os.path.dirname(os.path.abspath(path))
    if any(map(os.path.islink, (path, folder, os.path.dirname(folder)))) or not os.path.isfile(path):
        raise Failure(_LINK, path)
    for number in range(1, MOST_AT_ONCE):
        aside = f"{path}.withdrawn" + (f"-{number}" if number > 1 else "")
        try:
            renamed_new(path, aside)
        except FileExistsError:
            continue
        except OSError as error:
            raise Failure(same(str(error.strerror)), path) from error
        return aside
    raise Failure(_FULL, path)


def withdraw(files: Sequence[str], checked: Iterable[Checked], about: Sequence[str], language: str) -> int:
    """Withdraw *files*, or the one answer that covers what *about* names in *checked*. Raises `Failure`."""
    if not files and not about:
        raise Failure(_WHICH)
    for path in files or [_the_one(checked, about)]:
        told(path, retire(path), language)
    return 0


def told(old: str, new: str, language: str) -> None:
    """Say what was withdrawn, what follows, and the next step in a repository."""
    say(_DONE.fill(old=old, new=os.path.basename(new)), language)
    say(_ASKED, language)
    folder = os.path.dirname(old) or "."
    if repository_root(folder) and os.path.basename(folder) == "answers":
        say(_ADD.fill(command=f"git add --all {quoted(folder)}"), language)


def _the_one(checked: Iterable[Checked], about: Sequence[str]) -> str:
    """The file of the only answer about what *about* names. Raises `Failure` where there is none, or several."""
    files = list(dict.fromkeys(place for each in checked for place in _answering(each, about)))
    target = ", ".join(about)
    if not files:
        raise Failure(_NONE.fill(target=target))
    if len(files) > 1:
        raise Failure(_MANY.fill(target=target, n=len(files), files="; ".join(files)))
    return files[0]


def _answering(checked: Checked, about: Sequence[str]) -> Iterator[str]:
    for finding in flat(checked.outcome.report.findings):
        if finding.answer and any(is_called(name, finding) for name in about):
            yield checked.outcome.place(finding.answer)


def answer_of(findings: Iterable[Finding], about: str) -> str:
    """The answer file of the first finding that *about* names (any, where it is empty); empty where none has one."""
    found = (each.answer for each in flat(findings) if not about or is_called(about, each))
    return next(filter(None, found), "")
