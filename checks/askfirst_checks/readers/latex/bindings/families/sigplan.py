"""Proceedings of ACM SIGPLAN before acmart."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "sigplanconf.cls, guide, section on the title page"
MACROS = (Macro("authorinfo", "{name}{affiliation}{email}", "author", is_over_lines=True, least=3),)
