"""The author list of a whole project in YAML: Manubot's ``metadata.yaml``, ``myst.yml``, ``_quarto.yml``."""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Span, Tree
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.markdown.front_matter import document
from askfirst_checks.readers.source.decoding import read_text
from askfirst_checks.readers.yaml.nodes import TOO_MUCH, Node
from askfirst_checks.readers.yaml.recovery import read_yaml

_CAP = 1_000_000
_WITHIN = ("project", "book", "metadata")


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The people of *path*, at the top or where MyST and Quarto books keep them; settings without authors have none."""
    into = AuthorList(path, "markdown")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    root, problems = read_yaml(text[:_CAP], path)
    into.problems.extend(problems)
    if len(text) > _CAP:
        into.problem("bound", TOO_MUCH, Span(path, 1, 1, 1, 1), path)
    root = root or Node(Span(path, 1, 1, 1, 1))
    inner = next((node for key in _WITHIN if (node := root.get(key)) and node.get("authors", "author")), None)
    return document(inner if inner and root.get("authors", "author") is None else root, text, into)
