"""Kinds that new manuscripts showed: icons within marks, marks in brackets, groups a line each, notes in other
languages, a name in two scripts. All people are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.latex import read

BONN, MINSK = "University of Bonn, Germany", "Institute of Physics, Minsk, Belarus"


def reading(head: str, name: str = "article") -> Manuscript:
    source = f"\\documentclass{{{name}}}\n\\title{{T}}\n{head}\n\\begin{{document}}\n\\maketitle\n\\end{{document}}\n"
    return read(Files.of("p.tex", source), "p.tex")


def tied(seen: Manuscript) -> list[tuple[str, list[str]]]:
    return [(author.name, [seen.affiliations[n].text for n in author.affiliations]) for author in seen.authors]


ICON = r"\href{https://orcid.org/0000-0002-1825-0097} {\includegraphics[scale=0.05]{Images/orcid}}"


@pytest.mark.parametrize("icon", [ICON, r"\includegraphics[height=2ex]{orcid.pdf}", ""])
def test_an_icon_within_a_mark_is_no_mark(icon: str) -> None:
    authors = rf"Anna Muster\,$^{{1, * {icon}}}$, Jos\'{{e}} Probe\,$^{{1,2 {icon}}}$ and Ada Keller\,$^{{2}}$"
    address = rf"\def\Address{{$^{{1}}$ {BONN} \\ $^{{2}}$ {MINSK}}}"
    seen = reading(f"\\def\\Authors{{{authors}}}\n{address}\n\\author[Muster]{{\\Authors}}", "frontiersSCNS")
    assert tied(seen) == [("Anna Muster", [BONN]), ("José Probe", [BONN, MINSK]), ("Ada Keller", [MINSK])]
    assert [author.orcid for author in seen.authors][:1] == (["0000-0002-1825-0097"] if icon == ICON else [None])


def test_marks_in_brackets() -> None:
    authors = "\\author{Anna Muster\\Addressmark[1],\nBen Probe\\Addressmark[2]\\Emailmark[1]}"
    seen = reading(f"{authors}\n\\Addresstext[1]{{{BONN}}}\n\\Addresstext[2]{{{MINSK}}}")
    assert tied(seen) == [("Anna Muster", [BONN]), ("Ben Probe", [MINSK])]


@pytest.mark.parametrize("end", ["", " % ORCID: a comment", "\n"])
def test_groups_a_line_each(end: str) -> None:
    people = "".join(
        f"\\author{{{name}}}\n{{{place}}}\n{{{mail}}}\n{{}}{end}\n{{}}\n"
        for name, place, mail in (("Anna Muster", BONN, "a@b.example"), ("Ben Probe", MINSK, "b@b.example"))
    )
    seen = reading(people, "lipics-v2018")
    assert tied(seen) == [("Anna Muster", [BONN]), ("Ben Probe", [MINSK])]
    assert [author.addresses[0].text for author in seen.authors] == ["a@b.example", "b@b.example"]


def test_a_group_on_the_next_line_is_not_the_authors() -> None:
    seen = reading(f"\\author{{Anna Muster}}\n{{\\small {MINSK}}}")
    assert [author.name for author in seen.authors] == ["Anna Muster"]


@pytest.mark.parametrize(
    "link",
    [
        "están con la",
        "estan con el",
        "pertenecen a la",
        "trabajan en la",
        "sind an der",
        "arbeiten bei der",
        "sont à l'",
        "sont avec l'",
        "sono con l'",
        "são com a",
        "are with the",
    ],
)
def test_notes_that_say_who_is_where(link: str) -> None:
    note = f"\\thanks{{A. Muster and B. Probe {link} {MINSK}.}}"
    seen = reading(f"\\author{{Anna Muster, Ben Probe{note}}}", "IEEEtran")
    assert [len(author.affiliations) for author in seen.authors] == [1, 1]
    assert MINSK in seen.affiliations[0].text


@pytest.mark.parametrize("said", ["sind dankbar", "están de acuerdo", "sont membres", "sono grati"])
def test_a_note_that_says_something_else_ties_nobody(said: str) -> None:
    note = f"\\thanks{{A. Muster and B. Probe {said}.}}"
    assert not reading(f"\\author{{Anna Muster, Ben Probe{note}}}", "IEEEtran").affiliations


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("C. G. Wu(武晨光)", "C. G. Wu(武晨光)"),
        ("Anna Petrova (Анна Петрова)", "Anna Petrova (Анна Петрова)"),
        ("Sora Kim (김소라)", "Sora Kim (김소라)"),
        ("Anna Muster (PhD student)", "Anna Muster"),
        ("Anna Muster (corresponding)", "Anna Muster"),
    ],
)
def test_a_name_in_two_scripts_keeps_both(printed: str, name: str) -> None:
    assert [author.name for author in reading(f"\\author{{{printed}}}").authors] == [name]


def test_sigplan_prints_a_group_a_line() -> None:
    people = "".join(
        f"\\authorinfo{{{name}}}\n           {{{place}}}\n           {{{mail}}}\n"
        for name, place, mail in (("Anna Muster", BONN, "a@b.example"), ("Ben Probe", MINSK, "b@b.example"))
    )
    assert tied(reading(people, "sigplanconf")) == [("Anna Muster", [BONN]), ("Ben Probe", [MINSK])]
