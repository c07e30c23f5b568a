"""An archive that is named is looked into: the same questions as of the folder it was made from."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path

import pytest
from tests.checks.readers.word.make import DPRK, REST, TITLE, docx, para
from tests.plugin.archives.make import ALL, MAIN, MORE, PAPER, QUIET, packed, tarred, zipped

from askfirst.cli import main

WORD = docx(TITLE, para("Ada Feld^1^"), para(f"^1^ {DPRK}"), *REST[1:])
ASKING = {
    "paper.zip": zipped(PAPER),
    "PAPER.ZIP": zipped(PAPER),
    "paper.tar.gz": packed(tarred(PAPER)),
    "paper.tgz": packed(tarred(PAPER, tarfile.GNU_FORMAT)),
    "paper.tar": tarred(PAPER, tarfile.USTAR_FORMAT),
    "2401.01234.gz": packed(ALL.encode()),
    "named.gz": packed(ALL.encode(), "ours.tex"),
    "two members.tar.gz": packed(tarred(PAPER)[:700]) + packed(tarred(PAPER)[700:]),
    "word.zip": zipped({"final2.docx": WORD}),
    "deep.zip": zipped({f"a/b/{name}": text for name, text in PAPER.items()}),
    "backslash.zip": zipped({name.replace("/", "\\"): text for name, text in PAPER.items()}),
    "long.tar.gz": packed(tarred({f"{'x' * 120}/{name}": text for name, text in PAPER.items()})),
    "long-gnu.tgz": packed(tarred({f"{'x' * 120}/{name}": text for name, text in PAPER.items()}, tarfile.GNU_FORMAT)),
    "long-ustar.tar": tarred({f"{'x' * 90}/{name}": text for name, text in PAPER.items()}, tarfile.USTAR_FORMAT),
}


@pytest.fixture
def folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ASKING)
def test_it_asks(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_bytes(ASKING[name])
    assert main(["check", name]) == 1
    assert "AF101" in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir()) == [name], "nothing was unpacked to disk"


QUIETLY = {
    "paper.zip": zipped({"main.tex": QUIET, "old/part.tex": MORE}),
    "paper.tar.gz": packed(tarred({"main.tex": QUIET, "old/part.tex": MORE})),
    "one.gz": packed(QUIET.encode()),
    "beside.zip": zipped({"main.tex": QUIET, "data.csv": f"a,{DPRK}\n", "notes.txt": DPRK}),
    "finder.zip": zipped({"main.tex": QUIET, "__MACOSX/._main.tex": ALL}),
}


@pytest.mark.parametrize("name", QUIETLY)
def test_it_is_silent(name: str, folder: Path) -> None:
    (folder / name).write_bytes(QUIETLY[name])
    assert main(["check", name]) == 0


@pytest.mark.parametrize("name", ["nothing.zip", "nothing.tar.gz", "table.gz"])
def test_nothing_to_check(name: str, folder: Path) -> None:
    files = {"readme.txt": "We measured.", "plot.png": b"\x89PNG"}
    data = {
        "nothing.zip": zipped(files),
        "nothing.tar.gz": packed(tarred(files)),
        "table.gz": packed(b"a,b\n", "t.csv"),
    }
    (folder / name).write_bytes(data[name])
    assert main(["check", name]) == 3


def test_places_name_the_archive_and_the_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(ASKING["paper.zip"])
    main(["check", "paper.zip"])
    assert capsys.readouterr().out.startswith("paper.zip:parts/more.tex:1:18: stop: AF101")
    main(["check", "--format", "json", "paper.zip"])
    assert "paper.zip:main.tex" in json.dumps(json.loads(capsys.readouterr().out))


def test_from_another_folder(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "paper.zip").write_bytes(ASKING["paper.zip"])
    main(["check", "sub/paper.zip"])
    assert capsys.readouterr().out.startswith("sub/paper.zip:parts/more.tex:1:18")
    (folder / "other").mkdir()
    monkeypatch.chdir(folder / "other")
    main(["check", "../sub/paper.zip"])
    assert capsys.readouterr().out.startswith("../sub/paper.zip:parts/more.tex:1:18")


@pytest.mark.parametrize("name", ["paper.zip", "paper.tar.gz", "paper.tar"])
def test_a_file_in_it_can_be_named(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_bytes(ASKING[name])
    assert main(["check", f"{name}:main.tex"]) == 1
    assert main(["read", f"{name}:main.tex"]) == 0
    assert f"{name}:main.tex (latex)" in capsys.readouterr().out


def test_all_that_is_in_it_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(zipped({**PAPER, "final2.docx": WORD}))
    assert main(["read", "paper.zip"]) == 0
    out = capsys.readouterr().out
    assert "paper.zip:main.tex (latex)" in out
    assert "paper.zip:final2.docx (word)" in out


def test_what_is_not_read_in_it_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(
        zipped({"main.tex": QUIET, "old.doc": b"x", "inner.zip": zipped(PAPER), "a.png": b"x"})
    )
    assert main(["check", "paper.zip"]) == 0
    assert "does not read: paper.zip:inner.zip, paper.zip:old.doc." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("member", "says"),
    [
        ("inner.zip", "an archive inside another"),
        ("old.doc", "save it as .docx"),
        ("a.png", "not this kind of file"),
        ("gone.tex", "no such file"),
        ("../main.tex", "outside"),
        ("/etc/passwd.tex", "outside"),
    ],
)
def test_a_file_in_it_gets_its_step(member: str, says: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(zipped({"main.tex": QUIET, "old.doc": b"x", "inner.zip": b"x", "a.png": b"x"}))
    assert main(["check", f"paper.zip:{member}"]) == 2
    assert says in capsys.readouterr().err


def test_hidden_manuscripts_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(zipped({"main.tex": QUIET, "build/main.tex": MAIN}))
    assert main(["check", "paper.zip"]) == 0
    assert "paper.zip:build/main.tex" in capsys.readouterr().out


def test_a_folder_names_it_and_does_not_open_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(ASKING["paper.zip"])
    assert main(["check", "."]) == 3
    assert "not looked into in a folder: paper.zip; askfirst check FILE reads it" in capsys.readouterr().out


def test_an_answer_lies_beside_the_archive(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(ASKING["paper.zip"])
    options = ["--not-this", "--by", "A. Muster", "--reason", "It is another one.", "--shared"]
    assert main(["answer", "paper.zip:main.tex", "AF101", *options]) == 0
    (answer,) = (folder / ".askfirst" / "answers").iterdir()
    assert str(answer) in "".join(capsys.readouterr().out.split("\n"))
    assert main(["check", "paper.zip"]) == 0
    for name, text in PAPER.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    assert main(["check", "main.tex"]) == 0, "it holds for the work, unpacked or not"


def test_an_answer_beside_an_archive_in_a_sub_folder(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "sub" / ".askfirst" / "answers").mkdir(parents=True)
    (folder / "sub" / "paper.zip").write_bytes(ASKING["paper.zip"])
    options = ["--not-this", "--by", "A. Muster", "--reason", "It is another one.", "--shared"]
    assert main(["answer", "sub/paper.zip:main.tex", "AF101", *options]) == 0
    assert len(list((folder / "sub" / ".askfirst" / "answers").iterdir())) == 1
    assert main(["check", "sub/paper.zip"]) == 0


def test_the_letter_is_drafted_from_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(ASKING["paper.zip"])
    assert main(["--lang", "en", "draft", "paper.zip"]) == 0
    assert "Kim Il Sung University" in capsys.readouterr().out


def test_a_report_is_not_written_over_it(folder: Path) -> None:
    (folder / "paper.zip").write_bytes(ASKING["paper.zip"])
    assert main(["check", "paper.zip", "-o", "paper.zip"]) == 2
    assert (folder / "paper.zip").read_bytes() == ASKING["paper.zip"]


def test_a_folder_of_that_name_is_a_folder(folder: Path) -> None:
    (folder / "paper.zip").mkdir()
    (folder / "paper.zip" / "main.tex").write_text(ALL)
    assert main(["check", "paper.zip"]) == 1


def test_a_file_with_a_colon_in_its_name_is_that_file(folder: Path) -> None:
    (folder / "a.zip:main.tex").write_text(ALL)
    assert main(["check", "a.zip:main.tex"]) == 1


@pytest.mark.parametrize("name", ["paper.rar", "paper.7z", "paper.tar.bz2", "paper.tar.xz"])
def test_other_archives_get_the_step(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_bytes(b"x")
    assert main(["check", name]) == 2
    assert "unpack it, and check the folder" in capsys.readouterr().err
