"""What a co-author commits beside the manuscript never makes a question quieter unseen."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from askfirst.cli import main

RU = (
    "\\documentclass{article}\\title{T}\\author{A B}"
    "\\affiliation{Lomonosov Moscow State University, Moscow, Russia}\\begin{document}\\maketitle\\end{document}"
)
IR = RU.replace("Lomonosov Moscow State University, Moscow, Russia", "Institute of Physics, Tehran, Iran")
QUIET = RU.replace("Lomonosov Moscow State University, Moscow, Russia", "Humboldt University, Berlin, Germany")
LOOSE = 'name = "X"\n[countries]\nRU = "note"\nIR = "note"\n'
FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "config" / "askfirst").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        place = folder / name.replace("__", "/").replace("_", ".")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def own_profile(folder: Path, text: str) -> None:
    (folder.parent / "config" / "askfirst" / "profile.toml").write_text(text)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    return " ".join((out + err).split())


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_what_a_profile_of_the_repository_loosens(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, paper_tex=RU)
    (folder / "askfirst-profile.toml").write_text(LOOSE)
    assert main(["check", "--lang", "en", "--format", form, "paper.tex"]) == 0
    assert "profile askfirst-profile.toml of this repository: RU (in Russia): a note instead of a question" in said(
        capsys
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_what_is_left_out(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=RU, other_tex=QUIET, askfirst_toml='exclude = ["paper.tex"]\n')
    assert main(["check", "--lang", "en", "--format", form]) == 0
    assert "askfirst.toml of this repository leaves out: paper.tex" in said(capsys)


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_said_where_nothing_is_left_to_check(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=RU, askfirst_toml='exclude = ["*"]\n')
    assert main(["check", "--lang", "en", "--format", form]) == 3
    assert "leaves out: paper.tex" in said(capsys)


HOUSE = """[[classes]]
name = "bericht"
macros = ['author \\berichtautor{name}{marks}', 'affiliation \\berichtort{mark}{text}']
"""
REPORT = (
    "\\documentclass{bericht}\\title{T}\\begin{document}\\berichtautor{A. Beispiel}{1}"
    "\\berichtort{1}{Lomonosov Moscow State University, Moscow, Russia}\\maketitle\\end{document}"
)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_that_macros_of_a_house_class_are_read(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, paper_tex=REPORT, askfirst_toml=HOUSE)
    assert main(["check", "--lang", "en", "--format", form, "paper.tex"]) == (form != "sarif")
    assert "askfirst.toml of this repository says how LaTeX macros of these classes are read: bericht" in said(capsys)


def test_strict_reads_without_the_house_class(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=REPORT, askfirst_toml=HOUSE)
    assert main(["check", "--lang", "de", "--strict", "paper.tex"]) == 3
    told = said(capsys)
    assert "dieses Repositoriums sagt" not in told
    assert "Ohne Autorenblock, daher keine Frage: paper.tex" in told


def test_a_house_class_is_silent_beside_other_kinds_of_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_md="---\ntitle: T\nauthor:\n  - name: A. Beispiel\n---\nText.\n", askfirst_toml=HOUSE)
    assert main(["check", "--lang", "en", "paper.md"]) == 0
    assert "1 author" in said(capsys)


@pytest.mark.parametrize("command", ["read", "topics"])
def test_other_commands_read_with_the_house_class(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    more = HOUSE.replace("macros = [", "macros = ['title \\berichttitel{text}', ")
    put(
        folder,
        paper_tex=REPORT.replace("\\title{T}", "\\berichttitel{Cascades of gas centrifuges}"),
        askfirst_toml=more,
    )
    assert main([command, "paper.tex", "--format", "json"]) == 0
    assert "Beispiel" in said(capsys) if command == "read" else "centrifuge" in said(capsys)


def test_a_broken_house_class_ends_a_check_with_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=REPORT, askfirst_toml=HOUSE.replace("{marks}", "{mraks}"))
    assert main(["check", "--lang", "en", "paper.tex"]) == 2
    assert "askfirst.toml:3: a group of 'author' cannot hold 'mraks'" in said(capsys)


def test_in_german(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=RU, other_tex=QUIET, askfirst_toml='exclude = ["paper.tex"]\n', build__old_tex=QUIET)
    (folder / "askfirst-profile.toml").write_text(LOOSE + '[large_collaborations]\ntreat = "once"\n')
    assert main(["check", "--lang", "de"]) == 0
    told = said(capsys)
    assert "Profil askfirst-profile.toml dieses Repositoriums: RU (in Russland): Hinweis statt Frage" in told
    assert "ab 100 Personen im Autorenblock eine Frage je Einrichtung" in told
    assert "askfirst.toml dieses Repositoriums lässt aus: paper.tex" in told
    assert "nicht angesehen, und dort liegen Manuskripte: build/old.tex" in told


@pytest.mark.parametrize(
    "text", [LOOSE, 'name = "X"\n[countries]\nRU = "off"\n[large_collaborations]\nfrom_authors = 1\ntreat = "note"\n']
)
def test_strict_asks_all_the_same(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=RU, askfirst_toml='exclude = ["*"]\n')
    (folder / "askfirst-profile.toml").write_text(text)
    assert main(["check", "--strict"]) == 1
    assert "of this repository" not in said(capsys)


def test_strict_asks_by_the_usual_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=RU, askfirst_toml='jurisdiction = "eu"\n')
    main(["check", "--lang", "en"])
    assert "askfirst.toml of this repository: the rules of 'eu' ask here" in said(capsys)
    assert main(["check", "--strict"]) == 1
    assert "'eu'" not in said(capsys)


def test_strict_keeps_what_the_repository_adds(folder: Path) -> None:
    put(folder, paper_tex=QUIET)
    (folder / "askfirst-profile.toml").write_text('name = "X"\n[[watch]]\nname = "Humboldt University"\nreason = "r"\n')
    assert main(["check"]) == main(["check", "--strict"]) == 1


@pytest.mark.parametrize("paper", [RU, IR])
def test_the_users_own_profile_is_never_made_quieter(
    folder: Path, paper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, paper_tex=paper)
    (folder / "askfirst-profile.toml").write_text(LOOSE + '[large_collaborations]\nfrom_authors = 1\ntreat = "note"\n')
    own_profile(folder, 'name = "Own"\n[countries]\nIR = "ask"\n')
    assert main(["check", "--lang", "en"]) == 1
    assert "of this repository" not in said(capsys)


def test_what_the_user_loosens_holds_and_what_the_repository_adds_asks(folder: Path) -> None:
    put(folder, paper_tex=RU)
    own_profile(folder, 'name = "Own"\n[countries]\nRU = "note"\n')
    assert main(["check"]) == 0
    (folder / "askfirst-profile.toml").write_text('name = "X"\n')
    assert main(["check"]) == 0
    (folder / "askfirst-profile.toml").write_text('name = "X"\n[countries]\nRU = "ask"\n')
    assert main(["check"]) == 1


def test_the_users_watched_institutions_stay(folder: Path) -> None:
    put(folder, paper_tex=QUIET)
    own_profile(folder, 'name = "Own"\n[[watch]]\nname = "Humboldt University"\nreason = "ours"\n')
    (folder / "askfirst-profile.toml").write_text('name = "X"\n')
    assert main(["check", "--lang", "en"]) == 1


def test_a_contact_of_the_repository_is_marked_and_the_users_own_is_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, paper_tex=RU)
    contact = '[contact]\noffice = "{}"\nemail = "{}@x.example"\n'
    (folder / "askfirst-profile.toml").write_text('name = "X"\n' + contact.format("Call me", "me"))
    assert main(["check", "--lang", "en"]) == 1
    assert "Call me (says askfirst-profile.toml of this repository)" in said(capsys)
    assert main(["draft", "--lang", "en", "paper.tex"]) == 0
    assert "addressed as askfirst-profile.toml of this repository says" in said(capsys)
    own_profile(folder, 'name = "Own"\n' + contact.format("Office 7", "seven"))
    assert main(["check", "--lang", "en"]) == 1
    told = said(capsys)
    assert "Office 7" in told
    assert "Call me" not in told
    assert "(says" not in told


def test_a_profile_named_on_the_command_line_is_the_users_choice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, paper_tex=RU, house_toml=LOOSE)
    assert main(["check", "--profile", "house.toml"]) == 0
    assert "of this repository" not in said(capsys)


@pytest.mark.parametrize("text", ['name = "X"\n', 'name = "X"\n[countries]\nRU = "ask"\nPK = "ask"\n'])
def test_nothing_is_said_where_nothing_is_quieter(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=RU, askfirst_toml='language = "en"\njurisdiction = "de"\nexclude = ["old/*"]\n')
    (folder / "askfirst-profile.toml").write_text(text)
    assert main(["check"]) == 1
    assert "of this repository" not in said(capsys)


@pytest.mark.parametrize(
    "where", [".draft/p.tex", "build/p.tex", "dist/a/p.tex", "env/p.tex", "sub/p.tex", "_build/p.md", ".x/authors.csv"]
)
def test_manuscripts_in_folders_passed_over_are_named(
    folder: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, paper_tex=QUIET, env__pyvenv_cfg="", sub___git__x="")
    place = folder / where
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("---\ntitle: x\nauthors:\n  - name: A\n---\n" if where.endswith(".md") else RU)
    assert main(["check", "--lang", "en"]) == 0
    assert f"there are manuscripts: {where}." in said(capsys)
    assert main(["status", "--lang", "en"]) == 0
    assert f"there are manuscripts: {where}." in said(capsys)


@pytest.mark.parametrize(
    "where",
    [".git/p.tex", "node_modules/x/p.tex", "env/lib/site-packages/p.tex", "build/part.tex", ".tox/CITATION.cff",
     "build/README.md", "dist/data.csv", ".idea/x.xml", "_minted/p.pygtex", ".vscode/settings.json"],
)  # fmt: skip
def test_what_programs_leave_is_not_named(folder: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=QUIET, env__pyvenv_cfg="")
    place = folder / where
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("\\section{x}" if where == "build/part.tex" else "# x" if where.endswith(".md") else RU)
    assert main(["check"]) == 0
    assert "manuscripts" not in said(capsys)


@pytest.mark.parametrize(
    "head", ["%!TeX root = quiet.tex\n", "\\documentclass[quiet.tex]{subfiles}\\author{A}", "% !TEX root=quiet\n"]
)
def test_a_file_that_is_named_is_checked_whatever_root_it_names(
    folder: Path, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, quiet_tex=QUIET, paper_tex=head + RU.replace("\\documentclass{article}", ""))
    assert main(["check", "--lang", "en", "paper.tex"]) == 1
    assert "paper.tex names quiet.tex as its root, and quiet.tex does not take it in: both were checked" in said(capsys)


@pytest.mark.parametrize("takes_in", ["\\input{paper}", "\\subfile{paper.tex}", "\\include{paper}"])
def test_a_root_that_takes_its_part_in_is_checked_alone(
    folder: Path, takes_in: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, quiet_tex=QUIET.replace("\\end{document}", takes_in + "\\end{document}"))
    put(folder, paper_tex="%!TeX root = quiet.tex\n\\author{A B}")
    main(["check", "--lang", "en", "paper.tex"])
    assert "names" not in said(capsys)


def test_a_part_without_authors_leads_to_the_root_it_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, quiet_tex=QUIET, part_tex="%!TeX root = quiet.tex\n\\section{One}\n")
    assert main(["check", "--lang", "en", "part.tex"]) == 0
    assert "names" not in said(capsys)


def test_a_class_behind_long_comments_is_found(folder: Path) -> None:
    put(folder, paper_tex="% " + "x" * 200_000 + "\n" + RU)
    assert main(["check"]) == 1


@pytest.mark.parametrize("other", [True, False])
def test_what_may_not_be_read_is_said(
    folder: Path, other: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, paper_tex=RU, **({"quiet_tex": QUIET} if other else {}))
    (folder / "paper.tex").chmod(0)
    opened = os.open

    def refusing(path: str, *more: int, **ways: int) -> int:  # root reads everything
        if str(path).endswith("paper.tex"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *more, **ways)

    monkeypatch.setattr(os, "open", refusing)
    assert main(["check", "--lang", "en"]) == 2
    assert "paper.tex: cannot be read" in said(capsys)


@pytest.mark.parametrize("profile", ["../outside.toml", "link.toml"])
def test_a_profile_outside_is_not_read(folder: Path, profile: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parent / "outside.toml").write_text('secret = "x"\n')
    (folder / "link.toml").symlink_to(folder.parent / "outside.toml")
    put(folder, paper_tex=RU, askfirst_toml=f'profile = "{profile}"\n')
    assert main(["check", "--lang", "en"]) == 2
    told = said(capsys)
    assert "lies outside" in told
    assert "secret" not in told


@pytest.mark.parametrize("name", ["askfirst.toml", "askfirst-profile.toml"])
def test_settings_are_not_read_through_a_link_that_leads_out(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "outside.toml").write_text('secret = "x"\n')
    (folder / name).symlink_to(folder.parent / "outside.toml")
    put(folder, paper_tex=RU)
    assert main(["check", "--lang", "en"]) == 2
    assert "secret" not in said(capsys)


def test_a_profile_of_the_users_own_may_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_profile(folder, LOOSE)
    place = folder.parent / "config" / "askfirst" / "profile.toml"
    put(folder, paper_tex=RU, askfirst_toml=f'profile = "{place}"\n')
    assert main(["check"]) == 0
    assert "of this repository" not in said(capsys)


def test_json_has_the_notices(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, paper_tex=RU)
    assert main(["check", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["notices"] == []
    (folder / "askfirst-profile.toml").write_text(LOOSE)
    assert main(["check", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["notices"]) == 1
