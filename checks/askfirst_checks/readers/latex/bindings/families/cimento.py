"""Il Nuovo Cimento and Colloquia, journals of the Italian Physical Society."""

from askfirst_checks.readers.latex.bindings.macro import Macro

SOURCE = "cimento.cls, instructions to authors: from{x} and atque in the author's argument, instlist{ inst{x} .. }"
MACROS = (
    Macro("instlist", "{text}", "affiliation"),
    Macro("from", "{mark}", "inner-mark"),
    Macro("atque", "", "inner-and"),
    Macro("ETC", "", "inner-nothing"),
)
