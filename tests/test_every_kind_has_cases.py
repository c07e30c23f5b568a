"""What somebody adds has its cases: a rule fires and stays silent, a format is rendered, a reader reads."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.opendocument import make as opendocument
from tests.checks.readers.pdf.make import page, pdf
from tests.checks.readers.word.make import NAMES, PLACES, REST, TITLE, docx

from askfirst.formats import FORMATS
from askfirst_checks.readers import reader_for
from askfirst_checks.readers.file_kinds import KINDS, kind_of

TESTS = Path(__file__).parent
RULES = sorted((TESTS.parent / "checks" / "askfirst_checks" / "rules").glob("af*.py"))
OF_RULES = sorted((TESTS / "checks" / "rules").glob("test_*.py"))
SILENT = re.compile(r"silent|silences|(?:says|adds|hears)_nothing|is_no_manuscript")
SAMPLES = {
    "latex": r"\documentclass{article}\begin{document}\author{A. Muster\\ University, Berlin}\end{document}",
    "bibtex": "@article{key, author = {Muster, Anna}, title = {Work}, year = 2020}",
    "tables.csv_authors": "name\taffiliation\nA. Muster\tUniversity of Examples\n",
    "tables.toml_authors": '[[author]]\nname = "A. Muster"\naffiliation = "University of Examples"\n',
    "markdown.front_matter": "---\ntitle: Work\nauthor:\n  - name: A. Muster\n    affiliation: University, Bonn\n---\n",
    "markdown.citation_cff": "cff-version: 1.2.0\nauthors:\n  - family-names: Muster\n    given-names: A.\n",
    "markdown.metadata_file": "title: Work\nauthor:\n  - name: A. Muster\n    affiliation: University of Examples\n",
    "word": docx(TITLE, NAMES, *PLACES, *REST),
    "opendocument": opendocument.odt(opendocument.TITLE, opendocument.NAMES, *opendocument.PLACES),
    "xml_papers": "<TEI><teiHeader><author><persName>A. Muster</persName></author></teiHeader></TEI>",
    "typst": '#show: ieee.with(authors: ((name: "A. Muster", organization: "University of Examples"),))',
    "pdf": pdf(page("On waves", "A. Muster^1^", "^1^University of Examples, Bonn")),
    "metadata_json": '{"creators": [{"name": "Muster, A.", "affiliation": "University of Examples"}]}',
}
"""the least that each reader reads"""
NAMES = [name for kind in KINDS for name in (*(f"author{suffix}" for suffix in kind.suffixes), *kind.names)]


def functions(code: str) -> list[str]:
    """The names of the tests in the file about the rule *code*; those of its group where several share one file."""
    digits = code.lower().removeprefix("af")
    own = [path for path in OF_RULES if path.stem.startswith((f"test_af{digits}", f"test_af{digits[:2]}x"))]
    found = own or [path for path in OF_RULES if code in path.read_text("utf-8")]
    tests = [each.name for path in found for each in ast.parse(path.read_text("utf-8")).body if _is_test(each)]
    shared = any("x_" in path.stem for path in found)
    return [name for name in tests if f"_{digits}_" in name] if shared else tests


def _is_test(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


@pytest.mark.parametrize("rule", RULES, ids=lambda path: path.stem)
def test_a_rule_has_cases_that_ask_and_cases_that_stay_silent(rule: Path) -> None:
    names = functions(rule.stem[:5].upper())
    silent = [name for name in names if SILENT.search(name)]
    assert silent, f"no test named for its silence: {names}"
    assert set(names) - set(silent), f"no test in which it asks: {names}"


@pytest.mark.parametrize("path", [p for p in OF_RULES if "SILENT = [" in p.read_text("utf-8")], ids=lambda p: p.stem)
def test_the_silent_list_is_as_long_as_the_other(path: Path) -> None:
    lists = {
        node.targets[0].id: len(node.value.elts)
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.List)
    }
    assert lists["SILENT"] >= lists.get("FIRES", 0)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_rendered_somewhere(name: str) -> None:
    rendered = re.compile(rf"""["']{name}["']|\.{name}\b""")
    found = [path for path in (TESTS / "plugin").rglob("*.py") if rendered.search(path.read_text("utf-8"))]
    kept = list((TESTS / "plugin" / "formats" / "snapshots").glob(f"*.{name}.*"))
    assert found or kept


@pytest.mark.parametrize(
    "name", [name for kind in KINDS for name in (*(f"author{s}" for s in kind.suffixes), *kind.names)]
)
def test_a_reader_reads_a_file_of_every_name_it_has(name: str) -> None:
    kind, reader = kind_of(name), reader_for(name)
    assert kind is not None
    assert reader is not None
    manuscript = reader.read(Files.of(name, SAMPLES[kind.reader]), name)
    assert manuscript.authors or manuscript.bibliographies
    assert manuscript.form == kind.form


@pytest.mark.parametrize("name", ["test_fires", "test_asks", "test_a_note", "test_is_judged_at_its_day"])
def test_a_name_that_tells_no_silence_is_none(name: str) -> None:
    assert not SILENT.search(name)


def test_a_rule_without_a_test_would_be_found() -> None:
    assert functions("AF999") == []
