"""Earlier joint works inside citation fields: read where they have addresses, and nothing else of fields is."""

from __future__ import annotations

import base64
from xml.sax.saxutils import escape

import pytest
from tests.checks.readers.helpers import Files
from tests.checks.readers.word.make import DPRK, NAMES, PLACES, REST, TITLE, docx, run

from askfirst_checks.answers import Answers
from askfirst_checks.check import check
from askfirst_checks.model import Manuscript
from askfirst_checks.policy import load
from askfirst_checks.readers.word import read


def record(address: str = DPRK, year: str = "2019", title: str = "Cold waves", author: str = "Feld, Ada") -> str:
    """One cited work, as EndNote writes it into a field."""
    return (
        f"<EndNote><Cite><Author>Feld</Author><RecNum>5</RecNum><record><contributors><authors><author>{author}</author>"
        f"<author>Ri, Bo</author></authors></contributors><auth-address>{address}</auth-address><titles><title>{title}"
        f"</title><secondary-title>Seas</secondary-title></titles><dates><year>{year}</year></dates>"
        f"<electronic-resource-num>10.1/x</electronic-resource-num></record></Cite></EndNote>"
    )


def char(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def field(held: str, shown: str = "(Feld, 2019)", cuts: int = 3) -> str:
    """A field whose instruction is cut into runs."""
    text = f" ADDIN EN.CITE {held}"
    size = len(text) // cuts + 1
    parts = (text[at : at + size] for at in range(0, len(text), size))
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>' for part in parts)
    return f"<w:p>{run('As shown ')}{char('begin')}{runs}{char('separate')}{run(shown)}{char('end')}</w:p>"


def packed(held: str) -> str:
    """A field that holds the work as data, inside another."""
    data = f"<w:fldData xml:space='preserve'>{base64.encodebytes(held.encode()).decode()}</w:fldData>"
    name = "<w:r><w:instrText> ADDIN EN.CITE{}</w:instrText></w:r>"
    inner = char("begin", data) + name.format(".DATA") + char("end")
    return f"<w:p>{char('begin', data)}{name.format('')}{inner}{char('separate')}{run('(1)')}{char('end')}</w:p>"


def seen(*body: str) -> Manuscript:
    return read(Files.of("paper.docx", docx(TITLE, NAMES, *PLACES, *REST, *body)), "paper.docx")


def codes(manuscript: Manuscript) -> list[str]:
    return [each.code for each in check(manuscript, load("de"), Answers(), "2026-11-29").findings]


@pytest.mark.parametrize("body", [field(record()), field(record(), cuts=40), packed(record())])
def test_an_earlier_joint_work_in_a_field(body: str) -> None:
    read_so_far = seen(body)
    (book,) = read_so_far.bibliographies
    (work,) = book.references
    assert (work.title, work.year, work.doi, work.authors) == ("Cold waves", 2019, "10.1/x", ("Ada Feld", "Bo Ri"))
    assert [each.text for each in work.affiliations] == [DPRK]
    assert work.span.line == 8
    assert "AF501" in codes(read_so_far)


def test_a_work_cited_twice_is_one() -> None:
    assert len(seen(field(record()), field(record())).bibliographies[0].references) == 1


def test_several_works_and_addresses() -> None:
    held = record(f"University of Bonn, Germany.; {DPRK}&#xD;Oslo University") + record(title="More waves")
    held = held.replace("</EndNote><EndNote>", "")
    works = seen(field(held)).bibliographies[0].references
    assert [len(each.affiliations) for each in works] == [3, 1]


SILENT = {
    "no address": field(record().replace("auth-address", "label")),
    "other place": field(record("University of Bonn, Germany")),
    "before the measure": field(record(year="2015")),
    "no author of this work": field(record(author="Lind, Eva").replace("Ri, Bo", "Tann, Ole")),
    "no field of a citation": field(DPRK),
    "deleted": f"<w:p><w:del>{field(record())}</w:del></w:p>".replace("instrText", "delInstrText"),
    "no base 64": f"<w:p>{char('begin', '<w:fldData>####</w:fldData>')}{char('end')}</w:p>",
    "other data": packed("nothing of a citation"),
    "cut short": field(record()[:-30]),
    "document type": field(f"<EndNote><!DOCTYPE a [<!ENTITY b 'c'>]>{record()}</EndNote>"),
}


@pytest.mark.parametrize("name", SILENT)
def test_other_fields_are_silent(name: str) -> None:
    read_so_far = seen(SILENT[name])
    assert not {"AF501", "AF101"} & set(codes(read_so_far))
    assert len(read_so_far.affiliations) == 2
    assert not read_so_far.problems


def test_what_a_field_holds_is_not_printed() -> None:
    shown = seen(field(record())).sources["paper.docx"]
    assert "EndNote" not in shown
    assert "As shown (Feld, 2019)" in shown


def test_many_fields_are_bounded() -> None:
    books = seen(*(field(record(title=f"Waves {n}")) for n in range(2_100))).bibliographies
    assert len(books[0].references) == 2_000
