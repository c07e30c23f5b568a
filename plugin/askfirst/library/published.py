"""How a question is worded about a work that has appeared: whether it was asked before, no longer whether it is to be.

A measure words its question for a draft. The rows here stand in for that; a measure without one is asked about in the
words of its layer. Whatever surrounds the question (an address, the institution's own questions) stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.model import Finding
    from askfirst_checks.policy import Policy

_PARAGRAPH_11 = Text(
    "Was it clarified before this was published whether a decision under paragraph 11 was needed, and who was to take "
    "it?",
    "Hat Ihre Einrichtung vor der Veröffentlichung geklärt, ob eine Entscheidung nach Absatz 11 nötig war und wer sie "
    "zu treffen hatte?",
)
_MILITARY = Text(
    "If a military end-use that this work could serve was known before it was published: was BAFA told?",
    "Falls vor der Veröffentlichung eine militärische Endverwendung bekannt war, der diese Arbeit dienen könnte: Wurde "
    "das BAFA unterrichtet?",
)
BY_MEASURE = {
    "un-2321-11": _PARAGRAPH_11,
    "eu-2016-849": _PARAGRAPH_11,
    "eu-2017-1509-items": Text(
        "If this work held anything of Annex II, or help with it: was the competent authority, in Germany BAFA, asked "
        "before it was published?",
        "Falls diese Arbeit etwas aus Anhang II oder Hilfe dazu enthielt: Wurde vor der Veröffentlichung die "
        "zuständige Behörde gefragt, in Deutschland das BAFA?",
    ),
    "eu-2021-821-4-1-b": _MILITARY,
    "eu-833-2014-5l": Text(
        "Did public programme money support the Russian side of this work, directly or indirectly?",
        "Flossen Mittel aus öffentlichen Programmen direkt oder indirekt an die russische Seite dieser Arbeit?",
    ),
    "un-1737-iran": Text(
        "If this work could touch nuclear or missile technology: was your export-control office or BAFA asked before "
        "it was published?",
        "Falls diese Arbeit Nuklear- oder Raketentechnik berühren könnte: Wurde vor der Veröffentlichung Ihre "
        "Exportkontrollstelle oder das BAFA gefragt?",
    ),
    "de-awv-9": Text(
        "If a use in a nuclear installation there was known before this was published: was BAFA told?",
        "Falls vor der Veröffentlichung eine Verwendung in einer kerntechnischen Anlage dort bekannt war: Wurde das "
        "BAFA unterrichtet?",
    ),
}
"""By the beginning of the measure's id"""

BY_LAYER = {
    "country": Text(
        "Was your export-control office asked about this joint publication before it appeared?",
        "Wurde Ihre Exportkontrollstelle zu dieser gemeinsamen Veröffentlichung gefragt, bevor sie erschien?",
    ),
    "listing": Text(
        "Was BAFA or your export-control office asked before this was published?",
        "Wurde vor der Veröffentlichung das BAFA oder Ihre Exportkontrollstelle gefragt?",
    ),
    "item": Text(
        "If this work carried listed technology, or helped with it: was your export-control office or the competent "
        "authority, in Germany BAFA, asked before it was published?",
        "Falls diese Arbeit gelistete Technologie oder Hilfe dazu enthielt: Wurde vor der Veröffentlichung Ihre "
        "Exportkontrollstelle oder die zuständige Behörde gefragt, in Deutschland das BAFA?",
    ),
    "assessment": Text(
        "Was it weighed, in writing, before this was published what this partner could use the work for?",
        "Wurde vor der Veröffentlichung schriftlich abgewogen, wofür dieser Partner die Arbeit nutzen könnte?",
    ),
}


def asked(finding: Finding, policy: Policy) -> Finding:
    """*finding* with the question of its measure worded for a work that has appeared."""
    for ground in finding.grounds:
        if ground.measure == "institution-profile":
            continue
        draft, past = policy.measure(ground.measure).question, wording(ground.measure, ground.layer)
        if draft.en in finding.question.en and draft.de in finding.question.de:
            said = finding.question
            return finding._replace(
                question=Text(said.en.replace(draft.en, past.en), said.de.replace(draft.de, past.de))
            )
    return finding


def wording(measure: str, layer: str) -> Text:
    """What is asked under *measure* about a work that has appeared."""
    own = [text for prefix, text in BY_MEASURE.items() if measure.startswith(prefix)]
    return own[0] if own else BY_LAYER[layer]
