"""The open documents, and the works they belong to: which file is the root, what is shown, what is out of date."""

from __future__ import annotations

import os
import re

from lsprotocol import types

from askfirst import documents
from askfirst.files import repository_root
from askfirst.lsp.document import Document as Buffer
from askfirst.lsp.document import Place
from askfirst.lsp.judge import Judged, Snapshot
from askfirst.lsp.paths import is_answer, is_configuration, path_of, relative, uri_of
from askfirst.lsp.units import to_units
from askfirst_checks.model import Span
from askfirst_checks.readers import module_name
from askfirst_checks.readers.file_kinds import suffixes_of

Work = documents.Document
_ROOT = re.compile(r"^(?:[^%\n\\]|\\[^\n])*?\\document(?:class|style)\b(?!\s*\[[^\]]*\]\s*\{subfiles\})", re.MULTILINE)
_MAGIC = re.compile(r"^[ \t]*%+[ \t]*!\s*tex[ \t]+root[ \t]*=", re.MULTILINE | re.IGNORECASE)


class Works:
    """What the client has open. Paths are absolute; a work is known by its root's `documents.Document`."""

    def __init__(self, encoding: str = "utf-16") -> None:
        self.encoding = encoding
        self.buffers: dict[str, Buffer] = {}
        self.uris: dict[str, str] = {}
        """the client's own spelling of an open file's URI, by path"""
        self.judged: dict[Work, Judged] = {}
        self._work_of: dict[str, Work | None] = {}

    def open(self, uri: str, text: str, version: int) -> str | None:
        """Take a document in; its path, or None where it is no file."""
        path = path_of(uri)
        if path is None:
            return None
        self.buffers[path] = Buffer(text, version, self.encoding)
        self.uris[path] = uri
        self._work_of.clear()
        return path

    def change(self, uri: str, version: int, changes: list[types.TextDocumentContentChangeEvent]) -> str | None:
        """Apply the client's edits; the path, or None where that document is not open."""
        path = path_of(uri)
        buffer = self.buffers.get(path) if path else None
        if buffer is None:
            return None
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = change.range.start, change.range.end
                buffer.edit(Place(start.line, start.character), Place(end.line, end.character), change.text)
            else:
                buffer.replace(change.text)
        buffer.version = version
        return path

    def close(self, uri: str) -> str | None:
        """Let a document go; its path, or None where it was not open."""
        path = path_of(uri)
        if path is None or self.buffers.pop(path, None) is None:
            return None
        self.uris.pop(path, None)
        self._work_of.clear()
        return path

    def uri(self, path: str) -> str:
        """The client's URI of *path*, or a plain one where it is not open."""
        return self.uris.get(path) or uri_of(path)

    def roots_may_have_changed(self) -> None:
        """Forget which root each file belongs to: something was saved, opened or moved."""
        self._work_of.clear()

    def work_of(self, path: str) -> Work | None:
        """The work *path* belongs to; None for a file that askfirst does not read, an answer or a configuration."""
        if path not in self._work_of:
            self._work_of[path] = self._find(path)
        return self._work_of[path]

    def _find(self, path: str) -> Work | None:
        if is_answer(path) or is_configuration(path) or module_name(path) is None:
            return None
        if path.casefold().endswith((*suffixes_of("word"), *suffixes_of("pdf"))):
            return None  # an editor has no text of it
        if path.casefold().endswith(".toml") and not documents.is_document(path):
            return None
        for work, judged in self.judged.items():
            inside = relative(path, work.top)
            if inside in judged.files and inside != work.path:
                return work
        buffer = self.buffers.get(path)
        head = "".join(buffer.lines[:400]) if buffer else ""
        if _ROOT.search(head) and not _MAGIC.search(head):
            return documents.document(path)  # as typed, not as last saved
        return documents.document(documents.root_of(path, head.encode("utf-8", "replace") if buffer else None))

    def alive(self, work: Work) -> bool:
        """Whether a file of *work* is open, or one that names it as its root."""
        judged = self.judged.get(work)
        files = {work.path, *(judged.files if judged else ())}
        if any(os.path.join(work.top, file) in self.buffers for file in files):
            return True
        return any(self.work_of(path) == work for path in self.buffers)

    def touched(self, path: str) -> list[Work]:
        """The works to judge again when *path* changed."""
        if is_answer(path) or is_configuration(path):
            return [work for work in self.live() if self._holds(path, work)]
        own = self.work_of(path) if path in self.buffers else None
        reading = [work for work, judged in self.judged.items() if relative(path, work.top) in judged.files]
        return list(dict.fromkeys([*([own] if own else []), *reading]))

    def live(self) -> list[Work]:
        """All works that have a file open, also those that could not be judged so far."""
        opened = [work for path in self.buffers if (work := self.work_of(path))]
        return list(dict.fromkeys([*self.judged, *opened]))

    def _holds(self, path: str, work: Work) -> bool:
        """Whether the answer or configuration *path* can be one of *work*'s."""
        if is_configuration(path):
            top = repository_root(os.path.dirname(path)) or os.path.dirname(path)
            return work.top == top
        return relative(path, work.top) is not None

    def snapshot(self, work: Work) -> Snapshot:
        """The open files of *work*'s tree as they are now."""
        inside = {path: relative(path, work.top) for path in self.buffers}
        here = {path: name for path, name in inside.items() if name}
        return Snapshot(
            work,
            {name: self.buffers[path].data for path, name in here.items()},
            {name: tuple(self.buffers[path].lines) for path, name in here.items()},
            {path: self.buffers[path].version for path in here},
        )

    def is_current(self, snapshot: Snapshot) -> bool:
        """Whether *snapshot* still shows what the client has."""
        now = {path: b.version for path, b in self.buffers.items() if relative(path, snapshot.document.top)}
        return now == dict(snapshot.versions)

    def location(self, work: Work, span: Span) -> types.Location:
        """Where *span* of *work* lies, as the client counts."""
        path = os.path.join(work.top, span.file)
        start = self._position(work, span.file, span.line, span.column)
        end = self._position(work, span.file, span.end_line, span.end_column)
        return types.Location(self.uri(path), types.Range(start, max(start, end)))

    def before(self, work: Work, span: Span) -> types.Location:
        r"""What stands on its line before *span*: ``\author{``, say, where a question is about no one's name."""
        path = os.path.join(work.top, span.file)
        text = self._line(work, span.file, span.line)
        indent = len(text) - len(text.lstrip())
        start = self._position(work, span.file, span.line, min(indent + 1, span.column))
        return types.Location(
            self.uri(path), types.Range(start, self._position(work, span.file, span.line, span.column))
        )

    def _line(self, work: Work, file: str, line: int) -> str:
        buffer = self.buffers.get(os.path.join(work.top, file))
        if buffer:
            return buffer.lines[line - 1] if 0 < line <= len(buffer.lines) else ""
        judged = self.judged.get(work)
        return judged.lines.get((file, line), "") if judged else ""

    def _position(self, work: Work, file: str, line: int, column: int) -> types.Position:
        text = self._line(work, file, line)
        units = to_units(text, column - 1, self.encoding) if text else column - 1
        return types.Position(max(line - 1, 0), max(units, 0))
