"""The authors that a template is given, as the YAML tree that the shared stage reads: one mapping each."""

from __future__ import annotations

from collections.abc import Iterable

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.author_list import mail_places
from askfirst_checks.readers.author_block.emails import addresses
from askfirst_checks.readers.typst.keys import key_of
from askfirst_checks.readers.typst.natives import shown
from askfirst_checks.readers.typst.places import affiliation, labelled, lines_of, spread
from askfirst_checks.readers.typst.scalars import Scalars
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.typst.values import Arguments, Content, Entry, Map, Native, Number, Record, Seq, Value
from askfirst_checks.readers.yaml.nodes import Node

MOST = 20_000
_NAMED = frozenset({"name", "given", "family"})
_NOTES = pattern(r"(?:foot)?notes?|thanks|present[-_]?address|current[-_]?address|remarks?", 2)
_BETWEEN = pattern(r"\s*,\s*(?:(?:and|und)\s+)?|\s+(?:and|und|&)\s+|\n+")
_DOMAIN = pattern(r"\s*@?[\w-]+(?:\.[\w-]+)+\s*")


class People:
    """Turns values into nodes; *labels* are those of the affiliations that the document defines apart."""

    def __init__(self, scalars: Scalars, labels: frozenset[str]) -> None:
        self._scalars = scalars
        self._labels = labels

    def of(self, value: Value) -> tuple[Node, ...]:
        """The authors that *value* holds, in order; words are scalars, everybody else a mapping."""
        if isinstance(value, Record):
            each = value.arguments.positional
            if each and all(isinstance(one, Map | Seq) for one in each) and not value.arguments.named:
                return self._each(each)
            return self._of_call(value)
        if isinstance(value, Seq):
            return self._each(value.items)
        if isinstance(value, Map):
            return self._of_map(value)
        return tuple(self._scalars.node(bits) for bits in lines_of(shown(value)))

    def _each(self, values: Iterable[Value]) -> tuple[Node, ...]:
        out: list[Node] = []
        for value in values:
            if isinstance(value, Seq) and _is_row(value):
                out.extend(self._of_arguments(Arguments(value.items)))
            else:
                out.extend(self.of(value))
            if len(out) > MOST:
                break
        return tuple(out)

    def _of_map(self, value: Map) -> tuple[Node, ...]:
        if _NAMED & {key_of(entry.key) for entry in value.entries}:
            return self._person(value)
        return tuple(one for entry in value.entries for one in self._keyed(entry))

    def _keyed(self, entry: Entry) -> tuple[Node, ...]:
        """``"Ada Feld": (...)``: the name is the key."""
        at = entry.at
        if at is None:
            return ()
        name = Entry("name", at, Content((at._replace(text=entry.key),)))
        held = entry.value
        if isinstance(held, Map):
            given = () if held.get("name") else (name,)
            return self._person(Map((*given, *held.entries)))
        if isinstance(held, Record):
            arguments = held.arguments
            return self._of_arguments(Arguments(arguments.positional, (name, *arguments.named)))
        return self._of_arguments(Arguments(held.items if isinstance(held, Seq) else (held,), (name,)))

    def _of_call(self, call: Record) -> tuple[Node, ...]:
        arguments = call.arguments
        if not arguments.named and not arguments.positional:
            return ()
        return self._of_arguments(arguments)

    def _of_arguments(self, given: Arguments) -> tuple[Node, ...]:
        """Arguments without names: a name first, then labels, places and addresses of e-mail."""
        entries = list(given.named)
        has_name = bool(_NAMED & {key_of(entry.key) for entry in entries})
        places: list[Value] = []
        for value in given.positional:
            text = "".join(bit.text for bit in shown(value)).strip()
            if isinstance(value, Map):
                entries.extend(value.entries)
            elif not text:
                continue
            elif mail_places(text) and not line_kinds.institution(text):
                entries.append(Entry("email", None, value))
            elif not has_name and text not in self._labels and not isinstance(value, Number):
                has_name = True
                entries.insert(0, Entry("name", None, value))
            else:
                places.extend(value.items if isinstance(value, Seq) else (value,))
        if not has_name:
            return ()
        return self._person(Map((*entries, *([Entry("affiliations", None, Seq(tuple(places)))] if places else []))))

    @staticmethod
    def _names_of(value: Map) -> Value | None:
        """What stands as the name of a person, several names apart."""
        names = next((e.value for e in value.entries if key_of(e.key) == "name"), None)
        if isinstance(names, Content) and len(several := _cut(names.bits)) > 1:
            return Seq(several)
        return names

    @staticmethod
    def _mark_of(value: Map) -> Value:
        return next(e.value for e in value.entries if key_of(e.key) == "label")

    def _person(self, value: Map) -> tuple[Node, ...]:
        names = self._names_of(value)
        if isinstance(names, Seq) and _are_people(names):
            return self._together(value, names)
        pairs: list[tuple[str, Node]] = []
        notes = tuple(bit for e in value.entries if _NOTES.fullmatch(e.key) for bit in _as_note(shown(e.value)))
        label = ""
        for entry in value.entries:
            key = key_of(entry.key)
            if key == "label":
                label = "".join(bit.text for bit in shown(entry.value)).strip(" ^") or label
            elif key == "name":
                pairs.append((key, self._name(entry.value, notes)))
            elif found := self._field(key, entry.value):
                pairs.extend(found)
        if label in self._labels and label and not any(key == "affiliations" for key, _ in pairs):
            pairs.append(("affiliations", labelled(self._mark_of(value), self._scalars)))
        if not pairs:
            return ()
        span = pairs[0][1].span
        return (Node(span, pairs=spread([*pairs, ("author-label", Node(span, label))]), kind="mapping"),)

    def _name(self, value: Value, notes: tuple[Bit, ...]) -> Node:
        if isinstance(value, Seq):
            bits = tuple(bit for item in value.items for bit in (*shown(item), *_blank(shown(item))))
        elif isinstance(value, Map):
            bits = tuple(bit for entry in value.entries for bit in (*shown(entry.value), *_blank(shown(entry.value))))
        else:
            bits = shown(value)
        return self._scalars.node((*bits, *notes), " ")

    def _field(self, key: str, value: Value) -> list[tuple[str, Node]]:
        if isinstance(value, Native) and value.name in ("true", "false") and value.at is not None:
            return [(key, self._scalars.node((value.at,)))]
        if key == "affiliations":
            return [(key, affiliation(value, self._scalars))]
        text = "".join(bit.text for bit in shown(value)).strip()
        if key in ("email", "corresponding") and "@" in text:
            mails = [*self._mails(shown(value), text)]
            yes = [("corresponding", mails[0][1]._replace(text="yes"))] if mails and key == "corresponding" else []
            return [*mails, *yes]
        if isinstance(value, Seq):
            items = tuple(self._scalars.node(shown(item)) for item in value.items if shown(item))
            return [(key, Node(items[0].span, items=items, kind="list"))] if items else []
        return [(key, self._scalars.node(shown(value)))] if text else []

    def _mails(self, bits: tuple[Bit, ...], text: str) -> Iterable[tuple[str, Node]]:
        whole = self._scalars.node(bits, " ")
        found = addresses(text) if "{" in text else ()
        if not found:
            return (("email", whole),) if not _DOMAIN.fullmatch(text) or mail_places(text) else ()
        items = tuple(whole._replace(text=mail) for mail in found)
        return (("email", Node(whole.span, items=items, kind="list")),)

    def _together(self, value: Map, names: Seq) -> tuple[Node, ...]:
        """Several names with what they share; as many e-mail addresses are one each."""
        shared = tuple(entry for entry in value.entries if key_of(entry.key) != "name")
        mails = next((e for e in shared if key_of(e.key) == "email"), None)
        text = "".join(bit.text for bit in shown(mails.value)) if mails else ""
        found = addresses(text) if mails and not isinstance(mails.value, Seq) else ()
        each = len(found) == len(names.items)
        out: list[Node] = []
        for number, name in enumerate(names.items):
            own = tuple(e for e in shared if not (each and e is mails))
            if each and mails and (bits := shown(mails.value)):
                own = (*own, mails._replace(value=Content((bits[0]._replace(text=found[number]),))))
            out.extend(self._person(Map((Entry("name", None, name), *own))))
        return tuple(out)


def _is_row(value: Seq) -> bool:
    """Whether an array inside one is one author: ``("Ada Feld", "University of Examples")``."""
    texts = [item.text.strip() for item in value.items if isinstance(item, Content)]
    return len(texts) == len(value.items) > 1 and line_kinds.full_name(texts[0]) and not line_kinds.full_name(texts[1])


def _cut(bits: tuple[Bit, ...]) -> tuple[Content, ...]:
    """The names of one text with their marks and notes, where it is nothing but several full names."""
    groups: list[list[Bit]] = [[]]
    for bit in bits:
        if bit.is_raised or bit.note:
            groups[-1].append(bit)
            continue
        done = 0
        for found in _BETWEEN.finditer(bit.text):
            groups[-1].append(_part(bit, done, found.start()))
            groups.append([])
            done = found.end()
        groups[-1].append(_part(bit, done, len(bit.text)))
    kept = [group for group in groups if any(bit.text.strip() for bit in group)]
    names = ("".join(bit.text for bit in group if not (bit.is_raised or bit.note)).strip(" *†‡") for group in kept)
    return tuple(Content(tuple(group)) for group in kept) if all(map(line_kinds.full_name, names)) else ()


def _part(bit: Bit, first: int, last: int) -> Bit:
    if len(bit.text) != bit.end - bit.start:
        return bit._replace(text=bit.text[first:last])
    return bit._replace(text=bit.text[first:last], start=bit.start + first, end=bit.start + last)


def _are_people(names: Seq) -> bool:
    texts = ["".join(bit.text for bit in shown(item) if not bit.note).strip() for item in names.items]
    return any(" " in text for text in texts) or not texts or len(texts) > 3


def _as_note(bits: tuple[Bit, ...]) -> tuple[Bit, ...]:
    return tuple(bit._replace(note=bit.start + 1 if not n else bits[0].start + 1) for n, bit in enumerate(bits))


def _blank(bits: tuple[Bit, ...]) -> tuple[Bit, ...]:
    return (bits[-1]._replace(text=" ", start=bits[-1].end),) if bits else ()
