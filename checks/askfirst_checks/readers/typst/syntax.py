"""What Typst source is parsed into: a small tree of expressions, each literal with its place in its file.

Source: Typst's reference (https://typst.app/docs/reference/syntax/, version 0.13); only what can print or carry a name.
"""

from __future__ import annotations

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.readers.source.mapped_text import Source


class Bit(NamedTuple):
    """Printed characters, and the stretch of the source they come from."""

    text: str
    source: Source
    start: int
    end: int
    is_raised: bool = False
    is_bold: bool = False
    is_heading: bool = False
    size: float = 0.0
    """of the type, in points; 0 where nothing was said"""
    note: int = 0
    """the number of the footnote that it stands in; 0 in none"""
    label: str = ""
    """the name that ``<label>`` gives to what stands before; prints nothing"""
    points: str = ""
    """the label that ``@label`` points to; prints nothing"""


class Literally(NamedTuple):
    """A string, a number, raw text or a run of markup text."""

    bits: tuple[Bit, ...]
    is_number: bool = False


class Nothing(NamedTuple):
    """An expression that prints nothing and carries no name: a label, a set rule, an unclosed rest."""


class Name(NamedTuple):
    """A variable."""

    name: str
    at: Bit


class Field(NamedTuple):
    """``target.name``."""

    target: Expression
    name: str
    at: Bit


class Item(NamedTuple):
    """One argument, parameter or entry of an array or a dictionary."""

    value: Expression
    key: str = ""
    key_at: Bit | None = None
    is_spread: bool = False


class Items(NamedTuple):
    """An array or a dictionary; parameters before ``=>``."""

    items: tuple[Item, ...]
    is_group: bool = False
    """round brackets about one expression, without a comma"""


class Call(NamedTuple):
    """A call with its arguments; content behind it is the last of them."""

    callee: Expression
    arguments: tuple[Item, ...]
    at: Bit


class Markup(NamedTuple):
    """Content: what stands between square brackets, or a file."""

    parts: tuple[Expression, ...]


class Styled(NamedTuple):
    """Markup of its own look: a heading, or words between stars."""

    look: Literal["heading", "strong"]
    body: Expression


class Code(NamedTuple):
    """Statements between curly brackets."""

    parts: tuple[Expression, ...]


class Function(NamedTuple):
    """``(a, b) => body``, or what ``let`` makes of ``f(a) = body``."""

    parameters: tuple[Item, ...]
    body: Expression


class Let(NamedTuple):
    """A binding; several names where an array is taken apart."""

    names: tuple[str, ...]
    value: Expression


class Show(NamedTuple):
    """A show rule for the whole rest of the document."""

    by: Expression
    at: Bit


class Set(NamedTuple):
    """A set rule: the call that it makes."""

    call: Expression


class Import(NamedTuple):
    """Names of another file; ``*`` for all, a lone alias for the file."""

    path: Expression
    names: tuple[tuple[str, str], ...]
    """each as it is called there and here"""
    alias: str = ""


class Include(NamedTuple):
    """The content of another file."""

    path: Expression


class If(NamedTuple):
    """A condition with both its branches."""

    condition: Expression
    then: Expression
    other: Expression


class For(NamedTuple):
    """A loop over an array or a dictionary."""

    names: tuple[str, ...]
    over: Expression
    body: Expression


class Binary(NamedTuple):
    """Two operands."""

    operator: str
    left: Expression
    right: Expression


Expression = (
    Literally | Nothing | Name | Field | Items | Call | Markup | Styled | Code | Function | Let | Show | Set | Import
    | Include | If | For | Binary
)  # fmt: skip
NOTHING = Nothing()
