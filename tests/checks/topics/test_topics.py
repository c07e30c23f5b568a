"""The content question's source: which entries a text touches, and that nothing else than the text counts."""

from __future__ import annotations

import csv
import json
import os
from importlib.resources import files
from pathlib import Path

import pytest

from askfirst_checks.topics import LONGEST, MOST, topics
from askfirst_checks.topics.build import build
from askfirst_checks.topics.stems import stems

NAMED = {
    "Supersonic combustion in a scramjet with a cavity flameholder": "9A011",
    "A gas centrifuge model with counter-current flow": "0B001",
    "Ein Modell der Gaszentrifuge": "0B001",
    "Quantum key distribution over 100 km of deployed fibre": "5A002.c",
    "Quantenschlüsselverteilung über eine Glasfaserstrecke": "5A002.c",
    "Bias instability of a fibre-optic gyroscope": "7A002",
    "Coherent beam combining of sixteen fiber amplifiers": "6A005.a",
    "Synthesis and sensitivity of CL-20 cocrystals": "ML8",
    "Cryo-CMOS controllers at 4 K": "3A501",
    "A Josephson travelling-wave parametric amplifier": "3A501",
    "Burning rates of composite propellants with ammonium perchlorate": "1C111",
    "Virulence of Francisella tularensis strains in mice": "1C351.c",
    "Ricin purification from castor beans": "1C351.d",
    "Side-channel attacks on a masked block cipher": "5A004",
    "HgCdTe focal plane arrays for the long-wave infrared": "6A002.a",
    "Guidance law with impact angle constraints": "7A117",
    "Wiedereintritt und Hitzeschild: ein Ablationsmodell": "9A116",
    "Radar absorbing materials between 8 and 18 GHz": "1C001",
    "Automatic exploit generation for embedded firmware": "4D004",
    "Passive sonar with a towed array": "6A001",
}
SILENT = (
    "Seroprevalence of hepatitis E in blood donors",
    "Attention is all you need",
    "Gene set enrichment analysis of tumour samples",
    "A randomised trial of physiotherapy after stroke",
    "Bat sonar and the evolution of echolocation in caves",
    "The cost of wind turbine blades",
    "Drone strikes and public opinion: a survey experiment",
    "COVID-19: transmission of SARS-CoV-2 in schools",
    "Botulinum toxin for the treatment of wrinkles",
    "Tetrodotoxin-sensitive sodium currents in neurons",
    "Dental composites and their wear",
    "Gain-of-function mutations of a potassium channel",
    "Bioreactors for stem cells",
    "Fog computing for the internet of things",
    "Explosive volcanic eruptions in the Holocene",
    "Enrichment of soils with nitrogen",
    "Anthrax letters in the press: a discourse analysis",
    "Composite Higgs models",
    "Ein Überblick über die Anreicherung von Selen in Pflanzen",
    "Zur Geschichte der Raketenpost",
)
DENIED = (
    "We present a molecular sieve, not a gas centrifuge, for noble gases",
    "Membranes without uranium enrichment in mind",
    "Ein Trennverfahren ohne Gaszentrifuge",
    "A supersonic jet instead of a scramjet",
)


@pytest.mark.parametrize(("text", "code"), NAMED.items())
def test_words_of_an_entry_name_it(text: str, code: str) -> None:
    hits = {hit.entry.code: hit for hit in topics(text)}
    assert hits[code].strength == "named"
    assert hits[code].words


@pytest.mark.parametrize("text", SILENT)
def test_what_shares_no_more_than_a_word_raises_nothing(text: str) -> None:
    assert topics(text) == ()


@pytest.mark.parametrize("text", DENIED)
def test_what_a_text_denies_is_left_out(text: str) -> None:
    assert topics(text) == ()


def test_a_negation_ends_with_its_clause() -> None:
    assert topics("Not only for launchers, a scramjet is tested")[0].entry.code == "9A011"


def test_weaker_words_make_an_entry_near_only_together() -> None:
    assert topics("Gate fidelity in spin systems") == ()
    near = topics("Gate fidelity of a spin qubit", "A two-qubit gate with trapped ions is characterised.")
    assert [(hit.entry.code, hit.strength) for hit in near] == [("4A506", "near")]


def test_the_words_are_those_of_the_text() -> None:
    assert topics("Tests of Scramjet Combustors")[0].words == ("Scramjet Combustors",)


def test_no_phrase_crosses_a_sentence() -> None:
    assert topics("Nuclear. Graphite is soft.") == ()


def test_key_words_and_abstract_count_like_the_title() -> None:
    by_title, by_abstract, by_keyword = topics("scramjet"), topics("", "scramjet"), topics("", "", ("scramjet",))
    assert by_title == by_abstract == by_keyword != ()


def test_no_more_entries_than_anybody_reads() -> None:
    assert len(topics(". ".join(NAMED))) == MOST


def test_wide_adds_what_shares_words_behind_what_is_named() -> None:
    strengths = [hit.strength for hit in topics("Scramjet engines and turbines", wide=True)]
    assert strengths[0] == "named"
    assert strengths[1:] == ["words", "words"]


def test_a_long_text_is_cut() -> None:
    assert topics("x " * LONGEST, "scramjet") == ()
    assert topics("A" * 200_000 + " scramjet") == ()


def test_values_stand_only_where_they_were_read() -> None:
    read = topics("cryo-CMOS")[0].entry
    assert "0.015 dB" in read.values.en
    assert "0,015 dB" in read.values.de
    assert read.read
    assert not topics("scramjet")[0].entry.values.en


def test_the_index_is_what_the_table_gives() -> None:
    data = Path(str(files("askfirst_checks.topics"))) / "data"
    for name, content in build().items():
        assert (data / name).read_text("utf-8") == content


_HERE = Path(__file__).parent
COUNTRIES = (_HERE / "countries.txt").read_text("utf-8").splitlines()
BODIES = (_HERE / "bodies.txt").read_text("utf-8").splitlines()


def test_no_word_of_a_country_has_a_weight() -> None:
    weighed = {line.partition("\t")[0] for line in build()["weights.tsv"].splitlines()}
    assert not weighed & {word for name in COUNTRIES for word in stems(name)} - {"of", "the", "and"}


def _texts() -> list[tuple[str, str]]:
    shared = Path(os.environ.get("ASKFIRST_SHARED", "../shared")) / "data" / "topic_gold.jsonl"
    own = [(text, "") for text in (*NAMED, *SILENT)]
    if shared.is_file():
        rows = [json.loads(line) for line in shared.read_text("utf-8").splitlines()]
        own += [(row["title"], row["abstract"] or "") for row in rows]
    return own


def _around(name: str, title: str, abstract: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (f"{name}: {title}", f"{abstract} {name}"), (title, f"{name}. {abstract} in {name}.")


@pytest.mark.parametrize("names", [COUNTRIES, BODIES], ids=["countries", "bodies"])
def test_no_country_and_no_body_around_a_text_moves_an_entry(names: list[str]) -> None:
    assert len(names) in (250, 50)
    moved = []
    for number, (title, abstract) in enumerate(_texts()):
        alone = [hit.entry.code for hit in topics(title, abstract, wide=True)]
        chosen = names if number < 5 else names[number % 7 :: 7]
        said = [each for name in chosen for each in _around(name, title, abstract)]
        moved += [each for each in said if [hit.entry.code for hit in topics(*each, wide=True)] != alone]
    assert moved == []


def test_every_row_of_the_table_is_whole() -> None:
    data = Path(str(files("askfirst_checks.topics"))) / "data" / "entries.tsv"
    rows = list(csv.reader(data.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    assert len(rows) > 190
    for row in rows:
        code, act, en, de, *_, values_en, values_de, read = row
        assert act in ("2021/821", "2025/2003", "ML", "SURV")
        assert code
        assert en != de or en.isupper()
        assert bool(values_en) == bool(values_de)
        assert read or not values_en
