"""The files that a Typst document takes in: other source in its tree, data that it loads. Packages stay outside."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Problem, Span, Tree, Unreadable
from askfirst_checks.readers.source.decoding import decode, problems
from askfirst_checks.readers.source.mapped_text import Source
from askfirst_checks.readers.typst.code import parsed
from askfirst_checks.readers.typst.syntax import Bit
from askfirst_checks.readers.typst.values import EMPTY, NONE, Scope, Value

if TYPE_CHECKING:
    from askfirst_checks.readers.typst.evaluate import Evaluator

MOST_FILES = 60
MOST_READ = 400_000
"""code points of one file that are parsed"""
MOST_IN_ALL = 1_500_000
"""code points that are parsed of all files of one document"""


class TreeFiles:
    """The files of one tree, each read once; what could not be followed is in `problems`."""

    def __init__(self, tree: Tree, root: str) -> None:
        self._tree = tree
        self._root = root
        self.sources: dict[str, Source] = {}
        self.problems: list[Problem] = []
        self.is_cut = False
        self.evaluator: Evaluator | None = None
        self._scopes: dict[str, Scope] = {}
        self._printed: dict[str, Value] = {}
        self._open: set[str] = set()
        self._left = MOST_IN_ALL

    def whole(self, path: str) -> Value:
        """What the root file prints."""
        try:
            self._source(path)
        except Unreadable as error:
            self.problems.append(Problem("file", error.text, Span(path, 1, 1, 1, 1), path))
            return EMPTY
        return self._run(path)

    def scope(self, path: str) -> Scope:
        """The variables of a file that was read."""
        return self._scopes.get(path) or Scope()

    def imported(self, path: str, at: Bit) -> Scope | None:
        """The variables of the file *path* points to from where *at* stands; None where it is none of the tree."""
        found = self._find(path, at)
        if found is None:
            return None
        self._run(found)
        return self._scopes.get(found)

    def included(self, path: str, at: Bit) -> Value:
        """What that file prints."""
        found = self._find(path, at)
        return EMPTY if found is None else self._run(found)

    def data(self, kind: str, path: str, at: Bit) -> Value:
        """The data of that file."""
        found = self._find(path, at)
        if found is None:
            return NONE
        from askfirst_checks.readers.typst.data import loaded

        return loaded(kind, self.sources[found])

    def _run(self, path: str) -> Value:
        if path in self._printed or path in self._open or self.evaluator is None:
            return self._printed.get(path, EMPTY)
        self._open.add(path)
        source = self.sources[path]
        end = min(MOST_READ, max(self._left, 0))
        self._left -= min(len(source.text), end)
        markup, is_cut = parsed(source, end)
        self.is_cut = self.is_cut or is_cut or len(source.text) > end
        scope = self._scopes[path] = Scope()
        self._printed[path] = self.evaluator.printed(markup, scope)
        self._open.discard(path)
        return self._printed[path]

    def _find(self, path: str, at: Bit) -> str | None:
        """The path in the tree of *path*, read; a package has none, and what cannot be read is reported."""
        if path.startswith("@") or not path.strip():
            return None
        folder = at.source.path.rpartition("/")[0]
        above = [self._root.rsplit("/", n)[0] if self._root.count("/") >= n else "" for n in range(1, 6)]
        places = dict.fromkeys(above if path.startswith("/") else (folder,))
        wanted = [whole for place in places if (whole := _joined(place, path)) is not None]
        for whole in wanted:
            if whole in self.sources or self._tree.exists(whole):
                break
        else:
            whole = wanted[0] if wanted else ""
        try:
            self._source(whole or path)
        except Unreadable as error:
            self.problems.append(Problem("file", error.text, at.source.span(at.start, at.end), path))
            return None
        return whole

    def _source(self, path: str) -> None:
        if path in self.sources:
            return
        if len(self.sources) >= MOST_FILES:
            self.is_cut = True
            self.sources[path] = Source(path, "")
            return
        text, encoding = decode(self._tree.read(path))
        self.problems.extend(problems(path, encoding))
        self.sources[path] = Source(path, text)


def _joined(folder: str, path: str) -> str | None:
    """*path* as seen from *folder*, both in the tree; None where it leads out of it."""
    parts = [part for part in folder.split("/") if part]
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
