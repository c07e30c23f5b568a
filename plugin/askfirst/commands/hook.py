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

SUMMARY = Text("ask before a commit or a push", "vor einem Commit oder Push fragen")
_HELP = {
    "what": Text(
        "install, uninstall or status; run is what the hook itself calls, with its kind and paths",
        "install, uninstall oder status; run ruft der Hook selbst auf, mit seiner Art und Pfaden",
    ),
    "push": Text("before a push instead of before a commit", "vor einem Push statt vor einem Commit"),
    "shared": Text(
        "install in a hooks folder that other repositories use too",
        "auch in einem Hook-Ordner einrichten, den andere Repositorien mitbenutzen",
    ),
    "advise": Text("for run: ask, and never fail", "für run: fragen und nie scheitern"),
}
_INSTALLED = Text("{path} asks from now on.", "{path} fragt von jetzt an.")
_CHAINED = Text("The hook that was there before runs first.", "Der Hook, der schon da war, läuft zuerst.")
_REMOVED = Text("{path} is gone.", "{path} ist entfernt.")
_RESTORED = Text(
    "{path} is gone, and what was there before is back.", "{path} ist entfernt, und was vorher da war, ist zurück."
)
_NONE = Text("{path}: no hook of askfirst.", "{path}: kein Hook von askfirst.")
_OTHER = Text("{path}: a hook that is not askfirst's.", "{path}: ein Hook, der nicht von askfirst ist.")
_WHAT = Text("askfirst hook takes install, uninstall or status", "askfirst hook nimmt install, uninstall oder status")
_OURS = Text("{path}: askfirst asks.", "{path}: askfirst fragt.")

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
    from askfirst.cli import failed

    try:
        _ask(names, language)
    except Exception as error:  # it advises and never fails: what went wrong is said all the same
        failed(error, language or from_environment())
    return 0


def _manage(what: str, arguments: Namespace, repository: Repository, language: str) -> int:
    from askfirst.errors import Failure
    from askfirst.git import hooks

    kind: Kind = "pre-push" if arguments.pre_push else "pre-commit"
    if what == "install":
        try:
            installed = hooks.install(repository, kind, shared=arguments.shared)
        except hooks.HookError as error:
            raise Failure(error.text) from error
        _say(_INSTALLED.fill(path=installed.path), language)
        if installed.chained:
            _say(_CHAINED, language)
    elif what == "uninstall":
        for each in (kind,) if arguments.pre_push else hooks.KINDS:
            there = hooks.status(repository, each)
            if hooks.uninstall(repository, each):
                _say((_RESTORED if there.chained else _REMOVED).fill(path=there.path), language)
    else:
        for each in hooks.KINDS:
            now = hooks.status(repository, each)
            said = _OURS if now.ours else _OTHER if now.other else _NONE
            _say(said.fill(path=now.path), language)
    return 0


def _say(text: Text, language: str) -> None:
    from askfirst.formats.clean import clean

    print(clean(text.said(language)))


def _ask(names: list[str], language: str | None) -> int:
    from askfirst.git import changes, running
    from askfirst.git.repository import here

    if running.skipped(language):
        return 0
    repository, pushed = here(), running.framework_push()
    if pushed or names[:1] == ["pre-push"]:
        pushes = [pushed] if pushed else changes.pushes(sys.stdin.read())
        return running.before_push(repository, pushes, language)
    return running.before_commit(repository, names[1:], language)
