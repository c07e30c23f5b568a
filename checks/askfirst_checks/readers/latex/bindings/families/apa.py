"""Manuscripts in the style of the American Psychological Association."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "apa7.cls, manual, section on the title page"
MACROS = (
    Macro("authorsnames", "[marks]{names}", "author"),
    Macro("authorsaffiliations", "{list}", "affiliation"),
)
