"""What lies in a repository in place of a text: pointers of Git LFS and git-annex, and what git-crypt has encrypted."""

from __future__ import annotations

import os

from askfirst_checks.words import Text

_LFS = Text(
    "holds only a pointer of Git LFS, and not the text", "enthält nur einen Verweis von Git LFS, nicht den Text"
)
ANNEXED = Text(
    "holds only a pointer of git-annex, and not the text", "enthält nur einen Verweis von git-annex, nicht den Text"
)
_CRYPT = Text("is encrypted by git-crypt and cannot be read", "ist mit git-crypt verschlüsselt und nicht lesbar")
_BEGINNINGS = (
    (b"version https://git-lfs.github.com/spec/", _LFS),
    (b"/annex/objects/", ANNEXED),
    (b"\0GITCRYPT\0", _CRYPT),
)
"""https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md; https://git-annex.branchable.com/internals/pointer_file/;
git-crypt's commands.cpp"""
_STARTS = tuple(beginning for beginning, _ in _BEGINNINGS)


def in_place_of_text(content: bytes) -> Text | None:
    """Why *content*, a file or its beginning, is not the text of that file; None where it is."""
    if not content.startswith(_STARTS):
        return None
    return next(text for beginning, text in _BEGINNINGS if content.startswith(beginning))


def is_annexed(target: str) -> bool:
    """Whether a link to *target* leads into git-annex, which keeps the content there, or somewhere else."""
    return "/annex/objects/" in target.replace(os.sep, "/")
