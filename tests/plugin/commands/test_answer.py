"""Recording: by options, and as a walk."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from askfirst.cli import main

pytestmark = pytest.mark.usefixtures("one_question")

MANUSCRIPTS = Path(__file__).resolve().parents[2] / "manuscripts"
DATE = ["--date", "2026-11-23"]
DECISION = [
    "--kind",
    "state-decision",
    "--reference",
    "X 7",
    "--answered",
    "2026-11-01",
    "--outcome",
    "no-licence-needed",
]
KISU = "kp-kim-il-sung-university"


@pytest.fixture(autouse=True)
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(MANUSCRIPTS / "example", tmp_path / "example")
    (tmp_path / "example" / ".git").mkdir()
    (tmp_path / "example" / ".askfirst").mkdir()
    monkeypatch.chdir(tmp_path / "example")
    return tmp_path / "example"


def answers(example: Path) -> list[dict[str, object]]:
    return [tomllib.loads(file.read_text()) for file in sorted(example.glob(".askfirst/answers/*.toml"))]


def test_a_new_co_author_at_an_answered_institution_brings_the_question_back(example: Path) -> None:
    assert main(["answer", "AF101", *DATE, *DECISION]) == 0
    paper = example / "paper.tex"
    paper.write_text(paper.read_text().replace("\\author{Chol-Su Ri}", "\\author{Chol-Su Ri}\n\\author{Un-Ju Han}"))
    assert main(["check", *DATE]) == 1


@pytest.mark.parametrize("about", [["AF101"], ["--for", "AF101"], ["--for", KISU], ["--for", "KP"], ["--for", "1"]])
def test_a_decision_by_options_quiets(example: Path, about: list[str]) -> None:
    assert main(["answer", *about, *DATE, *DECISION]) == 0
    (recorded,) = answers(example)
    covers = recorded["covers"]
    assert isinstance(covers, dict)
    assert {key: value for key, value in covers.items() if value} == {
        "institutions": [KISU],
        "people": ["Chol-Su Ri", "Kwang-Il Pak"],
        "work": "A plasmonic junction steered by a small magnetic field",
        "document": "paper.tex",
    }
    assert main(["check", *DATE]) == 0


def test_file_is_named_by_day_and_subject_and_never_replaced(example: Path) -> None:
    for _ in range(2):
        main(["answer", "AF101", *DATE, *DECISION[:2], "--outcome", "pending", "--asked", "2026-11-20"])
    names = sorted(file.name for file in (example / ".askfirst/answers").iterdir())
    assert names == [f"2026-11-23-{KISU}-2.toml", f"2026-11-23-{KISU}.toml"]


def test_a_pending_enquiry_waits(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--kind", "state-decision", "--outcome", "pending", "--asked", "2026-11-20"]
    assert main(["answer", "AF101", *DATE, *asked]) == 1
    assert "waits for its answer" in capsys.readouterr().out
    assert answers(example)[0]["outcome"] == "pending"
    assert main(["check", *DATE]) == 1


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("bafa-auskunft-gueterliste", "only whether goods are on a list"),
        ("bafa-nullbescheid", "an answer about goods or assistance does not replace that"),
        ("export-control-office", "can request the decision"),
    ],
)
def test_another_kind_is_kept_and_told_why_it_quiets_nothing(
    capsys: pytest.CaptureFixture[str], example: Path, kind: str, why: str
) -> None:
    assert main(["answer", "AF101", *DATE, "--kind", kind, *DECISION[2:]]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert why in out
    assert "What can answer it: decision of the competent authority; not this institution." in out
    assert len(answers(example)) == 1


def test_own_assessment_does_not_settle_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", "AF101", *DATE, "--kind", "own-assessment", "--reason", "basic research"]) == 1
    assert "an answer from outside is needed" in " ".join(capsys.readouterr().out.split())


def test_not_this_institution_needs_reasons(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", "AF101", *DATE, "--not-this"]) == 2
    assert "reason" in capsys.readouterr().err
    assert answers(example) == []
    assert main(["answer", "AF101", *DATE, "--not-this", "--reason", "a street of that name"]) == 0
    assert answers(example)[0]["kind"] == "not-this-institution"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--kind", "state-decision", "--answered", "2026-11-01"], "--outcome"),
        (["--kind", "state-decision"], "--outcome: pending, no-licence-needed"),
        (["--kind", "export-control-office", "--asked", "2026-11-01"], "--outcome"),
        (["--kind", "state-decision", "--answered", "31.11.2026"], "31.11.2026 is no date; write it as 2026-11-30"),
        (["--kind", "state-decision", "--asked", "last week"], "last week is no date"),
        (["--kind", "state-decision", "--outcome", "pending"], "--asked"),
        (["--kind", "state-decision", "--outcome", "refused"], "--reference"),
        (["--kind", "state-decision", "--outcome", "refused"], "--answered"),
        (["--kind", "export-control-office", "--outcome", "go-ahead", "--answered", "today"], "--reference"),
        (["--kind", "bafa-licence", "--outcome", "hold", "--answered", "today", "--reference", "x"], "only the"),
        ([*DECISION, "--valid-until", "31.2.2027"], "write it as 2026-11-30"),
        ([*DECISION, "--not-this"], "--kind"),
        (["--reference", "x"], "--kind"),
        ([*DECISION, "--valid-until", "2026-13-01"], ""),
        ([*DECISION, "--valid-until", "2020-01-01"], "valid_until"),
        (["--kind", "state-decision", "--answered", "2026-11-01", "--outcome", "no-licence-needed"], "reference"),
        ([*DECISION, "--by", "a\udcffb"], "no text"),
    ],
)
def test_misuse_writes_nothing(
    example: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert main(["answer", "AF101", *DATE, *arguments]) == 2
    captured = capsys.readouterr()
    assert says in captured.err
    assert "Traceback" not in captured.err
    assert answers(example) == []


def test_a_target_that_fits_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", "--for", "AF201", *DATE, *DECISION]) == 2
    assert "no open question here fits AF201" in capsys.readouterr().err
    assert main(["answer", *DATE, *DECISION]) == 2
    assert "--for" in capsys.readouterr().err


def test_a_code_that_fits_several_questions_is_not_guessed(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = example / "paper.tex"
    more = "\\author{Un Ho}\\affiliation{Kim Chaek University of Technology, Pyongyang, DPR Korea}\n\\date"
    paper.write_text(paper.read_text().replace("\\date", more))
    assert main(["answer", "AF101", *DATE, *DECISION]) == 2
    err = capsys.readouterr().err
    assert f"--for {KISU}" in err
    assert main(["answer", "--for", KISU, *DATE, *DECISION]) == 0
    assert main(["check", *DATE]) == 1


def walk(monkeypatch: pytest.MonkeyPatch, *lines: str, arguments: tuple[str, ...] = ()) -> int:
    given = iter(lines)

    def typed(prompt: str = "") -> str:
        print(prompt, end="")
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", typed)
    return main(["answer", *DATE, *arguments])


def test_walk_records_a_decision(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("y", "1", "2026-08-01", "1.11.2026", "X 7", "1", "1. 11. 2027", "A. Beispiel", "y")
    assert walk(monkeypatch, *lines) == 0
    (recorded,) = answers(example)
    assert recorded["by"] == "A. Beispiel"
    assert str(recorded["valid_until"]) == "2027-11-01"


def test_walk_asks_again_for_what_does_not_fit(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("maybe", "y", "99", "1", "soon", "2026-08-01", "2026-11-01", "", "X 7", "0", "1", "", "", "y")
    assert walk(monkeypatch, *lines) == 0
    assert answers(example)[0]["reference"] == "X 7"


@pytest.mark.parametrize("lines", [("n",), ("s",), ("q",), (), ("",), ("b", "q"), ("y", "")])
def test_walk_without_an_answer_records_nothing(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: tuple[str, ...]
) -> None:
    assert walk(monkeypatch, *lines) == 1
    assert answers(example) == []
    assert "0 answered in this run, 1 still open." in " ".join(capsys.readouterr().out.split())


def test_walk_says_whom_to_ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    walk(monkeypatch, "n")
    assert "Then ask before you send the draft: BAFA (Federal" in capsys.readouterr().out


def test_walk_in_german(example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert walk(monkeypatch, "a", "eine Straße dieses Namens", "", "j", arguments=("--lang", "de")) == 0
    assert "Die Frage ist beantwortet." in capsys.readouterr().out
    assert answers(example)[0]["reason"] == "eine Straße dieses Namens"


def test_walk_keeps_what_a_terminal_could_act_on_out_of_the_file(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk(monkeypatch, "t", "a \x1b[31mred\u202e street", "", "y")
    assert answers(example)[0]["reason"] == "a �[31mred� street"


def test_walk_where_nothing_is_open(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    main(["answer", "AF101", *DATE, *DECISION])
    assert walk(monkeypatch) == 0
    assert "Nothing is open here." in capsys.readouterr().out


SECOND = "\\author{Chol-Su Han}\n\\affiliation{Kim Chaek University of Technology, Pyongyang, DPR Korea}\n\\date"


@pytest.fixture
def two_questions(example: Path) -> None:
    paper = example / "paper.tex"
    paper.write_text(paper.read_text().replace("\\date", SECOND))


@pytest.mark.usefixtures("two_questions")
@pytest.mark.parametrize(
    ("lines", "seen"), [(("q",), "1"), (("s", "q"), "12"), (("s", "b", "q"), "121"), (("y", "b", "y", "q"), "11")]
)
def test_walk_goes_where_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: tuple[str, ...], seen: str
) -> None:
    assert walk(monkeypatch, *lines) == 1
    out = capsys.readouterr().out
    assert "".join(line[9] for line in out.splitlines() if line.startswith("Question ")) == seen
    assert "0 answered in this run, 2 still open." in out


@pytest.mark.usefixtures("two_questions")
def test_walk_back_to_what_is_answered_says_so(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert walk(monkeypatch, "t", "a street of this name", "", "y", "b", "", "q") == 1
    assert "Answered in this run; Enter goes on." in capsys.readouterr().out
    assert len(answers(example)) == 1


def test_walk_words_a_decision_of_the_state_as_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    walk(monkeypatch, "y", "1", "", "2026-11-01", "X 7")
    out = capsys.readouterr().out
    assert "1 the cooperation may go on" in out
    assert "licence granted" not in out


def test_an_author_block_that_was_not_read_is_no_institution_to_rule_out(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example / "paper.tex").write_text(
        "\\documentclass{article}\\begin{document}\\author{\\mystery}\\maketitle\\end{document}"
    )
    main(["check", *DATE, "--format", "full"])
    shown = capsys.readouterr().out
    assert "AF901" in shown
    assert "--not-this" not in shown
    walk(monkeypatch, "q")
    assert "[t]" not in capsys.readouterr().out


PENDING = ["--kind", "export-control-office", "--outcome", "pending", "--asked"]


@pytest.mark.parametrize(("given", "meant"), [("28.10.2026", "2026-10-28"), ("today", "2026-11-23")])
def test_asking_the_office_is_recorded_and_says_what_closes_it(
    example: Path, capsys: pytest.CaptureFixture[str], given: str, meant: str
) -> None:
    assert main(["answer", "1", *DATE, *PENDING, given]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "waits for its answer" in out
    assert "What can close it: decision of the competent authority" in out
    assert "git add .askfirst/answers/" in out
    assert str(answers(example)[0]["asked"]) == meant


def test_the_offices_go_ahead_leaves_a_line_in_every_format(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    go_ahead = ["--kind", "export-control-office", "--outcome", "go-ahead", "--reference", "EKO 7"]
    assert main(["answer", "AF101", *DATE, *go_ahead, "--answered", "2.11.2026"]) == 0
    for chosen in ("full", "concise", "json"):
        capsys.readouterr()
        assert main(["check", *DATE, "--format", chosen]) == 0
        assert "EKO 7, 2 Nov 2026" in " ".join(capsys.readouterr().out.split())
    assert main(["check", "--date", "2027-11-03"]) == 1


def test_no_outcome_is_written_that_was_not_given(example: Path) -> None:
    main(["answer", "AF101", *DATE, "--kind", "own-assessment", "--reason", "x", "--ground", "basic-research"])
    main(["answer", "AF101", *DATE, "--not-this", "--reason", "a street"])
    recorded = answers(example)
    assert all("outcome" not in each for each in recorded)
    assert "basic-research" in [each.get("ground") for each in recorded]


def test_all_that_is_missing_is_one_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", *DATE, "--kind", "state-decision", "--outcome", "refused"]) == 2
    err = capsys.readouterr().err
    assert all(option in err for option in ("--for", "--reference", "--answered"))


def test_a_linked_folder_is_not_written_through(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (example / ".askfirst").rmdir()
    (tmp_path / "elsewhere").mkdir()
    (example / ".askfirst").symlink_to(tmp_path / "elsewhere")
    assert main(["answer", "AF101", *DATE, *DECISION]) == 2
    assert "lies outside the manuscript's folder" in capsys.readouterr().err
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_answers_are_private_by_default_and_read_again(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example / ".askfirst").rmdir()
    assert main(["answer", "AF101", *DATE, *DECISION]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Only you can read it" in out
    assert "git add" not in out
    assert not (example / ".askfirst").exists()
    assert main(["check", *DATE]) == 0
    assert main(["status", *DATE]) == 0
    assert "state" not in capsys.readouterr().err


def test_who_may_read_is_asked_once(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example / ".askfirst").rmdir()
    lines = ("y", "1", "", "2026-11-01", "X 7", "1", "", "", "2", "y")
    assert walk(monkeypatch, *lines) == 0
    assert len(answers(example)) == 1
    shutil.rmtree(example / ".askfirst")
    assert walk(monkeypatch, *lines[:-2], "y") == 0
    assert len(answers(example)) == 1


@pytest.mark.parametrize("given", [["--private", "--shared"], ["--readers", "x"]])
def test_private_and_shared_exclude_each_other(given: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["answer", "AF101", *DATE, *DECISION, *given])
    assert ended.value.code == 2


@pytest.mark.parametrize("way", ["q", "quit", "b", "s", "e", "z", "Ende"])
@pytest.mark.parametrize("before", [(), ("1",), ("1", "", "2026-11-01"), ("1", "", "2026-11-01", "X 7", "1", "")])
def test_every_prompt_has_a_way_out(
    example: Path, monkeypatch: pytest.MonkeyPatch, way: str, before: tuple[str, ...]
) -> None:
    assert walk(monkeypatch, "y", *before, way, "q") == 1
    assert answers(example) == []


def test_nothing_is_recorded_without_a_confirmation(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for last in (("n",), ()):
        assert walk(monkeypatch, "t", "a street", "A. B.", *last) == 1
    assert answers(example) == []


def test_in_ci_it_is_said_what_is_not_seen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CI", "true")
    main(["check", *DATE])
    assert "privately are not seen" in capsys.readouterr().err
    monkeypatch.setenv("CI", "false")
    main(["check", *DATE])
    assert "privately" not in capsys.readouterr().err


def test_status_says_what_superseded_an_answer(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["answer", "AF101", *DATE, *PENDING, "2026-10-01"])
    main(["answer", "AF101", *DATE, *DECISION])
    capsys.readouterr()
    main(["status", *DATE])
    assert f"superseded by .askfirst/answers/2026-11-23-{KISU}-2.toml" in " ".join(capsys.readouterr().out.split())


def test_a_new_title_keeps_the_answer_and_a_new_title_and_place_say_why(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["answer", "AF101", *DATE, *DECISION])
    paper = example / "paper.tex"
    paper.write_text(paper.read_text().replace("small magnetic field", "weak field"))
    assert main(["check", *DATE]) == 0
    paper.rename(example / "renamed.tex")
    capsys.readouterr()
    assert main(["check", *DATE, "--format", "full"]) == 1
    assert "title changed and document moved" in " ".join(capsys.readouterr().out.split())


def test_a_respelled_author_is_named_and_repaired(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["answer", "AF101", *DATE, *DECISION])
    paper = example / "paper.tex"
    paper.write_text(paper.read_text().replace("Chol-Su Ri", "Cholsu Ri"))
    capsys.readouterr()
    assert main(["check", *DATE, "--format", "full"]) == 1
    assert "it covers Chol-Su Ri, not Cholsu Ri" in " ".join(capsys.readouterr().out.split())
    assert main(["answer", "--repair", *DATE]) == 0
    assert "Chol-Su Ri → Cholsu Ri" in " ".join(capsys.readouterr().out.split())
    assert len(answers(example)) == 2
    assert main(["check", *DATE]) == 0


@pytest.mark.parametrize("name", ["Chol-Ho Ri", "C. Ri", "Un-Ju Han"])
def test_another_author_is_no_respelling(example: Path, name: str) -> None:
    main(["answer", "AF101", *DATE, *DECISION])
    paper = example / "paper.tex"
    paper.write_text(paper.read_text().replace("Chol-Su Ri", name))
    assert main(["answer", "--repair", *DATE]) == 1
    assert len(answers(example)) == 1


def test_a_new_title_and_place_is_repaired_only_where_it_is_named(example: Path) -> None:
    main(["answer", "AF101", *DATE, *DECISION])
    paper = example / "paper.tex"
    paper.write_text(paper.read_text().replace("small magnetic field", "weak field"))
    paper.rename(example / "renamed.tex")
    assert main(["answer", "--repair", *DATE]) == 1
    assert main(["answer", "AF101", "--repair", *DATE]) == 0
    assert main(["check", *DATE]) == 0


@pytest.mark.parametrize(
    ("arguments", "letter"), [((), "Dear colleagues,"), (("--lang", "de"), "Guten Tag,")], ids=["en", "de"]
)
@pytest.mark.parametrize("before", [(), ("y",), ("y", "1"), ("y", "1", "2026-08-01")], ids=str)
def test_d_writes_the_letter_at_every_prompt_and_records_nothing(
    example: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    before: tuple[str, ...],
    arguments: tuple[str, ...],
    letter: str,
) -> None:
    assert walk(monkeypatch, *before, "d", "q", arguments=arguments) == 1
    out = capsys.readouterr().out
    assert out.count(letter) == 1
    assert "Kim Il Sung University" in out
    assert answers(example) == []
    assert sorted(example.glob("*enquiry*")) == []


@pytest.mark.parametrize("lines", [("s",), ("n",), ("b", "q"), ("dd", "q"), ("y", "1", "Draft of ours", "q")])
def test_other_letters_write_no_letter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: tuple[str, ...]
) -> None:
    walk(monkeypatch, *lines)
    assert "Dear colleagues," not in capsys.readouterr().out


LONG = ["--kind", "state-decision", "--outcome", "no-licence-needed", "--reference", "X 7", "--answered", "2026-11-01"]
GO_AHEAD = ["--kind", "export-control-office", "--outcome", "go-ahead", "--reference", "X 7", "--answered", "1.11.2026"]


@pytest.mark.parametrize(
    ("given", "until", "says"),
    [
        (LONG, "2041-01-01", "it names 1 Jan 2041 as its end; an answer holds five years at most"),
        (GO_AHEAD, "2028-11-01", "written go-ahead holds a year at most, so until 1 Nov 2027"),
    ],
)
def test_an_end_that_is_too_far_away_is_told(
    example: Path, capsys: pytest.CaptureFixture[str], given: list[str], until: str, says: str
) -> None:
    assert main(["answer", "AF101", *DATE, *given, "--valid-until", until]) == 0
    assert says in " ".join(capsys.readouterr().out.split())
    main(["status", *DATE])
    assert says in " ".join(capsys.readouterr().out.split())
    assert str(answers(example)[0]["valid_until"]) == until  # as it was given: the file is the user's


@pytest.mark.parametrize("until", ["", "2027-11-01", "2031-11-01"])
def test_an_end_within_five_years_is_not_spoken_of(capsys: pytest.CaptureFixture[str], until: str) -> None:
    main(["answer", "AF101", *DATE, *LONG, *(["--valid-until", until] if until else [])])
    main(["status", *DATE])
    assert "at most" not in " ".join(capsys.readouterr().out.split())


def test_the_end_is_told_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    main(["answer", "AF101", *DATE, *LONG, "--valid-until", "2041-01-01", "--lang", "de"])
    out = " ".join(capsys.readouterr().out.split())
    assert "als Ende nennt sie den 1.1.2041; eine Antwort gilt höchstens fünf Jahre, diese also bis 1.11.2031" in out
