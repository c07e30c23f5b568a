"""A large bibliography read in a process of its own, so that the server stays small and quick while that lasts.

Reading 19 MB takes some seconds and over 100 MiB, once; what comes of it is small. ``python -m askfirst.lsp.aside``
takes the request on standard input and gives the result on standard output, both pickled: the other side is this very
module.
"""

from __future__ import annotations

import pickle
import subprocess
import sys

from askfirst.files import FolderTree
from askfirst_checks.model import Bibliography, Problem, Reference, Span
from askfirst_checks.readers.bibtex import bibliography

Read = tuple[Bibliography, dict[str, str], tuple[Problem, ...]]
LARGE = 1024 * 1024
"""bytes from which a bibliography is read aside"""
_PATIENCE = 120
"""seconds"""


def read_aside(top: str, path: str, names: frozenset[str] | None) -> Read | None:
    """`bibliography` of the file *path* in the tree at *top*, its text thinned out; None where that did not work."""
    request = pickle.dumps((top, path, names))
    command = [sys.executable, "-P", "-m", "askfirst.lsp.aside"]  # -P: nothing that lies in the current folder is run
    try:
        done = subprocess.run(command, input=request, capture_output=True, timeout=_PATIENCE, check=True)
        result: Read = pickle.loads(done.stdout)  # noqa: S301  written by `main`, below
    except (OSError, subprocess.SubprocessError, pickle.UnpicklingError, EOFError):
        return None
    return result


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
