"""The hook file: written beside what is there already, and removed without a trace."""

from __future__ import annotations

import os
import shlex
import sys

from askfirst.git.repository import Repository
from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.words import Text

Kind = Literal["pre-commit", "pre-push"]
KINDS: tuple[Kind, ...] = ("pre-commit", "pre-push")

_MARK = "# askfirst: this file was written by `askfirst hook install`; `askfirst hook uninstall` removes it."
_CHAINED = ".before-askfirst"
_GLOBS = (
    *(
        "*.tex",
        "*.ltx",
        "*.latex",
        "*.rnw",
        "*.snw",
        "*.bib",
        "*.bbl",
        "*.md",
        "*.markdown",
        "*.qmd",
        "*.rmd",
        "*CITATION.cff",
    ),
    *("*metadata.yaml", "*metadata.yml", "*myst.yml", "*_quarto.yml"),
    *("*author*.csv", "*author*.tsv", "*author*.toml"),
    *("*askfirst.toml", "*askfirst-profile.toml", "*pyproject.toml", "*.askfirst/*"),
)

_SCRIPT = r"""#!/bin/sh
{mark}
python={python}
before="$0{chained}"
{run_before}
case ",$(printf %s "${{SKIP-}}" | tr -d ' ')," in
*,askfirst,*) echo 'askfirst: skipped (SKIP=askfirst)' >&2; exit 0 ;;
esac
{early}if [ ! -x "$python" ]; then
    echo "askfirst: $python is gone. Install askfirst again and run: askfirst hook install" >&2
    echo "askfirst: for this once: SKIP=askfirst git ..." >&2
    exit 1
fi
{call}
"""
_COMMIT = _SCRIPT.replace("{run_before}", 'if [ -x "$before" ]; then "$before" "$@" || exit $?; fi').replace(
    "{call}", 'exec "$python" -P -m askfirst hook run pre-commit'
)
_PUSH = _SCRIPT.replace(
    "{run_before}",
    """leaving=$(cat)
if [ -x "$before" ]; then printf '%s\\n' "$leaving" | "$before" "$@" || exit $?; fi""",
).replace("{call}", """printf '%s\\n' "$leaving" | "$python" -P -m askfirst hook run pre-push""")


class HookError(Exception):
    """The hook could not be written or removed. `text` is the sentence for a person."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Installed(NamedTuple):
    """What stands in the hooks folder for one kind of hook."""

    path: str
    ours: bool
    chained: bool
    """a hook that was there before runs first"""
    other: bool
    """a hook is there, and it is not ours"""


def script(kind: Kind, python: str) -> str:
    """The hook file: *python* pinned by path, and no Python at all where nothing relevant is staged."""
    globs = " ".join(shlex.quote(f":(icase,top){glob}") for glob in _GLOBS)
    early = f"git diff --cached --quiet --no-ext-diff --ignore-submodules=all -- {globs} && exit 0\n"
    body = _COMMIT if kind == "pre-commit" else _PUSH
    return body.format(
        mark=_MARK, python=shlex.quote(python), chained=_CHAINED, early=early if kind == "pre-commit" else ""
    )


def status(repository: Repository, kind: Kind) -> Installed:
    """What is there now."""
    path = os.path.join(repository.hooks, kind)
    there, ours = os.path.lexists(path), _ours(path)
    return Installed(path, ours, ours and os.path.lexists(path + _CHAINED), there and not ours)


def install(repository: Repository, kind: Kind, *, shared: bool = False) -> Installed:
    """Write the hook; one that is there already is kept and runs first. Raises `HookError`.

    *shared* allows a hooks folder outside this repository (``core.hooksPath``), which other repositories use too.
    """
    if not shared and not _inside(repository):
        raise HookError(
            Text(
                f"core.hooksPath points to {repository.hooks}, which other repositories may share; "
                "--shared installs the hook there all the same",
                f"core.hooksPath zeigt auf {repository.hooks}, das andere Repositorien mitbenutzen können; "
                "--shared richtet den Hook trotzdem dort ein",
            )
        )
    before = status(repository, kind)
    try:
        os.makedirs(repository.hooks, exist_ok=True)
        if before.other:
            _keep(before.path)
        _write(before.path, script(kind, sys.executable))
    except OSError as error:
        raise _failed(error) from error
    return status(repository, kind)


def uninstall(repository: Repository, kind: Kind) -> bool:
    """Remove our hook and put back what was there before it; False where there is none of ours."""
    now = status(repository, kind)
    if not now.ours:
        return False
    try:
        if now.chained:
            os.replace(now.path + _CHAINED, now.path)
        else:
            os.unlink(now.path)
    except OSError as error:
        raise _failed(error) from error
    return True


def _keep(path: str) -> None:
    chained = path + _CHAINED
    if os.path.lexists(chained):
        raise HookError(
            Text(
                f"{path} and {chained} are both there and neither is askfirst's: which one is to run first?",
                f"{path} und {chained} sind beide da, und keiner ist von askfirst: Welcher soll zuerst laufen?",
            )
        )
    os.rename(path, chained)


def _write(path: str, text: str) -> None:
    half = f"{path}.{os.getpid()}.askfirst"
    try:
        with open(half, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write(text)
        os.chmod(half, 0o755)  # noqa: S103  a hook is run by git
        os.replace(half, path)
    finally:
        if os.path.lexists(half):
            os.unlink(half)


def _ours(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return _MARK.encode() in file.read(4096)
    except OSError:
        return False


def _inside(repository: Repository) -> bool:
    hooks = os.path.realpath(repository.hooks)
    return any(
        os.path.commonpath([hooks, home]) == home
        for home in (os.path.realpath(repository.top), os.path.realpath(repository.common))
    )


def _failed(error: OSError) -> HookError:
    where = error.filename or ""
    return HookError(Text(f"{where}: {error.strerror}", f"{where}: {error.strerror}"))
