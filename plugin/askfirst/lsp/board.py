"""What each work and each answer file has to say about which file, and what the client was last told."""

from __future__ import annotations

import os
from collections.abc import Hashable, Mapping

from lsprotocol import types

from askfirst.lsp.paths import is_answer


class Board:
    """Several owners may speak about one file; the client sees all of it, each thing once, and only when it changed."""

    def __init__(self) -> None:
        self._said: dict[Hashable, dict[str, list[types.Diagnostic]]] = {}
        self._sent: dict[str, list[types.Diagnostic]] = {}
        self._pulled: dict[str, tuple[str, list[types.Diagnostic]]] = {}
        self._pulls = 0

    def put(self, owner: Hashable, found: Mapping[str, list[types.Diagnostic]], keep: bool = False) -> list[str]:
        """Replace what *owner* says (or, with *keep*, only on the files of *found*); the paths this touches."""
        before = self._said.pop(owner, {})
        now = {**(before if keep else {}), **found}
        now = {path: said for path, said in now.items() if said}
        if now:
            self._said[owner] = now
        return sorted({*before, *found}, key=os.fspath)

    def leave(self, path: str) -> None:
        """Forget what anyone said about the answer *path* until they say it again; the next `put` tells the client."""
        if is_answer(path):
            for said in self._said.values():
                said.pop(path, None)

    def on(self, path: str) -> list[types.Diagnostic]:
        """All that is to be shown on *path*, in the order of the text."""
        shown: list[types.Diagnostic] = []
        for said in self._said.values():
            shown += (each for each in said.get(path, ()) if each not in shown)
        return sorted(shown, key=lambda each: (each.range.start.line, each.range.start.character))

    def is_sent(self, path: str, shown: list[types.Diagnostic]) -> bool:
        """Whether the client already has *shown* for *path*; from now on it does."""
        if self._sent.get(path, []) == shown:
            return True
        if shown:
            self._sent[path] = shown
        else:
            self._sent.pop(path, None)
        return False

    def pull(self, path: str) -> tuple[str, list[types.Diagnostic]]:
        """A name for what is shown on *path* now, and the thing itself: the same name while nothing changed."""
        shown = self.on(path)
        if path not in self._pulled or self._pulled[path][1] != shown:
            self._pulls += 1
            self._pulled[path] = str(self._pulls), shown
        return self._pulled[path]

    def unpull(self, path: str) -> None:
        """*path* was closed: nobody pulls it any more."""
        self._pulled.pop(path, None)

    def pulled_is_stale(self) -> bool:
        """Whether what the client pulled last is no longer what is to be shown."""
        return any(shown != self.on(path) for path, (_, shown) in self._pulled.items())
