"""Where a run finds itself: a wrong clock, a home that is none, a terminal of no width, odd encodings of files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst import checking
from askfirst.cli import main
from askfirst_checks.policy import load
from askfirst_checks.strict import parse

from .generators import KP, tex

ANSWER = (
    'kind = "state-decision"\nreference = "1"\noutcome = "no-licence-needed"\nanswered = 2026-01-15\n'
    'valid_until = 2099-01-15\n[covers]\ninstitutions = ["kp-kim-il-sung-university"]\npeople = ["A B"]\nwork = "T"\n'
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.tex").write_text(tex(KP)["p.tex"])
    return tmp_path


@pytest.mark.parametrize("now", ["1970-01-01", "1980-01-01", "2000-06-01", "2016-11-29", "2024-02-29"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_clock_far_behind_the_lists_silences_nothing(
    folder: Path, now: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checking, "today", lambda: now)
    for form in ("full", "concise", "json", "html"):
        assert main(["check", "--lang", language, "--format", form, "paper.tex"]) == 1
        out = capsys.readouterr().out
        assert "AF101" in out
        assert {"en": "the clock of this machine", "de": "die Uhr dieses Rechners"}[language] in " ".join(out.split())


@pytest.mark.parametrize("days", [0, 1, 31, 366])
def test_a_clock_a_little_behind_is_taken_as_it_is(
    folder: Path, days: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import datetime

    before = datetime.date.fromisoformat(load().lists_of) - datetime.timedelta(days)
    monkeypatch.setattr(checking, "today", before.isoformat)
    assert main(["check", "paper.tex"]) == 1
    assert "clock" not in capsys.readouterr().out


@pytest.mark.parametrize("now", ["2099-01-01", "9999-12-31"])
def test_a_clock_far_ahead_asks_and_names_the_age_of_the_lists(
    folder: Path, now: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checking, "today", lambda: now)
    (folder / ".askfirst" / "answers").mkdir(parents=True)
    (folder / ".askfirst" / "answers" / "a.toml").write_text(ANSWER)
    assert main(["check", "paper.tex"]) == 1
    out = capsys.readouterr().out
    assert "AF101" in out
    assert "days old" in out


@pytest.mark.parametrize("day", ["1970-01-01", "2000-06-01", "0001-01-01"])
def test_a_date_that_is_asked_for_is_the_users_own(folder: Path, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--date", day, "paper.tex"]) == 0
    assert "clock" not in capsys.readouterr().out


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("command", ["check", "status"])
def test_the_ends_of_the_calendar(folder: Path, command: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--date", day, *(["."] if command == "check" else [])]) in (0, 1)
    assert "mistake" not in capsys.readouterr().err


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_answer_written_on_windows_holds(folder: Path, mark: str, ends: str) -> None:
    (folder / ".askfirst" / "answers").mkdir(parents=True)
    text = mark + ANSWER.replace("2099-01-15", "2027-01-15").replace("\n", ends)
    (folder / ".askfirst" / "answers" / "a.toml").write_bytes(text.encode())
    assert main(["check", "--date", "2026-06-01", "--format", "json", "paper.tex"]) == 1


@pytest.mark.parametrize("name", ["askfirst.toml", "askfirst-profile.toml"])
def test_settings_and_profile_with_a_byte_order_mark(folder: Path, name: str) -> None:
    text = {"askfirst.toml": 'language = "de"\n', "askfirst-profile.toml": 'name = "U"\n'}[name]
    (folder / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert main(["check", "paper.tex"]) == 1


@pytest.mark.parametrize("source", ["x\ufeff = 1", "\ufeff\ufeffx = 1", "x = 1\n\ufeffy = 2", "\0x = 1", "x = 1\0"])
def test_a_mark_elsewhere_is_no_toml(source: str) -> None:
    from askfirst_checks.strict import BrokenData

    with pytest.raises(BrokenData):
        parse("a.toml", source)


@pytest.mark.parametrize("bad", [ANSWER + "\0", ANSWER.replace("\n", "\r"), "\0" * 2000, ANSWER * 2])
def test_an_answer_that_cannot_be_read_closes_nothing(
    folder: Path, bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".askfirst" / "answers").mkdir(parents=True)
    (folder / ".askfirst" / "answers" / "a.toml").write_bytes(bad.encode())
    assert main(["check", "paper.tex"]) == 2
    out, err = capsys.readouterr()
    assert "AF101" in out
    assert ".askfirst/answers/a.toml:" in err


def run(folder: Path, *arguments: str, **environment: str) -> tuple[int, bytes, bytes]:
    surroundings = {**os.environ, **environment}
    done = subprocess.run(
        [sys.executable, "-m", "askfirst", *arguments],
        cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, env=surroundings, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    assert b"mistake in askfirst" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(os.name != "posix", reason="homes of Unix")
@pytest.mark.parametrize("home", ["/nonexistent", "/dev/null", "/proc/1/environ"])
def test_a_home_that_is_none_keeps_no_question_back(folder: Path, home: str) -> None:
    places = {"HOME": home, "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_CACHE_HOME": "", "TMPDIR": home}
    code, out, _ = run(folder, "check", "paper.tex", **places)
    assert code == 1
    assert b"AF101" in out
    assert run(folder, "status", **places)[0] == 0


@pytest.mark.skipif(os.name != "posix", reason="homes of Unix")
@pytest.mark.parametrize("command", [["answer", "paper.tex", "--for", "AF101", "--kind", "state-decision", "--outcome",
                                      "pending", "--asked", "2026-01-01", "--private"],
                                     ["init", "--user", "--institution", "X"]])  # fmt: skip
def test_what_cannot_be_kept_is_said(folder: Path, command: list[str]) -> None:
    places = {"HOME": "/dev/null", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
    code, _, err = run(folder, *command, **places)
    assert code == 2
    assert err.count(b"\n") == 1
    assert b"/dev/null" in err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
@pytest.mark.parametrize("form", ["full", "junit"])
def test_whatever_standard_output_takes(folder: Path, encoding: str, form: str) -> None:
    (folder / "paper.tex").write_text(tex(KP.replace("A B", "Ä. 김 😀"))["p.tex"], "utf-8")
    code, out, err = run(folder, "check", "--format", form, "paper.tex", PYTHONIOENCODING=encoding)
    assert (code, err) == (1, b"")
    assert out


@pytest.mark.skipif(sys.platform != "linux", reason="a terminal made with pty")
@pytest.mark.parametrize("columns", [0, 1, 65535])
@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_a_terminal_of_any_width(folder: Path, columns: int, term: str) -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    done = subprocess.Popen(
        [sys.executable, "-m", "askfirst", "check", "paper.tex"],
        cwd=folder, stdout=theirs, stderr=subprocess.PIPE, env={**os.environ, "TERM": term},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
        if not more:
            break
        shown += more
    os.close(ours)
    assert done.wait(30) == 1
    assert b"AF101" in shown
    assert max(map(len, shown.decode().splitlines())) < 200
    assert (b"\x1b[" in shown) == (term != "dumb")
    assert done.stderr
    done.stderr.close()


@pytest.mark.parametrize(
    ("name", "said"), [("", "No space"), (None, "No space"), ("x.tex", "x.tex: No space"), (3, "No space")]
)
def test_an_error_of_the_system_names_its_place_or_none(
    name: str | int | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from askfirst.errors import failed

    assert failed(OSError(28, "No space left on device", name), "en") == 2
    assert capsys.readouterr().err == f"askfirst: {said} left on device\n"
