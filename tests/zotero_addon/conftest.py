"""A real Zotero for the end-to-end suite: the one ASKFIRST_ZOTERO_APP names, with a profile that is thrown away."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .firefox import ADDON, CHECKER, HOSTILE, KISU, Firefox

ADDON_ID = "askfirst@askfirst.org"
DRIVER = Path(__file__).parent / "driver"
PORT = int(os.environ.get("ASKFIRST_ZOTERO_PORT", "23921"))


def packed(folder: Path) -> Path:
    """The add-on's archive, built in *folder* as somebody would build it."""
    copy = folder / "build" / "zotero_addon"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(ADDON, copy, ignore=shutil.ignore_patterns("node_modules", "dist", "docs"))
    shutil.copy(ADDON.parent / "LICENSE", copy.parent)
    environment = {**os.environ, "ASKFIRST_UPDATE_URL": "https://updates.example/update.json"}
    subprocess.run(["node", "tools/build.mjs"], cwd=copy, check=True, capture_output=True, timeout=60, env=environment)
    return next((copy / "dist").glob("*.xpi"))


class RealZotero:
    """A running Zotero, headless, with the driver and the add-on under test."""

    def __init__(self, app: Path, folder: Path, **preferences: object) -> None:
        self.folder = folder
        self.answers = folder / "answers"
        self.app = app
        profile = folder / "profile"
        (profile / "extensions").mkdir(parents=True)
        (folder / "data").mkdir()
        given = {**self._preferences(), **preferences}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in given.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        shutil.copy(packed(folder), profile / "extensions" / f"{ADDON_ID}.xpi")
        (profile / "extensions" / "tests@askfirst.org").write_text(f"{DRIVER}/", encoding="utf-8")

    def _preferences(self) -> dict[str, object]:
        zotero: dict[str, object] = {
            "dataDir": str(self.folder / "data"),
            "useDataDir": True,
            "httpServer.enabled": True,
            "httpServer.port": PORT,
            "httpServer.localAPI.enabled": True,
            "firstRun2": False,
            "firstRunGuidance": False,
            "firstRun.skipFirefoxProfileAccessCheck": True,
            "sync.autoSync": False,
            "sync.reminder.setUp.enabled": False,
            "sync.reminder.autoSync.enabled": False,
            "automaticScraperUpdates": False,
            "retractions.enabled": False,
            "askfirst.command": str(CHECKER),
            "askfirst.folder": str(self.answers),
            "askfirst.contact": "Export Control Office, export@institute.example",
            "askfirst.language": "en",
        }
        return {
            **{f"extensions.zotero.{name}": value for name, value in zotero.items()},
            "extensions.autoDisableScopes": 0,
            "extensions.enabledScopes": 15,
            "xpinstall.signatures.required": False,
            "app.update.auto": False,
            "toolkit.cosmeticAnimations.enabled": False,
        }

    def __enter__(self) -> RealZotero:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "DISPLAY"},
            **dict.fromkeys(
                ("MOZ_HEADLESS", "MOZ_LEGACY_PROFILES", "MOZ_ALLOW_DOWNGRADE", "MOZ_CRASHREPORTER_DISABLE"), "1"
            ),
            "HOME": str(self.folder),
            "MOZ_HEADLESS_WIDTH": "1360",
            "MOZ_HEADLESS_HEIGHT": "900",
        }
        self.log = (self.folder / "log").open("wb")
        command = [str(self.app / "zotero-bin"), "-app", str(self.app / "app" / "application.ini"), "-no-remote"]
        command += ["-profile", str(self.folder / "profile")]
        self.process = subprocess.Popen(command, env=environment, stdout=self.log, stderr=subprocess.STDOUT)
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _wait(self) -> None:
        end = time.monotonic() + 240
        while time.monotonic() < end:
            assert self.process.poll() is None, (self.folder / "log").read_text(errors="replace")[-3000:]
            try:
                self.js("await Zotero.uiReadyPromise; await Zotero.Schema.schemaUpdatePromise")
                self.js("while (!Zotero.AskFirst?.column?.key) await Zotero.Promise.delay(50)")
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.2)
            else:
                return
        pytest.fail("Zotero did not get ready within 240 seconds")

    def js(self, body: str, **values: object) -> Any:
        """Run *body* in Zotero with *values* as constants; what it returns comes back as JSON."""
        constants = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
        request = urllib.request.Request(
            f"http://127.0.0.1:{PORT}/askfirst-tests/run",
            data=(constants + body).encode(),
            headers={"Content-Type": "text/plain", "User-Agent": "askfirst-tests"},
        )
        try:
            with urllib.request.urlopen(request, timeout=300) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            if error.code == 404:
                raise ConnectionError("the driver is not there yet") from error
            raise AssertionError(error.read().decode()) from error

    def shot(self, name: str, window: str = "win") -> bytes:
        """A picture of a window; kept in the folder ASKFIRST_ZOTERO_SHOTS, if there is one."""
        body = f"""
          const target = {window};
          const picture = await target.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, "white");
          const canvas = target.document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
          canvas.width = picture.width;
          canvas.height = picture.height;
          canvas.getContext("2d").drawImage(picture, 0, 0);
          return canvas.toDataURL("image/png").split(",")[1];"""
        picture = base64.b64decode(self.js(body))
        if folder := os.environ.get("ASKFIRST_ZOTERO_SHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            (Path(folder) / f"{name}.png").write_bytes(picture)
        return picture

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


@pytest.fixture(scope="module")
def zotero(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealZotero]:
    """The Zotero that ASKFIRST_ZOTERO_APP names (the folder of zotero-bin), started once for a module."""
    app = os.environ.get("ASKFIRST_ZOTERO_APP")
    if not app:
        pytest.skip("ASKFIRST_ZOTERO_APP names no Zotero to start")
    if not CHECKER.exists():
        pytest.skip(f"the checker is not installed beside {sys.executable}")
    folder = tmp_path_factory.mktemp("zotero")
    with RealZotero(Path(app), folder) as running:
        yield running
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox for all tests; the add-on is started anew for each."""
    program = shutil.which("firefox-esr")
    if not program:
        why = "firefox-esr is not installed"
        if os.environ.get("ASKFIRST_CI"):
            pytest.fail(f"{why}; CI installs it, so this must not be skipped")
        pytest.skip(why)
    if not CHECKER.exists():
        pytest.skip(f"the checker is not installed beside {sys.executable}")
    running = Firefox(program, tmp_path_factory.mktemp("firefox"))
    yield running
    running.close()


@pytest.fixture
def started(firefox: Firefox, tmp_path: Path) -> Any:
    """Run a body with the add-on started as `AskFirst`, and shut down after it."""

    def started(body: str, **preferences: object) -> Any:
        given = {
            "askfirst.command": str(CHECKER),
            "askfirst.language": "en",
            "askfirst.folder": str(tmp_path / "answers"),
            "askfirst.contact": "Export Control Office",
            "askfirst.watch": True,
            "askfirst.timeout": 60,
            **preferences,
        }
        whole = f"""
          const window = Services.wm.getMostRecentWindow("navigator:browser");
          const {{ Zotero, registered, log, add, sandbox, source }} = await load(window, addon, folder, preferences);
          await sandbox.startup({{ id: "askfirst@askfirst.org", version: "0", rootURI: addon }}, 1);
          const AskFirst = Zotero.AskFirst;
          await AskFirst.column.starting;
          const body = window.document.createElementNS("http://www.w3.org/1999/xhtml", "div");
          window.document.documentElement.append(body);
          const render = (item) => registered.sections.get("askfirst@askfirst.org-askfirst")
            .onRender({{ doc: window.document, body, item, setSectionSummary() {{}} }});
          const type = (name, value) => {{
            const input = body.querySelector(`#askfirst-input-${{name}}`);
            input.value = value;
            for (const kind of ["input", "change"]) input.dispatchEvent(new window.Event(kind));
          }};
          try {{ {body} }}
          finally {{
            if (Zotero.AskFirst) await sandbox.shutdown();
            body.remove();
            L10nRegistry.getInstance().removeSources([source.name]);
          }}"""
        return firefox.run(
            whole, addon=f"{ADDON.as_uri()}/", folder=str(tmp_path), preferences=given, KISU=KISU, HOSTILE=HOSTILE
        )

    return started
