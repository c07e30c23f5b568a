"""The affiliations that a template is given: in words, in parts, by a label; with the marks printed before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst_checks.readers.typst.keys import key_of
from askfirst_checks.readers.typst.natives import shown
from askfirst_checks.readers.typst.scalars import Scalars
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.typst.values import Content, Entry, Map, Record, Seq, Value
from askfirst_checks.readers.yaml.nodes import Node

_POOLS = {
    "affiliations": ("affiliations", "division", "group", "laboratory", "unit"),
    "department": ("department", "dept", "division", "group", "laboratory", "unit"),
    "institution": ("institution", "institute", "organization", "organisation", "org"),
    "address": ("address", "addressline", "street", "location"),
}
"""keys of the YAML stage that print alike, where an entry has several of one kind: each is read once"""
_PARTS = frozenset({"department", "affiliations", "address", "postal-code", "city", "state", "country", "name"})


def spread(pairs: Iterable[tuple[str, Node]]) -> tuple[tuple[str, Node], ...]:
    """*pairs* with each key once: a second department is a division."""
    out: dict[str, Node] = {}
    for key, node in pairs:
        free = next((one for one in _POOLS.get(key, (key,)) if one not in out), None)
        if free is not None:
            out[free] = node
    return tuple(out.items())


def affiliation(value: Value, scalars: Scalars) -> Node:
    """The affiliations of one author: words, labels, or parts."""
    if isinstance(value, Record) and (parts := as_parts(value)):
        return _parts(parts, scalars)
    if isinstance(value, Map):
        return _parts(value, scalars)
    if isinstance(value, Seq):
        items = tuple(affiliation(item, scalars) for item in value.items)
        kept = tuple(item for item in items if item.text or item.pairs or item.items)
        return Node(kept[0].span, items=kept, kind="list") if kept else scalars.node(())
    lines = lines_of(shown(value))
    if len(lines) > 1 and all(line[0].is_raised for line in lines):
        items = tuple(_marked(line, scalars) for line in lines)
        return Node(items[0].span, items=items, kind="list")
    return scalars.node(shown(value))


def as_parts(call: Record) -> Map | None:
    """``institute("University of Examples", addr: "Bonn")`` as the dictionary that it stands for."""
    named = tuple(entry for entry in call.arguments.named if key_of(entry.key) in (*_PARTS, "email", "label"))
    if not named:
        return None
    return Map((*(Entry("institution", None, value) for value in call.arguments.positional[:1]), *named))


def labelled(value: Value, scalars: Scalars) -> Node:
    """A label that is printed as a mark."""
    node = scalars.node(tuple(bit._replace(is_raised=False) for bit in shown(value)))
    return node._replace(text=node.text.replace("\\", ""))


def defined(value: Value, scalars: Scalars) -> Node | None:
    """The affiliations that a document defines once: a list, a dictionary by label, one, or lines with marks."""
    if isinstance(value, Map):
        if _is_one(value):
            return _parts(value, scalars)
        pairs = tuple((entry.key, _whole(entry.value, scalars)) for entry in value.entries)
        return Node(pairs[0][1].span, pairs=pairs, kind="mapping") if pairs else None
    if isinstance(value, Seq):
        items = tuple(_listed(item, scalars) for item in value.items)
        return Node(items[0].span, items=items, kind="list") if items else None
    if isinstance(value, Record):
        return defined(Seq(value.arguments.positional), scalars)
    lines = lines_of(shown(value))
    if not lines:
        return None
    if not any(line[0].is_raised for line in lines):
        return scalars.node(shown(value))
    items = tuple(_marked(line, scalars) for line in lines)
    return Node(items[0].span, items=items, kind="list")


def labels_of(node: Node | None) -> frozenset[str]:
    """The labels by which authors can point to what `defined` gives."""
    if node is None:
        return frozenset()
    if node.kind == "mapping":
        return frozenset(key for key, _ in node.pairs)
    inner = {key for item in node.items if not item.get("label", "name") for key, _ in item.pairs}
    return frozenset({*(item.said("label") for item in node.items), *inner}) - {""} | frozenset(
        str(number) for number, item in enumerate(node.items, 1) if not item.said("label")
    )


def _listed(value: Value, scalars: Scalars) -> Node:
    if isinstance(value, Record) and (parts := as_parts(value)):
        return _parts(parts, scalars)
    if isinstance(value, Map) and not _is_one(value):
        pairs = tuple((entry.key, _whole(entry.value, scalars)) for entry in value.entries)
        return Node(pairs[0][1].span, pairs=pairs, kind="mapping") if pairs else scalars.node(())
    if isinstance(value, Map):
        return _parts(value, scalars)
    if isinstance(value, Seq) and len(value.items) > 1:
        first = "".join(bit.text for bit in shown(value.items[0])).strip()
        if len(first) < 5:
            rest = _whole(Seq(value.items[1:]), scalars)
            return Node(rest.span, pairs=(("label", labelled(value.items[0], scalars)), ("name", rest)), kind="mapping")
    bits = shown(value)
    return _marked(bits, scalars) if bits and bits[0].is_raised else _whole(value, scalars)


def _marked(bits: Sequence[Bit], scalars: Scalars) -> Node:
    """``^1^ University of Examples``: the mark is the label."""
    end = next((n for n, bit in enumerate(bits) if not bit.is_raised and bit.text.strip()), len(bits))
    label = labelled(Content(tuple(bit for bit in bits[:end] if bit.is_raised)), scalars)
    words = scalars.node(tuple(bits[end:]))
    if not label.text:
        return words
    return Node(words.span, pairs=(("label", label), ("name", words)), kind="mapping")


def _is_one(value: Map) -> bool:
    """Whether a dictionary is one affiliation in parts, rather than several by their labels."""
    keys = [key_of(entry.key) for entry in value.entries]
    return bool(keys) and all(key in _PARTS or key in ("label", "email") for key in keys)


def _whole(value: Value, scalars: Scalars) -> Node:
    if isinstance(value, Record) and (parts := as_parts(value)):
        return _parts(parts, scalars)
    if isinstance(value, Map):
        return _parts(value, scalars)
    if isinstance(value, Seq):
        lines = [shown(item) for item in value.items if shown(item)]
        joined = tuple(bit for line in lines for bit in (*line, line[-1]._replace(text="\n", start=line[-1].end)))
        return scalars.node(joined)
    return scalars.node(shown(value))


def _parts(value: Map, scalars: Scalars) -> Node:
    pairs: list[tuple[str, Node]] = []
    for entry in value.entries:
        key = key_of(entry.key)
        bits = shown(entry.value)
        if not "".join(bit.text for bit in bits).strip():
            continue
        if key == "label":
            pairs.append((key, labelled(Content(bits), scalars)))
        elif key in _PARTS or key == "email":
            pairs.append(("institution" if key == "affiliations" else key, _whole(entry.value, scalars)))
    return Node(pairs[0][1].span, pairs=spread(pairs), kind="mapping") if pairs else scalars.node(())


def lines_of(bits: tuple[Bit, ...]) -> list[tuple[Bit, ...]]:
    """*bits* cut at the line breaks that are printed, empty lines left out."""
    lines: list[list[Bit]] = [[]]
    for bit in bits:
        if bit.text.startswith("\n"):
            lines.append([])
        elif bit.text.strip() or lines[-1]:
            lines[-1].append(bit)
    return [tuple(line) for line in lines if any(bit.text.strip() for bit in line)]
