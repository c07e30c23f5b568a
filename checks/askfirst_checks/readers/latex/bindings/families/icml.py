"""ICML, and the conferences that copied its template with a prefix of their own (`bindings.prefixed`)."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "icml2025.sty and example_paper.tex of the ICML 2025 style files; \\icmladdress: icml2010.sty"
MACROS = (
    Macro("icmlauthor", "{name}{marks}", "author", is_over_lines=True),
    Macro("icmlAuthor", "{name}{marks}", "author"),
    Macro("icmlaffiliation", "{mark}{text}", "affiliation", is_over_lines=True),
    Macro("icmladdress", "{addresses}", "affiliation"),
    Macro("icmlcorrespondingauthor", "{name}{email}", "note", is_over_lines=True),
    Macro("icmltitle", "{text}", "title"),
    Macro("icmlkeywords", "{text}", "keywords"),
    Macro("printAffiliationsAndNotice", "{text}", "body"),
)
