"""The content question's source: which entries a text touches, and that nothing else than the text counts."""

from __future__ import annotations

import csv
import json
import os
from importlib.resources import files
from itertools import product
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
    "Passive radar with DVB-T illuminators": "5A001.g",
    "Passivradar mit Rundfunksendern": "5A001.g",
    "Foot-and-mouth disease virus: virulence of recombinant mutants": "1C351.a",
    "Over-the-horizon radar: clutter in the ionosphere": "6A008",
    "Oxidation of ZrB2-SiC composites": "1C107",
    "A copper vapour laser at 511 nm": "6A005.b",
    "Magnetorheological finishing of aspheres": "2B002",
    "Terrain-aided navigation with particle filters": "7D003",
    "Tip clearance in a pumpjet": "8A002",
    "Propeller noise of a container ship": "8E002",
    "Wave modes in a rotating detonation combustor": "9A111",
    "Regression rates in a hybrid rocket with paraffin fuel": "9A009",
    "Shear localisation in syntactic foam for deep sea buoyancy": "8C001",
    "Lithium isotope separation with crown ethers": "1B233",
    "Key encapsulation: Classic McEliece on FPGAs": "5A002",
    "Optical inter-satellite links for constellations": "5E001",
    "Bahnregelung eines unbemannten Luftfahrzeugs mit Autopilot": "9A012",
    "Hydrodynamic noise of a torpedo": "ML4",
    "Ballistic limits of explosive reactive armour": "ML13",
    "Combustion of nanothermites": "ML8",
    "Detecting a GPS jammer on the road": "ML11",
    "Step-back control of a pressurised heavy water reactor": "0A001",
    "Isotope separation with magnets and a beam of lithium": "1B226",
    "Chatter of a machine tool": "2B001",
    "Strahlungsfestigkeit einer Schaltung": "3A001.a.1",
    "Gain of a travelling wave amplifier at 220 GHz": "3A001.b.1",
    "Stability of a transportable optical clock": "3A002.g",
    "A hermetic cell for dilution refrigerators": "3A504",
    "Neuromorphic circuits in CMOS": "3A001.a.9",
    "Power side-channel leakage at register-transfer level": "5A004",
    "RSA encryption with a new padding": "5A002",
    "Sensitivity of a magnetic needle magnetometer": "6A006",
    "Inertial measurement: drift and calibration": "7A003",
    "Planning for underwater vehicles in currents": "8A001",
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
    "Bulletproofs: short proofs for confidential transactions",
    "Assault rifles and public opinion: a survey",
    "Mass surveillance and democracy",
    "Nicotinic receptors of Torpedo californica",
    "Neolithic silex tools from the Danube",
    "Velocity components Vx and Vy in a channel",
    "Annealing and quantum annealers for scheduling",
    "Groundwater of the Isar valley",
    "A human driving motion simulator",
    "Leaf traits from unmanned aerial vehicles (UAVs) over a forest",
    "Drohnen im Bienenvolk",
    "Ebola virus transmission in West Africa: an epidemic model",
    "Forecasts of Ebola virus disease and its virulence",
    "Antineutrinos from a nuclear reactor",
    "Optical klystron gain in a free-electron laser",
    "Gas sensing with a quantum cascade laser spectrometer",
    "Tritium dating of groundwater in storage",
    "Gait analysis with an inertial measurement unit and its drift",
    "Stirred tank reactors and fuel cells",
    "Coral surveys by autonomous underwater vehicle",
    "Spectra of the magnetometer on a spacecraft",
    "Uranium-free ceramics with hydraulic fluids",
)
RELEASED = {
    "MIMO radar: a waveform for moving targets": "6A008",
    "An optically pumped magnetometer for magnetic anomaly detection": "6A006",
    "Passive sonar and seabed target detection": "6A001",
    "Phased array antenna at 60 GHz": "5A001.d",
    "Purification of aflatoxin and saxitoxin": "1C351.d",
    "Bias instability of a MEMS accelerometer": "7A001",
}
"""each with its sibling that a note or the heading of the same entry leaves out"""
LEFT_OUT = {
    "Automotive MIMO radar: a waveform for moving targets": "6A008",
    "An optically pumped magnetometer for magnetoencephalography": "6A006",
    "Dolphin sonar and target detection": "6A001",
    "Phased array antenna for 5G": "5A001.d",
    "Saxitoxin in shellfish: purification and risk": "1C351.d",
    "A MEMS accelerometer for machine vibration and its bias": "7A001",
}
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


GERMAN = {
    "Auslegung natriumgekühlter Reaktoren": "0A001",
    "Strömung in Gaszentrifugen": "0B001",
    "Kriechen keramischer Verbundwerkstoffe": "1C007",
    "Abbrand von Festtreibstoffen": "1C111",
    "Vermehrung rekombinanter Ebolaviren in Kulturen": "1C351.a",
    "Thermische Verformung von Werkzeugmaschinen": "2B001",
    "Zündung getriggerter Funkenstrecken": "3A228",
    "Fehler in supraleitenden Quantenprozessoren": "4A506",
    "Ein Quantenschlüsselaustausch über Glasfaser": "5A002.c",
    "Ortung von Zielen mit passiven Sonaren": "6A001",
    "Drift von Faserkreiseln": "7A002",
    "Ausrichtung eines Trägheitsnavigationssystems": "7A003",
    "Bahnen autonomer Unterwasserfahrzeuge": "8A001",
    "Filmkühlung einkristalliner Turbinenschaufeln": "9E003",
    "Prüfung ablativer Hitzeschilde": "9A116",
}
GERMAN_SILENT = (
    "Zur Rezeption Heinrich Heines in der frühen Bundesrepublik",
    "Bestandserfassung von Kiebitzen mit Drohnen",
    "Reaktoren für die Biogasgewinnung aus Gülle",
    "Radfahren und Herzgesundheit: Beschleunigungsmesser am Handgelenk",
    "Pressefreiheit und Massenüberwachung im Urteil der Gerichte",
    "Torpedos im Kinderzimmer: Spielzeug der Kaiserzeit",
    "Ein Ausbruch der Geflügelpest und seine Kosten",
    "Werkzeuge und Maschinen im Museum",
    "Das Sonar der Fledermaus",
    "Rizinus als Ölpflanze",
    "Zentrifugen in der Molkerei",
    "Die Trägheit der Institutionen",
    "Virale Inhalte und ihre Verbreitung",
    "Hitzeschutz für Pflegeheime",
    "Schlüsselaustausch nach Ladenschluss",
)


@pytest.mark.parametrize(("text", "code"), GERMAN.items())
def test_german_words_are_found_in_their_cases(text: str, code: str) -> None:
    assert code in {hit.entry.code for hit in topics(text) if hit.strength == "named"}


@pytest.mark.parametrize("text", GERMAN_SILENT)
def test_german_texts_about_something_else_are_silent(text: str) -> None:
    assert topics(text) == ()


@pytest.mark.parametrize(("text", "code"), RELEASED.items())
def test_what_an_entry_takes_in_is_named(text: str, code: str) -> None:
    assert code in {hit.entry.code for hit in topics(text) if hit.strength == "named"}


@pytest.mark.parametrize(("text", "code"), LEFT_OUT.items())
def test_what_the_entry_itself_leaves_out_is_left_out(text: str, code: str) -> None:
    assert code not in {hit.entry.code for hit in topics(text)}


def test_what_a_note_takes_out_counts_only_near_the_word() -> None:
    text = "Automotive sensors are reviewed. We then treat MIMO radar and its waveforms: MIMO radar wins."
    assert {hit.entry.code for hit in topics("Sensors", text)} == {"6A008"}


def test_what_is_out_in_the_title_is_out_everywhere() -> None:
    text = "A MIMO radar is built. Its waveforms separate targets: the MIMO radar sees far."
    assert topics("Automotive MIMO radar", text) == ()
    assert topics("A MIMO radar", text)[0].entry.code == "6A008"


def test_what_an_abstract_mentions_once_is_no_topic() -> None:
    mentioned = "We map a reef. Images come from a camera, and some from an autonomous underwater vehicle."
    assert topics("Corals of the Red Sea", mentioned) == ()
    about = "We steer an autonomous underwater vehicle. Autonomous underwater vehicles drift."
    assert [hit.entry.code for hit in topics("Steering at sea", about)] == ["8A001"]


def test_what_an_abstract_mentions_once_makes_near_with_one_word_more() -> None:
    hits = topics("A combustor", "The flow is supersonic. A scramjet is tested.")
    assert [(hit.entry.code, hit.strength) for hit in hits] == [("9A011", "near")]


def test_without_a_title_the_first_sentence_stands_for_it() -> None:
    assert topics("", "A scramjet is tested. It burns.")[0].entry.code == "9A011"


def test_a_short_form_counts_no_second_time() -> None:
    assert topics("Noise of unmanned aerial vehicles (UAVs) for birds") == ()


def test_wide_puts_an_entry_with_a_term_before_one_with_stray_words() -> None:
    assert topics("Management of animal anthrax: software and source code", wide=True)[0].entry.code == "1C351.c"


def test_a_negation_ends_with_its_clause() -> None:
    assert topics("Not only for launchers, a scramjet is tested")[0].entry.code == "9A011"


def test_weaker_words_make_an_entry_near_only_together() -> None:
    assert topics("Gate fidelity in spin systems") == ()
    near = topics("Gate fidelity of a spin qubit", "A two-qubit gate with trapped ions is characterised.")
    assert [(hit.entry.code, hit.strength) for hit in near] == [("4A506", "near")]


def test_the_words_are_those_of_the_text() -> None:
    assert topics("Tests of Scramjet Combustors")[0].words == ("Scramjet Combustors",)


def test_words_left_out_between_are_marked() -> None:
    assert topics("Zinc sulphide for an infrared window")[0].words == ("Zinc sulphide … infrared window",)


def test_no_phrase_crosses_a_sentence() -> None:
    assert topics("Nuclear. Graphite is soft.") == ()


def test_key_words_and_abstract_count_like_the_title() -> None:
    by_title, by_keyword = topics("scramjet"), topics("", "", ("scramjet",))
    by_abstract = topics("Tests", "A scramjet burns. The scramjet is short.")
    assert by_title == by_keyword
    assert by_title[0].entry == by_abstract[0].entry


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
    assert not topics("scramjet")[0].entry.values.en  # the entry has none
    military = topics("Interior ballistics of a howitzer")[0].entry
    assert (military.code, military.read) == ("ML2", "2009/43/EC")


def test_the_index_is_what_the_table_gives() -> None:
    data = Path(str(files("askfirst_checks.topics"))) / "data"
    for name, content in build().items():
        assert (data / name).read_text("utf-8") == content


_HERE = Path(__file__).parent
COUNTRIES = (_HERE / "countries.txt").read_text("utf-8").splitlines()
COUNTRIES_DE = (_HERE / "countries_de.txt").read_text("utf-8").splitlines()
"""of Unicode CLDR (Unicode License v3)"""
BODIES = (_HERE / "bodies.txt").read_text("utf-8").splitlines()


def test_no_word_of_a_country_has_a_weight() -> None:
    weighed = {line.partition("\t")[0] for line in build()["weights.tsv"].splitlines()}
    assert not weighed & {word for name in (*COUNTRIES, *COUNTRIES_DE) for word in stems(name)} - {"of", "the", "and"}


def _texts() -> list[tuple[str, str]]:
    shared = Path(os.environ.get("ASKFIRST_SHARED", "../shared")) / "data" / "topic_gold.jsonl"
    own = [(text, "") for text in (*NAMED, *GERMAN, *SILENT, *GERMAN_SILENT)]
    if shared.is_file():
        rows = [json.loads(line) for line in shared.read_text("utf-8").splitlines()]
        own += [(row["title"], row["abstract"] or "") for row in rows]
    return own


def _around(name: str, title: str, abstract: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return (
        (f"{name}: {title}", f"{abstract} {name}", ()),
        (title, f"{name}. {abstract} in {name}.", ()),
        (title, abstract, (name,)),
    )


@pytest.mark.long
@pytest.mark.parametrize("names", [COUNTRIES, COUNTRIES_DE, BODIES], ids=["countries", "in German", "bodies"])
def test_no_country_and_no_body_around_a_text_moves_an_entry(names: list[str]) -> None:
    assert len(names) in (250, 257, 50)
    moved = []
    for number, (title, abstract) in enumerate(_texts()):
        alone = [hit.entry.code for hit in topics(title, abstract, wide=True)]
        chosen = names if number < 3 else names[number % 23 :: 23]
        said = [each for name in chosen for each in _around(name, title, abstract)]
        moved += [each for each in said if [hit.entry.code for hit in topics(*each, wide=True)] != alone]
    assert moved == []


@pytest.mark.long
def test_no_body_in_no_country_moves_an_entry() -> None:
    texts = [*GERMAN, *GERMAN_SILENT, *NAMED, *SILENT]
    moved = []
    for number, (country, body) in enumerate(product([*COUNTRIES, *COUNTRIES_DE], BODIES)):
        title = texts[number % len(texts)]
        hits = topics(title, f"A. Muster, {body}, {country}.")
        moved += [(title, country, body)] if hits != topics(title) else []
    assert moved == []


def test_every_row_of_the_table_is_whole() -> None:
    data = Path(str(files("askfirst_checks.topics"))) / "data" / "entries.tsv"
    rows = list(csv.reader(data.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    assert len(rows) > 190
    for row in rows:
        code, act, en, de, *_, values_en, values_de, read, _ = row
        assert act in ("2021/821", "2025/2003", "ML", "SURV")
        assert code
        assert en != de or en.isupper()
        assert bool(values_en) == bool(values_de)
        assert read or not values_en
        assert read == {"ML": "2009/43/EC", "SURV": ""}.get(act, "2025/2003")
