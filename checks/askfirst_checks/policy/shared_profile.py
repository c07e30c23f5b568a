"""A profile that lies in the repository, where every co-author can write: what it loosens, and what of it holds.

The user's own profile is never made quieter by it. Where the user has none it holds as it is, and what it loosens is
said in every output.
"""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.policy.changes import LEVELS, Change, changes
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.profile import Profile

_COUNTRY = Text("{code}{where}: {now} instead of {without}", "{code}{where}: {now} statt {without}")
_NAMES = {
    "stop": (Text("a stop", "Stopp"), Text("a stop", "Stopp")),
    "ask": (Text("a question", "Frage"), Text("a question", "Frage")),
    "note": (Text("a note", "Hinweis"), Text("a note", "Hinweis")),
    "off": (Text("off", "aus"), Text("nothing", "nichts")),
}
"""how a level is called, and how after “instead of”"""
_LARGE = {
    "once": Text(
        "from {n} authors on, one question for each institution",
        "ab {n} Personen im Autorenblock eine Frage je Einrichtung",
    ),
    "note": Text(
        "from {n} authors on, notes instead of questions", "ab {n} Personen im Autorenblock Hinweise statt Fragen"
    ),
}


def loosened(profile: Profile, policy: Policy, today: str) -> tuple[Text, ...]:
    """What *profile* makes quieter, a phrase each. Raises `BrokenData` for broken policy data."""
    quieter = (each for each in changes(profile, policy, today) if each.is_looser)
    found = tuple(_phrase(each, policy) for each in quieter)
    return found if profile.large == "each" else (*found, _LARGE[profile.large].fill(n=profile.large_from))


def _phrase(change: Change, policy: Policy) -> Text:
    known = policy.countries.get(change.code)
    where = Text(f" ({known.inside.en})", f" ({known.inside.de})") if known else Text("", "")
    now, without = _NAMES[change.now][0], _NAMES[change.without][1]
    return _COUNTRY.fill(code=change.code, where=where, now=now, without=without)


def strictly(profile: Profile, policy: Policy, today: str) -> Profile:
    """*profile* without all that it loosens; what it adds stays."""
    quieter = {each.code for each in changes(profile, policy, today) if each.is_looser}
    kept = {code: level for code, level in profile.countries.items() if code not in quieter}
    return profile._replace(countries=kept, large="each")


def joined(own: Profile, shared: Profile, policy: Policy, today: str) -> Profile:
    """*own*, with all in which *shared* asks more; whom to ask stays the user's own to say."""
    shared = strictly(shared, policy, today)
    moved = {each.code: each.now for each in changes(own, policy, today)}
    countries = dict(own.countries)
    for code, level in shared.countries.items():
        if code not in countries or LEVELS.index(level) < LEVELS.index(moved.get(code, countries[code])):
            countries[code] = level
    return own._replace(
        countries=countries,
        watched=tuple(dict.fromkeys((*own.watched, *shared.watched))),
        questions=tuple(dict.fromkeys((*own.questions, *shared.questions))),
        assessment=own.assessment or shared.assessment,
        contact=own.contact or shared.contact,
        contact_of=own.contact_of if own.contact else shared.contact_of,
    )
