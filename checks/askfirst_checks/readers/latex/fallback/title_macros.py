r"""Title macros of the kernel and of KOMA-Script that hold an affiliation: ``\date``, ``\publishers``, ``\subtitle``.

What they hold is an affiliation where it is an institution by name, and no day, event, publisher or supervisor; in a
subtitle, and beside other affiliations, only where its place is printed with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from askfirst_checks.model import Affiliation
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import line_kinds
from askfirst_checks.readers.author_block.draft import Book
from askfirst_checks.readers.latex.block.affiliation_lines import read_place
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.tokens.lines import EDGE, split
from askfirst_checks.readers.latex.tokens.tokenizer import Item, items, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.arguments import closing

_MACRO = pattern(
    r"\\(date|publishers|subtitle|titlehead|lowertitleback)\s*\{"
    r"|\\thefootnote\s*=?\s*\}?\s*\{?\\(?:relax|@empty|empty|space)\s*\}?\s*\\footnote\s*\{"
)
"""with a footnote that has no mark"""
_HEADS = pattern(
    r"\\(?:fancy(?:head|foot)\*?|[lcr](?:head|foot)\*?|[ico](?:head|foot)\*?|markboth|markright)"
    r"(?:\s*\[[^\[\]]{0,40}\])?\s*\{"
)
"""what fancyhdr, scrlayer-scrpage and the kernel print above and below each page"""
_OTHERWISE = pattern(
    r"(?i)^\W*(?:an? )?(?:talk|lecture|seminar|colloquium|presented|invited|workshop|conference|summer school|"
    r"submitted|accepted|vortrag|seminarvortrag|kolloquium|tagung|exposé|charla|ponencia|доклад|"
    r"(?:master|bachelor|diplom|doktor|phd|doctoral|technical|thesis|dissertation|report|case study)\w*)\b|"
    r"\bpress\b|verlag\b|\bpublish|\béditions?\b|\beditorial\b"
)
_LONGEST = 2_000
_MOST_HEADS = 10


def strips(gathered: Gathered, stop: int) -> list[tuple[str, Strip]]:
    """What such macros of the root hold before *stop*, by their names."""
    root, out = gathered.root, []
    for match in _MACRO.finditer(root.text, 0, stop):
        line = root.text[root.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        close = closing(root.text, match.end() - 1, _LONGEST) if "%" not in line else -1
        if close > 0:
            out.append((match[1] or "footnote", gathered.expander.expand(root.cut(match.end(), close))))
    return out


def beneath_title(book: Book, gathered: Gathered, stop: int, macros: Mapping[str, str]) -> None:
    """Enter such affiliations as those of all authors."""
    everybody = list(range(len(book.authors)))
    for name, strip in strips(gathered, stop):
        for row in _addresses(name, strip, macros):
            read_place(book, strip, row, owners=everybody, macros=macros, macro="beneath")


def notes_beside(book: Book, gathered: Gathered, stop: int, macros: Mapping[str, str]) -> list[Affiliation]:
    """Such affiliations as notes, where the authors have others."""
    known = {place.text for place in book.places}
    found = []
    for name, strip in strips(gathered, stop):
        for row in _addresses(name, strip, macros):
            said = printed(row).strip(EDGE)
            if "," in said and said not in known:
                found.append(Affiliation(said, strip.span(row[0].start, row[-1].end), "note"))
    return found


def page_heads(gathered: Gathered, stop: int) -> list[Affiliation]:
    """The institutions that stand above or below the pages, as notes: a thesis may name its own nowhere else."""
    root, found = gathered.root, dict[str, Affiliation]()
    for match in _HEADS.finditer(root.text, 0, stop):
        line = root.text[root.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        close = closing(root.text, match.end() - 1, _LONGEST) if "%" not in line else -1
        strip = root.cut(match.end(), close) if close > 0 else root.cut(0, 0)
        for row in split(items(strip), "line"):
            said = printed([i for i in row if i.kind in ("text", "gap")]).strip(EDGE)
            if line_kinds.titled(said) and " " in said and not _OTHERWISE.search(said):
                found.setdefault(said, Affiliation(said, strip.span(row[0].start, row[-1].end), "note"))
    return [*found.values()][:_MOST_HEADS]


def _addresses(name: str, strip: Strip, macros: Mapping[str, str]) -> list[list[Item]]:
    """The lines of *strip* that are affiliations; one that a country ends is whole."""
    out: list[list[Item]] = []
    open_row: list[Item] = []
    for line in split(items(strip, macros), "line"):
        said = printed(line).strip(EDGE)
        other = not said or line_kinds.dated(said) or line_kinds.supervision(said) or _OTHERWISE.search(said)
        if not other and line[0].kind != "mark":
            open_row += [*line, Item("line", "", line[-1].end, line[-1].end)]
        if open_row and (other or line_kinds.country(said.rpartition(",")[2])):
            out.append(open_row)
            open_row = []
    return [row[:-1] for row in (*out, open_row) if row and _is_address(name, printed(row).strip(EDGE))]


def _is_address(name: str, said: str) -> bool:
    is_whole = "," in said or name in ("date", "publishers")
    return is_whole and line_kinds.titled(said) and not line_kinds.remark(said) and line_kinds.unfunded(said) == said
