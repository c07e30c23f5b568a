"""A text as the eye reads it, and for every sign the offset it came from: mark-up, accents and invisible signs gone."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right

from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern

_INVISIBLE = (
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff\x00-\x08\x0e-\x1f]"
)
_APOSTROPHE = r"['’ʼʻ](?<=[^\W\d_].)(?=[^\W\d_])"
_INVISIBLE += "|" + _APOSTROPHE
_TEX_APART = pattern(
    r"(?P<sign>\^\^[0-9a-f]{2})|(?P<space>\\\\|\\[,;: /]|~|\\[A-Za-z@]+\*?|[{}$])|(?P<none>\\[^A-Za-z\n]|"
    + _INVISIBLE
    + ")"
)
_TEX_TOGETHER = pattern(
    r"(?P<sign>\^\^[0-9a-f]{2})|(?P<space>\\\\|\\[,;: /]|~)|"
    r"(?P<none>\\(?:csname|endcsname)\s*|\\[A-Za-z@]+\*?[ \t]*(?=\{)|\\[A-Za-z@]+\*?[ \t]*|\\[^A-Za-z\n]|[{}$]|"
    + _INVISIBLE
    + ")"
)
_MARKED = pattern(
    r"(?P<sign>\^\^[0-9a-f]{2}(?!.))|(?P<space>&nbsp;|\\$)|(?P<none><[^<>\n]{1,80}>|[*_`]|" + _INVISIBLE + ")", re.M
)


class Folded:
    """A folded text with its offsets."""

    def __init__(self, text: str, rule: re.Pattern[str]) -> None:
        parts: list[str] = []
        at, origin = array("L", [0]), array("L", [0])
        size = here = 0
        for match in rule.finditer(text):
            start, end = match.span()
            piece = (flat(text[here:start]) if start > here else "") + _instead(match)
            here = end
            if not piece:  # mark-up behind mark-up: where text stands behind it is all that counts
                origin[-1] = here
                continue
            parts.append(piece)
            size += len(piece)
            at.append(size)
            origin.append(here)
        parts.append(flat(text[here:]))
        self.text = "".join(parts)
        self._at, self._from = at, origin
        self._length = len(text)

    def offset(self, at: int) -> int:
        """Where in the source the sign *at* stands."""
        index = bisect_right(self._at, at) - 1
        return min(self._from[index] + at - self._at[index], self._length)


_SPACE_OR_SIGN = pattern(r"\\\\|\\[,;: /]|~")
_MARK_UP = pattern(r"\\[A-Za-z@]+\*?[ \t]*|\\[^A-Za-z\n]|[{}$*_`]|<[^<>\n]{1,80}>|" + _INVISIBLE)


def squeezed(text: str) -> str:
    """*text* in one quick pass, letters apart joined: enough to tell that none of the words is in it."""
    return flat(_MARK_UP.sub("", _SPACE_OR_SIGN.sub(" ", text)))


def apart(text: str) -> str:
    """*text* with mark-up as gaps, folded: what stands behind a macro's name is a word of its own."""
    return flat(text.replace("{", " ").replace("}", " "))


def _instead(match: re.Match[str]) -> str:
    if match["sign"]:
        return chr(int(match["sign"][2:], 16)).lower()
    return " " if match["space"] else ""


def folded(text: str, form: str) -> list[Folded]:
    """The readings of *text*: of LaTeX two, with macros as gaps and with letters apart joined."""
    if form == "latex":
        return [Folded(text, _TEX_APART), Folded(text, _TEX_TOGETHER)]
    return [Folded(text, _MARKED)]


def flat(text: str) -> str:
    """Lower case without diacritics, sign by sign, so that offsets hold."""
    if text.isascii():
        return text.lower()
    return _BEYOND.sub(_bases, text).lower()


def _bases(match: re.Match[str]) -> str:
    return "".join(map(_BASES.__getitem__, match[0]))


class _Bases(dict[str, str]):
    """Signs to the one that they are compared as, as names/normalise folds them, as they come up."""

    def __missing__(self, sign: str) -> str:
        if len(self) > _MOST_SIGNS:
            self.clear()
        if "\uac00" <= sign <= "\ud7a3":
            base = sign
        else:
            base = plain(sign)[:1] or (unicodedata.normalize("NFKD", sign)[:1] or sign).lower()[:1] or sign
        self[sign] = base
        return base


_BASES = _Bases()
_MOST_SIGNS = 20_000
_BEYOND = pattern(r"[^\x00-\x7f]+")
