"""The policy data that ship: complete, consistent, and within what their sources carry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from askfirst_checks import policy as package
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy, load
from askfirst_checks.policy.jurisdiction import available
from askfirst_checks.policy.measures import REACH

DATA = Path(package.DATA)
MEASURES = sorted(path.stem for path in (DATA / "measures").glob("*.toml"))
FREEZES = [
    "un-1718-list",
    "un-1737-list",
    "eu-2017-1509-annex-xiii",
    "eu-2017-1509-annex-xv",
    "eu-267-2012-annex-viii",
    "eu-267-2012-annex-ix",
    "eu-269-2014-annex-i",
    "eu-36-2012-annex-ii",
    "eu-765-2006",
]


@pytest.mark.parametrize("identifier", MEASURES)
def test_every_measure_reads_and_names_an_act_with_source_and_date(policy: Policy, identifier: str) -> None:
    measure = policy.measure(identifier)
    assert measure.checked_on <= policy.lists_of
    assert (measure.from_day or measure.known_from) <= measure.checked_on
    assert measure.source
    assert measure.url.startswith("https://")
    assert measure.question.en.endswith((".", "?"))
    assert measure.question.de.endswith((".", "?"))
    assert measure.says.en != measure.says.de


@pytest.mark.parametrize("identifier", MEASURES)
def test_no_measure_is_quieted_by_more_than_its_layer_allows(policy: Policy, identifier: str) -> None:
    measure = policy.measure(identifier)
    allowed = REACH[measure.layer] | ({"export-control-office"} if measure.rule == "AF102" else set())
    assert set(measure.quieted_by) <= allowed
    assert "bafa-auskunft-gueterliste" not in measure.quieted_by


def test_every_measure_has_a_level_in_germany(policy: Policy) -> None:
    assert set(policy.chosen) == set(MEASURES)
    assert available(policy.folder) == ["de", "eu"]


def test_the_index_of_countries_says_what_the_measures_say(policy: Policy) -> None:
    named = {(code, each) for each in MEASURES for code in policy.measure(each).countries}
    indexed = {(country.code, each) for country in policy.countries.values() for each in country.measures}
    assert indexed == named


def test_only_the_suspension_binds_to_a_state_decision_alone(policy: Policy) -> None:
    alone = [each for each in MEASURES if policy.measure(each).quieted_by == ("state-decision",)]
    assert alone == ["eu-2016-849", "un-2321-11"]
    assert {policy.measure(each).level for each in alone} == {"stop"}


def test_freezes_stop_and_export_rules_ask(policy: Policy) -> None:
    assert [policy.measure(each).level for each in FREEZES] == ["stop"] * len(FREEZES)
    assert policy.measure("eu-833-2014-annex-iv").level == "ask"


def test_china_is_in_no_measure_by_country_and_the_decision_is_written_down(policy: Policy) -> None:
    assert not {"CN", "HK", "MO", "TW"} & set(policy.countries)
    decisions = " ".join(text.en for text in policy.profile.decisions)
    assert "China is not an embargo country" in decisions
    assert all(place in decisions for place in ("Hong Kong (HK)", "Macau (MO)", "Taiwan (TW)"))


def test_every_listing_names_a_measure_and_an_institution_that_exist(policy: Policy) -> None:
    known = {body.id for body in Resolver().gazetteer.all()}
    rows = [line.split("\t") for line in (DATA / "listings.tsv").read_text("utf-8").split("\n") if line[:1] not in "#"]
    assert len(rows) > 500
    assert {row[1] for row in rows} <= set(MEASURES)
    assert {row[0] for row in rows} <= known


def test_no_listing_lies_after_the_lists_were_read(policy: Policy) -> None:
    rows = [line.split("\t") for line in (DATA / "listings.tsv").read_text("utf-8").split("\n") if line[:1] not in "#"]
    assert all(row[2] <= policy.lists_of for row in rows)


def test_the_case_of_the_project_is_on_no_list(policy: Policy) -> None:
    assert not policy.listed("kp-kim-il-sung-university")
    assert policy.listed("ir-sharif-university-of-technology")
    assert policy.listings("ir-sharif-university-of-technology")[0].measure.startswith("eu-267-2012")


def test_whom_to_ask(policy: Policy) -> None:
    assert "06196 908-1868" in policy.authority[0].de


def test_another_jurisdiction_is_an_error_that_names_those_there_are() -> None:
    for name in ("xx", "../de", "DE"):
        with pytest.raises(package.BrokenData, match=r"no jurisdiction '.*'; there is: de, eu"):
            load(name)


LISTINGS = [line.split("\t") for line in (DATA / "listings.tsv").read_text("utf-8").split("\n") if line[:1] not in "#"]


def test_every_listing_has_its_own_date_and_says_how_it_is_known() -> None:
    assert {len(row) for row in LISTINGS} == {9}
    for row in LISTINGS:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row[3]), row
        assert row[4] in {"text-read", "official-excerpt", "secondary"}, row
        assert row[5] in {"", "military", "programme"}, row
        assert row[2] <= row[3] or row[1] == "us-1286-fy2025", row
        assert row[8], row


def test_the_index_of_lists_says_what_the_listings_say(policy: Policy) -> None:
    assert {each.id: each.as_of for each in policy.lists} == {row[1]: row[3] for row in LISTINGS}
    assert [each.id for each in policy.dates] == [
        each.id
        for each in sorted(policy.lists, key=lambda one: one.as_of)
        if policy.measure(each.id).layer == "listing"
    ]


def test_only_entries_of_assessment_lists_have_a_role(policy: Policy) -> None:
    assert {policy.measure(row[1]).layer for row in LISTINGS if row[5]} == {"assessment"}


@pytest.mark.parametrize("identifier", MEASURES)
def test_an_official_act_stands_first_and_where_it_was_read_second(policy: Policy, identifier: str) -> None:
    measure = policy.measure(identifier)
    assert re.match(r"https://[^/]+/.+", measure.url), "no bare host"
    if measure.jurisdiction in ("un", "eu"):
        assert re.match(r"https://(undocs\.org|scsanctions\.un\.org|eur-lex\.europa\.eu)/", measure.url)
    if measure.confidence == "secondary" and measure.layer != "assessment":
        assert measure.read_in.en, "what was not read in its own text says where"


def test_the_two_legs_of_the_dprk_name_the_right_addressees(policy: Policy) -> None:
    for identifier in ("un-2321-11", "eu-2016-849"):
        measure = policy.measure(identifier)
        words = f"{measure.says} {measure.question} {measure.act}"
        assert "BAFA" not in words
        assert "paragraph 11" in measure.question.en
        assert not measure.separate
    items = policy.measure("eu-2017-1509-items")
    assert "BAFA" in items.question.en
    assert "BAFA" in items.question.de
    assert items.separate
    assert items.level == "ask"


def test_regimes_say_what_silence_means(policy: Policy) -> None:
    assert {each.coverage for each in policy.regimes} == {"modelled", "partly", "pointer"}
    assert len({each.id for each in policy.regimes}) == len(policy.regimes)
    for each in policy.regimes:
        assert each.silence.en
        assert each.silence.de != each.silence.en


def test_the_union_asks_what_its_members_share() -> None:
    union = load("eu")
    chosen = [union.measure(each) for each in union.chosen]
    assert not [each.id for each in chosen if each.jurisdiction == "de"]
    assert {each.id for each in chosen if each.level == "stop"} == {*FREEZES, "un-2321-11", "eu-2016-849"}
    assert "BAFA" not in " ".join(line.en for line in union.authority)


@pytest.mark.parametrize("identifier", MEASURES)
def test_every_source_has_a_german_title(policy: Policy, identifier: str) -> None:
    measure = policy.measure(identifier)
    assert measure.source_de, "title_de"
    assert not re.search(r"\b(Regulation|Decision|of|version|Article|read|list)\b", measure.source_de), (
        measure.source_de
    )


ADDRESS = re.compile(r"https?://[^\s\"'<>)\]|]+")


@pytest.mark.parametrize("path", sorted(path for path in DATA.rglob("*") if path.is_file()), ids=lambda path: path.name)
def test_no_address_is_a_bare_host(path: Path) -> None:
    bare = [url for url in ADDRESS.findall(path.read_text("utf-8")) if not re.match(r"https?://[^/]+/[^/\s]", url)]
    assert not bare


def test_a_number_stands_with_the_act_and_an_annex_or_a_year_does_not(policy: Policy) -> None:
    for identifier, reference in (
        ("us-1286-fy2025", "FY2022"),
        ("eu-269-2014-annex-i", "Annex I"),
        ("un-1718-list", ""),
    ):
        measure = policy.measure(identifier)
        assert measure.ground("2023-12-18", reference).act == measure.act
    un = policy.measure("un-1718-list")
    assert un.ground("", "KPe.029").act.en == f"{un.act.en}, KPe.029"
