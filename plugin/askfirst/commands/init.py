"""``askfirst init``: settings, and a profile of the user's own institution. It never writes over a file."""

from __future__ import annotations

import os
import sys

from askfirst_checks.days import written
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst.first_questions import Start
    from askfirst.profile_text import Chosen

SUMMARY = Text(
    "write settings and a profile of your institution, in four questions",
    "legt Einstellungen und ein Profil Ihrer Einrichtung an, in vier Fragen",
)
_HELP = {
    "folder": Text(
        "where to write (default: this folder; in a repository, its root)",
        "wohin geschrieben wird (Vorgabe: dieser Ordner; in einem Repositorium dessen oberster)",
    ),
    "institution": Text("your institution, as you print it", "Ihre Einrichtung, wie Sie sie angeben"),
    "office": Text(
        "its export-control office (default: the one of the shipped table)",
        "ihre Exportkontrollstelle (Vorgabe: die der mitgelieferten Tabelle)",
    ),
    "email": Text("the office's mailbox", "Postfach der Stelle"),
    "preset": Text("rules to start from: {all}", "Regeln, von denen ausgegangen wird: {all}"),
    "private": Text("only you may read your answers", "nur Sie dürfen Ihre Antworten lesen"),
    "shared": Text(
        "everyone with the repository may read your answers", "alle mit dem Repositorium dürfen Ihre Antworten lesen"
    ),
    "user": Text(
        "the profile for all your papers, in your own configuration folder",
        "das Profil für alle Ihre Arbeiten, in Ihrem eigenen Konfigurationsordner",
    ),
}
_EPILOG = Text(
    "Without a terminal nothing is asked: --lang and the options say it. Exit code: 0, or 2 for a misuse.",
    "Ohne Terminal wird nichts gefragt: --lang und die Optionen geben es an. Rückgabewert: 0, bei Fehlgebrauch 2.",
)
_NO_FOLDER = Text("there is no such folder", "diesen Ordner gibt es nicht")
_NO_MAILBOX = Text("'{email}' is no mailbox", "'{email}' ist kein Postfach")
_NO_PRESET = Text("no preset '{name}'; there is: {all}", "keine Vorlage '{name}'; vorhanden: {all}")
_TOO_LONG = Text("more than {n} characters", "mehr als {n} Zeichen")
_THERE = Text(
    "this profile is there already and stays as it is; change it by hand",
    "dieses Profil gibt es schon, und es bleibt, wie es ist; ändern Sie es von Hand",
)
_KEPT = Text("{file} is there already and stays as it is.", "{file} gibt es schon und bleibt, wie es ist.")
_WROTE = Text("Written: {file}", "Geschrieben: {file}")
_NO_PROFILE = Text(
    "No profile was written: neither an institution nor a preset was named.",
    "Es wurde kein Profil geschrieben: weder Einrichtung noch Vorlage war genannt.",
)
_FOUND = Text(
    "Export-control office: {office} (read on {day}: {page}). Please check it.",
    "Exportkontrollstelle: {office} (gelesen am {day}: {page}). Bitte prüfen Sie sie.",
)
_UNKNOWN = Text(
    "No export-control office is known for “{name}”; fill it in: {file}",
    "Zu „{name}“ ist keine Exportkontrollstelle bekannt; tragen Sie sie ein: {file}",
)
_PRIVATE = Text("Only you can read your answers.", "Nur Sie können Ihre Antworten lesen.")
_SHARED = Text(
    "Everyone with the repository can read your answers.", "Alle mit dem Repositorium können Ihre Antworten lesen."
)
_CHANGED = Text("What the profile changes: {command}", "Was das Profil ändert: {command}")
_OTHER = Text("In force here is another profile: {file}", "Hier gilt ein anderes Profil: {file}")
_READ = Text(
    "Once committed, these files can be read by everyone with the repository (--user keeps a profile for you alone).",
    "Nach einem Commit können alle mit dem Repositorium diese Dateien lesen (--user legt ein Profil nur für Sie an).",
)
_NEXT = Text("Next: {command}", "Weiter mit: {command}")
_NOTHING = Text("Nothing was written.", "Nichts wurde geschrieben.")


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    from askfirst_checks.policy.presets import available

    said = {key: text.fill(all=", ".join(available())).said(language) for key, text in _HELP.items()}
    parser.epilog = _EPILOG.said(language)
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help=said["folder"])
    parser.add_argument("--institution", metavar="WORDS", default="", help=said["institution"])
    parser.add_argument("--office", metavar="WORDS", default="", help=said["office"])
    parser.add_argument("--email", metavar="ADDRESS", default="", help=said["email"])
    parser.add_argument("--preset", metavar="NAME", default="", help=said["preset"])
    readers = parser.add_mutually_exclusive_group()
    for name in ("private", "shared"):
        readers.add_argument(f"--{name}", dest="readers", action="store_const", const=name, default="", help=said[name])
    parser.add_argument("--user", action="store_true", help=said["user"])


def run(arguments: Namespace) -> int:
    """Ask for what is missing, write what is not there yet, and say the next command. Raises `Failure`."""
    from askfirst import config, first_questions, prompts, readership
    from askfirst.errors import Failure
    from askfirst.files import repository_root
    from askfirst.language import from_environment
    from askfirst.terminal import say

    if not os.path.isdir(arguments.folder):
        raise Failure(_NO_FOLDER, arguments.folder)
    top = repository_root(arguments.folder) or os.path.realpath(arguments.folder)
    profile = os.path.join(*((config.config_folder(), "profile.toml") if arguments.user else (top, config.PROFILE)))
    settings = config.find(top)  # before anything is written: broken settings are said, and stay
    _stop_at_misuse(arguments, profile)
    given = first_questions.Start(
        arguments.institution.strip(), arguments.lang or "", arguments.readers, arguments.preset
    )
    language = arguments.lang or settings.language or from_environment()
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        try:
            given = _asked(given, language, os.path.lexists(profile), bool(settings.file))
        except prompts.Quit:
            say(_NOTHING, language)
            return 0
    language = given.language or language
    chosen = _chosen(given, arguments)
    _write_profile(chosen, profile, language)
    _write_settings(given, settings.file, top, "" if arguments.user or not any(chosen) else profile, language)
    if given.readers:
        readership.remember(given.readers)
        say(_PRIVATE if given.readers == "private" else _SHARED, language)
    _tell(chosen, profile, top, language)
    return 0


def _stop_at_misuse(arguments: Namespace, profile: str) -> None:
    """Before anything is asked or written. Raises `Failure`."""
    from askfirst.enquiry.offices import is_mailbox
    from askfirst.errors import Failure
    from askfirst.profile_text import LONGEST
    from askfirst_checks.policy.presets import available

    if arguments.preset and arguments.preset not in available():
        raise Failure(_NO_PRESET.fill(name=arguments.preset, all=", ".join(available())))
    if arguments.email and not is_mailbox(arguments.email):
        raise Failure(_NO_MAILBOX.fill(email=arguments.email))
    for name in ("institution", "office"):
        if len(getattr(arguments, name)) > LONGEST:
            raise Failure(_TOO_LONG.fill(n=LONGEST), f"--{name}")
    wanted = arguments.institution or arguments.office or arguments.email or arguments.preset
    if wanted and os.path.lexists(profile):
        raise Failure(_THERE, profile)


def _asked(given: Start, language: str, has_profile: bool, has_settings: bool) -> Start:
    from askfirst.first_questions import ask
    from askfirst_checks.policy.presets import available, read_preset

    settled = [*(("institution", "preset") if has_profile else ()), *(("language",) if has_settings else ())]
    return ask(given, [read_preset(name) for name in available()], language, settled)


def _chosen(given: Start, arguments: Namespace) -> Chosen:
    from askfirst.enquiry import offices
    from askfirst.profile_text import Chosen
    from askfirst_checks.policy.presets import read_preset

    return Chosen(
        given.institution,
        offices.lookup((given.institution,), offices.load()) if given.institution else None,
        arguments.office.strip(),
        arguments.email,
        read_preset(given.preset) if given.preset else None,
    )


def _write_profile(chosen: Chosen, profile: str, language: str) -> None:
    from askfirst.profile_text import profile_text
    from askfirst.terminal import say

    if any(chosen) or os.path.lexists(profile):
        _put(profile, profile_text(chosen, _shown(profile), language), language)
    else:
        say(_NO_PROFILE, language)


def _write_settings(given: Start, there: str, top: str, profile: str, language: str) -> None:
    """`askfirst.toml` in *top*, where no settings are *there* yet, naming *profile*."""
    from askfirst.profile_text import settings_text
    from askfirst.terminal import say

    if there:
        say(_KEPT.fill(file=_shown(there)), language)
        return
    text = settings_text(given.language, os.path.basename(profile), language)
    _put(os.path.join(top, "askfirst.toml"), text, language)


def _put(path: str, text: str, language: str) -> None:
    """Write the file, or say that one is there. Raises OSError."""
    from askfirst.files import write_new
    from askfirst.terminal import say

    try:
        if os.path.lexists(path):
            raise FileExistsError(path)
        write_new(path, text.encode())
    except FileExistsError:
        say(_KEPT.fill(file=_shown(path)), language)
    else:
        say(_WROTE.fill(file=_shown(path)), language)


def _tell(chosen: Chosen, profile: str, top: str, language: str) -> None:
    """Which office was found, what the profile changes, and the next command."""
    from askfirst import config
    from askfirst.files import repository_root
    from askfirst.formats.command import quoted
    from askfirst.terminal import say

    row = None if chosen.office or chosen.email else chosen.found
    if row:
        mailbox = f", {row.email or row.phone}" if row.email or row.phone else ""
        office = Text(row.name.en + mailbox, row.name.de + mailbox)
        said = _FOUND.fill(office=office, day=written(row.read_on), page=row.page)
        say(said, language)
    elif chosen.institution and not (chosen.office or chosen.email):
        say(_UNKNOWN.fill(name=chosen.institution, file=_shown(profile)), language)
    if os.path.lexists(profile):
        say(_CHANGED.fill(command=f"askfirst profile {quoted(_shown(profile))}"), language)
        held = config.find(top).profile
        if os.path.realpath(held) != os.path.realpath(profile):
            say(_OTHER.fill(file=_shown(held)), language)
    in_git = repository_root(top) is not None
    if in_git and os.path.dirname(profile) == top:
        say(_READ, language)
    command = "askfirst hook install" if in_git else "askfirst check"
    say(_NEXT.fill(command=command), language)


def _shown(path: str) -> str:
    """*path* from here, where it lies beneath; else as it is."""
    here = os.path.relpath(path)
    return path if here.startswith("..") else here
