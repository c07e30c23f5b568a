"""Remarks beside an affiliation that are cut off: e-mail addresses, dates, who answers letters."""

from __future__ import annotations

import re

_REMARK = re.compile(
    r"\(?\b(?:e-?mails?(?: address(?:es)?)?|corresponding authors?|correspondence(?: to| and requests| address)?|"
    r"author for correspondence|"
    r"tel(?:ephone)?|phone|fax|orcid(?: ids?)?|full list of author|received|accepted|revised|submitted|(?:\(?dated)|"
    r"published online|"
    r"these authors|both authors|equal(?:ly)? contribut\w*|to whom correspondence|keywords?|abstract|"
    r"электронная почта|тел|通讯作者|通信作者|收稿日期)\s*[:.)]|"
    r"\(\s*dated\b|\be-?mail\b|\bcorresponding authors?\b|\bfull list of author\b|\bthese authors\b|"
    r"\bto whom correspondence\b|"
    r"\bequal(?:ly)? contribut|\b(?:handling|academic|guest|associate) editors?\b|\b(?:edited|reviewed) by\b|"
    r"\breviewers?\s*:|"
    r"\bfunding(?: information)?\s*:|\back\w*ments?\b|\b(?:table|fig(?:ure|\.)) \d{1,2}[.:]|\bcopyright\b|©|"
    r"\S+@\S+|https?://\S*|\b(?:received|accepted)\s*:?\s+(?:\d|[A-Z][a-z]+ \d)",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^\W*(?:(?:present|current|permanent|new|correspondence|postal|author)\s+address(?:es)?|"
    r"(?:author\s+)?affiliations?|authors?(?:['’]s?)?\s+"
    r"(?:affiliations?|address(?:es)?|details|information)|address(?:es)?|now at|also at|currently at|jetzige adresse|"
    r"аффилиация|作者单位)\b\s*:?\s*|^\W*(?:from|at|von|aus)\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^\W*(?:correspond\w*|author for correspondence|e-?mails?|\S+@\S+)[^@\n]{0,120}?(?:\S+@\S+[\s;,.]*(?:(?:and|or|"
    r"und)\s)?){1,6}",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^\W*(?:correspond(?:ence(?: (?:to|address))?|ing authors?(?:['’]s address)?)|author for correspondence|"
    r"korrespondenz(?:adresse|autorin|autor)?|postanschrift|автор для переписки|адрес для переписки|通[讯信]作者)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"[\s;,(]*(?:\be-?mails?(?: address(?:es)?)?\s*[:.]?\s*)?[^\s@]{1,80}@[^\s@]{1,80}[\s;,)]*", re.IGNORECASE
)
_EDGES = " \t,;:.|·*†‡§¶∗#()[]{}（）【】"


def trimmed(text: str) -> str:
    """*text* without the remarks at its end, what introduces it, and the signs around it."""
    found = _REMARK.search(text)
    if found and found.start() == 0:
        return ""
    text = text[: found.start()] if found else text
    text = _PREFIX.sub("", text)
    closed = text.rstrip(" \t,;:|·*†‡§¶∗#")
    text = text.strip(_EDGES)
    if closed.endswith(")") and text.count("(") > text.count(")"):
        text += ")"
    return text.strip()


def addressed(text: str) -> str:
    """What stands behind the words that name whom to write to, with the name; empty where *text* begins otherwise."""
    found = _TO.match(text)
    return text[found.end() :] if found else ""


def between_mails(text: str) -> list[str]:
    """*text* at the e-mail addresses in it: behind each of them the next author's address may stand."""
    return [each for each in _MAIL.split(text) if each.strip()] if "@" in text else [text]


def behind_address(block: str) -> str:
    """*block* without the remark and addresses that it begins with: ``* Correspondence: a@b.org 2Department``."""
    found = _BEFORE.match(block[:600]) if "@" in block[:600] else None
    return block[found.end() :] if found and block[found.end() :].strip() else block
