"""A class is a file: every family says its source, no other file names its macros, and a new one needs nothing else."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst_checks.readers.latex.bindings import families, generic
from askfirst_checks.readers.latex.bindings.families import signature_of
from askfirst_checks.readers.latex.bindings.macro import FLAGS, GROUPS, INNER, MEANINGS, Macro, parse, parse_all

CHECKS = Path(families.__file__).parents[5]
READERS = Path(families.__file__).parents[3]
TESTS = Path(__file__).parents[1]
GENERIC = parse_all(Path(families.GENERIC).read_text("utf-8"))
ALL = [*GENERIC, *(macro for family in families.names() for macro in parse_all(families.text_of(family)))]
WORDS = {"from", "credit", "position", "sur", "mailto", "orgname", "corrauth"}
"""names of macros that are words, schemes of addresses or keys of other formats, too"""
OF_FAMILIES = {macro.name for macro in ALL} - {macro.name for macro in GENERIC} - WORDS
"""macros that only families name"""


@pytest.mark.parametrize("family", families.names())
def test_a_family_says_what_it_is_and_where_that_stands(family: str) -> None:
    first, source, *_ = families.text_of(family).split("\n")
    assert re.fullmatch(r"# .{5,}\.", first)
    assert re.fullmatch(r"# Source: .{10,}", source)
    for macro in parse_all(families.text_of(family)):
        assert macro.meaning in (*MEANINGS, *INNER), macro
        assert set(re.findall("[a-z]+", macro.signature)) <= set(GROUPS), macro
        assert set(macro.flags) <= set(FLAGS), macro
        assert macro.groups or macro.is_inner or macro.is_environment, macro


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("author \\x{name}{marks} over-lines", Macro("x", "{name}{marks}", "author", ("over-lines",))),
        ("affiliation  \\x[mark]{text}", Macro("x", "[mark]{text}", "affiliation")),
        ("inner-and \\x", Macro("x", "", "inner-and")),
        ("skip \\begin{x*}", Macro("x*", "", "skip", (), True)),
        ("affiliation \\begin{x}{items}", Macro("x", "{items}", "affiliation", (), True)),
    ],
)
def test_a_line_is_a_record(line: str, expected: Macro) -> None:
    assert parse(line) == expected
    assert parse_all(f"# Families.\n\n{line}\n") == [expected]


@pytest.mark.parametrize(
    "line", ["author", "author x{name}", "author \\x{na me}", "author \\x{name", "author \\x{Name}"]
)
def test_a_line_that_is_none_is_no_record(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse(line)


@pytest.mark.parametrize("family", families.names())
def test_no_macro_means_the_same_in_another_family_or_for_all(family: str) -> None:
    here = {each[:3:2] for each in parse_all(families.text_of(family)) if not each.is_environment}
    rest = [each[:3:2] for each in ALL if not each.is_environment]
    assert [each for each in here if rest.count(each) > 1] == []


def test_what_is_loaded_is_what_the_files_say() -> None:
    assert {m.name: m for m in ALL if not m.is_inner and not m.is_environment} == families.MACROS
    assert [m for m in ALL if m.is_environment] == families.ENVIRONMENTS
    inner = [(meaning, written) for meaning, each in families.INNER.items() for written in each]
    assert sorted(inner) == sorted((m.meaning, f"\\{m.name}{m.signature}") for m in ALL if m.is_inner)


def test_tables_of_typesetting_name_no_macro_of_a_family() -> None:
    lists = ast.parse(Path(generic.__file__).read_text("utf-8"))
    words = {word for node in ast.walk(lists) if isinstance(node, ast.Constant) for word in str(node.value).split()}
    assert words & OF_FAMILIES == set()


OTHERS = [p for p in READERS.rglob("*.py") if not {"bindings", "typst"} & set(p.parts)]
"""the readers but for the bindings, and Typst's, whose keys are no macros"""


@pytest.mark.parametrize("path", OTHERS, ids=lambda p: str(p.relative_to(READERS)))
def test_no_other_file_names_the_macro_of_a_class(path: Path) -> None:
    assert sorted(named_in(path.read_text("utf-8"))) == []


def named_in(code: str) -> set[str]:
    """The macros of families that *code* names, outside of what it says about itself."""
    tree = ast.parse(code)
    about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in about]
    strings = [text for text in texts if isinstance(text, str)]
    listed = [word for text in strings for word in re.findall(r"(?<=[\\|(\s])[A-Za-z]+", "|" + text)]
    return OF_FAMILIES & {*strings, *listed}


@pytest.mark.parametrize("code", ['macro == "icmlauthor"', r'pattern(r"\\(?:title|icmltitle)\b")', 'words("a supit")'])
def test_a_name_in_another_file_would_be_found(code: str) -> None:
    assert named_in(code)


@pytest.mark.parametrize(
    "code", ['r"""As of ``\\icmlauthor``."""', 'macro == "author"', "icmlauthor = 1", 'text("a word")']
)
def test_what_names_no_macro_is_left_alone(code: str) -> None:
    assert not named_in(code)


@pytest.mark.parametrize("name", sorted(OF_FAMILIES | WORDS))
def test_every_macro_has_a_case(name: str) -> None:
    texts = [path.read_text("utf-8") for ending in ("*.txt", "*.py") for path in TESTS.rglob(ending)]
    written = re.compile(r"\\(?:begin\{)?" + re.escape(name) + r"(?![A-Za-z])")
    assert any(written.search(text) for text in texts), f"no case in cases/ shows \\{name}"


@pytest.mark.parametrize(
    ("signature", "groups"),
    [
        ("", ()),
        ("{name}{marks}", ("name", "marks")),
        ("{name}{membership}{marks}", ("name", "membership", "marks")),
        ("[marks]{names}", ("names",)),
        ("{name}[option]{email}", ("name", "email")),
    ],
)
def test_a_signature_tells_its_groups(signature: str, groups: tuple[str, ...]) -> None:
    assert Macro("x", signature, "author").groups == groups


def test_all_groups_may_be_wanted() -> None:
    assert Macro("x", "{name}{marks}", "author", ("all-groups",)).least == 2
    assert Macro("x", "{name}{marks}", "author").least == 1


def test_what_no_family_names_has_no_signature() -> None:
    assert signature_of("subtitle") == ""
    assert signature_of("icmlauthor") == "{name}{marks}"


HOUSE = r"""# A class of one house.
# Source: house.cls, invented for a test
author       \houseauthor{name}{marks}{email}{orcid}
affiliation  \houseplace{mark}{text}
author       \houseguest{family}{given}{marks}{affiliation}{email}
"""
PAPER = r"""\documentclass{house}\begin{document}\title{Work}
\houseauthor{Anna Beispiel}{1,2}{anna@a.example}{0000-0002-1825-0097}
\houseauthor{Bruno Modell}{2}{bruno@b.example}{}
\houseplace{1}{University of Examples, Germany}
\houseplace{2}{Institute of Models, France}
\houseguest{van den Muster}{Clara}{1}{Third University, Italy}{clara@c.example}
\maketitle\end{document}"""
PRINT = """
import sys
from askfirst_checks.readers.latex import read
class Files:
    def read(self, path): return open(path, "rb").read()
    def exists(self, path): return False
m = read(Files(), sys.argv[1])
for p in m.authors:
    print(p.name, [m.affiliations[n].text for n in p.affiliations], [a.text for a in p.addresses], p.orcid)
"""


def test_a_class_with_marks_and_an_address_in_later_groups_is_one_new_file(tmp_path: Path) -> None:
    package = tmp_path / "askfirst_checks"
    shutil.copytree(CHECKS / "askfirst_checks" / "readers", package / "readers")
    for other in (CHECKS / "askfirst_checks").iterdir():
        if other.name not in ("readers", "__pycache__"):
            (package / other.name).symlink_to(other)
    (package / "readers/latex/bindings/families/house.txt").write_text(HOUSE, "utf-8")
    (tmp_path / "paper.tex").write_text(PAPER, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", PRINT, str(tmp_path / "paper.tex")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    germany, france = "University of Examples, Germany", "Institute of Models, France"
    assert done.stdout.splitlines() == [
        f"Anna Beispiel ['{germany}', '{france}'] ['anna@a.example'] 0000-0002-1825-0097",
        f"Bruno Modell ['{france}'] ['bruno@b.example'] None",
        f"Clara van den Muster ['{germany}', 'Third University, Italy'] ['clara@c.example'] None",
    ]
