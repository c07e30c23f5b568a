"""What one macro of a document class means: a record with a signature in one vocabulary."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern

_GROUP = pattern(r"\{([a-z]+)\}")
MEANINGS = ("author", "affiliation", "also", "email", "note", "title", "keywords", "body")
"""what a macro is for; `author_block.draft` has a place for each of the first five"""
GROUPS = ("name", "names", "marks", "mark", "text", "affiliation", "addresses", "list", "email", "orcid", "membership")
"""what stands in a group: ``addresses`` are parted by ``\\And``, a ``list`` has a group in braces for each entry"""


class Macro(NamedTuple):
    """One macro, as the class's manual or template sets it."""

    name: str
    signature: str
    """its groups in order, each with a word of `GROUPS`: ``{name}{marks}``; ``[marks]`` for an option"""
    meaning: str
    """one of `MEANINGS`"""
    is_over_lines: bool = False
    """its groups may stand on lines of their own"""
    least: int = 1
    """groups without which it is a note"""

    @property
    def groups(self) -> tuple[str, ...]:
        """What its groups in braces hold."""
        return tuple(_GROUP.findall(self.signature))

    @property
    def marks_at(self) -> int:
        """The number of the group that holds an author's marks; 0, where the name stands, for none."""
        return self.groups.index("marks") if "marks" in self.groups else 0
