"""Names as title pages print them: initials on either side, capitals, degrees behind, Cyrillic and Arabic script."""

from __future__ import annotations

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
_CYRILLIC = pattern(r"[А-ЯЁІЇЄҐЎ][а-яёіїєґў’']+(?:-[А-ЯЁІЇЄҐЎ][а-яёіїєґў]+)?")
_ARABIC = pattern(r"[\u0621-\u064a\u0660-\u06d3\u200c]{2,20}")
_LETTERS = pattern(r"[^\W\d_]{2}")
_NOBODY = pattern(
    r"(?i)\b(?:section|part|figure|fig|table|appendix|chapter|type|class|theorem|vitamin|volume|vol|version|раздел\w*|"
    r"част[ьи]|рис\w*|табл\w*|глав[аы]|приложени\w*|федераци\w*|област\w*|кра[йя]|республик\w*|город\w*|аннотаци\w*|"
    r"введени\w*|стать\w*|рецензи\w*|научн\w*|нижний|великий|санкт|новая|южн\w*|северн\w*|чешск\w*|саудовск\w*)\b|"
    r"چکیده|مقدمه|مقاله|استاد|گروه|دانش|پژوه|موسسه|کلید|ایران|تهران|جامعة|كلية|قسم|جمهورية"
)
_JOINED = pattern(r"\s(?:y|e|i|och|og|en|ve|و)\s")
_JOINING = pattern(r"(?:y|e|i|och|og|en|ve|و|and|und|et|и|&)\s")
_TWICE = pattern(r"([^()]+?)\s*\(([^()]+)\)")
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
    return all(map(_CYRILLIC.fullmatch, words)) or all(map(_ARABIC.fullmatch, words))


def in_one_script(name: str) -> str:
    """*name* without the same in another script, which stands in brackets behind it."""
    found = _TWICE.fullmatch(name)
    return found[1] if found and bool(_LATIN.search(found[1])) != bool(_LATIN.search(found[2])) else name


def _joined(piece: Named) -> tuple[Named, ...]:
    """*piece*, or two where words of other languages join names in it: ``Ana Ruiz y Luis Gil``."""
    if lead := _JOINING.match(piece.name):
        return (piece._replace(name=piece.name[lead.end() :]),)
    both = _JOINED.split(piece.name)
    if len(both) != 2 or not all(len(name.split()) > 1 and is_someone(name) for name in both):
        return (piece,)
    return piece._replace(name=both[0], marks=(), asides=()), piece._replace(name=both[1])


def people(parts: Block) -> list[Named]:
    """The names of a line that holds nothing else but their degrees and marks; none where it is another line."""
    found: list[Named] = []
    for piece in (one for each in several(parts) for one in _joined(each)):
        if found and is_credential(piece.name):
            found[-1] = found[-1]._replace(marks=(*found[-1].marks, *piece.marks))
        elif is_someone(piece.name) or (piece.marks and is_person(piece.name)):
            found.append(piece)
        else:
            return []
    return found
