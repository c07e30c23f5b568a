"""What the parts behind the server may ask of one client's session: `askfirst.server.Server` is the only one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from lsprotocol import types

from askfirst.lsp.board import Board
from askfirst.lsp.judge import Judged
from askfirst.lsp.works import Work, Works
from askfirst_checks.model import Finding


class Session(Protocol):
    """One client, what it has open, and what was said of it."""

    works: Works
    board: Board
    failed: dict[Work, str]
    """what stood in the way of the last check of a work"""

    def feature(self, feature_name: str, options: Any = None) -> Callable[..., Any]:
        """A decorator: the function that answers a request."""

    def command(self, command_name: str) -> Callable[..., Any]:
        """A decorator: the function behind a command."""

    def begin(self, params: types.InitializeParams) -> None:
        """The client introduces itself."""

    def begun(self) -> None:
        """The client is ready."""

    def take_wishes(self, given: object) -> None:
        """Take over the client's settings."""

    def saved_or_moved(self, path: str | None) -> None:
        """*path* was saved, or changed outside the editor."""

    def check_soon(self, works: list[Work], pause: float) -> None:
        """Check *works* when nothing was typed for *pause* milliseconds."""

    async def current(self, work: Work) -> Judged | None:
        """The verdict on *work* as it is now; None where it is out of date or cannot be had."""

    async def work_at(self, uri: str) -> tuple[Work, Judged] | None:
        """The work of the open document *uri*."""

    async def work_at_root(self, uri: str) -> tuple[Work, Judged] | None:
        """The live work whose root is *uri*."""

    def touching(
        self, work: Work, judged: Judged, uri: str, where: types.Range
    ) -> list[tuple[Finding, types.Location]]:
        """The findings that no answer reaches whose words *where* touches."""

    def diagnostic(self, work: Work, finding: Finding, language: str, jurisdiction: str) -> types.Diagnostic:
        """The diagnostic of one *finding* of *work*."""

    def retrigger(self) -> None:
        """Ask the client to pull again. Raises always."""

    def refresh_pulled(self) -> None:
        """Ask a client that pulls to do so again where what it has is no longer so."""

    def language(self, judged: Judged | None = None) -> str:
        """The language to speak."""

    def can_show(self) -> bool:
        """Whether the client opens documents on request."""

    def show(self, uri: str, line: int | None = None, external: bool = False) -> None:
        """Open *uri* in the editor, or (*external*) in the browser."""

    def say(self, words: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """A message to the person."""
