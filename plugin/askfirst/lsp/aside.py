"""A large bibliography read in a process of its own, so that the server stays small and quick while that lasts.

Reading 19 MB takes some seconds and over 100 MiB, once; what comes of it is small. ``python -m askfirst.lsp.aside``
takes the request on standard input and gives the result on standard output, both pickled: the other side is this very
module.
"""

from __future__ import annotations

import atexit
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Hashable
from typing import IO, NamedTuple

from askfirst.files import FolderTree
from askfirst_checks.model import Bibliography, Problem, Reference, Span
from askfirst_checks.readers.bibtex import bibliography

Read = tuple[Bibliography, dict[str, str], tuple[Problem, ...]]
LARGE = 1024 * 1024
"""bytes from which a bibliography is read aside"""
_PATIENCE = 120
"""seconds"""
_TICK = 0.02
_Key = tuple[str, str, frozenset[str] | None, Hashable]


class _Process(NamedTuple):
    process: subprocess.Popen[bytes]
    out: IO[bytes]
    since: float


_running: dict[_Key, _Process] = {}


def read_aside(top: str, path: str, names: frozenset[str] | None, mark: Hashable = None) -> Read | None:
    """`bibliography` of the file *path* in the tree at *top*, its text thinned out; None where that did not work.

    *mark* tells one state of the file from the next. Whoever is interrupted here and comes again waits for the same
    process, which goes on meanwhile.
    """
    key = top, path, names, mark
    for other in [each for each in _running if each[:2] == key[:2] and each != key]:
        _end(other)
    result: Read | None = None
    try:
        if key not in _running:
            _running[key] = _started(pickle.dumps((top, path, names)))
        result = pickle.loads(_said(_running[key]))  # noqa: S301  written by `main`, below
    except (OSError, subprocess.SubprocessError, pickle.UnpicklingError, EOFError):
        pass
    _end(key)
    return result


def _started(request: bytes) -> _Process:
    command = [sys.executable, "-P", "-m", "askfirst.lsp.aside"]  # -P: nothing that lies in the current folder is run
    out = tempfile.TemporaryFile()  # noqa: SIM115  open until the process has ended
    with tempfile.TemporaryFile() as given:
        given.write(request)
        given.seek(0)
        return _Process(
            subprocess.Popen(command, stdin=given, stdout=out, stderr=subprocess.DEVNULL), out, time.monotonic()
        )


def _said(aside: _Process) -> bytes:
    """What the process wrote, at its end. Looks again and again: only between two steps can it be interrupted."""
    while aside.process.poll() is None:
        if time.monotonic() - aside.since > _PATIENCE:
            raise subprocess.TimeoutExpired(aside.process.args, _PATIENCE)
        time.sleep(_TICK)
    if aside.process.returncode:
        raise subprocess.CalledProcessError(aside.process.returncode, aside.process.args)
    aside.out.seek(0)
    return aside.out.read()


def _end(key: _Key) -> None:
    if aside := _running.pop(key, None):
        aside.process.kill()
        aside.process.wait()
        aside.out.close()


@atexit.register
def _end_all() -> None:
    for key in list(_running):
        _end(key)


def thinned(text: str, references: tuple[Reference, ...]) -> str:
    """*text* with only those lines left that some reference stands on; the others are empty, so that places agree."""
    kept = {line for reference in references for span in _spans(reference) for line in _lines(span)}
    return "\n".join(line if number in kept else "" for number, line in enumerate(text.split("\n"), 1))


def _spans(reference: Reference) -> list[Span]:
    inside = [*(each.span for each in reference.affiliations), *(each.span for each in reference.addresses)]
    return [reference.span, *inside]


def _lines(span: Span) -> range:
    return range(span.line, span.end_line + 1)


def main() -> None:
    """Serve one request."""
    top, path, names = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  written by `read_aside`, above
    book, sources, problems = bibliography(FolderTree(top), path, names)
    thin = {file: thinned(text, book.references) for file, text in sources.items()}
    sys.stdout.buffer.write(pickle.dumps((book, thin, problems)))


if __name__ == "__main__":
    main()
