from __future__ import annotations

import pytest

from askfirst_checks.answers import Answer, read
from askfirst_checks.answers.reading import read_answer
from askfirst_checks.kinds import INSTRUCTIONS, KINDS, OFFICE, OUTCOMES
from askfirst_checks.strict import BrokenData

WHOLE = """\
kind       = "bafa-nullbescheid"
reference  = "free text 12/34"
asked      = 2026-09-14
answered   = 2026-10-20
outcome    = "no-licence-needed"
valid_until = 2027-10-20
by         = "A. Author"
reason     = ""
[covers]
institutions = ["ror:012345678", "kp-kim-il-sung-university"]
people     = []
countries  = ["KP"]
work       = "Switchable plasmonic routers"
"""


def test_a_whole_answer_reads() -> None:
    assert read_answer("a.toml", WHOLE) == Answer(
        "a.toml",
        "bafa-nullbescheid",
        "no-licence-needed",
        "free text 12/34",
        "2026-09-14",
        "2026-10-20",
        "2027-10-20",
        "A. Author",
        "",
        ("ror:012345678", "kp-kim-il-sung-university"),
        (),
        ("KP",),
        "Switchable plasmonic routers",
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_kind_and_outcome_reads(kind: str, outcome: str) -> None:
    source = WHOLE.replace("bafa-nullbescheid", kind).replace("no-licence-needed", outcome)
    source = source.replace('reason     = ""', 'reason     = "because"')
    if outcome in INSTRUCTIONS:
        source = source.replace(kind, OFFICE)
        kind = OFFICE
    if kind == "not-this-institution":
        source = source.replace('"ror:012345678", "kp-kim-il-sung-university"', '"printed:x"').replace('"KP"', "")
    if outcome == "pending":
        source = source.replace("answered   = 2026-10-20\n", "")
    assert read_answer("a.toml", source).kind == kind


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("bafa-nullbescheid", "bafa-letter", 1, "can only be one of: bafa-nullbescheid"),
        ("no-licence-needed", "fine", 5, "can only be one of: pending"),
        ("2027-10-20", '"2027-10-20"', 6, "'valid_until' must be a date"),
        ("2027-10-20", "2027-02-30", 6, "not readable as TOML"),
        ("2027-10-20", "20.10.2027", 6, "not readable as TOML"),
        ("2027-10-20", "2027-10-20T10:00:00", 6, "'valid_until' must be a date"),
        ("2027-10-20", "2026-10-19", 6, "'valid_until' lies before 'answered'"),
        ("2026-09-14", "2026-10-21", 4, "'answered' lies before 'asked'"),
        ("asked ", "askd ", 3, "unknown key 'askd'"),
        ("people ", "persons ", 11, "unknown key 'persons'"),
        ("answered   = 2026-10-20\n", "", 4, "the day on which it was 'answered' is missing"),
        ("no-licence-needed", "pending", 4, "a pending answer has no day"),
        ("bafa-nullbescheid", "own-assessment", 8, "needs a 'reason'"),
        ("bafa-nullbescheid", "not-this-institution", 8, "needs a 'reason'"),
        ("no-licence-needed", "go-ahead", 5, "only the export-control office"),
        ("no-licence-needed", "hold", 5, "only the export-control office"),
        ('reason     = ""', 'ground     = "public"', 8, "only an own assessment has a 'ground'"),
        ('reason     = ""', 'ground     = "luck"', 8, "can only be one of: basic-research"),
        ('"KP"', "7", 12, "must be a list of texts"),
        ('["KP"]', '"KP"', 12, "must be a list of texts"),
        ('["KP"]', '["North Korea"]', 12, "is no country code"),
        ("Switchable plasmonic routers", " ", 13, "'work' must be a text"),
        ("work ", "# work ", 9, "'work' is missing in [covers]"),
        ("[covers]", "[cover]", 1, "'covers' is missing"),
        ("A. Author", 'A. "Author"', 7, "not readable as TOML"),
        ('"A. Author"', "3", 7, "'by' must be a text"),
    ],
)
def test_an_error_names_file_and_line(old: str, new: str, line: int, says: str) -> None:
    assert old in WHOLE
    with pytest.raises(BrokenData) as caught:
        read_answer("x/a.toml", WHOLE.replace(old, new, 1))
    assert says in caught.value.text.en
    assert (caught.value.path, caught.value.line) == ("x/a.toml", line)
    assert caught.value.text.de not in ("", caught.value.text.en)


def test_an_answer_that_names_nothing_is_an_error() -> None:
    source = WHOLE.replace('["ror:012345678", "kp-kim-il-sung-university"]', "[]").replace('["KP"]', "[]")
    with pytest.raises(BrokenData, match="it covers nothing"):
        read_answer("a.toml", source)


def test_a_state_decision_needs_its_reference() -> None:
    source = WHOLE.replace("bafa-nullbescheid", "state-decision").replace("free text 12/34", "")
    with pytest.raises(BrokenData, match="needs its 'reference'"):
        read_answer("a.toml", source)


def test_one_broken_file_does_not_hide_another() -> None:
    found = read([("b.toml", "kind = "), ("a.toml", WHOLE), ("c.toml", "")])
    assert [answer.path for answer in found.all] == ["a.toml"]
    assert [str(error).split(":")[0] for error in found.broken] == ["b.toml", "c.toml"]


@pytest.mark.parametrize("source", ["[" * 5000, "a = " + "[" * 3000, "\x00", "kind = 1\r", '"' * 100])
def test_hostile_text_is_an_error_like_any_other(source: str) -> None:
    assert len(read([("a.toml", source)]).broken) == 1


def test_a_work_without_answers_reads_nothing() -> None:
    assert read([]) == ((), ())


@pytest.mark.parametrize("kind", ["bafa-nullbescheid", "bafa-licence", "bafa-voranfrage", "state-decision"])
def test_an_authority_s_answer_has_its_reference(kind: str) -> None:
    facts = f'kind = "{kind}"\noutcome = "licence-granted"\nanswered = 2026-02-01\n'
    source = facts + '[covers]\ncountries = ["IR"]\nwork = "x"\n'
    with pytest.raises(BrokenData, match="reference"):
        read_answer("a.toml", source)
    assert read_answer("a.toml", 'reference = "1"\n' + source).reference == "1"


@pytest.mark.parametrize(
    ("covers", "line"),
    [
        ('institutions = ["kp-kim-il-sung-university"]', 5),
        ('institutions = ["printed:a street", "ror:012345678"]', 5),
        ('countries = ["KP"]', 5),
        ('people = ["Chol-Su Ri"]', 5),
        ('institutions = ["printed:a street"]\ncountries = ["KP"]', 6),
    ],
)
def test_not_this_institution_names_printed_words_only(covers: str, line: int) -> None:
    head = 'kind = "not-this-institution"\nreason = "x"\nanswered = 2026-01-01\n[covers]\n'
    with pytest.raises(BrokenData, match="only printed words") as caught:
        read_answer("a.toml", f'{head}{covers}\nwork = "this repository"\n')
    assert caught.value.line == line


@pytest.mark.parametrize("kind", ["own-assessment", "not-this-institution"])
@pytest.mark.parametrize("outcome", ["", 'outcome = ""\nground = ""\n', 'outcome = "no-licence-needed"\n'])
def test_what_is_given_alone_needs_no_outcome_and_old_files_read_on(kind: str, outcome: str) -> None:
    facts = f'kind = "{kind}"\n{outcome}reason = "x"\nanswered = 2026-01-01\n'
    covers = '[covers]\ninstitutions = ["printed:a street"]\nwork = "W"\n'
    assert read_answer("a.toml", facts + covers).is_yes


@pytest.mark.parametrize(("outcome", "missing"), [("go-ahead", "reference"), ("hold", "answered")])
def test_an_instruction_has_its_reference_and_its_day(outcome: str, missing: str) -> None:
    facts = {
        "kind": '"export-control-office"',
        "outcome": f'"{outcome}"',
        "reference": '"R 1"',
        "answered": "2026-01-01",
    }
    lines = [f"{key} = {value}" for key, value in facts.items() if key != missing]
    source = "\n".join([*lines, "[covers]", 'institutions = ["ror:012345678"]', 'work = "W"', ""])
    with pytest.raises(BrokenData, match=f"'{missing}'"):
        read_answer("a.toml", source)
