"""Which works are to be looked up: those with a DOI of which the user's own files hold no affiliation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from askfirst import answer_files, zotero
from askfirst.config import Settings
from askfirst.documents import Document, one
from askfirst.errors import Failure
from askfirst.library import gather
from askfirst.library.judging import answers_in
from askfirst.library.request import usual_folder
from askfirst.library.store import Store
from askfirst.online.identifiers import doi_of, ror_of
from askfirst.reading import read
from askfirst_checks.answers import Answers
from askfirst_checks.words import Text

_NO_DOI = Text(
    "{given} is no DOI that askfirst sends; one looks like 10.1000/xyz123",
    "{given} ist keine DOI, die askfirst verschickt; eine DOI sieht aus wie 10.1000/xyz123",
)
_NO_ROR = Text(
    "{given} is no ROR number; one looks like https://ror.org/02mhbdp94",
    "{given} ist keine ROR-Nummer; eine ROR-Nummer sieht aus wie https://ror.org/02mhbdp94",
)
_NO_BIB = Text("--bib takes a BibTeX file (.bib)", "--bib nimmt eine BibTeX-Datei (.bib)")


class Item(NamedTuple):
    """One work, or one institution. Only `doi` or `ror` is ever sent; the rest stays here."""

    doi: str = ""
    ror: str = ""
    key: str = ""
    """key of the library or of the BibTeX entry"""
    title: str = ""
    year: int | None = None
    authors: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The identifier that is sent."""
        return self.doi or self.ror

    def bare(self) -> Item:
        """What may be sent of it, and nothing else."""
        return Item(self.doi, self.ror)


class Selection(NamedTuple):
    """What is to be looked up, what is not and why, and where answers to questions about it are kept."""

    items: tuple[Item, ...]
    answers: Answers
    origin: str
    """``typed``, ``bib`` or ``library``"""
    settings: Settings = Settings()
    document: Document | None = None
    without_number: int = 0
    """works without a DOI"""
    printed: int = 0
    """works whose affiliation stands in the user's own file or library"""
    refused: tuple[str, ...] = ()
    """what stands where a DOI should, and is none that is sent"""


def typed(dois: Iterable[str], rors: Iterable[str], answers: str) -> Selection:
    """The identifiers given on the command line. Raises `Failure`."""
    items = [Item(doi=_number(doi_of(given), given, _NO_DOI)) for given in dois]
    items += [Item(ror=_number(ror_of(given), given, _NO_ROR)) for given in rors]
    return Selection(tuple(dict.fromkeys(items)), answers_in(answers or usual_folder()), "typed")


def _number(found: str, given: str, otherwise: Text) -> str:
    if not found:
        raise Failure(otherwise.fill(given=repr(given[:100])))
    return found


def of_bib(path: str, settings: Settings) -> Selection:
    """The entries of a BibTeX file. Raises `Failure`."""
    document = one(path)
    if not document.path.lower().endswith(".bib"):
        raise Failure(_NO_BIB, path)
    manuscript = read(document, references="all")
    found = [
        (
            each.doi or "",
            bool(each.affiliations or each.addresses),
            Item(key=each.key, title=each.title, year=each.year, authors=each.authors),
        )
        for book in manuscript.bibliographies
        for each in book.references
    ]
    chosen = _chosen(found, answer_files.read(document), "bib")
    entries = sum(book.entries for book in manuscript.bibliographies)
    return chosen._replace(
        document=document, settings=settings, without_number=chosen.without_number + max(0, entries - len(found))
    )


def of_library(library: zotero.Library, collection: str, answers: str) -> Selection:
    """The works of a Zotero library, or of one collection. Raises `Failure`."""
    store = Store(":memory:")
    try:
        gather.fill(library, zotero.Scope(collection=collection), store, lambda _read, _total: None)
        found = [
            (work.doi, work.known(), Item(key=work.key, title=work.title, year=work.year, authors=work.authors))
            for work in gather.works(store, library, lambda each: bool(each.doi))
        ]
        without = store.count() - len(found)
    finally:
        store.close()
    chosen = _chosen(found, answers_in(answers or usual_folder()), "library")
    return chosen._replace(without_number=chosen.without_number + without)


def _chosen(found: Iterable[tuple[str, bool, Item]], answers: Answers, origin: str) -> Selection:
    """*found* with the DOI as written and whether an affiliation is known already."""
    items, refused, printed, without = [], [], 0, 0
    for written, is_known, item in found:
        doi = doi_of(written)
        if is_known:
            printed += 1
        elif doi:
            items.append(item._replace(doi=doi))
        elif written:
            refused.append(written)
        else:
            without += 1
    return Selection(tuple(items), answers, origin, without_number=without, printed=printed, refused=tuple(refused))
