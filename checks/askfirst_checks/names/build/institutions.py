"""Write names/data/institutions.index from the reviewed names/data/institutions.txt.

The index is laid out for the start of a git hook: one ``split`` gives its parts, one ``dict(zip(...))`` the names, by
their rarest word. Names are stored as `abbreviations.canonical` compares them.

Run ``python -m askfirst_checks.names.build.institutions`` after every change of the text; ``--check`` only compares.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from pathlib import Path
from typing import NamedTuple

from askfirst_checks.names.abbreviations import FILLERS, canonical
from askfirst_checks.names.matching import anchor_key
from askfirst_checks.names.normalise import words


def _set(words_: str) -> frozenset[str]:
    return frozenset(words_.split())


DATA = Path(__file__).parents[1] / "data"
KINDS = {"alone": "a", "home": "h", "second": "s", "generic": "g", "with": "w", "not": "n"}
FACTS = {"name", "country", "city", "ror", "domain", "source", "unverified"}
# A short form of two words, and two spellings of one: each name that holds the first is also known by the second.
ALTERNATIVES = {
    ("technol",): ("tech",),
    ("electron",): ("elect",),
    ("elec",): ("elect",),
    ("sci", "technol"): ("s", "t"),
    ("xian",): ("xi", "an"),
    ("st", "petersburg"): ("petersburg",),
    ("theoret",): ("theor",),
    ("polytech",): ("poly", "tech"),
    ("organizat",): ("org",),
    ("pla",): ("peoples", "liberation", "army"),
    ("pap",): ("peoples", "armed", "police"),
    ("northwest",): ("nw",),
    ("northwestern",): ("nw",),
    ("southwest",): ("sw",),
    ("south", "china"): ("s", "china"),
    ("north", "china"): ("n", "china"),
    ("east", "china"): ("e", "china"),
    ("north", "univ"): ("n", "univ"),
    ("central",): ("ctr",),
    ("central", "south"): ("ctr", "s"),
    ("technological",): ("technol",),
    ("medicine",): ("med",),
    ("economy",): ("economics",),
}
# Syllables that are printed apart: "Zhe Jiang University". Not those of Tsinghua: Tsing Hua is in Taiwan as well.
_APART = {
    way.replace("-", ""): tuple(way.split("-"))
    for way in _set(
        "an-hui bei-hang chong-qing dong-hua fu-dan he-bei hu-nan ji-lin lan-zhou nan-chang nan-jing shan-dong"
        " shang-hai si-chuan su-zhou tian-jin tong-ji wu-han xi-dian xia-men xiang-tan yan-shan zhe-jiang"
    )
}
# Names of one word and "university" that are no name of their own once turned: "University of Southeast".
_SIDES = _set("northeastern southeast north national state")
# Words that stand in every second affiliation: a name is found by one of them only if it has no other.
COMMON = _set(
    "univ inst ctr res sci japan united coll hosp technol foundation natl states health state med lab int sch "
    "engn corp dev syst en dept du agr ind cancer medicine management minist studies energy appl new china st "
    "informat group tech fed american general phys south innovation public reg key arts biol environmental "
    "city central canada chem network france germany service business advanced polytech higher services korea "
    "organizat mat marine economics north pharm natural water food commun care history training clinical "
    "design law al campus art german india data republic math elec education electron molecular cell graduate "
    "london unit disease cellular microbiology psychology mech p s r l u f a m k pharmacology chinese russian "
    "russia acad comp division div program faculty nucl normal mil air force space "
)


class Body(NamedTuple):
    """One record of the text."""

    id: str
    fields: dict[str, list[str]]


class BrokenError(Exception):
    """A line that cannot be read; the message names file and line."""


def bodies(text: str, file: str = "institutions.txt") -> list[Body]:
    """The records of *text*.

    Raises `BrokenError` for an unknown key, a repeated id, a record without name, country or source.
    """
    found: dict[str, Body] = {}
    body: Body | None = None
    for number, printed in enumerate(text.splitlines(), 1):
        line = printed.split("  #")[0].strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            body = Body(line.strip("[]"), {})
            if body.id in found:
                raise BrokenError(f"{file}:{number}: the id {body.id} stands here a second time")
            found[body.id] = body
            continue
        key, _, value = line.partition(" ")
        if body is None or key not in KINDS.keys() | FACTS:
            raise BrokenError(f"{file}:{number}: no such key: {key}")
        body.fields.setdefault(key, []).append(value)
        if key in KINDS and (short := clashes(value)):
            raise BrokenError(f"{file}:{number}: {value} alone reads as the word {short}")
    for body in found.values():
        if not {"name", "country", "source"} <= body.fields.keys():
            raise BrokenError(f"{file}: {body.id} lacks a name, a country or a source")
    return list(found.values())


def clashes(name: str) -> str:
    """The common word that *name*, if it is a single word, would be taken for: NUC for nuclear. Else nothing."""
    printed = words(name)
    word = canonical(printed[0]) if len(printed) == 1 else ""
    return word if word and word.isascii() and word != printed[0] else ""


def comparable(name: str) -> tuple[str, ...]:
    """The words of *name* as they are compared."""
    return tuple(canonical(word) for word in words(name) if word not in FILLERS)


def spellings(name: tuple[str, ...]) -> set[tuple[str, ...]]:
    """*name* with each of its words that has another short form, and without initials."""
    choices: list[list[tuple[str, ...]]] = []
    at = 0
    while at < len(name):
        length = 2 if name[at : at + 2] in ALTERNATIVES else 1
        piece = name[at : at + length]
        short = [ALTERNATIVES[piece]] if piece in ALTERNATIVES else []
        long = [ALTERNATIVES[piece[:1]] + piece[1:]] if length == 2 and piece[:1] in ALTERNATIVES else []
        last = [piece[:1] + ALTERNATIVES[piece[1:]]] if length == 2 and piece[1:] in ALTERNATIVES else []
        choices.append([piece, *short, *long, *last])
        at += length
    every = {tuple(word for piece in choice for word in piece) for choice in product(*choices)}
    bare = tuple(word for word in name if len(word) > 1 or not word.isascii() or word.isdigit())
    if 2 <= len(bare) < len(name):
        every |= spellings(bare)
    return every


def entries(body: Body, number: int) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """(words, kind and number, words of the partner phrase) for every spelling of every name of *body*."""
    made = []
    for key, kind in KINDS.items():
        for value in body.fields.get(key, []):
            name, _, partner = value.partition(" | ")
            mark = "x" if key == "not" and partner else kind
            mark = mark.upper() if "," in name or "/" in name else mark
            printed = {
                comparable(name),
                comparable(name.replace("\u200c", " ")),
            }  # Persian half-spaces are often spaces
            ways = sorted({way for each in printed for way in spellings(each) if way})
            made += [(way, f"{mark}{number}", comparable(partner)) for way in ways]
            if key in ("alone", "home"):
                made += [
                    (way, f"h{number}", ()) for way in (_turned(comparable(name)), _apart(comparable(name))) if way
                ]
    return made


def _apart(name: tuple[str, ...]) -> tuple[str, ...]:
    """``Zhe Jiang University`` for ``Zhejiang University``."""
    return (*_APART[name[0]], *name[1:]) if len(name) == 2 and name[0] in _APART else ()


def _turned(name: tuple[str, ...]) -> tuple[str, ...]:
    """``University of X`` for ``X University``: French, German, Spanish and careless English say it so."""
    return name[::-1] if len(name) == 2 and name[1] == "univ" and name[0].isascii() and name[0] not in _SIDES else ()


def index(text: str) -> str:
    """The content of institutions.index."""
    records = bodies(text)
    every: dict[tuple[tuple[str, ...], str, tuple[str, ...]], str] = {}
    for number, body in enumerate(records):
        for name, mark, partner in entries(body, number):
            known = every.setdefault((name, mark[1:], partner), mark)
            if mark[0] == known[0].upper():  # printed with a comma and without
                every[name, mark[1:], partner] = mark
    rare = Counter(word for name, _, _ in every for word in set(name))
    lines: dict[str, list[str]] = {}
    for (name, _, partner), mark in every.items():
        anchor = min(name, key=lambda word: (word in COMMON, rare[word], name.index(word)))
        tail = f":{' '.join(partner)}" if partner else ""
        lines.setdefault(anchor_key(anchor), []).append(f"{mark}:{' '.join(name)}{tail}")
    names = [line for key in sorted(lines) for line in (key, ";".join(sorted(lines[key])))]
    hosts = [f"{host}\t{number}" for number, body in enumerate(records) for host in body.fields.get("domain", [])]
    suggesting = {word for (name, _, _), mark in every.items() if mark[0] in "ahAH" for word in name if word.isascii()}
    vocabulary = [" ".join(sorted(word for word in suggesting if len(word) > 2))]
    return "\n\n".join("\n".join(part) for part in ([_record(b) for b in records], hosts, vocabulary, names)) + "\n"


def _record(body: Body) -> str:
    fields = body.fields
    towns = ";".join(" ".join(comparable(town)) for town in fields.get("city", []))
    flag = "unverified" if "unverified" in fields else ""
    return "\t".join([body.id, fields["name"][0], fields["country"][0], fields.get("ror", [""])[0], towns, flag])


def main(arguments: list[str]) -> int:
    """Write or compare the index; 1 if it is out of date."""
    made = index((DATA / "institutions.txt").read_text(encoding="utf-8"))
    target = DATA / "institutions.index"
    if "--check" in arguments:
        return 0 if target.exists() and target.read_text(encoding="utf-8") == made else 1
    target.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
