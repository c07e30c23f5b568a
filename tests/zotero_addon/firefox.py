"""Debian's Firefox, headless, spoken to in Marionette's own words."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ADDON = Path(__file__).resolve().parents[2] / "zotero_addon"
STUB = Path(__file__).parent / "stub.js"
CHECKER = Path(sys.executable).parent / "askfirst"
KISU = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
HOSTILE = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>\u202eevil'
PREFERENCES = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "security.allow_unsafe_subscript_loads": True,
    "security.allow_unsafe_parent_loads": True,
    "toolkit.startup.max_resumed_crashes": -1,
}


class Firefox:
    """A headless Firefox, spoken to in Marionette's own words."""

    def __init__(self, program: str, folder: Path) -> None:
        self.folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        profile = folder / "profile"
        profile.mkdir()
        given = {**PREFERENCES, "marionette.port": port}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in given.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [program, "-headless", "-marionette", "-remote-allow-system-access", "-no-remote"]
        environment = {**os.environ, "HOME": str(folder), "MOZ_CRASHREPORTER_DISABLE": "1"}
        self.process = subprocess.Popen(
            [*command, "-profile", str(profile)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.connection = self._connected(port)
        self.count = 0
        self._receive()
        self.send("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"timeouts": {"script": 60000}}}})
        self.send("Marionette:SetContext", {"value": "chrome"})

    def _connected(self, port: int) -> socket.socket:
        end = time.monotonic() + 60
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=90)
            except OSError:
                assert self.process.poll() is None, "Firefox ended"
                assert time.monotonic() < end, "Marionette did not answer"
                time.sleep(0.1)

    def _receive(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self.connection.recv(1)
        rest, parts = int(head[:-1]), []
        while rest:
            part = self.connection.recv(rest)
            assert part, "Firefox closed the connection"
            parts.append(part)
            rest -= len(part)
        return json.loads(b"".join(parts))

    def send(self, name: str, given: dict[str, Any]) -> Any:
        """One command and its result."""
        self.count += 1
        body = json.dumps([0, self.count, name, given]).encode()
        self.connection.sendall(str(len(body)).encode() + b":" + body)
        _, _, error, result = self._receive()
        assert error is None, error
        return result

    def run(self, body: str, **values: object) -> Any:
        """Run *body* in a chrome scope with the stub loaded; what it returns comes back."""
        constants = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
        script = f"""
          const done = arguments[arguments.length - 1];
          (async () => {{
            {STUB.read_text(encoding="utf-8")}
            {constants}
            {body}
          }})().then((value) => done([null, value ?? null]),
            (error) => done([`${{error}}\\n${{error?.stack}}`, null]));"""
        given = {"script": script, "args": [], "newSandbox": True, "sandbox": "system"}
        error, value = self.send("WebDriver:ExecuteAsyncScript", given)["value"]
        assert error is None, error
        return value

    def close(self) -> None:
        """End it."""
        self.connection.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
