"""A language client of nothing but JSON over pipes: what the server sends is seen as it came."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

Message = dict[str, Any]

PUSHES: Message = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"publishDiagnostics": {"versionSupport": True}, "codeAction": {}},
    "workspace": {"applyEdit": True},
    "window": {"showDocument": {"support": True}},
}
PULLS: Message = {
    **PUSHES,
    "textDocument": {**PUSHES["textDocument"], "diagnostic": {"relatedDocumentSupport": False}},
    "workspace": {
        "diagnostics": {"refreshSupport": True},
        "codeLens": {"refreshSupport": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
}


class RawClient:
    """One session with ``askfirst server`` (or *command*)."""

    def __init__(self, folder: Path, command: list[str] | None = None, **environment: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            command or [sys.executable, "-m", "askfirst", "server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "XDG_CACHE_HOME": str(folder / ".cache"), "LC_ALL": "C.UTF-8", **environment},
        )
        self.inbox: queue.Queue[Message | None] = queue.Queue()
        self.seen: list[Message] = []
        """every message that came, in order"""
        self._number = 0
        self._versions: dict[str, int] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    # ---- sending

    def send_bytes(self, body: bytes, length: int | None = None) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body)
        self.process.stdin.flush()

    def send(self, message: Message) -> None:
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def notify(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def request(self, method: str, params: Any, timeout: float = 20) -> Any:
        """The result; raises `Refused` for an error."""
        self._number += 1
        number = self._number
        self.send({"id": number, "method": method, "params": params})
        answer = self.wait(lambda message: message.get("id") == number and "method" not in message, timeout)
        if "error" in answer:
            raise Refused(answer["error"])
        return answer.get("result")

    # ---- receiving

    def _listen(self) -> None:
        out = self.process.stdout
        assert out
        while True:
            length = 0
            while (header := out.readline()).strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
            if not header:
                self.inbox.put(None)
                return
            self.inbox.put(json.loads(out.read(length)))

    def wait(self, fits: Any, timeout: float = 20) -> Message:
        """The next message that *fits*; the others are kept in `seen`. The server's requests get an empty answer."""
        end = time.monotonic() + timeout
        while True:
            try:
                message = self.inbox.get(timeout=max(end - time.monotonic(), 0.001))
            except queue.Empty:
                raise TimeoutError(
                    f"nothing that fits in {timeout} s; last seen: {str(self.seen[-3:])[:1500]}"
                ) from None
            if message is None:
                raise EOFError("the server is gone")
            self.seen.append(message)
            if "id" in message and "method" in message:
                self.send({"id": message["id"], "result": {"success": True} if "show" in message["method"] else None})
            if fits(message):
                return message

    def have(self, method: str, timeout: float = 20) -> Message:
        """The parameters of the newest *method* that came, or of the next one."""
        for message in reversed(self.seen):
            if message.get("method") == method:
                return dict(message["params"])
        return dict(self.wait(lambda message: message.get("method") == method, timeout)["params"])

    def quiet(self, seconds: float) -> list[Message]:
        """What comes within *seconds*."""
        found = []
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                found.append(self.wait(lambda _: True, left))
            except TimeoutError:
                break
        return found

    def diagnostics(self, uri: str, timeout: float = 20) -> list[Message]:
        """The next diagnostics that are published for *uri*."""
        method = "textDocument/publishDiagnostics"
        found = self.wait(lambda m: m.get("method") == method and m["params"]["uri"] == uri, timeout)
        return list(found["params"]["diagnostics"])

    # ---- a session

    def begin(self, capabilities: Message | None = None, **options: Any) -> Any:
        locale = options.pop("locale", None)
        folders = options.pop("folders", [self.folder])
        result = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": self.folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name} for folder in folders],
                "capabilities": capabilities or PUSHES,
                "initializationOptions": {"pause": 30, **options},
                **({"locale": locale} if locale else {}),
            },
        )
        self.notify("initialized", {})
        return result

    def open(self, path: Path, text: str | None = None, language: str = "latex") -> str:
        uri = path.as_uri()
        self._versions[uri] = 1
        content = path.read_text("utf-8") if text is None else text
        self.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": content}},
        )
        return uri

    def change(self, uri: str, *changes: Message) -> int:
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})
        return self._versions[uri]

    def save(self, uri: str) -> None:
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    def close(self, uri: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def end(self) -> int:
        """Shut down in order; the exit code."""
        if self.process.poll() is None:
            self.request("shutdown", None)
            self.notify("exit", None)
        return self.process.wait(10)

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


class Refused(Exception):
    """The server answered with an error."""

    def __init__(self, error: Message) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.error = error


def insert(line: int, column: int, text: str) -> Message:
    """A change that types *text*."""
    return replace(line, column, line, column, text)


def replace(line: int, column: int, end_line: int, end_column: int, text: str) -> Message:
    """A change of a range."""
    return {
        "range": {
            "start": {"line": line, "character": column},
            "end": {"line": end_line, "character": end_column},
        },
        "text": text,
    }


EXAMPLE = Path(__file__).resolve().parents[2] / "manuscripts" / "example"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh copy of the example, in a repository of its own."""
    copy = tmp_path / "work"
    shutil.copytree(EXAMPLE, copy)
    (copy / ".git").mkdir()
    return copy


@pytest.fixture
def client(folder: Path) -> Iterator[RawClient]:
    """A client whose server has just been started in *folder*."""
    session = RawClient(folder)
    yield session
    session.kill()
