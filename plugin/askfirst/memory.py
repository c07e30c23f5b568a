"""What a repository remembers: every answer in it, what lapses soon, and what is open today."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from askfirst import answer_files, checking, committed, documents
from askfirst.errors import Failure
from askfirst.files import FolderTree, is_inside, repository_root
from askfirst.formats.remembered import Memory
from askfirst_checks.strict import BrokenData

MOST_FOLDERS = 50_000


def recall(folder: str, date: str = "") -> Memory:
    """Read the repository (or folder) around *folder*. Raises `Failure` and `BrokenData` for settings and policy."""
    top = repository_root(folder) or os.path.realpath(folder)
    settings = checking.settings_for([folder])
    context = checking.context(settings, date=date)
    found = documents.find([top], settings.exclude, os.path.dirname(settings.file))
    broken: list[BrokenData] = []
    checked = list(_checked(found.documents, context, broken))
    read = answer_files.read_from(FolderTree(top, limit=answer_files.LARGEST), sorted(_files(top)), broken)
    kept = answer_files.read_private(top)
    place = documents.Document(top, "").place
    seen = [each._replace(path=place(each.path)) for each in read.all]
    outcomes = tuple(each.outcome for each in checked)
    notices = (*context.notices, *committed.left_out(found, settings))
    broken = [*broken, *(BrokenData(each.file, 1, each.text) for each in found.unread)]
    return Memory(context.today, (*seen, *kept.all), (*read.broken, *kept.broken, *broken), outcomes, notices)


def _checked(
    among: Iterable[documents.Document], context: checking.Context, broken: list[BrokenData]
) -> Iterator[checking.Checked]:
    """What came of each document; one that cannot be opened joins *broken* and hides no other."""
    for document in among:
        try:
            yield checking.check(document, context)
        except Failure as error:
            broken.append(BrokenData(error.file, 1, error.text))


def _files(top: str) -> Iterator[str]:
    for seen, (place, folders, _) in enumerate(os.walk(top)):
        if seen >= MOST_FOLDERS:
            return
        folders[:] = sorted(f for f in folders if f != ".git" and f not in documents.PASSED_OVER)
        if ".askfirst" in folders:
            folders.remove(".askfirst")
            yield from _in(top, os.path.join(place, answer_files.FOLDER))


def _in(top: str, folder: str) -> Iterator[str]:
    if not is_inside(folder, top):
        return
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    except OSError:
        return
    for name in names[: answer_files.MOST]:
        yield os.path.relpath(os.path.join(folder, name), top).replace(os.sep, "/")
