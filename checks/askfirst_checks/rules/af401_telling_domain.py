"""An e-mail or web address points to a country or institution that the affiliation does not show.

What it sees. The domain of a printed e-mail or web address: `ryongnamsan.edu.kp`, `sharif.edu`. Addresses of free
mail services say nothing about an institution and are passed over, whatever their ending. Where some affiliation of
the manuscript shows the same country or institution, that question stands already, and the address adds nothing to
it.

Why it matters. An affiliation can be missing, be one of several, or be that of a host. What counts is the address
that the draft goes to.

What to do. Ask the co-author which institution the address belongs to, and name it on the paper. Then the proper
question follows. If the domain means another body, say so with the reason (kind `not-this-institution`).

Level: ask. Judged by the same measures and dates as the affiliations. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.case import Place
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case
    from askfirst_checks.model import Address, Finding, Person

CODE = "AF401"
NAME = Text("telling-domain", "verweisende-Domain")
SEITE = """Eine E-Mail- oder Web-Adresse weist auf ein Land oder eine Einrichtung hin, die in der Affiliation nicht
steht.

Was die Regel sieht. Die Domain einer E-Mail- oder Web-Adresse: `ryongnamsan.edu.kp`, `sharif.edu`.
Adressen von Freemail-Diensten sagen nichts über eine Einrichtung und werden übergangen, gleich welche Endung sie
haben. Wo eine Affiliation des Manuskripts dasselbe Land oder dieselbe Einrichtung zeigt, steht die Frage schon da,
und die Adresse fügt nichts hinzu.

Warum es darauf ankommt. Eine Affiliation kann fehlen, eine von mehreren sein oder die der gastgebenden Einrichtung.
Es zählt die Adresse, an die der Entwurf geht.

Was zu tun ist. Fragen Sie nach, zu welcher Einrichtung die Adresse gehört, und nennen Sie diese in der Arbeit. Dann
folgt die richtige Frage. Meint die Domain eine andere Stelle, sagen Sie es mit Begründung (Art `not-this-institution`).

Stufe: Frage. Beurteilt nach denselben Maßnahmen und Daten wie die Affiliationen. Arbeitet ohne Netz."""

_READS = Text(
    "this address is {reading}; no affiliation says so",
    "diese Adresse: {reading}; in den Affiliationen steht das nicht",
)
_QUESTION = Text(
    "If an author works at the institution behind this address, the paper can name it. {question}",
    "Arbeitet jemand aus der Autorenliste an der Einrichtung hinter dieser Adresse, kann die Arbeit sie nennen. "
    "{question}",
)


def ask(case: Case) -> Iterator[Finding]:
    """One finding for each distinct address that points where no affiliation does."""
    seen: set[str] = set()
    for person, address in _addresses(case):
        domain = address.text.rpartition("@")[2].lower()
        if address.text in seen or case.is_free_mail(domain):
            continue
        seen.add(address.text)
        resolution = case.resolver.address(address.text)
        if case.matters(resolution):
            people = (person.name,) if person else ()
            place = Place(address.text, "address", (address.span,), people, resolution)
            yield from _strongest(place, case)


def _addresses(case: Case) -> Iterator[tuple[Person | None, Address]]:
    for person in case.manuscript.authors:
        yield from ((person, address) for address in person.addresses)
    yield from ((None, address) for address in case.manuscript.addresses)


def _strongest(place: Place, case: Case) -> Iterator[Finding]:
    found = [each for each in case.judge(place) if each.level != "note" and not case.shown(each.subject)]
    if found:
        strongest = found[0]
        yield strongest._replace(
            code=CODE,
            name=NAME,
            level="ask",
            reads=_READS.fill(reading=strongest.reads),
            question=_QUESTION.fill(question=strongest.question),
        )
