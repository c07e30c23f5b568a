"""What a client may set: in ``initializationOptions``, or later under ``askfirst`` in its settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from askfirst.language import LANGUAGES, from_environment

PAUSE = 350
"""milliseconds after the last keystroke until a document is checked"""


class Wishes(NamedTuple):
    """The client's settings."""

    language: str = ""
    """``en`` or ``de``; empty: as the repository's configuration, the client's locale or the environment say"""
    pause: int = PAUSE
    """milliseconds"""
    notes: bool = True
    """whether notes are shown as well"""
    locale: str = ""

    def speak(self, configured: str) -> str:
        """The language to use: the client's wish, else *configured*, else the client's locale, else the environment."""
        if self.language or configured:
            return self.language or configured
        if self.locale:
            return "de" if self.locale.casefold().startswith("de") else "en"
        return from_environment()


def wishes(given: object, before: Wishes) -> tuple[Wishes, list[str]]:
    """*before* with what *given* changes, and the keys whose value could not be used."""
    if isinstance(given, Mapping) and isinstance(given.get("askfirst"), Mapping):
        given = given["askfirst"]
    if not isinstance(given, Mapping):
        return before, []
    fits: dict[str, Callable[[Any], bool]] = {"language": _is_language, "pause": _is_pause, "notes": _is_switch}
    set_ = {key: given[key] for key in fits if given.get(key) is not None}
    usable = {key: value for key, value in set_.items() if fits[key](value)}
    return Wishes(**{**before._asdict(), **usable}), [key for key in set_ if key not in usable]


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and value in ("", *LANGUAGES)


def _is_pause(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 60_000


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)
