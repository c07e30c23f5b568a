"""Where a document's answers lie: ``.askfirst/answers/`` beside it and in every folder above, up to its tree's root."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator

from askfirst import config
from askfirst.documents import Document
from askfirst.files import OUTSIDE, FolderTree, is_inside
from askfirst_checks import answers
from askfirst_checks.model import Tree, Unreadable
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

FOLDER = ".askfirst/answers"
MOST = 2000
"""answer files that are read in one folder"""
LARGEST = 64 * 1024
MOST_BYTES = 4 * 1024 * 1024
"""of all the answers that one document has; two thousand usual ones take one MB"""

_TOO_MANY = Text(
    "more than {most} answers in one folder; the rest is not read",
    "mehr als {most} Antworten in einem Ordner; der Rest wird nicht gelesen",
)
_TOO_MUCH = Text(
    "the answers before this one hold more than {most} MB; this one and the rest are not read",
    "die Antworten vor dieser fassen mehr als {most} MB; diese und die übrigen werden nicht gelesen",
)
_NO_FOLDER = Text(
    "this is to be a folder, and a file stands there", "das soll ein Ordner sein, und dort steht eine Datei"
)
_NOT_UTF8 = Text("not readable as UTF-8", "nicht als UTF-8 lesbar")


def folders(path: str) -> list[str]:
    """The answer folders that can hold answers of the document at *path* (relative to its tree), nearest first."""
    found, folder = [], posixpath.dirname(path)
    while True:
        found.append(posixpath.join(folder, FOLDER))
        if not folder:
            return found
        folder = posixpath.dirname(folder)


def read(document: Document) -> answers.Answers:
    """All answers of *document*; what cannot be relied on stands in `Answers.broken`."""
    tree = FolderTree(document.top, limit=LARGEST)
    broken: list[BrokenData] = []
    found = read_from(tree, _paths(tree, folders(document.place_on_disk), broken), broken)
    if document.archive:
        found = _whole(found, document.top)
    kept = read_private(document.top)
    return answers.Answers((*found.all, *kept.all), (*found.broken, *kept.broken)) if any(kept) else found


def read_private(top: str) -> answers.Answers:
    """The answers about works of the tree *top* that the user keeps privately; their paths are whole ones."""
    folder = private_folder(top)
    if not os.path.isdir(folder):
        return answers.Answers()
    tree = FolderTree(folder, limit=LARGEST)
    broken: list[BrokenData] = []
    return _whole(read_from(tree, _paths(tree, [""], broken), broken), tree.root)


def _whole(found: answers.Answers, folder: str) -> answers.Answers:
    """*found* with whole paths: they lie in another place than the manuscript's own files."""
    home = folder.replace(os.sep, "/")
    return answers.Answers(
        tuple(each._replace(path=f"{home}/{each.path}") for each in found.all),
        tuple(BrokenData(f"{home}/{error.path}".rstrip("/"), error.line, error.text) for error in found.broken),
    )


def private_folder(top: str) -> str:
    """Where the user keeps private answers about works of the tree *top*: under its own path in the data folder."""
    below = os.path.splitdrive(os.path.realpath(top))
    return os.path.join(config.data_folder(), "answers", below[0].strip(":\\/"), below[1].strip(os.sep))


def read_from(tree: Tree, paths: Iterable[str], broken: list[BrokenData]) -> answers.Answers:
    """The answers at *paths* of *tree*; what cannot be relied on joins *broken*."""
    files: list[tuple[str, str]] = []
    left = MOST_BYTES
    for path in paths:
        try:
            content = tree.read(path)
            left -= len(content)
            if left < 0:
                broken.append(BrokenData(path, 1, _TOO_MUCH.fill(most=MOST_BYTES // 1024 // 1024)))
                break
            files.append((path, content.decode("utf-8")))
        except Unreadable as error:
            broken.append(BrokenData(path, 1, error.text))
        except UnicodeDecodeError as error:
            broken.append(BrokenData(path, error.object[: error.start].count(b"\n") + 1, _NOT_UTF8))
    found = answers.read(files)
    return found._replace(broken=(*broken, *found.broken))


def _paths(tree: FolderTree, places: Iterable[str], broken: list[BrokenData]) -> Iterator[str]:
    for folder in places:
        if not is_inside(os.path.join(tree.root, folder), tree.root):
            broken.append(BrokenData(folder, 1, OUTSIDE))
            continue
        try:
            with os.scandir(os.path.join(tree.root, folder)) as entries:
                names = [
                    entry.name
                    for _, entry in zip(range(MOST * 10), entries, strict=False)
                    if entry.name.endswith(".toml")
                ]
        except NotADirectoryError:
            broken.append(BrokenData(folder, 1, _NO_FOLDER))
            continue
        except OSError:
            continue
        if len(names) > MOST:
            broken.append(BrokenData(folder, 1, _TOO_MANY.fill(most=MOST)))
        yield from (posixpath.join(folder, name) for name in sorted(names)[:MOST])


def folder_for(document: Document) -> str:
    """The folder (relative to the tree) a new answer goes to: the nearest that is there, else beside the document.

    For a document in an archive it is a whole path: its tree is the archive.
    """
    near = folders(document.place_on_disk)
    found = next((folder for folder in near if _is_there(document, folder)), near[0])
    return f"{document.top}/{found}".replace(os.sep, "/") if document.archive else found


def is_shared(document: Document) -> bool:
    """Whether some folder for answers stands beside the document already, or above it."""
    return any(_is_there(document, folder) for folder in folders(document.place_on_disk))


def _is_there(document: Document, folder: str) -> bool:
    return os.path.isdir(os.path.join(document.top, posixpath.dirname(folder)))
