"""Archives that are broken, lead out, or unpack to more than anybody has: a sentence, within bounds."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.checks.readers.word.make import TITLE, docx
from tests.plugin.archives.make import ALL, MAIN, MORE, PAPER, QUIET, packed, tarred, zipped

from askfirst.archives import members as bounds
from askfirst.archives import tarred as tars
from askfirst.archives import zipped as zips
from askfirst.archives.members import inside
from askfirst.cli import main
from askfirst_checks.model import Unreadable
from askfirst_checks.readers.word.package import MOST_MEMBERS, Broken, Package, has_small_directory


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def encrypted() -> bytes:
    """An archive whose file says that it has a password."""
    data = bytearray(zipped({"main.tex": QUIET}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


BROKEN = {
    "empty.zip": b"",
    "text.zip": b"no archive",
    "cut.zip": zipped(PAPER)[:-30],
    "empty.tar": b"",
    "text.tar": b"Ada Feld, University of Bonn" * 40,
    "text.tar.gz": b"no archive",
    "cut.tar.gz": packed(tarred(PAPER))[:-60],
    "cut.gz": packed(MAIN.encode())[:-12],
    "noise.gz": b"\x1f\x8b" + bytes(range(100)),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_opened_says_what_to_do(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_bytes(BROKEN[name])
    assert main(["check", name]) == 2
    assert "unpack it, and check the folder" in capsys.readouterr().err


def test_a_password(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(encrypted())
    assert main(["check", "paper.zip"]) == 2
    assert "paper.zip:main.tex: has a password" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../main.tex", "/main.tex", "a/../../main.tex", "C:\\main.tex", "..\\main.tex"])
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_paths_that_lead_out_are_refused(
    name: str, kind: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {name: ALL, "paper.tex": QUIET}
    (folder / f"paper.{kind}").write_bytes(zipped(files) if kind == "zip" else tarred(files))
    assert main(["check", f"paper.{kind}"]) == 2
    captured = capsys.readouterr()
    assert "outside" in captured.err
    assert "AF101" not in captured.out
    assert sorted(path.name for path in folder.rglob("*")) == [f"paper.{kind}"]


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_links_are_refused_and_not_followed(kind: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "secret.tex").write_text(ALL)
    if kind == "zip":
        data = zipped({"paper.tex": QUIET, "link.tex": str(folder / "secret.tex")}, {"link.tex": 0o120777})
    else:
        data = packed(tarred({"paper.tex": QUIET}, links={"link.tex": str(folder / "secret.tex")}))
    (folder / f"paper.{kind}").write_bytes(data)
    assert main(["check", f"paper.{kind}"]) == 2
    captured = capsys.readouterr()
    assert "link.tex: is a link or a device" in captured.err
    assert "AF101" not in captured.out


def test_an_include_that_leads_out_is_not_followed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "more.tex").write_text(MORE)
    leading = MAIN.replace("parts/more", "../more") + f"\\input{{{folder}/more}}"
    (folder / "paper.zip").write_bytes(zipped({"main.tex": leading}))
    main(["check", "paper.zip"])
    assert "AF101" not in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_a_bomb_is_not_unpacked(kind: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"bomb.tex": b"%" * (bounds.LARGEST + 10), "main.tex": MAIN, "parts/more.tex": MORE}
    (folder / f"paper.{kind}").write_bytes(zipped(files) if kind == "zip" else packed(tarred(files)))
    assert main(["check", f"paper.{kind}"]) == 2
    captured = capsys.readouterr()
    assert "bomb.tex: holds more than is unpacked" in captured.err
    assert "AF101" in captured.out, "the others are checked"


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_too_many_files_are_told(
    kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in (zips, tars):
        monkeypatch.setattr(module, "MOST_MEMBERS", 20)
    files = {**PAPER, **{f"x{n}.txt": "" for n in range(30)}}
    (folder / f"many.{kind}").write_bytes(zipped(files) if kind == "zip" else tarred(files))
    assert main(["check", f"many.{kind}"]) == 2
    captured = capsys.readouterr()
    assert "holds more files than are looked at" in captured.err
    assert "AF101" in captured.out


def test_a_stream_without_end_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tars, "_MOST_STREAM", 1_000_000)
    seen = tars.members(packed(tarred({"main.tex": QUIET, "a.png": bytes(3_000_000), "b.tex": QUIET})), "x.tar.gz")
    assert list(seen.files) == ["main.tex"]
    assert seen.rest == bounds.TOO_MUCH


def header(name: bytes, size: bytes, kind: bytes = b"0") -> bytes:
    """The head of a file in a tar."""
    block = bytearray(512)
    block[: len(name)] = name
    block[124 : 124 + len(size)] = size
    block[148:156] = b" " * 8
    block[156:157] = kind
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.mark.parametrize(
    "size", [b"-0000000005", b"99999999999", b"zzz", b"\x80" + b"\xff" * 11, b"\xff" * 12, b"77777777777"]
)
def test_sizes_that_are_none(size: bytes) -> None:
    data = header(b"main.tex", b"00000000000") + header(b"a.tex", size) + bytes(2_000)
    assert "a.tex" not in tars.members(data, "x.tar").files


@pytest.mark.parametrize("kind", [b"L", b"x", b"g", b"K"])
@pytest.mark.parametrize("inner", [b"", b"0 path=x\n", b"999999999 path=a\n", b"-5 path=a\n", b"x", b"13 path=../a\n"])
def test_extended_headers_that_are_none(kind: bytes, inner: bytes) -> None:
    data = header(b"long", b"%011o" % len(inner), kind) + inner.ljust(-(-len(inner) // 512) * 512, b"\0")
    seen = tars.members(data + header(b"main.tex", b"00000000000") + bytes(1024), "x.tar")
    assert len(seen.files) + len(seen.refused) == 1


def test_a_long_name_is_bounded() -> None:
    size = 40_000_000
    data = header(b"long", b"%011o" % size, b"L") + b"a" * size + header(b"main.tex", b"00000000000") + bytes(1024)
    (name,) = tars.members(data, "x.tar").files
    assert len(name) <= 16 * 1024


@pytest.mark.parametrize("name", ["", ".", "..", "../a", "/a", "a/../../b", "c:/a", "a\0b", "\\a"])
def test_names_that_lead_out(name: str) -> None:
    assert inside(name) is None


@pytest.mark.parametrize(("name", "path"), [("a", "a"), ("./a", "a"), ("a/../b", "b"), ("a\\b", "a/b"), ("..a", "..a")])
def test_names_that_do_not(name: str, path: str) -> None:
    assert inside(name) == path


def crowded(count: int) -> bytes:
    """An archive whose list names *count* files that are not there."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listed = entry * count
    return listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(listed), 0, 0)


def test_a_list_of_files_is_bounded_before_it_is_read() -> None:
    assert not has_small_directory(crowded(60_000), MOST_MEMBERS)
    with pytest.raises(Broken):
        Package(crowded(60_000))
    with pytest.raises(Unreadable):
        zips.members(crowded(120_000), "x.zip")


def test_a_list_of_files_in_a_record_of_its_own_is_bounded() -> None:
    listed = crowded(60_000)[:-22]
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 60_000, 60_000, len(listed), 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(listed), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    data = listed + wide + locator + end
    with zipfile.ZipFile(__import__("io").BytesIO(data)) as file:
        assert len(file.namelist()) == 60_000, "it is read as one by others"
    assert not has_small_directory(data, MOST_MEMBERS)


@pytest.mark.parametrize(
    "data", [docx(TITLE), zipped(PAPER), b"", b"PK\x05\x06", crowded(3), docx(TITLE) + b"PK\x05\x06"]
)
def test_other_lists_are_small(data: bytes) -> None:
    assert has_small_directory(data, MOST_MEMBERS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(folder / "paper.zip")
    assert main(["check", "paper.zip"]) == 2


def test_a_link_out_of_the_repository_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "outside.zip").write_bytes(zipped(PAPER))
    (folder / "repository" / ".git").mkdir(parents=True)
    (folder / "repository" / "paper.zip").symlink_to(folder / "outside.zip")
    assert main(["check", "repository/paper.zip"]) == 2
    assert "outside" in capsys.readouterr().err


def test_control_characters_of_a_name_reach_no_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "paper.zip").write_bytes(zipped({"a\x1b[31m.tex": MAIN, "parts/more.tex": MORE, "b\x1b[1m.doc": b"x"}))
    main(["check", "paper.zip"])
    captured = capsys.readouterr()
    assert "\x1b" not in captured.out + captured.err


def test_a_plain_check_imports_nothing_of_it(folder: Path) -> None:
    (folder / "paper.tex").write_text(QUIET)
    code = (
        "import sys; from askfirst.cli import main; main(['check', 'paper.tex']); "
        "assert not {m for m in sys.modules if m.startswith(('askfirst.archives', 'zipfile'))}"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
def test_the_reader_of_tars_agrees_with_the_library(kind: int) -> None:
    files = {"a.tex": "x", "b/ä.tex": "y" * 600, f"{'d' * 80}/{'e' * 90}.tex": "z" * 512, "empty.tex": ""}
    seen = tars.members(tarred(files, kind), "x.tar")
    assert {name: read().decode() for name, read in seen.files.items()} == files
    assert seen.rest is None
