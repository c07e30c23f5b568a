"""The language server: the only module that knows pygls. What it does stands in ``lsp/``; here it meets the client."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import Hashable
from functools import partial
from typing import Any, BinaryIO, cast

from lsprotocol import types
from pygls.exceptions import FeatureNotificationError, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

from askfirst import __version__
from askfirst.errors import Failure
from askfirst.lsp import actions, answer_help, features, pages, present
from askfirst.lsp.board import Board
from askfirst.lsp.frames import Frames
from askfirst.lsp.judge import Judge, Judged, Snapshot
from askfirst.lsp.log import ToClient
from askfirst.lsp.parent import watch_parent
from askfirst.lsp.paths import is_answer, path_of
from askfirst.lsp.settings import Wishes, wishes
from askfirst.lsp.worker import Worker
from askfirst.lsp.works import Work, Works
from askfirst_checks.model import Finding, Span, Unreadable
from askfirst_checks.readers.file_kinds import globs
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

log = logging.getLogger("askfirst")
_WATCHED = (
    *(f"**/{glob}" for glob in globs()),
    *("**/.askfirst/answers/*.toml", "**/askfirst*.toml", "**/pyproject.toml"),
)
_SERVER_CANCELLED = -32802
_INTERRUPTED = 130
"""exit code of a program that Ctrl-C ended"""
_YOUNG = 5000
"""objects until the garbage collector looks for cycles: with 700 it came round twice a keystroke, and found none"""
_BUG = Text(
    "a mistake in askfirst itself; what you opened or typed last may not have been checked: {why}",
    "ein Fehler in askfirst selbst; zuletzt Geöffnetes oder Getipptes ist vielleicht ungeprüft: {why}",
)
_UNCHECKED = Text(
    "askfirst could not check {file}, so nothing is asked there: {why}",
    "askfirst konnte {file} nicht prüfen, daher wird dort nichts gefragt: {why}",
)


class Protocol(LanguageServerProtocol):
    """The protocol of pygls, with documents of our own and an answer to every request.

    pygls 2.1 cuts lines where Python does (form feed, U+2028 ...), not where LSP says, and leaves a request that it
    cannot read without any answer, so that its client waits for ever.
    """

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take the document in."""
        self._server.did_open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Apply the edits."""
        self._server.did_change(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Let the document go."""
        self._server.did_close(params.text_document.uri)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """As pygls, but a request that cannot be read gets an error for an answer."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], error=error.to_response_error())
            raise


class Server(LanguageServer):
    """One client's session."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("askfirst", __version__, protocol_cls=Protocol, converter_factory=default_converter)
        self.works = Works()
        self.wishes = Wishes()
        self.board = Board()
        self.judge = Judge()
        self.pulls = False
        self.failed: dict[Work, str] = {}
        self._said: set[str] = set()
        self._worker = Worker("askfirst-check")
        self._latest: dict[Work, Snapshot] = {}
        self._timers: dict[Work, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._running: dict[Work, tuple[dict[str, int], asyncio.Task[Judged | None]]] = {}
        features.register(self)

    # ---- beginning and end

    def begin(self, params: types.InitializeParams) -> None:
        """The client introduces itself; what depends on its abilities is settled here."""
        encoding = self.protocol.workspace.position_encoding
        self.works.encoding = str(getattr(encoding, "value", encoding))
        self.wishes = self.wishes._replace(locale=params.locale or "")
        self.take_wishes(params.initialization_options)
        capabilities = params.capabilities
        document, workspace = capabilities.text_document, capabilities.workspace
        refreshes = workspace and workspace.diagnostics and workspace.diagnostics.refresh_support
        self.pulls = bool(document and document.diagnostic and refreshes)
        if self.pulls:
            options = types.DiagnosticOptions(True, False, "askfirst")
            self.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(features.pull)
        watch_parent(params.process_id)

    def begun(self) -> None:
        """The client is ready: ask it to watch the files that matter."""
        workspace = self.client_capabilities.workspace
        watches = workspace and workspace.did_change_watched_files
        if watches and watches.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            what = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("askfirst-files", method, what)
            self._forget(self.client_register_capability_async(types.RegistrationParams([registration])))

    def take_wishes(self, given: object) -> None:
        """Take over the client's settings; what is shown follows."""
        self.wishes, unusable = wishes(given, self.wishes)
        if unusable:
            log.warning("settings that askfirst cannot use: %s", ", ".join(unusable))
        if self.works.judged:  # anew: what was typed last may not have been checked yet
            self.check_soon(list(self.works.judged), 0)
            self._refresh_lenses()

    def end(self) -> int:
        """Let the worker go; the exit code: 0 after a shutdown request, else 1 (LSP 3.17, exit)."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        return 0 if self.protocol._shutdown else 1

    # ---- the client's documents

    def did_open(self, document: types.TextDocumentItem) -> None:
        """A document was opened: check it at once."""
        path = self.works.open(document.uri, document.text, document.version)
        if path:
            self.board.leave(path)  # as typed from now on: what was said of the file on disk is superseded
            self._check_answer(path)
            self.check_soon(self.works.touched(path), 0)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Something was typed: check when the typing pauses."""
        changes = list(params.content_changes)
        path = self.works.change(params.text_document.uri, params.text_document.version, changes)
        if path:
            self._check_answer(path)
            self.check_soon(self.works.touched(path), self.wishes.pause)

    def did_close(self, uri: str) -> None:
        """A document was closed: what was typed and not saved is gone, and so is what stood in it."""
        path = path_of(uri)
        before = self.works.touched(path) if path else []
        if path is None or self.works.close(uri) is None:
            return
        self._put(path, {})
        self.board.unpull(path)
        for work in before:
            if self.works.alive(work):
                self.check_soon([work], 0)
            else:
                self._drop(work)

    def saved_or_moved(self, path: str | None) -> None:
        """*path* was saved, or changed outside the editor: check what reads it."""
        self.works.roots_may_have_changed()
        self._worker.submit(self.judge.look_again)
        if path:
            self.check_soon(self.works.touched(path), 0)

    def _drop(self, work: Work) -> None:
        if timer := self._timers.pop(work, None):
            timer.cancel()
        self.works.judged.pop(work, None)
        self._running.pop(work, None)
        self._latest.pop(work, None)
        self.works.roots_may_have_changed()
        self._worker.submit(self.judge.forget, work)
        self._put(work, {})

    # ---- checking

    def check_soon(self, works: list[Work], pause: float) -> None:
        """Check *works* when nothing was typed for *pause* milliseconds."""
        loop = asyncio.get_running_loop()
        for work in works:
            if timer := self._timers.pop(work, None):
                timer.cancel()
            self._timers[work] = loop.call_later(pause / 1000, self._check_now, work)

    def _check_now(self, work: Work) -> None:
        self._timers.pop(work, None)
        self._forget(self._check(work))

    async def _check(self, work: Work) -> None:
        await self.current(work)
        self.refresh_pulled()

    def refresh_pulled(self) -> None:
        """Ask a client that pulls to do so again where what it has is no longer so."""
        if self.pulls and self.board.pulled_is_stale():
            self._forget(self.workspace_diagnostic_refresh_async(None))

    async def current(self, work: Work) -> Judged | None:
        """The verdict on *work* as it is now, shown to the client; None where it is out of date or cannot be had."""
        if timer := self._timers.pop(work, None):
            timer.cancel()
        snapshot = self.works.snapshot(work)
        versions = dict(snapshot.versions)
        running = self._running.get(work)
        if running is None or running[0] != versions or running[1].done():
            running = versions, asyncio.get_running_loop().create_task(self._judge(work, snapshot))
            self._running[work] = running
        return await asyncio.shield(running[1])

    async def _judge(self, work: Work, snapshot: Snapshot) -> Judged | None:
        self._latest[work] = snapshot
        try:
            judged = await asyncio.get_running_loop().run_in_executor(self._worker, self._judged_now, work, snapshot)
        except Exception as error:  # a broken file or a bug: said, and the session goes on
            self._fail(work, error)
            return None
        if judged is None or not self.works.is_current(snapshot):
            return None  # what was typed meanwhile has a check of its own coming
        if not self.works.judged:
            gc.collect()
            gc.freeze()  # lists and bibliography stay: no pause of 60 ms to look through them while someone types
        self.failed.pop(work, None)
        changed = self.works.judged.get(work) is not judged
        self.works.judged[work] = judged
        if not self.works.alive(work):
            self._drop(work)
            return None
        self._show(work, judged)
        if changed:
            self._refresh_lenses()
        return judged

    def _judged_now(self, work: Work, snapshot: Snapshot) -> Judged | None:
        """The verdict, in the worker's thread; None where something newer waits already."""
        return self.judge.judge(snapshot) if self._latest.get(work) is snapshot else None

    async def work_at(self, uri: str) -> tuple[Work, Judged] | None:
        """The work of the open document *uri*, judged as it is now; the last verdict while it cannot be read."""
        path = path_of(uri)
        work = self.works.work_of(path) if path in self.works.buffers else None
        return await self._judged(work)

    async def work_at_root(self, uri: str) -> tuple[Work, Judged] | None:
        """The live work whose root is *uri*."""
        path = path_of(uri)
        return await self._judged(next((w for w in self.works.live() if os.path.join(w.top, w.path) == path), None))

    async def _judged(self, work: Work | None) -> tuple[Work, Judged] | None:
        if work is None:
            return None
        judged = await self.current(work) or self.works.judged.get(work)
        return (work, judged) if judged else None

    def retrigger(self) -> None:
        """Ask the client to pull again. Raises always."""
        raise JsonRpcException("typed on meanwhile", _SERVER_CANCELLED, {"retriggerRequest": True})

    def _fail(self, work: Work, error: Exception) -> None:
        """Say once what stands in the way, loudly: no squiggle must never look like nothing to ask."""
        language = self.language()
        known = isinstance(error, Failure | Unreadable | BrokenData)
        words = error.said(language) if isinstance(error, Failure) else str(error)
        if self.failed.get(work) != words:
            self.failed[work] = words
            log.error("%s: %s", work.path, words, exc_info=None if known else error)
            self.say(_UNCHECKED.fill(file=work.path, why=words).said(language), types.MessageType.Error)
        if isinstance(error, Failure | BrokenData) and (place := actions.place_of(error)):
            path, line = place
            self._put(work, {path: [present.mistake(line, error.text.said(language))]}, keep=True)

    def language(self, judged: Judged | None = None) -> str:
        """The language to speak."""
        return self.wishes.speak(judged.language if judged else "")

    # ---- showing

    def diagnostic(self, work: Work, finding: Finding, language: str, jurisdiction: str) -> types.Diagnostic:
        """The diagnostic of one *finding* of *work*."""
        root = self.works.uri(os.path.join(work.top, work.path))
        page = pages.uri(finding.code, language, jurisdiction)
        return present.diagnostic(finding, partial(self.place, work, finding), language, page, root)

    def place(self, work: Work, finding: Finding, span: Span) -> types.Location:
        """Where *span* of *finding* is shown: the missing consultation is about the work, and underlines no name."""
        if finding.code == present.CONSULTATION and span == finding.span:
            return self.works.before(work, span)
        return self.works.location(work, span)

    def touching(
        self, work: Work, judged: Judged, uri: str, where: types.Range
    ) -> list[tuple[Finding, types.Location]]:
        """The findings that no answer reaches whose words *where* touches."""
        path = path_of(uri)
        placed = ((f, self.place(work, f, f.span)) for f in present.visible(judged.report, notes=True))
        return [
            (finding, place)
            for finding, place in placed
            if path_of(place.uri) == path and place.range.start <= where.end and where.start <= place.range.end
        ]

    def _show(self, work: Work, judged: Judged) -> None:
        language = self.language(judged)
        found: dict[str, list[types.Diagnostic]] = {}
        for finding in present.visible(judged.report, self.wishes.notes):
            path = os.path.join(work.top, finding.span.file)
            found.setdefault(path, []).append(self.diagnostic(work, finding, language, judged.report.jurisdiction))
        for line in judged.report.instructed:
            path = os.path.join(work.top, present.head(judged.report).file)
            shown = present.instructed(line, judged.report, partial(self.works.location, work), language)
            found.setdefault(path, []).append(shown)
        for error in judged.broken:
            path = os.path.join(work.top, error.path)
            if path not in self.works.buffers:  # an open one is checked as it is typed
                found.setdefault(path, []).append(present.mistake(error.line, error.text.said(language)))
        self._put(work, found)
        for notice in judged.notices:
            self._say_once(notice.said(language))

    def _say_once(self, words: str) -> None:
        if words not in self._said:
            self._said.add(words)
            self.say(words, types.MessageType.Warning)

    def _check_answer(self, path: str) -> None:
        if is_answer(path):
            shown = answer_help.mistakes(path, self.works.buffers[path], self.language())
            self._put(path, {path: shown})

    def _put(self, owner: Hashable, found: dict[str, list[types.Diagnostic]], keep: bool = False) -> None:
        """Put up what *owner* has to say, and send what is different from before."""
        for path in self.board.put(owner, found, keep):
            buffer = self.works.buffers.get(path)
            shown = [] if self.pulls and buffer else self.board.on(path)  # an open one is pulled
            if not self.board.is_sent(path, shown):
                version = buffer.version if buffer else None
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(self.works.uri(path), shown, version)
                )

    def can_show(self) -> bool:
        """Whether the client opens documents on request."""
        window = self.client_capabilities.window
        return bool(window and window.show_document and window.show_document.support)

    def show(self, uri: str, line: int | None = None, external: bool = False) -> None:
        """Open *uri* in the editor (*external*: in the browser); where the client cannot, say where it is."""
        if not self.can_show():
            self.say(uri if external else path_of(uri) or uri)
            return
        place = None if line is None else types.Position(line, 0)
        selection = types.Range(place, place) if place else None
        wish = types.ShowDocumentParams(uri, external=external, take_focus=True, selection=selection)
        self._forget(self.window_show_document_async(wish))

    def say(self, words: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """A message to the person."""
        self.window_show_message(types.ShowMessageParams(kind, words))

    def _refresh_lenses(self) -> None:
        workspace = self.client_capabilities.workspace
        if workspace and workspace.code_lens and workspace.code_lens.refresh_support:
            self._forget(self.workspace_code_lens_refresh_async(None))

    def _forget(self, waiting: Any) -> None:
        """Await *waiting* aside; what goes wrong there is logged."""

        async def wait() -> None:
            try:
                await waiting
            except (JsonRpcException, asyncio.CancelledError) as error:
                log.debug("the client refused: %s", error)
            except Exception as error:
                log.exception("%s", error)

        task = asyncio.get_running_loop().create_task(wait())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A broken message goes to the client's log; a bug of ours is said too, once, for nothing is asked there."""
        log.error("%s: %s", getattr(source, "__name__", source), error)
        if source is FeatureNotificationError and str(error) not in self._said:
            self._said.add(str(error))
            self.say(_BUG.fill(why=str(error)).said(self.language()), types.MessageType.Error)


def run() -> int:
    """Serve one client on standard input and output; the exit code."""
    server = Server()
    gc.set_threshold(_YOUNG)

    def send(kind: int, words: str) -> None:
        server.window_log_message(types.LogMessageParams(types.MessageType(kind), words))

    for name, level in (("askfirst", logging.INFO), ("pygls", logging.CRITICAL)):
        logger = logging.getLogger(name)
        logger.setLevel(level)
        logger.addHandler(ToClient(send))
        logger.propagate = False
    protocol = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever some library prints must not end up between two messages
    signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))  # the reader waits in a thread nobody can wake
    server.start_io(stdin=cast("BinaryIO", Frames(sys.stdin.buffer)), stdout=protocol)
    return server.end()  # `commands.server` leaves at once: a bibliography still being read must not hold the editor
