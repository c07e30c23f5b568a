"""``askfirst doctor``: quiet about what is not set up, 1 only where something set up does not work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from askfirst import doctor
from askfirst.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("ASKFIRST_ROR_INDEX", raising=False)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def looked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["doctor", *arguments])
    return code, " ".join(capsys.readouterr().out.split())


def repository(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", str(folder)], check=True)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_new_user_has_nothing_broken(here: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = looked(capsys, "--lang", language)
    assert code == 0
    assert "askfirst" in said
    assert ("broken: " if language == "en" else "defekt: ") not in said


def test_a_hook_that_stands_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(here)
    assert "nobody asks" in looked(capsys)[1]
    assert main(["hook", "install"]) == 0
    capsys.readouterr()
    code, said = looked(capsys)
    assert (code, "asked at: pre-commit, pre-merge-commit, pre-push" in said) == (0, True)


def test_a_hook_whose_python_is_gone_is_broken(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(here)
    main(["hook", "install"])
    capsys.readouterr()
    hook = here / ".git" / "hooks" / "pre-push"
    hook.write_text(hook.read_text().replace(sys.executable, "/gone/bin/python"))
    code, said = looked(capsys)
    assert code == 1
    assert "broken: the hook calls /gone/bin/python, which is gone" in said


@pytest.mark.parametrize(
    ("name", "text", "broken"),
    [
        ("askfirst.toml", "language = 'de'\n", False),
        ("askfirst.toml", "language = \n", True),
        ("askfirst-profile.toml", "= 1\n", True),
        (".askfirst/answers/2026-01-01-x.toml", "kind = \n", True),
    ],
)
def test_what_can_be_read_and_what_cannot(
    here: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, broken: bool
) -> None:
    repository(here)
    (here / name).parent.mkdir(parents=True, exist_ok=True)
    (here / name).write_text(text)
    code, said = looked(capsys, "--lang", "en")
    assert code == int(broken)
    assert ("broken: " in said) is broken
    assert Path(name).name in said


def test_an_index_that_is_none(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "ror.sqlite").write_text("no database" * 50)
    monkeypatch.setenv("ASKFIRST_ROR_INDEX", str(here / "ror.sqlite"))
    code, said = looked(capsys)
    assert code == 1
    assert "ROR index" in said


def test_the_add_on_is_found(here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extensions = tmp_path / "home" / ".zotero" / "zotero" / "ab.default" / "extensions"
    extensions.mkdir(parents=True)
    (extensions / doctor.ADDON).write_bytes(b"")
    assert "the add-on is in" in looked(capsys)[1]


def test_a_folder_that_is_not_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "nowhere"]) == 2
    assert "there is no such file" in capsys.readouterr().err


def test_its_add_on_is_the_one_that_is_built() -> None:
    manifest = Path(__file__).parents[3] / "zotero_addon" / "manifest.json"
    assert f'"{doctor.ADDON.removesuffix(".xpi")}"' in manifest.read_text()


@pytest.mark.parametrize(
    "typed", [["help"], ["help", "--lang", "de"], ["help", "check"], ["help", "hook", "--lang", "de"]]
)
def test_help_is_help(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(typed)
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(("usage: ", "Aufruf: "))
    about = [each for each in typed[1:2] if not each.startswith("-")]
    assert " ".join(["askfirst", *about, "[-h]"]) in said
