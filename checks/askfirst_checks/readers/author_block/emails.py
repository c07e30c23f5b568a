"""E-mail addresses as LaTeX prints them: escapes, grouped local parts, and whom a local part names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from askfirst_checks.patterns import pattern

_COMMAND = pattern(r"\\(?!string\s*@)[A-Za-z]+\*?")
_MARK = pattern(
    r"\$\s*(?:\{\s*\})?\s*\^\s*\{?[\w*†‡§,\s]{1,12}\}?\s*\$"
    r"|\\(?:[A-Za-z]{0,16}(?:fn|mark|superscript|num)|(?!href)[a-z]{1,8}ref|inst)\s*[{\[][^{}\[\]@]{0,12}[}\]]"
)
_ESCAPE = pattern(
    r"\\([_{}@&#%$~])|\$\s*\\?_\s*\$|\\textunderscore(?:\{\})?|\\(?:at|AT)\b\s*(?:\{\})?|\\discretionary\{\}\{\}\{\}|\{\s*(_|@|\\_)\s*\}"
)
_INTERNAL = pattern(r"\\[A-Za-z]+@[A-Za-z@]*")
_BLANKS = pattern(r"[\s~]+")
_HREF = pattern(r"\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_AT = pattern(r"\s*[\[(<{]\s*(?:at|AT|@)\s*[\])>}]\s*|\s*\\string\s*@\s*|\s*\$@\$\s*")
_GROUP = pattern(r"[{(\[]([^{}()\[\]@]{1,2000})[})\]]\s?@\s?([\w-]{1,80}(?:\.[\w-]{1,80}){1,8})")
_BARE_GROUP = pattern(r"((?:[a-z][\w.+-]*\s*[,|/;]\s*)+[a-z][\w.+-]*)@([\w-]+(?:\.[\w-]+)+)")
_ONE = pattern(r"(?<![\w.+'!#&-])[\w.+'!#&-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){0,8}")
_PATTERN = pattern(
    r"^(?:first|given|last|family|fore|sur)[_-]?names?[._-](?:first|given|last|family|fore|sur)[_-]?names?$|^(?:first|given|last|family|sur|fore)?[._-]?(?:first|given|last|family|sur)?[._-]?(?:names?|initials?|last|first|surname|lastname|firstname)$|^(?:name\.surname|first\.last|f\.last|vorname\.nachname|user|username)$",
    re.IGNORECASE,
)
_LETTERS = pattern(r"[^\W\d_]+")
_LONG = 2000
_EXTRA = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "å": "a"})


def addresses(raw: str) -> tuple[str, ...]:
    r"""The addresses in a LaTeX fragment: ``\{a,b\}@c.de`` gives two; patterns such as ``{first.last}@c.de`` none."""
    if "@" not in raw and "at" not in raw.lower():
        return ()
    return _remembered(raw) if len(raw) < _LONG else _addresses(raw)


@lru_cache(maxsize=5_000)
def _remembered(raw: str) -> tuple[str, ...]:
    return _addresses(raw)


def _addresses(raw: str) -> tuple[str, ...]:
    raw = _BLANKS.sub(" ", raw)
    text = _HREF.sub(lambda m: m[2] if "@" in m[2] or "mailto" not in m[1] else m[1], raw).replace("mailto:", "")
    text = _INTERNAL.sub(" ", text).replace("\\-", "").replace("\\,", "").replace("\\/", "")
    text = _ESCAPE.sub(_unescaped, text)
    text = _MARK.sub(" ", text)
    text = _AT.sub("@", _COMMAND.sub(" ", text))
    if "@" not in text:
        return ()
    text = re.sub(r"\s*@\s*", "@", text.replace("~", " "))
    found: list[str] = []
    text = _GROUP.sub(lambda m: _grouped(m, found), text)
    if bare := _BARE_GROUP.fullmatch(text.strip(" {}\n\t.;")):
        _grouped(bare, found)
        text = ""
    for match in _ONE.finditer(text.replace("{", "").replace("}", "")):
        local = match[0].partition("@")[0]
        if not _PATTERN.match(local):
            found.append(match[0].strip(".'"))
    return tuple(dict.fromkeys(_kept(address) for address in found))


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[2]:
        return match[2].strip("\\")
    return "@" if match[0][1:3] in ("at", "AT") else "_"


def _kept(address: str) -> str:
    return unicodedata.normalize("NFC", address)


def _grouped(match: re.Match[str], found: list[str]) -> str:
    for local in re.split(r"[,;|/\s&]+", match[1].replace("\\", "")):
        local = local.strip(" .{}")
        if local and local != "and" and not _PATTERN.match(local):
            found.append(f"{local}@{match[2]}")
    return " "


def folded(text: str) -> str:
    """Lower case without diacritics."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold().translate(_EXTRA))
    return "".join(c for c in text if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a printed name, `folded`, in their order."""
    return tuple(_LETTERS.findall(folded(name)))


@lru_cache(maxsize=50_000)
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name as an address may use them, the family name last."""
    family, comma, given = name.partition(", ")
    return tuple(_LETTERS.findall(folded(f"{given} {family}" if comma and len(given) > 2 else name)))


def letters_of(address: str) -> tuple[list[str], str]:
    """The runs of letters of a local part, and all its letters."""
    pieces = _LETTERS.findall(folded(address.partition("@")[0]))
    return pieces, "".join(pieces)


def forms_of(parts: tuple[str, ...]) -> set[str]:
    """What local parts make of a whole name (`parts_of`): initials, family name with initials, all of it."""
    family, given = parts[-1], parts[:-1]
    heads = "".join(part[0] for part in given)
    forms = {heads + family[0], family + heads, heads + family, family if len(parts) < 3 else parts[-2] + family}
    if not given:
        return forms | {family}
    first = given[0]
    return forms | {first[0] + family, family + first[0], first + family, family + first, "".join(parts)}


@lru_cache(maxsize=50_000)
def fits(address: str, name: str) -> float:
    """How well the local part of *address* names *name*: 0 not at all, 1 wholly."""
    parts = parts_of(name)
    pieces, joined = letters_of(address)
    if not parts or not address.partition("@")[0]:
        return 0.0
    given = parts[:-1]
    score = max(_by_words(pieces, joined, parts), _by_form(joined, parts))
    if not score:
        return _by_initials(address, pieces, joined, parts) if given else 0.0
    told = any(g in pieces or (len(pieces) > 1 and g[0] in pieces) for g in given)
    return 1.0 if told and parts[-1] in pieces else score


def _by_words(pieces: list[str], joined: str, parts: tuple[str, ...]) -> float:
    score = 0.0
    for part in parts:
        if len(part) > 1 and part in pieces:
            score = max(score, 0.8 if part == parts[-1] else 0.6)
        elif len(part) > 3 and part in joined:
            score = max(score, 0.7 if part == parts[-1] else 0.45)
    return score


def _by_form(joined: str, parts: tuple[str, ...]) -> float:
    if joined in forms_of(parts):
        return 0.9 if len(joined) > 3 else 0.6
    return 0.5 if len(parts) > 1 and _loose(joined, parts) else 0.0


def _by_initials(address: str, pieces: list[str], joined: str, parts: tuple[str, ...]) -> float:
    """Where nothing else fits: a family name that changed, or initials of which the printed name leaves one out."""
    given, family = parts[:-1], parts[-1]
    if len(pieces) > 1 and len(pieces[0]) > 2 and any(g == pieces[0][0] for g in given):
        return 0.2
    is_short = 2 <= len(folded(address.partition("@")[0])) == len(joined) <= 4
    return 0.3 if is_short and joined[0] + joined[-1] == given[0][0] + family[0] else 0.0


def _loose(joined: str, parts: tuple[str, ...]) -> bool:
    """The first four letters or more of the family name, with an initial of a given name before or behind."""
    family, heads = parts[-1], {p[0] for p in parts[:-1]}
    for size in range(min(len(family), len(joined)), 3, -1):
        stem = family[:size]
        if joined.startswith(stem) and joined[size:] and set(joined[size:]) <= heads:
            return True
        if joined.endswith(stem) and joined[:-size] and set(joined[:-size]) <= heads:
            return True
        if joined == stem:
            return True
    return False


def abbreviates(short: str, name: str) -> bool:
    """Whether *short* can be *name* with the first given name as an initial, and others left out."""
    one, two = words_of(short), words_of(name)
    same = len(one) > 1 and len(two) > 1 and one[-1] == two[-1] and one[0][0] == two[0][0]
    return same and (len(one[0]) == 1 or one[0] == two[0])


def alike(a: str, b: str) -> float:
    """Likeness of two printings of a name, by their words; initials count half."""
    one, two = words_of(a), words_of(b)
    if not one or not two:
        return 0.0
    score = sum(1.0 if word in two else 0.5 * _abbreviates_one(word, two) for word in one)
    if one[-1] != two[-1] and not _is_among(one[-1], two) and not _is_among(two[-1], one):
        score *= 0.4
    return score / max(len(one), len(two)) if score else 0.0


def _abbreviates_one(word: str, words: tuple[str, ...]) -> bool:
    """Whether *word* is the initial of one of *words*, or one of them is its."""
    return any(w[0] == word[0] and (len(w) == 1 or len(word) == 1) for w in words)


def _is_among(family: str, words: tuple[str, ...]) -> bool:
    return len(family) > 2 and family in words
