"""Title, abstract or key words touch what Annex I of Regulation (EU) 2021/821 lists.

What it sees. Title, abstract and key words, and nothing else: no author, no affiliation, no country. *Named* means
that words of an entry ("gas centrifuge") stand in the title or the key words, or more than once; *near*, that they
are mentioned or that several of its weaker words stand there. It shows at most three entries, each with the words that
made it. It never speaks alone: only beside an open question about a country, a list or your institution's profile,
unless the profile sets it to always or never.

Why it matters. For most countries only the content decides. Whether this work reaches an entry no word can tell: the
values that decide hardly ever stand in an abstract. Ten experts read such papers and disagreed; so does every tool.
What counts is that somebody asked, and what was answered.

What it leaves alone. Words that a text denies ("no uranium enrichment"), what the entry itself leaves out (an
automotive radar) and names of bodies. Technology in the public domain and basic scientific research are not controlled
(General Technology Note, Annex I). Samples, software and devices are another matter: this release does not reach goods.

What to do. Ask the questions BAFA asks: know-how to develop, make or use, beyond principles? at or near the values of
the entry? maturity above TRL 3, or industrial or military money? public already? samples, software, devices along? The
first sound reason ends it; `askfirst answer` (kind `own-assessment`) asks them and keeps the reasons. Where two readers
differ, `askfirst draft` writes to your export-control office.

Level: always a note. Works offline. Annex I was read in Regulation (EU) 2025/2003, in force since 15 Nov 2025, the
Common Military List in Directive 2009/43/EC as of June 2024; values are given in short: the act's own wording counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding, Span
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case
    from askfirst_checks.topics import Hit

CODE = "AF601"
NAME = Text("topic-of-the-work", "Thema-der-Arbeit")
SEITE = """Titel, Zusammenfassung oder Schlagwörter berühren, was Anhang I der Verordnung (EU) 2021/821 nennt.

Was die Regel sieht. Titel, Zusammenfassung und Schlagwörter, sonst nichts: keine Namen, keine Affiliation, kein Land.
*Genannt* heißt, dass Wörter eines Eintrags („Gaszentrifuge“) im Titel oder in den Schlagwörtern stehen oder mehr als
einmal; *nahe*, dass sie erwähnt werden oder mehrere seiner schwächeren Wörter dastehen. Sie zeigt höchstens drei
Einträge, jeden mit den Wörtern, die ihn ergeben haben. Sie spricht nie allein: nur neben einer offenen Frage zu einem
Land, einer Liste oder dem Profil Ihrer Einrichtung, es sei denn, das Profil stellt sie auf immer oder nie.

Warum es darauf ankommt. Für die meisten Länder entscheidet allein der Inhalt. Ob diese Arbeit einen Eintrag erreicht,
kann kein Wort sagen: Die Werte, auf die es ankommt, stehen fast nie in einer Zusammenfassung. Zehn Fachleute haben
solche Arbeiten gelesen und waren sich nicht einig; so geht es jedem Werkzeug. Es zählt, dass jemand gefragt hat, und
was die Antwort war.

Was sie in Ruhe lässt. Wörter, die ein Text verneint („keine Urananreicherung“), was der Eintrag selbst ausnimmt (ein
Radar im Auto), und Namen von Einrichtungen. Allgemein zugängliche Technologie und wissenschaftliche
Grundlagenforschung werden nicht kontrolliert (Allgemeine Technologie-Anmerkung, Anhang I). Proben, Software und Geräte
sind etwas anderes: Diese Ausnahme gilt nicht für Waren.

Was zu tun ist. Stellen Sie sich die Fragen des BAFA: Wissen zu Entwicklung, Herstellung oder Verwendung, über
Grundlagen hinaus? bei oder nahe den Werten des Eintrags? Reifegrad über TRL 3, oder Geld aus Industrie oder Militär?
schon öffentlich? Proben, Software, Geräte dabei? Der erste tragfähige Grund beendet es; `askfirst answer` (Art
`own-assessment`) stellt sie und hält die Gründe fest. Wo zwei verschieden lesen, schreibt `askfirst draft` an Ihre
Exportkontrollstelle.

Stufe: immer ein Hinweis. Arbeitet ohne Netz. Anhang I wurde in der Verordnung (EU) 2025/2003 gelesen, in Kraft seit dem
15.11.2025, die Gemeinsame Militärgüterliste in der Richtlinie 2009/43/EG, Stand Juni 2024; Werte sind verkürzt: Es gilt
der Wortlaut."""

_READS = {
    "named": Text(
        "the text names {words}: {entry} is about {title}", "der Text nennt {words}: {entry} betrifft {title}"
    ),
    "near": Text(
        "the text comes near to {entry}, {title}, with the words {words}",
        "der Text kommt {entry}, {title}, nahe, mit den Wörtern {words}",
    ),
}
_ENTRY = Text("entry {code} of Annex I", "Eintrag {code} des Anhangs I")
_ENTRIES = {
    "ML": Text("entry {code} of the Common Military List", "Eintrag {code} der Gemeinsamen Militärgüterliste"),
    "SURV": Text("Article 5 of Regulation (EU) 2021/821", "Artikel 5 der Verordnung (EU) 2021/821"),
}
_QUESTION = Text(
    "Does the work give know-how to develop, make or use such things, beyond principles?",
    "Gibt die Arbeit Wissen zu Entwicklung, Herstellung oder Verwendung solcher Dinge weiter, über Grundlagen hinaus?",
)

_NAMES = Text(
    "Title, abstract or key words name {entries}: see AF601.",
    "Titel, Zusammenfassung oder Schlagwörter nennen {entries}: siehe AF601.",
)
_WORDS = 3
"""words that are shown of each entry"""


def ask(case: Case) -> Iterator[Finding]:
    """At most one note on the work, with the entries that its title, abstract and key words touch."""
    from askfirst_checks.topics import topics

    manuscript = case.manuscript
    hits = topics(manuscript.title, manuscript.abstract, manuscript.keywords)
    if hits:
        span = manuscript.author_block or Span(manuscript.root, 1, 1, 1, 1)
        yield Finding(CODE, NAME, "note", span, manuscript.title, _reading(hits), _QUESTION, topics=hits)


def _reading(hits: tuple[Hit, ...]) -> Text:
    said = [_said(hit) for hit in hits]
    return Text("; ".join(each.en for each in said), "; ".join(each.de for each in said))


def _said(hit: Hit) -> Text:
    entry = hit.entry
    named = _ENTRIES.get(entry.act, _ENTRY).fill(code=entry.code)
    return _READS[hit.strength].fill(words=quoted(hit.words[:_WORDS]), entry=named, title=entry.title)


def named_in(hits: tuple[Hit, ...]) -> Text:
    """One sentence with what the text names: beside a question that turns on the content."""
    said = [
        Text("{words} ({code})", "{words} ({code})").fill(words=quoted(hit.words[:1]), code=hit.entry.code)
        for hit in hits
    ]
    return _NAMES.fill(entries=Text(", ".join(each.en for each in said), ", ".join(each.de for each in said)))


def quoted(words: Sequence[str]) -> Text:
    """Printed words in the quotation marks of each language."""
    return Text(", ".join(f"“{word}”" for word in words), ", ".join(f"„{word}“" for word in words))
