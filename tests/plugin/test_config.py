"""Settings: found upwards, strict, with file and line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from askfirst import config
from askfirst_checks.strict import BrokenData


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "paper" / "sections").mkdir(parents=True)
    return tmp_path / "repo"


def test_no_file_no_settings(repository: Path) -> None:
    assert config.find(str(repository)) == config.Settings()


def test_found_upwards_from_its_own_file(repository: Path) -> None:
    (repository / "askfirst.toml").write_text('language = "de"\njurisdiction = "de"\nexclude = ["old/*"]\n')
    found = config.find(str(repository / "paper" / "sections"))
    assert (found.language, found.jurisdiction, found.exclude) == ("de", "de", ("old/*",))
    assert found.folder == str(repository.resolve())


def test_found_in_pyproject_and_not_beyond_the_repository(repository: Path) -> None:
    (repository.parent / "askfirst.toml").write_text('language = "de"\n')
    assert config.find(str(repository / "paper")).language == ""
    (repository / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.askfirst]\nlanguage = "en"\n')
    assert config.find(str(repository / "paper")).language == "en"


def test_the_nearest_one_holds(repository: Path) -> None:
    (repository / "askfirst.toml").write_text('language = "de"\n')
    (repository / "paper" / "askfirst.toml").write_text('language = "en"\n')
    assert config.find(str(repository / "paper" / "sections")).language == "en"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('language = "de"\nlangauge = "de"\n', 2, "langauge"),
        ('\nlanguage = "fr"\n', 2, "fr"),
        ("jurisdiction = 4\n", 1, "jurisdiction"),
        ('exclude = "old"\n', 1, "exclude"),
        ('language = "de"\nprofile = \n', 2, "TOML"),
    ],
)
def test_what_is_wrong_has_file_and_line(repository: Path, text: str, line: int, says: str) -> None:
    (repository / "askfirst.toml").write_text(text)
    with pytest.raises(BrokenData) as broken:
        config.find(str(repository))
    assert broken.value.line == line
    assert broken.value.path.endswith("askfirst.toml")
    assert says in broken.value.text.en


CLASS = """[[classes]]
name = "bericht"
macros = [
  'author \\berichtautor{name}{marks}',
  "affiliation \\\\berichtort{mark}{text}",
]
"""


@pytest.mark.parametrize("file", ["askfirst.toml", "pyproject.toml"])
def test_a_house_class(repository: Path, file: str) -> None:
    text = CLASS if file == "askfirst.toml" else CLASS.replace("[[", "[[tool.askfirst.")
    (repository / file).write_text(text)
    assert config.find(str(repository / "paper")).classes == (
        config.HouseClass("bericht", (r"author \berichtautor{name}{marks}", r"affiliation \berichtort{mark}{text}")),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("berichtautor{name}", "berichtautor{nme}", 4, "cannot hold 'nme'"),
        ("berichtort{mark}", "berichtort{mrk}", 5, "cannot hold 'mrk'"),
        ("author ", "nothing ", 4, "'nothing' is no meaning"),
        ("berichtautor", "author", 4, "is known already"),
        ("berichtort", "section", 5, "is known already"),
        ("berichtort", "berichtautor", 5, "stands here twice"),
        ('name = "bericht"\n', "", 1, "'name' is missing"),
        ("macros = [", "makros = [", 3, "unknown key 'makros'"),
        ('name = "bericht"', 'name = "bericht"\nversion = "1"', 3, "unknown key 'version'"),
        ("[[classes]]", "[classes]", 1, "must be a list of tables"),
        ("[[classes]]", "[[classes]]\nname = 'x'\nmacros = []\n" * 20 + "[[classes]]", 1, "20 tables"),
        ("macros = [", "macros = [" + "'author \\\\a{name}'," * 60, 3, "60 macros"),
    ],
)
def test_what_is_wrong_in_a_house_class(repository: Path, old: str, new: str, line: int, says: str) -> None:
    (repository / "askfirst.toml").write_text(CLASS.replace(old, new, 1))
    with pytest.raises(BrokenData) as broken:
        config.find(str(repository))
    assert says in broken.value.text.en
    assert broken.value.text.de != broken.value.text.en
    assert broken.value.line == line


def test_profile_relative_to_the_file_that_names_it(repository: Path) -> None:
    (repository / "askfirst.toml").write_text('profile = "office/profile.toml"\n')
    assert config.find(str(repository / "paper")).profile == str(repository.resolve() / "office" / "profile.toml")


def test_profile_of_the_repository_and_of_the_user(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = repository.parent / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    (home / "askfirst").mkdir(parents=True)
    (home / "askfirst" / "profile.toml").write_text("")
    assert config.find(str(repository)).profile == str(home / "askfirst" / "profile.toml")
    (repository / config.PROFILE).write_text("")
    assert config.find(str(repository)).profile == str(repository.resolve() / config.PROFILE)


@pytest.mark.skipif(sys.platform != "linux", reason="the short cut is for Linux")
@pytest.mark.parametrize("value", [None, "", "/somewhere/else"])
def test_folders_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    import platformdirs

    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert config.config_folder() == platformdirs.user_config_dir("askfirst", appauthor=False)
    assert config.data_folder() == platformdirs.user_data_dir("askfirst", appauthor=False)
