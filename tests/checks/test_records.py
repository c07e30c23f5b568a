"""A record is what `typing.NamedTuple` makes of the same class."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from typing import Any, NamedTuple

import pytest

from askfirst_checks import light
from askfirst_checks.records import _TEMPLATES, Record, record

COUNTS = [0, 1, 2, 3, 7, len(_TEMPLATES) - 1, len(_TEMPLATES), 24]


class Ours(light.NamedTuple):
    """A record with a default, a property and a method."""

    name: str
    number: int = 3

    @property
    def doubled(self) -> int:
        return self.number * 2

    def renamed(self, name: str) -> Ours:
        return self._replace(name=name)


class Theirs(NamedTuple):
    """The same, from the standard library."""

    name: str
    number: int = 3


def made(count: int, defaults: int = 0) -> tuple[Any, Any]:
    """A class of *count* fields of each make."""
    fields = [f"field_{n}" for n in range(count)]
    body: dict[str, Any] = {"__module__": __name__, "__annotations__": dict.fromkeys(fields, "int")}
    body |= {field: n for n, field in enumerate(fields) if n >= count - defaults}
    theirs = NamedTuple("Made", [(field, int) for field in fields])  # type: ignore[misc]
    theirs.__new__.__defaults__ = tuple(range(count - defaults, count)) or None
    return record("Made", body), theirs


@pytest.mark.parametrize("count", COUNTS)
def test_made_of_as_many_fields_it_is_alike(count: int) -> None:
    ours, theirs = (kind(*range(count)) for kind in made(count))
    assert ours == theirs == tuple(range(count))
    assert repr(ours) == repr(theirs)
    assert ours._asdict() == theirs._asdict()
    assert hash(ours) == hash(theirs)
    assert ours._fields == theirs._fields == type(ours).__match_args__
    assert [getattr(ours, field) for field in ours._fields] == [*range(count)]
    assert type(ours)._make(range(count)) == ours
    assert not hasattr(ours, "__dict__")


@pytest.mark.parametrize("count", COUNTS[2:])
def test_by_name_and_with_defaults_it_is_alike(count: int) -> None:
    for kind in made(count, defaults=2):
        assert kind(*range(count - 2)) == tuple(range(count))
        assert kind(*range(count - 2), **{f"field_{count - 1}": "x"}) == (*range(count - 1), "x")
        assert kind(**{f"field_{n}": n for n in range(count)}) == tuple(range(count))


@pytest.mark.parametrize("count", COUNTS[1:])
def test_a_wrong_call_is_an_error_of_the_same_kind(count: int) -> None:
    for kind in made(count):
        for call in (
            lambda kind=kind: kind(*range(count - 1)),
            lambda kind=kind: kind(*range(count + 1)),
            lambda kind=kind: kind(*range(count), other=1),
            lambda kind=kind: kind._make(range(count + 1)),
        ):
            with pytest.raises(TypeError):
                call()
        wrong = (ValueError, TypeError)  # the standard library changed its mind in 3.13
        with pytest.raises(wrong):
            kind(*range(count))._replace(other=1)
        with pytest.raises(AttributeError):
            kind(*range(count)).field_0 = 1


def test_the_error_names_the_field_that_is_missing() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Ours()  # type: ignore[call-arg]


def test_methods_properties_and_doc_stay() -> None:
    value = Ours("a")
    assert (value.name, value.number, value.doubled) == ("a", 3, 6)
    assert value.renamed("b") == Ours("b", 3)
    assert (Ours.__doc__, Ours.__name__, Ours.__qualname__) == (
        "A record with a default, a property and a method.",
        "Ours",
        "Ours",
    )
    assert isinstance(value, tuple)
    assert isinstance(value, Record)
    assert Ours._field_defaults == Theirs._field_defaults


def test_it_is_copied_pickled_and_written_as_json_like_the_other() -> None:
    value, other = Ours("a", 4), Theirs("a", 4)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.deepcopy(value) == copy.copy(value) == value
    assert json.dumps(value) == json.dumps(other)
    assert sys.getsizeof(value) == sys.getsizeof(other)


def test_it_matches_by_position() -> None:
    match Ours("a", 4):
        case Ours(name, number):
            assert (name, number) == ("a", 4)


def test_a_default_before_a_field_without_one_is_refused() -> None:
    body = {"__module__": __name__, "__annotations__": {"one": "int", "two": "int"}, "one": 1}
    with pytest.raises(TypeError, match="without a default"):
        record("Made", body)
