"""The shipped table of offices: each row says where it was read, names no person, and is found by its own name only."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

import pytest

from askfirst.enquiry.offices import Office, is_mailbox, load, lookup

TABLE = load()
ROWS = pytest.mark.parametrize("office", TABLE, ids=lambda office: office.institution)
PERSON = re.compile(r"[a-z]+[._-][a-z]+|[a-z]\.[a-z-]+")


def test_there_are_rows() -> None:
    assert len(TABLE) >= 25


@ROWS
def test_a_row_says_where_and_when_it_was_read(office: Office) -> None:
    page = urlsplit(office.page)
    assert page.scheme in ("http", "https")
    assert page.hostname
    assert len(page.path) > 1
    assert not page.username
    assert office.page.isascii()
    assert date.fromisoformat(office.read_on).isoformat() == office.read_on
    assert 1 <= len(office.words_seen.split()) <= 12
    assert office.town
    assert office.name.en
    assert office.name.de


@ROWS
def test_a_mailbox_is_that_of_the_function(office: Office) -> None:
    if office.email:
        assert is_mailbox(office.email)
        assert not PERSON.fullmatch(office.email.split("@")[0].casefold())
        assert office.email in office.words_seen


@pytest.mark.parametrize("local", ["erika.mustermann", "e.mustermann", "erika-mustermann", "max_muster"])
def test_the_pattern_knows_a_person(local: str) -> None:
    assert PERSON.fullmatch(local)


@pytest.mark.parametrize("local", ["exportkontrolle", "export", "zoll", "dez1"])
def test_the_pattern_knows_a_function(local: str) -> None:
    assert not PERSON.fullmatch(local)


def test_no_institution_or_alias_is_there_twice() -> None:
    names = [name.casefold() for office in TABLE for name in (office.institution, *office.aliases)]
    assert sorted(names) == sorted(set(names))


@ROWS
def test_each_of_its_names_leads_to_it(office: Office) -> None:
    for name in (office.institution, *office.aliases):
        assert lookup((f"Institut für Physik, {name}, {office.town}, Germany",), TABLE) is office, name


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Institut für Experimentelle Physik, Otto-von-Guericke-Universität Magdeburg, 39106 Magdeburg", "Otto-von-G"),
        ("Faculty of Natural Sciences, Otto von Guericke University Magdeburg, Germany", "Otto-von-G"),
        ("School of Natural Sciences at the Technical University of Munich, Garching, Germany", "Technische"),
        ("Institut fur Theoretische Physik, Universitat Ulm, D-89069 Ulm", "Universität Ulm"),
        ("Fachbereich Physik, Freie Universität Berlin, Arnimallee 14, 14195 Berlin", "Freie"),
        ("Department of Chemistry, Humboldt-Universität zu Berlin, Berlin, Germany", "Humboldt"),
        ("Institute of Optics, Friedrich Schiller University Jena, Jena, Germany", "Friedrich-Schiller"),
        ("GEOMAR Helmholtz Centre for Ocean Research Kiel, Wischhofstr. 1-3, Kiel", "GEOMAR"),
        ("Institut für Experimentalphysik, Universität Hamburg, Luruper Chaussee 149, Hamburg", "Universität Hamburg"),
        ("Physikalisches Institut, University of Freiburg, Freiburg, Germany", "Albert-Ludwigs"),
        ("Fakultät Bauwesen, Hochschule für Technik, Wirtschaft und Kultur Leipzig, 04277 Leipzig", "HTWK"),
        ("HAWK Hochschule für angewandte Wissenschaft und Kunst Hildesheim/Holzminden/Göttingen, Göttingen", "HAWK"),
        ("Physikalisches Institut, Universität Heidelberg, Im Neuenheimer Feld 226, 69120 Heidelberg", "Ruprecht"),
        ("II. Physikalisches Institut, Justus-Liebig-Universität Gießen, Gießen", "Justus"),
    ],
)
def test_a_printed_affiliation_finds_its_office(printed: str, found: str) -> None:
    office = lookup((printed,), TABLE)
    assert office is not None
    assert office.institution.startswith(found)


@pytest.mark.parametrize(
    "printed",
    [
        # abroad
        "Department of Physics, FAU, Boca Raton, USA",
        "College of Physics, JLU, Changchun, China",
        "College of Engineering, HHU, Nanjing, China",
        "Departement für Physik, Universität Freiburg, Freiburg, Schweiz",
        "Department of Chemistry, Heidelberg University, Tiffin, USA",
        "Department of Physics, University of Fribourg, Switzerland",
        "Faculty of Mathematics, Free University of Bozen-Bolzano, Italy",
        "Department of Physics, Humboldt State University, Arcata, USA",
        # of the same town
        "Faculty of Physics, Ludwig-Maximilians-Universität München, Munich",
        "Institut für Optik, Technische Universität Berlin, Berlin",
        "RWTH Aachen University, Aachen, Germany",
        "Leipzig University, Leipzig, Germany",
        "Helmut Schmidt University, Hamburg, Germany",
        "FH Münster University of Applied Sciences, Münster, Germany",
        "Max Planck Institute for Solar System Research, Göttingen, Germany",
        "Kiel University, Kiel, Germany",
        # of a similar name
        "Technische Hochschule Ulm, Ulm, Germany",
        "Hamburg University of the Arts, Hamburg, Germany",
        "Hochschule für angewandte Wissenschaften München, München",
        "Hamburg University of Technology, Hamburg, Germany",
        "University Medical Center Göttingen, Göttingen",
        "Universitätsklinikum Jena, Jena, Germany",
        "Pädagogische Hochschule Freiburg, Freiburg",
        "University of Ulm Press, Ulm",
        "Institute of Physics, Magdeburg, Germany",
        "Erlangen Centre for Astroparticle Physics, Erlangen",
    ],
)
def test_others_find_none(printed: str) -> None:
    assert lookup((printed,), TABLE) is None
