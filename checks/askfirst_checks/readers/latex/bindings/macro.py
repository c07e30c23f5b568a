r"""What one macro of a document class means: a record in one vocabulary, written as the class's manual has it.

``author  \houseauthor{name}{marks}  over-lines``: the meaning, the macro with a word for each group, flags.
"""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern

MEANINGS = (
    *("author", "affiliation", "also", "email", "note", "orcid", "collaboration", "title", "abstract", "keywords"),
    *("ack", "funding", "biography", "section", "bibliography", "class", "page", "body", "skip"),
)
"""what a macro or environment is for; ``also`` is a further or present address, ``page`` may hold a title page set by
hand, ``body`` ends the front matter, ``skip`` is read by nobody"""
INNER = (
    *("inner-mark", "inner-note-mark", "inner-note-key", "inner-note", "inner-note-item", "inner-email"),
    *("inner-orcid", "inner-affiliation", "inner-names", "inner-name-part", "inner-part", "inner-and", "inner-comma"),
    *("inner-line", "inner-heading", "inner-begin", "inner-nothing"),
)
"""what it is inside an author's or affiliation's argument. ``note-mark`` refers to a note and never to an affiliation,
``note-key`` does so in an option, ``note-item`` begins a further one. ``part`` holds one part of an affiliation,
``name-part`` one of a name. ``and``, ``comma`` and ``line`` part what stands beside them; ``heading`` and ``begin``
stand alone, and affiliations begin behind them. ``nothing`` prints nothing of anybody, nor do its groups."""
GROUPS = (
    *("name", "names", "given", "family", "marks", "mark", "text", "affiliation", "addresses", "institutes", "items"),
    *("list", "people", "email", "orcid", "membership", "funding", "lines", "option", "parts"),
)
"""what stands in a group. ``addresses`` are parted by ``\\And``, ``institutes`` by ``\\and``, ``items`` by ``\\item``
where there is one; a ``list`` has a group in braces for each entry; ``lines`` are those beneath a name: affiliation,
e-mail; ``people`` have their institution in parentheses behind them; ``option`` and ``parts`` are keys with values"""
FLAGS = (
    *("over-lines", "all-groups", "counted", "of-all", "further", "owned", "front-only", "declared"),
    "beside-affiliations",
)
"""``over-lines``: the groups may stand on lines of their own. ``all-groups``: without one of them it is a note.
``counted``: a mark is its number among its like. ``of-all``: it is everybody's where the affiliations before it have
marks. ``further``: where its author works too, no present address. ``owned``: a note of the author before it.
``front-only``: behind the first heading it means nobody. ``declared``: a definition of it says what it holds.
``beside-affiliations``: an author only where affiliations have macros of their own."""

_WRITTEN = pattern(r"\\(?:begin\{[A-Za-z@]+\*?\}|[A-Za-z@]+)(?:\{[a-z]+\}|\[[a-z]+\])*")


class Macro(NamedTuple):
    """One macro or environment, as the class's manual or template sets it."""

    name: str
    signature: str
    """its groups in order, each with a word of `GROUPS`: ``{name}{marks}``; ``[marks]`` for an option"""
    meaning: str
    """one of `MEANINGS` or `INNER`"""
    flags: tuple[str, ...] = ()
    """words of `FLAGS`"""
    is_environment: bool = False

    @property
    def is_inner(self) -> bool:
        """Whether it means something only inside an author's argument."""
        return self.meaning.startswith("inner-")

    @property
    def groups(self) -> tuple[str, ...]:
        """What its groups in braces hold."""
        return tuple([part.rpartition("{")[2] for part in self.signature.split("}")[:-1]])

    @property
    def least(self) -> int:
        """How many groups it has at least; with fewer it is a note."""
        return len(self.groups) if "all-groups" in self.flags else 1


def parse(line: str) -> Macro:
    """The record that *line* writes. Raises `ValueError` for one that is none."""
    written = line.split()[1:2]
    if not written or not _WRITTEN.fullmatch(written[0]):
        raise ValueError(line)
    return record(line)


def parse_all(text: str) -> list[Macro]:
    """The records of a file of this package: a line each; those that begin with ``#`` are for who reads it."""
    return [record(line) for line in text.split("\n") if line and line[0] != "#"]


def record(line: str) -> Macro:
    """The record of a line that is known to be one."""
    meaning, written, *flags = line.split()
    name, brace, rest = written.partition("{")
    if name == "\\begin":
        name, _, signature = rest.partition("}")
        return Macro(name, signature, meaning, tuple(flags), True)
    name, bracket, option = name.partition("[")
    return Macro(name[1:], bracket + option + brace + rest, meaning, tuple(flags))
