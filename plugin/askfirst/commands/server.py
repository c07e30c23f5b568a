"""``askfirst server``: the language server, on standard input and output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Text(
    "the language server, for editors; speaks LSP on standard input and output",
    "der Sprachserver für Editoren; spricht LSP über Standardein- und -ausgabe",
)
_STDIO = Text(
    "accepted because some clients add it; there is no other way",
    "wird angenommen, weil manche Editoren es anfügen; einen anderen Weg gibt es nicht",
)
_PROCESS = Text("end when this process ends", "enden, wenn dieser Prozess endet")
_ALONE = Text(
    "askfirst server waits for an editor on standard input; see askfirst's editors folder for how to set it up.",
    "askfirst server wartet auf der Standardeingabe auf einen Editor; Einstellungen dafür stehen im Ordner editors.",
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("--stdio", action="store_true", help=_STDIO.said(language))
    parser.add_argument("--clientProcessId", type=int, metavar="PID", dest="process", help=_PROCESS.said(language))


def run(arguments: Namespace) -> int:
    """Serve until the client goes. Does not return."""
    from askfirst.language import from_environment

    if sys.stdin.isatty():
        print(_ALONE.said(arguments.lang or from_environment()), file=sys.stderr)
    from askfirst.server import run as serve

    # At once, and without waiting for a check in progress: the client has gone.
    os._exit(serve())
