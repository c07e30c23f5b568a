"""The office of the author's own printed affiliation: found where it is named, and not where it only sounds so."""

from __future__ import annotations

from pathlib import Path

import pytest

from askfirst.enquiry.offices import Office, is_mailbox, load, lookup
from askfirst_checks.words import same


def row(institution: str, *aliases: str, town: str = "") -> Office:
    return Office(institution, aliases, town, same("Office"), "a@b.example", "", "https://b.example", "2026-11-28", "x")


TABLE = (
    row("Universität Potsdam", "University of Potsdam", town="Potsdam"),
    row("Technische Universität München", "Technical University of Munich", "TUM", town="München"),
    row("Ludwig-Maximilians-Universität München", "LMU", "University of Munich", town="München"),
    row("Hochschule Beispiel", town="Kiel"),
    row("Hochschule Beispiel", town="Ulm"),
)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Institut für Physik, Universität Potsdam, 14476 Potsdam", TABLE[0]),
        ("Institute of Physics, University of Potsdam, Germany", TABLE[0]),
        ("Institut fur Physik, Universitat Potsdam", TABLE[0]),
        ("Department of Physics at the Technical University of Munich, Garching", TABLE[1]),
        ("Physics (TUM), Garching, Germany", TABLE[1]),
        ("Faculty of Physics, University of Munich, Germany", TABLE[2]),
        ("Hochschule Beispiel, Ulm", TABLE[4]),
        ("Hochschule Beispiel, 24103 Kiel", TABLE[3]),
    ],
)
def test_found(printed: str, found: Office) -> None:
    assert lookup((printed,), TABLE) is found


@pytest.mark.parametrize(
    "printed",
    [
        "Applied University of Potsdam, Germany",
        "Clinic of the Friends of University of Potsdam Alumni, Germany",
        "Autumn school, tum, Berlin",
        "Institute of Physics, Potsdam, Germany",
        "University of Munich Press, Munich",
        "Hochschule Beispiel, Bonn",
        "Hochschule Beispiel",
        "Lmu Valley Institute, USA",
    ],
)
def test_not_found(printed: str) -> None:
    assert lookup((printed,), TABLE) is None


def test_two_institutions_are_not_chosen_between() -> None:
    assert lookup(("Universität Potsdam", "TUM"), TABLE) is None


def test_a_table_is_read(tmp_path: Path) -> None:
    file = tmp_path / "offices.tsv"
    cells = ["Universität Beispiel", "UB; Example University", "Kiel", "Office", "Stelle", "e@ub.example", "0431 1",
             "https://ub.example", "2026-11-28", "Exportkontrolle"]  # fmt: skip
    file.write_text("# institution ...\n" + "\t".join(cells) + "\n")
    (office,) = load(str(file))
    assert office.aliases == ("UB", "Example University")
    assert office.name.de == "Stelle"


def test_a_short_row_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "offices.tsv"
    file.write_text("a\tb\n")
    with pytest.raises(ValueError, match="2 cells"):
        load(str(file))


def test_without_a_table_there_is_no_row(tmp_path: Path) -> None:
    assert load(str(tmp_path / "none.tsv")) == ()


@pytest.mark.parametrize("address", ["export@uni-beispiel.de", "a.b+c@x.example"])
def test_a_mailbox(address: str) -> None:
    assert is_mailbox(address)


@pytest.mark.parametrize(
    "address",
    ["", "a@b", "a@b.de\nBcc: c@d.de", "a@b.de, c@d.de", "A <a@b.de>", "ä@b.de", "a@b..de", "x" * 300 + "@b.de"],
)
def test_no_mailbox(address: str) -> None:
    assert not is_mailbox(address)
