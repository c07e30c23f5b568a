"""``askfirst profile``: whether an institution's profile can be relied on, and what it changes."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.changes import Change
    from askfirst_checks.policy.profile import Profile

SUMMARY = Text(
    "check an institution's profile and show what it loosens",
    "prüft das Profil einer Einrichtung und zeigt, was es lockert",
)
_FILE = Text("the profile (default: the one in force here)", "das Profil (Vorgabe: das hier geltende)")
_EPILOG = Text(
    "Exit code: 0, or 2 where the profile cannot be relied on.",
    "Rückgabewert: 0, oder 2, wenn auf das Profil kein Verlass ist.",
)
_NONE = Text(
    "no profile is in force here; askfirst init writes one", "hier gilt kein Profil; askfirst init legt eines an"
)
_VALID = Text("{file} can be used. Profile: {name}.", "{file} ist verwendbar. Profil: {name}.")
_CONTACT = Text("Whom to ask: {contact}", "Wer gefragt wird: {contact}")
_NOBODY = Text(
    "Whom to ask: not given; a [contact] is shown with every question.",
    "Wer gefragt wird: nicht angegeben; ein [contact] steht bei jeder Frage.",
)
_LESS = Text("What it loosens:", "Was es lockert:")
_NOTHING = Text("It loosens nothing.", "Es lockert nichts.")
_MORE = Text("What it adds:", "Was es zusätzlich fragt:")
_LEVEL = {
    "stop": (Text("a stop", "ein Stopp"), Text("a stop", "eines Stopps")),
    "ask": (Text("a question", "eine Frage"), Text("a question", "einer Frage")),
    "note": (Text("a note", "ein Hinweis"), Text("a note", "eines Hinweises")),
    "off": (Text("nothing", "nichts"), Text("nothing", "nichts")),
}
"""how a level is called, and how after “instead of”"""
_COUNTRY = Text("- {code}{where}: {now} instead of {without}", "- {code}{where}: {now} statt {without}")
_SAME = Text("Named, and nothing changes: {codes}.", "Genannt, und nichts ändert sich: {codes}.")
_ONCE = Text(
    "- from {n} authors on, each institution is asked about once",
    "- ab {n} Personen im Autorenblock wird nach jeder Einrichtung nur einmal gefragt",
)
_NOTES = Text(
    "- from {n} authors on, every question that is no stop becomes a note",
    "- ab {n} Personen im Autorenblock wird jede Frage, die kein Stopp ist, zum Hinweis",
)
_WATCHED = Text("- {name}: {level}", "- {name}: {level}")
_QUESTION = Text("- also asked: {question}", "- außerdem gefragt: {question}")
_STAYS = Text(
    "No profile changes the rule about the DPRK or the lists.",
    "Die Regel zur DVRK und die Listen ändert kein Profil.",
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.epilog = _EPILOG.said(language)
    parser.add_argument("file", nargs="?", default="", metavar="FILE", help=_FILE.said(language))


def run(arguments: Namespace) -> int:
    """Print it. Raises `BrokenData` with file and line, and `Failure`."""
    from askfirst import checking
    from askfirst.errors import Failure
    from askfirst.language import from_environment
    from askfirst.terminal import say
    from askfirst_checks.policy import load
    from askfirst_checks.policy.profile import read_profile

    settings = checking.settings_for([arguments.file or "."])
    file = arguments.file or settings.profile
    if not file:
        raise Failure(_NONE)
    profile = read_profile(file, checking.text_on_disk(file))
    for line in told(profile, load(settings.jurisdiction or "de"), checking.today()):
        say(line, arguments.lang or settings.language or from_environment())
    return 0


def told(profile: Profile, policy: Policy, today: str) -> list[Text]:
    """What is said about *profile*, line by line."""
    from askfirst_checks.policy.changes import changes, idle

    moved = changes(profile, policy, today)
    less = [*_countries([each for each in moved if each.is_looser], policy), *_large(profile)]
    more = [*_countries([each for each in moved if not each.is_looser], policy), *_added(profile)]
    lines = [_VALID.fill(file=profile.path, name=profile.name), _whom(profile)]
    lines += [_LESS, *less] if less else [_NOTHING]
    lines += [_MORE, *more] if more else []
    if same := idle(profile, policy, today):
        lines.append(_SAME.fill(codes=", ".join(same)))
    return [*lines, _STAYS]


def _whom(profile: Profile) -> Text:
    if not profile.contact:
        return _NOBODY
    english, german = (", ".join(each.said(language) for each in profile.contact) for language in ("en", "de"))
    return _CONTACT.fill(contact=Text(english, german))


def _countries(moved: Sequence[Change], policy: Policy) -> list[Text]:
    return [
        _COUNTRY.fill(
            code=each.code, where=_where(each.code, policy), now=_LEVEL[each.now][0], without=_LEVEL[each.without][1]
        )
        for each in moved
    ]


def _where(code: str, policy: Policy) -> Text:
    known = policy.countries.get(code)
    return Text(f" ({known.inside.en})", f" ({known.inside.de})") if known else Text("", "")


def _large(profile: Profile) -> list[Text]:
    if profile.large == "each":
        return []
    return [(_ONCE if profile.large == "once" else _NOTES).fill(n=profile.large_from)]


def _added(profile: Profile) -> list[Text]:
    watched = [_WATCHED.fill(name=each.name, level=_LEVEL[each.level][0]) for each in profile.watched]
    return [*watched, *(_QUESTION.fill(question=each.text) for each in profile.questions)]
