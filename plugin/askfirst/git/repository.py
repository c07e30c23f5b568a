"""git itself, asked politely: read-only, offline, without the user's diff drivers."""

from __future__ import annotations

import os
import subprocess

from askfirst_checks.light import NamedTuple
from askfirst_checks.words import Text

_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # a push takes the objects themselves along, not what stands in for them here
    "LC_ALL": "C",
}
_SECONDS = 30
_SLOW = Text(f"git did not answer within {_SECONDS} s", f"git antwortete nicht binnen {_SECONDS} s")

_OUTSIDE_MARK = "not a git repository"
"""what git says (in English: ``LC_ALL=C``) where no folder upwards is one"""
_NO_INDEX = b"usage: git diff --no-index"
"""what git says where a repository is there and it does not want to use it"""
_NOT_YOURS = Text(
    "git does not take this folder for a repository of yours: does it belong to somebody else (git status says so), or "
    "does GIT_DIR point elsewhere?",
    "git sieht in diesem Ordner kein Repositorium von Ihnen: Gehört er jemand anderem (git status sagt es), oder zeigt "
    "GIT_DIR anderswohin?",
)
_OUTSIDE = Text("this folder is in no git repository", "dieser Ordner liegt in keinem git-Repositorium")


class GitError(Exception):
    """git could not answer. `text` is the sentence for a person."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Repository(NamedTuple):
    """One work tree."""

    top: str
    """absolute path of the work tree's root"""
    hooks: str
    """absolute path of the folder git takes hooks from (``core.hooksPath``, worktrees included)"""
    common: str
    """absolute path of the git directory that all worktrees share"""


def git(arguments: list[str], *, cwd: str, given: bytes | None = None, fine: tuple[int, ...] = (0,)) -> bytes:
    """What ``git ARGUMENTS`` prints; raises `GitError` where it fails, is missing, or takes over half a minute.

    *fine* are the exit codes of success.
    """
    command = ["git", "-c", "protocol.allow=never", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(
            command, cwd=cwd, input=given, capture_output=True, env=surroundings(), timeout=_SECONDS, check=False
        )
    except FileNotFoundError as error:
        raise GitError(Text("git was not found", "git wurde nicht gefunden")) from error
    except subprocess.TimeoutExpired as error:
        raise GitError(_SLOW) from error
    if done.returncode not in fine:
        why = _reason(os.fsdecode(done.stderr)) or f"exit {done.returncode}"
        if _OUTSIDE_MARK in why.lower():
            raise GitError(_OUTSIDE)
        if _NO_INDEX in done.stderr:
            raise GitError(_NOT_YOURS)
        raise GitError(Text(f"git {arguments[0]}: {why}", f"git {arguments[0]}: {why}"))
    return done.stdout


def surroundings() -> dict[str, str]:
    """The environment in which git is asked, by every process alike."""
    return {**os.environ, **_QUIET}


def _reason(said: str) -> str:
    """The line of git's complaint that says why: the last fatal one, else the first; what follows may be its usage."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    return (fatal[-1:] or lines[:1] or [""])[0]


def here() -> Repository:
    """The work tree whose root the current folder is, as git starts a hook; else `find`."""
    top = os.getcwd()
    return Repository(top, "", "") if os.path.lexists(".git") else find(top)


def find(cwd: str) -> Repository:
    """The work tree around *cwd*; raises `GitError` outside of one and in a bare repository."""
    questions = [["--show-toplevel"], ["--git-path", "hooks"], ["--git-common-dir"]]
    said = _lines(git(["rev-parse", *(part for question in questions for part in question)], cwd=cwd))
    if len(said) != len(questions):  # a path holds a line break: ask one by one
        said = [os.fsdecode(git(["rev-parse", *question], cwd=cwd)).removesuffix("\n") for question in questions]
    return Repository(*(os.path.normpath(os.path.join(cwd, part)) for part in said))


def _lines(said: bytes) -> list[str]:
    return os.fsdecode(said).removesuffix("\n").split("\n")


def paths(listing: bytes) -> list[str]:
    """The paths of a ``-z`` listing; bytes that are no text survive as surrogates (os.fsdecode)."""
    return [os.fsdecode(part) for part in listing.split(b"\0") if part]
