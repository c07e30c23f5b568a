"""The people of a deposit in JSON: Zenodo's ``.zenodo.json`` and CodeMeta's ``codemeta.json``.

JSON is read as the YAML it is, for the places of the words. Sources: Zenodo's REST documentation (``creators``,
``contributors``: ``name`` as "Family, Given", ``affiliation``, ``orcid``); CodeMeta 3.0 (``author``, ``contributor``:
``givenName``, ``familyName``, ``email``, ``affiliation`` as text or Organization, ``@id``).
"""

from __future__ import annotations

import re

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Problem, Span, Tree
from askfirst_checks.readers.author_block.author_list import NO_AUTHORS, AuthorList
from askfirst_checks.readers.markdown.front_matter import document
from askfirst_checks.readers.source.decoding import read_text
from askfirst_checks.readers.yaml.nodes import Node
from askfirst_checks.readers.yaml.recovery import read_yaml

_CAP = 1_000_000
_PEOPLE = ("creators", "creator", "author", "contributors", "contributor")
_KEYS = {"givenname": "given", "familyname": "family", "@id": "orcid", "description": "abstract", "name": "title"}
_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The people of *path*; an organisation among them is its own affiliation."""
    into = AuthorList(path, "json")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    root, problems = read_yaml(_as_yaml(text[:_CAP]), path)
    into.problems.extend(problems)
    manuscript = document(_with_authors(root or Node(Span(path, 1, 1, 1, 1))), text, into)
    if manuscript.authors or not (problems or len(text) > _CAP):
        return manuscript
    here = problems[0].span if problems else Span(path, 1, 1, 1, 1)
    unread = Problem("no-authors", NO_AUTHORS, here, path)
    return manuscript._replace(has_author_block=True, author_block=here, problems=(*manuscript.problems, unread))


def _as_yaml(text: str) -> str:
    """JSON that YAML reads: no tabs between values, no halves of characters."""
    return _HALF.sub("\\\\ufffd", _SURROGATES.sub(_character, text)).replace("\t", " ")


def _character(halves: re.Match[str]) -> str:
    return (bytes.fromhex(halves[1]) + bytes.fromhex(halves[2])).decode("utf-16-be")


def _with_authors(root: Node) -> Node:
    people = tuple(_person(one) for key in _PEOPLE for one in _each(root.get(key)))
    kept = tuple((_KEYS.get(key.lower(), key), value) for key, value in root.pairs if key.lower() not in _PEOPLE)
    if not people:
        return root._replace(pairs=kept)
    return root._replace(pairs=(("authors", Node(people[0].span, items=people, kind="list")), *kept))


def _each(node: Node | None) -> tuple[Node, ...]:
    return tuple(one for one in node.each() if one.kind == "mapping") if node else ()


def _person(one: Node) -> Node:
    """*one* with the keys that the YAML reader knows; "Family, Given" turned round."""
    name, place = one.get("name"), one.get("affiliation", "affiliations")
    pairs = [(_KEYS.get(key.lower(), key) if key.lower() != "name" else key, value) for key, value in one.pairs]
    if name is not None and one.said("@type").lower() == "organization" and place is None:
        return one._replace(pairs=(*pairs, ("affiliation", name)))
    if name is not None and name.text.count(",") == 1:
        family, given = (part.strip() for part in name.text.split(","))
        pairs = [(key, value._replace(text=f"{given} {family}") if key == "name" else value) for key, value in pairs]
    return one._replace(pairs=tuple(pairs))
