"""An affiliation lies in a country for which the content of the work decides whether a licence or a notice is needed.

What it sees. A printed affiliation that resolves to Iran (Regulation (EU) No 267/2012, reinstated on 30 September
2025; UN measures since 27/28 September 2025), to the DPRK (Regulation (EU) 2017/1509, Articles 3 and 7 with Annex II,
beside what AF101 asks), to an arms-embargo country in the sense of Article 4(1)(b) of Regulation (EU) 2021/821 (list
of January 2023; whether Armenia, Azerbaijan and the Central African Republic would still stand there is open), to a
country of section 9(1) AWV, or to one that your institution's profile watches.

Why it matters. None of the rules named here is about writing together as such. What counts is what the draft
carries: listed technology that is neither public nor basic research, or a military or nuclear end-use that you know
of. By BAFA's handbook for academia, sending a draft to a co-author abroad is itself a transfer of what is in it.

What to do. Ask yourself whether the work could touch a listed category, and note why or why not (kind
`own-assessment`, with reasons), or ask your export-control office or BAFA. China is not an Article 4(1)(b) country
in Germany; Hong Kong, Macau and Taiwan are read as places of their own.

Level: ask for the DPRK, for Iran and for what the profile sets to ask; note for the others. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Ground
from askfirst_checks.rules.lists import RANK
from askfirst_checks.rules.wording import inside, read_as_country
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import Finding

CODE = "AF103"
NAME = Text("controlled-destination", "kontrolliertes-Bestimmungsland")
SEITE = """Eine Affiliation liegt in einem Land, bei dem der Inhalt der Arbeit darüber entscheidet, ob eine
Genehmigung oder eine Unterrichtung nötig ist.

Was die Regel sieht. Eine Affiliation, die nach Ländername, Ort oder Einrichtung in Iran liegt (Verordnung (EU) Nr.
267/2012, wieder eingesetzt am 30. September 2025; UN-Maßnahmen seit 27./28. September 2025), in der DVRK (Verordnung
(EU) 2017/1509, Artikel 3 und 7 mit Anhang II, neben dem, was AF101 fragt), in einem Waffenembargoland im Sinne von
Artikel 4 Absatz 1 Buchstabe b der Verordnung (EU) 2021/821 (Liste vom Januar 2023; ob Armenien, Aserbaidschan und die
Zentralafrikanische Republik noch dazugehören, ist offen), in einem Land des § 9 Absatz 1 AWV oder in einem, das das
Profil Ihrer Einrichtung beobachtet.

Warum es darauf ankommt. Keine der hier genannten Regeln handelt vom gemeinsamen Schreiben als solchem. Es zählt,
was der Entwurf enthält: gelistete Technologie, die weder öffentlich noch Grundlagenforschung ist, oder eine
militärische oder nukleare Endverwendung, von der Sie wissen. Nach dem Handbuch des BAFA für die Wissenschaft wird
mit einem Entwurf, der ins Ausland geht, schon übertragen, was darin steht.

Was zu tun ist. Fragen Sie sich, ob die Arbeit eine gelistete Kategorie berühren könnte, und halten Sie fest, warum
oder warum nicht (Art `own-assessment`, mit Begründung), oder fragen Sie Ihre Exportkontrollstelle oder das BAFA.
China ist in Deutschland kein Land nach Artikel 4 Absatz 1 Buchstabe b; Hongkong, Macau und Taiwan werden als eigene
Orte gelesen.

Stufe: Frage bei der DVRK, bei Iran und wo das Profil es so setzt; sonst Hinweis. Arbeitet ohne Netz."""

_KINDS = (
    "own-assessment",
    "bafa-nullbescheid",
    "bafa-voranfrage",
    "bafa-sonstige-anfrage",
    "bafa-licence",
    "export-control-office",
)
_OWN_RULE = Text("institution profile of {name}", "Profil der Einrichtung {name}")
_OWN_SAYS = Text(
    "Your institution asks about affiliations {where} in its own profile; it is no act of law.",
    "Ihre Einrichtung fragt in ihrem eigenen Profil nach Affiliationen {where}; es ist keine Rechtsvorschrift.",
)
_OWN_QUESTION = Text(
    "Has your export-control office been asked about this draft before you send it?",
    "Wurde Ihre Exportkontrollstelle zu diesem Entwurf gefragt, bevor Sie ihn verschicken?",
)


def ask(place: Place, case: Case) -> Iterator[Finding]:
    """One finding for each such country the text decides for."""
    for hit in place.resolution.countries:
        measures = case.policy.country_measures(hit.code, CODE, case.today)
        measures.sort(key=lambda measure: RANK[measure.level])
        own = _own_rule(case, hit.code)
        if not measures and not own:
            continue
        level = case.level_in(hit.code, measures[0].level if measures else "note")
        question = measures[0].question if measures else _OWN_QUESTION
        yield case.finding(
            CODE,
            NAME,
            "note" if level == "off" else level,
            place,
            read_as_country(case, place, hit),
            question,
            [*(measure.ground() for measure in measures), *own],
            institutions=place.institutions_in(hit.code),
            countries=(hit.code,),
        )


def _own_rule(case: Case, code: str) -> list[Ground]:
    """The ground for a country that only the profile names, or that it makes louder."""
    profile = case.profile
    if profile is None or profile.countries.get(code) not in ("ask", "note"):
        return []
    if case.policy.country_measures(code, "AF102", case.today):
        return []
    act = _OWN_RULE.fill(name=profile.name)
    says = _OWN_SAYS.fill(where=inside(case, code))
    return [Ground("institution-profile", "item", act, "", says, profile.path, "", _KINDS)]
