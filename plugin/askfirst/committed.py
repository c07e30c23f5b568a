"""What a co-author can commit beside the manuscript, and what it makes quieter: settings, profile, exceptions."""

from __future__ import annotations

import os
import sys

from askfirst.errors import Failure
from askfirst.files import is_inside, repository_root
from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from askfirst.config import HouseClass, Settings
    from askfirst.documents import Found
    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.profile import Profile

USUAL = "de"
"""the jurisdiction whose rules ask where nobody chose another"""
_NAMED = 5
"""files that are named in one line"""

_OUTSIDE = Text(
    "the settings of the repository name this profile, and it lies outside. Put it into the repository, keep it as "
    "{own} for all your work, or name it with --profile",
    "die Einstellungen des Repositoriums nennen dieses Profil, und es liegt außerhalb. Legen Sie es ins Repositorium, "
    "für alle eigenen Arbeiten nach {own}, oder nennen Sie es mit --profile",
)
_LOOSER = Text(
    "profile {file} of this repository: {what} (check --strict asks without it)",
    "Profil {file} dieses Repositoriums: {what} (check --strict fragt ohne diese Lockerungen)",
)
_ELSEWHERE = Text(
    "{file} of this repository: the rules of '{code}' ask here (check --strict asks by those of '{usual}')",
    "{file} dieses Repositoriums: Hier wird nach dem Recht von '{code}' gefragt (check --strict fragt nach dem "
    "von '{usual}')",
)
_EXCLUDED = Text(
    "{file} of this repository leaves out: {which} (check --strict looks at them)",
    "{file} dieses Repositoriums lässt aus: {which} (check --strict sieht sie an)",
)
_CLASSES = Text(
    "{file} of this repository says how LaTeX macros of these classes are read: {which} (check --strict reads without)",
    "{file} dieses Repositoriums sagt, wie LaTeX-Makros dieser Klassen gelesen werden: {which} (check --strict liest "
    "ohne)",
)
_HIDDEN = Text(
    "not looked into, and there are manuscripts: {which}. To check one: askfirst check PATH",
    "nicht angesehen, und dort liegen Manuskripte: {which}. Um eines zu prüfen: askfirst check PFAD",
)
_OTHER_KINDS = Text(
    "askfirst does not read: {which}. askfirst check FILE says what to do",
    "askfirst liest nicht: {which}. askfirst check DATEI sagt, was zu tun ist",
)
_BY_NAME = Text(
    "not looked into in a folder: {which}; askfirst check FILE reads it",
    "in einem Ordner nicht angesehen: {which}; askfirst check DATEI liest es",
)
_ROOT = Text(
    "{part} names {root} as its root, and {root} does not take it in: both were checked",
    "{part} nennt {root} als Hauptdatei, und {root} bindet es nicht ein: Beide wurden geprüft",
)


_ADDRESS = Text(
    "the letter is addressed as {file} of this repository says; a co-author can write there",
    "die Anfrage ist so adressiert, wie es {file} dieses Repositoriums sagt; dort können auch Mitautoren schreiben",
)


class House(NamedTuple):
    """The profile that holds, and what the repository's part in it makes quieter."""

    profile: Profile | None = None
    notices: tuple[Text, ...] = ()


def jurisdiction(settings: Settings, given: str, strict: bool) -> tuple[str, tuple[Text, ...]]:
    """Whose rules ask, and a line where the repository chose others than the usual ones."""
    chosen = given or ("" if strict else settings.jurisdiction) or USUAL
    if given or chosen == USUAL:
        return chosen, ()
    return chosen, (_ELSEWHERE.fill(file=_name(settings.file), code=chosen, usual=USUAL),)


def classes(settings: Settings, strict: bool) -> tuple[tuple[HouseClass, ...], tuple[Text, ...]]:
    """The house classes that hold, and a line that names them."""
    if strict or not settings.classes:
        return (), ()
    named = [each.name for each in settings.classes]
    return settings.classes, (_CLASSES.fill(file=_name(settings.file), which=_few(named)),)


def house(settings: Settings, policy: Policy, today: str, text_of: Callable[[str], str], strict: bool) -> House:
    """The user's own profile and the repository's, joined. Raises `Failure` and `BrokenData`."""
    from askfirst import config
    from askfirst_checks.policy import shared_profile
    from askfirst_checks.policy.profile import read_profile

    own_path = config.user_profile()
    own = read_profile(own_path, text_of(own_path)) if own_path else None
    if settings.profile in ("", own_path):
        return House(own)
    refuse_outside(settings)
    name = _name(settings.profile)
    shared = read_profile(settings.profile, text_of(settings.profile))._replace(contact_of=name)
    if own is not None:
        return House(shared_profile.joined(own, shared, policy, today))
    what = shared_profile.loosened(shared, policy, today)
    if strict or not what:
        return House(shared_profile.strictly(shared, policy, today))
    english, german = ("; ".join(each.said(language) for each in what) for language in ("en", "de"))
    return House(shared, (_LOOSER.fill(file=name, what=Text(english, german)),))


def refuse_outside(settings: Settings) -> None:
    """Raise `Failure` where the repository's settings name a profile that lies outside of it, or a link leads there."""
    from askfirst import config

    path = settings.profile
    if not os.path.isabs(path):  # a path in git's own tree
        return
    own = config.config_folder()
    folder = settings.folder or os.path.dirname(path)  # no settings: the profile lies in the root itself
    if not is_inside(path, repository_root(folder) or folder) and not is_inside(path, own):
        raise Failure(_OUTSIDE.fill(own=os.path.join(own, "profile.toml")), path)


def left_out(found: Found, settings: Settings) -> tuple[Text, ...]:
    """A line each for what the repository's settings leave out, what hides, is not read, or names another root."""
    lines = [_ROOT.fill(part=part, root=root) for part, root in found.rerooted]
    if found.excluded:
        lines.append(_EXCLUDED.fill(file=_name(settings.file), which=_few(found.excluded)))
    if found.hidden:
        lines.append(_HIDDEN.fill(which=_few(found.hidden)))
    return (*lines, *(_of_other_kinds(found) if found.other_kinds else ()))


def _of_other_kinds(found: Found) -> Iterator[Text]:
    from askfirst.other_kinds import is_read_by_name

    for is_read, says in ((False, _OTHER_KINDS), (True, _BY_NAME)):
        if which := [path for path in found.other_kinds if is_read_by_name(path) == is_read]:
            yield says.fill(which=_few(which))


def address(profile: Profile | None) -> tuple[Text, ...]:
    """A line where the repository's *profile* says whom a letter goes to."""
    return (_ADDRESS.fill(file=profile.contact_of),) if profile and profile.contact_of and profile.contact else ()


def tell(notices: Sequence[Text], language: str) -> None:
    """Each notice on standard error: for commands whose output is no report."""
    from askfirst.formats.clean import clean

    for each in notices:
        sys.stderr.write(clean(f"askfirst: {each.said(language)}") + "\n")


def _few(names: Sequence[str]) -> str:
    more = f" (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _name(path: str) -> str:
    return os.path.basename(path)
