"""YAML that is none any more, read as far as it goes: conflict markers of git, one broken value among good ones.

Each problem is reported once, and costs only what stands with it: a key of the document, an item of a list, a line.
"""

from __future__ import annotations

from askfirst_checks.model import Problem, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.yaml.nodes import Node, is_invalid, nodes
from askfirst_checks.words import Text

_CONFLICT = pattern(r"(?m)^(?:<{7}|>{7}|\|{7}|={7})(?:[ \t].*)?$")
_KEY = pattern(r"(?m)^(?=[A-Za-z][\w-]*[ \t]*:(?:[ \t\n]|$))")
_ITEM = pattern(r"(?m)^([ \t]*)-[ \t]+(?=\S)")
_LINE = pattern(r"(?m)^([ \t]*(?:-[ \t]+)*)(?:([A-Za-z][\w-]*)[ \t]*:[ \t]+)?(\S[^\n]*)$")
_COMMENT = pattern(r"\s#")
_MOST = 1_000
_MARKERS = Text(
    "conflict markers of git stand here; the lines of both sides were read",
    "hier stehen Konfliktmarken von git; gelesen wurden die Zeilen beider Seiten",
)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The first document of *text*, and what was wrong with it. Never raises."""
    text, found = _without_markers(text, path, first_line)
    root, problems = nodes(text, path, first_line)
    if problems and is_invalid(problems[0]):
        root = _by_key(text, path, first_line, root)
    return root, (*found, *problems)


def _without_markers(text: str, path: str, first_line: int) -> tuple[str, tuple[Problem, ...]]:
    """*text* with its conflict markers blank, where it has all of them."""
    if "\n<<<<<<< " not in text or "\n>>>>>>> " not in text:
        return text, ()
    marker = _CONFLICT.search(text)
    line = first_line + text.count("\n", 0, marker.start() if marker else 0)
    return _CONFLICT.sub("", text), (Problem("markup", _MARKERS, Span(path, line, 1, line, 8), path),)


def _by_key(text: str, path: str, line: int, root: Node | None) -> Node:
    pairs: list[tuple[str, Node]] = []
    for block, at in _pieces([match.start() for match in _KEY.finditer(text)], text, line):
        one, problems = nodes(block, path, at)
        key = block.partition(":")[0].strip()
        if problems and is_invalid(problems[0]) and key not in {known for known, _ in pairs}:
            one = _by_item(block, path, at, one)
        if one is not None:
            pairs.extend(one.pairs)
    known = {key for key, _ in pairs}
    pairs.extend(pair for pair in (root.pairs if root else ()) if pair[0] not in known)
    return Node(root.span if root else Span(path, line, 1, line, 1), pairs=tuple(pairs), kind="mapping")


def _pieces(starts: list[int], text: str, line: int) -> list[tuple[str, int]]:
    """*text* cut at *starts*, each piece with its first line."""
    pieces, done = [], 0
    for start, end in zip(starts[:_MOST], [*starts[1:], len(text)], strict=False):
        line += text.count("\n", done, start)
        done = start
        pieces.append((text[start:end], line))
    return pieces


def _by_item(block: str, path: str, line: int, one: Node | None) -> Node | None:
    """The value of one key whose YAML is broken: its items each for itself, or the words of its line."""
    key = block.partition(":")[0].strip()
    first = _ITEM.search(block)
    if first is None:
        found = _lines(block, path, line)
        return found._replace(pairs=(*found.pairs, *(one.pairs if one else ()))) if found.pairs else one
    starts = [match.start() for match in _ITEM.finditer(block) if len(match[1]) == len(first[1])]
    items: list[Node] = []
    for piece, at in _pieces(starts, block, line):
        item, problems = nodes(piece, path, at)
        whole = item is not None and item.items and not problems
        items.extend(item.items if whole and item else [_merged(item, _lines(piece, path, at))])
    listed = Node(Span(path, line, 1, line, len(key) + 1), items=tuple(items), kind="list")
    return Node(listed.span, pairs=((key, listed),), kind="mapping")


def _merged(read: Node | None, lines: Node) -> Node:
    """What YAML read of an item before it broke, apart from where it broke, then what its lines say."""
    before = read.items[0].pairs if read and read.items else ()
    pairs = dict((*before[-1:], *lines.pairs, *before[:-1]))
    return lines._replace(pairs=tuple(pairs.items()))


def _lines(text: str, path: str, line: int) -> Node:
    """``key: value`` of each line, the value as it stands."""
    pairs: list[tuple[str, Node]] = []
    at, done = line, 0
    for match in _LINE.finditer(text):
        at += text.count("\n", done, match.start())
        done = match.start()
        value = _COMMENT.split(match[3], maxsplit=1)[0].strip(" \t'\"")
        if not match[2] or not value or value[0] in "[{&*":
            continue
        column = match.start(3) - match.start() + 1 + match[3].index(value)
        pairs.append((match[2], Node(Span(path, at, column, at, column + len(value)), value)))
    return Node(Span(path, line, 1, line, 1), pairs=tuple(pairs), kind="mapping")
