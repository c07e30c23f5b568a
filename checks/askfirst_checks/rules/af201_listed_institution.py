"""An affiliation names an institution that stands on a list with legal effect in the EU.

What it sees. A printed affiliation that names the institution by one of its names, former names or usual
abbreviations, with the country or place agreeing. The lists: UN Security Council (DPRK, Iran), Regulations (EU)
2017/1509, 267/2012, 269/2014, 36/2012, (EC) 765/2006 (freezing of funds and economic resources), and Annex IV of
Regulation (EU) No 833/2014 and Annex V of (EC) 765/2006 (stricter export rules). Zones in Russia (Annex LII of
833/2014) are a note where the address prints them. Each listing counts from its own date.

Why it matters. Under a freeze neither funds nor economic resources are to reach the body, directly or indirectly.
Co-authorship is not mentioned as such; fees, equipment, samples, computing time or licences can be economic
resources. Annexes IV and V are about goods, technology and technical assistance.

What to do. Ask your export-control office or BAFA (for payments: Deutsche Bundesbank) and record the answer. If the
printed name means another body, say so with the reason (kind `not-this-institution`).

Level: stop for a freeze, ask for Annexes IV and V, note for a zone. Judged at the date of the work. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.lists import lists_naming
from askfirst_checks.rules.wording import read_as_institution
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import Finding

CODE = "AF201"
NAME = Text("listed-institution", "gelistete-Einrichtung")
SEITE = """Eine Affiliation nennt eine Einrichtung, die auf einer Liste mit Rechtswirkung in der EU steht.

Was die Regel sieht. Eine Affiliation, die die Einrichtung mit einem ihrer Namen, früheren Namen oder
üblichen Abkürzungen nennt, wobei Land oder Ort dazu passen. Die Listen: UN-Sicherheitsrat (DVRK, Iran),
Verordnungen (EU) 2017/1509, 267/2012, 269/2014, 36/2012, (EG) 765/2006 (Einfrieren von Geldern und wirtschaftlichen
Ressourcen) und Anhang IV der Verordnung (EU) Nr. 833/2014 sowie Anhang V von (EG) 765/2006 (strengere
Ausfuhrregeln). Zonen in Russland (Anhang LII von 833/2014) sind ein Hinweis, wo die Adresse sie nennt. Jeder Eintrag
zählt ab seinem eigenen Datum.

Warum es darauf ankommt. Bei einer Vermögenssperre dürfen der Stelle weder Gelder noch wirtschaftliche Ressourcen
zukommen, weder direkt noch indirekt. Gemeinsames Veröffentlichen wird als solches nicht genannt; Gebühren, Geräte,
Proben, Rechenzeit oder Lizenzen können wirtschaftliche Ressourcen sein. Bei den Anhängen IV und V geht es um Güter,
Technologie und technische Hilfe.

Was zu tun ist. Fragen Sie Ihre Exportkontrollstelle oder das BAFA (bei Zahlungen: Deutsche Bundesbank) und halten Sie
die Antwort fest. Meint der Name eine andere Stelle, sagen Sie es mit Begründung (Art
`not-this-institution`).

Stufe: Stopp bei einer Vermögenssperre, Frage bei den Anhängen IV und V, Hinweis bei einer Zone. Beurteilt zum Datum der
Arbeit. Arbeitet ohne Netz."""


def ask(place: Place, case: Case) -> Iterator[Finding]:
    """One finding for each institution that such a list names at the date of the work."""
    for hit in place.resolution.institutions:
        lists = lists_naming(case, hit.id, (CODE,))
        if lists:
            yield case.finding(
                CODE,
                NAME,
                lists[0].level,
                place,
                read_as_institution(hit),
                lists[0].measure.question,
                [each.ground for each in lists],
                institutions=(hit,),
                countries=(hit.country,),
            )
