"""Affiliations in which no name can be looked for: words of two scripts, letters set apart, a reversed direction."""

from __future__ import annotations

from collections.abc import Iterator

from askfirst_checks.model import Manuscript, Problem
from askfirst_checks.names.unread import is_reversed, unread_word
from askfirst_checks.words import Text

_WORD = Text(
    "“{word}” is written in letters of two scripts, or letter by letter, and no name could be looked for in it",
    "„{word}“ ist in Buchstaben zweier Schriften oder Buchstabe für Buchstabe geschrieben, sodass sich darin kein Name "
    "suchen ließ",
)
_SIGN = Text(
    "“{word}” holds a sign that is no letter, and no name could be looked for in it",
    "„{word}“ enthält ein Zeichen, das kein Buchstabe ist, sodass sich darin kein Name suchen ließ",
)
_REVERSED = Text(
    "the direction of writing is turned over here, so that other words are printed than were read",
    "hier ist die Schreibrichtung umgekehrt, sodass etwas anderes gedruckt wird, als gelesen wurde",
)


def unread_words(manuscript: Manuscript) -> Iterator[Problem]:
    """A problem for each such affiliation."""
    turned = {path: text.split("\n") for path, text in manuscript.sources.items() if is_reversed(text)}
    for affiliation in manuscript.affiliations:
        span, word = affiliation.span, unread_word(affiliation.text)
        if word:
            says = _SIGN if "\ufffd" in word or not word.isprintable() else _WORD
            shown = "".join(sign if sign.isprintable() else "?" for sign in word)
            yield Problem("unexpanded", says.fill(word=shown), span, shown)
        elif span.file in turned and is_reversed("".join(turned[span.file][span.line - 1 : span.end_line])):
            yield Problem("unexpanded", _REVERSED, span, affiliation.text)
