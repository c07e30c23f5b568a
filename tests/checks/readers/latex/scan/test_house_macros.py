"""A house class adds macros, in the words of a family's file, and takes nothing away."""

from __future__ import annotations

import pytest

from askfirst_checks.model import Manuscript, Unreadable
from askfirst_checks.readers.latex import read
from askfirst_checks.readers.latex.scan.house_macros import house_macro, house_macros
from askfirst_checks.words import same

HOUSE = (
    r"author \berichtautor{name}{marks}{email}",
    r"affiliation \berichtort{mark}{text}",
    r"title \berichttitel{text}",
    r"inner-mark \berichtmarke{mark}",
    r"also \berichtgast{text}",
)


class Files:
    def __init__(self, **texts: str) -> None:
        self.texts = {name.replace("_", "."): text.encode() for name, text in texts.items()}

    def read(self, path: str) -> bytes:
        if path not in self.texts:
            raise Unreadable(same("not there"))
        return self.texts[path]

    def exists(self, path: str) -> bool:
        return path in self.texts


def seen(text: str, house: tuple[str, ...] = HOUSE, **more: str) -> Manuscript:
    paper = f"\\documentclass{{bericht}}\n{more.pop('before', '')}\\begin{{document}}\n{text}\n\\end{{document}}\n"
    return read(Files(p_tex=paper, **more), "p.tex", house=house)


def told(manuscript: Manuscript) -> list[tuple[str, list[str], list[str]]]:
    return [
        (
            person.name,
            [manuscript.affiliations[n].text for n in person.affiliations],
            [a.text for a in person.addresses],
        )
        for person in manuscript.authors
    ]


@pytest.mark.parametrize(
    ("line", "arity", "default", "body"),
    [
        (r"author \xx{name}", 1, None, r"\author{#1}"),
        (r"author  \xx{name}{marks}{email}", 3, None, r"\author[#2]{#1}\email{#3}"),
        (r"author \xx[marks]{name}{orcid}", 3, "", r"\author[#1]{#2}\orcid{#3}"),
        (r"author \xx{given}{family}{affiliation}", 3, None, r"\author{#1 #2}\affiliation{#3}"),
        (r"author \xx{family}{given}{marks}", 3, None, r"\author[#3]{#2 #1}"),
        (r"author \xx{name}{text}{email}", 3, None, r"\author{#1}\affiliation{#2}\email{#3}"),
        (r"affiliation \xx{mark}{text}", 2, None, r"\affiliation[#1]{#2}"),
        (r"affiliation \xx[mark]{text}", 2, "", r"\affiliation[#1]{#2}"),
        (r"affiliation \xx{text}{email}", 2, None, r"\affiliation{#1}\email{#2}"),
        (r"also \xx{text}", 1, None, r"\moreaddress{#1}"),
        (r"email \xx{email}", 1, None, r"\email{#1}"),
        (r"note \xx[mark]{text}", 2, "", r"\authnote[#1]{#2}"),
        (r"title \xx{text}", 1, None, r"\title{#1}"),
        (r"inner-mark \xx{mark}", 1, None, r"\textsuperscript{#1}"),
        (r"inner-affiliation \xx{text}", 1, None, r"\affil{#1}"),
        (r"inner-and \xx", 0, None, r"\and"),
        (r"inner-line \xx", 0, None, r"\newline"),
    ],
)
def test_a_line_is_a_macro_of_known_ones(line: str, arity: int, default: str | None, body: str) -> None:
    found = house_macro(line)
    assert found.wrong is None
    assert (found.name, *found.macro) == ("xx", arity, default, body)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "is no macro"),
        ("author", "is no macro"),
        ("author xx{name}", "is no macro"),
        (r"author \x{name}", "is no macro"),
        (r"author \xx{name}  over-lines", "is no macro"),
        (r"author \begin{authors}{name}", "is no macro"),
        (r"author \xx@yy{name}", "is no macro"),
        ("author \\xx{name}\x1b[31m", "is no macro"),
        ("author \\xx{name}" + "{email}" * 60, "is no macro"),
        (r"skip \xx{text}", "'skip' is no meaning"),
        (r"inner-nothing \xx{text}", "'inner-nothing' is no meaning"),
        (r"body \xx", "'body' is no meaning"),
        (r"class \xx{text}", "'class' is no meaning"),
        (r"author \xx{name}{funding}", "cannot hold 'funding'"),
        (r"author \xx{name}{option}", "cannot hold 'option'"),
        (r"email \xx{text}", "cannot hold 'text'"),
        (r"title \xx{text}{email}", "cannot hold 'email'"),
        (r"author \xx{email}", "has no group with: name"),
        (r"affiliation \xx{mark}", "has no group with: text"),
        (r"author \xx{name}[marks]", "only the first"),
        (r"author \author{name}", "is known already"),
        (r"author \icmlauthor{name}", "is known already"),
        (r"title \section{text}", "is known already"),
        (r"inner-mark \textbf{mark}", "is known already"),
        (r"inner-and \par", "is known already"),
        (r"note \newcommand{text}", "is known already"),
        (r"note \input{text}", "is known already"),
        (r"inner-and \begin", "is no macro"),
        (r"inner-mark \fnmark{mark}", "is known already"),
        (r"inner-line \hspace", "is known already"),
    ],
)
def test_what_a_house_class_cannot_say(line: str, says: str) -> None:
    found = house_macro(line)
    assert found.wrong is not None
    assert says in found.wrong.en
    assert found.wrong.de != found.wrong.en
    assert house_macros([line]) == {}


def test_authors_with_marks_and_addresses_on_lines_of_their_own() -> None:
    found = seen(
        "\\berichttitel{Work}\n\\berichtautor{Anna Beispiel}{1,2}{anna@a.example}\n"
        "\\berichtautor{Bruno\n Modell}\n{2}\n{}\n"
        "\\berichtort{1}{University of Examples, Germany}\n\\berichtort{2}{Institute of Models, France}"
    )
    assert found.title == "Work"
    assert told(found) == [
        ("Anna Beispiel", ["University of Examples, Germany", "Institute of Models, France"], ["anna@a.example"]),
        ("Bruno Modell", ["Institute of Models, France"], []),
    ]
    assert not found.problems


def test_marks_within_an_author_argument() -> None:
    found = seen(
        "\\title{Work}\\author{Anna Beispiel\\berichtmarke{1} and Bruno Modell\\berichtmarke{2}}\n"
        "\\berichtort{1}{University of Examples, Germany}\\berichtort{2}{Institute of Models, France}"
    )
    assert [places for _, places, _ in told(found)] == [
        ["University of Examples, Germany"],
        ["Institute of Models, France"],
    ]


def test_a_place_is_found_where_it_stands() -> None:
    found = seen("\\title{Work}\n\\berichtautor{Anna Beispiel}{1}{}\n\\berichtort{1}{University of Examples, Germany}")
    (place,) = found.affiliations
    assert (place.span.line, place.span.file) == (5, "p.tex")


def test_without_the_house_class_nobody_is_read_and_that_is_told() -> None:
    text = "\\title{Work}\n\\berichtauthor{Anna Beispiel}{1}{}\n\\berichtort{1}{University of Examples, Germany}"
    assert [problem.kind for problem in seen(text, house=()).problems] == ["no-authors"]


def test_a_definition_that_can_be_followed_counts_before_it() -> None:
    before = "\\newcommand{\\berichtautor}[3]{\\author{#1 (#2)}}\n"
    found = seen("\\title{Work}\\berichtautor{Anna Beispiel}{Institute of Models, France}{x}", before=before)
    assert [name for name, _, _ in told(found)] == ["Anna Beispiel"]
    assert [place.text for place in found.affiliations] == ["Institute of Models, France"]


def test_a_definition_of_a_style_that_only_tex_can_follow_does_not() -> None:
    style = "\\newcommand{\\berichtautor}[3]{\\g@addto@macro\\@bericht{\\stepcounter{autor}#1}}\n"
    found = seen("\\title{Work}\\berichtautor{Anna Beispiel}{}{}", before="\\usepackage{bericht}\n", bericht_sty=style)
    assert [name for name, _, _ in told(found)] == ["Anna Beispiel"]


@pytest.mark.parametrize(
    "house", [(r"title \berichtauthor{text}",), (r"note \berichtauthor{text}",), (r"keywords \berichtauthor{text}",)]
)
def test_settings_do_not_vouch_for_a_block_that_nobody_could_read(house: tuple[str, ...]) -> None:
    found = seen("\\title{Work}\n\\berichtauthor{Anna Beispiel, University of Examples, Germany}", house=house)
    assert "no-authors" in [problem.kind for problem in found.problems]


@pytest.mark.parametrize(
    "text",
    [
        "\\title{Work}\\author{Anna Beispiel}\\affiliation{University of Examples, Germany}",
        "\\title{Work}\\author{Anna Beispiel\\inst{1} \\and B. Modell\\inst{2}}\\institute{One \\and Two}",
        "\\section{Text}\nNo authors at all.",
    ],
)
def test_a_document_without_its_macros_is_read_as_ever(text: str) -> None:
    assert seen(text) == seen(text, house=())


def test_what_is_wrong_never_reaches_a_document() -> None:
    assert told(seen("\\title{Work}\\author{Anna Beispiel}", house=("skip \\author{text}", "?"))) == [
        ("Anna Beispiel", [], [])
    ]


def test_thousands_of_uses_are_bounded() -> None:
    found = seen("\\title{Work}" + "\\berichtautor{Anna Beispiel}{1}{}\n" * 7_000)
    assert len(found.authors) <= 6_000
    assert "bound" in [problem.kind for problem in found.problems]
