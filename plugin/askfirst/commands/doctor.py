"""``askfirst doctor``: what is set up here, and whether it works."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Text("show what is set up here, and whether it works", "zeigt, was hier eingerichtet ist und ob es geht")
_FOLDER = Text("a folder (default: the current one)", "ein Ordner (Vorgabe: der aktuelle)")
_EPILOG = Text(
    "It opens no connection. Exit code: 0, or 1 where something that is set up is broken.",
    "Es wird keine Verbindung geöffnet. Rückgabewert: 0, oder 1, wenn etwas Eingerichtetes defekt ist.",
)
_BROKEN = Text("broken: ", "defekt: ")


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.epilog = _EPILOG.said(language)
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help=_FOLDER.said(language))


def run(arguments: Namespace) -> int:
    """Print a line for each part; 1 where one does not work. Raises `Failure` for a folder that is not there."""
    import os

    from askfirst import doctor
    from askfirst.errors import Failure
    from askfirst.files import MISSING
    from askfirst.formats.clean import clean, wrap
    from askfirst.language import from_environment
    from askfirst.terminal import fitted, width

    if not os.path.isdir(arguments.folder):
        raise Failure(MISSING, arguments.folder)
    language = arguments.lang or from_environment()
    print(fitted(clean(doctor.versions().said(language))))
    parts = list(doctor.parts(arguments.folder))
    for part in parts:
        said = (_BROKEN.said(language) if part.is_broken else "") + part.says.said(language)
        for line in wrap(f"{part.name.said(language)}: {said}", width()):
            print(clean(line))
    return int(any(part.is_broken for part in parts))
