"""Journals of the International Association for Cryptologic Research."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "iacrcc.cls and iacrj.cls, documentation: \\addauthor[inst={1,2}]{..} counts the \\addaffiliation behind it"
MACROS = (
    Macro("addauthor", "[option]{name}", "author"),
    Macro("addaffiliation", "[parts]{text}", "affiliation", is_counted=True),
)
