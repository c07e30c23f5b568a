"""From a document's path to its `Manuscript`."""

from __future__ import annotations

import os
import sys

from askfirst import documents
from askfirst.documents import Document
from askfirst.errors import Failure
from askfirst.files import LARGEST, FolderTree, WithText, too_large
from askfirst_checks.light import TYPE_CHECKING, Literal
from askfirst_checks.model import Manuscript, Tree, Unreadable
from askfirst_checks.readers import module_name, reader_for
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from askfirst.config import HouseClass

NO_READER = Text("there is no reader for this kind of file", "für diese Art von Datei gibt es kein Leseprogramm")


def read(
    document: Document,
    tree: Tree | None = None,
    references: Literal["matter", "all"] = "matter",
    classes: Sequence[HouseClass] = (),
) -> Manuscript:
    """What *document* says, with the macros of *classes*. Raises `Failure` where it cannot be opened at all."""
    reader = reader_for(document.path)
    if reader is None:
        raise Failure(NO_READER, document.place())
    more = {"house": [line for each in classes for line in each.macros]} if classes and _is_latex(document) else {}
    try:
        manuscript: Manuscript = reader.read(tree or tree_of(document), document.path, references=references, **more)
    except Unreadable as error:
        raise Failure(error.text, document.place()) from error
    if not manuscript.sources.get(document.path):
        _refuse_unread(manuscript, document)
    return manuscript


def classes_for(document: Document) -> tuple[HouseClass, ...]:
    """The house classes in the settings that hold for *document*. Raises `Failure` and `BrokenData`."""
    from askfirst import config

    return config.find(os.path.dirname(os.path.join(document.top, document.path))).classes


def _is_latex(document: Document) -> bool:
    return module_name(document.path) == "latex"


def tree_of(document: Document) -> Tree:
    """The files that *document* stands among: those of its folder on disk, or of its archive. Raises `Unreadable`."""
    if document.archive:
        from askfirst import archives

        return archives.tree(os.path.join(document.top, document.archive))
    return FolderTree(document.top)


def _refuse_unread(manuscript: Manuscript, document: Document) -> None:
    """Raise `Failure` where *document* itself could not be opened: readers of small formats make a note of it."""
    for problem in manuscript.problems:
        if problem.kind == "file" and problem.subject == document.path:
            raise Failure(problem.says, document.place())


def on_standard_input(name: str) -> tuple[Document, WithText]:
    """The document that *name* stands for, and its tree with what standard input holds. Raises `Failure`."""
    document = documents.one(name, exists=False)
    content = sys.stdin.buffer.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Failure(too_large(LARGEST), name)
    return document, WithText(FolderTree(document.top), document.path, content)
