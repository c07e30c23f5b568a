"""An affiliation names an institution that another State or a research institute has assessed, or that your profile
watches.

What it sees. A printed affiliation that names the institution by one of its names, with the country or place
agreeing. The lists: Canada's Named Research Organizations, the US Department of Defense list under Section 1286,
and the ASPI China Defence Universities Tracker; the entries of your institution's own profile; and, always as a
note, lists of the US, the United Kingdom and Switzerland that you read in yourself (`askfirst lists update --from`).

Why it matters. None of these lists has a legal effect in the EU. They are a signal for weighing what a partner
could use the work for; the decision stays with you and your institution.

What to do. Weigh it, and note it with your reasons (kind `own-assessment`). That settles the question for this work.

Level: note, since no law of the EU follows from such a list; ask where the entry itself names a military, security
or weapons body (Seven Sons, military academies, security ministries) and where your institution's profile says so
(`[assessment] level = "ask"`, or a watched entry). Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Ground
from askfirst_checks.rules.lists import lists_naming
from askfirst_checks.rules.wording import read_as_institution
from askfirst_checks.watched import watched_in
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import Finding, InstitutionHit, Level
    from askfirst_checks.policy.profile import Watched

CODE = "AF202"
NAME = Text("assessed-institution", "bewertete-Einrichtung")
SEITE = """Eine Affiliation nennt eine Einrichtung, die ein anderer Staat oder ein Forschungsinstitut bewertet hat
oder die das Profil Ihrer Einrichtung beobachtet.

Was die Regel sieht. Eine Affiliation, die die Einrichtung mit einem ihrer Namen nennt, wobei Land oder
Ort dazu passen. Die Listen: Kanadas Named Research Organizations, die Liste des US-Verteidigungsministeriums nach
Section 1286 und der ASPI China Defence Universities Tracker; dazu die Einträge im Profil Ihrer eigenen Einrichtung
und, immer als Hinweis, Listen der USA, des Vereinigten Königreichs und der Schweiz, die Sie selbst einlesen
(`askfirst lists update --from`).

Warum es darauf ankommt. Keine dieser Listen hat in der EU eine Rechtswirkung. Sie sind ein Anlass abzuwägen, wofür
ein Partner die Arbeit nutzen könnte; die Entscheidung bleibt bei Ihnen und Ihrer Einrichtung.

Was zu tun ist. Wägen Sie ab, und halten Sie es mit Gründen fest (Art `own-assessment`). Damit ist die Frage für diese
Arbeit erledigt.

Stufe: Hinweis, denn aus einer solchen Liste folgt kein Recht der EU; Frage, wo der Eintrag selbst eine Stelle von
Militär, Sicherheit oder Waffenentwicklung nennt (Seven Sons, Militärakademien, Sicherheitsministerien) und wo das
Profil Ihrer Einrichtung es so setzt (`[assessment] level = "ask"` oder ein beobachteter Eintrag).
Arbeitet ohne Netz."""

_KINDS = (
    "own-assessment",
    "bafa-nullbescheid",
    "bafa-voranfrage",
    "bafa-sonstige-anfrage",
    "bafa-licence",
    "export-control-office",
)
_OWN_LIST = Text("institution profile of {name}", "Profil der Einrichtung {name}")
_OWN_QUESTION = Text(
    "Has your export-control office been asked about this draft before you send it?",
    "Wurde Ihre Exportkontrollstelle zu diesem Entwurf gefragt, bevor Sie ihn verschicken?",
)


def ask(place: Place, case: Case) -> Iterator[Finding]:
    """One finding for each institution that such a list, or the profile, names at the date of the work."""
    for hit in place.resolution.institutions:
        lists = lists_naming(case, hit.id, (CODE,))
        if lists:
            grounds = [each.ground for each in lists]
            yield _finding(case, place, hit, _level(case, lists[0].level), lists[0].measure.question, grounds)
    for entry, hit in watched_in(case.profile, place.resolution):
        yield _finding(case, place, hit, entry.level, _OWN_QUESTION, [_own(case, entry)])


def _level(case: Case, level: Level) -> Level:
    """*level*, or what the profile makes of all assessment lists."""
    raised = case.profile is not None and case.profile.assessment == "ask"
    return "ask" if raised and level == "note" else level


def _own(case: Case, entry: Watched) -> Ground:
    assert case.profile is not None  # noqa: S101  an entry comes from a profile
    act = _OWN_LIST.fill(name=case.profile.name)
    return Ground("institution-profile", "assessment", act, "", entry.reason, case.profile.path, "", _KINDS)


def _finding(
    case: Case, place: Place, hit: InstitutionHit, level: Level, question: Text, grounds: list[Ground]
) -> Finding:
    return case.finding(
        CODE,
        NAME,
        level,
        place,
        read_as_institution(hit),
        question,
        grounds,
        institutions=(hit,),
        countries=(hit.country,) if hit.country else (),
    )
