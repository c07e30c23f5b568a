"""The files that ``askfirst init`` writes, as text: settings, and a profile for the user's own institution."""

from __future__ import annotations

import json

from askfirst.enquiry.offices import Office
from askfirst.formats.clean import clean
from askfirst_checks.days import written
from askfirst_checks.light import NamedTuple
from askfirst_checks.policy.presets import Preset
from askfirst_checks.policy.profile import Question
from askfirst_checks.words import Text

LONGEST = 300
"""characters of a value that the user types"""

_SETTINGS = Text("# Settings of askfirst for this folder.", "# Einstellungen von askfirst für diesen Ordner.")
_PROFILE = Text(
    "# The profile of an institution for askfirst; askfirst profile {file} shows what it changes.",
    "# Das Profil einer Einrichtung für askfirst; askfirst profile {file} zeigt, was es ändert.",
)
_CONTACT = Text("# Whom to ask: shown with every question.", "# Wer gefragt wird: steht bei jeder Frage.")
_BLANK = Text(
    "# The office is not known yet: take the # away and fill it in.",
    "# Die Stelle ist noch nicht bekannt: das # wegnehmen und ausfüllen.",
)
_READ = Text("# read on {day}: {page}", "# gelesen am {day}: {page}")
_PRESET = Text(
    "# From the preset {id}, after {institution}, {source} (read on {day}). Adapt it to your institution.",
    "# Aus der Vorlage {id}, nach {institution}, {source} (gelesen am {day}). An Ihre Einrichtung anpassen.",
)
_NOBODY = Text("your institution", "Ihre Einrichtung")
OFFICE = Text("Export control office", "Exportkontrollstelle")


class Chosen(NamedTuple):
    """What goes into the profile; all of it may be missing."""

    institution: str = ""
    found: Office | None = None
    """the row of the shipped table that the institution leads to"""
    office: str = ""
    """typed by the user; it wins"""
    email: str = ""
    preset: Preset | None = None


def settings_text(language: str, profile: str, said: str) -> str:
    """``askfirst.toml`` with what was chosen; the comments in the language *said*."""
    lines = [_SETTINGS.said(said)]
    lines += [f"language = {_quoted(language)}"] if language else []
    lines += [f"profile = {_quoted(profile)}"] if profile else []
    return "\n".join(lines) + "\n"


def profile_text(chosen: Chosen, file: str, said: str) -> str:
    """The profile; its comments in the language *said*, its words in both."""
    name = chosen.found.institution if chosen.found else chosen.institution
    lines = [clean(_PROFILE.fill(file=file).said(said)), f"name = {_quoted(name) if name else _both(_NOBODY)}", ""]
    lines += [_CONTACT.said(said), *_contact(chosen, said)]
    if chosen.preset:
        lines += ["", *_rules(chosen.preset, said)]
    return "\n".join(lines) + "\n"


def _contact(chosen: Chosen, said: str) -> list[str]:
    row = chosen.found
    if chosen.office or chosen.email:
        name = _quoted(chosen.office) if chosen.office else _both(row.name if row else OFFICE)
        lines = ["[contact]", f"office = {name}"]
        return [*lines, f"email = {_quoted(chosen.email)}"] if chosen.email else lines
    if row is None:
        return [_BLANK.said(said), "# [contact]", f"# office = {_both(OFFICE)}", '# email = ""']
    page = "" if row.email else row.page  # who has no mailbox to write to has a page to look at
    known = (("email", row.email), ("phone", row.phone), ("form", page))
    given = [f"{key} = {_quoted(value)}" for key, value in known if value]
    return [
        _READ.fill(day=written(row.read_on), page=row.page).said(said),
        "[contact]",
        f"office = {_both(row.name)}",
        *given,
    ]


def _rules(preset: Preset, said: str) -> list[str]:
    came = _PRESET.fill(id=preset.id, institution=preset.institution, source=preset.source, day=preset.read_on)
    lines = [clean(came.said(said)), f"# {clean(preset.says.said(said))}", "[countries]"]
    lines += [f"{code} = {_quoted(level)}" for code, level in preset.countries.items()]
    return [*lines, *(line for question in preset.questions for line in _question(question))]


def _question(question: Question) -> list[str]:
    lines = ["", "[[question]]", f"en = {_quoted(question.text.en)}", f"de = {_quoted(question.text.de)}"]
    return [*lines, f"countries = [{', '.join(map(_quoted, question.countries))}]"] if question.countries else lines


def _both(text: Text) -> str:
    return f"{{ en = {_quoted(text.en)}, de = {_quoted(text.de)} }}"


def _quoted(value: str) -> str:
    """A TOML string: what JSON writes, without a character that TOML would not take."""
    return json.dumps(clean(value).strip()[:LONGEST], ensure_ascii=False)
