"""``check --baseline``, ``status`` and the CI formats, on a real repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from tests.plugin.git.conftest import ABOUT_ITEMS, ITEMS_PLACE

pytestmark = pytest.mark.usefixtures("one_question")


def askfirst(repo, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-P", "-m", "askfirst", *arguments]
    done = subprocess.run(command, cwd=repo.top, env=repo.env, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def drafted(repo):
    repo.write("paper.tex", repo.ASKS)
    repo.git("add", "-A")
    repo.commit()
    return repo


def test_what_was_open_at_the_baseline_is_counted_not_asked(drafted):
    code, said = askfirst(drafted, "check", "--baseline", "HEAD")
    assert code == 0
    assert "0 questions open" in said
    assert "2 questions open since before the baseline" in said


def test_moving_the_author_block_is_nothing_new(drafted):
    drafted.write("paper.tex", "% a remark\n" * 20 + drafted.ASKS)
    assert askfirst(drafted, "check", "--baseline", "HEAD")[0] == 0


def test_another_institution_is_new(drafted):
    drafted.write("paper.tex", drafted.ASKS.replace("Kim Il Sung University", "Kim Chaek University of Technology"))
    code, said = askfirst(drafted, "check", "--baseline", "HEAD", "--format", "concise")
    assert code == 1
    assert "Kim Chaek" in said


def test_a_finding_and_its_leg_are_told_apart(drafted):
    """AF101 is answered at the baseline and open now; its leg was open all the time."""
    drafted.write(drafted.PLACE, drafted.ANSWER)
    drafted.git("add", "-A")
    drafted.commit()
    (drafted.top / drafted.PLACE).unlink()
    code, said = askfirst(drafted, "check", "--baseline", "HEAD", "--format", "concise")
    assert code == 1
    assert "AF101" in said
    assert "AF103" not in said
    assert "1 question open (1 stop, 0 waiting)" in said
    assert "1 question open since before the baseline" in said


def test_a_leg_that_is_new_stays_without_its_finding(drafted):
    drafted.write(ITEMS_PLACE, ABOUT_ITEMS)
    drafted.git("add", "-A")
    drafted.commit()
    (drafted.top / ITEMS_PLACE).unlink()
    code, said = askfirst(drafted, "check", "--baseline", "HEAD", "--format", "concise")
    assert code == 1
    assert "AF101" not in said.replace("answer AF101", "")
    assert "AF103 controlled-destination [2]" in said, "numbered as askfirst answer numbers it"
    assert "1 question open (0 stops, 0 waiting)" in said
    assert "1 question open since before the baseline" in said


def test_an_answer_that_went_away_since_is_new(drafted):
    drafted.answer()
    drafted.git("add", "-A")
    drafted.commit()
    (drafted.top / drafted.PLACE).unlink()
    assert askfirst(drafted, "check", "--baseline", "HEAD")[0] == 1


@pytest.mark.parametrize("revision", ["nosuch", "-x", "--output=owned", "HEAD:paper.tex"])
def test_an_unknown_baseline_is_a_sentence(drafted, revision):
    code, said = askfirst(drafted, "check", f"--baseline={revision}")
    assert code == 2
    assert said.startswith("askfirst: ")
    assert not (drafted.top / "owned").exists()


def test_no_repository_no_baseline(drafted):
    shutil.rmtree(drafted.top / ".git")
    drafted.env["GIT_CEILING_DIRECTORIES"] = str(drafted.top.parent)
    code, said = askfirst(drafted, "check", "--baseline", "HEAD")
    assert code == 2
    assert "in no git repository" in said


def test_status_lists_answers_ends_and_questions(drafted):
    code, said = askfirst(drafted, "status")
    assert code == 0
    assert "No answers are recorded here." in said
    assert "paper.tex:7  stop  AF101" in said
    drafted.answer()
    code, said = askfirst(drafted, "status", "--date", "2031-01-01")
    assert "KP-2026-1" in said
    assert "A. Beispiel" in said
    assert "Ends within 90 days" in said
    assert "in 31 days" in said
    assert "No question is open." in said


def test_status_after_the_end_asks_for_renewal(drafted):
    drafted.answer()
    _, said = askfirst(drafted, "status", "--date", "2099-02-01")
    assert "renewed?" in said
    assert "Ends within" not in said
    assert "AF101" in said


def test_status_json(drafted):
    drafted.answer()
    code, said = askfirst(drafted, "status", "--format", "json", "--date", "2031-01-01")
    told = json.loads(said)
    assert (code, told["schema"], told["open"]) == (0, "askfirst/status/1", [])
    assert drafted.PLACE in told["ending"]
    assert told["answers"][0]["days_left"] == 31
    assert told["answers"][0]["covers"]["countries"] == ["KP"]


def test_status_names_a_broken_answer(drafted):
    drafted.write(drafted.PLACE, drafted.ANSWER.replace("2099-01-01", "soon"))
    code, said = askfirst(drafted, "status")
    assert code == 2
    assert f"{drafted.PLACE}:6:" in said
    assert "AF101" in said


def test_sarif(drafted):
    code, said = askfirst(drafted, "check", "--format", "sarif")
    assert code == 0
    (run,) = json.loads(said)["runs"]
    (result,) = [each for each in run["results"] if each["ruleId"] == "AF101"]
    assert result["level"] == "error"
    assert "suppressions" not in result
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) >= (7, 14)
    assert len(result["partialFingerprints"]["askfirst/v1"]) == 64
    (rule,) = [each for each in run["tool"]["driver"]["rules"] if each["id"] == "AF101"]
    assert "2321" in rule["help"]["text"]
    drafted.answer()
    (run,) = json.loads(askfirst(drafted, "check", "--format", "sarif")[1])["runs"]
    (result,) = [each for each in run["results"] if each["ruleId"] == "AF101"]
    assert result["suppressions"][0]["justification"] == drafted.PLACE


def test_sarif_keeps_to_the_schema(drafted, tmp_path):
    multitool = shutil.which("Sarif.Multitool") or os.environ.get("SARIF_MULTITOOL")
    if not multitool:
        pytest.skip(
            "the SARIF Multitool is not installed (npm: @microsoft/sarif-multitool-linux; SARIF_MULTITOOL names it)"
        )
    drafted.write("sub folder/ünı code.tex", drafted.ASKS)
    for language in ("en", "de"):
        report = tmp_path / f"{language}.sarif"
        report.write_text(askfirst(drafted, "check", "--format", "sarif", "--lang", language)[1])
        env = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        command = [multitool, "validate", str(report), "--level", "Error;Warning"]
        done = subprocess.run(command, env=env, capture_output=True, text=True)
        assert "Analysis completed successfully" in done.stdout, done.stdout
        assert ": error " not in done.stdout


def test_github(drafted):
    drafted.write("a,b:c%.tex", drafted.ASKS)
    code, said = askfirst(drafted, "check", "--format", "github", "a,b:c%.tex")
    assert code == 1
    (line,) = [each for each in said.splitlines() if each.startswith("::error ")]
    assert line.startswith("::error file=a%2Cb%3Ac%25.tex,line=7,")
    assert "%0A" in line


def test_gitlab(drafted):
    code, said = askfirst(drafted, "check", "--format", "gitlab")
    assert code == 1
    entry, leg = json.loads(said)
    assert leg["severity"] == "major"
    assert entry["location"]["path"] == "paper.tex"
    assert entry["location"]["lines"]["begin"] == 7
    assert entry["severity"] == "critical"
    moved = json.loads(askfirst(drafted, "check", "--format", "gitlab")[1])
    assert moved[0]["fingerprint"] == entry["fingerprint"]


def test_junit(drafted):
    _, said = askfirst(drafted, "check", "--format", "junit")
    (suite,) = ElementTree.fromstring(said)
    assert suite.get("failures") == "2"
    drafted.write("paper.tex", drafted.QUIET)
    code, said = askfirst(drafted, "check", "--format", "junit")
    (suite,) = ElementTree.fromstring(said)
    assert (code, suite.get("failures"), suite.get("tests")) == (0, "0", "1")


def test_control_characters_reach_no_format(drafted):
    drafted.write("paper.tex", drafted.ASKS.replace("B. Ri", "B.\x1b[31m Ri\x07"))
    for name in ("sarif", "github", "gitlab", "junit", "concise", "full", "json"):
        _, said = askfirst(drafted, "check", "--format", name)
        assert "\x1b" not in said
        assert "\x07" not in said
