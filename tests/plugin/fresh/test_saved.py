"""OFAC, CSL, the UK's list and SECO from a file that the user saved: notes, never more, and whole or not at all."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plugin.online.services import FakeServices

from askfirst import cli
from askfirst.lists import added, resolver
from askfirst_checks.policy import load

from . import saved
from .lists import NEW, un, un_entity
from .saved import Body

Run = Callable[..., tuple[int, str]]
Make = Callable[..., bytes]
SHAPES: dict[str, tuple[str, Make]] = {
    "ofac": ("ofac", saved.ofac),
    "csl": ("csl", saved.csl),
    "csl as JSON": ("csl", saved.csl_json),
    "uk": ("uk", saved.uk),
    "seco": ("seco", saved.seco),
}
MEASURES = {"ofac": "us-ofac", "csl": "us-csl", "uk": "gb-sanctions", "seco": "ch-seco"}
BODY = Body("Sample Institute of Applied Lasers")


@pytest.fixture
def takes(tmp_path: Path, update: Run) -> Callable[[str, bytes], tuple[int, str]]:
    """Reads a list in from a file."""

    def take(name: str, content: bytes) -> tuple[int, str]:
        (tmp_path / "saved").write_bytes(content)
        return update("--only", name, "--from", str(tmp_path / "saved"))

    return take


Takes = Callable[[str, bytes], tuple[int, str]]


def asked(printed: str, capsys: pytest.CaptureFixture[str]) -> set[tuple[str, str]]:
    """Rule and level of what the lists say of a paper of *printed*, or beside which question of its country."""
    Path("paper.md").write_text(f"---\ntitle: T\nauthor:\n  - name: A B\n    affiliation: {printed}\n---\n", "utf-8")
    cli.main(["check", "paper.md", "--notes", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["documents"][0]["findings"]
    said = {(each["code"], each["level"]) for each in found}
    beside = {(also["code"], "beside " + each["code"]) for each in found for also in each["also"]}
    return {each for each in said | beside if each[0] in ("AF201", "AF202")}


@pytest.mark.parametrize(("name", "make"), SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (BODY, "Sample Institute of Applied Lasers, Shiraz, Iran"),
        (Body("SAMPLE UNIVERSITY OF FAR ROADS", "China", code="CN"), "Sample University of Far Roads, Wuhan, China"),
        (
            Body("Sample House of Rail", good=["Sample Research Centre for Rails"]),
            "Sample Research Centre for Rails, Tehran, Iran",
        ),
        (Body("Beihang University", "China", code="CN"), "School of Physics, Beihang University, Beijing, China"),
    ],
)
def test_a_body_on_it_is_a_note(
    takes: Takes, capsys: pytest.CaptureFixture[str], name: str, make: Make, body: Body, printed: str
) -> None:
    code, said = takes(name, make(body))
    assert code == 0, said
    assert "notes only (AF202)" in said
    found = asked(printed, capsys)
    assert "AF202" in {rule for rule, _ in found}
    ids = [hit.id for hit in resolver().resolve(printed).institutions]
    assert MEASURES[name] in {row.measure for each in ids for row in load(added=added()).listings(each)}
    if body.name != "Beihang University":
        assert found in ({("AF202", "note")}, {("AF202", "beside AF103")})


@pytest.mark.parametrize(("name", "make"), SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (BODY, "Sample Institute of Applied Lasers, Madrid, Spain"),
        (BODY, "Institute of Applied Lasers, Shiraz, Iran"),
        (BODY, "Sample Institute of Applied Lasers and Optics of Bern, Bern, Switzerland"),
        (Body("Sample Ocean Research Shipping Company"), "Sample Ocean Research Shipping Company, Bandar Abbas, Iran"),
        (Body("Sample Science Trading Corporation"), "Sample Science Trading Corporation, Tehran, Iran"),
        (Body("Sample Technologies Joint Stock Company"), "Sample Technologies Joint Stock Company, Tehran, Iran"),
        (Body("OAO Sample Institut Optiki", "Cuba", code="CU"), "Sample Institut Optiki, Havana, Cuba"),
        (Body("Sample Bank of Technology Centre"), "Sample Bank of Technology Centre, Tehran, Iran"),
        (Body("Sample Institute"), "Sample Institute, Tehran, Iran"),
        (Body("Sample Institute of Old Lasers", ended=True), "Sample Institute of Old Lasers, Nowhere, Brazil"),
        (Body("Sample Institute of No Place", "", code=""), "Sample Institute of No Place, Tehran, Iran"),
    ],
)
def test_a_namesake_a_company_and_one_that_ended_are_silent(
    takes: Takes, capsys: pytest.CaptureFixture[str], name: str, make: Make, body: Body, printed: str
) -> None:
    assert takes(name, make(body))[0] == 0
    assert asked(printed, capsys) == set()


@pytest.mark.parametrize("name", ["ofac", "uk", "seco"])
def test_a_weak_alias_names_nobody(takes: Takes, capsys: pytest.CaptureFixture[str], name: str) -> None:
    body = BODY._replace(weak=["Academy of Sample Sciences Research"])
    takes(name, SHAPES[name][1](body))
    assert asked("Academy of Sample Sciences Research, Tehran, Iran", capsys) == set()


@pytest.mark.parametrize("name", ["csl", "csl as JSON", "seco"])
def test_what_has_ended_is_not_taken(takes: Takes, capsys: pytest.CaptureFixture[str], name: str) -> None:
    takes(SHAPES[name][0], SHAPES[name][1](BODY._replace(ended=True)))
    assert asked("Sample Institute of Applied Lasers, Shiraz, Iran", capsys) == set()


def test_of_the_screening_list_the_export_rules_are_taken_and_no_other(
    takes: Takes, capsys: pytest.CaptureFixture[str]
) -> None:
    other = saved.csl(BODY, source="Nonproliferation Sanctions (ISN) - State Department", fill=0)
    takes("csl", saved.csl() + other.partition(b"\r\n")[2])
    assert asked("Sample Institute of Applied Lasers, Shiraz, Iran", capsys) == set()


@pytest.mark.parametrize(("name", "make"), SHAPES.values(), ids=SHAPES)
def test_persons_are_never_kept(takes: Takes, data: Path, name: str, make: Make) -> None:
    takes(name, make(BODY))
    assert b"ZAPHOD" not in (data / f"{name}.txt").read_bytes()


@pytest.mark.parametrize("name", MEASURES)
def test_it_is_never_fetched(update: Run, services: FakeServices, data: Path, name: str) -> None:
    code, said = update("--only", name)
    assert code == 2
    assert f"--only {name} --from FILE" in said
    assert "https://" in said
    assert services.asked == []
    assert not data.exists()


def test_five_lists_stand_side_by_side(
    takes: Takes, update: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "un.xml").write_bytes(un(un_entity("IRe.900", NEW, "Iran")))
    assert update("--only", "un", "--from", str(tmp_path / "un.xml"))[0] == 0
    names = {"ofac": "Rivers", "csl": "Bridges", "uk": "Mills", "seco": "Towers"}
    for name, what in names.items():
        assert takes(name, SHAPES[name][1](Body(f"Sample Institute of High {what}")))[0] == 0
    assert asked(f"{NEW}, Isfahan, Iran", capsys) == {("AF201", "stop")}
    for what in names.values():
        assert asked(f"Sample Institute of High {what}, Isfahan, Iran", capsys) == {("AF202", "beside AF103")}
    cli.main(["lists", "--format", "json"])
    dates = {each["id"]: each["as_of"] for each in json.loads(capsys.readouterr().out)["lists"]}
    assert {dates[each] for each in ("us-ofac", "gb-sanctions", "ch-seco", "un-1737-list")} == {"2026-11-20"}


def test_the_screening_list_has_the_day_of_its_file(
    update: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "csl.csv").write_bytes(saved.csl(BODY))
    os.utime(tmp_path / "csl.csv", (1_780_000_000,) * 2)
    assert update("--only", "csl", "--from", str(tmp_path / "csl.csv"))[0] == 0
    assert {each.id: each.as_of for each in load(added=added()).lists}["us-csl"] == "2026-05-28"


def test_two_lists_that_name_one_body_are_one_note(takes: Takes, capsys: pytest.CaptureFixture[str]) -> None:
    takes("ofac", saved.ofac(Body("Beihang University", "China", code="CN")))
    takes("uk", saved.uk(Body("Beihang University", "China", code="CN")))
    Path("paper.md").write_text(
        "---\ntitle: T\nauthor:\n  - name: A\n    affiliation: Beihang University, Beijing, China\n---\n"
    )
    cli.main(["check", "paper.md", "--notes", "--format", "json"])
    found = json.loads(capsys.readouterr().out)["documents"][0]["findings"]
    (one,) = (each for each in found if each["code"] == "AF202")
    assert {"us-ofac", "gb-sanctions"} <= {ground["measure"] for ground in one["grounds"]}


HTML = b"<!DOCTYPE html><html><body>Please log in</body></html>"
BOMB = b'<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><%b>&b;</%b>'
WIDE = b'"' + b"x" * 200_000 + b'"'


def faults(name: str, make: Make) -> dict[str, bytes]:
    """Each kind of fault, in the shape of the list."""
    whole = make(BODY)
    if whole.startswith(b"<"):
        root = b"swiss-sanctions-list" if name == "seco" else b"sdnList"
        other, table = saved.uk(), saved.ofac().replace(b"sdnList", b"Sanctions")
        strange, bomb = whole.decode().encode("utf-16")[:-7], BOMB.replace(b"%b", root)
    else:
        other, table = saved.seco(), b"a,b\r\n1,2\r\n"
        strange = whole.decode().replace("Sample", "Ämter").encode("cp1252")
        bomb = b"[" * 200_000 if whole.startswith(b"{") else whole + WIDE
    return {
        "truncated": whole[:-30],
        "a web page": HTML,
        "another list": other,
        "another table": table,
        "too few": make(BODY, fill=3),
        "another encoding": strange,
        "nothing": b"",
        "a bomb": bomb,
    }


FAULTS = [(name, make, kind) for name, make in SHAPES.values() for kind in faults(name, make)]


@pytest.mark.parametrize(("name", "make", "kind"), FAULTS, ids=[f"{m.__name__}: {k}" for _, m, k in FAULTS])
def test_the_list_in_force_stays(takes: Takes, data: Path, name: str, make: Make, kind: str) -> None:
    assert takes(name, make(BODY))[0] == 0
    before = (data / f"{name}.txt").read_bytes()
    code, said = takes(name, faults(name, make)[kind])
    assert code == 2, said
    assert "askfirst itself" not in said
    assert len(said) < 400
    assert (data / f"{name}.txt").read_bytes() == before
    assert sorted(each.name for each in data.iterdir()) == [f"{name}.txt"]


@pytest.mark.parametrize("name", ["ofac", "uk", "seco"])
def test_an_older_one_and_one_of_a_day_to_come(takes: Takes, name: str) -> None:
    make = SHAPES[name][1]
    days = {"ofac": ("11/19/2026", "03/01/2027"), "uk": ("19-Nov-2026", "01-Mar-2027")}.get(
        name, ("2026-11-19", "2027-03-01")
    )
    assert takes(name, make(BODY))[0] == 0
    assert "in force is of" in takes(name, make(BODY, day=days[0]))[1]
    assert "a day to come" in takes(name, make(BODY, day=days[1]))[1]


def test_a_damaged_one_ends_a_check_with_the_way_on(
    takes: Takes, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    takes("uk", saved.uk(BODY))
    (data / "uk.txt").write_bytes((data / "uk.txt").read_bytes()[:-9])
    Path("paper.md").write_text("---\ntitle: T\nauthor: A B\n---\n")
    assert cli.main(["check", "paper.md"]) == 2
    assert "lists update --only uk" in capsys.readouterr().err


@pytest.mark.long
def test_killed_fifty_times_at_random_a_whole_list_is_in_force(data: Path, tmp_path: Path) -> None:
    """A process that writes one list after the other, killed while it does; then a whole one is there each time."""
    older, newer = (
        saved.uk(*bodies, day="20-Nov-2026") for bodies in ([BODY], [BODY, Body("Sample School of Optics")])
    )
    (tmp_path / "a").write_bytes(older)
    (tmp_path / "b").write_bytes(newer)
    work = (
        "import itertools, os; from askfirst.fresh import kept; from askfirst.fresh.sources import SAVED;"
        "from askfirst.fresh.taking import taken; from askfirst_checks.policy import load; uk = SAVED['uk'];"
        "exports = [uk.read(open(name, 'rb').read()) for name in ('a', 'b')];"
        "made = [kept.content(e, taken(e, uk, load()), {'gb-sanctions': e.as_of}, {}, {'gb-sanctions': ('U', 'U')})"
        " for e in exports]; print('ready', flush=True);"
        "[kept.put(os.environ['LIST'], made[n % 2]) for n in itertools.count()]"
    )
    path = data / "uk.txt"
    whole = set()
    pick = random.Random(19)
    for _ in range(50):
        process = subprocess.Popen(
            [sys.executable, "-c", work],
            cwd=tmp_path,
            env={**os.environ, "LIST": str(path)},
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(pick.uniform(0.002, 0.03))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if path.exists():
            found = added()
            assert found is not None
            whole.add(len(found.listings))
    assert whole <= {1, 2}
    assert whole, "it never came to write"


def test_the_quiet_manuscript_stays_silent_with_every_list(
    takes: Takes, update: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "un.xml").write_bytes(un(un_entity("IRe.900", NEW, "Iran")))
    assert update("--only", "un", "--from", str(tmp_path / "un.xml"))[0] == 0
    for name in MEASURES:
        assert takes(name, SHAPES[name][1](BODY, Body("Beihang University", "China", code="CN")))[0] == 0
    quiet = Path(__file__).resolve().parents[2] / "manuscripts" / "quiet"
    assert cli.main(["check", "--notes", "--date", "2026-02-01", str(quiet)]) == 0
    assert "AF2" not in capsys.readouterr().out
