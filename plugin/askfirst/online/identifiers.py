"""DOIs and ROR numbers: the only two things a look-up may send, so what is no such number is refused."""

from __future__ import annotations

import re

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[!-~]{1,200})", re.IGNORECASE)
_ROR = re.compile(r"(?:https?://)?(?:(?:www\.)?ror\.org/)?(0[a-hj-km-np-tv-z0-9]{6}\d{2})/?", re.IGNORECASE)
_TRAILING = ".,;:\"'"


def doi_of(text: str) -> str:
    """The bare DOI that *text* is, in lower case; empty where it is none.

    Refused, too: anything that an address would read as another path (``..``), and letters outside ASCII, which a
    DOI may hold by the book but which in practice are words that were pasted in.
    """
    found = _DOI.fullmatch(text.strip().rstrip(_TRAILING))
    if not found:
        return ""
    doi = found[1].lower()
    if any(part in (".", "..", "") for part in doi.split("/")):
        return ""
    return doi


def ror_of(text: str) -> str:
    """The nine characters of the ROR number that *text* is (https://ror.org/facts); empty where it is none."""
    found = _ROR.fullmatch(text.strip())
    return found[1].lower() if found else ""
