"""The first page of a work's indexed full text: lines that name an institution, and e-mail addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_PAGE = 6_000
"""characters that are taken for the first page where no page break says it"""
MOST_LINES = 60
"""lines of the head that are looked at"""

_END = re.compile(
    r"^\s*(?:\d+[.\s]*)?(?:abstract|summary|introduction|zusammenfassung|kurzfassung|einleitung|résumé|keywords)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:univ(?:\.|ersit\w*)|institut\w*|academy|akademie|académie|accademia|laborator\w*|college|"
    r"school of|department of|dept\.?|cent(?:re|er)\b|zentrum|hochschule|fakultät|faculty|"
    r"ministry|polytechni\w*|politecnic\w*)|大学|研究所|研究院|대학교?|университет|институт",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
_MARK = re.compile(r"^[\s\d*†‡§¶∗,a-z]{0,4}(?=[A-Z\W])")


class Page(NamedTuple):
    """What the head of a first page holds."""

    affiliations: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


NOTHING = Page()


def read(fulltext: object) -> Page:
    """The `Page` of a *fulltext*. A line that ends in a comma goes on in the next one."""
    if not isinstance(fulltext, str):
        return NOTHING
    page = fulltext[:MOST_PAGE].split("\f", 1)[0]
    found, pending = [], ""
    for line in _head(page):
        whole = f"{pending} {line}".strip()
        pending = ""
        if _INSTITUTION.search(whole):
            if whole.endswith(",") and len(whole) < 400:
                pending = whole
            else:
                found.append(_MARK.sub("", whole)[:500])
    if pending:
        found.append(_MARK.sub("", pending)[:500])
    return Page(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(_EMAIL.findall(page)))[:50])


def _head(page: str) -> list[str]:
    """The lines before the abstract; the first one is the title, and names no affiliation of the authors."""
    lines = [line.strip() for line in page.splitlines() if line.strip()][:MOST_LINES]
    end = next((n for n, line in enumerate(lines) if n and _END.match(line)), len(lines))
    return lines[1:end]
