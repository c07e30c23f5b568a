"""The pages of the rules and the kinds of answer as they read in a jurisdiction.

A page is written once, in its rule. Where it names the authority, a form or a law of one member state, another
jurisdiction has words of its own: `jurisdictions/<id>.tsv`, one row a passage.
"""

from __future__ import annotations

import os
import re

from askfirst_checks import kinds
from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.policy import Policy


class Passage(NamedTuple):
    """One row: words of a page, or of a kind of answer, and what stands there instead."""

    of: str
    """code of a rule; or a kind of answer: its name (`kind`) or its line (`explained`), as `kind:bafa-licence`"""
    language: str
    """``en`` or ``de``"""
    words: str
    """as written, whatever its line breaks; all of them where it is `*`"""
    instead: str


def passages(policy: Policy) -> list[Passage]:
    """The rows of the jurisdiction of *policy*; none where it has no file. Raises `BrokenData`."""
    name = f"jurisdictions/{policy.jurisdiction}.tsv"
    if not os.path.exists(os.path.join(policy.folder, name)):
        return []
    return [Passage(*row) for row in policy.rows(name, 4)]


def called(policy: Policy, kind: str) -> Text:
    """How a kind of answer is called in the jurisdiction. Raises `KeyError` and `BrokenData`."""
    return in_words_of(policy, f"kind:{kind}", kinds.KINDS[kind])


def explained(policy: Policy, kind: str) -> Text:
    """What a kind of answer is, in a line. Raises `KeyError` and `BrokenData`."""
    return in_words_of(policy, f"explained:{kind}", kinds.EXPLAINED[kind])


def naming(policy: Policy, text: Text, kind: str) -> Text:
    """*text*, which names a kind of answer, with the name that the kind has in the jurisdiction."""
    usual, here = kinds.KINDS[kind], called(policy, kind)
    return Text(text.en.replace(usual.en, here.en), text.de.replace(usual.de, here.de))


def in_words_of(policy: Policy, of: str, text: Text) -> Text:
    """*text*, the page or the name that is called *of* in a `Passage`, in the words of the jurisdiction."""
    here = [each for each in passages(policy) if each.of == of]
    english = [each for each in here if each.language == "en"]
    german = [each for each in here if each.language == "de"]
    return Text(_with(text.en, english), _with(text.de, german))


def _with(text: str, here: list[Passage]) -> str:
    for each in here:
        text = each.instead if each.words == "*" else _like(each.words).sub(each.instead.replace("\\", r"\\"), text)
    return text


def _like(words: str) -> re.Pattern[str]:
    """*words*, whatever blanks and line breaks stand between them."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))
