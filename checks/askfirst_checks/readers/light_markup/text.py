"""Light mark-up (Markdown, HTML tags, the TeX that R Markdown lets through) to printed words, places kept.

`masked` gives a text of the same length: what prints nothing is `GONE`, whatever ends a line is a line end. So a place
in it is a place in the source, and `words` of any stretch are its printed words.
"""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern

GONE = "\ue000"
"""Stands for a character of mark-up that prints nothing"""

_LETTER = pattern(r"[^\n]")
_BREAK = pattern(r"<\s?/?\s?br\s?/?\s?>|\\\\(?:\[[^\]\n]{0,20}\])?|\\newline(?![A-Za-z])|\\par(?![A-Za-z])")
_WHOLE = pattern(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)(?:\{[^{}\n]{0,200}\})?"  # a picture
    r"|</?(?!sup\b)(?![^<>\s]*@)[A-Za-z][^<>\n]{0,300}>"
    r"|\\(?:orcid(?:link|ID|id)?|includegraphics|vspace|hspace|label)\*?(?:\[[^\]\n]{0,80}\])?\{[^{}\n]{0,200}\}"
    r"|\\parbox(?:\[[^\]\n]{0,20}\]){0,2}\{[^{}\n]{0,40}\}"
)
_LINK = pattern(r"(\[)([^\[\]\n]{0,300})(\]\([^()\n]{0,600}\)(?:\{[^{}\n]{0,200}\})?)")
_PAIRS = (
    pattern(r"(\*\*)((?=[^\s*])[^*\n]{1,300})(\*\*)"),
    pattern(rf"((?<![\\*\w{GONE}])\*)((?=[^\s*])[^*\n]{{1,300}}(?<=[^\s*\\{GONE}]))(\*(?![*\w]))"),
    pattern(rf"((?<![\\_\w{GONE}])__?)((?=[^\s_])[^_\n]{{1,300}}(?<=[^\s_\\{GONE}]))(__?(?![_\w]))"),
)
_ESCAPE = pattern(r"\\(?=[^\w\s'\"`^~={}\\]|\s)")
_MACRO = pattern(r"\\(?!textsuperscript|[a-z]*dag|[SP](?![a-z])|ast|thanks|footnote)[A-Za-z]{2,}\*?[ \t]?")
_TEX = pattern(r"\\[A-Za-z'\"`^~=.]")
_SPACES = pattern(r"\s+")
_ENTITY = pattern(r"&#?\w{2,8};")


def masked(text: str) -> str:
    """*text*, as long as before, without what prints nothing."""
    if not any(mark in text for mark in "*_<[\\"):
        return text
    text = uncommented(text)
    text = _BREAK.sub(lambda match: "\n" + GONE * (len(match[0]) - 1), text)
    text = _WHOLE.sub(_gone, text)
    text = _LINK.sub(_inner, text)
    text = _ESCAPE.sub(GONE, text)
    for pair in _PAIRS:
        text = pair.sub(_inner, text)
    return _MACRO.sub(_gone, text)


def uncommented(text: str) -> str:
    """*text* with its comments gone, line ends kept."""
    parts, done = [], 0
    while (at := text.find("<!--", done)) >= 0 and (end := text.find("-->", at)) >= 0:
        parts += [text[done:at], _LETTER.sub(GONE, text[at : end + 3])]
        done = end + 3
    return "".join([*parts, text[done:]])


def _gone(match: re.Match[str]) -> str:
    return GONE * len(match[0])


def _inner(match: re.Match[str]) -> str:
    return GONE * len(match[1]) + match[2] + GONE * len(match[3])


def words(stretch: str) -> str:
    """The printed words of a *stretch* of masked text, white space folded."""
    stretch = stretch.replace(GONE, "")
    if _TEX.search(stretch):
        from askfirst_checks.readers.tex.accents import printed

        stretch = printed(stretch, roughly=True)
    elif "{" in stretch or "}" in stretch:
        stretch = stretch.replace("{", "").replace("}", "")
    if "&" in stretch and _ENTITY.search(stretch):
        from html import unescape

        stretch = unescape(stretch)
    return _SPACES.sub(" ", stretch).strip()
