"""Word: its paragraphs to light mark-up, that to the author block; positions are numbers of paragraphs."""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Tree, Unreadable
from askfirst_checks.readers.word.assembly import manuscript_of, unread
from askfirst_checks.readers.word.docx import paragraphs
from askfirst_checks.readers.word.package import Broken, Package


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The author block of *path*; a file that cannot be opened has a problem that says what to do."""
    try:
        found, whole = paragraphs(Package(tree.read(path)))
    except Unreadable as error:
        return unread(path, "word", error.text, "file")
    except Broken as error:
        return unread(path, "word", error.text, "no-authors")
    return manuscript_of(path, "word", found, whole=whole)
