"""``CITATION.cff`` (Citation File Format 1.2.0): its authors, and those of its preferred citation."""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Span, Tree
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.markdown.front_matter import document
from askfirst_checks.readers.source.decoding import read_text
from askfirst_checks.readers.yaml.nodes import TOO_MUCH, Node
from askfirst_checks.readers.yaml.recovery import read_yaml

_CAP = 2_000_000


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The people of *path*; an entity among the authors is its own affiliation."""
    into = AuthorList(path, "cff")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    root, problems = read_yaml(text[:_CAP], path)
    into.problems.extend(problems)
    if len(text) > _CAP:
        into.problem("bound", TOO_MUCH, Span(path, 1, 1, 1, 1), path)
    return document(_with_all_authors(root or Node(Span(path, 1, 1, 1, 1))), text, into)


def _with_all_authors(root: Node) -> Node:
    """*root* with the authors of the preferred citation after its own, each person once, entities with affiliation."""
    own = _people(root)
    known = {_identity(one) for one in own}
    cited = [one for one in _people(root.get("preferred-citation")) if _identity(one) not in known]
    everybody = tuple(_affiliated(one) for one in (*own, *cited))
    if not everybody:
        return root
    listed = Node(everybody[0].span, items=everybody, kind="list")
    return root._replace(pairs=(("authors", listed), *((key, value) for key, value in root.pairs if key != "authors")))


def _affiliated(one: Node) -> Node:
    """An entity (``name``, no family name) stands for itself: its name and address are its affiliation."""
    name = one.get("name")
    if name is None or one.get("affiliation", "family-names", "given-names") is not None:
        return one
    return one._replace(pairs=(*one.pairs, ("affiliation", name)))


def _people(node: Node | None) -> tuple[Node, ...]:
    listed = node.get("authors") if node else None
    return tuple(one for one in listed.items if one.kind == "mapping") if listed else ()


def _identity(one: Node) -> str:
    return " ".join(one.said(key).lower() for key in ("given-names", "family-names", "name"))
