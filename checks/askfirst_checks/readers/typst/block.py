"""From the calls of a Typst document to the tree of its author block: which call has the authors, and what it tells."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.typst.keys import key_of, may_name_affiliation, names_affiliations, names_authors
from askfirst_checks.readers.typst.natives import shown
from askfirst_checks.readers.typst.people import People
from askfirst_checks.readers.typst.places import defined, labels_of
from askfirst_checks.readers.typst.scalars import Scalars
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.typst.values import (
    Arguments,
    Content,
    Entry,
    Func,
    Map,
    Native,
    Number,
    Record,
    Scope,
    Seq,
    Value,
)
from askfirst_checks.readers.yaml.nodes import Node

MOST_CALLS = 12
"""calls with authors that are looked at"""
_ONE_AUTHOR = pattern(
    r"(?:add[-_]?)?(?:co-?)?author(?:[-_]?(?:entry|info|block|card|box|with[-_]?affiliation))?s?|person", 2
)
_NONE = ("none", "auto", "true", "false")
_NO_PAPER = pattern(
    r"(?:.*[-_.])?(?:cv|resume|curriculum|vitae|letter|brief|invoice|rechnung|cover-?letter)s?(?:[-_.].*)?", 2
)
_NO_AUTHOR = frozenset({"cite", "quote", "bibliography", "document", "set-author", "hydra"})
_WORDS = pattern(
    r"key[-_]?words?(?:[-_](?:en|list))?|index[-_]?terms?|tags|stichw(?:o|ö)rt(?:e|er)|schlagw(?:o|ö)rter", 2
)
_ABSTRACT = pattern(r"abstracts?(?:[-_]?(?:en|text|content))?|summary|zusammenfassung|kurzfassung|résumé|resumen", 2)
_ACK = pattern(r"acknowledge?ments?|danksagung|remerciements", 2)
_FUNDING = pattern(r"funding(?:[-_]?statement)?|förderung", 2)
_MAILS = pattern(r"e-?mails?|corresponding(?:[-_]?(?:author|e?mail))?|correspondence|contact", 2)


class Found(NamedTuple):
    """The tree of one author block."""

    root: Node
    authors: int
    """how many there are"""
    has_places: bool
    at: Span | None
    """where the authors stand, also where none of them could be read"""
    is_guess: bool = False
    """nobody was seen to take these authors: only the names of the variables tell"""


def candidates(calls: Iterable[Record], scope: Scope, scalars: Scalars) -> list[Found]:
    """The author blocks of a document, those first that say the most."""
    every = list(map(_opened, calls))
    given = [call for call in every if _may_have_authors(call) and _authors(call.arguments.named)]
    found = [_of_call(call, scope, scalars) for call in given[:MOST_CALLS]]
    people = [call for call in every if _ONE_AUTHOR.fullmatch(call.name) and call not in given]
    if people and not any(one.authors for one in found):
        held = Entry("authors", people[0].at, Seq(tuple(people)))
        found.append(_of_call(Record("", Arguments((), (held,)), people[0].at), scope, scalars))
    if not any(one.authors for one in found):
        named = tuple(Entry(name, None, value) for name, value in scope.names.items())
        if at := _first_bit(Seq(tuple(entry.value for entry in _authors(named)))):
            guess = _of_call(Record("", Arguments((), named), at), scope, scalars)
            found.append(guess._replace(is_guess=True))
    return sorted(found, key=lambda one: (not (one.authors and one.has_places), not one.authors))


def _opened(call: Record) -> Record:
    """*call* with what a dictionary among its arguments holds, where that has the authors (pubmatter, data files)."""
    positional, named = call.arguments.positional, call.arguments.named
    held = (*positional, *(entry.value for entry in named)) if len(positional) + len(named) < 12 else positional
    if _authors(named):
        return call
    for value in held:
        if isinstance(value, Map) and _authors(value.entries):
            return call._replace(arguments=Arguments(positional, (*named, *value.entries)))
    return call


def _may_have_authors(call: Record) -> bool:
    return call.name not in _NO_AUTHOR and not _NO_PAPER.fullmatch(call.name)


def document_title(calls: Iterable[Record]) -> str:
    """The title that ``set document(...)`` gives."""
    value = next((value for call in calls if call.name == "document" and (value := call.arguments.get("title"))), None)
    return " ".join("".join(bit.text for bit in shown(value)).split()) if value is not None else ""


def _first_bit(value: Value) -> Bit | None:
    if isinstance(value, Seq):
        return next((bit for item in value.items if (bit := _first_bit(item))), None)
    if isinstance(value, Map):
        return next((bit for entry in value.entries if (bit := _first_bit(entry.value))), None)
    return next(iter(shown(value)), None)


def _authors(named: tuple[Entry, ...]) -> list[Entry]:
    """The arguments that hold authors, those first that hold more than words."""
    found = [entry for entry in named if names_authors(entry.key) and not is_blank(entry.value)]
    return sorted(found, key=lambda entry: isinstance(entry.value, Content))


def is_blank(value: Value) -> bool:
    """Whether a value is there and names nobody; one that could not be read is not blank."""
    if isinstance(value, Content):
        return not value.text.strip()
    if isinstance(value, Seq):
        return all(map(is_blank, value.items))
    if isinstance(value, Map):
        return all(is_blank(entry.value) for entry in value.entries)
    return isinstance(value, Func | Number) or (isinstance(value, Native) and value.name in _NONE)


def _of_call(call: Record, scope: Scope, scalars: Scalars) -> Found:
    authors, apart = _pair(_authors(call.arguments.named)[0].value)
    if apart is None:
        apart = _affiliations(call.arguments.named, scope)
    places = defined(apart, scalars) if apart is not None else None
    people = _shared_labels(People(scalars, labels_of(places)).of(authors))
    source = call.at.source.span(call.at.start, call.at.end)
    pairs: list[tuple[str, Node]] = []
    if places is not None:
        pairs.append(("affiliations", places))
    if people:
        pairs.append(("authors", Node(people[0].span, items=people, kind="list")))
    pairs.extend(_matter(call.arguments.named, scalars))
    has_places = places is not None or any(len(person.pairs) > 1 or "^[" in person.text for person in people)
    start = pairs[0][1].span if pairs else source
    return Found(Node(start, pairs=tuple(pairs), kind="mapping"), len(people), has_places, source)


def _pair(value: Value) -> tuple[Value, Value | None]:
    """``(authors, affiliations)`` where a template takes both as one argument."""
    if isinstance(value, Seq) and len(value.items) == 2 and isinstance(value.items[1], Map):
        first, second = value.items
        held = first.items if isinstance(first, Seq) else (first,)
        entries = second.entries if isinstance(second, Map) else ()
        is_named = any(key_of(entry.key) in ("name", "given") for entry in entries)
        if not is_named and all(isinstance(one, Map) for one in held):
            return (first if isinstance(first, Seq) else Seq((first,))), second
    return value, None


def _affiliations(named: tuple[Entry, ...], scope: Scope) -> Value | None:
    found = [e for e in named if names_affiliations(e.key) and not isinstance(e.value, Native)]
    found += [e for e in named if may_name_affiliation(e.key) and isinstance(e.value, Content)]
    if not found:
        found = [
            Entry(n, None, v) for n, v in scope.names.items() if names_affiliations(n) and isinstance(v, Seq | Map)
        ]
    if not found:
        return None
    best = sorted(found, key=lambda entry: not isinstance(entry.value, Seq | Map))[0]
    if isinstance(best.value, Seq | Map):
        return best.value
    parts = [e for e in named if e in found or key_of(e.key) in ("department", "city", "country", "address")]
    return Map(tuple(parts)) if len(parts) > 1 else best.value


def _shared_labels(people: tuple[Node, ...]) -> tuple[Node, ...]:
    """*people* where one without an affiliation has the label of another who has one (elsearticle's ``id``)."""
    known = {
        label: place for one in people if (label := one.said("author-label")) and (place := one.get("affiliations"))
    }
    out: list[Node] = []
    for one in people:
        place = known.get(one.said("author-label")) if one.get("affiliations") is None else None
        out.append(one._replace(pairs=(*one.pairs, ("affiliations", place))) if place is not None else one)
    return tuple(out)


def _matter(named: tuple[Entry, ...], scalars: Scalars) -> Iterable[tuple[str, Node]]:
    """Title, abstract, key words, contact and thanks."""
    seen: set[str] = set()
    for entry in named:
        key = _matter_key(entry.key)
        if not key or key in seen:
            continue
        if key in ("keywords", "email") and isinstance(entry.value, Seq):
            items = tuple(scalars.node(shown(item)) for item in entry.value.items if shown(item))
            node = Node(items[0].span, items=items, kind="list") if items else None
        else:
            bits = _flat(entry.value)
            node = scalars.node(bits, " ", f"{key}: ") if bits else None
        if node is not None:
            seen.add(key)
            yield key, node


def _matter_key(key: str) -> str:
    if key in ("title", "titel", "titre", "paper-title"):
        return "title"
    shapes = ((_WORDS, "keywords"), (_ABSTRACT, "abstract"), (_ACK, "acknowledgements"), (_FUNDING, "funding"))
    found = next((name for shape, name in shapes if shape.fullmatch(key)), "")
    return found or ("email" if _MAILS.fullmatch(key) else "")


def _flat(value: Value) -> tuple[Bit, ...]:
    """The words of a value, those of its parts one behind the other."""
    if isinstance(value, Map):
        return tuple(bit for entry in value.entries for bit in _flat(entry.value))
    if isinstance(value, Seq):
        return tuple(bit for item in value.items for bit in _flat(item))
    return shown(value)
