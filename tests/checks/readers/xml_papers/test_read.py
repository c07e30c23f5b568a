"""Authors, affiliations and their places in JATS, TEI and INSPIRE's XML."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files, under
from tests.checks.readers.word.make import DPRK
from tests.checks.readers.xml_papers.make import ADA, AFF, BONN, author, contrib, inspire, jats, person, tei, xref

from askfirst_checks.answers import Answers
from askfirst_checks.check import check
from askfirst_checks.model import Manuscript
from askfirst_checks.policy import load
from askfirst_checks.readers.xml_papers import read


def seen(text: str) -> Manuscript:
    return read(Files.of("paper.xml", text), "paper.xml")


def ties(manuscript: Manuscript) -> list[tuple[str, list[str]]]:
    places = manuscript.affiliations
    return [(each.name, [places[n].text for n in each.affiliations]) for each in manuscript.authors]


def codes(manuscript: Manuscript) -> list[str]:
    return [each.code for each in check(manuscript, load("de"), Answers(), "2026-11-29").findings]


BO = {
    "aff behind": (contrib("Bo", "Ri", xref("a2")), f'<aff id="a2"><sup>2</sup>{DPRK}</aff>'),
    "aff inside": (contrib("Bo", "Ri", f"<aff>{DPRK}</aff>"), ""),
    "parts with commas": (
        contrib("Bo", "Ri", xref("a2")),
        (
            '<aff id="a2"><label>2</label> <institution>Kim Il Sung University</institution>, '
            "<addr-line>Pyongyang</addr-line>, <country>DPR Korea</country></aff>"
        ),
    ),
    "parts without": (
        contrib("Bo", "Ri", xref("a2")),
        (
            '<aff id="a2"><institution-wrap><institution-id>grid.1</institution-id><institution>Kim Il Sung University'
            "</institution></institution-wrap><city>Pyongyang</city><country>DPR Korea</country></aff>"
        ),
    ),
    "parts on lines": (
        contrib("Bo", "Ri", xref("a2")),
        (
            '<aff id="a2">\n  <institution>Kim Il Sung University</institution>\n  <city>Pyongyang</city>\n'
            "  <country>DPR Korea</country>\n</aff>"
        ),
    ),
    "alternatives": (
        contrib("Bo", "Ri", xref("a2")),
        f'<aff-alternatives id="a2"><aff>{DPRK}</aff><aff xml:lang="ko">김일성종합대학</aff></aff-alternatives>',
    ),
    "several at once": (contrib("Bo", "Ri", '<xref ref-type="aff" rid="a2">2</xref>'), f'<aff id="a2">{DPRK}</aff>'),
}


@pytest.mark.parametrize("name", BO)
def test_jats_ties_and_asks(name: str) -> None:
    person, behind = BO[name]
    read_so_far = seen(jats(ADA + person, AFF + behind))
    assert ties(read_so_far) == [("Ada Feld", [BONN]), ("Bo Ri", [DPRK])]
    assert "AF101" in codes(read_so_far)
    assert (read_so_far.title, read_so_far.abstract) == ("Waves in cold water", "We look at water.")
    assert (read_so_far.form, read_so_far.keywords, read_so_far.problems) == ("xml", ("water", "ice"), ())


def test_several_affiliations_mail_and_the_corresponding_author() -> None:
    more = '<contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>'
    bo = contrib("Bo", "Ri", f"{more}{xref('a1 a2')}{xref('c1', 'corresp')}<email>bo@ri.no</email>")
    notes = '<author-notes><corresp id="c1">* <email>bo.ri@sea.no</email></corresp></author-notes>'
    behind = f'{AFF}<aff id="a2">{DPRK}</aff>{notes}'
    (person,) = seen(jats(bo, behind)).authors
    assert (person.affiliations, person.corresponding, person.orcid) == ((0, 1), True, "0000-0002-1825-0097")
    assert [each.text for each in person.addresses] == ["bo@ri.no", "bo.ri@sea.no"]


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        ("<collab>The Seas Collaboration</collab>", "The Seas Collaboration"),
        ("<string-name>Ada Feld</string-name>", "Ada Feld"),
        ("<name><surname>Feld</surname><given-names>Ada</given-names><suffix>Jr</suffix></name>", "Ada Feld Jr"),
        ("<name><surname>Sukarno</surname></name>", "Sukarno"),
        (
            (
                "<name-alternatives><name><surname>Feld</surname><given-names>Ada</given-names></name><string-name>費爾德"
                "</string-name></name-alternatives>"
            ),
            "Ada Feld",
        ),
    ],
)
def test_names(inner: str, name: str) -> None:
    (person,) = seen(jats(f"<contrib>{inner}{xref('a1')}</contrib>", AFF)).authors
    assert person.name == name


def test_notes_of_jats() -> None:
    fn = f'<author-notes><fn id="f1" fn-type="present-address"><label>a</label><p>Now at {DPRK}</p></fn></author-notes>'
    money = f"<funding-group><funding-statement>Supported by {DPRK}.</funding-statement></funding-group>"
    ack = f"<ack><title>Thanks</title><p>This work was supported by {DPRK}.</p><p>We thank all.</p></ack>"
    read_so_far = seen(jats(ADA, AFF + fn + money, ack))
    assert [each.kind for each in read_so_far.notes] == [
        "present-address",
        "funding",
        "acknowledgement",
        "acknowledgement",
    ]
    assert codes(read_so_far).count("AF402") == 3


EDITOR = contrib("Eva", "Lind", f"<aff>{DPRK}</aff>", 'contrib-type="editor"')
EVA = contrib("Eva", "Lind", "", 'contrib-type="editor"')
GROUP = f'<contrib-group content-type="editors">{EDITOR.replace("editor", "author")}</contrib-group>'
SILENT = {
    "editor": (ADA + EDITOR, AFF, ""),
    "editors' group": (ADA, AFF + GROUP, ""),
    "editor who points": (
        ADA + contrib("Eva", "Lind", xref("e1"), 'contrib-type="series_editor"'),
        f'{AFF}<aff id="e1">{DPRK}</aff>',
        "",
    ),
    "editors' own group": (
        ADA,
        AFF + f"<contrib-group>{EVA}<aff>{DPRK}</aff></contrib-group>",
        "",
    ),
    "body": (ADA, AFF, ""),
    "references": (ADA, AFF, f"<ref-list><ref><mixed-citation>Feld, {DPRK}</mixed-citation></ref></ref-list>"),
    "review": (ADA, AFF, f"</back><sub-article><front-stub>{EDITOR}</front-stub></sub-article><back>"),
    "comment": (ADA, f"{AFF}<!-- {DPRK} -->", ""),
    "instruction": (ADA, f"{AFF}<?note {DPRK}?>", ""),
    "mere thanks": (ADA, AFF, f"<ack><p>We thank {DPRK}, for a discussion.</p></ack>"),
}  # fmt: skip


@pytest.mark.parametrize("name", SILENT)
def test_other_parts_of_jats_are_silent(name: str) -> None:
    people, behind, back = SILENT[name]
    read_so_far = seen(jats(people, behind, back, body=f"<p>As {DPRK} wrote.</p>"))
    assert ties(read_so_far) == [("Ada Feld", [BONN])]
    assert not {"AF101", "AF402", "AF901"} & set(codes(read_so_far))


def test_an_author_without_a_place_is_a_problem_and_the_body_is_not_its_front() -> None:
    read_so_far = seen(jats(ADA + contrib("Bo", "Ri", ""), AFF, body=f"<p>As {DPRK} wrote.</p>"))
    assert [each.kind for each in read_so_far.problems] == ["no-affiliation"]
    assert not [each for each in read_so_far.passages if each.zone != "text"]


GROBID = (
    '<affiliation key="aff0"><note type="raw_affiliation"><label>1</label>Kim Il Sung University</note>'
    '<orgName type="institution">Kim Il Sung University</orgName><address><settlement>Pyongyang</settlement>'
    "<country>DPR Korea</country></address></affiliation>"
)


ORG = (
    '<listOrg><org type="institution" xml:id="s1"><idno type="ROR">x</idno><orgName>Kim Il Sung University</orgName>'
    "<desc><address><addrLine>Pyongyang</addrLine><country>DPR Korea</country></address></desc></org></listOrg>"
)


@pytest.mark.parametrize(
    ("inner", "behind"),
    [
        (GROBID, ""),
        (f'<affiliation><note type="raw_affiliation"><label>1</label> {DPRK}</note></affiliation>', ""),
        (f"<affiliation>{DPRK}</affiliation>", ""),
        ('<affiliation ref="#s1"/>', ORG),
    ],
)
def test_tei_ties_and_asks(inner: str, behind: str) -> None:
    read_so_far = seen(tei(author(inner), behind))
    assert ties(read_so_far) == [("Bo Ri", [DPRK])]
    assert "AF101" in codes(read_so_far)
    assert (read_so_far.title, read_so_far.abstract) == ("Waves in cold water", "We look.")
    assert read_so_far.keywords == ("water",)


def test_a_work_that_hal_lists_in_the_body() -> None:
    own = author('<affiliation ref="#s1"/>')
    listed = f"<listBibl><biblFull><titleStmt><title>Waves</title>{own}</titleStmt></biblFull></listBibl>"
    org = f'<listOrg><org xml:id="s1"><orgName>{DPRK}</orgName></org></listOrg>'
    text = f"<TEI><teiHeader/><text><body>{listed}</body><back>{org}</back></text></TEI>"
    assert ties(seen(text)) == [("Bo Ri", [DPRK])]


def test_acknowledgements_of_tei() -> None:
    behind = f'<div type="acknowledgement"><div><head>Thanks</head><p>Supported by {DPRK}.</p></div></div>'
    read_so_far = seen(tei(author(f"<affiliation>{BONN}</affiliation>"), behind))
    assert [(each.kind, each.text) for each in read_so_far.notes] == [("acknowledgement", f"Supported by {DPRK}.")]


CITED = f"<biblStruct><analytic>{author(f'<affiliation>{DPRK}</affiliation>')}</analytic></biblStruct>"


@pytest.mark.parametrize(
    "behind",
    [
        f"<div type='references'><listBibl>{CITED}</listBibl></div>",
        f"<div type='annex'><p>As {DPRK} wrote.</p></div>",
        f"<listOrg><org xml:id='s9'><orgName>{DPRK}</orgName></org></listOrg>",
    ],
)
def test_other_parts_of_tei_are_silent(behind: str) -> None:
    read_so_far = seen(tei(author(f"<affiliation>{BONN}</affiliation>"), behind))
    assert ties(read_so_far) == [("Bo Ri", [BONN])]
    assert not {"AF101", "AF402", "AF901"} & set(codes(read_so_far))


@pytest.mark.parametrize(
    "named",
    [
        "<foaf:name>Bo Ri</foaf:name><cal:authorNamePaper>B. Ri</cal:authorNamePaper>",
        "<foaf:name/><foaf:givenName>Bo</foaf:givenName><foaf:familyName>Ri</foaf:familyName>",
        "<cal:authorNamePaper>Bo Ri</cal:authorNamePaper><foaf:familyName>Ri</foaf:familyName>",
    ],
)
def test_inspire_ties_and_asks(named: str) -> None:
    read_so_far = seen(inspire(person(named)))
    assert ties(read_so_far) == [("Bo Ri", [DPRK])]
    assert read_so_far.authors[0].orcid == "0000-0002-1825-0097"
    assert "AF101" in codes(read_so_far)


def test_an_address_that_repeats_the_name() -> None:
    own = f"<Organization id='a1'><name>Kim Il Sung University</name><orgAddress>{DPRK}</orgAddress></Organization>"
    assert ties(seen(inspire(person("<name>Bo Ri</name>"), own))) == [("Bo Ri", [DPRK])]


def test_an_organisation_that_nobody_has() -> None:
    read_so_far = seen(inspire(person("<name>Bo Ri</name>", "a7")))
    assert "untied" in [each.kind for each in read_so_far.problems]
    assert [each.text for each in read_so_far.affiliations] == [DPRK]


@pytest.mark.parametrize(
    "text",
    [
        jats(ADA + BO["aff behind"][0], AFF + BO["aff behind"][1]),
        tei(author(GROBID)),
        inspire(person("<name>Bo Ri</name>")),
    ],
)
def test_places_are_lines_and_columns(text: str) -> None:
    read_so_far = seen(text)
    source = read_so_far.sources["paper.xml"]
    assert source == text
    for each in read_so_far.affiliations:
        assert under(source, each.span).startswith(each.text.split(",")[0])
    assert "Ri" in under(source, read_so_far.authors[-1].span)


def test_columns_behind_other_scripts_count_characters() -> None:
    text = jats(ADA, f'<p>費爾德 – ünder 𝒜</p><aff id="a1">{BONN}</aff>')
    (place,) = seen(text).affiliations
    assert under(text, place.span) == BONN


@pytest.mark.parametrize("text", ["<project><name>x</name></project>", "<html><body><p>x</p></body></html>", "<a/>"])
def test_other_xml_is_no_manuscript(text: str) -> None:
    read_so_far = seen(text)
    assert not read_so_far.has_author_block
    assert not read_so_far.problems


@pytest.mark.parametrize("text", [jats("", ""), tei(""), "<article><info><author>Ada Feld</author></info></article>"])
def test_a_paper_that_names_nobody_is_none(text: str) -> None:
    assert not seen(text).has_author_block


def test_a_group_in_which_nobody_points_shares_its_affiliations() -> None:
    groups = (ADA, contrib("Bo", "Ri", "") + contrib("Cem", "Tal", "") + f"<aff>{DPRK}</aff>")
    read_so_far = seen(jats("</contrib-group>\n<contrib-group>".join(groups), AFF))
    assert ties(read_so_far) == [("Ada Feld", [BONN]), ("Bo Ri", [DPRK]), ("Cem Tal", [DPRK])]


def test_what_is_printed_counts_and_not_its_normal_form() -> None:
    both = (
        f'<aff id="a1"><label>1</label><institution content-type="original">{DPRK}. bo@ri.no</institution>'
        '<institution content-type="normalized">Kim Il-sŏng Univ</institution><country>Korea</country></aff>'
    )
    read_so_far = seen(jats(ADA, both))
    assert [each.text for each in read_so_far.affiliations] == [f"{DPRK}."]
    assert [each.text for each in read_so_far.authors[0].addresses] == ["bo@ri.no"]


@pytest.mark.parametrize(
    "behind", [" E-mail: <email>bo@ri.no</email>", ". E-mail address for B. Ri: bo@ri.no", "; bo@ri.no"]
)
def test_an_e_mail_address_is_no_part_of_the_place(behind: str) -> None:
    (place,) = seen(jats(ADA, f'<aff id="a1">{BONN}{behind}</aff>')).affiliations
    assert place.text.strip(" .") == BONN


def test_a_town_inside_an_address_line_stays() -> None:
    aff = (
        '<aff id="a1"><institution>Kim Il Sung University</institution>, <addr-line><named-content content-type="city">'
    )
    read_so_far = seen(jats(ADA, f"{aff}Pyongyang</named-content></addr-line>, <country>DPR Korea</country></aff>"))
    assert [each.text for each in read_so_far.affiliations] == [DPRK]


def test_affiliations_of_nobody_are_a_problem() -> None:
    read_so_far = seen(jats("", f'<aff id="a1">{DPRK}</aff>'))
    assert [each.kind for each in read_so_far.problems] == ["no-authors"]
    assert "AF101" in codes(read_so_far)


def test_addresses_of_a_note_go_to_whom_they_name() -> None:
    people = contrib("Ada", "Feld", xref("c1", "corresp")) + contrib("Bo", "Ri", xref("c1", "corresp"))
    notes = (
        '<author-notes><corresp id="c1">A. F.: <email>ada.feld@uni-bonn.de</email>; B. R.: <email>bo.ri@sea.no'
        "</email>; office: <email>info@sea.no</email></corresp></author-notes>"
    )
    read_so_far = seen(jats(people, AFF + notes))
    assert [[each.text for each in one.addresses] for one in read_so_far.authors] == [
        ["ada.feld@uni-bonn.de"],
        ["bo.ri@sea.no"],
    ]
    assert [each.text for each in read_so_far.addresses] == ["info@sea.no"]
