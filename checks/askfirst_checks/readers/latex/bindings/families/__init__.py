"""A file a family of document classes: `SOURCE`, where its macros are described, and `MACROS`, what each means.

Every module of this folder counts; nothing else is registered. What stands here no other file names: whatever a class
does differently is said by the signature of its macro.
"""

from __future__ import annotations

import os
from importlib import import_module

from askfirst_checks.readers.latex.bindings.macro import Macro


def names() -> list[str]:
    """The modules of this folder."""
    return sorted({file.partition(".")[0] for file in os.listdir(os.path.dirname(__file__)) if file[0] not in "_."})


MACROS: dict[str, Macro] = {
    macro.name: macro for name in names() for macro in import_module(f"{__name__}.{name}").MACROS
}
"""by name"""


def signature_of(name: str) -> str:
    """The signature of a class's macro; empty for one that no family names."""
    return MACROS[name].signature if name in MACROS else ""
