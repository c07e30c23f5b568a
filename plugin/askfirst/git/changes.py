"""Which paths a commit or a push touches, and whether any of them is askfirst's business."""

from __future__ import annotations

import re

from askfirst.git import mentions
from askfirst.git.repository import Repository, git, paths
from askfirst_checks.light import NamedTuple
from askfirst_checks.readers.file_kinds import name_pattern

_BY_NAME = (
    f"{name_pattern()}"
    r"|(^|/)(askfirst|askfirst-profile|pyproject)\.toml$"
    r"|(^|/)\.askfirst/"
)
"""Paths that can change an answer: manuscripts, bibliographies, author lists, configuration, answers."""
RELEVANT = rf"{_BY_NAME}|\.({'|'.join(mentions.TAKEN_IN)})$"
"""What a framework is to hand over: those, and endings that manuscripts take in; whether one does is looked up then."""

_relevant = re.compile(_BY_NAME, re.IGNORECASE).search
_NAMES = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"]
MOST_COMMITS = 200
"""commits of one push that are read, the newest first, of those that touch a path that can matter"""
_MOST_LISTED = 100_000
_NOTHING = re.compile(r"0+")
_NAMED = re.compile(r"[^\s*?\[\\:~^]+")
"""a remote's name: git takes a pattern, and an address is none (gitglossary, git-check-ref-format)"""


class Push(NamedTuple):
    """One line that git gives a pre-push hook."""

    local: str
    """object id that leaves"""
    remote: str
    """object id the other side has, all zeros for a new branch"""


def relevant(touched: list[str]) -> list[str]:
    """Those of *touched* that can change an answer."""
    return [path for path in touched if _relevant(path)]


def in_index(repository: Repository) -> list[str]:
    """Paths that can matter and that the next commit adds, changes or deletes (a rename counts as both).

    A path whose name says nothing can matter where a manuscript takes it in, or where links lead to it.
    """
    touched = paths(git(["diff", "--cached", *_NAMES], cwd=repository.top))
    ours = relevant(touched)
    if len(ours) == len(touched):
        return ours
    others = [path for path in mentions.readable(touched) if not _relevant(path)]
    if others and (mentions.in_index(repository, others) or mentions.has_links(repository)):
        return ours + others
    return ours


def pushes(said: str) -> list[Push]:
    """What git writes to a pre-push hook's standard input, deletions of a remote branch left out."""
    found = []
    for line in said.split("\n"):  # a branch may be named with another kind of line end
        parts = line.rsplit(" ", 3)
        if len(parts) == 4 and not _NOTHING.fullmatch(parts[1]):
            found.append(Push(parts[1], parts[3]))
    return found


def between(repository: Repository, before: str, after: str) -> list[str]:
    """Relevant paths in which the commit *after* differs from *before*. Raises `GitError`."""
    return relevant(paths(git(["diff", *_NAMES, "--end-of-options", before, after], cwd=repository.top)))


def leaving(repository: Repository, push: Push, remote: str = "") -> list[tuple[str, list[str]]]:
    """The commits that *push* takes along to *remote*, newest first, each with the paths it touches that can matter.

    Only commits that touch one are listed; who reads them stops at `MOST_COMMITS` and says so.
    """
    if _NOTHING.fullmatch(push.remote) or not _have(repository, push.remote):
        options, excluded = _not_on(remote), []
    else:
        options, excluded = [], [f"^{push.remote}"]
    listed = git(
        ["rev-list", f"--max-count={_MOST_LISTED}", *options, "--end-of-options", push.local, *excluded],
        cwd=repository.top,
    )
    return _touching(repository, listed) if listed.strip() else []


def _not_on(remote: str) -> list[str]:
    """Options of rev-list that leave out what *remote* has: what lies on another one has not been there yet.

    A remote without a name, an address, has no branches here that tell; without a word of git's, any remote counts.
    """
    if not remote:
        return ["--not", "--remotes", "--not"]
    return ["--not", f"--remotes={remote}", "--not"] if _NAMED.fullmatch(remote) else []


def _touching(repository: Repository, listed: bytes) -> list[tuple[str, list[str]]]:
    said = paths(git(["diff-tree", "--stdin", "-r", "-m", "--root", *_NAMES], cwd=repository.top, given=listed))
    touched = _by_commit(said, set(listed.decode("ascii").split()))
    others = {
        commit: rest
        for commit, each in touched.items()
        if (rest := [path for path in mentions.readable(each) if not _relevant(path)])
    }
    taken_in: set[str] = set()
    if others:
        newest = next(iter(touched))
        linked = mentions.has_links(repository, newest)
        taken_in = set(others) if linked else mentions.in_commits(repository, others)
    found = []
    for commit, each in touched.items():
        if ours := relevant(each) + (others[commit] if commit in taken_in and commit in others else []):
            found.append((commit, ours))
    return found


def _by_commit(said: list[str], commits: set[str]) -> dict[str, list[str]]:
    """What ``diff-tree --stdin -z`` prints: a commit's id, then the paths, again for each parent of a merge."""
    found: dict[str, dict[str, None]] = {}
    current: dict[str, None] = {}
    for each in said:
        if each in commits:
            current = found.setdefault(each, {})
        else:
            current[each] = None
    return {commit: list(each) for commit, each in found.items()}


def _have(repository: Repository, commit: str) -> bool:
    said = git(["cat-file", "--batch-check"], cwd=repository.top, given=commit.encode() + b"\n")
    return b" commit " in said
