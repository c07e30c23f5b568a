"""The pages of a full text that can hold affiliations: the first, the one behind a cover sheet, and one more."""

from __future__ import annotations

import re

MOST_READ = 30_000
"""characters of a full text that are looked at"""
MOST_PAGE = 12_000
"""characters that are taken for a page where no page break says it"""
MOST_PAGES = 4

_COVER = re.compile(
    r"this (?:content|pdf|article|paper) was downloaded (?:from|by|on)|you may also like|view the article online|"
    r"full terms (?:&|and) conditions of (?:access|use)|to link to this article|to cite this (?:version|article)\s*:|"
    r"multi-?disciplinary open access archive|discussions, stats,? and author profiles|"
    r"citation for (?:the )?(?:published|original) (?:version|paper)|"
    r"this is (?:an?|the) (?:author(?:['’]s)?|accepted|post-?print|pre-?print|peer[- ]reviewed|open access|published|"
    r"self-?archived)\b[^.\n]{0,60}\b(?:version|manuscript|copy|print|of the following)|"
    r"take[- ]?down policy|users may download and print|not-for-profit service|institutional repository|"
    r"downloaded from (?:the )?(?:repository|https?:)|dies ist (?:die|eine) (?:akzeptierte|autorenversion|zweitver)|"
    r"nutzungsbedingungen|terms of use\s*:",
    re.IGNORECASE,
)
_LEAST_OF_A_PAGE = 3_500
"""a page with more characters than this has the text of the work on it, whatever a line of it says"""


def pages(fulltext: str) -> list[str]:
    """At most three pages, the most likely first: a cover sheet comes behind the page that it covers."""
    cut = [page[:MOST_PAGE] for page in fulltext[:MOST_READ].split("\f")[:MOST_PAGES] if page.strip()]
    covers = 0
    while covers < len(cut) - 1 and covers < 2 and is_cover(cut[covers]):
        covers += 1
    return [*cut[covers : covers + 2], *cut[:covers]]


def is_cut(page: str) -> bool:
    """Whether *page* was longer than what is looked at."""
    return len(page) >= MOST_PAGE


def is_cover(page: str) -> bool:
    """Whether *page* is a repository's or publisher's sheet in front of the work."""
    return len(page) < _LEAST_OF_A_PAGE and _COVER.search(page) is not None
