"""Something of the document was there and could not be read.

What it sees. An author block of which nothing could be read; an author without affiliation; affiliations that could
not be tied to authors (they are judged all the same); a file that could not be followed; bytes, mark-up or
bibliography entries that could not be read.

Why it matters. A check that stays silent because it could not read would be taken for an answer.

What to do. Give the authors in one of the usual forms of the document class, or in an author list beside the
manuscript (`askfirst read` shows what was read). If you have looked at the author list yourself, record it (kind
`own-assessment`, covering the institution `author-block`, with the reason).

Level: ask where an author block is there and nothing of it could be read, else note. A document without authors is
no manuscript and raises none of these about authors. Works offline.
"""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding, Subject
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.case import Case

CODE = "AF901"
NAME = Text("unread-authors", "ungelesene-Autorenangaben")
SEITE = """Etwas vom Dokument war da und konnte nicht gelesen werden.

Was die Regel sieht. Einen Autorenblock, von dem nichts gelesen werden konnte; eine Autorin oder einen Autor ohne
Affiliation; Affiliationen, die sich niemandem zuordnen ließen (beurteilt werden sie trotzdem); eine Datei, der
nicht gefolgt werden konnte; Bytes, Auszeichnung oder Literatureinträge, die nicht lesbar waren.

Warum es darauf ankommt. Eine Prüfung, die schweigt, weil sie nicht lesen konnte, würde für eine Antwort gehalten.

Was zu tun ist. Geben Sie die Autorenschaft in einer der üblichen Formen der Dokumentklasse an oder in einer
Autorenliste neben dem Manuskript (`askfirst read` zeigt, was gelesen wurde). Haben Sie die Autorenliste selbst
durchgesehen, halten Sie es fest (Art `own-assessment`, für die Einrichtung `author-block`, mit Begründung).

Stufe: Frage, wo ein Autorenblock da ist und nichts davon gelesen werden konnte, sonst Hinweis. Ein Dokument ohne
Autorenangaben ist kein Manuskript und löst nichts davon aus. Arbeitet ohne Netz."""

BLOCK = "author-block"
"""What an answer names when somebody has looked at an author block that could not be read"""

_ABOUT_AUTHORS = ("no-authors", "no-affiliation", "untied")
_QUESTION = {
    "no-authors": Text(
        "Who are the authors, and where do they work? Nothing of the author block was checked.",
        "Wer hat die Arbeit verfasst, und an welchen Einrichtungen? Vom Autorenblock wurde nichts geprüft.",
    ),
    "no-affiliation": Text(
        "Which institution do they work at? Nothing was checked for them.",
        "An welcher Einrichtung arbeiten sie? Für sie wurde nichts geprüft.",
    ),
    "untied": Text(
        "Whose affiliation is it? It was checked all the same.",
        "Wessen Affiliation ist es? Geprüft wurde sie trotzdem.",
    ),
}
_OTHERWISE = Text("Is anything in it that should be checked?", "Steht darin etwas, das zu prüfen wäre?")


def ask(case: Case) -> Iterator[Finding]:
    """One finding for each problem that the reader reported."""
    for problem in case.manuscript.problems:
        if problem.kind in _ABOUT_AUTHORS and not case.manuscript.has_author_block:
            continue
        blank = problem.kind == "no-authors"
        yield Finding(
            CODE,
            NAME,
            "ask" if blank else "note",
            problem.span,
            problem.subject,
            problem.says,
            _QUESTION.get(problem.kind, _OTHERWISE),
            Subject(institutions=(BLOCK,)) if blank else Subject(),
        )
