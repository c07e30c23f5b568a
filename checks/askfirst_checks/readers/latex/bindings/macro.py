"""What one macro of a document class means: a record with a signature in one vocabulary."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern

_GROUP = pattern(r"\{([a-z]+)\}")
MEANINGS = ("author", "affiliation", "also", "email", "note", "title", "keywords", "body")
"""what a macro is for; `author_block.draft` has a place for each of the first five"""
INNER = ("inner-mark", "inner-and", "inner-note", "inner-nothing")
"""what it is inside an author's argument: a mark, what parts two people, a note, nothing that is printed of anybody"""
GROUPS = (
    "name",
    "names",
    "marks",
    "mark",
    "text",
    "affiliation",
    "addresses",
    "list",
    "email",
    "orcid",
    "membership",
    "lines",
    "option",
    "parts",
)
"""what stands in a group: ``addresses`` are parted by ``\\And``, a ``list`` has a group in braces for each entry, and
``lines`` are those that stand beneath a name: affiliation, e-mail; ``option`` and ``parts`` are keys with values"""


class Macro(NamedTuple):
    """One macro, as the class's manual or template sets it."""

    name: str
    signature: str
    """its groups in order, each with a word of `GROUPS`: ``{name}{marks}``; ``[marks]`` for an option"""
    meaning: str
    """one of `MEANINGS` or `INNER`"""
    is_over_lines: bool = False
    """its groups may stand on lines of their own"""
    least: int = 1
    """groups without which it is a note"""
    is_counted: bool = False
    """a mark is its number among its like"""

    @property
    def is_inner(self) -> bool:
        """Whether it means something only inside an author's argument."""
        return self.meaning in INNER

    @property
    def groups(self) -> tuple[str, ...]:
        """What its groups in braces hold."""
        return tuple(_GROUP.findall(self.signature))

    @property
    def marks_at(self) -> int:
        """The number of the group that holds an author's marks; 0, where the name stands, for none."""
        return self.groups.index("marks") if "marks" in self.groups else 0
