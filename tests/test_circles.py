"""No file imports, by whatever way round, what imports it: at the top, within a function, or for its types alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = (ROOT / "checks" / "askfirst_checks", ROOT / "plugin" / "askfirst")

KNOWN: list[set[str]] = [
    {"askfirst_checks.readers.latex.scan." + name for name in ("conditions", "primitives", "user_macros")},
    {"askfirst.archives.looking", "askfirst.documents"},
]
"""circles that still stand; one that is mended leaves this list"""


class Source(NamedTuple):
    """One module."""

    text: str
    is_package: bool = False


def modules() -> dict[str, Source]:
    """Every module of the two packages, by its dotted name."""
    found = {}
    for package in PACKAGES:
        for file in package.rglob("*.py"):
            parts = file.relative_to(package.parent).with_suffix("").parts
            is_package = parts[-1] == "__init__"
            found[".".join(parts[:-1] if is_package else parts)] = Source(file.read_text(encoding="utf-8"), is_package)
    return found


def imports(name: str, source: Source) -> Iterator[str]:
    """What the module *name* imports anywhere in its text; a name made at run time ends in ``*``."""
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(name, source, node)
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node.func) == "import_module" and node.args:
            yield _beginning(name, node.args[0])


def _absolute(name: str, source: Source, node: ast.ImportFrom) -> str:
    package = name.split(".") if source.is_package else name.split(".")[:-1]
    above = package[: len(package) - node.level + 1] if node.level else []
    return ".".join([*above, *([node.module] if node.module else [])])


def _called(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _beginning(name: str, given: ast.expr) -> str:
    """What is known of a module's name that is put together at run time, and ``*``."""
    parts = (
        given.values if isinstance(given, ast.JoinedStr) else [given.left if isinstance(given, ast.BinOp) else given]
    )
    known = ""
    for part in parts:
        if isinstance(part, ast.Constant):
            known += str(part.value)
        elif isinstance(part, ast.FormattedValue) and getattr(part.value, "id", "") == "__name__":
            known += name
        else:
            break
    return known + "*"


def edges(sources: Mapping[str, Source]) -> dict[str, set[str]]:
    """By module, the others it leads to: what it imports, and the packages around that, for they are run first."""
    found = {}
    for name, source in sources.items():
        to: set[str] = set()
        for wanted in imports(name, source):
            if wanted.endswith("*"):
                to.update(each for each in sources if each.startswith(wanted[:-1]))
                continue
            module = wanted if wanted in sources else wanted.rpartition(".")[0]
            to.update(each for each in _with_packages(module, name) if each in sources)
        found[name] = to - {name}
    return found


def _with_packages(module: str, importer: str) -> Iterator[str]:
    yield module
    while module := module.rpartition(".")[0]:
        if not importer.startswith(module + "."):
            yield module


def circles(graph: Mapping[str, set[str]]) -> list[set[str]]:
    """The modules that reach each other, in sets of two and more (those Tarjan calls strongly connected)."""
    reached = {name: _reached(graph, name) for name in graph}
    found: list[set[str]] = []
    for name in graph:
        circle = {other for other in reached[name] if name in reached[other]}
        if circle and circle not in found:
            found.append(circle)
    return found


def _reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in graph[waiting.pop()] - found:
            found.add(name)
            waiting.append(name)
    return found


def test_no_module_reaches_itself() -> None:
    sources = modules()
    assert len(sources) > 400
    found = circles(edges(sources))
    assert [sorted(each) for each in found if each not in KNOWN] == []
    assert [sorted(each) for each in KNOWN if each not in found] == [], "mended: take it out of KNOWN"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("import p.b", "import p.a"),
        ("from p import b", "from p.a import x"),
        ("def f():\n    from p.b import x", "class C:\n    def f(self):\n        import p.a"),
        ("if TYPE_CHECKING:\n    from p.b import B", "from p.a import A"),
        ("from . import b", "from .a import A"),
        ("import_module(name)", "import p.a"),
        ("importlib.import_module('p.' + name)", "import p.a"),
        ("try:\n    import p.b as other\nexcept ImportError:\n    pass", "from p import a"),
    ],
)
def test_a_circle_is_found_wherever_the_import_stands(a: str, b: str) -> None:
    found = circles(edges({"p": Source("", True), "p.a": Source(a), "p.b": Source(b)}))
    assert found == [{"p.a", "p.b"}]


@pytest.mark.parametrize(
    ("package", "inside", "outside"),
    [
        ("from p import a", "from p import x", ""),
        ("def load(name):\n    return import_module(f'{__name__}.{name}')", "from p import X", ""),
        ("from q import b", "", "from p.a import A"),
    ],
)
def test_a_circle_through_a_package_is_found(package: str, inside: str, outside: str) -> None:
    found = circles(
        edges({"p": Source(package, True), "p.a": Source(inside), "q": Source("", True), "q.b": Source(outside)})
    )
    assert len(found) == 1
    assert "p" in found[0]


@pytest.mark.parametrize(
    ("package", "a", "b"),
    [
        ("", "", ""),
        ("", "import os\nfrom typing import Any", "import os"),
        ("", "from p import b", "import re"),
        ("", "from p.b import a", ""),
        ("", "import p.a", "import p.b"),
        ("from p import a", "from p import b", ""),
        ("from p import a, b", "from p.b import B", ""),
        ("def load(name):\n    return import_module(f'{__name__}.{name}')", "from p import b", ""),
        ("", "# from p import b", "'''from p import a'''\nimport p.a"),
        ("", "name = 'p.b'", "from p.a import name"),
        ("", "from p2 import b", "from p import a"),
        ("", "import_module('p.' + name)", ""),
    ],
)
def test_what_goes_one_way_is_no_circle(package: str, a: str, b: str) -> None:
    assert circles(edges({"p": Source(package, True), "p.a": Source(a), "p.b": Source(b)})) == []
