"""What a newer list brings into a check, what it never does, and what is said."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.plugin.online.services import FakeServices

from askfirst import cli
from askfirst.lists import added, resolver
from askfirst_checks.policy import load

from .lists import EU_PATH, NEW, UN_PATH, eu, eu_entity, plays, un, un_entity

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def in_force(tmp_path: Path, update: Run) -> Callable[[bytes], str]:
    """Puts a UN list into force from a file."""

    def put(content: bytes) -> str:
        (tmp_path / "un.xml").write_bytes(content)
        code, said = update("--only", "un", "--from", str(tmp_path / "un.xml"))
        assert code == 0, said
        return said

    return put


def _ids(text: str) -> list[str]:
    return [hit.id for hit in resolver().resolve(text).institutions]


@pytest.mark.parametrize(
    ("name", "programme", "printed"),
    [
        (NEW, "DPRK", f"{NEW}, Pyongyang, DPRK"),
        ("SAMPLE LASER RESEARCH CENTRE", "Iran", "Sample Laser Research Centre, Shiraz, Iran"),
        ("Sample Military Technical University", "DPRK", "Sample Military Technical University, Pyongyang, DPRK"),
    ],
)
def test_a_new_body_is_known(in_force: Callable[[bytes], str], name: str, programme: str, printed: str) -> None:
    in_force(un(un_entity("XXe.900", name, programme)))
    assert _ids(printed) == ["un-xxe-900"]
    rows = load(added=added()).listings("un-xxe-900")
    assert [(row.reference, row.as_of) for row in rows] == [("XXe.900", "2026-11-20")]


@pytest.mark.parametrize(
    ("name", "programme", "printed"),
    [
        (NEW, "DPRK", f"{NEW}, Madrid, Spain"),
        (NEW, "DPRK", "Institute of Applied Rockets, Pyongyang, DPRK"),
        ("Sample Institute", "Iran", "Sample Institute, Tehran, Iran"),
        ("Sample Ocean Research Shipping Company", "DPRK", "Sample Ocean Research Shipping Company, Pyongyang, DPRK"),
        ("Sample Science Trading Corporation", "DPRK", "Sample Science Trading Corporation, Pyongyang, DPRK"),
        ("Sample Bank of Technology Centre", "Iran", "Sample Bank of Technology Centre, Tehran, Iran"),
        ("Sample Institute of Caravan Studies", "Al-Qaida", "Sample Institute of Caravan Studies, Kabul, Afghanistan"),
    ],
)
def test_a_namesake_a_short_name_and_a_company_stay_silent(
    in_force: Callable[[bytes], str], name: str, programme: str, printed: str
) -> None:
    in_force(un(un_entity("XXe.900", name, programme)))
    assert _ids(printed) == []


def test_a_weak_alias_names_nobody(in_force: Callable[[bytes], str]) -> None:
    in_force(un(un_entity("KPe.900", NEW, "DPRK", ("Low", "Academy of Sample Sciences Research"))))
    assert _ids("Academy of Sample Sciences Research, Pyongyang, DPRK") == []


def test_a_check_asks_about_it(in_force: Callable[[bytes], str], capsys: pytest.CaptureFixture[str]) -> None:
    page = f"---\ntitle: T\nauthor:\n  - name: A B\n    affiliation: {NEW}, Isfahan, Iran\n---\n"
    Path("paper.md").write_text(page)
    said = in_force(un(un_entity("IRe.900", NEW, "Iran")))
    assert f"{NEW} (IRe.900) in paper.md" in said
    assert cli.main(["check", "paper.md"]) == 1
    assert "AF201" in capsys.readouterr().out


def test_what_the_package_lists_stands_whatever_the_newer_list_drops(in_force: Callable[[bytes], str]) -> None:
    before = {body: load().listings(body) for body in load().all_listed}
    in_force(un(un_entity("KPe.900", NEW)))
    said = in_force(un(day="2026-11-21"))
    assert "Dropped since 20 Nov 2026: 1" in said
    assert f"KPe.900 {NEW}" in said
    assert "un.txt.before" in said
    now = load(added=added())
    assert {body: now.listings(body) for body in now.all_listed} == before


def test_the_lists_own_date_is_shown_and_counted(
    in_force: Callable[[bytes], str], capsys: pytest.CaptureFixture[str]
) -> None:
    in_force(un())
    cli.main(["lists", "--format", "json"])
    dates = {each["id"]: each["as_of"] for each in json.loads(capsys.readouterr().out)["lists"]}
    assert dates["un-1718-list"] == dates["un-1737-list"] == "2026-11-20"
    assert {each.id: each.as_of for each in load(added=added()).dates}["un-1718-list"] == "2026-11-20"


def test_persons_are_counted_and_never_kept(in_force: Callable[[bytes], str], data: Path) -> None:
    whole = un(persons=2).replace(b"<FIRST_NAME>Sample</FIRST_NAME>", b"<FIRST_NAME>Zaphod</FIRST_NAME>")
    assert "passed over: 2" in in_force(whole)
    assert b"Zaphod" not in (data / "un.txt").read_bytes()


def test_it_is_fetched_after_it_was_shown(update: Run, services: FakeServices) -> None:
    plays(services, UN_PATH, un(un_entity("KPe.900", NEW)))
    code, said = update("--only", "un")
    assert code == 0
    assert "https://scsanctions.un.org/resources/xml/en/consolidated.xml" in said
    assert "Not yet tried" in said
    assert [each.path for each in services.asked] == [UN_PATH]
    assert "KPe.900" in said


def test_nothing_is_fetched_without_a_yes(update: Run, services: FakeServices, data: Path) -> None:
    code, said = update(yes=False)
    assert code == 2
    assert "--yes" in said
    assert services.asked == []
    assert not data.exists()


def test_the_eus_list_is_compared_and_asks_nothing(update: Run, services: FakeServices) -> None:
    plays(services, EU_PATH, eu(), eu(eu_entity("EU.9.9", NEW), eu_entity("EU.9.8", "A Person", "P"), day="2026-11-21"))
    update("--only", "eu")
    code, said = update("--only", "eu")
    assert code == 0
    assert "New since 20 Nov 2026: 1" in said
    assert "A Person" not in said
    assert "A check does not ask by it" in said
    assert added() is None
    assert "token=dG9rZW4tMjAxNw" in services.asked[0].path


def test_one_that_fails_does_not_keep_the_other_away(update: Run, services: FakeServices, data: Path) -> None:
    plays(services, EU_PATH, eu())
    code, said = update()
    assert code == 2
    assert "404" in said
    assert [each.name for each in data.iterdir()] == ["eu.txt"]


@pytest.mark.parametrize("options", [["--only", "ofac"], ["--from", "x.xml"], ["--from", "x.xml", "--only", "un,eu"]])
def test_misuse_is_said(update: Run, options: list[str]) -> None:
    assert update(*options)[0] == 2


def test_a_damaged_list_is_said_and_not_used(
    in_force: Callable[[bytes], str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_force(un(un_entity("KPe.900", NEW)))
    file = data / "un.txt"
    file.write_bytes(file.read_bytes()[:-20])
    Path("paper.md").write_text("---\ntitle: T\nauthor: A B\n---\n")
    assert cli.main(["check", "paper.md"]) == 2
    assert "damaged" in capsys.readouterr().err
    in_force(un(un_entity("KPe.900", NEW)))
    assert _ids(f"{NEW}, Pyongyang, DPRK")


def test_a_check_with_a_newer_list_opens_no_connection_and_loads_no_service(in_force: Callable[[bytes], str]) -> None:
    in_force(un(un_entity("KPe.900", NEW)))
    Path("paper.md").write_text(f"---\ntitle: T\nauthor:\n  - name: A\n    affiliation: {NEW}, Pyongyang, DPRK\n---\n")
    watch = (
        "import sys; seen = []; sys.addaudithook(lambda e, a: seen.append(e) if e.startswith('socket.') else None);"
        "from askfirst.cli import main; code = main(['check', 'paper.md']);"
        "print(code, seen, [m for m in sys.modules if m in ('requests', 'askfirst.online', 'askfirst.fresh')])"
    )
    done = subprocess.run([sys.executable, "-c", watch], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1 [] []"
