"""Archives that people keep manuscripts in: an Overleaf ``.zip``, an arXiv ``.tar.gz``; read in memory, within bounds.

Nothing is written to disk, no link or device is followed, and an archive inside an archive is named, not opened.
"""

from __future__ import annotations

import os
from functools import lru_cache

from askfirst.archives.tree import ArchiveTree
from askfirst.files import FolderTree, repository_root
from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.file_kinds import ARCHIVES

_INSIDE = pattern(r"(?i)(?:(?<=\.zip|\.tar|\.tgz)|(?<=\.gz)):(?=.)")


class Named(NamedTuple):
    """An archive on disk, and the file in it that was named."""

    archive: str
    """as typed"""
    member: str = ""
    """empty where only the archive was named"""


def named(path: str) -> Named | None:
    """What *path* names, where that is an archive or ``paper.zip:main.tex``; None for anything else."""
    if os.path.isfile(path):
        return Named(path) if path.casefold().endswith(ARCHIVES) else None
    for found in _INSIDE.finditer(path):
        if os.path.isfile(path[: found.start()]):
            return Named(path[: found.start()], path[found.end() :])
    return None


def tree(archive: str) -> ArchiveTree:
    """What *archive*, a path on disk, holds. Raises `Unreadable`; of one run the last four are kept."""
    return _tree(os.path.abspath(archive))


@lru_cache(maxsize=4)
def _tree(path: str) -> ArchiveTree:
    folder, name = os.path.split(path)
    folder = os.path.realpath(folder)
    top = repository_root(folder) or folder
    content = FolderTree(top).read(os.path.relpath(os.path.join(folder, name), top))
    if name.casefold().endswith(".zip"):
        from askfirst.archives.zipped import members
    else:
        from askfirst.archives.tarred import members
    return ArchiveTree(members(content, name))
