"""Which paths a commit or a push touches, and whether any of them is askfirst's business."""

from __future__ import annotations

import re

from askfirst.git.repository import Repository, git, paths
from askfirst_checks.light import NamedTuple

RELEVANT = (
    r"\.(tex|ltx|latex|rnw|snw|bib|bbl|md|markdown|qmd|rmd)$"
    r"|(^|/)(CITATION\.cff|metadata\.ya?ml|myst\.yml|_quarto\.yml)$"
    r"|(^|/)[^/]*author[^/]*\.(csv|tsv|toml)$"
    r"|(^|/)(askfirst|askfirst-profile|pyproject)\.toml$"
    r"|(^|/)\.askfirst/"
)
"""Paths that can change an answer: manuscripts, bibliographies, author lists, configuration, answers."""

_relevant = re.compile(RELEVANT, re.IGNORECASE).search
_NAMES = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"]
_MOST_COMMITS = 200
_NOTHING = re.compile(r"0+")


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
    """Relevant paths that the next commit adds, changes or deletes (a rename counts as both)."""
    return relevant(paths(git(["diff", "--cached", *_NAMES], cwd=repository.top)))


def pushes(said: str) -> list[Push]:
    """What git writes to a pre-push hook's standard input, deletions of a remote branch left out."""
    found = []
    for line in said.splitlines():
        parts = line.rsplit(" ", 3)
        if len(parts) == 4 and not _NOTHING.fullmatch(parts[1]):
            found.append(Push(parts[1], parts[3]))
    return found


def leaving(repository: Repository, push: Push) -> list[tuple[str, list[str]]]:
    """The commits that *push* takes along, newest first, each with the relevant paths it touches.

    Only commits that touch one are listed; at most 200 commits are looked at, the newest first.
    """
    known = ["--not", "--remotes"] if _NOTHING.fullmatch(push.remote) else [f"^{push.remote}"]
    if known[0].startswith("^") and not _have(repository, push.remote):
        known = ["--not", "--remotes"]
    listed = git(["rev-list", f"--max-count={_MOST_COMMITS}", push.local, *known], cwd=repository.top)
    found = []
    for commit in listed.decode("ascii").split():
        touched = git(["diff-tree", "-r", "-m", "--root", "--no-commit-id", *_NAMES, commit], cwd=repository.top)
        if ours := relevant(list(dict.fromkeys(paths(touched)))):
            found.append((commit, ours))
    return found


def _have(repository: Repository, commit: str) -> bool:
    said = git(["cat-file", "--batch-check"], cwd=repository.top, given=commit.encode() + b"\n")
    return b" commit " in said
