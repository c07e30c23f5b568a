"""The hook at work: before a commit it reads the index, before a push the commits that leave. It never prompts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from askfirst import checking
from askfirst.documents import Document
from askfirst.errors import NOTHING_OPEN
from askfirst.formats.command import quoted
from askfirst.formats.hook import Told
from askfirst.git import asking, changes, gates, remotes, telling
from askfirst.git.repository import GitError, Repository, git
from askfirst.git.trees import committed, staged
from askfirst.language import from_environment
from askfirst_checks.light import NamedTuple
from askfirst_checks.words import Text

_SKIPPED = Text("skipped (SKIP=askfirst)", "übersprungen (SKIP=askfirst)")
_LONG = Text(
    "{n} older commits of this push touch manuscripts and were not read. Push in steps, the older ones first: "
    "git push {remote} {commit}:{branch}",
    "{n} ältere Commits dieses Pushs berühren Manuskripte und wurden nicht gelesen. Bitte in Schritten pushen, "
    "die älteren zuerst: git push {remote} {commit}:{branch}",
)


Leaving = list[tuple[str, list[str]]]


class Destination(NamedTuple):
    """Where a push goes, as git says it: the remote's name and its address."""

    name: str = ""
    url: str = ""


def skipped(language: str | None) -> bool:
    """Whether ``SKIP`` names askfirst, as the pre-commit framework has it; says so."""
    if "askfirst" not in os.environ.get("SKIP", "").replace(" ", "").split(","):
        return False
    sys.stderr.write(f"askfirst: {_SKIPPED.said(language or from_environment())}\n")
    return True


def before_commit(repository: Repository, paths: Sequence[str], language: str | None, verb: str = "commit") -> int:
    """Ask about what is staged; *paths* (from the current folder) are those that the framework hands over besides.

    The framework leaves out deleted files, and an answer that is deleted opens its question again. What was open in
    HEAD already does not stop, unless no push of this repository is asked about.
    """
    given = changes.relevant([_from_top(repository, path) for path in paths])
    touched = list(dict.fromkeys([*given, *changes.in_index(repository)]))
    if not touched:
        return NOTHING_OPEN
    with staged(repository) as tree:
        context, settings = asking.context(tree, repository.top)
        found = asking.documents(tree, repository.top, touched)
        told = Told(verb, unread=asking.unread(tree, touched), notices=context.notices)
        known, seen, hints = _head(repository, context), set[str](), list[Text]()
        for checked in asking.asked(tree, found.documents, touched, context):
            told = telling.sort(told, checked, seen, known=known, waiting_stops=False)
            hints += telling.unstaged(tree, checked, context, verb)
    gate = bool(told.earlier or told.unread) and not gates.push_stops(repository)
    told = told._replace(hints=tuple(hints))
    return telling.report(told, language or settings.language, found.cut_short, gate=gate)


def before_push(
    repository: Repository, pushes: Iterable[changes.Push], language: str | None, to: Destination | None = None
) -> int:
    """Ask about every commit that leaves; the answers of the newest one hold for all of them.

    Branches that take the same commits along are one question.
    """
    apart = dict.fromkeys(pushes)
    return max((_push(repository, push, language, to or Destination()) for push in apart), default=NOTHING_OPEN)


def afterwards(repository: Repository, language: str | None, verb: str) -> int:
    """Ask about what a fast-forward or a rebase brought in, when it is over: it never stops anything.

    Only questions that the branch did not have before (``ORIG_HEAD``) are asked.
    """
    try:
        touched = changes.between(repository, "ORIG_HEAD", "HEAD")
    except GitError:  # nothing to compare with: a first branch
        return NOTHING_OPEN
    if not touched:
        return NOTHING_OPEN
    with committed(repository, "HEAD") as tree:
        context, settings = asking.context(tree, repository.top)
        found = asking.documents(tree, repository.top, touched)
        told = Told(verb, unread=asking.unread(tree, touched), notices=context.notices)
        known, seen = _head(repository, context, "ORIG_HEAD"), set[str]()
        for checked in asking.asked(tree, found.documents, touched, context):
            told = telling.sort(told, checked, seen, known=known, waiting_stops=False)
    telling.report(told._replace(earlier=(), waiting=()), language or settings.language, found.cut_short)
    return NOTHING_OPEN


def framework_push() -> changes.Push | None:
    """What the pre-commit framework says of a push, which takes standard input for itself.

    Of a push that takes a whole history along it names no commits, only the branch and the remote.
    """
    after = os.environ.get("PRE_COMMIT_TO_REF", "")
    if not after and framework_remote().url:
        return changes.Push(os.environ.get("PRE_COMMIT_LOCAL_BRANCH") or "HEAD", "0" * 40)
    return changes.Push(after, os.environ.get("PRE_COMMIT_FROM_REF") or "0" * 40) if after else None


def framework_remote() -> Destination:
    """Where the pre-commit framework says that a push goes."""
    return Destination(os.environ.get("PRE_COMMIT_REMOTE_NAME", ""), os.environ.get("PRE_COMMIT_REMOTE_URL", ""))


def _head(repository: Repository, context: checking.Context, revision: str = "HEAD") -> telling.Known:
    """What was open in *revision*, looked up only for documents with an open question."""

    def known(document: Document) -> set[str]:
        if not git(["rev-parse", "--verify", "--quiet", revision], cwd=repository.top, fine=(0, 1)).strip():
            return set()
        with committed(repository, revision) as tree:
            return asking.open_in(tree, document, context)

    return known


def _push(repository: Repository, push: changes.Push, language: str | None, to: Destination) -> int:
    leaving = changes.leaving(repository, push, to.name)
    if not leaving:
        return NOTHING_OPEN
    waiting_stops = not remotes.is_own(to.url, remotes.own_remotes())
    cut: dict[str, None] = {}
    seen, hints = set[str](), list(_too_long(leaving, to, repository))
    with committed(repository, push.local) as newest:
        context, settings = asking.context(newest, repository.top)
        told = Told("push", notices=context.notices)
        for commit, touched in leaving[: changes.MOST_COMMITS]:
            with committed(repository, commit) as tree:
                among = asking.documents(tree, repository.top, touched)
                cut |= dict.fromkeys(among.cut_short)
                told = told._replace(unread={**told.unread, **asking.unread(tree, touched)})
                for checked in asking.asked(tree, among.documents, touched, context, newest):
                    told = telling.sort(told, checked, seen, waiting_stops=waiting_stops)
                    hints += telling.unstaged(newest, checked, context, "push")
    told = told._replace(hints=tuple(hints))
    return telling.report(told, language or settings.language, tuple(cut), gate=True)


def _too_long(leaving: Leaving, to: Destination, repository: Repository) -> tuple[Text, ...]:
    older = leaving[changes.MOST_COMMITS :]
    if not older:
        return ()
    branch = git(["rev-parse", "--abbrev-ref", "HEAD"], cwd=repository.top).decode("utf-8", "replace").strip()
    step = older[max(0, len(older) - changes.MOST_COMMITS)][0]
    where = quoted(f"refs/heads/{branch}")
    return (_LONG.fill(n=len(older), remote=quoted(to.name or "origin"), commit=step[:12], branch=where),)


def _from_top(repository: Repository, path: str) -> str:
    real = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
    return os.path.relpath(real, os.path.realpath(repository.top)).replace(os.sep, "/")
