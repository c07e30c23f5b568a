"""The words by which a text tells of a country under a suspension of cooperation, kind by kind.

Two sources. `words.txt` has every name that names/data knows for the countries under a stop (`build`), found as words.
The patterns here are coarser: spellings that no list has, run together and with endings, as they work where nothing
could be read as an affiliation. Adjectives are left out: "North Korean refugees" tells of no institution.

A long text is not searched for hundreds of names: a name is looked for only near the rarest of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from os.path import dirname, join

from askfirst_checks.light import Literal, NamedTuple, cast
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.unplaced.fold import flat

Kind = Literal["institution", "town", "domain", "country"]

_SUBJECT = (
    r"(?!n|ner|nisch)(?!(?:['’]s)?[\s~-]+(?:program|stud|polic|watch|desk|expert|unit\b|team|sanction|crisis|question|"
    r"issue|problem|research|polit|forsch|econom|relation|leadership|project\b))"
)
_SEP = r"[\s~·.'’-]{0,3}"
_PATTERNS: dict[str, dict[Kind, str]] = {
    "KP": {
        "institution": (
            rf"kim{_SEP}(?:il|ir){_SEP}s[uo]ng[s]?{_SEP}(?:national{_SEP}|higher{_SEP})?(?:univ|military|hochsch|polit)|"
            rf"(?:universi[a-zé]{{1,5}}|universitat)[\s~]+(?:of[\s~]+|de[\s~]+)?kim{_SEP}(?:il{_SEP}s[uo]ng|chaek)|"
            rf"kim{_SEP}(?:chaek|ch'?aek){_SEP}(?:univ|polyt|instit|techn|hochsch)|"
            rf"kim{_SEP}(?:hyong{_SEP}jik|jong{_SEP}suk|jong{_SEP}il){_SEP}(?:univ|instit|milit)|"
            r"金日成|金策工|김일성종합|김일성대|김책공업|университет[а-я]*\s+им[а-я.]*\s+ким\s+ир\s+сена"
        ),
        "town": (
            rf"p['’]?h?y[eo]{{1,2}}ng{_SEP}yang|pj[oö]{{1,2}}e?ng?jang|pjongyang|phenjan|phenian|пхеньян|平壤|平壌|평양|"
            r"\bhamh[uŭ]ng\b|\bhungnam\b|\bwonsan\b|\bchongjin\b|\bsinuiju\b|\bkaesong\b|\bsariwon\b|\bkanggye\b|\bhyesan\b|"
            r"\bp['’]?yongsong\b|\bn?yongbyon\b|\bkim\s?chaek city\b|함흥|원산시|청진시|신의주|평성시"
        ),
        "domain": r"(?:@|www\.|//)[\w.-]{1,60}\.kp\b|\.(?:edu|com|org|gov|net|rep|tra|aca|ac|law)\.kp\b",
        "country": (
            rf"\bnorth{_SEP}korea{_SUBJECT}|\bn\.\s?korea{_SUBJECT}|nordkorea{_SUBJECT}|nord-korea\b|noord-?korea\b|"
            r"\bdprk\b|\bd[.\s]{0,2}p[.\s]{0,2}r[.\s]{0,2}k\b|\bdvrk\b|\brpdc\b|\bd\.?\s?p\.?\s?r\.?\s*(?:of\s+)?korea\b|people['’]?s\s+dem(?:ocratic|\.)\s+rep[a-z.]*\s+of\s+korea|"
            r"dem(?:ocratic|\.)\s+people['’]?s['’]?\s+rep[a-z.]*\s*(?:of\s+)?korea|demokratische[nr]?\s+volksrepublik\s+korea|"
            r"coree\s+du\s+nord|republique\s+populaire\s+democratique\s+de\s+coree|corea\s+del\s+nor(?:d|te)\b|"
            r"republica\s+popular\s+democratica\s+de\s+corea|coreia\s+do\s+norte|korea\s+po[lł]nocna|severni\s+korea|"
            r"кндр|северн[а-я]+\s+коре[а-я]|коре[ий]ск[а-я]+\s+народно|北朝鮮|朝鲜民主|朝鮮民主|북한|조선민주주의"
        ),
    }
}


_PARTS = (
    "korea", "coree", "corea", "coreia", "коре", "кндр", "朝", "북한", "조선", "dprk", "dvrk", "rpdc", ".kp",
    "yang", "jang", "phen", "пхен", "平", "평", "kim", "ким", "金", "김", "hamhung", "hungnam", "wonsan", "chongjin",
    "sinuiju", "kaesong", "p.r.k", "p. r. k", "p r k", "sariwon", "kanggye", "hyesan", "yongsong", "yongbyon",
    "함흥", "원산", "청진", "신의주",
)  # fmt: skip
"""one of these is in every one of the words"""


_NEAR = 160
"""signs before and behind a part that are searched"""
_MOST_NEAR = 400
"""places of one part that are looked at"""
_TOKEN = pattern(r"[^\W\d_]{3,}")
_ASCII_TOKEN = pattern("[a-z]{3,}")
_SHORT = 2
_UNSPACED = "\u0900"
"""first sign of the scripts whose words run together, or have signs that are no letters"""
_OF_MANY = pattern(
    r"(?:the|and|of|rep|people|normal|engineering|mechanical|scientific|academy|city|committee|college|comprehensive|defense|defence|democratic|department|district|dong"
    "|education|for|industry|institute|national|natural|nuclear|north|peoples|physics|polytechnic|province"
    "|republic|research|science|sciences|second|south|state|technical|technology|technologie|technologies"
    "|telecommunications|universidad|universidade|universita|universitaet|universitat|universitatea|universite"
    "|universiteit|universitet|universitetet|universitesi|university|univerzita|uniwersytet|yliopisto|chemical"
    "|military|political|space|korea|kore|koreas|popular|popolare|popolari|republique|republica|repubblica"
    "|volksrepublik|demokratische"
    ")"
)
"""words that are in many texts: a name is looked for near another of its words"""


class Hit(NamedTuple):
    """Words of a country."""

    country: str
    kind: Kind
    start: int
    end: int


class _Name(NamedTuple):
    country: str
    kind: Kind
    words: tuple[str, ...]


@cache
def _names() -> tuple[dict[str, list[_Name]], list[_Name]]:
    """The names of words.txt by the word that they are looked for at, and those of scripts without spaces."""
    by_word: dict[str, list[_Name]] = {}
    unspaced: list[_Name] = []
    with open(join(dirname(__file__), "words.txt"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[0] != "#"]
    for country, kind, names in rows:
        for text in names.split("|"):
            name = _Name(country, cast("Kind", kind), tuple(flat(text).split(" ")))
            if text[0] >= _UNSPACED or not any(map(_TOKEN.fullmatch, name.words)):
                unspaced.append(name)
            else:
                by_word.setdefault(_looked_for(name.words), []).append(name)
    return by_word, unspaced


def _looked_for(words: tuple[str, ...]) -> str:
    return max(words, key=lambda word: (len(word) > _SHORT, not _OF_MANY.fullmatch(word), len(word)))


def may_hold(squeezed: str, apart: str) -> bool:
    """Whether any of the words can be in a text: *squeezed* without mark-up, *apart* with mark-up as gaps."""
    by_word, unspaced = _names()
    words = _tokens(squeezed) | _tokens(apart)
    near, joined = sorted(words & by_word.keys()), " ".join(words)
    return any(_found(text, near, unspaced, joined) for text in (squeezed, apart))


def _tokens(text: str) -> set[str]:
    return set((_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text))


def _found(text: str, near: list[str], unspaced: list[_Name], joined: str) -> bool:
    return any(True for _ in _coarse(text, joined)) or any(True for _ in _listed(text, near, unspaced))


def hits(folded: str) -> list[Hit]:
    """All such words of *folded* (lower case, no diacritics), in order, none within another."""
    by_word, unspaced = _names()
    words = _tokens(folded)
    near = sorted(words & by_word.keys())
    found = {*_coarse(folded, " ".join(words)), *_listed(folded, near, unspaced)}
    out: list[Hit] = []
    for hit in sorted(found, key=lambda each: (each.start, -each.end)):
        if not out or hit.start >= out[-1].end:
            out.append(hit)
    return out


def _coarse(text: str, joined: str) -> Iterator[Hit]:
    """What the patterns find near their parts; *joined* is each word of the text once."""
    for part in _PARTS:
        if part in (joined if part.isascii() and part.isalpha() else text):
            for low, high in _windows(text, part):
                for match in _SIEVE.finditer(text, low, high):
                    country, _, kind = (match.lastgroup or "").partition("_")
                    yield Hit(country, cast("Kind", kind), *match.span())


def _listed(text: str, near: list[str], unspaced: list[_Name]) -> Iterator[Hit]:
    by_word, _ = _names()
    for word in near:
        for name in by_word[word]:
            spelled = _spelled(name.words, name.kind)
            for low, high in _windows(text, word):
                for match in spelled.finditer(text, low, high):
                    yield Hit(name.country, name.kind, *match.span())
    if _HAS_UNSPACED.search(text):
        for name in unspaced:
            for match in re.finditer(_BLANKS.join(map(re.escape, name.words)), text):
                yield Hit(name.country, name.kind, *match.span())


@cache
def _spelled(words: tuple[str, ...], kind: Kind) -> re.Pattern[str]:
    """A name with what may part its words, and an ending of the genitive; a country's not where it is a subject."""
    ending = _SUBJECT if kind == "country" else ""
    return re.compile(r"(?<![^\W\d_])" + _BETWEEN.join(map(re.escape, words)) + r"s?(?![^\W\d_])" + ending)


def _windows(text: str, part: str) -> Iterator[tuple[int, int]]:
    """Where *part* stands in *text*, with what is near it; near ones together."""
    here, low, high = 0, -1, -1
    for _ in range(_MOST_NEAR):
        at = text.find(part, here)
        if at < 0:
            break
        if at - _NEAR > high:
            if high >= 0:
                yield low, high
            low = max(0, at - _NEAR)
        high = min(len(text), at + _NEAR)
        here = at + len(part)
    if high >= 0:
        yield low, high


_BLANKS = r"[\s~·]{0,2}"
_BETWEEN = r"[\s~·.,'’-]{1,3}"
_HAS_UNSPACED = pattern("[\u0780-\u1cff\u2c00-\ud7ff\uf900-\ufaff\U00010000-\U0003ffff]")

_SIEVE = pattern(
    "|".join(f"(?P<{code}_{kind}>{words})" for code, given in _PATTERNS.items() for kind, words in given.items()),
    re.IGNORECASE,
)
