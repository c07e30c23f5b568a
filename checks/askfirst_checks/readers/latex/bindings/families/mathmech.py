"""Journals with the class math-mech-sci."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "math-mech-sci.cls, as papers use it: \\defauthor{name}{affiliation}{e-mail}, \\deftitle"
MACROS = (
    Macro("defauthor", "{name}{affiliation}{email}", "author", is_over_lines=True),
    Macro("deftitle", "{text}", "title", is_over_lines=True),
)
