"""Whether the line or sentence around such words tells where somebody works, or what a text is about."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.unplaced.outline import Zone
from askfirst_checks.readers.unplaced.vocabulary import Kind

_ORIGIN = pattern(
    r"\b(?:born|birth|birthplace|native|national(?:ity)?|citizen(?:ship)?|refugees?|defect[a-z]*|emigrat[a-z]*|geboren|"
    r"geburt[a-z]*|staatsang[a-z]*|stammt|heimat|nee? (?:a|en)\b|nationalite|nacid[oa]|natural de)"
)
_PAST = pattern(
    r"\b(?:degrees?|received|graduated|diploma|b\.?\s?sc|m\.?\s?sc|ph\.?\s?d|alumn[a-z]*|studied|studierte|promovierte|"
    r"abschluss|diplome|formerly|ehemals|visited|besuchte)\b"
)
_WORKS = pattern(
    r"\b(?:is|are|was|currently|now|also|ist|sind|est|sont)\s+(?:\w+\s+){0,6}(?:with|at|of|member|professor|affiliated|am|an|bei|a|au)\b"
    r"|affiliat|present address|on leave|derzeit|beurlaubt|adresse|anschrift"
)
_BODY = pattern(
    r"universi|institu|academ|akadem|laborator|cent(?:er|re)\b|department|dept|faculty|fakulta|faculte|college|hochschule|"
    r"school of|commission|ministry|e-?mail|@|\bstr\.|street|district|"
    r"\bp\.?\s?o\.?\s?box|университет|институт|академи|大学|研究|대학"
)
_PROSE = pattern(
    r"\b(?:we|have|has|had|were|was|is|are|this|that|which|these|our|can|may|will|about|between|against|towards?|wir|wird|wurde|"
    r"sind|ist|haben|hat|diese[rsmn]?|uber|zwischen|nach|nous|avons|sont|est|cette|dans|entre|sur|presented|conference|workshop|"
    r"tagung|history|geschichte|histoire|trade|handel|commerce)\b"
)
_SUPPORT = pattern(
    r"fund|grant|support|scholarship|fellowship|sponsor|gefordert|unterstutz|stipend|finan|bourse|soutenu|commission|ministry|"
    r"academy|universi|institu|university"
)
_WORD = pattern(r"[^\W\d_]{2,}")
_MACRO = pattern(r"\\[A-Za-z]+|[{}$~]|[\w.+-]+@[\w.-]+")
_SMALL = pattern(
    r"(?<![\w-])(?!(?:of|the|and|for|at|de|du|des|der|die|und|fur|für|la|le|et|y|e|di|del|mail)\b)[a-zà-ÿ]{2,}"
)
MOST_WORDS = 30
_FEW = 2
"""words beside place names that a line may have and still be nothing but a place"""


def is_sentence(written: str) -> bool:
    """Whether *written* (as in the source) has words in small letters that no address has: a verb, an adjective."""
    return bool(_SMALL.search(_MACRO.sub(" ", written)))


def tells_origin(head: str) -> bool:
    """Whether a table or list has a column or key of birth or nationality, which is nobody's affiliation."""
    return bool(_ORIGIN.search(head))


def zone_of(piece: str, kind: Kind, zone: Zone, *, alone: bool) -> Zone:
    """The zone that words of *kind* in *piece* count for; *alone*: it is a paragraph or line of its own."""
    if _ORIGIN.search(piece):
        return "text"
    if zone == "biography":
        return "text" if _PAST.search(piece) and not _WORKS.search(piece) else "biography"
    if zone == "acknowledgement":
        return zone if kind != "country" or _SUPPORT.search(piece) else "text"
    told = _tells(piece, kind)
    if zone in ("front", "footnote"):
        return zone if told else "text"
    return "address" if alone and told and kind in ("institution", "domain") else "text"


def _tells(piece: str, kind: Kind) -> bool:
    """Whether *piece* says where somebody works, by its shape alone."""
    words = len(_WORD.findall(piece))
    if _WORKS.search(piece) and (kind != "country" or _BODY.search(piece)):
        return words <= 2 * MOST_WORDS
    if words > MOST_WORDS or _PROSE.search(piece):
        return False
    if kind in ("institution", "domain"):
        return True
    return bool(_BODY.search(piece)) or _is_only_a_place(piece)


def _is_only_a_place(piece: str) -> bool:
    from askfirst_checks.readers.unplaced.vocabulary import hits

    left = piece
    for hit in reversed(hits(piece)):
        left = left[: hit.start] + " " + left[hit.end :]
    return len(_WORD.findall(left)) <= _FEW
