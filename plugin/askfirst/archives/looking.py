"""Which documents an archive holds, and what in it is not read."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from functools import partial

from askfirst.archives import Named, tree
from askfirst.archives.tree import ArchiveTree
from askfirst.documents import PASSED_OVER, Document, Found, document, is_one
from askfirst.errors import MISUSE, Failure
from askfirst.other_kinds import is_archive, step_for
from askfirst_checks.model import Unreadable
from askfirst_checks.readers.file_kinds import kind_of


def look(found: Named) -> Found:
    """The documents of an archive, or the one that was named. Raises `Failure` where it cannot be opened."""
    if found.member:
        return Found((member(found),))
    held = _opened(found)
    outer = _outer(found)
    documents: list[Document] = []
    hidden: list[Document] = []
    unread, others = [], []
    for path in sorted(held.members.files):
        here = outer._replace(path=path)
        try:
            is_document = is_one(posixpath.basename(path), partial(held.read, path))
        except Unreadable as error:
            unread.append(Failure(error.text, here.place()))
            continue
        if is_document:
            (hidden if _is_passed_over(path) else documents).append(here)
        elif not _is_passed_over(path) and (((step := step_for(path)) and step.is_written_in) or is_archive(path)):
            others.append(here.place())
    if held.members.rest:
        unread.append(Failure(held.members.rest, found.archive))
    unread.extend(_refused(held, outer))
    return Found(
        tuple(documents),
        hidden=tuple(each.place() for each in hidden[:1]),
        unread=tuple(unread),
        other_kinds=tuple(others),
    )


def member(found: Named) -> Document:
    """The document that was named in an archive. Raises `Failure`."""
    held, outer = _opened(found), _outer(found)
    here = outer._replace(path=found.member)
    if kind_of(found.member) is None:
        from askfirst.other_kinds import NESTED, READ

        step = step_for(found.member)
        says = NESTED if is_archive(found.member) else step.says if step else READ
        raise Failure(says, here.place(), code=MISUSE)
    try:
        held.read(found.member)
    except Unreadable as error:
        raise Failure(error.text, here.place(), code=MISUSE) from error
    return here


def _opened(found: Named) -> ArchiveTree:
    try:
        return tree(found.archive)
    except Unreadable as error:
        raise Failure(error.text, found.archive, code=MISUSE) from error


def _outer(found: Named) -> Document:
    folder, name = os.path.split(os.path.abspath(found.archive))
    own = document(os.path.join(os.path.realpath(folder), name))
    return own._replace(archive=own.path)


def _refused(held: ArchiveTree, outer: Document) -> Iterator[Failure]:
    """Manuscripts by their names that are links, too large or lead out: said, for one of them could be the one."""
    for path, why in held.members.refused.items():
        if kind_of(path) is not None:
            yield Failure(why, outer._replace(path=path).place())


def _is_passed_over(path: str) -> bool:
    """Whether a folder of *path* is one that is passed over on disk, too, or the Finder's."""
    folders = path.split("/")[:-1]
    return any(each.startswith(".") or each in PASSED_OVER or each == "__MACOSX" for each in folders)
