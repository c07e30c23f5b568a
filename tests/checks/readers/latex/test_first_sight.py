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


def mailed(seen: Manuscript) -> dict[str, list[str]]:
    return {author.name: [address.text for address in author.addresses] for author in seen.authors}


BELARUS = "Институт физики, Минск, Беларусь"


def in_two_languages(first: str, second: str) -> Manuscript:
    titles = f"\\title{{T}}\n{first}\n\\maketitle\nSome text.\n\\title{{U}}\n{second}\n\\maketitle\n"
    return read(
        Files.of("p.tex", f"\\documentclass{{llncs}}\n\\begin{{document}}\n{titles}\\end{{document}}\n"), "p.tex"
    )


def test_a_paper_in_two_languages_has_marks_of_its_own_at_each_title() -> None:
    block = "\\author{{{}\\inst{{1}} \\and {}\\inst{{2}}}}\n\\institute{{{}\\\\ \\email{{a@b.example}} \\and {}}}"
    english = block.format("Anna Muster", "Ben Probe", BONN, MINSK)
    seen = in_two_languages(english, block.format("Анна Мустер", "Бен Пробе", "Университет Бонна, Германия", BELARUS))
    assert tied(seen) == [
        ("Anna Muster", [BONN]),
        ("Ben Probe", [MINSK]),
        ("Анна Мустер", ["Университет Бонна, Германия"]),
        ("Бен Пробе", [BELARUS]),
    ]
    assert mailed(seen)["Anna Muster"] == mailed(seen)["Анна Мустер"] == ["a@b.example"]


def test_addresses_by_order_count_at_each_title() -> None:
    block = "\\author{{{} \\and {}}}\n\\institute{{{}\\\\ \\email{{vip@b.example, kst@b.example}}}}"
    second = block.format("А. Мустер", "Б. Пробе", BELARUS)
    seen = in_two_languages(block.format("A. Muster", "B. Probe", MINSK), second)
    assert mailed(seen) == {
        "A. Muster": ["vip@b.example"],
        "B. Probe": ["kst@b.example"],
        "А. Мустер": ["vip@b.example"],
        "Б. Пробе": ["kst@b.example"],
    }


@pytest.mark.parametrize("class_name", ["achemso", "article"])
def test_a_short_name_in_brackets_is_no_mark_where_nobody_has_one(class_name: str) -> None:
    people = f"\\author{{Anna Muster}}\n\\affiliation[Bonn]{{{BONN}}}\n\\author{{Ben Probe}}\\author{{Ada Keller}}\n"
    seen = reading(f"{people}\\affiliation[IoP]\n{{{MINSK}}}", class_name)
    assert tied(seen) == [("Anna Muster", [BONN]), ("Ben Probe", [MINSK]), ("Ada Keller", [MINSK])]


def test_a_mark_in_brackets_stays_one_where_somebody_has_marks() -> None:
    people = "\\author[1]{Anna Muster}\n\\author[2]{Ben Probe}\n"
    seen = reading(
        f"\\usepackage{{authblk}}\n{people}\\affil[1]{{{BONN}}}\n\\affil[2]{{{MINSK}}}\n\\affil[3]{{{BELARUS}}}"
    )
    assert tied(seen) == [("Anna Muster", [BONN]), ("Ben Probe", [MINSK])]


@pytest.mark.parametrize("also", ["altaffiliation[Also at ]", "alsoaffiliation", "altaffiliation"])
def test_also_at_alone_is_where_somebody_works(also: str) -> None:
    seen = reading(
        f"\\author{{Anna Muster}}\n\\{also}{{{MINSK}}}\n\\author{{Ben Probe}}\n\\{also}{{{BONN}}}", "revtex4-2"
    )
    assert tied(seen) == [("Anna Muster", [MINSK]), ("Ben Probe", [BONN])]
    assert {each.kind for each in seen.affiliations} == {"affiliation"}


def test_also_at_beside_an_affiliation_stays_beside_it() -> None:
    seen = reading(f"\\author{{Anna Muster}}\n\\altaffiliation{{{MINSK}}}\n\\affiliation{{{BONN}}}", "revtex4-2")
    assert {each.kind for each in seen.affiliations} == {"affiliation", "present-address"}


def test_ieice() -> None:
    people = "\\authorentry{Anna MUSTER}{n}{A}\n\\authorentry{Ben PROBE}{m}{B}\\MembershipNumber{12}"
    where = f"\\affiliate[A]{{The author is with {BONN}}}\n\\affiliate[B]{{The authors are with the {MINSK}}}"
    assert tied(reading(f"\\authorlist{{%\n{people}}}\n{where}", "ieice")) == [
        ("Anna MUSTER", [BONN]),
        ("Ben PROBE", [MINSK]),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Ben Probe (x7@b.example)",
        "Correspondence: Ben Probe: E-mail: x7@b.example, Telephone: 1 859",
    ],
)
def test_a_name_before_an_address_says_whose_it_is(said: str) -> None:
    seen = reading(f"\\author{{Anna Muster}}\\author{{Ben Probe}}\\author{{Ada Keller}}\n\\correspondence{{{said}}}")
    assert mailed(seen)["Ben Probe"] == ["x7@b.example"]
    assert mailed(seen)["Ada Keller"] == []
