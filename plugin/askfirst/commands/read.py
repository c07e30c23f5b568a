"""``askfirst read``: what was read of a document, with positions."""

from __future__ import annotations

import os

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst.documents import Document

SUMMARY = Text(
    "show what was read of a manuscript: authors, affiliations, addresses, references",
    "zeigt, was in einem Manuskript gelesen wurde: Autoren, Affiliationen, Adressen, Literatur",
)
_FILES = Text(
    "manuscripts, bibliographies or author lists; - reads standard input",
    "Manuskripte, Literaturdateien oder Autorenlisten; - liest die Standardeingabe",
)
_FORMAT = Text("text (default) or json", "text (Vorgabe) oder json")
_NAME = Text("what the manuscript on standard input is called", "wie das Manuskript auf der Standardeingabe heißt")


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help=_FILES.said(language))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.said(language))
    parser.add_argument("--stdin-filename", metavar="NAME", default="stdin.tex", help=_NAME.said(language))


def run(arguments: Namespace) -> int:
    """Print what was read, one document after the other."""
    from askfirst.formats import reading as shape
    from askfirst.language import from_environment
    from askfirst.reading import classes_for, on_standard_input, read
    from askfirst.terminal import fitted

    found = []
    for file in arguments.files:
        if file == "-":
            document, tree = on_standard_input(arguments.stdin_filename)
            found.append((document.place, read(document, tree, references="all", classes=classes_for(document))))
        else:
            found += [(each.place, read(each, references="all", classes=classes_for(each))) for each in _named(file)]
    if arguments.format == "json":
        print(shape.as_json(found))
    else:
        print(fitted(shape.as_text(found, arguments.lang or from_environment())), end="")
    return 0


def _named(file: str) -> tuple[Document, ...]:
    from askfirst import documents

    if documents.in_archive(file):
        return documents.find([file]).documents
    documents.one(file)  # the same complaints as in a check
    folder, name = os.path.split(os.path.abspath(file))
    return (documents.document(os.path.join(os.path.realpath(folder), name)),)
