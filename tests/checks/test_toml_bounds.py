"""Bounds on TOML: what costs too much is refused with its line before `tomllib` sees it; what people write is read."""

from __future__ import annotations

import tracemalloc

import pytest

from askfirst_checks import strict
from askfirst_checks.strict import BrokenData
from askfirst_checks.toml_bounds import MOST_PARTS, beyond


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a" + ".a" * 20_000 + " = 1", 1),
        ('x = 1\n"a"' + '."a"' * 5_000 + " = 1", 2),
        ("x = 1\ny = 2\na" + " . a" * 5_000 + " = 1", 3),
        ("[a" + ".a" * 5_000 + "]\nx = 1", 1),
        ("x = {a" + ".a" * 5_000 + " = 1}", 1),
        ("# see\n" + "'a'." * 5_000 + "a = 1", 2),
        ("x = '''\n\n'''\na" + ".ä" * 5_000 + " = 1", 4),
        ("x = " + "[" * 60_000, 1),
        ("\nx = " + "[" * 41 + "]" * 41, 2),
        ("x = " + "{a=" * 1_000 + "1" + "}" * 1_000, 1),
    ],
)
def test_what_costs_too_much_is_refused_with_its_line(source: str, line: int) -> None:
    tracemalloc.start()
    with pytest.raises(BrokenData) as broken:
        strict.parse("a.toml", source)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert broken.value.line == line
    assert peak < 8 * 1024 * 1024


@pytest.mark.parametrize(
    "source",
    [
        'x = "' + "a." * 100 + '"',
        "x = 'https://export.control.office.of.the.university.of.some.where.in.the.north.of.some.land.example/a.b.c.d'",
        '''x = """\n1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18\n"""''',
        "# 1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18 [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\nx = 1",
        "[a.b.c]\nx = 1",
        "a" + ".a" * (MOST_PARTS - 1) + " = 1",
        "x = " + "[" * 40 + "]" * 40,
        "".join(f"[[watch]]\nname = 'A{n}.B'\n" for n in range(300)),
        'x = "' + "[" * 100 + '"',
        "x = '{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{'",
        'x = "a \\" b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u \\\\"\ny = 1.5',
    ],
)
def test_what_people_write_is_read(source: str) -> None:
    assert beyond(source) is None
    assert strict.parse("a.toml", source).values


def test_a_number_of_thousands_of_digits_is_an_error_of_the_file() -> None:
    with pytest.raises(BrokenData):
        strict.parse("a.toml", "x = " + "9" * 5000)


def test_finding_a_line_does_not_read_the_file_again_for_every_entry() -> None:
    source = "\n" * 30_000 + "watch = [" + "{}," * 3000 + "]"
    assert [each.first_line for each in strict.parse("a.toml", source).tables("watch")] == [30_001] * 3000


@pytest.mark.parametrize("line", [" " * 50_000, "[" * 39 + " " * 50_000, "'" * 50_000, "a" * 50_000, '"' * 49_999])
def test_a_long_line_is_looked_at_once(line: str) -> None:
    table = strict.Table({}, "a.toml", line + "\nx = 1")
    assert table.line_of("x") == 2
    assert beyond(line + ".") in (None, beyond(line + "."))
