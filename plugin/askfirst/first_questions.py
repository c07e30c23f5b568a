"""The four questions of ``askfirst init`` on a terminal; each can be left out."""

from __future__ import annotations

from collections.abc import Callable, Collection

from askfirst import prompts, readership
from askfirst.prompts import Back, Draft, Skip
from askfirst.terminal import say
from askfirst_checks.light import NamedTuple
from askfirst_checks.policy.presets import Preset
from askfirst_checks.words import Text

_HEAD = Text(
    "Questions: {n}. Enter leaves one out. [b] back  [q] quit, and nothing is written.",
    "Fragen: {n}. Enter lässt eine aus. [z] zurück  [e] Ende, und nichts wird geschrieben.",
)
_INSTITUTION = Text(
    "Your institution, as you print it in your papers: ",
    "Ihre Einrichtung, wie Sie sie in Ihren Arbeiten angeben: ",
)
_LANGUAGE = Text(
    "In which language should askfirst speak? [1] English  [2] Deutsch",
    "In welcher Sprache soll askfirst sprechen? [1] English  [2] Deutsch",
)
_READERS = Text("Who may read your answers?", "Wer darf Ihre Antworten lesen?")
_WAYS = Text(
    "[1] only I (on this computer)  [2] everyone with this repository",
    "[1] nur ich (auf diesem Rechner)  [2] alle mit diesem Repositorium",
)
_PRESET = Text(
    "Which preset is nearest to the rules of your institution? Enter: none, the general rules hold.",
    "Welche Vorlage kommt den Regeln Ihrer Einrichtung am nächsten? Enter: keine, es gelten die allgemeinen Regeln.",
)
_ONE = Text("[{n}] {title}", "[{n}] {title}")
_LANGUAGES = ("en", "de")


class Start(NamedTuple):
    """What the options or the four answers say; empty where left out."""

    institution: str = ""
    language: str = ""
    readers: str = ""
    preset: str = ""


def ask(given: Start, presets: list[Preset], language: str, settled: Collection[str] = ()) -> Start:
    """Ask for what is missing in *given*; *settled* names fields that nothing is to be asked about. Raises `Quit`."""
    missing = [name for name in Start._fields if not getattr(given, name) and name not in settled]
    if missing:
        say(_HEAD.fill(n=len(missing)), language)
    at = 0
    while at < len(missing):
        try:
            given = given._replace(**{missing[at]: _QUESTIONS[missing[at]](presets, language)})
        except Back:
            at = max(at - 1, 0)
            continue
        except Draft:  # there is nothing to draft here
            continue
        except Skip:
            pass
        at += 1
    return given


def _institution(presets: list[Preset], language: str) -> str:
    return prompts.words(_INSTITUTION, language)


def _language(presets: list[Preset], language: str) -> str:
    return _among(_LANGUAGES, [_LANGUAGE], language)


def _readers(presets: list[Preset], language: str) -> str:
    return _among(readership.READERS, [_READERS, _WAYS], language)


def _preset(presets: list[Preset], language: str) -> str:
    lines = [_ONE.fill(n=n, title=each.title) for n, each in enumerate(presets, 1)]
    return _among(tuple(each.id for each in presets), [_PRESET, *lines], language)


def _among(choices: tuple[str, ...], lines: list[Text], language: str) -> str:
    for each in lines:
        say(each, language)
    chosen = prompts.number(len(choices), language, optional=True)
    return choices[chosen - 1] if chosen else ""


_QUESTIONS: dict[str, Callable[[list[Preset], str], str]] = {
    "institution": _institution,
    "language": _language,
    "readers": _readers,
    "preset": _preset,
}
