"""A session goes on: after bad frames, beside a manuscript that takes for ever, and it ends at Ctrl-C."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from .conftest import RawClient

KP = (
    "\\documentclass{article}\n\\title{T}\n\\author{A B}\n"
    "\\affiliation{Kim Il Sung University, Pyongyang, DPR Korea}\n\\begin{document}\n\\maketitle\n\\end{document}\n"
)
WIDE = "".join(f"\\def\\a{chr(97 + n)}{{{f'{chr(92)}a{chr(96 + n)}' * 60}}}\n" for n in range(1, 6))
BOMB = KP.replace("\\title", f"\\def\\aa{{lol}}\n{WIDE}" + "\\author{\\ad}\n" * 300 + "\\title")
HOVER = {"position": {"line": 0, "character": 0}}


@pytest.mark.parametrize(
    "broken",
    [
        b"X: y\r\n\r\n{}",
        b"Content-Length: -5\r\n\r\n{}",
        b"Content-Length: abc\r\n\r\n{}",
        b'Content-Length: 3\r\n\r\n{"jsonrpc":"2.0"}',
        b"Content-Length: 2\n\n{}",
        b"Content-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}",
        b"Content-Length: 9000000000\r\n\r\n{}",
        b"\0" * 5000,
    ],
)
def test_the_request_behind_a_broken_frame_is_answered(client: RawClient, broken: bytes) -> None:
    client.begin()
    assert client.process.stdin
    client.process.stdin.write(broken)
    client.process.stdin.flush()
    for _ in range(2):
        client.request("textDocument/hover", {"textDocument": {"uri": "file:///x.tex"}, **HOVER})
    assert client.end() == 0


def test_a_manuscript_that_takes_for_ever_blocks_no_other(client: RawClient, folder: Path) -> None:
    client.begin()
    (folder / "bomb.tex").write_text(BOMB)
    (folder / "other.tex").write_text(KP)
    client.open(folder / "bomb.tex")
    other = client.open(folder / "other.tex")
    assert any(each["code"] == "AF101" for each in client.diagnostics(other, 40))
    client.change(other, {"text": KP.replace("Kim Il Sung University, Pyongyang, DPR Korea", "Berlin, Germany")})
    assert not any(each["code"] == "AF101" for each in client.diagnostics(other, 40))


@pytest.mark.skipif(os.name != "posix", reason="signals of Unix")
@pytest.mark.parametrize("begun", [True, False])
def test_ctrl_c_ends_it_without_a_traceback(client: RawClient, folder: Path, begun: bool) -> None:
    if begun:
        client.begin()
        client.diagnostics(client.open(folder / "paper.tex"))
    else:
        client.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    client.process.send_signal(signal.SIGINT)
    assert client.process.wait(10) == 130
    assert client.process.stderr
    assert client.process.stderr.read() == b""
