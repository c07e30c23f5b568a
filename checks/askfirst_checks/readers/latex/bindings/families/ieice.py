"""Transactions of the Institute of Electronics, Information and Communication Engineers (Japan)."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "ieice.cls, template of the IEICE Transactions (ieicetran.tex)"
MACROS = (
    Macro("authorentry", "{name}{membership}{marks}", "author"),
    Macro("affiliate", "[mark]{text}", "affiliation"),
)
