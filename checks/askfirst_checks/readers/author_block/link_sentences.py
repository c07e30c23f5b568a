r"""Notes in sentences: "A is with X; B and C are with Y", "A. Muster, Sample University, am@b.c. B. Probe, ...".

A note is cut where it begins to speak of other authors; what each part says is theirs: the affiliations, for those
who have none yet, and the addresses.
"""

from __future__ import annotations

import re
import unicodedata

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import Author, Book, Loose, Note, Place

_CROWD = 100
"""authors beyond which no sentence is looked at for their names"""
_LONGEST = 6_000
_LINK = pattern(r"[\s,;&]*(?:\band\b|\bund\b|\bet\b|\by\b)?[\s,]*(?:(?:prof|dr)\b\.?\s*)*", re.IGNORECASE)
_BEGIN = pattern(
    r"(?:^|[.;:)\]\n]),?\W*(?:(?:and|while|the authors?|authors?|prof|dr)\b\.?\s*)*$|"
    r"\b(?:addressed|correspondence|mail) to:?\s*$",
    re.IGNORECASE,
)
_LISTED = pattern(r"\s*:")
"""behind a name that follows a comma: each author has an address (``A: a@b.c, B: d@b.c``)"""
_ALSO = pattern(r"(?:,|\band|\bwhile|\bwhereas)\s*$", re.IGNORECASE)
_ASIDE = r"\s*(?:\([^()]{0,80}\)|,\s+(?:n[ée]e?|born|geb(?:oren(?:e|er)?|\.))\s[^,;.()]{1,40},)?\W{0,3}"
_VERB = pattern(
    _ASIDE + r"(?:is|are|was|were)\s+(?:(?:currently|also|now|both|all|each)\s+)*"
    r"(?:an?\s+[\w .-]{2,60}?\s+|(?:[\w.-]+\s+){0,3}" + line_kinds.POST + r"s?\s+)?"
    r"(?:affiliated\s+with|with|at|from|in)\b(?:\s+(?:the|both))?\s*"
    r"|" + _ASIDE + line_kinds.IS_WITH,
    re.IGNORECASE,
)
_PLAINLY = pattern(r"\s*:\s*|\s*(?:\([^()]{0,80}\)\s*)?[,–—-]\s*|\s*\((?=[^()]*@)")
_CORRESPONDENCE = pattern(r"[.;]\s*(?:address\s+)?correspondence\b", re.IGNORECASE)
_NEAR = 200
"""characters within which a name and a comma are followed by an institution or an address, if they give one"""
_AFTER = pattern(
    r"[\s,;.(]{0,4}(?:\b(?:corresponding authors?\b|e-?mails?\b|tel\b|phone|http|www|"
    r"manuscript received|digital object|this (?:work|research|paper)|supported by|"
    r"we\s+(?:\w+\s+){0,2}(?:thank|grateful|acknowledge|indebted|appreciate)|"
    r"the authors?\s+(?:\w+\s+)?(?:thanks?|grateful|acknowledge))).*$",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = pattern(r"(?:\{[^{}]{1,300}\}|\([^()]{1,300}\)|\[[^\[\]]{1,300}\]|[^\s@(){}\[\]]{0,80})\s?@\s?[\w.-]{1,100}")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_COUNTED = pattern(
    r"(?<!\w)(?:the\s+)?(?:(first|last)\s+(two|three|four|five|six)|((?:(?:and|the|"
    + "|".join(_ORDINALS)
    + r"|last)[\s,]+){1,12}))"
    r"authors?(?!\w)"
)
_WHOLE = pattern(r"univ|academ|institut|colle|polytech|laborator|\binc\b|\bgmbh\b|compan|corporat", re.IGNORECASE)
_UNIT = pattern(
    r",?\s+and\s+(?:(?:also|currently)\s+)?(?:(with|at|from)\s+)?(?:the\s+)?(?=(?:[A-Z][\w.-]*\s+){0,3}(?:Depart|School|Instit|Facul|Universi|"
    r"Cent(?:er|re)|Colleg|Academ|Laborat|Research|Colleg))"
)


_ALONE = pattern(r"(?<!\w)([^\W\d_]{2,40})(?=\s?:|(?:,?\s(?:and\s)?[^\W\d_]{2,40}){0,4}?\s(?:is|are)\s)")


class _Mention(NamedTuple):
    start: int
    end: int
    authors: tuple[int, ...]
    """several where a family name and an initial fit them alike"""


class _Part(NamedTuple):
    """What a note says of some authors."""

    who: tuple[int, ...]
    start: int
    """where their names begin"""
    said: int
    """where what is said of them begins"""


def spoken(book: Book) -> None:
    """Tie what notes say of authors by name."""
    if not 0 < len(book.authors) <= _CROWD:
        return
    bare = {n for n, author in enumerate(book.authors) if not author.affiliations}
    for note in book.notes:
        text = (note.full or note.text)[:_LONGEST]
        parts = _parts(book.authors, text)
        if not parts:
            continue
        stops = [part.start for part in parts[1:]] + [len(text)]
        for part, stop in zip(parts, stops, strict=True):
            turn = _CORRESPONDENCE.search(text, part.said, stop)
            corresponding = "correspond" in text[max(0, part.start - _NEAR) : turn.start() if turn else stop].lower()
            end = turn.start() if turn else stop
            given = emails.addresses(text[part.start : end])
            _say(book, note, part, text[part.said : end], given, bare, corresponding)


def _say(
    book: Book, note: Note, part: _Part, said: str, given: tuple[str, ...], bare: set[int], corresponding: bool
) -> None:
    theirs = [pair for pair in note.mails if pair[0] in given]
    if theirs:
        loose = Loose(theirs, -1, list(part.who), -1 if corresponding else None, named=True)
        book.loose.append(loose)
        note.mails = [pair for pair in note.mails if pair not in theirs]
    owners = [n for n in part.who if n in bare]
    if not owners or _is_no_place(said):
        return
    for text in institutes(_ADDRESS.sub("", said)) or _employer(note, part, said):
        note.told = True
        place = Place(text, note.span, -1)
        place.owners = list(owners)
        book.places.append(place)
        for owner in owners:
            book.authors[owner].affiliations.append(len(book.places) - 1)


def _is_no_place(said: str) -> bool:
    """Whether *said* is a country alone, or a present address that names no institution."""
    return line_kinds.country(said.strip(" .;")) or (line_kinds.present(said) and not _WHOLE.search(said))


_EMPLOYER = pattern(r"(?<=with )([A-Z][\w&-]{2,24}(?:\s[A-Z][\w&-]{1,24})?)[.;\s]*$")
"""one or two words with capitals: a company, a body by its short name; "from" may say where somebody was born"""


def _employer(note: Note, part: _Part, said: str) -> list[str]:
    text = note.full or note.text
    match = _EMPLOYER.match(text, part.said, part.said + len(said))
    return [match[1]] if match else []


def institutes(said: str) -> list[str]:
    """The affiliations in what is said of somebody, cut at semicolons, and at "and" between two of them."""
    found: list[str] = []
    for piece in _AFTER.sub("", said.replace("()", "")).split(";"):
        for text in _halves(piece):
            text = re.sub(r"^\s*(?:and\s+)?(?:with\s+)?(?:the\s+)?", "", text).strip(" \t\n.,;:()")
            if line_kinds.institution(text) or (not found and line_kinds.affiliation(text)):
                found.append(text)
            elif found and text and not line_kinds.remark(text):
                found[-1] += "; " + text
    return found


def _halves(piece: str) -> list[str]:
    out, at = [], 0
    for match in _UNIT.finditer(piece):
        last = piece[at : match.start()].rpartition(",")[2]
        whole = _WHOLE.search(last) or line_kinds.country(last.strip())
        if match[1] or ("," in piece[at : match.start()] and whole):
            out.append(piece[at : match.start()])
            at = match.end()
    return [*out, piece[at:]]


def _parts(authors: list[Author], text: str) -> list[_Part]:
    """Where *text* begins to speak of which authors."""
    found: list[_Part] = []
    mentions = _mentions(authors, text)
    at = 0
    while at < len(mentions):
        first = last = at
        while last + 1 < len(mentions) and _LINK.fullmatch(text, mentions[last].end, mentions[last + 1].start):
            last += 1
        at = last + 1
        said = _said_of(text, mentions[first].start, mentions[last].end)
        if said is not None:
            who = tuple(dict.fromkeys(n for m in mentions[first : last + 1] for n in m.authors))
            found.append(_Part(who, mentions[first].start, said))
    return found


def _said_of(text: str, start: int, end: int) -> int | None:
    """Where *text* begins to tell something of those whom it names from *start* to *end*; None if it does not."""
    verb = _VERB.match(text, end)
    if not _opens(text, start, end, with_verb=verb is not None):
        return None
    behind = verb or _PLAINLY.match(text, end)
    near = text[behind.end() : behind.end() + _NEAR] if behind else ""
    return behind.end() if behind and (verb or "@" in near or line_kinds.institution(near)) else None


def _opens(text: str, start: int, end: int, *, with_verb: bool) -> bool:
    """Whether a name at *start* opens a sentence, an entry of a list, or a clause with a verb of its own."""
    before = text[max(0, start - 60) : start]
    if not start or _BEGIN.search(before):
        return True
    is_entry = before.rstrip().endswith(",") and _LISTED.match(text, end) is not None
    return is_entry or (with_verb and _ALSO.search(before) is not None)


def _mentions(authors: list[Author], text: str) -> list[_Mention]:
    """The names of authors in *text*, longest first where two could stand, in printed order."""
    flat = _flat(text)
    found: list[_Mention] = []
    for index, author in enumerate(authors):
        words = re.findall(r"[^\W\d_]+", _flat(author.name))
        if len(words) < 2 or words[-1] not in flat:
            continue
        first, family = words[0], words[-1]
        start = re.escape(first) + "|" + re.escape(first[0]) + (r"\b" if len(first) > 1 else r"\w{0,30}")
        middle = r"(?:(?:[\s-]{1,3}|\.)\w[\w'’]{0,30}\.?){0,4}?"
        given = rf"(?:{start})\.?(?:[\s-]{{1,3}}\w[\w'’]{{0,30}}\.?){{0,2}}(?!\w)"
        last = re.escape(family) + r"(?!\w)"
        name = re.compile(rf"(?<!\w)(?:(?:{start})\.?{middle}[\s-]{{1,3}}{last}|{last},?\s{given})")
        found += [_Mention(m.start(), m.end(), (index,)) for m in name.finditer(flat)]
    found += _counted(len(authors), flat)
    found += _families(authors, flat)
    found.sort(key=lambda m: (m.start, not _exact(m, authors, flat), -m.end))
    out: list[_Mention] = []
    for mention in found:
        if not out or mention.start >= out[-1].end:
            out.append(mention)
        elif mention[:2] == out[-1][:2] and not _exact(out[-1], authors, flat):
            out[-1] = out[-1]._replace(authors=out[-1].authors + mention.authors)
    return out


def _families(authors: list[Author], flat: str) -> list[_Mention]:
    """Family names alone, before a colon or a verb, as economists do: ``Muster: Sample University. Probe: ...``"""
    last = [(re.findall(r"[^\W\d_]+", _flat(author.name)) or [""])[-1] for author in authors]
    owner = {name: index for index, name in enumerate(last) if len(name) > 1 and last.count(name) == 1}
    return [
        _Mention(match.start(), match.end(1), (owner[match[1]],))
        for match in _ALONE.finditer(flat)
        if match[1] in owner
    ]


def _counted(people: int, flat: str) -> list[_Mention]:
    """ "The first and the third author", "the last two authors"."""
    found = []
    for match in _COUNTED.finditer(flat) if "author" in flat else ():
        if match[2]:
            count = min(_NUMBERS[match[2]], people)
            who = list(range(count)) if match[1] == "first" else list(range(people - count, people))
        else:
            who = [_ORDINALS.index(w) for w in re.findall(r"[a-z]+", match[3]) if w in _ORDINALS]
            who += [people - 1] if "last" in match[3] else []
        if who and max(who) < people:
            found.append(_Mention(match.start(), match.end(), tuple(who)))
    return found


def _exact(mention: _Mention, authors: list[Author], flat: str) -> bool:
    return flat[mention.start : mention.end] == _flat(authors[mention.authors[0]].name)


def _flat(text: str) -> str:
    """Lower case without diacritics, character by character."""
    if text.isascii():
        return text.lower()
    return "".join((unicodedata.normalize("NFKD", c)[:1] or c).lower()[:1] or c for c in text)
