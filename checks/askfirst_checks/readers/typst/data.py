"""Data files that a Typst document loads (YAML, TOML, JSON), as the values that it has of them."""

from __future__ import annotations

from askfirst_checks.light import Any
from askfirst_checks.readers.source.mapped_text import Source
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.typst.values import NONE, Content, Entry, Map, Seq, Value
from askfirst_checks.readers.yaml.nodes import Node

_LONGEST = 300_000


def loaded(kind: str, source: Source) -> Value:
    """The data in *source*; what is broken is left out."""
    if kind == "toml":
        return _toml(source)
    from askfirst_checks.readers.yaml.recovery import read_yaml

    root, _ = read_yaml(source.text[:_LONGEST].replace("\t", " "), source.path)
    if root is None:
        return NONE
    starts = [0]
    for line in source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return _of_node(root, source, starts)


def _of_node(node: Node, source: Source, starts: list[int]) -> Value:
    start = starts[min(node.span.line, len(starts)) - 1] + node.span.column - 1
    if node.kind == "list":
        return Seq(tuple(_of_node(item, source, starts) for item in node.items))
    if node.kind == "mapping":
        at = Bit("", source, start, start)
        return Map(tuple(Entry(key, at, _of_node(value, source, starts)) for key, value in node.pairs))
    end = starts[min(node.span.end_line, len(starts)) - 1] + node.span.end_column - 1
    return Content((Bit(node.text, source, start, max(start, end)),)) if node.text else Content()


def _toml(source: Source) -> Value:
    import tomllib

    from askfirst_checks.toml_bounds import beyond

    text = source.text[:_LONGEST]
    try:
        values = {} if beyond(text) else tomllib.loads(text)
    except (ValueError, RecursionError):
        return NONE
    return _of_plain(values, source)


def _of_plain(value: Any, source: Source) -> Value:
    if isinstance(value, dict):
        return Map(tuple(Entry(key, _found(key, source), _of_plain(one, source)) for key, one in value.items()))
    if isinstance(value, list):
        return Seq(tuple(_of_plain(one, source) for one in value))
    return Content((_found(str(value), source),)) if isinstance(value, str | int) and str(value) else Content()


def _found(text: str, source: Source) -> Bit:
    at = max(source.text.find(text), 0)
    return Bit(text, source, at, at + len(text))
