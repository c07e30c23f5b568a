"""Papers and author lists in XML: JATS (journals), TEI (GROBID, HAL), INSPIRE's ``author.xml`` of collaborations."""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import Manuscript, Problem, Span, Tree
from askfirst_checks.readers.author_block.author_list import AuthorList
from askfirst_checks.readers.source.decoding import read_text
from askfirst_checks.readers.xml_papers import inspire, jats, tei
from askfirst_checks.readers.xml_papers.front import Front
from askfirst_checks.readers.xml_papers.nodes import Element, NotRead, root_of
from askfirst_checks.words import Text

_KINDS = {"article": jats, "TEI": tei, "teiCorpus": tei, "collaborationauthorlist": inspire}
_CUT_SHORT = Text(
    "has more elements than are read of one file, or ends in the middle; what stands behind them was not read",
    "hat mehr Elemente, als von einer Datei gelesen werden, oder bricht ab; was dahinter steht, wurde nicht gelesen",
)
_NOT_READ = Text(
    "could not be read as XML; save it again without entities of its own, and check that",
    "ließ sich nicht als XML lesen; bitte ohne eigene Entitäten speichern und diese Datei prüfen",
)


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """The authors of *path*; XML of another kind has none, and is no manuscript."""
    into = AuthorList(path, "xml")
    text, problems = read_text(tree, path)
    into.problems.extend(problems)
    start = Span(path, 1, 1, 1, 1)
    try:
        root, whole = root_of(text, tei.SKIPPED if "<biblFull" in text else jats.SKIPPED | tei.REFERENCES)
    except NotRead:
        unread = (*problems, Problem("no-authors", _NOT_READ, start, path)) if text else problems
        return Manuscript(
            path, "xml", has_author_block=bool(text), author_block=start, problems=unread, sources={path: text}
        )
    kind = _KINDS.get(root.name)
    if kind is None:
        return Manuscript(path, "xml", problems=problems, sources={path: text})
    if not whole:
        into.problem("bound", _CUT_SHORT, start, path)
    front: Front = kind.front(root, into)
    listed = _listed(root, into)
    lines = text.split("\n")
    manuscript = into.manuscript(
        "\n".join(lines[: front.last_line]), listed, front.title, front.abstract, front.keywords
    )
    return manuscript._replace(sources={path: text})


def _listed(root: Element, into: AuthorList) -> Span | None:
    """Where the authors stand; None where the file names none and nothing was cut off."""
    if into.people or into.problems or not into.without_affiliations:
        return root.span(into.path)._replace(end_line=root.line, end_column=root.column)
    return None
