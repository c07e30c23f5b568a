"""What templates call the parts of an author block, as the keys that the YAML stage knows."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern

_AUTHORS = pattern(
    r"(?:(?:paper|article|list|custom|full)[-_]?)?(?:authors?|autor(?:es|en|in|i|a)?|auteurs?|verfasser(?:in)?|writers?)"
    r"(?:[-_]?(?:list|infos?|information|details|data|block|names?))?|by|by-?line|creators?|contributors?|people",
    re.IGNORECASE,
)
_AFFILIATIONS = pattern(
    r"(?:authors?[-_]?)?(?:aff?i?l?l?i?(?:ation|lation)?s?|aff?ils?|affls?|inst(?:itut(?:ion|e)s?|s)?|institutions?|"
    r"organi[sz]ations?|orgs?|universit(?:y|ies|ät)|universidad|universite|hochschule|company|employer|einrichtung|"
    r"(?:home[-_]?)?institution[-_]?(?:list|names?)?|affiliation[-_]?(?:list|names?))",
    re.IGNORECASE,
)
_POINTS = pattern(r".+[-_](?:ids?|refs?|keys?|marks?|ind(?:ex|ices)|numbers?|labels?)|aff?[-_]?marks?", re.IGNORECASE)
_KEYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("name", pattern(r"(?:full|display|author)?[-_]?names?|author|autor|literal", re.IGNORECASE)),
    ("given", pattern(r"first(?:[-_]?names?)?|given(?:[-_]?names?)?|vorname|forename|prénom", re.IGNORECASE)),
    ("family", pattern(r"last[-_]?names?|last|family(?:[-_]?names?)?|sur-?name|nachname", re.IGNORECASE)),
    ("email", pattern(r"e-?mails?|mails?|e-?mail[-_]?address|contact|corr(?:esponding)?[-_]?e?mail", re.IGNORECASE)),
    ("orcid", pattern(r"orcid(?:[-_]?i?d)?s?", re.IGNORECASE)),
    ("department", pattern(r"dep(?:artmen)?t?s?|faculty|fakultät|faculté|division|group|lab(?:oratory)?|school|"
                           r"institut|unit|chair|section|subdivision|team", re.IGNORECASE)),
    ("address", pattern(
        r"addr(?:ess(?:es|lines?|[-_]lines?)?)?|street|location|place|postal[-_]?address", re.IGNORECASE)),
    ("postal-code", pattern(r"post(?:al)?[-_]?code|zip(?:[-_]?code)?|plz", re.IGNORECASE)),
    ("city", pattern(r"city|town|ort|stadt|ville", re.IGNORECASE)),
    ("state", pattern(r"state|region|province|prefecture", re.IGNORECASE)),
    ("country", pattern(r"countr(?:y|ies)|land|pays|nation", re.IGNORECASE)),
    ("corresponding", pattern(r"(?:is[-_]?)?corr(?:esp(?:onding|ondence|ondent)?)?(?:[-_]?author)?", re.IGNORECASE)),
    ("label", pattern(r"marks?|id|key|index|label|number|num|ref|symbol", re.IGNORECASE)),
)  # fmt: skip


def names_authors(key: str) -> bool:
    """Whether an argument called *key* is given the authors."""
    return _AUTHORS.fullmatch(key) is not None


_DETAILS = pattern(r"authors?[-_]?(?:details|infos?|information|notes?)", re.IGNORECASE)


def may_name_affiliation(key: str) -> bool:
    """Whether words under *key* may tell where the authors work."""
    return _DETAILS.fullmatch(key) is not None


def names_affiliations(key: str) -> bool:
    """Whether it is given affiliations."""
    return _AFFILIATIONS.fullmatch(key) is not None


def key_of(key: str) -> str:
    """The key of the YAML stage for *key* of an author or an affiliation; *key* itself where it has none."""
    if _POINTS.fullmatch(key) and not names_authors(key):
        return "affiliations" if not key.lower().startswith(("orcid", "corr", "author")) else key
    if names_affiliations(key):
        return "affiliations"
    return next((known for known, shape in _KEYS if shape.fullmatch(key)), key)
