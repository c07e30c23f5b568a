"""What of an OpenDocument text is read, and what is not printed and so not read."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.opendocument.make import (
    COUNTED,
    NAMES,
    PLACES,
    REST,
    TITLE,
    UP,
    box,
    fodt,
    listed,
    note,
    odt,
    para,
    span,
    style,
    table,
)
from tests.checks.readers.word.make import DPRK

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.opendocument import read

TIES = [("Ada Feld", (0,)), ("Bo Ri", (1,)), ("Cem Tal", (0, 1))]


def seen(*body: str, **others: str) -> Manuscript:
    return read(Files.of("paper.odt", odt(*body, **others)), "paper.odt")


def places(manuscript: Manuscript) -> list[str]:
    return [each.text for each in manuscript.affiliations]


def ties(manuscript: Manuscript) -> list[tuple[str, tuple[int, ...]]]:
    return [(each.name, each.affiliations) for each in manuscript.authors]


def test_names_marks_addresses_and_mail() -> None:
    read_so_far = seen(TITLE, NAMES, *PLACES, *REST)
    assert ties(read_so_far) == TIES
    assert [each.text for each in read_so_far.authors[1].addresses] == ["bo.ri@sea.no"]
    assert (read_so_far.title, read_so_far.abstract) == ("Waves in cold water", "We look at water.")
    assert (read_so_far.form, read_so_far.problems) == ("opendocument", ())


def test_a_flat_file_is_read_alike() -> None:
    flat = read(Files.of("paper.fodt", fodt(TITLE, NAMES, *PLACES, *REST, edge=para(DPRK))), "paper.fodt")
    assert ties(flat) == TIES
    assert places(flat)[-1] == DPRK
    assert flat.sources["paper.fodt"].split("\n")[-2] == DPRK, "the footer stands last"


def test_pictures_in_a_flat_file_are_no_words() -> None:
    data = "iVBORw0K" * 500_000
    picture = f"<draw:frame><draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame>"
    flat = read(Files.of("paper.fodt", fodt(TITLE, NAMES, *PLACES, *REST, para("", inner=picture))), "paper.fodt")
    assert ties(flat) == TIES
    assert not flat.problems


def test_positions_are_numbers_of_paragraphs() -> None:
    read_so_far = seen(TITLE, NAMES, *PLACES, *REST)
    assert [each.span.line for each in read_so_far.authors] == [2, 2, 2]
    assert [each.span.line for each in read_so_far.affiliations] == [3, 4]


RAISED = {
    "a percentage": ("T9", style("T9", 'style:text-position="33% 58%"'), ""),
    "a named style": ("Mark", "", ""),
    "a style on a named one": ("T9", style("T9", "", "Mark"), ""),
    "a named style on another": ("Above", "", style("Above", "", "Mark")),
    "a name of ours in both parts": ("T1", "", style("T1", 'style:text-position="sub 58%"')),
}


@pytest.mark.parametrize("name", RAISED)
def test_what_a_style_raises_is_a_mark(name: str) -> None:
    mark, looks, styles = RAISED[name]
    body = [para(text, mark=mark) for text in ("Ada Feld^1^, Bo Ri^2^", "^1^ University of Bonn", "^2^ " + DPRK)]
    assert ties(seen(TITLE, *body, *REST[1:], looks=looks, styles=styles)) == [("Ada Feld", (0,)), ("Bo Ri", (1,))]


def test_a_span_inside_another_keeps_its_look() -> None:
    mark = f'<text:span text:style-name="T1">{span("1", "T2")}</text:span>'
    names = para("Ada Feld", inner=mark)
    read_so_far = seen(TITLE, names, para("^1^ University of Bonn"), *REST[1:], looks=style("T2", 'fo:color="red"'))
    assert ties(read_so_far) == [("Ada Feld", (0,))]


@pytest.mark.parametrize("position", ["sub 58%", "-33% 58%", "0% 100%"])
def test_what_is_not_raised_is_no_mark(position: str) -> None:
    looks = style("T9", f'style:text-position="{position}"')
    shown = seen(TITLE, para("H^2^O in cold Bonn", mark="T9"), *REST[1:], looks=looks).sources["paper.odt"]
    assert "H2O" in shown


ASKING = {
    "line": (TITLE, para("Ada Feld"), para("University of Bonn, Germany"), para("Bo Ri"), para(DPRK), *REST[1:]),
    "marks": (TITLE, para("Ada Feld^1^, Bo Ri^2^"), PLACES[0], para("^2^ " + DPRK), *REST[1:]),
    "lines of one paragraph": (
        TITLE,
        para("Ada Feld^1^, Bo Ri^2^"),
        para("^1^University of Bonn", inner=f"<text:line-break/>{span('2')}{DPRK}"),
        *REST[1:],
    ),
    "spaces": (TITLE, NAMES, *PLACES, para("Kim Il Sung University,", inner='<text:s text:c="2"/>Pyongyang'), *REST),
    "text box": (TITLE, NAMES, *PLACES, *REST, para("x", inner=box(para(DPRK)))),
    "text box of the page": (box(para(DPRK)), TITLE, NAMES, *PLACES, *REST),
    "shape": (TITLE, NAMES, *PLACES, para("", inner=f"<draw:custom-shape>{para(DPRK)}</draw:custom-shape>"), *REST),
    "table": (TITLE, table((para("Ada Feld") + para("University of Bonn"), para("Bo Ri") + para(DPRK))), *REST[1:]),
    "table beside names": (TITLE, NAMES, *PLACES, table((para("Bo Ri"), para(DPRK))), *REST),
    "footnote": (TITLE, para("Ada Feld", inner=note(para(DPRK))), *REST[1:]),
    "footnote with a sign": (TITLE, para("Ada Feld", inner=note(para(DPRK), "*")), *REST[1:]),
    "insertion": (TITLE, NAMES, *PLACES, para("", inner=f"<text:change-start/>{DPRK}<text:change-end/>"), *REST),
    "link": (TITLE, NAMES, *PLACES, para("", inner=f"<text:a>{DPRK}</text:a>"), *REST),
    "section": (TITLE, NAMES, *PLACES, f"<text:section>{para(DPRK)}</text:section>", *REST),
}


@pytest.mark.parametrize("name", ASKING)
def test_an_address_is_read(name: str) -> None:
    words = DPRK if name != "spaces" else "Kim Il Sung University, Pyongyang"
    assert words in places(seen(*ASKING[name]))


def test_an_address_in_a_footer_is_read() -> None:
    assert DPRK in places(seen(TITLE, NAMES, *PLACES, *REST, edge=para(DPRK)))


def test_numbers_of_a_list_tie() -> None:
    body = (TITLE, para("Ada Feld^1^, Bo Ri^2^"), listed(para("University of Bonn, Germany"), para(DPRK)), *REST[1:])
    assert ties(seen(*body, looks=COUNTED)) == [("Ada Feld", (0,)), ("Bo Ri", (1,))]


def test_a_list_that_goes_on_counts_on() -> None:
    goes_on = listed(para(DPRK), more=' text:continue-numbering="true"')
    body = (TITLE, para("Ada Feld^1^, Bo Ri^2^"), listed(para("University of Bonn, Germany")), goes_on, *REST[1:])
    assert ties(seen(*body, looks=COUNTED)) == [("Ada Feld", (0,)), ("Bo Ri", (1,))]


def test_nobody_read_but_an_address_is_a_problem() -> None:
    read_so_far = seen(TITLE, para(DPRK), *REST[1:])
    assert DPRK in places(read_so_far)
    assert "no-authors" in [each.kind for each in read_so_far.problems]


CHANGED = f"<text:changed-region><text:deletion>{para(DPRK)}</text:deletion></text:changed-region>"
SILENT = {
    "deletion": f"<text:tracked-changes>{CHANGED}</text:tracked-changes>",
    "comment": para("Seas", inner=f"<office:annotation>{para(DPRK)}</office:annotation>"),
    "hidden section": f'<text:section text:display="none">{para(DPRK)}</text:section>',
    "hidden text": para("Seas", inner=span(DPRK, "T8")),
    "hidden field": para("Seas", inner=f'<text:hidden-text text:is-hidden="true">{DPRK}</text:hidden-text>'),
    "hidden paragraph": para(DPRK, inner='<text:hidden-paragraph text:is-hidden="true"/>'),
    "hidden by its paragraph": para(DPRK, "P8"),
    "pronunciation": para("", inner=f"<text:ruby><text:ruby-text>{DPRK}</text:ruby-text></text:ruby>"),
    "title of a box": para("", inner=f"<draw:frame><svg:title>{DPRK}</svg:title></draw:frame>"),
    "form": f"<office:forms><form:text>{DPRK}</form:text></office:forms>",
    "covered cell": f"<table:table><table:covered-table-cell>{para(DPRK)}</table:covered-table-cell></table:table>",
    "formula": para("", inner=f"<draw:frame><draw:object>{para(DPRK)}</draw:object></draw:frame>"),
    "sentence": para(f"We have read what the {DPRK} wrote about waves in cold water."),
    "other place": para("Harbour Office, Oslo"),
}
HIDDEN = style("T8", 'text:display="none"') + style("P8", 'text:display="none"', family="paragraph")


@pytest.mark.parametrize("name", SILENT)
def test_what_is_not_printed_is_silent(name: str) -> None:
    read_so_far = seen(TITLE, NAMES, *PLACES, SILENT[name], *REST, looks=HIDDEN)
    assert len(read_so_far.affiliations) == 2
    assert not read_so_far.passages
    assert not read_so_far.problems


@pytest.mark.parametrize("part", ["meta", "settings", "Object 1/content"])
def test_other_parts_are_silent(part: str) -> None:
    assert len(seen(TITLE, NAMES, *PLACES, *REST, **{part: para(DPRK)}).affiliations) == 2


@pytest.mark.parametrize("text", ["Dear Ada, thank you. Bo", "Minutes: Ada, Bo", "Harbour Office, Oslo"])
def test_a_letter_is_no_manuscript(text: str) -> None:
    read_so_far = seen(para(text), para("With kind regards"))
    assert not read_so_far.has_author_block
    assert not read_so_far.problems


def inline(kind: str, end: str) -> bytes:
    """A flat file with words between the marks of a change."""
    region = f'<text:changed-region text:id="c1"><text:{kind}/></text:changed-region>'
    start = f'<text:change-start text:change-id="c1"/>{DPRK}'
    after = para("", inner=f'<text:change-end text:change-id="{end}"/>Seas, University of Bonn')
    body = (
        f"<text:tracked-changes>{region}</text:tracked-changes>",
        TITLE,
        NAMES,
        *PLACES,
        para("", inner=start),
        after,
    )
    return fodt(*body, *REST)


def test_a_deletion_in_its_place_is_silent() -> None:
    flat = read(Files.of("paper.fodt", inline("deletion", "c1")), "paper.fodt")
    assert DPRK not in flat.sources["paper.fodt"]
    assert "Seas, University of Bonn" in flat.sources["paper.fodt"]


@pytest.mark.parametrize("kind", ["insertion", "format-change"])
def test_other_changes_in_their_place_are_read(kind: str) -> None:
    assert DPRK in places(read(Files.of("paper.fodt", inline(kind, "c1")), "paper.fodt"))


def test_a_raised_style_of_a_whole_line_is_no_mark() -> None:
    looks = style("P9", UP, family="paragraph")
    line = para("Received in spring, printed in autumn of the same year", "P9")
    assert "^" not in seen(TITLE, NAMES, *PLACES, *REST, line, looks=looks).sources["paper.odt"].split("\n")[-2]
