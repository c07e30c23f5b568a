"""An affiliation lies in a country with whose state institutions German science organisations froze cooperation.

What it sees. A printed affiliation that resolves to Russia or Belarus. Whether the institution is a state body or a
company cannot be read from an affiliation; most universities and academies are, so the question is asked. It is about
institutions: who works there, and where they come from, plays no part. Authors who state that they belong to none
("Independent Researcher") are not asked about: that is a note.

Why it matters. On 25 February 2022 the Allianz der Wissenschaftsorganisationen recommended freezing cooperation
with state institutions and business enterprises in Russia; BMBF, DFG and DAAD followed with rules of their own, the
DAAD for Belarus too. These are recommendations and funding rules, and no law found names co-authorship.
Institutions decide differently: one suspended joint publications, another leaves them possible.

What to do. Ask your export-control office what your institution's own rule says, and record its answer (kind
`export-control-office`). An institution's profile can set the level for its house.

Level: ask. Judged at the date of the work. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.wording import read_as_country, without_institution
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import Finding

CODE = "AF102"
NAME = Text("frozen-state-cooperation", "eingefrorene-Zusammenarbeit")
SEITE = """Eine Affiliation liegt in einem Land, mit dessen staatlichen Einrichtungen deutsche
Wissenschaftsorganisationen die Zusammenarbeit eingefroren haben.

Was die Regel sieht. Eine Affiliation, die nach Ländername, Ort oder Einrichtung in Russland oder Belarus liegt. Ob
die Einrichtung staatlich oder ein Unternehmen ist, lässt sich aus einer Affiliation nicht lesen; die meisten
Universitäten und Akademien sind staatlich, also wird gefragt. Es geht um Einrichtungen: Wer dort arbeitet und woher
jemand kommt, spielt keine Rolle. Wer angibt, keiner Einrichtung anzugehören („Independent Researcher“), führt zu
keiner Frage: Das ist ein Hinweis.

Warum es darauf ankommt. Am 25. Februar 2022 empfahl die Allianz der Wissenschaftsorganisationen, Kooperationen mit
staatlichen Institutionen und Wirtschaftsunternehmen in Russland einzufrieren; BMBF, DFG und DAAD folgten mit
eigenen Regeln, der DAAD auch für Belarus. Das sind Empfehlungen und Förderregeln; keine gefundene Vorschrift nennt
gemeinsame Autorschaft. Einrichtungen entscheiden verschieden: Eine setzte gemeinsame Veröffentlichungen aus, eine
andere lässt sie möglich.

Was zu tun ist. Fragen Sie Ihre Exportkontrollstelle, was die Regelung Ihrer Einrichtung sagt, und halten Sie die
Antwort fest (Art `export-control-office`). Das Profil einer Einrichtung kann die Stufe für das eigene Haus setzen.

Stufe: Frage. Beurteilt zum Datum der Arbeit. Arbeitet ohne Netz."""


def ask(place: Place, case: Case) -> Iterator[Finding]:
    """One finding for each such country the text decides for, at the level of the institution's profile."""
    for hit in place.resolution.countries:
        measures = case.policy.country_measures(hit.code, CODE, case.today)
        level = case.level_in(hit.code, measures[0].level) if measures else "off"
        if level == "off":
            continue
        if without_institution(place):
            level = "note"
        yield case.finding(
            CODE,
            NAME,
            level,
            place,
            read_as_country(case, place, hit),
            measures[0].question,
            [measure.ground() for measure in measures],
            institutions=place.institutions_in(hit.code),
            countries=(hit.code,),
        )
