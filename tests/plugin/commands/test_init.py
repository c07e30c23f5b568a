"""``askfirst init``: what it writes, what it leaves alone, and what it says next."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from askfirst import config, readership
from askfirst.cli import main
from askfirst.enquiry import offices
from askfirst.enquiry.offices import Office
from askfirst_checks.policy.presets import available, read_preset
from askfirst_checks.policy.profile import read_profile
from askfirst_checks.words import Text

ROW = Office(
    "Universität Beispiel", ("University of Example",), "Beispiel", Text("Export Control", "Exportkontrolle"),
    "ek@beispiel.example", "030 1", "https://beispiel.example/ek", "2026-11-28", "Exportkontrolle",
)  # fmt: skip
PRINTED = "Institute of Physics, University of Example, 10000 Beispiel"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(offices, "load", lambda: (ROW,))
    (tmp_path / "paper/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "paper")
    return tmp_path / "paper"


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch):
    """Somebody at a terminal, who types these lines and then ends the input."""

    def typing(*lines: str) -> None:
        rest = iter(lines)

        def typed(prompt: str) -> str:
            given = next(rest, None)
            if given is None:
                raise EOFError
            return given

        monkeypatch.setattr("builtins.input", typed)
        for stream in ("stdin", "stdout"):
            monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)

    return typing


def init(capsys: pytest.CaptureFixture[str], *given: str, lang: str = "en") -> str:
    assert main(["init", *given, "--lang", lang]) == 0
    return " ".join(capsys.readouterr().out.split())


def profile(folder: Path):
    return read_profile("p.toml", (folder / "askfirst-profile.toml").read_text("utf-8"))


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != ".git")


def test_the_office_comes_from_the_printed_affiliation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = init(capsys, "--institution", PRINTED, "--preset", "desy", "--private")
    assert "Export Control, ek@beispiel.example (read on 28 Nov 2026: https://beispiel.example/ek)" in out
    assert out.endswith("Next: askfirst hook install")
    assert files(folder) == ["askfirst-profile.toml", "askfirst.toml"]
    written = profile(folder)
    assert written.name.de == "Universität Beispiel"
    assert [each.de for each in written.contact] == ["Exportkontrolle", "ek@beispiel.example", "030 1"]
    assert written.countries == read_preset("desy").countries
    assert written.questions == read_preset("desy").questions
    settings = config.find(str(folder))
    assert (settings.language, os.path.basename(settings.profile)) == ("en", "askfirst-profile.toml")
    assert readership.remembered() == "private"


@pytest.mark.parametrize("name", available())
@pytest.mark.parametrize("lang", ["en", "de"])
def test_every_preset_makes_a_profile_that_can_be_used(
    name: str, lang: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    init(capsys, "--preset", name, lang=lang)
    assert profile(folder).name == Text("your institution", "Ihre Einrichtung")
    text = (folder / "askfirst-profile.toml").read_text("utf-8")
    assert read_preset(name).source in text
    assert read_preset(name).read_on in text
    assert main(["profile", "--lang", lang]) == 0


def test_an_office_without_a_mailbox_keeps_its_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(offices, "load", lambda: (ROW._replace(email="", phone=""),))
    out = init(capsys, "--institution", PRINTED, lang="de")
    assert "(gelesen am 28.11.2026: https://beispiel.example/ek)" in out
    assert [each.de for each in profile(folder).contact] == ["Exportkontrolle", "https://beispiel.example/ek"]


def test_an_unknown_institution_leaves_a_visible_blank(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = init(capsys, "--institution", "Hochschule Nirgends", lang="de")
    assert "Zu „Hochschule Nirgends“ ist keine Exportkontrollstelle bekannt" in out
    assert profile(folder).contact == ()
    assert "# [contact]" in (folder / "askfirst-profile.toml").read_text("utf-8")


def test_what_is_typed_wins_over_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(capsys, "--institution", PRINTED, "--office", "Dezernat 5", "--email", "d5@beispiel.example")
    assert [each.en for each in profile(folder).contact] == ["Dezernat 5", "d5@beispiel.example"]


def test_without_anything_only_settings_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = init(capsys)
    assert "No profile was written" in out
    assert files(folder) == ["askfirst.toml"]
    assert tomllib.loads((folder / "askfirst.toml").read_text()) == {"language": "en"}
    assert readership.remembered() == ""


def test_outside_a_repository_the_next_command_is_check(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plain").mkdir()
    monkeypatch.chdir(tmp_path / "plain")
    assert init(capsys, lang="de").endswith("Weiter mit: askfirst check")


def test_a_file_that_is_there_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "askfirst.toml").write_text('language = "de"\n')
    out = init(capsys, "--preset", "desy")
    assert "askfirst.toml is there already" in out
    assert (folder / "askfirst.toml").read_text() == 'language = "de"\n'
    (folder / "askfirst-profile.toml").write_text('name = "Own"\n')
    assert "askfirst-profile.toml is there already" in init(capsys)
    assert main(["init", "--preset", "desy"]) == 2
    assert (folder / "askfirst-profile.toml").read_text() == 'name = "Own"\n'


def test_nothing_is_written_through_a_link(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "askfirst-profile.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert main(["init", "--preset", "desy"]) == 2
    assert not (tmp_path / "elsewhere.toml").exists()
    assert files(folder) == ["askfirst-profile.toml"]


def test_settings_in_pyproject_are_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text('[tool.askfirst]\nlanguage = "de"\n')
    assert "pyproject.toml is there already" in init(capsys)
    assert files(folder) == ["pyproject.toml"]


def test_broken_settings_are_said_before_anything_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "askfirst.toml").write_text("colour = 1\n")
    assert main(["init", "--preset", "desy"]) == 2
    assert "askfirst.toml:1: " in capsys.readouterr().err
    assert files(folder) == ["askfirst.toml"]


@pytest.mark.parametrize(
    "given",
    [["--preset", "nowhere"], ["--preset", "../desy"], ["--email", "a@b.example, c@d.example"], ["nowhere"],
     ["--institution", "x" * 301], ["--email", "a@b.example\nbcc: c"]],
)  # fmt: skip
def test_a_misuse_writes_nothing(given: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", *given]) == 2
    assert files(folder) == []


def test_what_is_typed_cannot_make_a_key(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = 'A "B" \\ C\n[countries]\nRU = "off" \x1b[31m \x7f'
    out = init(capsys, "--institution", odd)
    assert "\x1b" not in out
    assert profile(folder).countries == {}
    assert profile(folder).name.en.startswith('A "B" \\ C [countries]')


def test_a_profile_for_oneself_and_the_one_in_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = init(capsys, "--user", "--preset", "desy")
    assert files(folder) == ["askfirst.toml"]
    assert "In force here" not in out
    assert config.find(str(folder)).profile == config.user_profile() != ""
    assert "In force here" not in init(capsys, "--preset", "muenster")
    os.unlink(config.user_profile())
    assert "In force here is another profile: askfirst-profile.toml" in init(capsys, "--user", "--preset", "desy")


def test_four_questions_on_a_terminal(folder: Path, types, capsys: pytest.CaptureFixture[str]) -> None:
    types(PRINTED, "2", "2", "3")
    assert main(["init"]) == 0
    assert profile(folder).name.en == "Universität Beispiel"
    assert profile(folder).countries == read_preset("muenster").countries
    assert config.find(str(folder)).language == "de"
    assert readership.remembered() == "shared"
    assert "Weiter mit: askfirst hook install" in capsys.readouterr().out


def test_each_question_can_be_left_out_and_gone_back_to(
    folder: Path, types, capsys: pytest.CaptureFixture[str]
) -> None:
    types("d", "", "", "9", "s", "b", "1", "")
    assert main(["init"]) == 0
    assert files(folder) == ["askfirst.toml"]
    assert readership.remembered() == "private"


@pytest.mark.parametrize("typed", [["q"], [PRINTED, "1", "q"], [PRINTED], [PRINTED, "e"]])
def test_who_has_had_enough_leaves_nothing_behind(
    typed: list[str], folder: Path, types, capsys: pytest.CaptureFixture[str]
) -> None:
    types(*typed)
    assert main(["init"]) == 0
    assert files(folder) == []
    assert readership.remembered() == ""


def test_what_is_there_or_given_is_not_asked(folder: Path, types, capsys: pytest.CaptureFixture[str]) -> None:
    init(capsys, "--preset", "desy")
    types()
    assert "Questions" not in init(capsys, "--shared")
    assert readership.remembered() == "shared"
