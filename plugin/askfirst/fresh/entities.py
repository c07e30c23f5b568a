"""What is read of a list: its date and its entities. Of persons nothing is taken but how many there are."""

from __future__ import annotations

from typing import NamedTuple

from askfirst_checks.words import Text


class Refused(Exception):
    """A file that does not come into force. `text` is one sentence."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Entity(NamedTuple):
    """One entity, as the list prints it."""

    reference: str
    name: str
    aliases: tuple[str, ...] = ()
    """those that the list itself calls good or strong"""
    programme: str = ""
    listed_on: str = ""
    """ISO date, or empty"""
    place: str = ""
    """the country of its address as the list prints it; empty where it prints none, or where the programme says it"""


class Export(NamedTuple):
    """A whole list."""

    as_of: str
    """ISO date that the file itself gives; empty where such a list gives none"""
    entities: tuple[Entity, ...]
    persons: int
    """how many persons were passed over"""


NO_EXTRA = Text(
    "reading a list needs the package defusedxml: pip install 'askfirst[online]'",
    "zum Lesen einer Liste fehlt das Paket defusedxml: pip install 'askfirst[online]'",
)
NO_XML = Text(
    "this is no {name}: a web page, or a file that cannot be read as XML",
    "das ist keine {name}: eine Webseite oder eine Datei, die sich nicht als XML lesen lässt",
)
OTHER_ROOT = Text(
    "this is no {name}: it begins with <{found}>, and <{expected}> is expected",
    "das ist keine {name}: Sie beginnt mit <{found}>, erwartet wird <{expected}>",
)
NO_DATE = Text("the {name} gives no date of its own", "die {name} nennt kein eigenes Datum")


def joined(text: str | None) -> str:
    """*text* on one line, without blanks around it."""
    return " ".join((text or "").split())


def iso_day(text: str | None) -> str:
    """The day at the head of a time stamp, ISO; empty where there is none."""
    import datetime

    try:
        return datetime.date.fromisoformat((text or "").strip()[:10]).isoformat()
    except ValueError:
        return ""
