"""What goes into which letter, and what never does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.plugin.enquiry.conftest import HOME, KIM, MOSCOW, NUDT, SHARIF, Gather, Make

from askfirst.enquiry import Given, compose, render
from askfirst.enquiry.offices import Office
from askfirst_checks.words import Text, same

MIPT = "Moscow Institute of Physics and Technology, Dolgoprudny, Russia"
CATALYSIS = "Boreskov Institute of Catalysis, Novosibirsk, Russia"
OFFICE = Office("Institute for Example Optics", (), "Berlin", Text("Export Control", "Exportkontrolle"),
                "export@ibo.example", "030 1", "https://ibo.example", "2026-11-28", "Export Control")  # fmt: skip


def lettered(make: Make, gathered: Gather, where: str, to: str = "office", language: str = "en") -> str:
    return " ".join(render(compose(gathered(make(where)), language, to)).split())


@pytest.mark.parametrize(
    ("where", "there"),
    [
        (
            KIM,
            ["2321 (2016), paragraph 11", "2017/1509", "not found a German provision", "20/1396", "27 February 2026"],
        ),
        (SHARIF, ["267/2012, Annex IX (listed since 8 Nov 2014)", "Article 5(1)(b)", "Article 23(3)", "Bundesbank"]),
        (MOSCOW, ["Allianz", "DFG", "DAAD", "833/2014, Article 5l", "Articles 2, 2a", "269/2014", "Article 5n"]),
        (
            NUDT,
            ["ASPI", "No legal effect in the EU", "Article 4 of Regulation (EU) 2021/821", "no finding about anybody"],
        ),
    ],
    ids=["dprk", "listed", "state", "military"],
)
def test_what_each_case_needs(where: str, there: list[str], make: Make, gathered: Gather) -> None:
    out = lettered(make, gathered, where)
    for words in (
        *there,
        where,
        "B. Muster",
        "We study surface plasmons.",
        "Sonstige Anfrage",
        "8(2)).",
    ):
        assert words in out


@pytest.mark.parametrize("where", [SHARIF, MOSCOW, NUDT])
def test_paragraph_11_is_only_the_dprks(where: str, make: Make, gathered: Gather) -> None:
    out = lettered(make, gathered, where)
    assert "paragraph 11" not in out
    assert "1718" not in out


@pytest.mark.parametrize("where", [KIM, SHARIF, MOSCOW, NUDT])
@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_that_no_letter_may_say(where: str, language: str, make: Make, gathered: Gather) -> None:
    for to in ("office", "bafa"):
        out = lettered(make, gathered, where, to, language)
        for words in ("OFAC", "Auskunft zur Güterliste", "Auswärtiges Amt", "Ministerium", "attach", "North Korean"):
            assert words not in out


def test_bafa_hears_nothing_of_paragraph_11_nor_of_what_was_sent(make: Make, gathered: Gather) -> None:
    out = lettered(make, gathered, KIM, "bafa", "de")
    assert "Absatz 11" not in out
    assert "2321" not in out
    assert "Bisher verschickt" not in out
    assert "ELAN-K2" in out
    assert out.count("[von der Einrichtung zu ergänzen]") == 5


def test_only_two_things_can_be_ticked_about_the_past(make: Make, gathered: Gather) -> None:
    out = lettered(make, gathered, KIM)
    assert out.count("[ ]") == 2
    assert "[ ] nothing [ ] please speak with me first" in out


def test_blanks_are_seen_and_filled(make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM))
    blank = render(compose(facts, "en"))
    given = Given(*(f"given {name}" for name in Given._fields))
    filled = render(compose(facts, "en", "office", given))
    assert blank.count("[...]") == 10  # e-mail, phone, and eight
    assert filled.count("[...]") == 1
    assert "Purpose at the partner, as far as I know it: given purpose" in filled


def test_no_abstract_is_a_blank_and_no_funding_is_said(make: Make, gathered: Gather) -> None:
    out = render(compose(gathered(make(KIM, abstract="")), "en"))
    assert "Abstract: [...]" in out
    assert "Funding, as acknowledged: none stated" in out


def test_the_office_of_the_table(make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM))._replace(office=OFFICE)
    letter = compose(facts, "de")
    assert letter.head[0] == "An: Exportkontrolle, Institute for Example Optics, export@ibo.example, 030 1"
    assert letter.address == "export@ibo.example"
    assert compose(facts, "de", "bafa").address == ""


def test_a_profile_wins(make: Make, gathered: Gather) -> None:
    contact = (Text("Research Security", "Forschungssicherheit"), same("safe@house.example"))
    letter = compose(gathered(make(KIM))._replace(office=OFFICE, contact=contact), "en")
    assert letter.head[0] == "To: Research Security, safe@house.example"
    assert letter.address == "safe@house.example"


def test_without_either_the_blank_is_seen(make: Make, gathered: Gather) -> None:
    letter = compose(gathered(make(KIM)), "en")
    assert "[address: ...]" in letter.head[0]
    assert letter.address == ""


def test_two_partners_are_both_there(make: Make, gathered: Gather) -> None:
    letter = compose(gathered(make(KIM, SHARIF)), "en")
    out = " ".join(render(letter).split())
    assert KIM in out
    assert SHARIF in out
    assert "in the DPRK (North Korea) and in Iran" in letter.subject
    assert len(letter.commands) == 2
    assert letter.commands[1] == (
        "askfirst answer paper.tex 3 --kind export-control-office --outcome pending --asked today"
    )


@pytest.mark.parametrize("jurisdiction", ["ch", "nl"])
def test_outside_germany_bafa_is_not_named(jurisdiction: str, make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM))._replace(jurisdiction=jurisdiction)
    ours = " ".join(
        line for part in compose(facts, "en").parts if part.kind in ("lettered", "box") for line in part.lines
    )
    assert "BAFA" not in ours
    assert "AWV" not in ours
    assert "20/1396" not in ours


def test_an_earlier_answer_is_told_with_its_reference(make: Make, gathered: Gather, tmp_path: Path) -> None:
    path = make(KIM)
    folder = tmp_path / ".askfirst" / "answers"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text(
        'kind = "bafa-sonstige-anfrage"\nreference = "K 7"\nasked = 2026-09-14\noutcome = "pending"\n'
        '[covers]\ninstitutions = ["kp-kim-il-sung-university"]\nwork = "Tunable cutoff in plasmonic waveguides"\n'
    )
    out = " ".join(render(compose(gathered(path), "en")).split())
    assert "Asked before: " in out
    assert "reference K 7, asked on 14 Sep 2026" in out


def test_home_is_not_told_as_another_institution(make: Make, gathered: Gather) -> None:
    letter = compose(gathered(make(KIM)), "en")
    assert HOME in letter.head[1]
    assert "Other institutions: none" in render(letter)


def test_what_a_person_noted_alone_is_no_answer(make: Make, gathered: Gather, tmp_path: Path) -> None:
    path = make(KIM)
    folder = tmp_path / ".askfirst" / "answers"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text(
        'kind = "own-assessment"\nanswered = 2026-09-14\nreason = "we only talk"\n'
        '[covers]\ninstitutions = ["kp-kim-il-sung-university"]\nwork = "Tunable cutoff in plasmonic waveguides"\n'
    )
    assert "Asked before" not in render(compose(gathered(path), "en"))


def test_many_other_institutions_are_counted(make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM))._replace(others=tuple(f"Institute {n}, Vienna" for n in range(25)))
    assert "Institute 19, Vienna; (+5)" in " ".join(render(compose(facts, "en")).split())


def test_a_work_without_a_title_has_a_blank(make: Make, gathered: Gather) -> None:
    assert "“[...]”" in render(compose(gathered(make(KIM))._replace(title=""), "en"))


@pytest.mark.parametrize(("where", "money"), [(SHARIF, True), (MIPT, True), (CATALYSIS, False), (MOSCOW, False)])
def test_the_bundesbank_is_named_where_assets_are_frozen(where: str, money: bool, make: Make, gathered: Gather) -> None:
    assert ("Bundesbank" in render(compose(gathered(make(where)), "en"))) is money


def test_a_work_that_has_appeared_is_never_written_about_to_bafa(make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM))._replace(published=True, appeared="2019", numbers=())
    for to in ("office", "bafa"):
        out = " ".join(render(compose(facts, "de", to)).split())
        assert "es geht um eine erschienene Arbeit" in out
        assert "ELAN-K2" not in out
        assert "[ ] nichts zu ergänzen [ ] bitte sprechen Sie zuerst mit mir" in out
    assert compose(facts, "en").commands == ()


@pytest.mark.parametrize("jurisdiction", ["de", "eu"])
def test_the_published_letter_names_bafa_only_in_germany(jurisdiction: str, make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM), jurisdiction=jurisdiction)._replace(published=True, appeared="2019")
    out = " ".join(render(compose(facts, "en")).split())
    assert ("did the institution ask BAFA" in out) == (jurisdiction == "de")
    assert ("did the institution ask the competent authority" in out) == (jurisdiction != "de")


ENGLISH = re.compile(
    r"\b(?:version of|text of|XML of|text as of|copy of|statement of|published|Regulation \(E|list, )\b"
)


@pytest.mark.parametrize("where", [KIM, SHARIF, MOSCOW, NUDT, MIPT, CATALYSIS])
@pytest.mark.parametrize("to", ["office", "bafa"])
def test_a_german_letter_names_its_sources_in_german(where: str, to: str, make: Make, gathered: Gather) -> None:
    assert not ENGLISH.search(lettered(make, gathered, where, to, "de"))


def test_an_english_letter_names_them_in_english(make: Make, gathered: Gather) -> None:
    out = lettered(make, gathered, KIM)
    assert "version of 17 December 2025" in out
    assert "Fassung vom" not in out


def test_a_title_without_a_german_one_stands_as_it_is(make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM))._replace(titles={})
    assert "version of 17 December 2025" in " ".join(render(compose(facts, "de")).split())


BIB = "@article{{x, author={{A. Weber and Chol Ri}}, title={{Earlier}}, year=2022, affiliation={{{where}}}}}\n"


def beside(path: Path, where: str) -> None:
    """A bibliography beside the manuscript, with one work of 2022 that prints *where*."""
    (path.parent / "refs.bib").write_text(BIB.format(where=where).replace("A. Weber", "Anna Weber"))
    text = path.read_text().replace("A. Weber", "Anna Weber")
    path.write_text(text.replace("\\end{document}", "\\bibliography{refs}\n\\end{document}"))


@pytest.mark.parametrize(
    ("language", "said", "wrong"),
    [
        ("en", "An earlier work in its bibliography, in which Anna Weber took part, prints: “", "For Anna Weber"),
        ("de", "Eine frühere Arbeit im Literaturverzeichnis, an der Anna Weber mitgewirkt hat, nennt: „", "Bei Anna"),
    ],
)
def test_an_earlier_work_is_nobody_s_affiliation(
    make: Make, gathered: Gather, language: str, said: str, wrong: str
) -> None:
    path = make()
    beside(path, KIM)
    facts = gathered(path)
    letter = compose(facts, language)
    out = " ".join(render(letter).split())
    assert out.count(said + KIM) == 1
    assert wrong not in out
    assert (facts.author, facts.own) == ("Anna Weber", (HOME,))  # who took part then is still the one who writes
    assert not any(words in letter.subject for words in ("DPRK", "DVRK", "ffiliation"))
    assert "Destination" not in out
    assert "Wohin" not in out


def test_what_is_an_affiliation_too_is_told_as_one(make: Make, gathered: Gather) -> None:
    path = make(KIM)
    beside(path, KIM)
    (partner,) = gathered(path).partners
    assert (partner.people, partner.earlier_by) == (("B. Muster",), ())


def test_a_funder_is_no_destination(make: Make, gathered: Gather) -> None:
    thanks = "\\section*{Acknowledgements} Funded by the Iran National Science Foundation, grant 12."
    letter = compose(gathered(make(MOSCOW, rest=thanks)), "en")
    assert letter.subject.endswith("an affiliation in Russia")
    assert "Iran National Science Foundation" in " ".join(render(letter).split())


def test_three_places_are_told_in_a_row(make: Make, gathered: Gather) -> None:
    facts = gathered(make(MOSCOW, SHARIF, KIM))
    assert compose(facts, "en").subject.endswith("in Russia, in Iran and in the DPRK (North Korea)")
    assert compose(facts, "de").subject.endswith("in Russland, im Iran und in der DVRK (Nordkorea)")
