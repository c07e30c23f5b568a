"""An affiliation lies in a country with which scientific cooperation is suspended: today the DPRK.

What it sees. A printed affiliation that resolves to such a country, by its printed name, place, or institution.
Whether the institution stands on any list does not matter: Kim Il Sung University and the State Academy of Sciences
are on neither the UN list (of February 2026) nor the EU list (of December 2025).

Why it matters. Since 30 November 2016 UN Security Council Resolution 2321, paragraph 11, suspends scientific and
technical cooperation with persons or groups officially sponsored by or representing the DPRK, medical exchanges
apart. Only the State, which notifies the 1718 Committee in advance, or in some fields that Committee itself, can
decide otherwise. A scientist, a co-author or a journal cannot. In the EU: Decision (CFSP) 2016/849 as amended by
Decision (CFSP) 2017/345, which binds the Member States.

What to do. Ask your institution's export-control office before you send the draft: UN experts count e-mail and joint
authorship as cooperation (their reading; it binds nobody). Record the decision of the competent authority with its
date and reference (kind `state-decision`). An answer of BAFA does not by itself replace that decision. Where it may
be a medical exchange, ask too.

Level: stop. Judged at the date of the work. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.rules.wording import read_as_country
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import Finding

CODE = "AF101"
NAME = Text("suspended-cooperation", "ausgesetzte-Zusammenarbeit")
SEITE = """Eine Affiliation liegt in einem Land, mit dem die wissenschaftliche Zusammenarbeit ausgesetzt ist: heute
die DVRK.

Was die Regel sieht. Eine Affiliation, die nach Ländername, Ort oder Einrichtung in einem solchen Land liegt. Ob die
Einrichtung auf einer Liste steht, ist gleich: Die Kim-Il-Sung-Universität und die Staatliche Akademie der
Wissenschaften stehen weder auf der Liste der UN (vom Februar 2026) noch auf der der EU (vom Dezember 2025).

Warum es darauf ankommt. Seit dem 30. November 2016 setzt Resolution 2321 des UN-Sicherheitsrats, Absatz 11, die
wissenschaftliche und technische Zusammenarbeit mit Personen oder Gruppen aus, die offiziell von der DVRK gefördert
werden oder sie vertreten; medizinischer Austausch ist ausgenommen. Anders entscheiden kann nur der Staat, der es
dem 1718-Ausschuss vorher mitteilt, in einigen Gebieten nur der Ausschuss selbst, nicht aber eine Wissenschaftlerin,
ein Mitautor oder eine Zeitschrift. In der EU: Beschluss (GASP) 2016/849 in der Fassung des Beschlusses (GASP)
2017/345, der die Mitgliedstaaten bindet.

Was zu tun ist. Fragen Sie die Exportkontrollstelle Ihrer Einrichtung, bevor der Entwurf verschickt wird: Fachleute
der UN zählen E-Mails und gemeinsame Autorschaft zur Zusammenarbeit (so lesen sie es; bindend ist das nicht). Halten
Sie die Entscheidung der zuständigen Behörde mit Datum und Aktenzeichen fest (Art `state-decision`). Eine Antwort des
BAFA ersetzt sie für sich allein nicht. Fragen Sie auch, wo es ein medizinischer Austausch sein könnte.

Stufe: Stopp. Beurteilt zum Datum der Arbeit. Arbeitet ohne Netz."""


def ask(place: Place, case: Case) -> Iterator[Finding]:
    """One finding for each such country the text decides for."""
    for hit in place.resolution.countries:
        measures = case.policy.country_measures(hit.code, CODE, case.today)
        if measures:
            yield case.finding(
                CODE,
                NAME,
                measures[0].level,
                place,
                read_as_country(case, place, hit),
                measures[0].question,
                [measure.ground() for measure in measures],
                institutions=place.institutions_in(hit.code),
                countries=(hit.code,),
            )
