"""The hook file: written beside what is there already, and removed without a trace."""

from __future__ import annotations

import os
import re
import shlex
import sys

from askfirst.files import read_regular
from askfirst.git.mentions import TAKES_IN
from askfirst.git.repository import Repository
from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.model import Unreadable
from askfirst_checks.readers.file_kinds import globs
from askfirst_checks.words import Text

Kind = Literal["pre-commit", "pre-merge-commit", "pre-push", "post-merge", "post-rewrite"]
KINDS: tuple[Kind, ...] = ("pre-commit", "pre-merge-commit", "pre-push", "post-merge", "post-rewrite")
"""The first three stop; git runs the last two when a fast-forward or a rebase is over, so they only ask."""

_MARK = "# askfirst: this file was written by `askfirst hook install`; `askfirst hook uninstall` removes it."
_CHAINED = ".before-askfirst"
_GLOBS = (*globs(), "*askfirst.toml", "*askfirst-profile.toml", "*pyproject.toml", "*.askfirst/*")

_PICTURES = (
    "pdf",
    "png",
    "jpg",
    "jpeg",
    "gif",
    "tif",
    "tiff",
    "bmp",
    "webp",
    "eps",
    "svg",
    "zip",
    "gz",
    "npy",
    "h5",
    "mp4",
)
"""endings of files that no manuscript reads as text"""
_INCLUDED = r"""elsewhere() {{
    git ls-files --stage | grep -q '^120000' && return 0
    git diff --cached --name-only -z --no-renames --no-ext-diff --ignore-submodules=all -- . {pictures} | tr '\0' '\n' |
        sed -e 's#.*/##' -e 's#\(.\)\.[^.]*$#\1#' -e '/^$/d' -e 's/[][\.*^$+?(){{}}|]/\\&/g' \
            -e 's#^#([{{,/"]|\\\\(input|include)[[:space:]])[[:space:]]*#' |
        LC_ALL=C git grep --cached -q -I -E -f - -- {places}
}}
git diff --cached --quiet --no-ext-diff --ignore-submodules=all -- {globs} && ! elsewhere && exit 0
"""

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
    exit {gone}
fi
{call}
"""
_RUN = """"$python" -P -m askfirst hook {advise}run {kind}"""
_PLAIN = ("""if [ -x "$before" ]; then "$before" "$@" || exit $?; fi""", "exec " + _RUN + """ "$@\"""")
_GIVEN = (
    """given=$(cat)
if [ -x "$before" ]; then printf '%s\\n' "$given" | "$before" "$@" || exit $?; fi""",
    """printf '%s\\n' "$given" | """ + _RUN + """ "$@\"""",
)
_READS_INPUT = ("pre-push", "post-rewrite")
_EARLY = ("pre-commit", "pre-merge-commit")
_ADVISES = b"askfirst hook --advise run "


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
    advises: bool = False
    """ours asks, and never stops"""


def script(kind: Kind, python: str, *, advise: bool = False) -> str:
    """The hook file: *python* pinned by path, and no Python at all where nothing relevant is staged."""
    globs = " ".join(shlex.quote(f":(icase,top){glob}") for glob in _GLOBS)
    early = _INCLUDED.format(
        globs=globs, pictures=_without(_PICTURES), places=" ".join(f"':(icase,top)*.{ending}'" for ending in TAKES_IN)
    )
    before, call = _GIVEN if kind in _READS_INPUT else _PLAIN
    return _SCRIPT.format(
        mark=_MARK,
        python=shlex.quote(python),
        chained=_CHAINED,
        run_before=before,
        early=early if kind in _EARLY else "",
        gone=0 if advise else 1,
        call=call.format(kind=kind, advise="--advise " if advise else ""),
    )


def _without(endings: tuple[str, ...]) -> str:
    return " ".join(f"':(exclude,icase,top)*.{ending}'" for ending in endings)


def status(repository: Repository, kind: Kind) -> Installed:
    """What is there now."""
    path = os.path.join(repository.hooks, kind)
    there, ours = os.path.lexists(path), _ours(path)
    advises = ours and _ADVISES in _head(path)
    return Installed(path, ours, ours and os.path.lexists(path + _CHAINED), there and not ours, advises)


def interpreter(path: str) -> str:
    """The Python that our hook file *path* calls; empty where it names none."""
    found = re.search(r"^python=(.+)$", _head(path).decode("utf-8", "replace"), re.MULTILINE)
    words = shlex.split(found[1]) if found else []
    return words[0] if words else ""


def install(repository: Repository, kind: Kind, *, shared: bool = False, advise: bool = False) -> Installed:
    """Write the hook; one that is there already is kept and runs first. Raises `HookError`.

    *shared* allows a hooks folder outside this repository (``core.hooksPath``), which other repositories use too.
    """
    refuse(repository, kind, shared=shared)
    before = status(repository, kind)
    try:
        os.makedirs(repository.hooks, exist_ok=True)
        half = _written(before.path, script(kind, sys.executable, advise=advise))
        try:
            if before.other:
                _keep(before.path)
            os.replace(half, before.path)
        finally:
            if os.path.lexists(half):
                os.unlink(half)
    except OSError as error:
        if before.other:
            _back(before.path)
        raise _failed(error) from error
    return status(repository, kind)


def refuse(repository: Repository, kind: Kind, *, shared: bool = False) -> None:
    """Raise `HookError` where the hook cannot be installed; nothing has been touched then."""
    if not shared and not _inside(repository):
        raise HookError(_SHARED.fill(hooks=repository.hooks))
    now = status(repository, kind)
    if os.path.isdir(now.path) and not os.path.islink(now.path):
        raise HookError(_FOLDER.fill(path=now.path))
    if now.other and os.path.lexists(now.path + _CHAINED):
        raise HookError(_WHICH.fill(path=now.path, chained=now.path + _CHAINED))


def uninstall(repository: Repository, kind: Kind) -> bool:
    """Remove our hook and put back what was there before it; False where there is none of ours. Raises `HookError`."""
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


_SHARED = Text(
    "core.hooksPath points to {hooks}, which other repositories may share; "
    "--shared installs the hook there all the same",
    "core.hooksPath zeigt auf {hooks}, das andere Repositorien mitbenutzen können; "
    "--shared richtet den Hook trotzdem dort ein",
)
_FOLDER = Text("{path} is a folder; git needs a file there", "{path} ist ein Ordner; git braucht dort eine Datei")
_WHICH = Text(
    "{path} and {chained} are both there and neither is askfirst's: which one is to run first?",
    "{path} und {chained} sind beide da, und keiner ist von askfirst: Welcher soll zuerst laufen?",
)


def _keep(path: str) -> None:
    """Give the hook that is there its second name; where the file system can, it never loses the first one."""
    try:
        os.link(path, path + _CHAINED, follow_symlinks=False)
    except (OSError, NotImplementedError):
        os.rename(path, path + _CHAINED)


def _back(path: str) -> None:
    """Undo `_keep`, as far as it came."""
    chained = path + _CHAINED
    if os.path.lexists(path) and os.path.lexists(chained):
        os.unlink(chained)
    elif os.path.lexists(chained):
        os.rename(chained, path)


def _written(path: str, text: str) -> str:
    half = f"{path}.{os.getpid()}.askfirst"
    try:
        with open(half, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            file.write(text)
        os.chmod(half, 0o755)  # noqa: S103  a hook is run by git
    except OSError:
        if os.path.lexists(half):
            os.unlink(half)
        raise
    return half


def _head(path: str) -> bytes:
    try:
        return read_regular(path, limit=64 * 1024)
    except Unreadable:
        return b""


def _ours(path: str) -> bool:
    return _MARK.encode() in _head(path)[:4096]


def _inside(repository: Repository) -> bool:
    hooks = os.path.realpath(repository.hooks)
    return any(
        os.path.commonpath([hooks, home]) == home
        for home in (os.path.realpath(repository.top), os.path.realpath(repository.common))
    )


def _failed(error: OSError) -> HookError:
    where = error.filename or ""
    return HookError(Text(f"{where}: {error.strerror}", f"{where}: {error.strerror}"))
