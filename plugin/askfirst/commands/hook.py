"""``askfirst hook``: install the git hook, remove it, tell what is there, and run as one."""

from __future__ import annotations

import os
import sys

from askfirst.language import from_environment
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst.git.hooks import Kind
    from askfirst.git.repository import Repository

SUMMARY = Text("ask before a commit, a merge and a push", "vor Commit, Merge und Push fragen")
_HELP = {
    "what": Text(
        "install, uninstall or status; run is what the hook itself calls, with its kind and paths",
        "install, uninstall oder status; run ruft der Hook selbst auf, mit seiner Art und Pfaden",
    ),
    "push": Text("only before a push", "nur vor einem Push"),
    "shared": Text(
        "install in a hooks folder that other repositories use too",
        "auch in einem Hook-Ordner einrichten, den andere Repositorien mitbenutzen",
    ),
    "advise": Text("install or run a hook that asks and never stops", "ein Hook, der fragt und nie aufhält"),
}
_INSTALLED = Text("installed: {path}", "eingerichtet: {path}")
_ADVISING = Text("installed, asks and never stops: {path}", "eingerichtet, fragt und hält nie auf: {path}")
_CHAINED = Text("  the hook that was there before runs first", "  der Hook, der schon da war, läuft zuerst")
_NEXT = Text("askfirst hook status shows what is asked when.", "askfirst hook status zeigt, wann gefragt wird.")
_REMOVED = Text("removed: {path}", "entfernt: {path}")
_RESTORED = Text(
    "removed, and what was there before is back: {path}", "entfernt, und was vorher da war, ist zurück: {path}"
)
_NONE = Text("There is no hook of askfirst here.", "Hier gibt es keinen Hook von askfirst.")
_WHAT = Text("askfirst hook takes install, uninstall or status", "askfirst hook nimmt install, uninstall oder status")

USUAL = {"pre_push": False, "shared": False, "advise": False}
"""what is not given on the command line"""


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    said = {key: text.said(language) for key, text in _HELP.items()}
    parser.add_argument("paths", nargs="*", metavar="WHAT", help=said["what"])
    parser.add_argument("--pre-push", action="store_true", help=said["push"])
    parser.add_argument("--shared", action="store_true", help=said["shared"])
    parser.add_argument("--advise", action="store_true", help=said["advise"])


def run(arguments: Namespace) -> int:
    """Do what was asked; ``run`` gives 1 where a question is open."""
    from askfirst.errors import Failure
    from askfirst.git.repository import GitError, find

    what, *names = arguments.paths or [""]
    try:
        if what == "run":
            return _advise(names, arguments.lang) if arguments.advise else _ask(names, arguments.lang)
        if what not in ("install", "uninstall", "status") or names:
            raise Failure(_WHAT)
        return _manage(what, arguments, find(os.getcwd()), arguments.lang or from_environment())
    except GitError as error:
        raise Failure(error.text) from error


def _advise(names: list[str], language: str | None) -> int:
    from askfirst.errors import failed

    try:
        _ask(names, language)
    except Exception as error:  # it advises and never fails: what went wrong is said all the same
        failed(error, language or from_environment())
    return 0


def _manage(what: str, arguments: Namespace, repository: Repository, language: str) -> int:
    from askfirst.errors import Failure
    from askfirst.git import hooks

    kinds: tuple[Kind, ...] = ("pre-push",) if arguments.pre_push else hooks.KINDS
    try:
        if what == "install":
            _install(repository, kinds, arguments, language)
        elif what == "uninstall":
            _uninstall(repository, kinds, language)
        else:
            _status(repository, language)
    except hooks.HookError as error:
        raise Failure(error.text) from error
    return 0


def _install(repository: Repository, kinds: tuple[Kind, ...], arguments: Namespace, language: str) -> None:
    from askfirst.git import hooks

    for kind in kinds:  # before anything is written
        hooks.refuse(repository, kind, shared=arguments.shared)
    for kind in kinds:
        installed = hooks.install(repository, kind, shared=arguments.shared, advise=arguments.advise)
        _say((_ADVISING if arguments.advise else _INSTALLED).fill(path=installed.path), language)
        if installed.chained:
            _say(_CHAINED, language)
    _say(_NEXT, language)


def _uninstall(repository: Repository, kinds: tuple[Kind, ...], language: str) -> None:
    from askfirst.git import hooks

    removed = False
    for kind in kinds:
        there = hooks.status(repository, kind)
        if hooks.uninstall(repository, kind):
            removed = True
            _say((_RESTORED if there.chained else _REMOVED).fill(path=there.path), language)
    if not removed:
        _say(_NONE, language)


def _status(repository: Repository, language: str) -> None:
    from askfirst.formats import gates as words
    from askfirst.git import gates, hooks, remotes

    standing = [gates.gate(repository, kind) for kind in hooks.KINDS]
    told = [words.Standing(gate.kind, gate.path, gate.by, gate.chained) for gate in standing]
    own = remotes.own_remotes()
    for line in words.render(told, remotes.settings_file(), own, remotes.never_own(own)):
        _say(line, language)


def _say(text: Text, language: str) -> None:
    from askfirst.formats.clean import clean

    print(clean(text.said(language)))


def _ask(names: list[str], language: str | None) -> int:
    from askfirst.git import changes, running
    from askfirst.git.repository import here

    if running.skipped(language):
        return 0
    repository, pushed = here(), running.framework_push()
    kind, *given = names or ["pre-commit"]
    if kind == "post-merge":
        return running.afterwards(repository, language, "merged")
    if kind == "post-rewrite":
        _said()
        return running.afterwards(repository, language, "rebased") if given[:1] == ["rebase"] else 0
    if pushed:
        return running.before_push(repository, [pushed], language, running.framework_remote())
    if kind == "pre-push":
        to = running.Destination(*given[:2])
        return running.before_push(repository, changes.pushes(_said()), language, to)
    verb = "merge" if kind == "pre-merge-commit" else "commit"
    return running.before_commit(repository, given, language, verb)


def _said() -> str:
    """What git writes to the hook; a branch may be named in no encoding at all."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")
    return sys.stdin.read()
