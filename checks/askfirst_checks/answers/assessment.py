"""The self-assessment: BAFA's own questions about the content, and what a yes or no to each of them ends.

In this order: BAFA, Handbuch Exportkontrolle in der Wissenschaft (2nd edition 2022), as the export-control pages of
German universities carry its tests. It ends at the first sound reason. Goods are asked about whatever the reason: what
releases technology (General Technology Note, Annex I of Regulation (EU) 2021/821) does not release samples.
"""

from __future__ import annotations

from hashlib import sha256

from askfirst_checks.light import TYPE_CHECKING, Literal, NamedTuple
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.model import Manuscript

YesNo = Literal["yes", "no"]


class Question(NamedTuple):
    """One question of the self-assessment."""

    id: str
    asks: Text
    example: Text
    """what counts as an example"""
    source: Text
    """where that is said"""
    ends: YesNo | None
    """the answer that is a sound reason; None: it ends nothing"""
    ground: str
    """of `kinds.GROUNDS`: what the assessment then rests on"""


_DEFINITION = Text(
    "Annex I of Regulation (EU) 2021/821, “basic scientific research”",
    "Anhang I der Verordnung (EU) 2021/821, „wissenschaftliche Grundlagenforschung“",
)
QUESTIONS = (
    Question(
        "beyond-principles",
        Text(
            "Does the work give know-how to develop, make or use something, beyond principles?",
            "Gibt die Arbeit Wissen zu Entwicklung, Herstellung oder Verwendung weiter, über Grundlagen hinaus?",
        ),
        Text(
            "a recipe, a design, process parameters, code that runs a device; not: a theory, a measured property",
            "ein Rezept, ein Entwurf, Prozessparameter, Code für ein Gerät; nicht: eine Theorie, eine gemessene "
            "Eigenschaft",
        ),
        _DEFINITION,
        "no",
        "basic-research",
    ),
    Question(
        "near-values",
        Text(
            "Does it reach the values of an entry, or come near to them?",
            "Erreicht sie die Werte eines Eintrags, oder kommt sie ihnen nahe?",
        ),
        Text(
            "an entry without values is reached by what it describes; values: [from the current Annex I]",
            "ein Eintrag ohne Werte ist mit dem erreicht, was er beschreibt; Werte: [aus dem aktuellen Anhang I]",
        ),
        Text("the entry in Annex I itself", "der Eintrag in Anhang I selbst"),
        "no",
        "beyond-no-threshold",
    ),
    Question(
        "applied",
        Text(
            "Is the maturity above TRL 3, or does industry or the military pay for it?",
            "Liegt der Reifegrad über TRL 3, oder kommt Geld aus Industrie oder Militär?",
        ),
        Text(
            "a prototype tested in its environment, a pilot series, a company's contract; not: a proof of concept",
            "ein Prototyp im Einsatzumfeld, eine Vorserie, ein Firmenauftrag; nicht: ein Machbarkeitsnachweis",
        ),
        Text(
            "BAFA's test, as the University of Greifswald prints it",
            "der Maßstab des BAFA, wie ihn die Universität Greifswald wiedergibt",
        ),
        "no",
        "basic-research",
    ),
    Question(
        "public",
        Text("Is all of it public already?", "Ist alles daran schon öffentlich?"),
        Text(
            "a preprint or data set that anybody can read; not: a paper that is to appear, a private annex",
            "ein Preprint oder Datensatz, den jeder lesen kann; nicht: eine Arbeit, die erst erscheint, ein interner "
            "Anhang",
        ),
        Text(
            "Annex I of Regulation (EU) 2021/821, “in the public domain”",
            "Anhang I der Verordnung (EU) 2021/821, „allgemein zugänglich“",
        ),
        "yes",
        "public",
    ),
)
GOODS = Question(
    "goods",
    Text("Do samples, software or devices go along?", "Gehen Proben, Software oder Geräte mit?"),
    Text(
        "a strain, a plasmid, a wafer, an executable program; not: the text and its figures",
        "ein Stamm, ein Plasmid, ein Wafer, ein lauffähiges Programm; nicht: der Text und seine Abbildungen",
    ),
    Text(
        "General Technology Note, Annex I: it releases technology, not goods",
        "Allgemeine Technologie-Anmerkung, Anhang I: Sie nimmt Technologie aus, keine Waren",
    ),
    None,
    "",
)
DIFFERS = Text("differs", "abweichend")
"""last word of a `second_reader` who came to another result"""
IDS = (*(question.id for question in QUESTIONS), GOODS.id)


_SHORT = Text(
    "in short, from Regulation (EU) 2025/2003 and Directive 2009/43/EC; their own wording counts",
    "verkürzt, aus der Verordnung (EU) 2025/2003 und der Richtlinie 2009/43/EG; es gilt der Wortlaut",
)
_ENTRY = Text("{code} ({title}): {values}", "{code} ({title}): {values}")
_NONE = Text("[from the current act]", "[aus dem aktuellen Rechtsakt]")


def questions(manuscript: Manuscript) -> tuple[Question, ...]:
    """`QUESTIONS`, the second with the values of the entries that title, abstract and key words touch."""
    from askfirst_checks.topics import topics

    hits = topics(manuscript.title, manuscript.abstract, manuscript.keywords)
    values = [
        _ENTRY.fill(
            code=hit.entry.code, title=hit.entry.title, values=hit.entry.values if hit.entry.values.en else _NONE
        )
        for hit in hits
    ]
    if not values:
        return QUESTIONS
    example = Text("; ".join(each.en for each in values), "; ".join(each.de for each in values))
    return tuple(
        each._replace(example=example, source=_SHORT) if each.id == "near-values" else each for each in QUESTIONS
    )


def content_of(manuscript: Manuscript) -> str:
    """``sha256:...`` over title, abstract and funding as they read: an assessment lapses when one of them changes."""
    funding = sorted(plain(note.text) for note in manuscript.notes if note.kind in ("funding", "acknowledgement"))
    text = "\n".join([plain(manuscript.title), plain(manuscript.abstract), *funding])
    return "sha256:" + sha256(text.encode()).hexdigest()[:32]
