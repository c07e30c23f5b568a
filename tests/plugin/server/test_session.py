"""Whole sessions with the server as a process: what it asks, when, and when it is silent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.plugin.server.conftest import PULLS, PUSHES, RawClient, Refused, insert, replace

from askfirst_checks.answers import read

KIM = "Kim Il Sung University"
DECISION = """kind = "state-decision"
reference = "ref 12/2026"
answered = 2026-10-20
outcome = "no-licence-needed"
valid_until = 2099-10-20
[covers]
institutions = ["kp-kim-il-sung-university"]
work = "A plasmonic junction steered by a small magnetic field"
people = ["Chol-Su Ri", "Kwang-Il Pak"]
"""
QUIET = r"""\documentclass{article}
\author{Anna Beispiel}
\affiliation{Institut f\"ur Beispiele, Universit\"at Potsdam, Germany}
\begin{document}
\maketitle
\end{document}
"""


def line_with(text: str, words: str) -> tuple[int, int]:
    """Line and column, from 0, of *words*."""
    return next((n, line.index(words)) for n, line in enumerate(text.split("\n")) if words in line)


def codes(diagnostics: list[dict[str, Any]]) -> list[str]:
    return sorted(str(each["code"]) for each in diagnostics)


def of(diagnostics: list[dict[str, Any]], code: str) -> dict[str, Any]:
    return next(each for each in diagnostics if each["code"] == code)


def span(diagnostic: dict[str, Any]) -> tuple[int, int, int, int]:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return start["line"], start["character"], end["line"], end["character"]


def messages(client: RawClient, method: str) -> list[dict[str, Any]]:
    return [message for message in client.seen if message.get("method") == method]


# ---- what is asked


def test_one_question_on_the_institutions_words(client: RawClient, folder: Path) -> None:
    client.begin()
    text = (folder / "paper.tex").read_text()
    found = client.diagnostics(client.open(folder / "paper.tex"))
    line, column = line_with(text, KIM)
    asked = of(found, "AF101")
    assert codes(found) == ["AF101", "AF701"]
    assert span(asked) == (line, column, line, column + len(KIM))
    assert asked["severity"] == 1
    assert asked["source"] == "askfirst"
    assert asked["message"].startswith("Has your institution clarified")
    assert any("2321" in each["message"] for each in asked["relatedInformation"])
    assert asked["data"]["institutions"] == ["kp-kim-il-sung-university"]
    page = Path(asked["codeDescription"]["href"].removeprefix("file://"))
    assert page.read_text().startswith("# AF101 suspended-cooperation")


def test_the_missing_consultation_stands_once_at_the_author_block(client: RawClient, folder: Path) -> None:
    client.begin()
    text = (folder / "paper.tex").read_text()
    found = client.diagnostics(client.open(folder / "paper.tex"))
    line, _ = line_with(text, r"\author{Anna")
    assert span(of(found, "AF701")) == (line, 0, line, len(r"\author{"))  # and no one's name is underlined


def test_a_quiet_manuscript_gets_no_diagnostics_at_all(client: RawClient, folder: Path) -> None:
    quiet = folder.parents[0] / "quiet"
    quiet.mkdir()
    source = Path(__file__).resolve().parents[2] / "manuscripts" / "quiet" / "paper.tex"
    (quiet / "paper.tex").write_text(source.read_text())
    client.begin()
    client.open(quiet / "paper.tex")
    assert not [m for m in client.quiet(1.5) if m.get("method") == "textDocument/publishDiagnostics"]


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
def test_an_astral_character_does_not_shift_the_squiggle(
    client: RawClient, folder: Path, encoding: str, units: int
) -> None:
    capabilities = {**PUSHES, "general": {"positionEncodings": [encoding]}}
    said = client.begin(capabilities)
    assert said["capabilities"]["positionEncoding"] == encoding
    text = (folder / "paper.tex").read_text()
    line, column = line_with(text, KIM)
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    client.change(uri, insert(line, line_with(text, "Department")[1], "𝔇"))
    moved = of(client.diagnostics(uri), "AF101")
    assert span(moved) == (line, column + units, line, column + units + len(KIM))
    # and an edit after that character, counted as the client counts, lands where the client has it
    client.change(uri, insert(line, column + units, "_"), replace(line, column + units, line, column + units + 1, "  "))
    assert span(of(client.diagnostics(uri), "AF101"))[1] == column + units + 2


def test_without_a_word_on_encodings_it_is_utf_16(client: RawClient) -> None:
    assert client.begin({"textDocument": {}})["capabilities"]["positionEncoding"] == "utf-16"


@pytest.mark.parametrize(("options", "words"), [
    ({"language": "de"}, "Hat Ihre Einrichtung"),
    ({"locale": "de-AT"}, "Hat Ihre Einrichtung"),
    ({"locale": "fr"}, "Has your institution"),
    ({"locale": "de", "language": "en"}, "Has your institution"),
])  # fmt: skip
def test_language(client: RawClient, folder: Path, options: dict[str, str], words: str) -> None:
    client.begin(**options)
    found = client.diagnostics(client.open(folder / "paper.tex"))
    assert words in of(found, "AF101")["message"]


def test_the_repositorys_configuration_decides_over_the_locale(client: RawClient, folder: Path) -> None:
    (folder / "askfirst.toml").write_text('language = "de"\n')
    client.begin(locale="en-GB")
    assert "Hat Ihre" in of(client.diagnostics(client.open(folder / "paper.tex")), "AF101")["message"]


def test_settings_that_change_later(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    client.notify("workspace/didChangeConfiguration", {"settings": {"askfirst": {"language": "de", "pause": "soon"}}})
    assert "Hat Ihre" in of(client.diagnostics(uri), "AF101")["message"]
    assert any("pause" in m["params"]["message"] for m in messages(client, "window/logMessage"))


def test_settings_that_change_while_someone_types(client: RawClient, folder: Path) -> None:
    client.begin(pause=60_000)
    uri = client.open(folder / "paper.tex")
    before = span(of(client.diagnostics(uri), "AF101"))
    client.change(uri, insert(0, 0, "\n"))
    client.notify("workspace/didChangeConfiguration", {"settings": {"askfirst": {"language": "de"}}})
    after = of(client.diagnostics(uri), "AF101")
    assert "Hat Ihre" in after["message"]
    assert span(after)[0] == before[0] + 1, "what is published with a version is of that version"


# ---- when


def test_typing_in_the_body_publishes_nothing(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    line, _ = line_with((folder / "paper.tex").read_text(), "The dispersion")
    for number in range(5):
        client.change(uri, insert(line, number, "x"))
    assert not [m for m in client.quiet(0.8) if m.get("method") == "textDocument/publishDiagnostics"]


def test_a_line_above_moves_it_and_a_name_typed_in_asks_at_once(client: RawClient, folder: Path) -> None:
    client.begin()
    text = (folder / "paper.tex").read_text()
    line, column = line_with(text, KIM)
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    client.change(uri, insert(0, 0, "% a comment\n"))
    assert span(of(client.diagnostics(uri), "AF101"))[:2] == (line + 1, column)
    client.change(uri, replace(line + 1, column, line + 1, column + len(KIM), "Humboldt University"))
    client.change(uri, replace(line + 1, 0, line + 1, 300, r"\affiliation{Humboldt University, Berlin, Germany}"))
    assert client.diagnostics(uri) == []


def test_it_waits_for_a_pause(client: RawClient, folder: Path) -> None:
    client.begin(pause=600)
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    began = time.monotonic()
    for number in range(4):
        client.change(uri, insert(number, 0, "%\n"))
        time.sleep(0.1)
    client.diagnostics(uri)
    assert time.monotonic() - began >= 0.9
    assert not [m for m in client.quiet(0.8) if m.get("method") == "textDocument/publishDiagnostics"]


def test_published_versions_are_never_older_than_what_was_typed(client: RawClient, folder: Path) -> None:
    client.begin(pause=0)
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    newest = 1
    for number in range(60):
        newest = client.change(uri, insert(0, 0, "%\n" if number % 3 else "%"))
    found = client.wait(
        lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"].get("version") == newest
    )
    assert found["params"]["diagnostics"]
    versions = [m["params"]["version"] for m in messages(client, "textDocument/publishDiagnostics")]
    assert versions == sorted(versions)


def test_closing_clears(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    assert client.diagnostics(uri)
    client.close(uri)
    assert client.diagnostics(uri) == []


def test_what_was_typed_and_not_saved_is_gone_after_closing(client: RawClient, folder: Path) -> None:
    client.begin()
    text = (folder / "paper.tex").read_text()
    line, _ = line_with(text, KIM)
    uri = client.open(
        folder / "paper.tex",
        text.replace(KIM, "Technische Universität Berlin")
        .replace("Pyongyang, Democratic People's Republic of Korea", "Germany")
        .replace("Taesong District, ", ""),
    )
    assert not client.quiet(1)
    client.close(uri)
    uri = client.open(folder / "paper.tex")
    assert span(of(client.diagnostics(uri), "AF101"))[0] == line


# ---- several files


def split(folder: Path) -> tuple[Path, Path]:
    """The example with its author block in a part of its own."""
    paper, part = folder / "paper.tex", folder / "sections" / "authors.tex"
    text = paper.read_text()
    start, end = text.index(r"\author{Anna"), text.index(r"\date")
    part.write_text(text[start:end])
    paper.write_text(text[:start] + "\\input{sections/authors}\n" + text[end:])
    return paper, part


def test_a_question_in_an_included_part_stands_in_that_part(client: RawClient, folder: Path) -> None:
    paper, part = split(folder)
    client.begin()
    client.open(paper)
    found = client.diagnostics(part.as_uri())
    line, column = line_with(part.read_text(), KIM)
    assert span(of(found, "AF101")) == (line, column, line, column + len(KIM))
    client.close(paper.as_uri())
    assert client.diagnostics(part.as_uri()) == []


def test_a_part_opened_alone_finds_its_root(client: RawClient, folder: Path) -> None:
    _, part = split(folder)
    client.begin()
    uri = client.open(part)
    assert codes(client.diagnostics(uri)) == ["AF101", "AF701"]


@pytest.mark.parametrize("head", ["% !TeX root = ../paper.tex\n", "% !TEX root=../paper.tex\n"])
def test_a_part_that_names_its_root(client: RawClient, folder: Path, head: str) -> None:
    _, part = split(folder)
    hidden = folder / "elsewhere" / "sections.tex"
    hidden.parent.mkdir()
    hidden.write_text(head + "nothing here\n")
    client.begin()
    client.open(hidden)
    assert codes(client.diagnostics(part.as_uri())) == ["AF101", "AF701"]


def test_a_root_that_was_only_typed_so_far(client: RawClient, folder: Path) -> None:
    _, part = split(folder)
    hidden = folder / "elsewhere" / "sections.tex"
    hidden.parent.mkdir()
    hidden.write_text("nothing here\n")
    client.begin()
    client.open(hidden, "% !TeX root = ../paper.tex\nnothing here\n")
    assert codes(client.diagnostics(part.as_uri())) == ["AF101", "AF701"]


def test_subfiles(client: RawClient, folder: Path) -> None:
    _, part = split(folder)
    sub = folder / "sections" / "sub.tex"
    sub.write_text("\\documentclass[../paper.tex]{subfiles}\n\\begin{document}\ntext\n\\end{document}\n")
    client.begin()
    client.open(sub)
    assert codes(client.diagnostics(part.as_uri())) == ["AF101", "AF701"]


def test_an_unsaved_part_is_read_as_typed(client: RawClient, folder: Path) -> None:
    paper, part = split(folder)
    client.begin()
    client.open(paper)
    client.diagnostics(part.as_uri())
    uri = client.open(part)
    text = part.read_text()
    line, column = line_with(text, KIM)
    client.change(uri, insert(0, 0, "\n\n"))
    assert span(of(client.diagnostics(uri), "AF101"))[:2] == (line + 2, column)
    client.close(uri)
    assert span(of(client.diagnostics(uri), "AF101"))[:2] == (line, column)


def test_a_part_saved_or_changed_outside_the_editor(client: RawClient, folder: Path) -> None:
    paper, part = split(folder)
    client.begin()
    client.open(paper)
    client.diagnostics(part.as_uri())
    part.write_text("\n" + part.read_text())
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": part.as_uri(), "type": 2}]})
    assert span(of(client.diagnostics(part.as_uri()), "AF101"))[0] == line_with(part.read_text(), KIM)[0]


def test_several_workspace_folders(client: RawClient, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / ".git").mkdir(parents=True)
    (other / "note.tex").write_text(
        (folder / "paper.tex").read_text().replace(KIM, "Kim Chaek University of Technology")
    )
    client.begin(folders=[folder, other])
    first = client.diagnostics(client.open(folder / "paper.tex"))
    second = client.diagnostics(client.open(other / "note.tex"))
    assert of(first, "AF101")["data"]["institutions"] != of(second, "AF101")["data"]["institutions"]
    (other / ".askfirst" / "answers").mkdir(parents=True)
    (other / ".askfirst" / "answers" / "x.toml").write_text(DECISION)
    client.notify(
        "workspace/didChangeWatchedFiles",
        {"changes": [{"uri": (other / ".askfirst/answers/x.toml").as_uri(), "type": 1}]},
    )
    assert not [m for m in client.quiet(0.8) if m.get("params", {}).get("uri") == (folder / "paper.tex").as_uri()]


# ---- answering


def offered(client: RawClient, uri: str, diagnostic: dict[str, Any]) -> dict[str, dict[str, Any]]:
    actions = client.request(
        "textDocument/codeAction",
        {"textDocument": {"uri": uri}, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}},
    )
    return {action["title"]: action for action in actions}


def run(client: RawClient, action: dict[str, Any], *more: Any) -> Any:
    command = action["command"]
    arguments = [*command["arguments"], *more]
    return client.request("workspace/executeCommand", {"command": command["command"], "arguments": arguments})


def test_recording_an_answer(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    asked = of(client.diagnostics(uri), "AF101")
    action = offered(client, uri, asked)["askfirst: record an answer…"]
    assert action["isPreferred"]
    file = Path(run(client, action))
    assert file.parent == folder / ".askfirst" / "answers"
    shown = client.have("window/showDocument")
    assert shown["uri"] == file.as_uri()
    assert '= ""' in file.read_text().split("\n")[shown["selection"]["start"]["line"]]
    assert 'document = "paper.tex"' in file.read_text()
    assert client.diagnostics(file.as_uri())[0]["severity"] == 1  # valid TOML, and no answer yet
    assert not [m for m in client.quiet(0.6) if m.get("params", {}).get("uri") == uri]

    answer = client.open(file, language="toml")
    client.diagnostics(answer)
    client.change(answer, {"text": DECISION})
    gone = client.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri)
    assert codes(gone["params"]["diagnostics"]) == ["AF103"]  # the leg that a State does not decide
    client.change(answer, {"text": DECISION.replace("2099-10-20", "2026-10-21")})
    assert "AF101" in codes(client.diagnostics(uri))  # the answer ended: it is asked again


def test_not_this_institution_with_a_reason_answers(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    action = offered(client, uri, of(client.diagnostics(uri), "AF101"))["askfirst: not this institution…"]
    file = Path(run(client, action, 'a college that is called so: "K\\S"\n'))
    answers = read([(file.name, file.read_text())])
    assert answers.all[0].reason == 'a college that is called so: "K\\S"'
    assert answers.all[0].document == "paper.tex"
    assert client.diagnostics(uri) == []


def test_not_this_institution_without_a_reason_stays_loud(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    action = offered(client, uri, of(client.diagnostics(uri), "AF101"))["askfirst: not this institution…"]
    file = Path(run(client, action))
    assert read([(file.name, file.read_text())]).broken
    assert client.diagnostics(file.as_uri())[0]["severity"] == 1
    assert not [m for m in client.quiet(0.6) if m.get("params", {}).get("uri") == uri]


def test_no_answer_is_ever_overwritten(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    action = offered(client, uri, of(client.diagnostics(uri), "AF101"))["askfirst: record an answer…"]
    first, second = run(client, action), run(client, action)
    assert first != second
    assert Path(first).read_text() == Path(second).read_text()


def test_an_answer_recorded_on_the_command_line(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    file = folder / ".askfirst" / "answers" / "a.toml"
    file.parent.mkdir(parents=True)
    file.write_text(DECISION)
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 1}]})
    assert codes(client.diagnostics(uri)) == ["AF103"]
    assert client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})[0]["command"]["title"] == (
        "askfirst: 1 question open, 1 answered"
    )


def test_the_diagnostic_names_the_act_of_each_leg(client: RawClient, folder: Path) -> None:
    client.begin()
    asked = of(client.diagnostics(client.open(folder / "paper.tex")), "AF101")
    for words in (
        "Resolution 2321 (2016), paragraph 11",
        "Annex II, or help with it?",
        "Regulation (EU) 2017/1509, Art",
    ):
        assert words in asked["message"]
    related = [each["message"] for each in asked["relatedInformation"]]
    assert any("2017/1509" in each for each in related)


def test_the_offices_instruction_stays_visible(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    file = folder / ".askfirst" / "answers" / "a.toml"
    file.parent.mkdir(parents=True)
    instruction = DECISION.replace("state-decision", "export-control-office").replace("no-licence-needed", "go-ahead")
    file.write_text(instruction)
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 1}]})
    (line,) = client.diagnostics(uri)
    assert (line["code"], line["severity"]) == ("instructed", 3)
    assert line["message"].startswith(
        "AF101 is quiet by the written instruction of the export-control office (ref 12/2026"
    )


def test_how_old_the_lists_are_is_no_squiggle(client: RawClient, folder: Path) -> None:
    client.begin()
    paper = folder / "quiet.tex"
    paper.write_text(QUIET)
    uri = client.open(paper)
    assert client.request("textDocument/codeLens", {"textDocument": {"uri": uri}}) == []
    assert [each for each in messages(client, "textDocument/publishDiagnostics") if each["params"]["diagnostics"]] == []


def test_a_question_that_is_gone_cannot_be_answered(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    action = offered(client, uri, of(client.diagnostics(uri), "AF101"))["askfirst: record an answer…"]
    client.change(uri, {"text": "\\documentclass{article}\n"})
    client.diagnostics(uri)
    assert run(client, action) is None
    assert messages(client, "window/showMessage")
    assert not (folder / ".askfirst").exists()


@pytest.mark.parametrize(
    "arguments", [[], [None], ["x"], [{}], [{"root": 3}], [{"root": "file:///nowhere"}], [{}, {}, 3]]
)
@pytest.mark.parametrize("command", ["askfirst.answer", "askfirst.notThisInstitution", "askfirst.openSource",
                                     "askfirst.showPage", "askfirst.overview"])  # fmt: skip
def test_commands_with_nonsense_do_nothing(client: RawClient, folder: Path, command: str, arguments: list[Any]) -> None:
    client.begin()
    client.open(folder / "paper.tex")
    assert client.request("workspace/executeCommand", {"command": command, "arguments": arguments}) is None
    assert not (folder / ".askfirst").exists()


def test_the_source_opens_in_the_browser_and_the_page_in_the_editor(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    actions = offered(client, uri, of(client.diagnostics(uri), "AF101"))
    run(client, next(action for title, action in actions.items() if "open the source" in title))
    shown = client.have("window/showDocument")
    assert shown["external"]
    assert shown["uri"].startswith("https://")
    run(client, next(action for title, action in actions.items() if "show the page" in title))
    shown = client.have("window/showDocument")
    assert shown["uri"].endswith("AF101.en.md")


def test_a_client_that_cannot_open_documents_is_told_where_the_file_is(client: RawClient, folder: Path) -> None:
    client.begin({**PUSHES, "window": {}})
    uri = client.open(folder / "paper.tex")
    file = run(client, offered(client, uri, of(client.diagnostics(uri), "AF101"))["askfirst: record an answer…"])
    assert any(Path(file).name in m["params"]["message"] for m in messages(client, "window/showMessage"))
    assert not messages(client, "window/showDocument")


def test_only_quick_fixes_are_offered(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    asked = of(client.diagnostics(uri), "AF101")
    document = {"textDocument": {"uri": uri}, "range": asked["range"]}
    only = client.request("textDocument/codeAction", {**document, "context": {"diagnostics": [], "only": ["refactor"]}})
    assert only == []
    elsewhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 5}}
    there = client.request("textDocument/codeAction", {**document, "range": elsewhere, "context": {"diagnostics": []}})
    assert there == []


# ---- hover and lens


def test_hover_has_the_evidence_the_question_and_whom_to_ask(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    start = of(client.diagnostics(uri), "AF101")["range"]["start"]
    said = client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": start})["contents"]["value"]
    for words in (
        "AF101",
        "2321",
        "Has your institution clarified",
        "Annex II, or help with it",
        "BAFA",
        "Oldest list: ",
        "AF103",
        "(asked already), draft the enquiry (not yet), not this institution.",
    ):
        assert words in said
    nowhere = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    assert client.request("textDocument/hover", nowhere) is None


def test_what_a_manuscript_prints_cannot_act_in_a_hover(client: RawClient, folder: Path) -> None:
    client.begin()
    text = (folder / "paper.tex").read_text()
    bad = f"[click](http://evil.example) <img src=x> `{KIM}"
    uri = client.open(folder / "paper.tex", text.replace(KIM, f"[click](http://evil.example) <img src=x> {KIM}"))
    start = of(client.diagnostics(uri), "AF101")["range"]["start"]
    said = client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": start})["contents"]["value"]
    assert "[click](" not in said, bad
    assert "<img" not in said.replace("\\<img", "")


def test_the_lens_counts(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    lens = client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
    assert [each["command"]["title"] for each in lens] == ["askfirst: 2 questions open, 0 answered"]
    assert lens[0]["range"]["start"]["line"] == line_with((folder / "paper.tex").read_text(), r"\author{Anna")[0]
    run(client, lens[0])
    said = client.have("window/showMessage")["message"]
    assert "AF101" in said
    assert KIM in said


# ---- pulled diagnostics


def pull(client: RawClient, uri: str, previous: str | None = None) -> Any:
    extra = {"previousResultId": previous} if previous else {}
    return client.request("textDocument/diagnostic", {"textDocument": {"uri": uri}, **extra})


def test_a_client_that_pulls_gets_nothing_pushed(client: RawClient, folder: Path) -> None:
    said = client.begin(PULLS)
    assert said["capabilities"]["diagnosticProvider"]["interFileDependencies"]
    uri = client.open(folder / "paper.tex")
    found = pull(client, uri)
    assert codes(found["items"]) == ["AF101", "AF701"]
    again = pull(client, uri, found["resultId"])
    assert again == {"kind": "unchanged", "resultId": found["resultId"]}
    client.change(uri, insert(0, 0, "%\n"))
    moved = pull(client, uri, found["resultId"])
    assert (
        of(moved["items"], "AF101")["range"]["start"]["line"]
        == of(found["items"], "AF101")["range"]["start"]["line"] + 1
    )
    assert not messages(client, "textDocument/publishDiagnostics")


def test_a_client_that_pulls_is_told_when_an_answer_came(client: RawClient, folder: Path) -> None:
    client.begin(PULLS)
    uri = client.open(folder / "paper.tex")
    pull(client, uri)
    file = folder / ".askfirst" / "answers" / "a.toml"
    file.parent.mkdir(parents=True)
    file.write_text(DECISION)
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 1}]})
    client.wait(lambda m: m.get("method") == "workspace/diagnostic/refresh")
    assert codes(pull(client, uri)["items"]) == ["AF103"]


def test_a_client_that_pushes_only_is_not_offered_pulling(client: RawClient) -> None:
    assert "diagnosticProvider" not in client.begin()["capabilities"]


def test_files_are_watched_where_the_client_can(client: RawClient) -> None:
    client.begin(PULLS)
    asked = client.wait(lambda m: m.get("method") == "client/registerCapability")["params"]["registrations"][0]
    patterns = [watcher["globPattern"] for watcher in asked["registerOptions"]["watchers"]]
    assert "**/.askfirst/answers/*.toml" in patterns


# ---- answer files


def test_completion_of_an_answer(client: RawClient, folder: Path) -> None:
    client.begin()
    paper = client.open(folder / "paper.tex")
    client.diagnostics(paper)
    file = folder / ".askfirst" / "answers" / "new.toml"
    text = 'kind = "\noutcome = \n\n[covers]\ninstitutions = ["\n\n'
    uri = client.open(file, text, "toml")

    def at(line: int, column: int) -> list[str]:
        position = {"line": line, "character": column}
        found = client.request("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        return [item["label"] for item in found["items"]]

    assert "state-decision" in at(0, 8)
    assert "pending" in at(1, 10)
    assert "valid_until" in at(2, 0)
    assert "kind" not in at(2, 0)
    assert at(4, 17) == ["kp-kim-il-sung-university"]
    assert at(5, 0) == ["people", "countries", "work", "document"]
    elsewhere = {"textDocument": {"uri": paper}, "position": {"line": 0, "character": 0}}
    assert client.request("textDocument/completion", elsewhere) is None


@pytest.mark.parametrize(("old", "new", "words", "line"), [
    ("state-decision", "state-decree", "state-decree", 0),
    ("no-licence-needed", "fine", "fine", 3),
    ("2026-10-20", '"yesterday"', "answered", 2),
    ("work =", "works =", "work", 5),
    ('"ref', '"', "", 1),
])  # fmt: skip
def test_mistakes_stand_on_their_line(
    client: RawClient, folder: Path, old: str, new: str, words: str, line: int
) -> None:
    client.begin()
    file = folder / ".askfirst" / "answers" / "new.toml"
    uri = client.open(
        file, DECISION.replace(old, new, 1) if words else DECISION.replace('"ref 12/2026"', '"ref'), "toml"
    )
    found = client.diagnostics(uri)
    assert len(found) == 1
    assert words in found[0]["message"]
    assert found[0]["range"]["start"]["line"] == line
    client.change(uri, {"text": DECISION})
    assert client.diagnostics(uri) == []


def test_an_answer_that_ends_soon_is_announced_in_its_file(client: RawClient, folder: Path) -> None:
    import datetime

    client.begin()
    soon = (datetime.date.today() + datetime.timedelta(days=12)).isoformat()
    uri = client.open(folder / ".askfirst" / "answers" / "new.toml", DECISION.replace("2099-10-20", soon), "toml")
    found = client.diagnostics(uri)
    assert found[0]["code"] == "AF703"
    assert "12 days" in found[0]["message"]
    assert found[0]["range"]["start"]["line"] == 4


def test_a_broken_answer_that_is_not_open_is_shown_in_its_file(client: RawClient, folder: Path) -> None:
    file = folder / ".askfirst" / "answers" / "old.toml"
    file.parent.mkdir(parents=True)
    file.write_text('kind = "anything"\n')
    client.begin()
    client.open(folder / "paper.tex")
    assert "anything" in client.diagnostics(file.as_uri())[0]["message"]


def test_a_broken_configuration_is_said_and_shown(client: RawClient, folder: Path) -> None:
    (folder / "askfirst.toml").write_text('\nlanguages = "de"\n')
    client.begin()
    client.open(folder / "paper.tex")
    found = client.diagnostics((folder / "askfirst.toml").as_uri())
    assert found[0]["range"]["start"]["line"] == 1
    assert "nothing is asked" in messages(client, "window/showMessage")[0]["params"]["message"]
    (folder / "askfirst.toml").write_text('language = "en"\n')
    client.notify(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": (folder / "askfirst.toml").as_uri(), "type": 2}]}
    )
    assert client.diagnostics((folder / "askfirst.toml").as_uri()) == []


# ---- robust


def test_malformed_messages_and_broken_documents_do_not_end_it(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    client.diagnostics(uri)
    for body in (b"{", b"[]", b"null", b'{"jsonrpc":"1.0"}', b"\xff\xfe", b"[" * 100_000, b'"\\ud800"'):
        client.send_bytes(body)
    client.notify("textDocument/didChange", {"textDocument": {"uri": 3}})
    client.notify(
        "textDocument/didChange", {"textDocument": {"uri": "file:///never", "version": 2}, "contentChanges": []}
    )
    client.notify("textDocument/didClose", {"textDocument": {"uri": "file:///never"}})
    client.notify(
        "textDocument/didOpen",
        {"textDocument": {"uri": "untitled:Untitled-1", "languageId": "latex", "version": 1, "text": "\\author{A}"}},
    )
    client.notify("no/such", {})
    for text in (
        "\\author{" * 2000,
        "{" * 20_000,
        "\\input{paper}",
        "\x00\x01",
        "\\def\\x{\\x}\\author{\\x}",
        "a\ud800b",
    ):
        client.change(uri, {"text": text})
        client.quiet(0.1)
    moved = "\n" + (folder / "paper.tex").read_text()  # else nothing new is to be said where none of that was checked
    client.change(uri, {"text": moved})
    asked = shown(client, uri)
    while "AF101" not in codes(asked) or span(of(asked, "AF101"))[0] != line_with(moved, KIM)[0]:
        asked = client.diagnostics(uri, 60)
    assert client.end() == 0
    assert client.process.stderr
    assert client.process.stderr.read() == b""


@pytest.mark.parametrize(("method", "params"), [
    ("textDocument/hover", {"textDocument": 3}),
    ("textDocument/hover", {"textDocument": {"uri": "x"}, "position": {"line": "a", "character": 0}}),
    ("textDocument/codeAction", {}),
    ("no/such/request", {}),
    ("workspace/executeCommand", {"command": "rm -rf"}),
])  # fmt: skip
def test_every_request_gets_an_answer(client: RawClient, method: str, params: dict[str, Any]) -> None:
    client.begin()
    with pytest.raises(Refused):
        client.request(method, params, timeout=5)


def test_it_ends_in_order(client: RawClient) -> None:
    client.begin()
    assert client.end() == 0


def test_exit_without_shutdown_is_an_error(client: RawClient) -> None:
    client.begin()
    client.notify("exit", None)
    assert client.process.wait(10) == 1


def test_it_ends_when_the_pipe_closes(client: RawClient, folder: Path) -> None:
    client.begin()
    client.open(folder / "paper.tex")
    assert client.process.stdin
    client.process.stdin.close()
    assert client.process.wait(10) == 1


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells without polling that a process ended")
def test_it_ends_when_its_client_dies_though_someone_else_holds_the_pipe(client: RawClient) -> None:
    editor = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    client.request("initialize", {"processId": editor.pid, "rootUri": None, "capabilities": {}})
    editor.send_signal(signal.SIGKILL)
    editor.wait()
    assert client.process.wait(10) == 1


def test_standard_output_carries_nothing_but_messages(client: RawClient, folder: Path) -> None:
    """A library that prints, or logs where nobody listens, must not garble the protocol."""
    client.kill()
    prints = (
        "import sys; print('noise'); sys.argv[1:] = ['server']; import askfirst.lsp.judge as j; old = j.Judge.judge\n"
    )
    prints += "def judge(self, s):\n print('more noise'); return old(self, s)\nj.Judge.judge = judge\n"
    prints = prints.replace("print('noise'); ", "")
    session = RawClient(folder, [sys.executable, "-c", prints + "from askfirst.cli import main; sys.exit(main())"])
    try:
        session.begin()
        assert codes(session.diagnostics(session.open(folder / "paper.tex"))) == ["AF101", "AF701"]
        assert session.end() == 0
    finally:
        session.kill()


def test_no_cpu_while_nobody_types(client: RawClient, folder: Path) -> None:
    status = Path(f"/proc/{client.process.pid}/stat")
    if not status.exists():
        pytest.skip("no /proc here")
    client.begin()
    client.diagnostics(client.open(folder / "paper.tex"))
    client.quiet(0.5)

    def ticks() -> int:
        fields = status.read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    before = ticks()
    time.sleep(1.5)
    assert ticks() - before <= 2  # hundredths of a second, in one and a half seconds


CAPTURED = Path(__file__).parent / "captured"


@pytest.mark.parametrize("editor", sorted(path.stem for path in CAPTURED.glob("*.jsonl")))
def test_a_captured_session_of_a_real_editor(client: RawClient, folder: Path, editor: str) -> None:
    """The messages that a real editor sent, sent again: open, put a line before the first, type, save, leave."""
    captured = (CAPTURED / f"{editor}.jsonl").read_text("utf-8")
    captured = captured.replace("@FOLDER@", folder.as_uri()).replace("@PATH@", str(folder))
    session = [json.loads(line) for line in captured.splitlines()]
    for message in session[:-2]:
        client.send(message)
        if "id" in message:
            answered(client, message["id"])
    before, _ = line_with((folder / "paper.tex").read_text(), KIM)
    uri = (folder / "paper.tex").as_uri()
    asked = shown(client, uri)
    while not asked or span(of(asked, "AF101"))[0] != before + 1:
        asked = client.diagnostics(uri)
    assert codes(asked) == ["AF101", "AF701"]
    client.send(session[-2])
    answered(client, session[-2]["id"])
    client.send(session[-1])
    assert client.process.wait(10) == 0


def shown(client: RawClient, uri: str) -> list[dict[str, Any]]:
    """The newest diagnostics of *uri* that came so far, published or pulled."""
    for message in reversed(client.seen):
        if isinstance(message.get("result"), dict) and message["result"].get("kind") == "full":
            return list(message["result"]["items"])
        if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
            return list(message["params"]["diagnostics"])
    return []


def answered(client: RawClient, number: Any) -> None:
    """The answer to the request *number*, which must be no error."""
    found = client.wait(lambda message: message.get("id") == number and "method" not in message)
    assert "error" not in found, found


# ---- Typst

TYPST = """#import "@preview/charged-ieee:0.1.3": ieee
#show: ieee.with(
  title: [On waves],
  authors: ((name: "Ada Feld", organization: [Kim Il Sung University], location: [Pyongyang]),),
)
= Introduction
"""


def test_typst_is_asked_about_where_the_words_stand(client: RawClient, folder: Path) -> None:
    client.begin()
    (folder / "other.typ").write_text(TYPST)
    found = client.diagnostics(client.open(folder / "other.typ", language="typst"))
    line, column = line_with(TYPST, KIM)
    assert span(of(found, "AF101")) == (line, column, line, column + len(KIM))


def test_a_chapter_in_typst_is_left_alone(client: RawClient, folder: Path) -> None:
    client.begin()
    (folder / "chapter.typ").write_text("= Methods\nWe measured at Kim Il Sung University, Pyongyang.\n")
    (folder / "other.typ").write_text(TYPST)
    chapter = client.open(folder / "chapter.typ", language="typst")
    assert client.diagnostics(client.open(folder / "other.typ", language="typst"))
    shown = [message["params"] for message in messages(client, "textDocument/publishDiagnostics")]
    assert not [each for each in shown if each["uri"] == chapter and each["diagnostics"]]
