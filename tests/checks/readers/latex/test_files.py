"""Included files, encodings, bibliographies, and what happens where they are missing."""

from __future__ import annotations

import pytest

from askfirst_checks.model import Manuscript, Span, Unreadable
from askfirst_checks.readers.latex import read
from askfirst_checks.words import same

HEAD = "\\documentclass{article}\n\\begin{document}\n"
BLOCK = "\\author{Anna Probe}\\affiliation{Sample University, Oldtown}\n"


class Files:
    def __init__(self, files: dict[str, str | bytes]) -> None:
        self.files = {n: t.encode() if isinstance(t, str) else t for n, t in files.items()}
        self.asked: list[str] = []

    def read(self, path: str) -> bytes:
        self.asked.append(path)
        if path not in self.files:
            raise Unreadable(same("it lies outside the tree" if path.startswith(("..", "/")) else "it is not there"))
        return self.files[path]

    def exists(self, path: str) -> bool:
        return path in self.files


def kinds(manuscript: Manuscript) -> list[str]:
    return [p.kind for p in manuscript.problems]


@pytest.mark.parametrize(
    ("command", "path"),
    [
        (r"\input{authors}", "authors.tex"),
        (r"\input{authors.tex}", "authors.tex"),
        (r"\input authors.tex", "authors.tex"),
        (r"\input{./front/authors}", "front/authors.tex"),
        (r'\input{"authors"}', "authors.tex"),
        (r"\include{authors}", "authors.tex"),
        (r"\subfile{front/authors}", "front/authors.tex"),
        (r"\import{front/}{authors}", "front/authors.tex"),
        (r"\subimport{front/}{authors}", "front/authors.tex"),
        (r"\newcommand{\where}{front}\input{\where/authors}", "front/authors.tex"),
        (r"\input{authors.inc}", "authors.inc"),
    ],
)
def test_includes_are_followed(command: str, path: str) -> None:
    manuscript = read(Files({"paper.tex": HEAD + command + "\n", path: BLOCK}), "paper.tex")
    assert [p.name for p in manuscript.authors] == ["Anna Probe"]
    assert manuscript.authors[0].span == Span(path, 1, 9, 1, 19)
    assert manuscript.affiliations[0].span.file == path
    assert set(manuscript.sources) == {"paper.tex", path}
    assert kinds(manuscript) == []


def test_paths_start_at_the_roots_folder() -> None:
    manuscript = read(Files({"draft/paper.tex": HEAD + "\\input{a}", "draft/a.tex": BLOCK}), "draft/paper.tex")
    assert manuscript.affiliations[0].span.file == "draft/a.tex"


def test_an_include_inside_the_argument_keeps_its_places() -> None:
    files = {"paper.tex": HEAD + "\\author{\\input{names}}", "names.tex": "Anna Probe\\\\ Sample University"}
    manuscript = read(Files(files), "paper.tex")
    assert manuscript.authors[0].span == Span("names.tex", 1, 1, 1, 11)
    assert manuscript.affiliations[0].span == Span("names.tex", 1, 14, 1, 31)


def test_inputs_in_order_of_printing() -> None:
    files = {"paper.tex": HEAD + "\\input{a}\\author{Bruno Probe}\\affiliation{Trial Institute}", "a.tex": BLOCK}
    manuscript = read(Files(files), "paper.tex")
    assert [(p.name, p.affiliations) for p in manuscript.authors] == [("Anna Probe", (0,)), ("Bruno Probe", (1,))]


@pytest.mark.parametrize("missing", ["gone", "../outside", "/dev/zero", "/etc/passwd"])
def test_what_cannot_be_followed_is_said(missing: str) -> None:
    manuscript = read(Files({"paper.tex": HEAD + BLOCK + f"\\input{{{missing}}}"}), "paper.tex")
    problem = next(p for p in manuscript.problems if p.kind == "file")
    assert problem.span.line == 4
    assert missing.strip("./") in problem.subject
    assert [p.name for p in manuscript.authors] == ["Anna Probe"]


@pytest.mark.parametrize("side", ["glyphtounicode", "figure.pgf", "plot.pdf_tex", "paper.bbl", "tikzlibraryarrows"])
def test_what_belongs_to_packages_is_not_missed(side: str) -> None:
    assert kinds(read(Files({"paper.tex": HEAD + BLOCK + f"\\input{{{side}}}"}), "paper.tex")) == []


@pytest.mark.parametrize("side", ["my.def", "authors.tikz", "names.pgf", "authors.v2", "autoren.bak"])
def test_a_file_of_any_suffix_that_lies_here_is_read_before_the_title(side: str) -> None:
    front = "\\documentclass{article}\\title{T}\n\\input{" + side + "}\n\\begin{document}\\maketitle x\\end{document}"
    manuscript = read(Files({"paper.tex": front, side: BLOCK}), "paper.tex")
    assert [p.name for p in manuscript.authors] == ["Anna Probe"]


@pytest.mark.parametrize("side", ["plot.pgf", "figure.pdf_tex", "plot.tikz"])
def test_a_figure_behind_the_title_is_not_opened(side: str) -> None:
    tree = Files({"paper.tex": HEAD + "\\title{T}" + BLOCK + "\\maketitle\\input{" + side + "}", side: "x"})
    assert kinds(read(tree, "paper.tex")) == []
    assert tree.asked == ["paper.tex"]


def test_a_commented_input_is_none() -> None:
    tree = Files({"paper.tex": HEAD + BLOCK + "% \\input{gone}\n"})
    assert kinds(read(tree, "paper.tex")) == []
    assert tree.asked == ["paper.tex"]


def test_cycles_end_and_are_said() -> None:
    files = {"paper.tex": HEAD + "\\input{a}", "a.tex": BLOCK + "\\input{b}", "b.tex": "\\input{a}\\input{paper}"}
    manuscript = read(Files(files), "paper.tex")
    assert [p.name for p in manuscript.authors] == ["Anna Probe"]
    assert kinds(manuscript) == ["file", "file"]


def test_a_file_that_includes_itself_inside_an_argument_is_said_and_read_once() -> None:
    part = "Anna Probe\\\\ Sample University \\input{names}\\input{names}"
    tree = Files({"paper.tex": HEAD + "\\author{\\input{names}}", "names.tex": part})
    manuscript = read(tree, "paper.tex")
    assert [p.name for p in manuscript.authors] == ["Anna Probe"]
    assert [a.text.count("Sample University") for a in manuscript.affiliations] == [1]
    assert set(kinds(manuscript)) == {"file"}


def test_depth_is_bounded() -> None:
    files: dict[str, str | bytes] = {f"f{n}.tex": f"\\input{{f{n + 1}}}" for n in range(60)}
    tree = Files({"paper.tex": HEAD + "\\input{f0}", **files})
    assert "bound" in kinds(read(tree, "paper.tex"))
    assert len(tree.asked) < 20


@pytest.mark.parametrize(
    ("before", "behind", "kind"),
    [
        ("", "\\maketitle", "bound"),  # the authors may be in the one that was not followed
        ("\\maketitle", "", "file"),  # chapters and figures of a thesis
    ],
)
def test_more_files_than_are_followed(before: str, behind: str, kind: str) -> None:
    inputs = "".join(f"\\input{{f{n}}}" for n in range(500))
    files: dict[str, str | bytes] = {f"f{n}.tex": "x" for n in range(500)}
    source = HEAD + BLOCK + "\\title{T}" + before + inputs + behind + "\\end{document}"
    assert kinds(read(Files({"paper.tex": source, **files}), "paper.tex"))[-1] == kind


def test_the_end_of_the_document_ends_the_files_behind_it() -> None:
    files = {"paper.tex": HEAD + "\\input{a}\\author{Ghost Writer}", "a.tex": BLOCK + "\\end{document}"}
    assert [p.name for p in read(Files(files), "paper.tex").authors] == ["Anna Probe"]


def test_endinput_ends_its_own_file_only() -> None:
    files = {
        "paper.tex": HEAD + "\\input{a}\\author{Bruno Probe}\\affiliation{Trial Institute}",
        "a.tex": BLOCK + "\\endinput\\author{Ghost Writer}",
    }
    assert [p.name for p in read(Files(files), "paper.tex").authors] == ["Anna Probe", "Bruno Probe"]


def test_macros_of_a_local_package_are_known() -> None:
    files = {"paper.tex": "\\usepackage{ours}" + HEAD + "\\author{Anna Probe}\\affiliation{\\SU}"}
    manuscript = read(Files({**files, "ours.sty": "\\newcommand{\\SU}{Sample University}"}), "paper.tex")
    assert manuscript.affiliations[0].text == "Sample University"
    assert manuscript.affiliations[0].span.file == "paper.tex"


def test_a_macros_place_is_where_it_is_used() -> None:
    source = "\\newcommand{\\SU}{Sample University}\n\\author{Anna Probe}\n\\affiliation{\\SU, Oldtown}\n"
    manuscript = read(Files({"paper.tex": source}), "paper.tex")
    assert manuscript.affiliations[0].text == "Sample University, Oldtown"
    assert manuscript.affiliations[0].span == Span("paper.tex", 3, 14, 3, 26)


def test_the_root_alone_raises() -> None:
    with pytest.raises(Unreadable):
        read(Files({}), "paper.tex")


WORDS = "\\author{Jürgen Größe}\\affiliation{Universität Musterstadt}"


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "cp1252"),
        ("", "utf-16"),
        ("\\usepackage[latin1]{inputenc}\n", "latin-1"),
        ("\\usepackage[utf8]{inputenc}\n", "latin-1"),
        ("\\usepackage[latin9]{inputenc}\n", "iso8859-15"),
        ("% !TeX encoding = MacRoman\n", "mac-roman"),
        ("\\inputencoding{cp1250}\n", "cp1250"),
    ],
)
def test_encodings(head: str, codec: str) -> None:
    manuscript = read(Files({"paper.tex": (head + WORDS).encode(codec)}), "paper.tex")
    assert manuscript.authors[0].name == "Jürgen Größe"
    assert manuscript.affiliations[0].text == "Universität Musterstadt"
    assert kinds(manuscript) == []
    assert manuscript.authors[0].span.column == 9


@pytest.mark.parametrize("head", ["", "\\usepackage[{codec}]{{inputenc}}\n"])
@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "utf-8"])
def test_cyrillic_with_and_without_a_declaration(head: str, codec: str) -> None:
    source = head.format(codec=codec) + (
        "\\title{О выборках и образцах в физике}\\author{Иван Образцов}\\affiliation{Институт образцов, Москва}"
    )
    manuscript = read(Files({"paper.tex": source.encode(codec)}), "paper.tex")
    assert manuscript.authors[0].name == "Иван Образцов"
    assert manuscript.affiliations[0].text == "Институт образцов, Москва"


def test_an_included_file_takes_the_roots_encoding() -> None:
    files: dict[str, str | bytes] = {
        "paper.tex": "\\usepackage[cp1251]{inputenc}\\input{a}",
        "a.tex": "\\author{Иван Образцов}".encode("cp1251"),
    }
    assert read(Files(files), "paper.tex").authors[0].name == "Иван Образцов"


def test_unreadable_bytes_are_said() -> None:
    assert "encoding" in kinds(read(Files({"paper.tex": b"\\author{A B}\x81\x8d\x00"}), "paper.tex"))


def test_line_ends_of_every_kind() -> None:
    for end in ("\n", "\r\n", "\r"):
        source = end.join(["% x", "\\author{Anna Probe}", "\\affiliation{Sample", "University}"])
        manuscript = read(Files({"paper.tex": source}), "paper.tex")
        assert manuscript.authors[0].span == Span("paper.tex", 2, 9, 2, 19)
        assert manuscript.affiliations[0].text == "Sample University"
        assert manuscript.affiliations[0].span == Span("paper.tex", 3, 14, 4, 11)


BIB = """@article{one, author = {Probe, Anna and Other, Someone}, title = {T}, year = 2020}
@article{two, author = {Nobody, Else}, title = {T}, year = 2021}
"""


@pytest.mark.parametrize("command", ["\\bibliography{refs}", "\\addbibresource{refs.bib}", "\\bibliography{ refs }"])
def test_bibliographies_are_read(command: str) -> None:
    tree = Files({"d/paper.tex": HEAD + BLOCK + command, "d/refs.bib": BIB})
    manuscript = read(tree, "d/paper.tex")
    assert [(b.file, b.entries, [r.key for r in b.references]) for b in manuscript.bibliographies] == [
        ("d/refs.bib", 2, ["one"])
    ]
    assert len(read(tree, "d/paper.tex", references="all").bibliographies[0].references) == 2
    assert "d/refs.bib" in manuscript.sources


def test_a_missing_bibliography_is_said_and_a_commented_one_is_none() -> None:
    assert kinds(read(Files({"p.tex": HEAD + BLOCK + "\\bibliography{refs}"}), "p.tex")) == ["file"]
    assert kinds(read(Files({"p.tex": HEAD + BLOCK + "%\\bibliography{refs}"}), "p.tex")) == []
