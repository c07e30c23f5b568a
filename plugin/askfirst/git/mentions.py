"""Files whose names say nothing: whether a manuscript takes them in, by ``\\input`` or ``\\usepackage``, or a link."""

from __future__ import annotations

import os
import re

from askfirst.git.repository import Repository, git

_SPECIAL = re.compile(rb"[][\\.*^$+?(){}|]")
_PICTURES = re.compile(r"\.(pdf|png|jpe?g|gif|tiff?|bmp|webp|eps|svg|zip|gz|npy|h5|mp4)$", re.IGNORECASE)
_BEFORE = rb'([{,/"]|\\(input|include)[[:space:]])[[:space:]]*'
TAKEN_IN = ("sty", "cls", "clo", "inc", "def", "cfg", "ins", "tikz", "txt")
"""endings that say nothing by themselves, and that manuscripts take in by name"""
TAKES_IN = ("tex", "ltx", "latex", "rnw", "snw", "bbl", *TAKEN_IN)
"""endings of files in which others are taken in by name"""
_PLACES = ["--", *(f":(icase,top)*.{ending}" for ending in TAKES_IN)]
_AT_ONCE = 50
"""commits whose files are searched in one call"""


def readable(paths: list[str]) -> list[str]:
    """*paths* without pictures and archives, which no manuscript reads as text."""
    return [path for path in paths if not _PICTURES.search(path)]


def has_links(repository: Repository, commit: str = "") -> bool:
    """Whether the index, or *commit*, holds a symbolic link. Raises `GitError`."""
    listed = ["ls-tree", "-r", "-z", "--full-tree", commit] if commit else ["ls-files", "--stage", "-z"]
    listing = git(listed, cwd=repository.top)
    return listing.startswith(b"120000") or b"\x00120000" in listing


def in_index(repository: Repository, paths: list[str]) -> bool:
    """Whether a staged file takes in one that is named like one of *paths*. Raises `GitError`."""
    return bool(_grep(repository, ["--cached"], paths))


def in_commits(repository: Repository, touched: dict[str, list[str]]) -> set[str]:
    """Those of the commits in *touched* in which a file takes in one named like a path that any of them touches."""
    commits, found = list(touched), set()
    paths = sorted({path for each in touched.values() for path in each})
    for start in range(0, len(commits), _AT_ONCE):
        said = _grep(repository, commits[start : start + _AT_ONCE], paths)
        found |= {line.partition(b":")[0].decode("ascii", "replace") for line in said.split(b"\0") if line}
    return found


def _grep(repository: Repository, where: list[str], paths: list[str]) -> bytes:
    patterns = {_BEFORE + stem for path in paths if (stem := _stem(path))}
    if not patterns:
        return b""
    given = b"\n".join(sorted(patterns)) + b"\n"
    search = ["grep", "-l", "-z", "-I", "-E", "-f", "-"]
    inside = ["--cached"] if where == ["--cached"] else []
    revisions = [] if inside else where
    return git([*search, *inside, *revisions, *_PLACES], cwd=repository.top, given=given, fine=(0, 1))


def _stem(path: str) -> bytes:
    name = os.fsencode(path.rpartition("/")[2])
    stem = name[: name.rfind(b".")] if name.rfind(b".") > 0 else name
    return b"" if b"\n" in stem else _SPECIAL.sub(rb"\\\g<0>", stem)
