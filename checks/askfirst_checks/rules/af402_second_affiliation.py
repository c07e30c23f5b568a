"""A present address, a footnote, the funding or the acknowledgement names an institution that the affiliations do not.

What it sees. A present address or a footnote that resolves to an institution or country the other rules ask about;
and in funding statements and acknowledgements, such an institution in a sentence that speaks of support: funded,
supported, grant, project number, scholarship. Thanks for a discussion, a sample or a visit are passed over: to
thank somebody is no affiliation and no funding.

Why it matters. A second affiliation binds like the first, and who pays may have a say in the results. Both often stand
in small print only. Beside a stay or a scholarship the rules on guests and teaching are named (sections 49 to 51 and 53
AWV); they never ask by themselves.

What to do. Answer as for an affiliation there. If it was mere thanks after all, say so (kind
`not-this-institution`, with the reason).

Level: ask; note for a funding programme that only an assessment list names (US Section 1286, Table 2). Judged by
the same measures and dates as the affiliations. Works offline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.long_texts import resolve
from askfirst_checks.model import CountryHit, Evidence, Resolution
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case, Place
    from askfirst_checks.model import Finding, Ground, Level

CODE = "AF402"
NAME = Text("second-affiliation", "zweite-Affiliation")
SEITE = """Eine derzeitige Adresse, eine Fußnote, die Förderung oder die Danksagung nennt eine Einrichtung, die die
Affiliationen nicht nennen.

Was die Regel sieht. Eine derzeitige Adresse oder Fußnote mit einer Einrichtung oder einem Land, nach denen die
anderen Regeln fragen; und in Förderangaben und Danksagungen eine solche Einrichtung in einem Satz, der von
Unterstützung spricht: gefördert, unterstützt, Projektnummer, Stipendium. Dank für ein Gespräch, eine Probe oder
einen Besuch wird übergangen: Jemandem zu danken ist weder Affiliation noch Förderung.

Warum es darauf ankommt. Eine zweite Affiliation bindet wie die erste, und wer zahlt, redet bei den
Ergebnissen vielleicht mit. Beides steht oft nur im Kleingedruckten. Neben einem Aufenthalt oder Stipendium werden die
Regeln für Gäste und Lehre genannt (§§ 49 bis 51 und 53 AWV); allein fragen sie nie.

Was zu tun ist. Antworten Sie wie bei einer Affiliation dort. War es doch nur ein Dank, sagen Sie es (Art
`not-this-institution`, mit Begründung).

Stufe: Frage; Hinweis bei einem Förderprogramm, das nur eine Bewertungsliste nennt (US Section 1286, Tabelle 2).
Beurteilt nach denselben Maßnahmen und Daten wie die Affiliationen. Arbeitet ohne Netz."""

_KINDS = {
    "present-address": Text("present address", "derzeitige Adresse"),
    "note": Text("footnote", "Fußnote"),
    "acknowledgement": Text("acknowledgement", "Danksagung"),
    "funding": Text("funding", "Förderung"),
}
_READS = Text("{kind}: {reading}; no affiliation says so", "{kind}: {reading}; in den Affiliationen steht das nicht")
_PAID = Text(
    "Does your export-control office know of this support before you send the draft?",
    "Weiß Ihre Exportkontrollstelle von dieser Unterstützung, bevor Sie den Entwurf verschicken?",
)
_OF_COOPERATION = ("AF102", "AF103", "AF201")
"""Rules whose own question speaks of writing together, which a funder does not"""
_SENTENCE = re.compile(r"(?<=[.;!?。])\s+(?=[^\W\d_])|\n\s*\n")
_SUPPORT = re.compile(
    r"\b(fund(?:ed|ing|s)?|financ\w+|support(?:ed|ing|s)?|grants?|granted|project(?:s)? (?:no|number|nos)\b|"
    r"contract no|scholarships?|fellowships?|stipend\w*|sponsor\w*|award(?:ed)?|gefördert|förder\w+|unterstützt|"
    r"finanziert|soutenu\w*|financ\w+|bourse|поддерж\w+|грант\w*|финанс\w+|基金|资助)\b",
    re.IGNORECASE,
)
_STAY = re.compile(
    r"\b(scholarships?|fellowships?|stipend\w*|visit\w*|guest\w*|sabbatical|Gast\w*|bourse|стипенд\w*)\b", re.I
)
_ONLY_THANKS = re.compile(
    r"\b(discussions?|conversations?|comments|hospitality|proofreading|reading (?:of )?the manuscript|samples?|advice|"
    r"Diskussion(?:en)?|Gespräche?|Gastfreundschaft|Hinweise?)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(also (?:at|with)|affiliat\w+|(?:on|at) leave|now (?:at|with)|present(?:ly)?|permanent|current(?:ly)?|visiting|"
    r"home institut\w+|address|formerly at|member of|auch (?:am|an der|bei)|derzeit\w*|jetzt|zurzeit|beurlaubt|Adresse|"
    r"Anschrift|адрес)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(universit|institut|academ|akadem|laborator|cent(?:er|re)\b|department|faculty|fakultät|college|hochschule|"
    r"университет|институт|академ|大学|研究|대학|دانشگاه)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(presented|conference|workshop|symposium|meeting|proceedings|published|submitted|dedicated|in memory|"
    r"vorgetragen|Tagung|Konferenz|eingereicht|gewidmet)\b",
    re.IGNORECASE,
)
MOST_WORDS = 30
"""A footnote longer than this that does not say “present address” is prose"""


def ask(case: Case) -> Iterator[Finding]:
    """One finding for each note that names what no affiliation shows."""
    for note in case.notes:
        for place in _telling(note, case):
            found = [each for each in case.judge(place) if each.level != "note" and not case.shown(each.subject)]
            programmes = [] if found else _programmes(place, case)
            if found or programmes:
                strongest = (found or programmes)[0]
                reads = _READS.fill(kind=_KINDS[note.kind], reading=strongest.reads)
                pays = not _is_affiliation(note) and strongest.code in _OF_COOPERATION
                question = _PAID if pays or programmes else strongest.question
                level: Level = "note" if programmes else "ask"
                grounds = (*strongest.grounds, *_of_stays(note, place, strongest, case))
                yield strongest._replace(
                    code=CODE, name=NAME, level=level, reads=reads, question=question, grounds=grounds
                )


def _of_stays(note: Place, place: Place, finding: Finding, case: Case) -> tuple[Ground, ...]:
    """The rules about guests and teaching, beside a second affiliation or a scholarship; they ask nothing alone."""
    if not _is_affiliation(note) and not _STAY.search(place.text):
        return ()
    codes = finding.subject.countries
    return tuple(m.ground() for code in codes for m in case.policy.country_measures(code, CODE, case.today))


def _programmes(place: Place, case: Case) -> list[Finding]:
    """The notes about funding programmes that an assessment list names, where *place* names one."""
    if _is_affiliation(place):
        return []
    return [each for each in case.judge(place) if any(_is_programme(hit, case) for hit in each.subject.institutions)]


def _is_programme(institution: str, case: Case) -> bool:
    return any(row.role == "programme" for row in case.policy.listings(institution))


def _telling(note: Place, case: Case) -> Iterator[Place]:
    """The note itself where it reads as an affiliation, else those of its sentences that speak of support."""
    matters = case.matters(note.resolution)
    if _is_affiliation(note):
        if matters and not _only_an_address(note):
            yield note
        return
    for sentence in dict.fromkeys(_SENTENCE.split(note.text)):
        if _SUPPORT.search(sentence) and not _ONLY_THANKS.search(sentence):
            yield from _paying(sentence, note, case, matters)


def _only_an_address(note: Place) -> bool:
    """Whether an e-mail address is all that tells: AF401 asks about it, and no second affiliation is printed."""
    told = [hit.evidence for hit in note.resolution.countries] + [hit.evidence for hit in note.resolution.institutions]
    return bool(told) and all(each.kind == "domain" for evidence in told for each in evidence)


def _is_affiliation(note: Place) -> bool:
    return note.kind == "present-address" or (note.kind == "note" and _reads_as_affiliation(note.text))


def _reads_as_affiliation(text: str) -> bool:
    if _SUPPORT.search(text) or _ONLY_THANKS.search(text) or _EVENT.search(text):
        return False
    return bool(_AT.search(text)) or (len(text.split()) <= MOST_WORDS and bool(_BODY.search(text)))


def _paying(sentence: str, note: Place, case: Case, matters: bool) -> Iterator[Place]:
    """The sentence, where it names institutions or a public funder; a country alone may be where the field work was."""
    resolution = resolve(case.resolver, sentence) if matters else Resolution(sentence)
    codes = {hit.country for hit in resolution.institutions}
    kept = [hit for hit in resolution.countries if hit.code in codes]
    kept += [hit for hit in _funders(sentence, case) if hit.code not in codes]
    if kept or resolution.institutions:
        yield note._replace(text=sentence, resolution=resolution._replace(countries=tuple(kept)))


def _funders(sentence: str, case: Case) -> Iterator[CountryHit]:
    words = f" {plain(sentence)} "
    found = {code: name for code, name in reversed(case.policy.funders) if f" {plain(name)} " in words}
    for code, name in found.items():
        yield CountryHit(code, (Evidence("note", name, code, "strong", 0, len(sentence)),))
