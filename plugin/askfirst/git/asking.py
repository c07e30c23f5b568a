"""From what git holds to reports: which documents the touched paths belong to, and what is open in them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Sequence

from askfirst import answer_files, checking, config
from askfirst.documents import HEAD, Document, Found, is_latex, is_one
from askfirst.errors import Failure
from askfirst.formats.fingerprint import fingerprint
from askfirst.git.trees import GitTree
from askfirst.pointers import ANNEXED
from askfirst.reading import read
from askfirst_checks.answers import Answers
from askfirst_checks.model import Unreadable
from askfirst_checks.readers import module_name
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

MOST_CANDIDATES = 2000
"""files of one commit that are looked into for a document, LaTeX apart"""
MOST_LATEX = 10_000

_NARROW = ("latex", "markdown.front_matter", "tables.csv_authors", None)
"""readers of files that bear on nothing but themselves, or that only LaTeX takes in"""
_SETTINGS = ("askfirst.toml", "pyproject.toml", config.PROFILE)


def settings(tree: GitTree, folder: str) -> config.Settings:
    """The settings that the tree itself holds for *folder*: those of the nearest file upwards. Raises `BrokenData`."""
    found = config.Settings()
    for place in _upwards(folder):
        for name in _SETTINGS[:2]:
            path = posixpath.join(place, name)
            if text := _text(tree, path):
                if name == "pyproject.toml" and "[tool.askfirst" not in text:
                    continue
                return config.parsed(path, text)
    return found


def context(tree: GitTree, top: str) -> tuple[checking.Context, config.Settings]:
    """What holds for a run on *tree*: its own settings and profile, else the user's profile. Raises `BrokenData`."""
    found = settings(tree, "")
    inside = posixpath.normpath(found.profile) if found.profile else config.PROFILE
    chosen = inside if inside in tree.entries else found.profile and os.path.join(top, found.profile)
    chosen = chosen or config.user_profile()

    def text_of(path: str) -> str:
        return _text(tree, path) if path in tree.entries else checking.text_on_disk(path)

    at_home = found._replace(profile=chosen, file=found.file and os.path.join(top, found.file))
    return checking.context(at_home, text_of=text_of), found


def documents(tree: GitTree, top: str, touched: Sequence[str]) -> Found:
    """The documents in *tree* that *touched* can belong to, LaTeX and the nearest first.

    Only LaTeX takes in other files by name, so that the rest counts where it is touched itself, or where an answer,
    a bibliography, a setting or a deleted file may bear on everything.
    """
    near, own = {posixpath.dirname(path) for path in touched}, set(touched)
    broad = any(_is_broad(path, tree) for path in touched)
    possible = [path for path in tree.entries if _possible(path) and (broad or is_latex(path) or path in own)]
    possible.sort(key=lambda path: (not is_latex(path), _distance(posixpath.dirname(path), near), path))
    latex = sum(map(is_latex, possible))
    near_enough = [*possible[: min(latex, MOST_LATEX)], *possible[latex:][:MOST_CANDIDATES]]
    looked = [Document(top, path) for path in near_enough if _is_document(tree, path)]
    return Found(tuple(looked), (top,) if len(near_enough) < len(possible) else ())


def _is_document(tree: GitTree, path: str) -> bool:
    size = None if is_latex(path) else HEAD  # a preamble may be long; its class is found by one search
    return is_one(posixpath.basename(path), lambda: _head(tree, path, size))


def unread(tree: GitTree, touched: Sequence[str]) -> dict[str, Text]:
    """Those of *touched* that could hold a manuscript and that nobody can read here, each with the reason."""
    found = {}
    for path in touched:
        if path not in tree.entries or not (_possible(path) or path.endswith(".bib")):
            continue
        try:
            tree.read(path)
        except Unreadable as error:
            if not tree.is_link(path) or error.text == ANNEXED:
                found[path] = error.text
    return found


def open_in(tree: GitTree, document: Document, context: checking.Context) -> set[str]:
    """Fingerprints of the questions that are open about *document* in *tree*, judged today."""
    if not tree.exists(document.path):
        return set()
    try:
        manuscript = read(document, tree, classes=context.classes)
    except Failure:
        return set()
    then = checking.judged(document, manuscript, answers(tree, document), context).outcome
    return {fingerprint(then, finding) for finding in then.report.questions if finding.state == "open"}


def asked(
    tree: GitTree,
    among: Sequence[Document],
    touched: Sequence[str],
    context: checking.Context,
    answering: GitTree | None = None,
) -> Iterator[checking.Checked]:
    """One outcome for each document that reads one of *touched*, or whose answers or settings they change.

    *answering* holds the answers, where that is another tree: on a push, the newest commit answers for the older ones.
    """
    paths = set(touched)
    for document in among:
        try:
            manuscript = read(document, tree, classes=context.classes)
        except Failure:  # `unread` names it, where it is touched
            continue
        if paths & reached(tree, manuscript.sources) or any(_bears_on(path, document.path, tree) for path in paths):
            yield checking.judged(document, manuscript, answers(answering or tree, document), context)


def reached(tree: GitTree, sources: Iterable[str]) -> set[str]:
    """The paths of *sources*, and those that their links lead over."""
    found: set[str] = set()
    for path in sources:
        try:
            found.update(tree.resolved(path))
        except Unreadable:
            found.add(path)
    return found


def answers(tree: GitTree, document: Document) -> Answers:
    """The answers that *tree* holds for *document*, and those that the user keeps privately."""
    folders = answer_files.folders(document.path)
    at = [path for path in sorted(tree.entries) if posixpath.dirname(path) in folders and path.endswith(".toml")]
    broken: list[BrokenData] = []
    found, kept = answer_files.read_from(tree, at[: answer_files.MOST], broken), answer_files.read_private(document.top)
    return Answers((*found.all, *kept.all), (*found.broken, *kept.broken)) if any(kept) else found


def _bears_on(path: str, document: str, tree: GitTree) -> bool:
    if path not in tree.entries:  # deleted: nobody can say any more who read it
        return True
    name, folder = posixpath.basename(path), posixpath.dirname(path)
    above = _upwards(posixpath.dirname(document))
    if name in _SETTINGS:
        return folder in above
    home, marker, _ = path.rpartition(".askfirst/")
    return bool(marker) and home.rstrip("/") in above


def _upwards(folder: str) -> list[str]:
    places = [folder]
    while places[-1]:
        places.append(posixpath.dirname(places[-1]))
    return places


def _distance(folder: str, near: set[str]) -> int:
    if folder in near:
        return 0
    return 1 if any(place.startswith(folder and folder + "/") for place in near) else 2


def _possible(path: str) -> bool:
    inside_answers = path.startswith(".askfirst/") or "/.askfirst/" in path
    return not inside_answers and module_name(path) not in (None, "bibtex")


def _is_broad(path: str, tree: GitTree) -> bool:
    name = posixpath.basename(path)
    return path not in tree.entries or name in _SETTINGS or ".askfirst/" in path or module_name(path) not in _NARROW


def _head(tree: GitTree, path: str, size: int | None = HEAD) -> bytes:
    try:
        return tree.read(path)[:size]
    except Unreadable:
        return b""


def _text(tree: GitTree, path: str) -> str:
    try:
        return tree.read(path).decode("utf-8", "replace") if path in tree.entries else ""
    except Unreadable:
        return ""
