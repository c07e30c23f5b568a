"""The words by which a text tells of a country under a suspension of cooperation: a coarse sieve, kind by kind.

Longer than any list of institutions needs to be, as it works where nothing could be read as an affiliation. Adjectives
are left out: "North Korean refugees" tells of no institution. Sources: the names and towns of `names/data`.
"""

from __future__ import annotations

import re

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.patterns import pattern

Kind = Literal["institution", "town", "domain", "country"]

_SUBJECT = (
    r"(?!n|ner|nisch)(?!(?:['’]s)?[\s~-]+(?:program|stud|polic|watch|desk|expert|unit\b|team|sanction|crisis|question|"
    r"issue|problem|research|polit|forsch|econom|relation|leadership|project\b))"
)
_SEP = r"[\s~·.'’-]{0,3}"
_KP: dict[Kind, str] = {
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
        r"\bdprk\b|\bdvrk\b|\brpdc\b|\bd\.?\s?p\.?\s?r\.?\s*(?:of\s+)?korea\b|people['’]?s\s+dem(?:ocratic|\.)\s+rep[a-z.]*\s+of\s+korea|"
        r"dem(?:ocratic|\.)\s+people['’]?s['’]?\s+rep[a-z.]*\s*(?:of\s+)?korea|demokratische[nr]?\s+volksrepublik\s+korea|"
        r"coree\s+du\s+nord|republique\s+populaire\s+democratique\s+de\s+coree|corea\s+del\s+nor(?:d|te)\b|"
        r"republica\s+popular\s+democratica\s+de\s+corea|coreia\s+do\s+norte|korea\s+po[lł]nocna|severni\s+korea|"
        r"кндр|северн[а-я]+\s+коре[а-я]|коре[ий]ск[а-я]+\s+народно|北朝鮮|朝鲜民主|朝鮮民主|북한|조선민주주의"
    ),
}


_PARTS = (
    "korea", "coree", "corea", "coreia", "коре", "кндр", "朝", "북한", "조선", "dprk", "dvrk", "rpdc", ".kp",
    "yang", "jang", "phen", "пхен", "平", "평", "kim", "ким", "金", "김", "hamhung", "hungnam", "wonsan", "chongjin",
    "sinuiju", "kaesong", "sariwon", "kanggye", "hyesan", "yongsong", "yongbyon", "함흥", "원산", "청진", "신의주",
)  # fmt: skip
"""one of these is in every one of the words"""


def may_hold(squeezed: str) -> bool:
    """Whether any of the words can be in a text, by the parts they are made of and, where those are there, by all."""
    return any(part in squeezed for part in _PARTS) and _SIEVE.search(squeezed) is not None


class Hit(NamedTuple):
    """Words of a country."""

    country: str
    kind: Kind
    start: int
    end: int


_SIEVE = pattern("|".join(f"(?P<{kind}>{words})" for kind, words in _KP.items()), re.IGNORECASE)


def hits(folded: str) -> list[Hit]:
    """All such words of *folded* (lower case, no diacritics), in order."""
    return [Hit("KP", kind, *match.span()) for match in _SIEVE.finditer(folded) if (kind := _kind(match.lastgroup))]


def _kind(group: str | None) -> Kind | None:
    return next((kind for kind in _KP if kind == group), None)
