"""``askfirst resolve``: what a printed affiliation resolves to; one line out for every line in."""

from __future__ import annotations

import gc
import sys

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

SUMMARY = Text(
    "show what a printed affiliation resolves to: countries and institutions, with the words that decide",
    "zeigt, als was eine Affiliation erkannt wird: Länder und Einrichtungen, mit den Wörtern, die entscheiden",
)
_TEXTS = Text(
    "affiliations; without any, one a line on standard input",
    "Affiliationen; ohne Angabe eine je Zeile auf der Standardeingabe",
)
_FORMAT = Text(
    "text (default for arguments) or jsonl (default for standard input)",
    "text (Vorgabe für Argumente) oder jsonl (Vorgabe für die Standardeingabe)",
)
LONGEST = 1024 * 1024
"""bytes of one line on standard input"""
_TOO_LONG = Text(
    "a line on standard input is longer than 1 MB; an affiliation a line is expected",
    "eine Zeile der Standardeingabe ist länger als 1 MB; erwartet wird eine Affiliation je Zeile",
)
_EXPLAIN = Text(
    "show each word's part in the verdict, and the runner-up",
    "zeigt den Anteil jedes Wortes am Ergebnis und was als Nächstes in Frage käme",
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("texts", nargs="*", metavar="TEXT", help=_TEXTS.said(language))
    parser.add_argument("--format", choices=("text", "jsonl"), help=_FORMAT.said(language))
    parser.add_argument("--explain", action="store_true", help=_EXPLAIN.said(language))


def run(arguments: Namespace) -> int:
    """Resolve every text, as it comes."""
    from askfirst.formats import resolution as shape
    from askfirst.language import from_environment
    from askfirst.lists import resolver, standing
    from askfirst.terminal import fitted

    resolve, known = resolver().resolve, standing()
    language = arguments.lang or from_environment()
    texts: Iterable[str] = arguments.texts or _lines()
    if arguments.explain:
        return _explain(texts, language)
    as_lines = (arguments.format or ("text" if arguments.texts else "jsonl")) == "jsonl"
    # nothing here makes cycles, and looking for them takes a tenth of a long run
    gc.freeze()
    gc.set_threshold(100_000)
    write = sys.stdout.write
    for text in texts:
        found = resolve(text)
        write(shape.as_line(found, known) if as_lines else fitted(shape.as_text(found, known, language)))
    return 0


def _lines() -> Iterable[str]:
    """Lines as ``\\n`` ends them and nothing else does, so that what comes out can be counted against what went in."""
    from askfirst.errors import Failure

    while line := sys.stdin.buffer.readline(LONGEST + 1):
        if len(line) > LONGEST:
            raise Failure(_TOO_LONG)
        yield line.rstrip(b"\r\n").decode("utf-8", "replace")


def _explain(texts: Iterable[str], language: str) -> int:
    from askfirst.formats.clean import clean
    from askfirst.lists import resolver
    from askfirst.terminal import fitted
    from askfirst_checks.names.explain import explain

    current = resolver()
    for text in texts:
        for line in explain(current, text):
            print(fitted(clean(line.said(language))))
        print()
    return 0
