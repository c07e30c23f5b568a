"""BibTeX and BibLaTeX: the entries that can matter, each with its place, a broken one never hiding another."""

from __future__ import annotations

from typing import Literal

from askfirst_checks.model import Bibliography, Manuscript, Problem, Tree


def bibliography(
    tree: Tree, path: str, family_names: frozenset[str] | None
) -> tuple[Bibliography, dict[str, str], tuple[Problem, ...]]:
    """The bibliography at *path*, the decoded source by its path, and what could not be read.

    *family_names* (in any spelling; compared by `names.normalise.plain`) choose the entries that are read: those with
    such an author, and those that print an affiliation. None reads every entry.
    A file that cannot be read is a problem of kind ``file`` and an empty bibliography. Never raises.
    """
    raise NotImplementedError


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """A .bib as a document of its own; ``matter`` reads the entries that print an affiliation or an address."""
    raise NotImplementedError
