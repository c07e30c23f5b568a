"""Which entities of a list join the check, and as what: bodies that do or order research, never a shipping company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from askfirst.fresh.entities import Entity, Export
from askfirst.fresh.sources import Source
from askfirst_checks.names.abbreviations import FILLERS
from askfirst_checks.names.build.institutions import clashes, comparable, index
from askfirst_checks.names.normalise import words
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Listing, Policy

_RESEARCH = re.compile(
    r"\b(?:universit\w+|institut\w+|academy|college|polytechnic\w*|school|laborator\w+|research\w*|scien\w+|"
    r"technolog\w+|cent(?:er|re)|ministry|bureau|department|committee|agency|organi[sz]ation|observatory)\b",
    re.IGNORECASE,
)
_NO_RESEARCH = re.compile(
    r"\b(?:shipping|ship|vessel|maritime|marine|lines?|navigation|tankers?|freight|logistics|airlines?|airways|"
    r"bank\w*|insurance|trading|trade|import|export|holding|finance|financial|exchange)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:company|corporation|corp|ltd|limited|llc|inc|gmbh|[cp]?jsc|joint stock|o[ao]o|[znp]?ao|aktsionernoe|"
    r"obshchestvo|fund|enterprise|works|plant|zavod)\b",
    re.IGNORECASE,
)
"""of a list that makes notes only: a firm may be called after technology and be no institute"""
_FEWEST_WORDS = 3
_COVERS = 0.9


class Taken(NamedTuple):
    """What a list adds to a check."""

    listings: tuple[Listing, ...]
    text: str
    """records as in institutions.txt"""
    joined: tuple[Entity, ...]
    left_out: int
    """entities of programmes that are asked about, whose names tell no research body"""
    known: int
    """entities that the package has already"""


def taken(export: Export, source: Source, policy: Policy) -> Taken:
    """The entities of *export* that the lists of *policy* (those of the package) do not hold."""
    known = {row.reference for body in policy.all_listed for row in policy.listings(body)}
    resolver = Resolver()
    listings, text, joined, left_out, old = [], [], [], 0, 0
    if source.saved_as:
        return _noted(export, source, resolver)
    for entity in export.entities:
        found = source.measure_of(entity)
        if found is None:
            continue
        if entity.reference in known:
            old += 1
            continue
        names = asked_about((entity.name, *entity.aliases))
        if not names:
            left_out += 1
            continue
        measure, country = found
        body = _same(entity.name, country, resolver, policy)
        if not body:
            body = _id(source.id, entity.reference)
            text.append(_record(body, entity.name, country, names, source))
        listings.append(_listing(body, entity, measure, export, source))
        joined.append(entity)
    return Taken(tuple(listings), "\n".join(text), tuple(joined), left_out, old)


def _noted(export: Export, source: Source, resolver: Resolver) -> Taken:
    """As `taken`, for a list that makes notes only: bodies of the package by their names, others that can be told."""
    places: dict[str, str] = {}
    listings, text, joined, left_out = [], [], [], 0
    for entity in export.entities:
        if entity.place not in places:
            places[entity.place] = _country(entity.place, resolver)
        country = places[entity.place]
        body = _placed(f"{entity.name}, {entity.place}", entity.name, country, resolver) if country else ""
        is_told = bool(country) and not body and not any(map(_COMPANY.search, (entity.name, *entity.aliases)))
        names = asked_about((entity.name, *entity.aliases)) if is_told else []
        if not body and not names:
            left_out += 1
            continue
        if not body:
            body = _id(source.id, entity.reference)
            text.append(_record(body, entity.name, country, names, source))
        listings.append(_listing(body, entity, source.saved_as, export, source))
        joined.append(entity)
    return Taken(tuple(listings), "\n".join(text), tuple(joined), left_out, 0)


def _country(place: str, resolver: Resolver) -> str:
    """The ISO code of a printed country; empty where it is none, or could be two."""
    codes = {hit.code for hit in resolver.resolve(place).countries} if place else set()
    return codes.pop() if len(codes) == 1 else ""


def indexed(text: str) -> tuple[list[str], dict[str, str]]:
    """Records and names of *text*, laid out as in institutions.index."""
    if not text:
        return [], {}
    records, _, _, names = index(text).rstrip("\n").split("\n\n")
    lines = names.split("\n")
    return records.split("\n"), dict(zip(lines[::2], lines[1::2], strict=True))


def asked_about(names: Iterable[str]) -> list[str]:
    """Those of *names* that name a body which does or orders research, and that are long enough to be no namesake.

    None where any of them is a shipping company's, a bank's or a trading house's.
    """
    given = list(names)
    if any(_NO_RESEARCH.search(name) for name in given):
        return []
    return [name for name in map(_bare, given) if _RESEARCH.search(name) and _is_long(name)]


def _bare(name: str) -> str:
    """*name* without what stands in brackets, and without signs that the text of a record takes for its own."""
    outside = re.sub(r"\([^()]*\)", " ", name)
    return " ".join(re.sub(r"[|\[\]#,/;:\"“”‘’]", " ", outside).split())


def _is_long(name: str) -> bool:
    counted = [word for word in words(name) if word not in FILLERS]
    return len(counted) >= _FEWEST_WORDS and name.isascii() and bool(comparable(name)) and not clashes(name)


def _same(name: str, country: str, resolver: Resolver, policy: Policy) -> str:
    """The id of the body of the package that *name* is, word for word; empty where there is none."""
    inside = policy.countries[country].inside.en.partition("in ")[2]
    return _placed(f"{name}, {inside}", name, country, resolver)


def _placed(printed: str, name: str, country: str, resolver: Resolver) -> str:
    """The id of the body in *country* that *name* is within *printed*; empty where it is none, or only a part of it."""
    for hit in resolver.resolve(printed).institutions:
        if hit.country == country and len(hit.evidence[0].words) >= _COVERS * len(name):
            return hit.id
    return ""


def _id(source: str, reference: str) -> str:
    return f"{source}-{re.sub(r'[^a-z0-9]+', '-', reference.casefold()).strip('-')}"


def _record(body: str, name: str, country: str, names: list[str], source: Source) -> str:
    seconds = [f"second {each}" for each in dict.fromkeys(names)]
    lines = [f"[{body}]", f"name {_bare(name)}", f"country {country}", f"source {source.name.en}", *seconds]
    return "\n".join(lines)


def _listing(body: str, entity: Entity, measure: str, export: Export, source: Source) -> Listing:
    where = f"{source.name.en}, {export.as_of}"
    return Listing(body, measure, entity.listed_on, export.as_of, "text-read", "", entity.reference, entity.name, where)
