"""Whole names decide; what only looks like one stays silent. The cases are data: four tables beside this file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from askfirst_checks.names.build.institutions import DATA, Body, bodies
from askfirst_checks.names.institutions import Gazetteer
from askfirst_checks.names.resolve import Resolver

HERE = Path(__file__).parent
GAZETTEER = Gazetteer()
RESOLVER = Resolver()


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def named(text: str, *countries: str) -> list[str]:
    return sorted(hit.id for hit in GAZETTEER.find(text, None, countries)[0])


def companions() -> list[tuple[Body, str, str]]:
    listed = bodies((DATA / "institutions.txt").read_text(encoding="utf-8"))
    names = [(body, *name.partition(" | ")[::2]) for body in listed for name in body.fields.get("not", [])]
    return [(body, name, partner) for body, name, partner in names]


@pytest.mark.parametrize(("text", "country", "body"), rows("institutions_fire.tsv"))
def test_every_body_is_found_in_its_printed_forms(text: str, country: str, body: str) -> None:
    assert body in named(text, country)


@pytest.mark.parametrize(("text", "country", "like", "ror"), rows("institutions_silent.tsv"))
def test_the_institution_most_like_it_stays_silent(text: str, country: str, like: str, ror: str) -> None:
    assert named(text, country) == [], f"{ror} is another institution than {like}"


@pytest.mark.parametrize(("text", "countries", "expected"), rows("institutions_traps.tsv"))
def test_lookalikes_and_ambiguous_names(text: str, countries: str, expected: str) -> None:
    assert named(text, *countries.split()) == sorted(filter(None, expected.split(",")))


@pytest.mark.parametrize(("text", "expected"), rows("institutions_printed.tsv"))
def test_as_it_is_printed(text: str, expected: str) -> None:
    assert ",".join(sorted(hit.id for hit in RESOLVER.resolve(text).institutions)) == expected


@pytest.mark.parametrize(("body", "name", "partner"), companions(), ids=lambda value: getattr(value, "id", value))
def test_a_companion_of_the_list_does_not_name_its_body(body: Body, name: str, partner: str) -> None:
    text = f"Department of Physics, {name}, {partner}" if partner else f"Department of Physics, {name}"
    assert body.id not in named(text, body.fields["country"][0])


def test_half_of_the_cases_are_silent() -> None:
    either = [row[-1] for row in rows("institutions_traps.tsv") + rows("institutions_printed.tsv")]
    fires = len(rows("institutions_fire.tsv")) + sum(map(bool, either))
    silent = len(rows("institutions_silent.tsv")) + sum(not expected for expected in either)
    assert fires >= 300
    assert silent + len(companions()) >= fires


def test_every_body_fires_in_some_case() -> None:
    cased = {row[2] for row in rows("institutions_fire.tsv")}
    assert {body.id for body in GAZETTEER.all()} - cased <= {"ru-vektor"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dept. of Physics, Kim Il Sung University, Pyongyang", "Kim Il Sung University"),
        ("Natl Univ Def Technol, Changsha, Peoples R China", "Natl Univ Def Technol"),
        ("Univ. of Sci. & Technol. of China, Hefei", "Univ. of Sci. & Technol. of China"),
        ("Beihang UniversityBeijingChina", "Beihang University"),
        (
            "University of\nElectronic Science and Technology of China",
            "University of\nElectronic Science and Technology of China",
        ),
        ("Xi’an Jiaotong University, Xi’an", "Xi’an Jiaotong University"),
        ("Физико-технический институт им. А.Ф. Иоффе РАН", "Физико-технический институт им. А.Ф. Иоффе РАН"),
        ("Mоscow Stаte University, Mоscow", "Mоscow Stаte University"),
        ("Dalian, University of Technology, Dalian, China", "Dalian, University of Technology"),
    ],
)
def test_the_evidence_is_the_printed_words(text: str, words: str) -> None:
    (hit,) = GAZETTEER.find(text, None)[0]
    (evidence,) = hit.evidence
    assert (evidence.words, text[evidence.start : evidence.end]) == (words, words)
    assert (evidence.kind, evidence.points_to) == ("institution", hit.id)


def test_a_name_that_needs_a_second_fact_finds_it_in_its_town_or_country() -> None:
    assert named("NUAA") == []
    assert named("NUAA, Nanjing") == ["cn-nanjing-university-of-aeronautics-and-astronautics"]
    assert named("NUAA, 210016", "CN") == ["cn-nanjing-university-of-aeronautics-and-astronautics"]
    assert named("NUAA, Nanjing", "US") == []


def test_an_acronym_of_three_letters_needs_its_own_town() -> None:
    assert named("HIT, Harbin") == ["cn-harbin-institute-of-technology"]
    assert named("HIT, 150001", "CN") == []
    assert named("MSU, Vladivostok", "RU") == []
    assert named("SUT, Tabriz", "IR") == []


def test_an_acronym_of_two_listed_bodies_means_the_one_in_that_town() -> None:
    assert named("HUST, Wuhan", "CN") == ["cn-huazhong-university-of-science-and-technology"]
    assert named("HUST, Harbin", "CN") == ["cn-harbin-university-of-science-and-technology"]


def test_a_printed_other_country_silences_a_name_that_others_bear() -> None:
    assert named("Southeast University") == ["cn-southeast-university"]
    assert named("Southeast University", "BD") == []


def test_a_name_that_nobody_else_bears_speaks_beside_another_country() -> None:
    assert named("Kim Il Sung University, guest at MBI Berlin", "DE") == ["kp-kim-il-sung-university"]


def test_two_bodies_in_one_text_are_both_named() -> None:
    text = "Beihang University, Beijing; Harbin Institute of Technology, Harbin"
    assert named(text, "CN") == ["cn-beihang-university", "cn-harbin-institute-of-technology"]


def test_a_comma_ends_a_name() -> None:
    assert named("Shanghai, University of Physics", "CN") == []
    assert named("Nanjing University, of Science Fiction and Technology", "CN") == ["cn-nanjing-university"]


@pytest.mark.parametrize("last", ["", ", Nanjing 210094, China", " 210094"])
def test_a_comma_behind_the_town_that_a_name_begins_with_does_not(last: str) -> None:
    text = "Nanjing, University of Science and Technology" + last
    assert named(text, "CN") == ["cn-nanjing-university-of-science-and-technology"]
    assert named(text, "CN", "AU") == [], "a list of affiliations, perhaps"
    assert named("Wuhan, University of Technology Sydney", "CN") == []
    assert named("Beijing, University of Science and Technology of China", "CN") != [
        "cn-university-of-science-and-technology-beijing"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Second Affiliated Hospital, Zhejiang University School of Medicine, Hangzhou",
        "The 2nd Affiliated Hospital, College of Medicine, Zhejiang University",
        "School of Medicine, First Affiliated Hospital, Zhejiang University",
        "Children's Hospital, Zhejiang University",
        "Hospital of Stomatology, Zhejiang University",
        "Zhejiang University Cancer Center, Hangzhou",
        "Middle School Affiliated to Zhejiang University",
    ],
)
def test_a_hospital_or_school_named_after_a_university_is_a_body_of_its_own(text: str) -> None:
    assert named(text, "CN") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sir Run Run Shaw Hospital, Zhejiang University School of Medicine, Hangzhou",
        "School of Public Health and Second Affiliated Hospital, Zhejiang University",
        "School of Public Health, Second Affiliated Hospital, Zhejiang University",
        "First Affiliated Hospital; Zhejiang University",
        "Zhejiang University School of Medicine, Hangzhou",
        "Zhejiang University, Children's Hospital, Hangzhou",
    ],
)
def test_a_university_printed_beside_a_hospital_or_another_school_is_named(text: str) -> None:
    assert named(text, "CN") == ["cn-zhejiang-university"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("University of Wuhan, Wuhan", "cn-wuhan-university"),
        ("Universität Zhejiang, Hangzhou", "cn-zhejiang-university"),
        ("Department of Physics, Université de Tsinghua", "cn-tsinghua-university"),
        ("Tongji University Shanghai", "cn-tongji-university"),
        ("University of Wuhan Bioengineering, Wuhan", None),
        ("East Normal University Shanghai", None),
        ("University of Zhejiang Gongshang, Hangzhou", None),
        ("University of Southeast", None),
    ],
)
def test_university_of_x_is_x_university_where_nothing_else_is_named_so(text: str, body: str | None) -> None:
    assert named(text, "CN") == ([body] if body else [])


def test_two_signs_of_a_name_are_no_name() -> None:
    assert named("长沙", "CN") == []
    assert named("평양", "KP") == []


@pytest.mark.parametrize(
    ("host", "body"),
    [
        ("buaa.edu.cn", "cn-beihang-university"),
        ("mail.ustc.edu.cn", "cn-university-of-science-and-technology-of-china"),
        ("SHARIF.ac.ir.", "ir-sharif-university-of-technology"),
        ("ryongnamsan.edu.kp", "kp-kim-il-sung-university"),
        ("notbuaa.edu.cn", None),
        ("edu.cn", None),
        ("cn", None),
        ("", None),
    ],
)
def test_by_domain(host: str, body: str | None) -> None:
    found = GAZETTEER.by_domain(host)
    assert (found.id if found else None) == body


def test_the_resolver_gives_the_country_of_an_institution() -> None:
    resolution = Resolver().resolve("Department of Physics, Kim Il Sung University")
    assert [country.code for country in resolution.countries] == ["KP"]
    assert [hit.id for hit in resolution.institutions] == ["kp-kim-il-sung-university"]


def test_only_near_spellings_are_suggested_and_none_decides() -> None:
    hits, resembles = GAZETTEER.find("School of Automation, Beihnag University, Beijing", None, ("CN",))
    assert hits == ()
    assert [hit.id for hit in resembles] == ["cn-beihang-university"]
    assert resembles[0].evidence[0].strength == "suggests"


@pytest.mark.parametrize(
    "text",
    [
        "Huzhou University, Huzhou, China",  # a real one beside Fuzhou University
        "Changshu Institute of Technology, Changshu, China",
        "Hebei Univercity, Baoding",  # five letters: Hubei is another province
        "Max Born Institute, Berlin",
        "Shariff University of Technology, Malaysia",
    ],
)
def test_what_is_not_even_suggested(text: str) -> None:
    country = "MY" if "Malaysia" in text else "CN"
    assert [hit.id for hit in GAZETTEER.find(text, None, (country,))[1] if "hebei" not in hit.id] == []


@pytest.mark.parametrize(
    "text",
    [
        "BIT HIT " * 100_000,
        "Harbin Institute of Technology " * 30_000,
        "Beihnag University " * 30_000,
        "aB" * 200_000,
        "南京大学" * 100_000,
        "University of " * 100_000,
        "," * 500_000,
    ],
    ids=len,
)
def test_a_hostile_text_takes_bounded_time(text: str) -> None:
    start = time.process_time()
    GAZETTEER.find(text, None, ("CN",))
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", ["MIPT", "Dept. X, MIPT", "NUDT"])
def test_an_acronym_alone_is_a_resemblance(text: str) -> None:
    resolution = Resolver().resolve(text)
    assert resolution.institutions == ()
    assert [hit.evidence[0].strength for hit in resolution.resembles] == ["weak"]


@pytest.mark.parametrize(
    "text", ["mipt", "HIT", "MIPT, Germany", "We used the MIPT tool box in all that follows here", "HNU"]
)
def test_other_acronyms_resemble_nothing(text: str) -> None:
    assert Resolver().resolve(text).resembles == ()
