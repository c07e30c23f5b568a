"""Names as title pages print them: initials on either side, capitals, degrees behind, Cyrillic and Arabic script."""

from __future__ import annotations

from itertools import pairwise

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.light_markup.block_parts import Block, Named
from askfirst_checks.readers.light_markup.credentials import is_credential, uncredited
from askfirst_checks.readers.light_markup.name_strings import is_person, several

_INITIAL = r"[^\W\d_a-zа-яё](?:[a-zа-яё]?\.(?:\s?-?\s?)|\b)"
_FAMILY = r"[^\W\d_a-zа-яё][^\W\d_]*(?:['’-][^\W\d_]+){0,3}"
_INITIALLED = pattern(
    rf"(?:{_INITIAL}\s?){{1,3}}\s?{_FAMILY}(?:\s{_FAMILY})?|{_FAMILY}(?:\s{_FAMILY})?,?\s?(?:{_INITIAL}\s?){{1,3}}"
)
_CYRILLIC = pattern(r"[А-ЯЁІЇЄҐЎ][а-яёіїєґў’']+(?:-[А-ЯЁІЇЄҐЎ][а-яёіїєґў]+)?|[А-ЯЁІЇЄҐЎ’'-]{2,}")
_ARABIC = pattern(r"[\u0621-\u064a\u0660-\u06d3\u200c]{2,20}")
_LETTERS = pattern(r"[^\W\d_]{2}")
_NOBODY = pattern(
    r"(?i)\b(?:section|part|figure|fig|table|appendix|chapter|type|class|theorem|vitamin|volume|vol|version|раздел\w*|"
    r"част[ьи]|рис\w*|табл\w*|глав[аы]|приложени\w*|федераци\w*|област\w*|кра[йя]|республик\w*|город\w*|аннотаци\w*|"
    r"введени\w*|стать\w*|рецензи\w*|научн\w*|нижний|великий|санкт|новая|южн\w*|северн\w*|чешск\w*|саудовск\w*)\b|"
    r"چکیده|مقدمه|مقاله|استاد|گروه|دانش|پژوه|موسسه|کلید|ایران|تهران|جامعة|كلية|قسم|جمهورية"
)
_JOINED = pattern(r"\s(?:y|e|i|och|og|en|ve|و)\s")
_DEGREES = pattern(r"(?:\s+(?:BA|BS|MA|MS|AB|SB|SM|JD|NP|PA|DO|MPA|MHA|MAS|MTR|MSE|BSE|MLS|RDCS|MD|PhD))+$")
_SMALL = pattern(r"(?i)\b(?:of|in|on|for|and|the|with|to|from|by|und|im|der|die|в|на|и|для|по|из)\b")
_BESIDE = pattern(r"\s+[/|]\s+")
_JOINING = pattern(r"(?:y|e|i|och|og|en|ve|و|and|und|et|и|&)\s")
_TWICE = pattern(r"([^()]+?)\s*\(([^()]+)\)")
_LETTER = pattern(r"[^\W\d_]")
_LATIN = pattern(r"[A-Za-z\u00c0-\u024f]")
_LONGEST = 60


def is_someone(text: str) -> bool:
    """Whether *text* is one person's name, where names may be expected."""
    bare = uncredited(line_kinds.untitled(text)).strip(" ,;*")
    if not bare or len(bare) > _LONGEST or line_kinds.institution(bare) or line_kinds.nobody(bare):
        return False
    if line_kinds.remark(bare) or _names_place(bare) or _NOBODY.search(bare):
        return False
    return line_kinds.full_name(bare) or _is_initialled(bare) or _is_elsewhere_written(bare)


def _names_place(text: str) -> bool:
    return line_kinds.place(text) or any(line_kinds.country(part.strip()) for part in text.split(","))


def _is_initialled(text: str) -> bool:
    return _INITIALLED.fullmatch(text) is not None and _LETTERS.search(text) is not None


def _is_elsewhere_written(text: str) -> bool:
    """Whether *text* is a name in a script that `line_kinds.full_name` does not judge."""
    words = text.split()
    if not 1 < len(words) < 6:
        return False
    return (all(map(_CYRILLIC.fullmatch, words)) and not text.isupper()) or all(map(_ARABIC.fullmatch, words))


def in_one_script(name: str) -> str:
    """*name* without the same in another script, which stands in brackets behind it."""
    found = _TWICE.fullmatch(name)
    return found[1] if found and is_latin(found[1]) != is_latin(found[2]) else name


def is_latin(text: str) -> bool:
    """Whether most letters of *text* are Latin ones."""
    return 2 * len(_LATIN.findall(text)) > len(_LETTER.findall(text))


def _joined(piece: Named) -> tuple[Named, ...]:
    """*piece*, or two where words of other languages join names in it: ``Ana Ruiz y Luis Gil``."""
    if len(both := _BESIDE.split(piece.name)) == 2 and all(map(is_someone, both)):
        return piece._replace(name=both[0]), piece._replace(name=both[1])
    if lead := _JOINING.match(piece.name):
        return (piece._replace(name=piece.name[lead.end() :]),)
    both = _JOINED.split(piece.name)
    if len(both) != 2 or not all(len(name.split()) > 1 and is_someone(name) for name in both):
        return (piece,)
    return piece._replace(name=both[0], marks=(), asides=()), piece._replace(name=both[1])


def people(parts: Block) -> list[Named]:
    """The names of a line that holds little else but their degrees, marks and a team; none where it is another line."""
    pieces = _uncredited(_with_initials(_turned(parts, [one for each in several(parts) for one in _joined(each)])))
    found: list[Named] = []
    odd = 0
    for piece in pieces:
        if found and is_credential(piece.name):
            found[-1] = found[-1]._replace(marks=(*found[-1].marks, *piece.marks))
        elif _is_sure(piece):
            found.append(piece)
        elif piece.marks and line_kinds.name(piece.name) and not _names_place(piece.name):
            found.append(piece)
            odd += 1
        else:
            odd += not line_kinds.team(piece.name)
            found += [] if piece.marks or line_kinds.team(piece.name) else [piece._replace(name="")]
    named = [piece for piece in found if piece.name]
    unsure = len(found) - len(named)
    return named if not unsure and 3 * odd <= len(pieces) and (len(named) > 1 or not odd) else []


def _uncredited(pieces: list[Named]) -> list[Named]:
    """*pieces* without degrees, where any has one."""
    if any(is_credential(piece.name) or uncredited(piece.name) != piece.name for piece in pieces):
        return [piece._replace(name=_without_letters(piece.name)) for piece in pieces]
    return pieces


def _is_sure(piece: Named) -> bool:
    """Whether *piece* is a person: by the name alone, or by the name and a mark."""
    return is_someone(piece.name) or (bool(piece.marks) and is_person(piece.name) and not line_kinds.team(piece.name))


def _without_letters(name: str) -> str:
    """*name* without the two or three letters of a degree, where others on the line have degrees."""
    bare = _DEGREES.sub("", name)
    return bare if len(bare.split()) > 1 else name


def _turned(parts: Block, pieces: list[Named]) -> list[Named]:
    """*pieces* with family and given names joined, where semicolons stand between people: ``Feld, Ada; Ri, Bo``."""
    if ";" not in parts.text[slice(*parts.zone)]:
        return pieces
    people: list[list[Named]] = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if before is None or ";" in parts.text[before.end : piece.start]:
            people.append([])
        people[-1].append(piece)
    if not all(len(one) == 2 and line_kinds.family(one[0].name) and line_kinds.name(one[1].name) for one in people):
        return pieces
    return [
        given._replace(name=f"{family.name}, {given.name}", start=family.start, marks=(*family.marks, *given.marks))
        for family, given in people
    ]


def is_shouted(text: str) -> bool:
    """Whether *text* is two or three words in capitals that can be a name, where a place follows them."""
    words = text.split()
    return 1 < len(words) < 4 and text.isupper() and is_someone(text.title()) and not _SMALL.search(text)


def _with_initials(pieces: list[Named]) -> list[Named]:
    """*pieces* with the initials joined to the family names that they stand behind: ``Feld, A. B., Ri, C.``."""
    alone = [bool(line_kinds.initials(piece.name)) for piece in pieces]
    if not any(alone) or alone[0] or any(one and two for one, two in pairwise(alone)):
        return pieces
    found: list[Named] = []
    for piece, is_alone in zip(pieces, alone, strict=True):
        if is_alone:
            last = found[-1]
            found[-1] = piece._replace(
                name=f"{last.name} {piece.name}",
                start=last.start,
                marks=(*last.marks, *piece.marks),
                asides=(*last.asides, *piece.asides),
            )
        else:
            found.append(piece)
    return found
