"""An affiliation is spelled almost like an institution that stands on a list.

What it sees. A printed name that differs from a listed one by one letter in a long word, or in a way that
abbreviations do not explain; a phrase that can mean the DPRK or another country. It only suggests: a near spelling
never decides.

Why it matters. Names are transliterated in many ways, and typing errors happen. Two different institutions can also
differ by one word only, so the sentence is a question and nothing more.

What to do. If it is that institution, spell its name as it does itself, and the proper question follows. If not,
there is nothing to do.

Level: note; it never fails a check. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.lists import lists_naming
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import Finding, Ground, InstitutionHit

CODE = "AF203"
_OF_ACRONYMS = ("AF101", "AF102")
"""country rules that a body may fall under which an acronym alone means"""
NAME = Text("resembles-listed", "ähnliche-Schreibung")
SEITE = """Eine Affiliation ist fast so geschrieben wie eine Einrichtung, die auf einer Liste steht.

Was die Regel sieht. Einen Namen, der sich von einem gelisteten durch einen Buchstaben in einem langen
Wort unterscheidet oder auf eine Weise, die Abkürzungen nicht erklären; eine Wendung, die die DVRK oder ein anderes
Land meinen kann. Sie regt nur an: Eine ähnliche Schreibung entscheidet nie.

Warum es darauf ankommt. Namen werden auf viele Weisen umschrieben, und Tippfehler kommen vor. Auch zwei
verschiedene Einrichtungen können sich nur durch ein Wort unterscheiden; daher ist der Satz eine Frage und nicht
mehr.

Was zu tun ist. Ist es diese Einrichtung, schreiben Sie ihren Namen so, wie sie es selbst tut; dann folgt die richtige
Frage. Wenn nicht, ist nichts zu tun.

Stufe: Hinweis; er lässt keine Prüfung scheitern. Arbeitet ohne Netz."""

_READS = Text("spelled almost like {name}", "fast so geschrieben wie {name}")
_ABBREVIATES = Text("an abbreviation that {name} uses, too", "eine Abkürzung, die auch {name} führt")
_QUESTION = Text("Did you mean {name}?", "Ist {name} gemeint?")
_COULD_BE = Text("could be read as an institution {where}", "könnte als Einrichtung {where} gelesen werden")
_WHERE = Text("Is an institution {where} meant?", "Ist eine Einrichtung {where} gemeint?")


def ask(place: Place, case: Case) -> Iterator[Finding]:
    """One note for each institution that the text resembles, and for a country it may mean, where one of them asks."""
    named = {hit.id for hit in place.resolution.institutions}
    for hit in place.resolution.resembles:
        grounds = _grounds(hit, case) if hit.id not in named else []
        if grounds:
            yield case.finding(
                CODE,
                NAME,
                "note",
                place,
                (_ABBREVIATES if _is_acronym(hit) else _READS).fill(name=hit.name),
                _QUESTION.fill(name=hit.name),
                grounds,
                institutions=(hit,),
                countries=(hit.country,),
            )
    yield from _undecided(place, case)


def _is_acronym(hit: InstitutionHit) -> bool:
    return bool(hit.evidence) and hit.evidence[0].strength == "weak"


def _grounds(hit: InstitutionHit, case: Case) -> list[Ground]:
    lists = [each.ground for each in lists_naming(case, hit.id, ("AF201", "AF202"))]
    rules = _OF_ACRONYMS if _is_acronym(hit) else ("AF101",)
    measures = [m for rule in rules for m in case.policy.country_measures(hit.country, rule, case.today)]
    return lists or [each.ground() for each in measures]


def _undecided(place: Place, case: Case) -> Iterator[Finding]:
    """A country under AF101 that a printed phrase may mean; a word alone, as Korea, says too little."""
    told = {hit.code for hit in place.resolution.countries}
    phrases = {each.points_to for each in place.resolution.undecided if " " in each.words} - told
    for code in sorted(phrases):
        if measures := case.policy.country_measures(code, "AF101", case.today):
            where = case.policy.countries[code].inside
            grounds = [each.ground() for each in measures]
            reads, question = _COULD_BE.fill(where=where), _WHERE.fill(where=where)
            yield case.finding(CODE, NAME, "note", place, reads, question, grounds, countries=(code,))
