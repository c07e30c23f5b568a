"""Journals and conferences of the American Society of Mechanical Engineers."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "templates of asmejour.cls (SetAuthorBlock) and asmeconf.cls (SetAuthors, SetAffiliation, CorrespondingAuthor)"
MACROS = (
    Macro("SetAuthorBlock", "{names}{lines}", "author", is_over_lines=True),
    Macro("SetAuthors", "{names}", "author"),
    Macro("SetAffiliation", "{mark}{text}", "affiliation"),
    Macro("CorrespondingAuthor", "{email}", "inner-note"),
)
