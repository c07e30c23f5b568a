"""The look-up from the add-on: what goes to whom, a yes, hints apart; the services are played here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from .firefox import CHECKER, KISU

DOI = "10.1000/example.1"
OPEN = """
      const item = add({ title: "A secret title", date: "2024", DOI: "10.1000/example.1", extra: "" });
      await AskFirst.checking.check([item], { quiet: true });
      const window2 = await AskFirst.lookUp.open([item]);
      const doc = window2.document;
      const has = (id) => doc.querySelector(`button[data-askfirst='${id}']`);
      const until = async (test) => { for (let n = 0; n < 400 && !test(); n++) await Zotero.Promise.delay(50);
        return test(); };
      await until(() => has("askfirst-look-send") || doc.querySelector(".askfirst-status").textContent.length > 60);"""


@pytest.fixture
def services() -> Iterator[Any]:
    """OpenAlex and Crossref on this computer."""
    pytest.importorskip("requests", reason="the extra [online] is not installed")
    place = Path(__file__).parents[1] / "plugin" / "online" / "services.py"
    spec = spec_from_file_location("services_to_look_up_at", place)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    with module.FakeServices() as fake:
        fake.module = module
        yield fake


@pytest.fixture
def looking(started: Any, services: Any, tmp_path: Path) -> Callable[..., Any]:
    """Run a body with a checker whose look-ups go to `services`, and whose cache is the test's own."""
    program = tmp_path / "askfirst"
    program.write_text(
        f"""#!/bin/sh
export XDG_CACHE_HOME='{tmp_path}/cache'
unset ASKFIRST_OPENALEX_KEY
case "$1 $*" in
look-up*--forget*) exec '{CHECKER}' "$@" ;;
look-up*) exec '{CHECKER}' "$@" --service-endpoint '{services.endpoint}' ;;
*) exec '{CHECKER}' "$@" ;;
esac
"""
    )
    program.chmod(0o755)

    def looking(body: str, **preferences: object) -> Any:
        return started(body, **{"askfirst.command": str(program), **preferences})

    return looking


def printed(services: Any, where: str = KISU) -> None:
    services.crossref(DOI, services.module.deposit(DOI, services.module.person("Beispiel", where)))


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", ["This would be sent", "no title"]), ("de", ["Das würde gesendet", "kein Titel"])],
)
def test_what_goes_to_whom_is_shown_and_nothing_is_sent(
    looking: Any, services: Any, language: str, says: list[str]
) -> None:
    printed(services)
    text = looking(
        f"""{OPEN}
      const text = doc.body.textContent;
      has("askfirst-look-cancel").click();
      await until(() => window2.closed);
      return text;""",
        **{"askfirst.language": language},
    )
    assert DOI in text
    assert "Crossref" in text
    assert all(each in text for each in says)
    assert services.asked == []


def test_after_a_yes_the_answer_stands_apart_in_the_section(looking: Any, services: Any) -> None:
    printed(services)
    shown, section, states, word = looking(f"""{OPEN}
      has("askfirst-look-send").click();
      await until(() => has("askfirst-look-close"));
      const shown = doc.querySelector(".askfirst-scroll").textContent;
      render(item);
      return [shown, body.querySelector(".askfirst-looked").textContent,
        [AskFirst.results.of(item).state, AskFirst.results.looked(item).state], AskFirst.column.sortKey(item)];""")
    assert "Crossref says (" in shown
    assert KISU in shown
    assert "Looked up, not the paper's own words" in section
    assert "Crossref says (" in section
    assert "See first what the paper itself prints" in section
    assert states == ["unknown", "open"]
    assert word == "2 hinted"
    sent = " ".join(each.everything for each in services.asked)
    assert "secret" not in sent
    assert DOI in sent


def test_an_answer_without_a_question_marks_nothing(looking: Any, services: Any) -> None:
    printed(services, "Department of Physics, Freie Universität Berlin, Germany")
    key, text = looking(f"""{OPEN}
      has("askfirst-look-send").click();
      await until(() => has("askfirst-look-close"));
      render(item);
      return [AskFirst.column.sortKey(item), body.querySelector(".askfirst-looked").textContent];""")
    assert key == "4 unknown"
    assert "Freie Universität Berlin" in text
    assert "See first" not in text


def test_what_was_looked_up_is_forgotten_here_and_in_the_cache(looking: Any, services: Any, tmp_path: Path) -> None:
    printed(services)
    before, after, key = looking(f"""{OPEN}
      has("askfirst-look-send").click();
      await until(() => has("askfirst-look-close"));
      const before = !!AskFirst.results.looked(item);
      render(item);
      body.querySelector("button[data-askfirst='askfirst-look-forget']").click();
      await until(() => !AskFirst.results.looked(item));
      render(item);
      return [before, body.querySelectorAll(".askfirst-looked").length, AskFirst.column.sortKey(item)];""")
    assert (before, after, key) == (True, 0, "4 unknown")
    assert not [path for path in (tmp_path / "cache").rglob("*.json") if DOI in path.read_text("utf-8")]


def test_a_look_up_can_be_stopped(looking: Any, services: Any) -> None:
    services.crossref(DOI, services.module.Answer(delay=8))
    said, running = looking(f"""{OPEN}
      has("askfirst-look-send").click();
      await until(() => AskFirst.checker.running.size);
      await Zotero.Promise.delay(300);
      has("askfirst-look-stop").click();
      await until(() => has("askfirst-look-close"));
      return [doc.querySelector(".askfirst-status").textContent, AskFirst.checker.running.size];""")
    assert said.startswith("Stopped.")
    assert running == 0


def test_closing_the_window_stops_it_too(looking: Any, services: Any) -> None:
    services.crossref(DOI, services.module.Answer(delay=8))
    assert (
        looking(f"""{OPEN}
      has("askfirst-look-send").click();
      await until(() => AskFirst.checker.running.size);
      window2.close();
      await until(() => !AskFirst.checker.running.size);
      return AskFirst.checker.running.size;""")
        == 0
    )


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ('{ title: "T", DOI: "no DOI" }', 0),
        ('{ title: "T" }', 0),
        ('{ title: "T", DOI: "https://doi.org/10.1000/a" }', 1),
        ('{ title: "T", extra: "DOI: 10.1000/a" }', 1),
    ],
)
def test_only_works_with_a_doi_can_be_looked_up(started: Any, data: str, count: int) -> None:
    assert started(f"return AskFirst.lookUp.chosen([add({data})]).asked.length") == count


def test_of_several_works_only_those_of_unknown_affiliation_are_asked_about(started: Any) -> None:
    counts = started("""
      const make = (n, extra) => add({ title: `T${n}`, date: "2024", DOI: `10.1000/${n}`, extra });
      const items = [make(1, ""), make(2, `Affiliation: ${KISU}`), make(3,
        "Affiliation: Freie Universität Berlin, Germany"), add({ title: "no" })];
      await AskFirst.checking.check(items, { quiet: true });
      const { asked, ...rest } = AskFirst.lookUp.chosen(items);
      return [asked.map(({ doi }) => doi), rest];""")
    assert counts == [["10.1000/1"], {"without": 1, "known": 2, "later": 0}]


def test_five_hundred_at_most_in_one_look_up_and_the_rest_is_said(started: Any) -> None:
    counts = started("""
      const items = Array.from({ length: 612 }, (_, n) => add({ title: `T${n}`, DOI: `10.1000/${n}` }));
      const first = AskFirst.lookUp.chosen(items);
      AskFirst.results.takeLooked(Object.fromEntries(first.asked.map(({ work }) => [AskFirst.items.id(work),
        { state: "none", says: [], findings: [] }])));
      const second = AskFirst.lookUp.chosen(items);
      return [first.asked.length, first.later, second.asked.length, second.later];""")
    assert counts == [500, 112, 112, 0]


def test_a_checker_without_the_command_is_a_sentence(started: Any, tmp_path: Path) -> None:
    program = tmp_path / "old"
    program.write_text(
        f"""#!/bin/sh
case "$1" in
look-up) echo "error: argument command: invalid choice: 'look-up'" >&2; exit 2 ;;
*) exec '{CHECKER}' "$@" ;;
esac
"""
    )
    program.chmod(0o755)
    said, sends = started(
        f"""{OPEN.replace("await AskFirst.checking.check([item], {{ quiet: true }});", "")}
      return [doc.querySelector(".askfirst-status").textContent, !!has("askfirst-look-send")];""",
        **{"askfirst.command": str(program)},
    )
    assert "look-up" in said
    assert not sends


@pytest.mark.parametrize(("schema", "is_input"), [("askfirst/zotero/2", True), ("askfirst/zotero/1", False)])
def test_a_newer_checker_gets_the_numbers_on_its_standard_input(
    started: Any, tmp_path: Path, schema: str, is_input: bool
) -> None:
    program = tmp_path / "program"
    program.write_text(
        f"""#!/bin/sh
case "$1" in
look-up) echo "$@" >> '{tmp_path}/given'; cat >> '{tmp_path}/read'; echo "would be sent" >&2 ;;
*) cat > /dev/null; echo '{{"schema": "{schema}", "error": ""}}' ;;
esac
"""
    )
    program.chmod(0o755)
    started(
        """
      const item = add({ title: "T", DOI: "10.1000/example.1" });
      AskFirst.checker.schema = AskFirst.pure.SCHEMAS[0];
      const window2 = await AskFirst.lookUp.open([item]);
      for (let n = 0; n < 100 && !window2.document.querySelector("[data-askfirst='askfirst-look-send']");
        n++) await Zotero.Promise.delay(50);
      window2.close();""",
        **{"askfirst.command": str(program)},
    )
    assert ((tmp_path / "read").read_text() == f"{DOI}\n") == is_input
    assert (DOI in (tmp_path / "given").read_text()) != is_input
