"""Typst documents read in memory, as short text."""

from __future__ import annotations

from tests.checks.readers.helpers import Files

from askfirst_checks.model import Manuscript
from askfirst_checks.readers import typst


def read(text: str, **others: str) -> Manuscript:
    """The document *text*; *others* are files beside it, ``__`` for a dot."""
    tree = Files.of("paper.typ", text)
    for name, content in others.items():
        tree.files[name.replace("__", ".")] = content.encode()
    return typst.read(tree, "paper.typ")


def told(text: str, **others: str) -> dict[str, list[str]]:
    """Who works where, by name."""
    seen = read(text, **others)
    return {person.name: [seen.affiliations[place].text for place in person.affiliations] for person in seen.authors}


def mails(text: str) -> dict[str, list[str]]:
    """The e-mail addresses of each author."""
    return {person.name: [address.text for address in person.addresses] for person in read(text).authors}
