"""What was read and what is asked about it: small, frozen values that every layer shares.

Named tuples rather than dataclasses: they are frozen, typed and hashable, and a class costs a fifth of
a frozen dataclass to create, which counts on the path of a git hook.
"""

from __future__ import annotations

from collections.abc import Mapping

from askfirst_checks.light import TYPE_CHECKING, Literal, NamedTuple, Protocol
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst_checks.topics import Hit

Level = Literal["stop", "ask", "note"]
State = Literal["open", "pending", "answered"]
Strength = Literal["strong", "weak", "suggests"]

MOST_AUTHORS = 20_000
"""Authors, and affiliations, of one document that are read; the largest collaborations print some 5,000 names"""
BEYOND = Text(
    "more than 20,000 authors or affiliations stand in this document; what comes from here on was not read",
    "in diesem Dokument stehen mehr als 20.000 Namen oder Affiliationen; ab hier wurde nichts mehr gelesen",
)


class Unreadable(Exception):
    """A file that is missing, too large, outside the manuscript's tree, or no regular file.

    ``str(error)`` is one lower-case English sentence without the path; `text` is the same in both languages.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Tree(Protocol):
    """The files of one manuscript, behind one door. Paths are relative to the tree's root, with ``/``."""

    def read(self, path: str) -> bytes:
        """The bytes of *path*; raises `Unreadable` (outside the tree, no regular file, too large, missing)."""

    def exists(self, path: str) -> bool:
        """Whether *path* names a readable regular file inside the tree. Never raises."""


class Span(NamedTuple):
    """A stretch of a source file. Lines and columns count from 1; columns count code points; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Affiliation(NamedTuple):
    """One printed affiliation, present address, note or funder."""

    text: str
    """as printed: mark-up resolved, white space folded"""
    span: Span
    """where it stands; if a macro of the user's own holds it, where that macro is used"""
    kind: Literal["affiliation", "present-address", "note", "acknowledgement", "funding"] = "affiliation"
    owners: tuple[int, ...] = ()
    """indices into Manuscript.authors of those it was tied to"""


class Address(NamedTuple):
    """An e-mail or web address as printed."""

    text: str
    span: Span
    kind: Literal["email", "web"] = "email"


class Person(NamedTuple):
    """One author, by what is printed."""

    name: str
    span: Span
    affiliations: tuple[int, ...] = ()
    """indices into Manuscript.affiliations, in printed order"""
    addresses: tuple[Address, ...] = ()
    orcid: str | None = None
    """bare ORCID iD, ``0000-0000-0000-0000``"""
    corresponding: bool = False


class Reference(NamedTuple):
    """One entry of a bibliography."""

    key: str
    span: Span
    title: str = ""
    year: int | None = None
    doi: str | None = None
    authors: tuple[str, ...] = ()
    """names as ``Given Family``"""
    affiliations: tuple[Affiliation, ...] = ()
    addresses: tuple[Address, ...] = ()
    date: str = ""
    """the first day that the entry can mean (ISO), where it names more than a year"""


class Problem(NamedTuple):
    """Something that was there and could not be read. It is reported, never dropped."""

    kind: Literal[
        "no-authors",  # an author block is there and nothing of it could be read
        "no-affiliation",  # authors without any affiliation
        "no-affiliations",  # of several authors beside macros nobody knows, not one
        "unexpanded",  # a macro in an affiliation that nobody could expand, and that may print a name
        "bound",  # a bound was reached before the authors were all read
        "untied",  # affiliations that could not be tied to authors
        "file",  # a file that could not be followed
        "encoding",  # bytes that were neither UTF-8 nor cp1252
        "markup",  # broken or too deeply nested mark-up
        "entry",  # a bibliography entry that could not be parsed
    ]
    says: Text
    span: Span
    subject: str = ""
    """what it is about, where that has a name: the author, the path, the cite key"""


class Passage(NamedTuple):
    """Words that tell of a country, in a document whose authors could not all be placed."""

    country: str
    """ISO 3166-1 alpha-2"""
    zone: Literal["front", "footnote", "acknowledgement", "biography", "address", "text"]
    """``address``: a paragraph of its own that reads like one; ``text``: anywhere else"""
    words: str
    """as written in the source, mark-up included"""
    span: Span


class Bibliography(NamedTuple):
    """One bibliography file."""

    file: str
    entries: int
    """entries in the file, parsed or not"""
    references: tuple[Reference, ...] = ()
    """those that were asked for"""


class Manuscript(NamedTuple):
    """All that was read of one document."""

    root: str
    """path of the root file, relative to the tree"""
    form: str
    """``latex``, ``bibtex``, ``csv``, ``toml``, ``cff``, ``json``, ``xml``, ``markdown``, ``word``, ``opendocument``"""
    has_author_block: bool = False
    """False: not a manuscript (slides without authors, a figure, a chapter): nothing is asked"""
    author_block: Span | None = None
    """where a question about the whole work stands: the first author's line"""
    title: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    """every affiliation read, tied or not; `Person.affiliations` points here"""
    notes: tuple[Affiliation, ...] = ()
    """present addresses, \\thanks, acknowledgements, funding: what AF402 looks at"""
    addresses: tuple[Address, ...] = ()
    """e-mail and web addresses that could not be tied to an author"""
    bibliographies: tuple[Bibliography, ...] = ()
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = {}
    """decoded text of every file that was read, by its path"""
    passages: tuple[Passage, ...] = ()
    """where nobody was read, or an author has no affiliation: words that tell of a country"""

    def all_addresses(self) -> tuple[Address, ...]:
        """The addresses of the authors and those tied to nobody."""
        return (*(address for author in self.authors for address in author.addresses), *self.addresses)


class Evidence(NamedTuple):
    """One fact of a verdict: these printed words point there."""

    kind: Literal["country", "place", "postcode", "domain", "institution", "list", "note"]
    words: str
    """as printed"""
    points_to: str
    """ISO 3166-1 alpha-2 code or institution id"""
    strength: Strength
    start: int
    """offset of the words in the printed text"""
    end: int


class CountryHit(NamedTuple):
    """A country the printed text decides for."""

    code: str
    """ISO 3166-1 alpha-2"""
    evidence: tuple[Evidence, ...]


class InstitutionHit(NamedTuple):
    """An institution of the gazetteer, or of the ROR index, that the printed text names."""

    id: str
    """our id (``kp-kim-il-sung-university``) or ``ror:0abcdef12``"""
    name: str
    country: str
    ror: str | None
    """ROR id, the nine characters"""
    evidence: tuple[Evidence, ...]


class Resolution(NamedTuple):
    """What one printed text resolves to. Empty tuples mean *unknown*, which is an answer."""

    text: str
    countries: tuple[CountryHit, ...] = ()
    institutions: tuple[InstitutionHit, ...] = ()
    resembles: tuple[InstitutionHit, ...] = ()
    """near spellings only: they suggest, and never decide"""
    undecided: tuple[Evidence, ...] = ()
    """weak evidence that found no second fact"""


class Subject(NamedTuple):
    """What a question is about, and so what an answer must reach."""

    institutions: tuple[str, ...] = ()
    """our ids; an answer must name every one of them"""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    rors: tuple[str, ...] = ()
    """beside `institutions`: the ROR id of each, or empty"""
    printed: str = ""
    """the printed text, normalised: what an answer names as ``printed:...`` where no institution is known"""


class Ground(NamedTuple):
    """What a finding rests on: a measure of the policy data, as shown to a person."""

    measure: str
    """measure id"""
    layer: str
    """``country``, ``listing``, ``item`` or ``assessment``"""
    act: Text
    """legal act with article, or the list"""
    since: str
    """ISO date from which it holds for this subject, or empty"""
    says: Text
    """what it says, in one sentence"""
    source: str
    """title of the source"""
    url: str
    quieted_by: tuple[str, ...] = ()
    """kinds of answer that reach it"""
    read_in: Text = Text("", "")
    """where the act was read, if not in its own text"""
    separate: bool = False
    """whether it asks a question of its own beside the strongest rule"""


class Finding(NamedTuple):
    """One question, with everything that a surface needs to show it."""

    code: str
    name: Text
    level: Level
    span: Span
    """the institution's words where they could be located, else the whole affiliation"""
    printed: str
    """the affiliation, address or entry as printed"""
    reads: Text
    """how it was read: ``read as an institution in the DPRK (country printed; Pyongyang agrees)``"""
    question: Text
    subject: Subject = Subject()
    people: tuple[str, ...] = ()
    """authors this affiliation belongs to, as printed"""
    grounds: tuple[Ground, ...] = ()
    also: tuple[Finding, ...] = ()
    """weaker rules on the same words, as further evidence"""
    state: State = "open"
    answer: str = ""
    """path of the answer file that reaches it, if any"""
    elsewhere: tuple[Span, ...] = ()
    """the same affiliation at other places"""
    legs: tuple[Finding, ...] = ()
    """further questions about the same words that are answered apart: another act, which binds somebody else"""
    topics: tuple[Hit, ...] = ()
    """entries of Annex I that title, abstract or key words touch: what AF601 is about"""


class ListDate(NamedTuple):
    """A list with its own date."""

    id: str
    """measure id"""
    as_of: str
    """ISO date of the list, or of the version that was read"""
    name: Text
    kind: str = "legal"
    """``legal``: a law gives it effect in the EU; ``assessment``: it has none there"""


class Report(NamedTuple):
    """The outcome of one check of one document."""

    manuscript: Manuscript
    findings: tuple[Finding, ...]
    """all of them, answered ones included, in the order of the source"""
    today: str
    """the date of the work, ISO"""
    lists_of: str
    """date of the list snapshot, ISO"""
    jurisdiction: str = "de"
    contact: tuple[Text, ...] = ()
    """whom to ask: lines of the institution profile, then the authority"""
    answers: tuple[str, ...] = ()
    """paths of all answer files that were read"""
    instructed: tuple[Text, ...] = ()
    """a line for each stop that is quiet by the office's written instruction: every output shows it"""
    oldest: ListDate | None = None
    """the legal list of this jurisdiction with the oldest date of its own"""

    @property
    def open(self) -> tuple[Finding, ...]:
        """Stop and ask findings that no answer reaches: what fails a check."""
        return tuple(f for f in self.findings if f.level != "note" and f.state != "answered")

    @property
    def questions(self) -> tuple[Finding, ...]:
        """The open questions in the order in which they are numbered: stops first, then as in the source.

        The open legs of a finding stand right behind it.
        """
        ordered = sorted(self.open, key=lambda finding: finding.level != "stop")
        return tuple(each for finding in ordered for each in (finding, *finding.legs))
