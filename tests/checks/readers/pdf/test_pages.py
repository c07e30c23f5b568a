"""First pages: marks, columns, names over places, notes at the foot."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import under
from tests.checks.readers.pdf.helpers import read, told
from tests.checks.readers.pdf.make import Word, page, pdf, row

UNI, KISU = "Institute of Waves, University of Examples, Bonn, Germany", "Kim Il Sung University, Pyongyang"
BOTH = {"Ada Feld": [UNI], "Bo Lind": [UNI, KISU]}
MARKED = {
    "numbers": page("On waves", "Ada Feld^1^, Bo Lind^1,2^", "", f"^1^{UNI}", f"^2^{KISU}"),
    "letters": page("On waves", "Ada Feld^a^ and Bo Lind^a,b^", "", f"^a^ {UNI}", f"^b^ {KISU}"),
    "wide gaps": [*row(780, "On waves", size=17.0), *row(750, "Ada Feld^1^"), *row(750, "Bo Lind^1,2^", x=145.0),
                  *page("On waves", "", "", "", f"^1^{UNI}", f"^2^{KISU}")],
    "notes at the foot": page("On waves", "Ada Feld^1^, Bo Lind^1,2^", foot=(f"^1^{UNI}", f"^2^{KISU}")),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKED)
def test_raised_marks(name: str) -> None:
    assert told(read(pdf(MARKED[name]))) == BOTH


@pytest.mark.parametrize("packed", [False, True])
def test_packed_or_not(packed: bool) -> None:
    assert told(read(pdf(MARKED["numbers"], packed=packed))) == BOTH


def columns() -> list[Word]:
    words = page("On waves", *[""] * 8)
    for x, lines in ((80.0, ("Ada Feld", "Institute of Waves", "Bonn, Germany", "feld@waves.example")),
                     (320.0, ("Bo Lind", "Kim Il Sung University", "Pyongyang", "lind@kisu.example"))):  # fmt: skip
        for number, line in enumerate(lines):
            words += row(748 - 13 * number, line, x=x)
    return words


def test_authors_in_columns() -> None:
    seen = read(pdf(columns()))
    assert told(seen) == {
        "Ada Feld": ["Institute of Waves, Bonn, Germany"],
        "Bo Lind": ["Kim Il Sung University, Pyongyang"],
    }
    assert [[mail.text for mail in person.addresses] for person in seen.authors] == [
        ["feld@waves.example"],
        ["lind@kisu.example"],
    ]


def test_names_over_the_place_that_they_share() -> None:
    seen = read(pdf(page("On waves", "Ada Feld, Bo Lind and Cy Moor", UNI, "{feld, lind, moor}@uni.example")))
    assert told(seen) == dict.fromkeys(("Ada Feld", "Bo Lind", "Cy Moor"), [UNI])  # noqa: RUF024
    assert [person.addresses[0].text for person in seen.authors] == [
        "feld@uni.example",
        "lind@uni.example",
        "moor@uni.example",
    ]


def test_one_below_the_other() -> None:
    assert told(read(pdf(page("On waves", "Ada Feld", UNI, "", "Bo Lind", KISU)))) == {
        "Ada Feld": [UNI],
        "Bo Lind": [KISU],
    }


def test_an_author_named_in_a_note() -> None:
    seen = read(
        pdf(page("On waves", "Ada Feld and Bo Lind", foot=(f"A. Feld is with the {UNI}.", f"B. Lind is with {KISU}.")))
    )
    assert told(seen)["Bo Lind"] == [KISU]


def test_a_cover_sheet_is_passed_over() -> None:
    cover = row(700, "This is the accepted version of the following article. Terms of use: see the repository.")
    assert told(read(pdf(cover, MARKED["numbers"]))) == BOTH


def test_positions_are_lines_of_the_page() -> None:
    seen = read(pdf(MARKED["numbers"]))
    text = seen.sources["paper.pdf"]
    assert text.split("\n")[0] == "On waves"
    for person in seen.authors:
        assert under(text, person.span) == person.name
    assert [affiliation.span.line for affiliation in seen.affiliations] == [3, 4]
    assert all(affiliation.text in under(text, affiliation.span) for affiliation in seen.affiliations)


def test_title_and_letters() -> None:
    seen = read(pdf(page("On the in\u00adfluence of waves", "Jürgen Möller", UNI)))
    assert seen.authors[0].name == "Jürgen Möller"
    assert seen.form == "pdf"


def numbered(words: list[Word]) -> list[Word]:
    """*words* with the number of each line in the margin."""
    lines = sorted({y for _, y, size, _ in words if size > 8}, reverse=True)
    return [*words, *((50.0, y, 7.0, str(number)) for number, y in enumerate(lines, 1))]


def test_lines_counted_down_the_margin() -> None:
    assert told(read(pdf(numbered(MARKED["numbers"])))) == BOTH


@pytest.mark.parametrize("margin", [False, True])
def test_marks_behind_commas_as_revtex_prints_them(margin: bool) -> None:
    words = page("On waves", "Ada Feld,^1^ Bo Lind,^1,2^ and Cy Moor^2^", "", f"^1^{UNI}", f"^2^{KISU}")
    seen = read(pdf(numbered(words) if margin else words))
    assert told(seen) == {**BOTH, "Cy Moor": [KISU]}


def test_affiliations_in_one_paragraph_with_numbers_that_nobody_raised() -> None:
    place = "1 University of Examples, Bonn, Germany, 2 Kim Il Sung University,"
    seen = read(pdf(page("On waves", "Ada Feld^1^, Bo Lind^1,2^", "", place, "Pyongyang")))
    assert told(seen) == {
        "Ada Feld": ["University of Examples, Bonn, Germany"],
        "Bo Lind": ["University of Examples, Bonn, Germany", "Kim Il Sung University, Pyongyang"],
    }


def test_a_name_that_goes_over_a_line() -> None:
    words = page("On waves", "Ada Feld^1^, Bo", "Lind^1,2^, Cy Moor^2^", "", f"^1^{UNI}", f"^2^{KISU}")
    assert told(read(pdf(words))) == {**BOTH, "Cy Moor": [KISU]}


def test_a_large_first_letter_is_no_title() -> None:
    words = [*MARKED["numbers"], (80.0, 560.0, 30.0, "W"), (112.0, 560.0, 11.0, "e look at waves that are there.")]
    assert read(pdf(words)).title == "On waves"


@pytest.mark.parametrize("head", ["JOURNAL OF EXAMPLES, VOL. 3, NO. 1, MARCH 2002", "Preprint of 1 May 2020"])
def test_a_running_head_is_no_author(head: str) -> None:
    assert told(read(pdf([*row(815, head, size=7.0), *MARKED["numbers"]]))) == BOTH


UNREAD = {
    "no words": pdf(b"0 0 100 100 re f"),
    "no author": pdf(page("On waves")),
    "an institution without a name": pdf(page("On waves", KISU)),
}


@pytest.mark.parametrize("name", UNREAD)
def test_nobody_read_is_a_question(name: str) -> None:
    seen = read(UNREAD[name])
    assert not seen.authors
    assert seen.has_author_block
    assert [problem.kind for problem in seen.problems if problem.kind == "no-authors"]


def test_an_institution_that_nobody_is_tied_to_is_there_all_the_same() -> None:
    assert KISU in [affiliation.text for affiliation in read(UNREAD["an institution without a name"]).affiliations]


SILENT = [
    page("Droughts near Pyongyang", "Ada Feld^1^", f"^1^{UNI}"),
    page("On waves", "Ada Feld^1^", f"^1^{UNI}", foot=("Received 1 May 2020", "Copyright of the authors")),
    page("On waves", "Ada Feld", UNI),
    columns()[: -4],
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(SILENT)))
def test_title_dates_and_text_are_no_affiliations(number: int) -> None:
    seen = read(pdf(SILENT[number]))
    assert all(affiliation.owners for affiliation in seen.affiliations)
