"""The author block that Markdown front matter and ``CITATION.cff`` write in YAML, in the forms their tools document.

Quarto (``author``, ``affiliations`` with ``id`` and ``ref``), MyST, JOSS (``affiliation: "1, 2"`` with ``index``),
pandoc's scholarly metadata (``institute``), the rticles templates (``address`` with ``code`` or ``num``), Manubot and
CFF 1.2.0. Names and addresses that are given as text are `yaml_strings`'.
"""

from __future__ import annotations

from collections.abc import Callable

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Person, Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.author_list import AuthorList, is_yes, mail_places, orcid
from askfirst_checks.readers.yaml.affiliation_marks import Marks
from askfirst_checks.readers.yaml.keys import (
    LABELS,
    MAILS,
    NAMES,
    OWN,
    PARTS,
    PLACES,
    around,
    joined,
    parts_of,
    said,
    within,
)
from askfirst_checks.readers.yaml.nodes import Node

_GIVEN = ("given", "given-names", "given-name", "first", "firstname", "first-name", "forename", "othernames")
_FAMILY = ("family", "family-names", "family-name", "surname", "last", "lastname", "last-name", "familyname")
_PLAIN = pattern(r"(?!(?i:prof|dr|mr|mrs|ms|sir|dipl|priv)\b)[^\W\d_][\w'’ -]*(?:\.[\w'’ -]*)*")


_POINTER = pattern(
    r"(?:affil(?:iation)?s?|inst(?:itution|itute)?s?|org(?:ani[sz]ation)?s?|address(?:es)?)[-_ .]?"
    r"(?:ids?|refs?|nums?|numbers?|index(?:es)?|indices|codes?|keys?|labels?|marks?)"
)

Spare = tuple[tuple[str, Callable[[int, int], Span]], ...]
"""Further texts of the document with their places: where addresses may stand that marks of the names point to"""


class Ties(NamedTuple):
    """What the affiliations of one author say."""

    places: list[int | None]
    mails: list[Address]
    starred: bool


def read_authors(node: Node, marks: Marks, into: AuthorList, spare: Spare = ()) -> None:
    """Add every author of the value of ``author`` or ``authors``; *spare* is where addresses may stand besides."""
    if texts := _texts(node):
        _strings(texts, marks, into, spare)
        return
    _foretold(node, marks, into)
    if node.kind == "mapping" and _is_by_name(node):
        for key, value in node.pairs:
            _author(value, key, marks, into)
        return
    for item in node.each():
        if item.kind == "scalar":
            _strings((item,), marks, into, spare)
        elif item.kind == "mapping":
            _author(item, "", marks, into)


_NO_NAMES = {*OWN, *PARTS, *PLACES, *MAILS, *LABELS, "orcid", "orcid-id", "url", "corresponding", "role", "roles"}
"""keys that do not stand for the author whose entry they begin"""


def _is_person(node: Node) -> bool:
    return bool(node.get("name", "literal", *_GIVEN, *_FAMILY))


def _texts(node: Node) -> tuple[Node, ...]:
    """The strings of a value that is one, or a list of nothing else."""
    if node.kind == "scalar":
        return (node,)
    return node.items if all(item.kind == "scalar" for item in node.items) else ()


def _is_by_name(node: Node) -> bool:
    """Whether a mapping has an author's name as each key, and what is said of that author under it."""
    return not _is_person(node) and all(v.kind != "scalar" or not v.text for _, v in node.pairs)


def _strings(items: tuple[Node, ...], marks: Marks, into: AuthorList, spare: Spare) -> None:
    if len(items) == 1 and is_plain(items[0].text):
        into.person(items[0].text, items[0].span)
        return
    from askfirst_checks.readers.yaml.author_strings import read_strings

    read_strings(items, marks, into, spare)


def is_plain(name: str) -> bool:
    """Whether a string is one name as it prints."""
    words = name.split()
    return bool(_PLAIN.fullmatch(name)) and not {"and", "und", "et"} & set(words)


def _foretold(node: Node, marks: Marks, into: AuthorList) -> None:
    """Affiliations that one author defines with a label, for whoever points there."""
    for author in node.items:
        for key in OWN:
            value = author.get(key)
            for item in value.each() if value else ():
                if item.kind == "mapping" and item.said("id") and item.get(*NAMES, *PARTS):
                    marks.remember(item.said("id"), into.affiliation(joined([item]), around(parts_of(item))))


def _author(node: Node, name: str, marks: Marks, into: AuthorList) -> None:
    span = node.span
    if not name:
        name, span = _name(node)
    if not name:
        name, node = _by_first_key(node)
    if not name:
        return
    tied, mails, starred = _tied(node, name, marks, into)
    person = Person(
        name,
        span,
        tuple(place for place in tied if place is not None),
        (*_addresses(node), *mails),
        orcid(node.said("orcid", "orcid-id")),
        _corresponding(node) or starred,
    )
    people = [person]
    if not is_plain(name):
        from askfirst_checks.readers.yaml.author_strings import printed_names

        people = printed_names(Node(span, name), person, marks, into)
    for each in people:
        into.person(*each)


def _by_first_key(node: Node) -> tuple[str, Node]:
    """The author whose name is the first key of an entry, and where more is said; an empty name where it is none."""
    if not node.pairs or node.pairs[0][0].lower() in _NO_NAMES:
        return "", node
    name, inner = node.pairs[0]
    return name, inner if inner.kind == "mapping" else node


def _name(node: Node) -> tuple[str, Span]:
    whole = node.get("name", "literal")
    if whole is not None and whole.kind == "mapping":
        return _name(whole) if whole.get("name") is None else (whole.said("name"), whole.span)
    if whole is not None and whole.text:
        return whole.text, whole.span
    return _in_parts(node)


def _in_parts(node: Node) -> tuple[str, Span]:
    """The name from its parts, given name first."""
    parts = [
        node.get(*_GIVEN),
        node.get("dropping-particle", "non-dropping-particle", "name-particle", "particle"),
        node.get(*_FAMILY),
        node.get("suffix", "name-suffix"),
    ]
    said = [part for part in parts if part is not None and part.text]
    return " ".join(part.text for part in said), around(said) if said else node.span


def _tied(node: Node, name: str, marks: Marks, into: AuthorList) -> Ties:
    """The affiliations of an author, e-mail addresses among them, and whether a mark says "corresponding"."""
    ties = Ties([], [], False)
    own = [value for key in OWN if (value := node.get(key)) is not None] or _by_label(node)
    items = [item for value in own[:1] for item in value.each()]
    if len(items) == 1 and items[0].kind == "scalar" and marks.look_up(items[0].text) is None:
        return _literal(node, items[0], name, marks, into)
    for item in items:
        ties = _one(item, name, marks, into, ties)
    if not items and (parts := _printed_parts(node)):
        ties.places.append(into.affiliation(joined(parts), around(parts)))
    return ties


def _by_label(node: Node) -> list[Node]:
    """What an author points with under a key of the template's own making: ``affil-id``, ``inst_ref``."""
    return [value for key, value in node.pairs if _POINTER.fullmatch(key.lower()) and (value.text or value.items)]


def _literal(node: Node, item: Node, name: str, marks: Marks, into: AuthorList) -> Ties:
    """One affiliation in words, with the department, town and country that templates set apart; or several by ``;``."""
    ties = Ties([], _mails_in(item), False)
    if ";" in item.text and "&" not in item.text:
        for part in item.text.split(";"):
            ties = _pointed(item._replace(text=part), name, marks, into, ties)
        return ties
    parts = [*(part for part in _printed_parts(node) if part.text != item.text), item]
    ordered = sorted(parts, key=lambda part: (_rank(node, part), part.span))
    ties.places.append(into.affiliation(joined(ordered), around(ordered)))
    return ties


def _rank(node: Node, part: Node) -> int:
    key = next((name.lower() for name, value in node.pairs if value is part), "")
    return 0 if key in PARTS else 2 if key in PLACES else 1


def _printed_parts(node: Node) -> list[Node]:
    found = [node.get(key) for key in (*PARTS, *PLACES)]
    return [part for part in found if part is not None and part.kind == "scalar" and part.text]


def _one(item: Node, name: str, marks: Marks, into: AuthorList, ties: Ties) -> Ties:
    if item.kind != "mapping":
        return _pointed(item, name, marks, into, ties)
    if item.get(*NAMES, *PARTS, *PLACES) is None:
        label = item.said(*LABELS)
        return _pointed(item._replace(text=label, kind="scalar"), name, marks, into, ties) if label else ties
    ties.places.append(into.affiliation(joined([item]), around(parts_of(item) or [item])))
    return ties


def _pointed(item: Node, name: str, marks: Marks, into: AuthorList, ties: Ties) -> Ties:
    found = marks.look_up(item.text)
    if found is None:
        ties.places.append(into.affiliation(said(item), item.span))
        return ties
    ties.places.extend(marks.tied(found, name, item.span))
    return ties._replace(starred=ties.starred or "*" in found.symbols)


def _mails_in(item: Node) -> list[Address]:
    return [Address(item.text[a:b], within(item, a, b)) for a, b in mail_places(item.text)]


def _addresses(node: Node) -> list[Address]:
    value = node.get(*MAILS)
    return [address for item in (value.each() if value else ()) for address in _mails_in(item)]


def _corresponding(node: Node) -> bool:
    value = node.get("corresponding", "corresponding-author", "correspondence")
    if value is not None:
        return is_yes(value.text) or bool(mail_places(value.text)) or value.kind != "scalar"
    attributes = node.get("attributes")
    if attributes is None:
        return False
    return is_yes(attributes.said("corresponding")) or any(item.text == "corresponding" for item in attributes.items)
