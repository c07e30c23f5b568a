r"""Where a document has an author block that nobody could read: a macro or environment nobody listed, a page by hand.

Called only where no author was read by any other way. A document that is no manuscript has none of this: no title with
an abstract.
"""

from __future__ import annotations

import re
from itertools import islice

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.tokens.tokenizer import items, printed
from askfirst_checks.readers.source.mapped_text import Strip

_MACRO = pattern(
    r"\\(?:([A-Za-z]{0,24}[aA]uthors?(?:[nN]ames?|[lL]ist|[iI]nfo)?)(?![A-Za-z@])|begin\s*\{([A-Za-z]{0,24}[aA]uthor[a-z]{0,12})\})"
    r"(?:\s|%[^\n]*\n)*(?:\[[^\[\]]{0,200}\]\s*)?(?=(\{)?)"
)
_NOT_THEM = pattern(
    r"run|short|pdf|head|print|show|insert|cite|toc|set|new|the|by|style|font|sep|let|foot|other|num|count|if|max|each|all|"
    r"last|first|corresp",
    re.IGNORECASE,
)
_LETTERS = pattern(r"[^\W\d_]{2}")
_HEAD = pattern(
    r"\\(?:section|chapter)\*?\s*\{|\\begin\{(?:abstract|Abstract|onecolabstract|keywords?)\}|\\abstract\s*\{|\\tableofcontents"
)
_LONGEST = 40_000
_UNKNOWN = pattern(r"\\([A-Za-z]{3,30})\*?[ \t]*((?:\[[^\[\]\n]{0,80}\])?(?:[ \t]*\{[^{}\n]{0,300}\}){1,4})")
_PRINTS_NO_PLACE = pattern(
    r"(?i)^(?:use|require|pass|document|input|include|begin|end|cite|ref|label|url|href|date|published|journal|conf|acm|"
    r"copyright|isbn|doi|volume|issue|editor|received|accepted|pdf|hyper|set|graphic|bibliograph|section|chapter|"
    r"(?:sub)?title|dedicat|thanks|text[a-z]{2}$|emph|caption|running|short|mark|fancy|[lrc](?:head|foot)|event|"
    r"subject|keyword|abstract|supervisor|advisor|logo|degree|funding|note|tableofcontents|provide|declare|define|new)"
)
_DEFINED = pattern(r"(?:def|let|command\*?\s*\{?|Command\*?\s*\{?)\s*$")
_MOST_MACROS = 400
_LONGEST_PLACE = 400


def untold(gathered: Gathered) -> Span | None:
    """Where such a block stands, or None."""
    calls = gathered.calls
    titled = any(call.role == "title" or call.name == "maketitle" for call in calls)
    summed = any(call.role == "abstract" for call in calls)
    if not titled and not summed:
        return None
    root = gathered.root
    begun = next((c.end for c in calls if c.name == "document" and c.strip is root), 0)
    stop = _HEAD.search(root.text, begun, begun + _LONGEST)
    head = root.cut(0, stop.start() if stop else min(len(root.text), begun + _LONGEST))
    return _named(gathered, head) or (_page(gathered, head) if summed else None)


def _named(gathered: Gathered, head: Strip) -> Span | None:
    for match in _MACRO.finditer(head.text):
        name = match[1] or match[2]
        line = head.text[head.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if "%" in line or re.search(r"(?:def|let|command\*?\s*\{?|Command\*?\s*\{?)\s*$", line):
            continue
        known = gathered.knows(name)
        if (known and match[1]) or (match[1] and not match[3]) or _NOT_THEM.match(name):
            continue
        if _LETTERS.search(head.text, match.end(), match.end() + 400):
            return head.span(match.start(), match.end())
    return None


def unknown_places(gathered: Gathered) -> Span | None:
    """Where the front matter has a macro that nobody knows with an institution in its argument, or None."""
    root = gathered.root
    begun = next((c.end for c in gathered.calls if c.name == "document" and c.strip is root), 0)
    stop = _HEAD.search(root.text, begun, begun + _LONGEST)
    text = root.text[: min(stop.start() if stop else len(root.text), begun + _LONGEST)]
    for match in islice(_UNKNOWN.finditer(text), _MOST_MACROS):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        known = gathered.knows(match[1])
        if "%" in line or known or _PRINTS_NO_PLACE.search(match[1]) or _DEFINED.search(line):
            continue
        said = printed(items(root.cut(match.start(2), match.end(2))))
        if line_kinds.institution(said) and len(said) < _LONGEST_PLACE:
            return root.span(match.start(), match.end())
    return None


def _page(gathered: Gathered, head: Strip) -> Span | None:
    """An environment of the page before the abstract that names an institution or gives an address."""
    for call in gathered.calls:
        strip = call.group(0) if call.role == "page" and call.strip is gathered.root else None
        if strip is None or call.end > len(head.text) or len(strip.text) > _LONGEST:
            continue
        said = printed(items(gathered.expander.expand(strip)))
        if line_kinds.institution(said) or "@" in strip.text:
            return call.strip.span(call.start, call.end)
    return None
