"""Every measure through the whole check: silent the day before, there on its day, silent for somebody else."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.checks.conftest import BERLIN, Judge

from askfirst_checks import policy as package
from askfirst_checks.model import Report
from askfirst_checks.policy import Policy

MEASURES = sorted(path.stem for path in (Path(package.DATA) / "measures").glob("*.toml"))
SAVED = {"us-ofac", "us-csl", "gb-sanctions", "ch-seco"}
"""of lists that a user reads in: their cases are in tests/plugin/fresh/test_saved.py"""
NOTE = "note: "
"""before an affiliation that is printed as a note"""
FIRES = [
    # measure, printed, the first day; for a list the later of the day of the entry and the measure's own
    ("un-2321-11", "Kim Il Sung University, Pyongyang, DPR Korea", "2016-11-30"),
    ("eu-2016-849", "Kim Il Sung University, Pyongyang, DPR Korea", "2017-02-28"),
    ("eu-2017-1509-items", "Kim Il Sung University, Pyongyang, DPR Korea", "2022-08-02"),
    ("un-1718-list", "Korean Committee for Space Technology, Pyongyang, DPRK", "2013-01-22"),
    ("eu-2017-1509-annex-xiii", "General Bureau of Atomic Energy, Pyongyang, DPRK", "2009-07-16"),
    ("eu-2017-1509-annex-xv", "Yongbyon Nuclear Scientific Research Centre, Yongbyon, DPRK", "2009-12-22"),
    ("un-1737-iran", "University of Tehran, Tehran, Iran", "2025-09-28"),
    ("un-1737-list", "Karaj Nuclear Research Centre, Karaj, Iran", "2025-09-28"),
    ("eu-267-2012", "University of Tehran, Tehran, Iran", "2025-09-30"),
    ("eu-267-2012-annex-viii", "Malek Ashtar University of Technology, Tehran, Iran", "2008-06-24"),
    ("eu-267-2012-annex-ix", "SPND, Tehran, Iran", "2012-12-22"),
    ("eu-269-2014-annex-i", "Lavochkin Association, Khimki, Russia", "2026-06-15"),
    ("eu-269-2014-annex-i", "Ioffe Institute, St. Petersburg, Russia", "2025-02-24"),
    ("eu-269-2014-annex-i", "JSC VNIIR-Progress, Cheboksary, Russia", "2024-12-16"),
    ("eu-269-2014-annex-i", "JSC Peleng, Minsk, Belarus", "2024-02-23"),
    ("eu-269-2014-annex-i", "NNIIRT, Nizhny Novgorod, Russia", "2024-02-23"),
    ("eu-269-2014-annex-i", "Concern MPO-Gidropribor, St. Petersburg, Russia", "2023-12-18"),
    ("eu-833-2014-annex-iv", "Moscow Aviation Institute, Moscow, Russia", "2022-12-16"),
    ("eu-833-2014-annex-iv", "Russian Space Systems, Moscow, Russia", "2022-03-15"),
    ("eu-833-2014-annex-lii", "Skolkovo Innovation Center, Moscow, Russia", "2025-10-24"),
    ("eu-833-2014-2", "Tomsk State University, Tomsk, Russia", "2026-07-17"),
    ("eu-833-2014-5l", "Tomsk State University, Tomsk, Russia", "2022-04-08"),
    ("eu-833-2014-5n", "Tomsk State University, Tomsk, Russia", "2025-10-24"),
    ("eu-36-2012-annex-ii", "Scientific Studies and Research Centre, Damascus, Syria", "2011-12-01"),
    ("eu-765-2006", "Scientific and Technical Center LEMT of BelOMO, Minsk, Belarus", "2025-07-19"),
    ("eu-765-2006-annex-v", "JSC Peleng, Minsk, Belarus", "2022-06-04"),
    ("eu-765-2006-1e", "Belarusian State University, Minsk, Belarus", "2022-03-03"),
    ("eu-765-2006-1jc", "Belarusian State University, Minsk, Belarus", "2025-10-24"),
    ("eu-2021-821-4-1-b", "University of Yangon, Yangon, Myanmar", "2023-01-10"),
    ("eu-2021-821-4-1-b-in-doubt", "Yerevan State University, Yerevan, Armenia", "2023-01-10"),
    ("de-awv-9", "Technion, Haifa, Israel", "2026-04-04"),
    ("de-awv-51", NOTE + "On leave from Sharif University of Technology, Tehran, Iran", "2026-04-04"),
    ("de-allianz-2022", "Tomsk State University, Tomsk, Russia", "2022-02-25"),
    ("de-bmbf-2022", "Tomsk State University, Tomsk, Russia", "2022-03-01"),
    ("de-daad-2022", "Belarusian State University, Minsk, Belarus", "2022-02-27"),
    ("de-dfg-2022", "Tomsk State University, Tomsk, Russia", "2022-03-08"),
    ("ca-nro", "Beihang University, Beijing, China", "2024-05-01"),
    ("us-1286-fy2025", "Beihang University, Beijing, China", "2026-07-01"),
    ("aspi-seven-sons", "Beihang University, Beijing, China", "2020-08-01"),
    ("aspi-military", "National University of Defense Technology, Changsha, China", "2020-08-01"),
    ("aspi-security", "People's Public Security University of China, Beijing, China", "2020-08-01"),
    ("aspi-civilian", "Tianjin University, Tianjin, China", "2020-08-01"),
]
SILENT = [
    # measure, somebody to whom it does not apply
    ("un-2321-11", "Seoul National University, Seoul, Republic of Korea"),
    ("eu-2016-849", "Kim Jae Lab, Pohang University of Science and Technology, Pohang, South Korea"),
    ("eu-2017-1509-items", "Korea University, Seoul, South Korea"),
    ("un-1718-list", "Korea Aerospace Research Institute, Daejeon, South Korea"),
    ("eu-2017-1509-annex-xiii", "Department of Atomic Energy, Mumbai, India"),
    ("eu-2017-1509-annex-xv", "Nuclear Research Centre Negev, Dimona, Israel"),
    ("un-1737-iran", "Sultan Qaboos University, Muscat, Oman"),
    ("un-1737-list", "University of Tehran, Tehran, Iran"),
    ("eu-267-2012", "University of Baghdad, Baghdad, Iraq"),
    ("eu-267-2012-annex-viii", "Amirkabir University of Technology, Tehran, Iran"),
    ("eu-267-2012-annex-ix", "Institute of Applied Physics, University of Bern, Bern, Switzerland"),
    ("eu-269-2014-annex-i", "Institute of Physics, ul. Lavochkina 12, Khimki, Russia"),
    ("eu-269-2014-annex-i", "Lobachevsky State University of Nizhny Novgorod, Nizhny Novgorod, Russia"),
    ("eu-833-2014-annex-iv", "Kazan Federal University, Kazan, Russia"),
    ("eu-833-2014-annex-lii", "Innopolis University, Innopolis, Russia"),
    ("eu-833-2014-2", "Belarusian State University, Minsk, Belarus"),
    ("eu-833-2014-5l", "Kharkiv National University, Kharkiv, Ukraine"),
    ("eu-833-2014-5n", "Belarusian State University, Minsk, Belarus"),
    ("eu-36-2012-annex-ii", "Damascus University, Damascus, Syria"),
    ("eu-765-2006", "Belarusian Optical Society, Minsk, Belarus"),
    ("eu-765-2006-annex-v", "Radar Group, Belarusian State University, Minsk, Belarus"),
    ("eu-765-2006-1e", "Tomsk State University, Tomsk, Russia"),
    ("eu-765-2006-1jc", "Vilnius University, Vilnius, Lithuania"),
    ("eu-2021-821-4-1-b", "Peking University, Beijing, China"),
    ("eu-2021-821-4-1-b-in-doubt", "Tbilisi State University, Tbilisi, Georgia"),
    ("de-awv-9", "King Saud University, Riyadh, Saudi Arabia"),
    ("de-awv-51", "Sharif University of Technology, Tehran, Iran"),
    ("de-allianz-2022", "Belarusian State University, Minsk, Belarus"),
    ("de-bmbf-2022", "Vilnius University, Vilnius, Lithuania"),
    ("de-daad-2022", "University of Warsaw, Warsaw, Poland"),
    ("de-dfg-2022", "University of Idaho, Moscow, ID, USA"),
    ("ca-nro", "Peking University, Beijing, China"),
    ("us-1286-fy2025", "National Taiwan University, Taipei, Taiwan"),
    ("aspi-seven-sons", "Nanjing University, Nanjing, China"),
    ("aspi-military", "National Defense University, Washington, DC, USA"),
    ("aspi-security", "Beijing Normal University, Beijing, China"),
    ("aspi-civilian", "University of Macau, Taipa, Macau, China"),
]
TODAY = "2026-11-29"
BINDING = re.compile(
    r"\b(must|shall|prohibit\w*|forbid\w*|forbidden|banned|not allowed|is obliged|muss|müssen|verbiet\w*|verboten|"
    r"untersagt\w*|unzulässig|nicht zulässig|(?:dürfen|darf) (?:\w+ ){0,3}(?:nicht|kein\w*))\b",
    re.IGNORECASE,
)
READ = ("text-read", "official-excerpt")


def grounds(report: Report) -> set[str]:
    """The measures under all findings of *report*."""
    findings = (each for finding in report.findings for each in (finding, *finding.also, *finding.legs))
    return {ground.measure for each in findings for ground in each.grounds}


def judged(judge: Judge, printed: str, today: str) -> set[str]:
    if printed.startswith(NOTE):
        return grounds(judge(BERLIN, notes=[("note", printed.removeprefix(NOTE))], today=today))
    return grounds(judge(BERLIN, printed, today=today))


def before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(("measure", "printed", "day"), FIRES)
def test_a_measure_is_there_from_its_day_on(judge: Judge, measure: str, printed: str, day: str) -> None:
    assert measure in judged(judge, printed, day)
    assert measure in judged(judge, printed, TODAY)


@pytest.mark.parametrize(("measure", "printed", "day"), FIRES)
def test_the_day_before_it_is_not(judge: Judge, measure: str, printed: str, day: str) -> None:
    assert measure not in judged(judge, printed, before(day))


@pytest.mark.parametrize(("measure", "printed"), SILENT)
def test_for_another_country_or_body_it_is_silent(judge: Judge, measure: str, printed: str) -> None:
    assert measure not in judged(judge, printed, TODAY)


def test_every_measure_has_both_cases() -> None:
    assert {row[0] for row in FIRES} == set(MEASURES) - SAVED
    assert {row[0] for row in SILENT} == set(MEASURES) - SAVED


def test_nobody_is_asked_at_home(judge: Judge) -> None:
    assert not grounds(judge(BERLIN, today=TODAY))


@pytest.mark.parametrize("identifier", sorted(set(MEASURES) - SAVED))
def test_a_day_in_the_table_is_that_of_the_measure_or_of_an_entry(policy: Policy, identifier: str) -> None:
    measure = policy.measure(identifier)
    days = {day for name, _, day in FIRES if name == identifier}
    if measure.layer in ("country", "item"):
        assert days == {measure.from_day or measure.known_from}
    else:
        rows = [row for body in policy.all_listed for row in policy.listings(body) if row.measure == identifier]
        assert days <= {max(row.listed_on, measure.from_day) or measure.known_from for row in rows}


@pytest.mark.parametrize("identifier", MEASURES)
def test_no_sentence_says_more_than_its_source_allows(policy: Policy, identifier: str) -> None:
    measure = policy.measure(identifier)
    if measure.confidence not in READ:
        for text in (measure.says, measure.question, measure.act):
            assert not BINDING.search(text.en), text.en
            assert not BINDING.search(text.de), text.de


@pytest.mark.parametrize("identifier", MEASURES)
def test_what_was_inferred_or_not_verified_says_so(policy: Policy, identifier: str) -> None:
    measure = policy.measure(identifier)
    if measure.confidence in ("inference", "unverified"):
        assert re.search(r"\b(read as|whether|could not|no newer|was not|stood)\b", measure.says.en, re.IGNORECASE)
        assert re.search(r"(gelesen|lesart|ob |nicht nachzulesen|keine neuere|stand)", measure.says.de, re.IGNORECASE)


@pytest.mark.parametrize(
    ("sentence", "binds"),
    [
        ("The exporter must ask first.", True),
        ("This act prohibits any transfer.", True),
        ("New contracts are not allowed.", True),
        ("Güter dürfen dorthin nicht geliefert werden.", True),
        ("Das muss genehmigt werden.", True),
        ("Das Gesetz verbietet die Lieferung.", True),
        ("Stricter rules apply to exporting dual-use goods.", False),
        ("Weder Gelder noch Ressourcen sollen sie erreichen.", False),
        ("Ausfuhren dürfen genehmigt werden.", False),
        ("A mustard plant; the Musterstadt institute.", False),
    ],
)
def test_words_that_bind_are_told_apart(sentence: str, binds: bool) -> None:
    assert bool(BINDING.search(sentence)) is binds
