r"""The bibliographies a manuscript names (``\bibliography``, ``\addbibresource``)."""

from __future__ import annotations

import posixpath
import re

from askfirst_checks.model import Bibliography, Person, Problem, Span, Tree
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.words import Text, same

_PARTICLE = pattern(r"\b(?:van|von|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ten|ter|zu|zur)\b.*", re.IGNORECASE)
_SUFFIX = pattern(r"[\s,]+(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_MOST = 40
_MISSING = Text("{path} could not be followed: it is not there", "{path} konnte nicht gelesen werden: sie ist nicht da")

Read = tuple[tuple[Bibliography, ...], dict[str, str], tuple[Problem, ...]]


def bibliographies(tree: Tree, gathered: Gathered, root: str, people: tuple[Person, ...], *, every: bool) -> Read:
    """All of them, their sources and problems; not *every*: only those by these people or with an affiliation."""
    named = _named(gathered, root)
    if not named:
        return (), {}, ()
    from askfirst_checks.readers import bibtex

    wanted = None if every else family_names(people)
    found: list[Bibliography] = []
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for paths, span in named[:_MOST]:
        path = next((p for p in paths if tree.exists(p)), None)
        if path is None:
            problems.append(Problem("file", _MISSING.fill(path=same(paths[0])), span, paths[0]))
            continue
        if path in sources:
            continue
        book, texts, broken = bibtex.bibliography(tree, path, wanted)
        found.append(book)
        sources.update(texts)
        problems += broken
    return tuple(found), sources, tuple(problems)


def family_names(people: tuple[Person, ...]) -> frozenset[str]:
    """Family names as a bibliography may print them: the last word, the last two, and with a particle."""
    names: set[str] = set()
    for person in people:
        words = _SUFFIX.sub("", person.name).split()
        names |= {words[-1], " ".join(words[-2:]) if len(words) > 2 else words[-1]} if words else set()
        particle = _PARTICLE.search(person.name, len(words[0]) if words else 0)
        if particle:
            names.add(particle[0])
    return frozenset(names)


def _named(gathered: Gathered, root: str) -> list[tuple[list[str], Span]]:
    out = []
    for call in gathered.calls:
        if call.role != "bibliography":
            continue
        strip = call.group(0)
        option = call.option()
        if strip is None or (option is not None and "remote" in option.text):
            continue
        span = call.strip.span(call.start, call.end)
        for written in gathered.expander.expand(strip).text.split(","):
            name = written.strip().strip('"')
            if name and "\\" not in name and "://" not in name:
                out.append((_paths(name, root, span.file), span))
    return out


def _paths(name: str, root: str, here: str) -> list[str]:
    names = [name] if name.endswith(".bib") else [name + ".bib", name]
    folders = dict.fromkeys([posixpath.dirname(root), posixpath.dirname(here), ""])
    return [posixpath.normpath(posixpath.join(folder, n)) for folder in folders for n in names]
