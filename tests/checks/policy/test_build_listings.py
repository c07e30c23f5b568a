"""listings.tsv is made from the entries of the acts, and only from them."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from askfirst_checks import policy as package
from askfirst_checks.policy.build.acts import Texts, acts, folded
from askfirst_checks.policy.build.listings import ANNEXES, HERE, entries, listings, main, read_again

DATA = Path(package.DATA)
ACTS = os.environ.get("ASKFIRST_ACTS", "")
ENTRIES = entries()


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Copies of the sources and of the data, without listings.tsv."""
    build, data = tmp_path / "build", tmp_path / "data"
    build.mkdir()
    data.mkdir()
    for name in ("entries.tsv", "others.tsv", "acts.tsv"):
        shutil.copy(HERE / name, build)
    shutil.copy(DATA / "lists.tsv", data)
    return build, data


def act(folder: Path, name: str, text: str) -> Texts:
    """The acts of a folder that holds one file."""
    (folder / name).write_text(text, "utf-8")
    return Texts(folder)


def test_removed_and_made_again_it_is_the_same_byte_for_byte(folders: tuple[Path, Path]) -> None:
    build, data = folders
    assert main(["--check"], build, data) == 1
    assert main([], build, data) == 0
    assert main(["--check"], build, data) == 0
    assert (data / "listings.tsv").read_bytes() == (DATA / "listings.tsv").read_bytes()


def test_the_data_that_ship_are_those_that_are_made() -> None:
    assert main(["--check"]) == 0, "run python -m askfirst_checks.policy.build.listings"


def test_every_entry_names_an_act_and_a_list_that_are_known() -> None:
    known = acts(HERE)
    for entry in ENTRIES:
        assert entry.act in known, entry
        assert entry.measure in ANNEXES, entry
        assert entry.confidence in ("text-read", "secondary"), entry
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", entry.listed_on), entry
        assert entry.number or entry.confidence == "secondary" or entry.act == "32022R0877", entry
    assert len(set(ENTRIES)) == len(ENTRIES)


def test_every_act_is_one_that_an_entry_needs_and_has_its_day_and_annex() -> None:
    known = acts(HERE)
    assert set(known) == {entry.act for entry in ENTRIES}
    for each in known.values():
        assert re.fullmatch(r"3\d{4}[RD]\d{4}", each.celex)
        assert re.search(r"\d+/\d+$", each.title)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", each.day)
        assert each.annex.startswith("Annex ")


def test_no_entry_is_older_than_its_list_allows_and_none_was_read_before_it_was_printed() -> None:
    known = acts(HERE)
    for entry in ENTRIES:
        if entry.confidence == "text-read" and entry.act != "32017R1509":
            assert entry.listed_on[:4] <= str(int(known[entry.act].day[:4]) + 1), entry


def test_most_of_the_entries_were_read_in_the_act_itself() -> None:
    read = sum(entry.confidence == "text-read" for entry in ENTRIES)
    assert read > len(ENTRIES) * 9 // 10


def test_rows_name_the_act_as_their_source_or_say_that_it_was_not_read() -> None:
    rows = [line.split("\t") for line in listings().splitlines() if not line.startswith("#")]
    for row in rows:
        if row[1].startswith("eu-"):
            start = {"text-read": "OJ: ", "secondary": "EU consolidated 3"}[row[4]]
            assert row[8].startswith(start), row


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Concern ‘MPO – Gidropribor’", "Concern “MPO—Gidropribor”"),
        ("Research Institute\n  of **Precision**  Instruments", "Research Institute of Precision Instruments"),
        ("<td>Institute of Physics &amp; Power</td>", "Institute of Physics & Power"),
        ("SCIENTIFIC-RESEARCH INSTITUTE «ARGON»", "Scientific-Research Institute “Argon”"),
        ("(23) Karaj Nuclear Research Centre.", "Karaj Nuclear Research Centre"),
        ("Научно-исследовательский институт", "научно‑исследовательский институт"),
    ],
)
def test_copies_of_one_act_differ_in_signs_that_do_not_count(tmp_path: Path, printed: str, name: str) -> None:
    assert act(tmp_path, "32099R0001.md", f"1. {printed} | Moscow").holds("32099R0001", name)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Institutes of Applied Physicists", "Institute of Applied Physic"),
        ("Institute of Applied Chemistry", "Institute of Applied Physics"),
        ("Institute of Physics. Applied", "Institute of Applied Physics"),
        ("MAEIX", "MAEI"),
        ("Nanjing University of Aeronautics", "Nanjing University of Astronautics"),
        ("", "Almaz JSC"),
    ],
)
def test_another_name_is_not_found(tmp_path: Path, printed: str, name: str) -> None:
    assert not act(tmp_path, "32099R0001.html", f"<p>{printed}</p>").holds("32099R0001", name)


def test_a_text_is_known_by_its_number_and_nothing_else_is_read(tmp_path: Path) -> None:
    (tmp_path / "eu").mkdir()
    (tmp_path / "eu" / "L_32099R0001_EN.txt").write_text("Almaz JSC", "utf-8")
    (tmp_path / "notes.txt").write_text("Kulon JSC", "utf-8")
    (tmp_path / "32099R0002.md").symlink_to(tmp_path / "notes.txt")
    texts = Texts(tmp_path)
    assert set(texts.names) == {"32099R0001"}
    assert texts.holds("32099R0001", "Almaz, JSC") is False
    assert texts.holds("32099R0001", "Almaz JSC")
    assert not texts.has("32099R0002")


def test_reading_an_act_again_marks_what_it_prints_and_names_what_it_does_not(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build, data = folders
    mine = [entry for entry in ENTRIES if entry.act == "32006R0765"]
    assert len(mine) >= 2
    assert {entry.confidence for entry in mine} == {"secondary"}
    texts = tmp_path / "acts"
    texts.mkdir()
    (texts / "32006R0765.md").write_text(f"| 1. | {mine[0].name} | Minsk |", "utf-8")
    again = read_again(Texts(texts), build)
    assert again.found == [mine[0]]
    assert set(again.missing) == set(mine[1:])
    assert again.unread == again.misnumbered == []
    assert main(["--acts", str(texts)], build, data) == 1
    printed = capsys.readouterr().out
    assert f"32006R0765: not in its text: {mine[1].name}" in printed
    assert "1 entries found in 1 acts" in printed
    after = {entry.name: entry.confidence for entry in entries(build) if entry.act == "32006R0765"}
    assert after[mine[0].name] == "text-read"
    assert after[mine[1].name] == "secondary"
    assert "OJ: Regulation (EC) No 765/2006, Annex I" in (data / "listings.tsv").read_text("utf-8")


def test_a_part_of_an_act_says_nothing_of_what_stands_in_the_rest(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build, data = folders
    mine = [entry for entry in ENTRIES if entry.act == "32024R0753"]
    texts = tmp_path / "acts"
    texts.mkdir()
    (texts / "32024R0753.part.md").write_text(f"| ‘{mine[0].number}. | {mine[0].name} |", "utf-8")
    again = read_again(Texts(texts), build)
    assert again.found == [mine[0]]
    assert set(again.unread) == set(mine[1:])
    assert main(["--acts", str(texts), "--check"], build, data) == 1, "listings.tsv is not there yet"
    assert main(["--acts", str(texts)], build, data) == 0
    assert f"{len(mine) - 1} are in none of the parts" in capsys.readouterr().out
    (texts / "32024R0753.md").write_text("the whole of it, without a name", "utf-8")
    assert set(read_again(Texts(texts), build).missing) == set(mine[1:])


def test_a_name_behind_another_number_is_named_as_such(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build, data = folders
    (mine,) = [entry for entry in ENTRIES if entry.act == "32025R2039"]
    texts = tmp_path / "acts"
    texts.mkdir()
    (texts / "32025R2039.md").write_text(f"| 1{mine.number}. | {mine.name} |", "utf-8")
    assert read_again(Texts(texts), build).misnumbered == [mine]
    assert main(["--acts", str(texts)], build, data) == 1
    assert f"32025R2039: not behind number {mine.number}: {mine.name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "printed", ["‘42. | {}", "- 42. {} (Russia)", "42 {}", "(42) {}", "| 42.|{}|", "<td>42.</td><td>{}</td>"]
)
def test_a_number_stands_before_its_name_in_many_forms(printed: str, tmp_path: Path) -> None:
    texts = act(tmp_path, "32099R0001.md", printed.format("Almaz JSC"))
    assert texts.holds("32099R0001", "Almaz JSC", "42")
    assert not texts.holds("32099R0001", "Almaz JSC", "4")
    assert not texts.holds("32099R0001", "Almaz JSC", "2")


def test_an_act_that_printed_another_regulations_annex_is_cited_with_that_one() -> None:
    known = acts(HERE)
    assert known["32017R1509"].printed_in("Annex XV") == "Annex XV"
    assert known["32011R0503"].printed_in("Annex IX").startswith("Annex VIII to Regulation (EU) No 961/2010")
    (beheshti,) = [
        line for line in listings().splitlines() if "\tShahid Beheshti University\t" in line and "eu-267" in line
    ]
    assert beheshti.endswith("since 2012 Annex IX to Regulation (EU) No 267/2012, no 35")
    for entry in ENTRIES:
        cell = known[entry.act].annex
        assert ANNEXES[entry.measure] in cell.split("; ") or " to Regulation " in cell, entry


def test_a_row_of_another_shape_names_file_and_line(folders: tuple[Path, Path]) -> None:
    build, data = folders
    path = build / "entries.tsv"
    lines = path.read_text("utf-8").count("\n")
    path.write_text(path.read_text("utf-8") + "one\ttwo\n", "utf-8")
    with pytest.raises(ValueError, match=rf"entries\.tsv:{lines + 1}: 7 cells are expected, 2 were found"):
        main([], build, data)


def test_folding_keeps_letters_and_order() -> None:
    assert folded("JSC  ‘V.V. Tikhomirov’ ") == "jsc v.v. tikhomirov"
    assert folded("") == ""


@pytest.mark.skipif(not ACTS, reason="ASKFIRST_ACTS names no folder with the texts of the acts")
@pytest.mark.parametrize("celex", sorted({entry.act for entry in ENTRIES if entry.confidence == "text-read"}))
def test_each_name_that_was_read_stands_in_the_text_of_its_act(celex: str) -> None:
    texts = Texts(Path(ACTS))
    if not texts.has(celex):
        pytest.skip(f"the text of {celex} is not in {ACTS}")
    mine = [entry for entry in ENTRIES if entry.act == celex and entry.confidence == "text-read"]
    amiss = [entry.name for entry in mine if not texts.holds(celex, entry.name, entry.number)]
    assert not [name for name in amiss if texts.is_whole(celex) or texts.holds(celex, name)]
