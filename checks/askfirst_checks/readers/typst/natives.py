"""What calls of Typst's own functions print; a function of a package prints the content that it is given.

Source: Typst's reference (https://typst.app/docs/reference/), model, text, layout and visualize.
"""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.typst.mathematics import as_mark, sign
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.typst.values import Content, Native, Number, Record, Seq, Value

_SILENT = frozenset({
    "image", "bibliography", "outline", "lorem", "counter", "line", "metadata", "cite", "ref", "label", "query",
    "state", "figure", "datetime", "rgb", "luma", "cmyk", "color", "hide", "circle", "ellipse", "polygon", "path",
    "curve", "square", "gradient", "measure", "locate", "here", "plugin", "read", "csv", "xml", "cbor", "eval",
    "panic", "assert", "type", "range", "numbering", "calc", "selector", "regex", "version", "orcid-icon",
    "fa-icon", "icon", "todo", "repeat", "document", "page", "columns.break", "bytes", "stroke", "sys", "int",
    "float", "length", "math", "colbreak",
})  # fmt: skip
_BLOCKS = frozenset({
    "align", "block", "pad", "par", "place", "rect", "columns", "center", "quote", "title", "rotate", "scale", "move",
    "layout", "page", "enum", "list", "terms",
})  # fmt: skip
_CELLS = frozenset({"grid", "table", "stack"})
_NAMED = ("body", "content", "caption", "text")
_HEADED = {"abstract": "Abstract", "keywords": "Keywords", "zusammenfassung": "Zusammenfassung"}
_SCHEME = pattern(r"mailto:|tel:|https?://(?:www\.)?")
_WEB = pattern(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:/\S*)?")
"""an address of the web that is shown as such: no part of a name or a place"""
_SIZE = pattern(r"(\d+(?:\.\d+)?)(pt|em|mm|cm)")
_POINTS = {"pt": 1.0, "em": 11.0, "mm": 2.83, "cm": 28.3}
_WIDE = pattern(r"\d*\.?\d+fr|(?:0?\.[5-9]|[1-9])\d*(?:\.\d+)?(?:em|cm)|\d{2,}(?:\.\d+)?(?:pt|mm)|\d+%")


def shown(value: Value) -> tuple[Bit, ...]:
    """What *value* prints."""
    if isinstance(value, Content):
        return value.bits
    if isinstance(value, Number):
        return (value.bit,)
    if isinstance(value, Seq):
        return tuple(_joined(value.items, ", "))
    if isinstance(value, Record):
        return tuple(_of_call(value))
    if isinstance(value, Native) and value.at is not None and (said := sign(value.name.partition(".")[2])):
        return (value.at._replace(text=said),)
    return ()


def _of_call(call: Record) -> Iterable[Bit]:
    name = call.name.rpartition(".")[2] if call.name.startswith(("grid.", "table.", "std.")) else call.name
    if name in _SILENT:
        return ()
    if name in _CELLS:
        return _apart(
            [bit for each in call.arguments.positional for bit in _apart(_printed((each,)), call.at)], call.at
        )
    if special := _SPECIAL.get(name):
        return special(call)
    body = _body(call)
    if head := _HEADED.get(name):
        return [*_apart([Bit(head, call.at.source, call.at.start, call.at.end, is_heading=True)], call.at), *body]
    return _apart(body, call.at) if name in _BLOCKS else body


def _body(call: Record) -> list[Bit]:
    named = (value for key in _NAMED if (value := call.arguments.get(key)) is not None)
    return _printed((*call.arguments.positional, *named))


def _printed(values: Iterable[Value]) -> list[Bit]:
    """What content among *values* prints; lengths and colours print nothing."""
    return [bit for value in values if not isinstance(value, Number) for bit in shown(value)]


def _joined(values: Iterable[Value], between: str) -> Iterable[Bit]:
    is_first = True
    for value in values:
        bits = shown(value)
        if bits and not is_first:
            yield bits[0]._replace(text=between, end=bits[0].start, note=0, is_raised=False)
        is_first = is_first and not bits
        yield from bits


def _apart(bits: list[Bit], at: Bit) -> list[Bit]:
    """*bits* as paragraphs of their own."""
    edge = Bit("\n\n", at.source, at.start, at.start)
    return [edge, *bits, edge] if bits else []


def _text(call: Record) -> list[Bit]:
    size = _size(call.arguments.get("size"), *call.arguments.positional)
    is_bold = "bold" in "".join(bit.text for bit in shown(call.arguments.get("weight") or Content()))
    body = _body(call)
    if not size and not is_bold:
        return body
    return [bit._replace(size=bit.size or size, is_bold=bit.is_bold or is_bold) for bit in body]


def _size(*values: Value | None) -> float:
    for value in values:
        found = _SIZE.fullmatch(value.bit.text) if isinstance(value, Number) else None
        if found:
            return float(found[1]) * _POINTS[found[2]]
    return 0.0


def _strong(call: Record) -> list[Bit]:
    return [bit._replace(is_bold=True) for bit in _body(call)]


def _super(call: Record) -> list[Bit]:
    bits = (bit for value in call.arguments.positional for bit in shown(value))
    return [bit._replace(text=as_mark(bit.text), is_raised=True) for bit in bits]


def _sub(call: Record) -> list[Bit]:
    return [bit for value in call.arguments.positional for bit in shown(value)]


def _footnote(call: Record) -> list[Bit]:
    return [bit._replace(note=bit.note or call.at.start + 1) for bit in _body(call)]


def _heading(call: Record) -> list[Bit]:
    return _apart([bit._replace(is_heading=True) for bit in _body(call)], call.at)


def _link(call: Record) -> list[Bit]:
    """The words of a link; its address where there are none, and an e-mail address that they do not show."""
    target, *rest = [Content(shown(value)) for value in call.arguments.positional[:4]] or [Content()]
    words = [bit for value in rest for bit in value.bits]
    if not rest:
        return [*_without_scheme(target.bits)]
    said = "".join(bit.text for bit in words).strip()
    if target.text.startswith("http") and _WEB.fullmatch(said) and "orcid" not in said:
        return []
    hidden = target.text.startswith("mailto:") and "@" not in "".join(bit.text for bit in words)
    if not hidden and not (not words and "orcid.org" in target.text):
        return words
    edges = [call.at._replace(text=text, end=call.at.start) for text in (" (", ")")]
    return [*words, edges[0], *_without_scheme(target.bits), edges[1]]


def _without_scheme(bits: tuple[Bit, ...]) -> tuple[Bit, ...]:
    found = _SCHEME.match(bits[0].text) if bits else None
    if found is None:
        return bits
    first = bits[0]
    return (first._replace(text=first.text[found.end() :], start=first.start + found.end()), *bits[1:])


def _break(call: Record) -> list[Bit]:
    return [Bit("\n", call.at.source, call.at.start, call.at.end)]


def _new_paragraph(call: Record) -> list[Bit]:
    return [Bit("\n\n", call.at.source, call.at.start, call.at.end)]


def _gap(call: Record) -> list[Bit]:
    wide = any(isinstance(value, Number) and _WIDE.fullmatch(value.bit.text) for value in call.arguments.positional)
    return [Bit(" | " if wide else " ", call.at.source, call.at.start, call.at.end)]


_SPECIAL = {
    "text": _text, "super": _super, "sub": _sub, "str": _sub, "footnote": _footnote, "heading": _heading,
    "strong": _strong, "link": _link, "linebreak": _break, "parbreak": _new_paragraph, "pagebreak": _new_paragraph,
    "v": _new_paragraph, "h": _gap, "email": _sub, "box": _sub,
}  # fmt: skip
