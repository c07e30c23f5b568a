"""Patterns that are compiled late behave as those compiled at once, and every one in the project compiles."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import askfirst_checks
from askfirst_checks.patterns import pattern

ROOT = Path(askfirst_checks.__file__).parent


def test_behaves_as_a_compiled_pattern():
    late = pattern(r"(\w+)-(?P<n>\d)", re.IGNORECASE)
    assert late.search("Ab-1")["n"] == "1"
    assert [m[1] for m in late.finditer("a-1 b-2")] == ["a", "b"]
    assert late.sub("x", "a-1") == "x"
    assert late.split("a-1,b")[0] == ""
    assert late.findall("a-1") == [("a", "1")]
    assert late.pattern.startswith("(")
    assert late.groups == 2


def test_nothing_is_compiled_before_it_is_used():
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("x")


def test_every_literal_pattern_compiles():
    seen = 0
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pattern" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    re.compile(first.value)
                    seen += 1
    assert seen
