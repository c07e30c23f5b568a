"""What ``check`` reads, a folder finds, a commit asks about, and the editors hand to the server."""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from tests.checks.readers.opendocument import make as opendocument
from tests.checks.readers.word.make import DPRK, REST, TITLE, docx, para

from askfirst.cli import main
from askfirst.git import changes
from askfirst_checks.readers.file_kinds import KINDS, kind_of

EDITORS = Path(__file__).resolve().parents[2] / "plugin" / "askfirst" / "editors"
TABLE = 'Name,Institution\nBo Ri,"Kim Il Sung University, Pyongyang"\n'
TABBED = "Name\tInstitution\nBo Ri\tKim Il Sung University, Pyongyang\n"
FRONT = "---\ntitle: T\nauthor:\n  - name: Bo Ri\n    affiliation: Kim Il Sung University, Pyongyang\n---\nText.\n"
ASKING = {
    "Autoren.csv": TABLE,
    "coauthors.csv": TABLE,
    "participants.csv": TABLE,
    "authors.tsv": TABBED,
    "Autoren.toml": '[[authors]]\nname = "Bo Ri"\naffiliation = "Kim Il Sung University, Pyongyang"\n',
    "paper.myst": FRONT,
    "paper.rmarkdown": FRONT,
    ".zenodo.json": '{"creators": [{"name": "Ri, Bo", "affiliation": "Kim Il Sung University, Pyongyang"}]}',
    "author.xml": "<collaborationauthorlist><organizations><Organization id='a1'><name>Kim Il Sung University</name>"
    "<orgAddress>Pyongyang</orgAddress></Organization></organizations><authors><Person><name>Bo Ri</name>"
    "<authorAffiliation organizationid='a1'/></Person></authors></collaborationauthorlist>",
    "codemeta.json": '{"author": [{"givenName": "Bo", "familyName": "Ri", '
    '"affiliation": {"name": "Kim Il Sung University, Pyongyang"}}]}',
}
QUIET = {
    "data.csv": TABLE,
    "authority.csv": TABLE,
    "pom.xml": "<project><name>Kim Il Sung University, Pyongyang</name></project>",
    "feed.xml": "<rss><article><author>Kim Il Sung University, Pyongyang</author></article></rss>",
    "book.xml": "<article><info><author>Bo Ri, Kim Il Sung University, Pyongyang</author></info></article>",
    "package.json": '{"author": {"name": "Kim Il Sung University, Pyongyang"}}',
    "participants.tsv": "participant_id\tage\tcountry_of_birth\nsub-01\t31\tIran\n",
}


@pytest.mark.parametrize("name", ASKING)
def test_alike_for_a_file_a_folder_and_a_commit(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path, name, ASKING[name])
    monkeypatch.chdir(tmp_path)
    assert main(["check", name]) == 1
    assert main(["check", "."]) == 1
    assert main(["hook", "run", "pre-commit"]) == 1
    assert "AF101" in capfd.readouterr().err


PACKED = {
    "paper.docx": docx(TITLE, para("Ada Feld^1^"), para(f"^1^ {DPRK}"), *REST[1:]),
    "paper.odt": opendocument.odt(opendocument.TITLE, opendocument.NAMES, opendocument.para(f"^1^ {DPRK}")),
    "paper.fodt": opendocument.fodt(opendocument.TITLE, opendocument.NAMES, opendocument.para(f"^1^ {DPRK}")),
}


@pytest.mark.parametrize("name", PACKED)
def test_what_is_no_text_alike_for_a_file_a_folder_and_a_commit(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(PACKED[name])
    for command in (["init", "-q"], ["add", "--", name]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    assert main(["check", name]) == 1
    assert main(["check", "."]) == 1
    (tmp_path / name).write_bytes(b"")
    assert main(["hook", "run", "pre-commit"]) == 1, "read from the index"
    assert "AF101" in capfd.readouterr().err


@pytest.mark.parametrize("name", ["paper.doc", "paper.rtf", "paper.pages", "paper.DOC"])
def test_older_word_files_are_told_what_to_do(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    assert main(["check", name]) == 2
    assert "save it as .docx" in capfd.readouterr().err


@pytest.mark.parametrize("name", QUIET)
def test_other_tables_and_metadata_are_no_documents(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path, name, QUIET[name])
    monkeypatch.chdir(tmp_path)
    assert main(["check", "."]) == 3
    assert main(["hook", "run", "pre-commit"]) == 0
    assert "AF" not in capfd.readouterr().out


def repository(top: Path, name: str, text: str) -> None:
    (top / name).write_text(text)
    for command in (["init", "-q"], ["add", "--", name]):
        subprocess.run(["git", *command], cwd=top, check=True)


def names() -> list[str]:
    found = (kind for kind in KINDS if kind.alone not in ("listed", "named"))
    plain = [f"x{suffix}" for kind in found for suffix in kind.suffixes]
    return [*plain, *(name for kind in KINDS for name in kind.names), "Autoren.csv", "coauthors.tsv", "authors.toml"]


@pytest.mark.parametrize("name", [name for name in names() if (kind := kind_of(name)) and kind.is_text])
def test_the_editors_hand_it_to_the_server(name: str) -> None:
    lua = (EDITORS / "neovim" / "askfirst.lua").read_text()
    patterns = re.findall(r'"([^"]+)"', lua[lua.index("local patterns") : lua.index("local started")])
    assert any(fnmatchcase(name.replace("citation", "CITATION"), each) for each in patterns), "Neovim"
    source = (EDITORS / "vscode" / "src" / "extension.ts").read_text()
    selected = [one for each in re.findall(r'pattern: "\*\*/([^"]+)"', source) for one in spread(each)]
    assert any(fnmatchcase(name.replace("citation", "CITATION"), each) for each in selected), "VS Code"


def spread(glob: str) -> list[str]:
    """The globs that ``{a,b}`` stands for."""
    found = re.search(r"\{([^{}]+)\}", glob)
    if not found:
        return [glob]
    return [one for part in found[1].split(",") for one in spread(glob[: found.start()] + part + glob[found.end() :])]


@pytest.mark.parametrize("name", names())
def test_whatever_is_a_document_can_stop_a_commit(name: str) -> None:
    assert changes.relevant([f"sub/{name}"])
    assert kind_of(name) is not None
