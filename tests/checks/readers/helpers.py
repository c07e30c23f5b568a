"""A tree in memory, and the words under a span."""

from __future__ import annotations

from askfirst_checks.model import Span, Unreadable
from askfirst_checks.words import same


class Files:
    """Files by path; text is stored as UTF-8."""

    def __init__(self, **_: str) -> None:
        self.files: dict[str, bytes] = {}

    @classmethod
    def of(cls, path: str, content: str | bytes) -> Files:
        tree = cls()
        tree.files[path] = content.encode() if isinstance(content, str) else content
        return tree

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise Unreadable(same("no such file"))
        return self.files[path]

    def exists(self, path: str) -> bool:
        return path in self.files


def under(text: str, span: Span) -> str:
    """What *span* covers of *text*."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)
