"""What tools call the parts of an author block in YAML, and the words those parts print."""

from __future__ import annotations

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.yaml.nodes import Node

AFFILIATIONS = (
    "affiliations",
    "affiliation",
    "institutes",
    "institute",
    "institutions",
    "institution",
    "organizations",
    "organisations",
)
OWN = (*AFFILIATIONS, "organization", "organisation", "affil", "affils", "address")
LABELS = ("index", "id", "ref", "code", "key", "num", "number", "label")
NAMES = (
    "name",
    "institution",
    "institute",
    "organization",
    "organisation",
    "affiliation",
    "org",
    "orgname",
    "org-name",
    "text",
)
PARTS = ("department", "dept", "division", "group", "laboratory", "unit")
PLACES = (
    "address", "addressline", "address-line", "street", "location", "postal-code", "postcode",
    "city", "region", "state", "country",
)  # fmt: skip

MAILS = ("email", "emails", "e-mail", "mail")
_MARKED = pattern(r"[\\^<*_\[&{|@]")


def is_affiliation(node: Node) -> bool:
    """Whether a mapping is one affiliation, rather than labels with an affiliation each."""
    return node.get(*NAMES, *PARTS, *LABELS, *PLACES) is not None


def joined(nodes: list[Node]) -> str:
    """The words of scalars and of the parts of mappings, from the smallest unit to the country."""
    words: list[str] = []
    for node in nodes:
        if node.kind == "mapping":
            words.extend(joined([part]) for part in parts_of(node) if part.kind != "mapping")
        elif node.kind == "list":
            words.extend(joined([part]) for part in node.items[:20] if part.kind == "scalar")
        elif node.text.strip():
            words.append(said(node))
    return ", ".join(dict.fromkeys(word for word in words if word))


def parts_of(node: Node) -> list[Node]:
    """What a mapping prints of its affiliation, in the order of an address; nothing of a scalar."""
    found = [node.get(key) for key in (*PARTS, *NAMES, *PLACES)]
    return list({id(part): part for part in found if part is not None and (part.text or part.items)}.values())


def around(nodes: list[Node]) -> Span:
    """From the first of *nodes* to the last."""
    first, last = min(node.span for node in nodes), max(node.span for node in nodes)
    return first._replace(end_line=last.end_line, end_column=last.end_column)


def within(item: Node, first: int, last: int) -> Span:
    """Where a stretch of a scalar stands, or the whole scalar where it is not written as it reads."""
    span = item.span
    if span.line != span.end_line or span.end_column - span.column != len(item.text):
        return span
    return span._replace(column=span.column + first, end_column=span.column + last)


def said(node: Node) -> str:
    """The printed words of a scalar: without mark-up, TeX, and the e-mail addresses at its end."""
    text = node.text.strip()
    if not _MARKED.search(text):
        return text
    from askfirst_checks.readers.light_markup.author_lines import address_words

    return address_words(text)
