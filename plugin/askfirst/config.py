"""Settings of a repository: ``askfirst.toml``, or ``[tool.askfirst]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import sys

from askfirst.errors import Failure
from askfirst.files import OUTSIDE, is_inside, read_regular, repository_root
from askfirst.language import LANGUAGES
from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.model import Unreadable
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.strict import Table

PROFILE = "askfirst-profile.toml"
"""name of an institution profile in the repository's root"""


MOST_PATTERNS = 200
"""of paths in ``exclude``: each is held against each file"""
_TOO_MANY = Text(
    "'exclude' can hold {most} patterns; a folder's name stands for all that is in it",
    "'exclude' fasst {most} Muster; der Name eines Ordners steht für alles darin",
)


MOST_CLASSES = 20
"""tables ``[[classes]]``"""
MOST_MACROS = 60
"""of one of them"""
_TOO_MANY_CLASSES = Text(
    "there can be {most} tables [[classes]]; one can hold the macros of several classes",
    "es kann {most} Tabellen [[classes]] geben; eine kann die Makros mehrerer Klassen enthalten",
)
_TOO_MANY_MACROS = Text(
    "a class can have {most} macros; only those around authors and affiliations are of use",
    "eine Klasse kann {most} Makros haben; gebraucht werden nur die um Autoren und Affiliationen",
)
_TWICE = Text(
    "\\{name} stands here twice; a macro has one meaning", "\\{name} steht hier zweimal; ein Makro hat eine Bedeutung"
)


class HouseClass(NamedTuple):
    """A LaTeX class of one's own, whose macros the repository's settings declare."""

    name: str
    macros: tuple[str, ...]
    """a line each, as ``author \\houseauthor{name}{marks}``"""


class Settings(NamedTuple):
    """What the configuration says, and where it stands."""

    file: str = ""
    """path of the configuration file, or empty"""
    jurisdiction: str = ""
    language: str = ""
    profile: str = ""
    """path of the institution profile, or empty"""
    exclude: tuple[str, ...] = ()
    """patterns of paths that a folder's check passes over, relative to the file's folder"""
    classes: tuple[HouseClass, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the configuration file."""
        return os.path.dirname(self.file)


def find(folder: str) -> Settings:
    """The settings for *folder*: the nearest file upwards, not beyond the repository's root. Raises `Failure`."""
    top = repository_root(folder)
    folder = os.path.realpath(folder)
    settings = Settings()
    for place in _upwards(folder, top):
        if found := _in_folder(place, top or folder):
            settings = found
            break
    return settings._replace(profile=settings.profile or _profile(top or folder))


def _upwards(folder: str, top: str | None) -> list[str]:
    places = [folder]
    while top and places[-1] != top:
        places.append(os.path.dirname(places[-1]))
    return places


def _in_folder(folder: str, top: str) -> Settings | None:
    own = os.path.join(folder, "askfirst.toml")
    if os.path.lexists(own):
        if not is_inside(own, top):
            raise Failure(OUTSIDE, own)
        return read(own)
    shared = os.path.join(folder, "pyproject.toml")
    if os.path.isfile(shared) and is_inside(shared, top) and "[tool.askfirst" in _text(shared):
        return read(shared)
    return None


def _text(path: str) -> str:
    try:
        return read_regular(path, limit=1024 * 1024).decode("utf-8", "replace")
    except Unreadable as error:
        raise Failure(error.text, path) from error


def read(path: str) -> Settings:
    """The settings in the file *path*. Raises `BrokenData` with its line."""
    return parsed(path, _text(path))


def parsed(path: str, text: str) -> Settings:
    """The settings that *text* holds, as if it stood in the file *path*. Raises `BrokenData` with its line."""
    from askfirst_checks.strict import parse

    table = parse(path, text)
    if os.path.basename(path) == "pyproject.toml":
        table = table.table("tool").table("askfirst")
    profile = table.word("profile", default="")
    settings = Settings(
        file=path,
        jurisdiction=table.word("jurisdiction", default=""),
        language=table.word("language", LANGUAGES, default=""),
        profile=os.path.join(os.path.dirname(path), os.path.expanduser(profile)) if profile else "",
        exclude=_patterns(table),
        classes=_classes(table),
    )
    table.done()
    return settings


def _patterns(table: Table) -> tuple[str, ...]:
    found = table.words("exclude")
    if len(found) > MOST_PATTERNS:
        raise table.wrong("exclude", _TOO_MANY.fill(most=MOST_PATTERNS))
    return found


def _classes(table: Table) -> tuple[HouseClass, ...]:
    tables = table.tables("classes")
    if len(tables) > MOST_CLASSES:
        raise table.wrong("classes", _TOO_MANY_CLASSES.fill(most=MOST_CLASSES))
    found: list[HouseClass] = []
    known: set[str] = set()
    for each in tables:
        found.append(HouseClass(each.word("name"), _macros(each, known)))
        each.done()
    return tuple(found)


def _macros(table: Table, known: set[str]) -> tuple[str, ...]:
    """The lines of one class; what is wrong with one is told at its own line. *known* grows by their names."""
    from askfirst_checks.readers import house_macro
    from askfirst_checks.strict import BrokenData

    lines = table.words("macros")
    if len(lines) > MOST_MACROS:
        raise table.wrong("macros", _TOO_MANY_MACROS.fill(most=MOST_MACROS))
    for line in lines:
        name, wrong = house_macro(line)
        wrong = _TWICE.fill(name=name) if wrong is None and name in known else wrong
        if wrong is not None:
            raise BrokenData(table.path, _line_with(table, line), wrong)
        known.add(name)
    return lines


def _line_with(table: Table, text: str) -> int:
    """The last line of the list of macros on which *text* stands as it is written, else that of its key."""
    first = table.line_of("macros")
    rest = enumerate(table.source.split("\n")[first - 1 :], first)
    written = (text, text.replace("\\", "\\\\"))
    return next((number for number, line in rest if any(each in line for each in written)), first)


def _profile(folder: str) -> str:
    place = os.path.join(folder, PROFILE)
    return place if os.path.lexists(place) else user_profile()


def user_profile() -> str:
    """Path of the institution profile in the user's configuration folder, or empty."""
    place = os.path.join(config_folder(), "profile.toml")
    return place if os.path.isfile(place) else ""


def config_folder() -> str:
    """The user's configuration folder of askfirst."""
    return _user_folder("XDG_CONFIG_HOME", ".config", "user_config_dir")


def data_folder() -> str:
    """The user's data folder of askfirst: the ROR index, and the answers of a Zotero library."""
    return _user_folder("XDG_DATA_HOME", ".local/share", "user_data_dir")


def _user_folder(variable: str, usual: str, asked: str) -> str:
    if sys.platform != "linux":
        import platformdirs

        return str(getattr(platformdirs, asked)("askfirst", appauthor=False))
    # what platformdirs answers on Linux, without the 14 ms of importing it
    base = os.environ.get(variable, "").strip() or os.path.join(os.path.expanduser("~"), usual)
    return os.path.join(base, "askfirst")
