"""YAML to nodes with places: no Python objects, no recursion, aliases shared and never expanded."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import Any, NamedTuple
from askfirst_checks.model import Problem, Span
from askfirst_checks.words import Text

_DEPTH = 40
_EVENTS = 200_000
_INVALID = Text("this is no valid YAML from here on: {why}", "ab hier kein gültiges YAML: {why}")
TOO_MUCH = Text(
    "nested more deeply, or longer, than anyone writes; read up to here",
    "tiefer verschachtelt oder länger, als jemand schreibt; bis hier gelesen",
)


class Node(NamedTuple):
    """A scalar, a list or a mapping."""

    span: Span
    text: str = ""
    """of a scalar; a null is empty"""
    items: tuple[Node, ...] = ()
    """of a list"""
    pairs: tuple[tuple[str, Node], ...] = ()
    """of a mapping, keys as written"""
    kind: str = "scalar"
    """``scalar``, ``list`` or ``mapping``"""

    def get(self, *keys: str) -> Node | None:
        """The value of the first of *keys* that a mapping has; keys agree in any case, ``_`` like ``-``."""
        for key in keys:
            for name, value in self.pairs:
                if name.lower().replace("_", "-") == key:
                    return value
        return None

    def said(self, *keys: str) -> str:
        """The text of that value, or empty."""
        node = self.get(*keys)
        return node.text if node else ""

    def each(self) -> tuple[Node, ...]:
        """Its items; a scalar or a mapping is its own only item, a null has none."""
        if self.kind == "list":
            return self.items
        return (self,) if self.text or self.pairs else ()


class _Open:
    def __init__(self, kind: str, span: Span, anchor: str | None) -> None:
        self.kind = kind
        self.span = span
        self.anchor = anchor
        self.children: list[Node] = []

    def closed(self, end: Span | None) -> Node:
        last = end or (self.children[-1].span if self.children else self.span)
        span = self.span._replace(end_line=last.end_line, end_column=last.end_column)
        if self.kind == "list":
            return Node(span, items=tuple(self.children), kind="list")
        pairs = zip(self.children[::2], self.children[1::2], strict=False)
        return Node(span, pairs=tuple((key.text, value) for key, value in pairs), kind="mapping")


class _Builder:
    def __init__(self, path: str, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self.root: Node | None = None

    def span(self, event: Any, shrink: int = 0) -> Span:
        start, end = event.start_mark, event.end_mark
        line = self._first_line
        return Span(
            self._path, start.line + line, start.column + 1 + shrink, end.line + line, max(end.column + 1 - shrink, 1)
        )

    def take(self, event: Any) -> bool:
        """Whether reading can go on."""
        name = type(event).__name__
        if name == "ScalarEvent":
            quoted = 1 if event.style in {"'", '"'} else 0
            null = event.style is None and event.value in {"~", "null", "Null", "NULL"}
            self._add(Node(self.span(event, quoted), "" if null else event.value), event.anchor)
        elif name == "AliasEvent":
            self._add(self._anchors.get(event.anchor, Node(self.span(event))), None)
        elif name in {"SequenceStartEvent", "MappingStartEvent"}:
            kind = "list" if name.startswith("Seq") else "mapping"
            self._open.append(_Open(kind, self.span(event), event.anchor))
        elif name in {"SequenceEndEvent", "MappingEndEvent"}:
            self.close()
        return len(self._open) <= _DEPTH and name != "DocumentEndEvent"

    def close(self) -> None:
        done = self._open.pop()
        self._add(done.closed(None), done.anchor)

    def close_all(self) -> None:
        while self._open:
            self.close()

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1].children.append(node)
        elif self.root is None:
            self.root = node


def nodes(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The first document of *text*; what stands before an error is kept, the error is a problem. Never raises."""
    builder = _Builder(path, first_line)
    problems: tuple[Problem, ...] = ()
    try:
        for count, event in enumerate(_events(text)):
            going = builder.take(event)
            if not going and type(event).__name__ == "DocumentEndEvent":
                break
            if not going or count > _EVENTS:
                problems = (Problem("bound", TOO_MUCH, builder.span(event), path),)
                break
    except Exception as error:  # yaml raises YAMLError, and ValueError or UnicodeError for odd characters
        problems = (_invalid(error, path, first_line),)
    builder.close_all()
    return builder.root, problems


def is_invalid(problem: Problem) -> bool:
    """Whether *problem* is broken YAML, rather than too much of it."""
    return problem.says is not TOO_MUCH


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


def _invalid(error: Exception, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    why = str(getattr(error, "problem", "") or getattr(error, "reason", "") or type(error).__name__)
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    says = _INVALID.fill(why=why)
    return Problem("markup", says, Span(path, line, column, line, column), path)
