"""BibTeX and BibLaTeX: the entries that can matter, each with its place, a broken one never hiding another."""

from __future__ import annotations

from askfirst_checks.light import Literal
from askfirst_checks.model import Bibliography, Manuscript, Problem, Reference, Span, Tree, Unreadable
from askfirst_checks.readers.bibtex import entry as bib_entry
from askfirst_checks.readers.bibtex import reference as bib_reference
from askfirst_checks.readers.bibtex import relevance
from askfirst_checks.readers.bibtex.entry import Entry, entry
from askfirst_checks.readers.bibtex.reference import Book, reference
from askfirst_checks.readers.bibtex.relevance import Wanted
from askfirst_checks.readers.bibtex.slicing import Slice, slices
from askfirst_checks.readers.source.decoding import decode_parts
from askfirst_checks.words import Text

_BROKEN = Text(
    "this bibliography entry is broken; what was read of it: {read}",
    "dieser Literatureintrag ist fehlerhaft; davon gelesen: {read}",
)
_NOTHING = Text("nothing", "nichts")
_UNDEFINED = Text(
    "no @string defines {macros}, so this entry was read without it",
    "kein @string definiert {macros}, der Eintrag wurde ohne gelesen",
)

Found = tuple[Bibliography, dict[str, str], tuple[Problem, ...]]


def forget() -> None:
    """Drop everything remembered of earlier files (benchmarks and tests)."""
    for module in (bib_entry, relevance, bib_reference):
        module.forget()


def bibliography(tree: Tree, path: str, family_names: frozenset[str] | None) -> Found:
    """The bibliography at *path*, the decoded source by its path, and what could not be read.

    *family_names* (in any spelling; compared by `names.normalise.plain`) choose the entries that are read: those with
    such an author, and those that print an affiliation; an empty set reads the latter only, None every entry.
    A file that cannot be read is a problem of kind ``file`` and an empty bibliography. Never raises.
    A tree that watches its files (the language server's) has ``remembered(path, family_names, read)``, and decides
    there whether to read again.
    """
    remembered = getattr(tree, "remembered", None)
    if remembered is None:
        return _read(tree, path, family_names)
    found: Found = remembered(path, family_names, lambda: _read(tree, path, family_names))
    return found


def _read(tree: Tree, path: str, family_names: frozenset[str] | None) -> Found:
    try:
        data = tree.read(path)
    except Unreadable as error:
        return Bibliography(path, 0), {}, (Problem("file", error.text, Span(path, 1, 1, 1, 1), path),)
    text, problems = decode_parts(data, path)
    del data  # a library may have fifty megabytes
    text = text.replace("\0", " ")
    blocks = slices(text)
    references, broken = _references(path, blocks, Wanted(family_names))
    count = sum(block.is_entry for block in blocks)
    return Bibliography(path, count, references), {path: text}, (*problems, *broken)


def read(tree: Tree, path: str, *, references: Literal["matter", "all"] = "matter") -> Manuscript:
    """A .bib as a document of its own; ``matter`` reads the entries that print an affiliation or an address."""
    book, sources, problems = bibliography(tree, path, None if references == "all" else frozenset())
    return Manuscript(path, "bibtex", bibliographies=(book,), problems=problems, sources=sources)


def _references(path: str, blocks: list[Slice], wanted: Wanted) -> tuple[tuple[Reference, ...], list[Problem]]:
    book = Book(path, blocks)
    found: list[Reference] = []
    problems: list[Problem] = []
    for block in blocks:
        if not block.is_entry or not wanted.may_matter(block):
            continue
        parsed = entry(block.text, block.kind)
        read_of_it = reference(book, block, parsed)
        problems.extend(_problems(parsed, read_of_it.reference, read_of_it.undefined))
        if block.kind != "xdata" and _matters(wanted, read_of_it.families, read_of_it.reference):
            found.append(read_of_it.reference)
    return tuple(found), problems


def _matters(wanted: Wanted, families: tuple[str, ...], reference: Reference) -> bool:
    if wanted.everything or reference.affiliations or reference.addresses:
        return True
    return any(map(wanted.is_author, families))


def _problems(parsed: Entry, reference: Reference, undefined: tuple[str, ...]) -> list[Problem]:
    problems: list[Problem] = []
    if parsed.broken:
        says = _BROKEN.fill(read=", ".join(parsed.fields) or _NOTHING)
        problems.append(Problem("entry", says, reference.span, parsed.key))
    if undefined:
        says = _UNDEFINED.fill(macros=", ".join(undefined))
        problems.append(Problem("entry", says, reference.span, parsed.key))
    return problems
