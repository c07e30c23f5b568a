"""What is set up here, and whether it works: each part in one line, looked at without the network."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec

from askfirst.errors import Failure
from askfirst_checks.light import NamedTuple
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text, same

ADDON = "askfirst@askfirst.org.xpi"
EXTRAS = {"audit": "duckdb", "online": "requests"}
EDITORS = ("code", "codium", "nvim", "emacs", "hx", "kate", "texstudio")
_PROFILES = (
    "~/.zotero/zotero/*",
    "~/Library/Application Support/Zotero/Profiles/*",
    "~/AppData/Roaming/Zotero/Zotero/Profiles/*",
)


class Part(NamedTuple):
    """One thing that can be set up."""

    name: Text
    says: Text
    is_broken: bool = False
    """it is set up, and broken"""


_EXTRAS = Text("Extras", "Zusätze")
_INSTALLED, _NOT_INSTALLED = (
    Text("{name} is installed", "{name} ist installiert"),
    Text("{name} is not", "{name} nicht"),
)
_GIT, _SETTINGS = Text("Git hooks", "Git-Hooks"), Text("Settings", "Einstellungen")
_PROFILE, _ANSWERS = Text("Profile", "Profil"), Text("Answers", "Antworten")
_EDITOR, _ZOTERO, _LISTS = Text("Editors", "Editoren"), Text("Zotero", "Zotero"), Text("Lists", "Listen")
_NO_REPOSITORY = Text("this folder is in no repository", "dieser Ordner liegt in keinem Repositorium")
_NOBODY = Text("nobody asks; askfirst hook install", "niemand fragt; askfirst hook install")
_ASKED = Text("asked at: {moments}", "gefragt wird bei: {moments}")
_GONE = Text(
    "the hook calls {path}, which is gone; askfirst hook install",
    "der Hook ruft {path} auf, das es nicht mehr gibt; askfirst hook install",
)
_NONE = Text("none here", "hier keine")
_NO_PROFILE = Text("none in force here", "hier gilt keines")
_READ = Text("{file} can be read", "{file} ist lesbar")
_COUNTED = (Text("1 can be read", "1 ist lesbar"), Text("{n} can be read", "{n} sind lesbar"))
_FOUND = Text(
    "found here: {names}; each starts askfirst server (see the README)",
    "hier gefunden: {names}; jeder startet askfirst server (siehe README)",
)
_NO_EDITOR = Text("none of those described in the README was found", "keiner der in der README beschriebenen gefunden")
_ADDED = Text("the add-on is in {folder}", "das Add-on liegt in {folder}")
_NO_ADDON = Text("no profile with the add-on was found", "kein Profil mit dem Add-on gefunden")
_OLDEST = Text("the oldest legal list is {name}, {age}", "die älteste Rechtsliste ist {name}, {age}")
_NO_INDEX = Text(
    "the ROR index is not built; a check works without it", "der ROR-Index ist nicht gebaut; es geht auch ohne ihn"
)
_INDEX = Text("the ROR index can be read", "der ROR-Index ist lesbar")
_BAD_INDEX = Text(
    "the ROR index {path} cannot be read; askfirst lists --build-ror",
    "der ROR-Index {path} ist nicht lesbar; askfirst lists --build-ror",
)


def parts(folder: str) -> Iterator[Part]:
    """Each part, as it stands for *folder*."""
    yield Part(
        _EXTRAS,
        _joined([(_INSTALLED if find_spec(module) else _NOT_INSTALLED).fill(name=n) for n, module in EXTRAS.items()]),
    )
    yield _hooks(folder)
    yield _settings(folder)
    yield _profile(folder)
    yield _answers(folder)
    yield _editors()
    yield _zotero()
    yield from _lists()


def _joined(parts: list[Text]) -> Text:
    return Text(", ".join(part.en for part in parts), ", ".join(part.de for part in parts))


def _hooks(folder: str) -> Part:
    from askfirst.git import gates, hooks
    from askfirst.git.repository import GitError, find

    try:
        repository = find(folder)
    except GitError:
        return Part(_GIT, _NO_REPOSITORY)
    standing = [gates.gate(repository, kind) for kind in hooks.KINDS]
    for each in standing:
        if each.by in ("askfirst", "advice") and (python := hooks.interpreter(each.path)) and not _is_program(python):
            return Part(_GIT, _GONE.fill(path=same(python)), is_broken=True)
    moments = ", ".join(each.kind for each in standing if each.by not in ("nobody", "other"))
    return Part(_GIT, _ASKED.fill(moments=same(moments)) if moments else _NOBODY)


def _is_program(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)


def _settings(folder: str) -> Part:
    from askfirst import config

    try:
        file = config.find(folder).file
    except (Failure, BrokenData) as error:
        return Part(_SETTINGS, _located(error), is_broken=True)
    return Part(_SETTINGS, _READ.fill(file=same(file)) if file else _NONE)


def _located(error: Failure | BrokenData) -> Text:
    """The error with its file, and its line where it has one."""
    file, line = (error.file, error.line) if isinstance(error, Failure) else (error.path, error.line)
    place = f"{file}:{line}" if line else file
    return Text(f"{place}: {error.text.en}", f"{place}: {error.text.de}")


def _profile(folder: str) -> Part:
    from askfirst import checking, config
    from askfirst_checks.policy.profile import read_profile

    try:
        path = config.find(folder).profile
        if not path:
            return Part(_PROFILE, _NO_PROFILE)
        read_profile(path, checking.text_on_disk(path))
    except (Failure, BrokenData) as error:
        return Part(_PROFILE, _located(error), is_broken=True)
    return Part(_PROFILE, _READ.fill(file=same(path)))


def _answers(folder: str) -> Part:
    from askfirst import memory
    from askfirst.formats.phrases import number

    try:
        recalled = memory.recall(folder)
    except (Failure, BrokenData):  # the settings: said there already
        return Part(_ANSWERS, _NONE)
    if recalled.broken:
        return Part(_ANSWERS, _located(recalled.broken[0]), is_broken=True)
    return Part(_ANSWERS, number(len(recalled.answers), _COUNTED) if recalled.answers else _NONE)


def _editors() -> Part:
    from shutil import which

    found = ", ".join(name for name in EDITORS if which(name))
    return Part(_EDITOR, _FOUND.fill(names=same(found)) if found else _NO_EDITOR)


def _zotero() -> Part:
    for pattern in _PROFILES:
        for profile in glob.glob(os.path.expanduser(pattern)):
            if os.path.isfile(os.path.join(profile, "extensions", ADDON)):
                return Part(_ZOTERO, _ADDED.fill(folder=same(profile)))
    return Part(_ZOTERO, _NO_ADDON)


def _lists() -> Iterator[Part]:
    from askfirst.checking import today
    from askfirst.formats.sources import age
    from askfirst_checks.policy import load

    oldest = load().dates[0]
    yield Part(_LISTS, _OLDEST.fill(name=oldest.name, age=age(oldest.as_of, today())))
    yield _ror()


def _ror() -> Part:
    import sqlite3

    from askfirst.lists import ror_index

    path = ror_index()
    if path is None:
        return Part(_LISTS, _NO_INDEX)
    try:
        index = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        index.execute("select name from sqlite_master").fetchone()
        index.close()
    except sqlite3.Error:
        return Part(_LISTS, _BAD_INDEX.fill(path=same(path)), is_broken=True)
    return Part(_LISTS, _INDEX)


def versions() -> Text:
    """Which askfirst runs on which Python."""
    from askfirst import __version__

    return same(f"askfirst {__version__}, Python {sys.version.split()[0]}, {sys.executable}")
