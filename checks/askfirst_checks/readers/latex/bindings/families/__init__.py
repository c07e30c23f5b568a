r"""A file a family of document classes: what each of its macros means, and where that is described (``# Source:``).

Every ``.txt`` of this folder counts; nothing else is registered. What stands here no other file names: whatever a class
does differently is said by the signature of its macro or by a flag. They are text and no modules: forty of them are
read in the time that eight modules take to import.
"""

from __future__ import annotations

import os

from askfirst_checks.readers.latex.bindings.macro import Macro, parse_all

FOLDER = os.path.dirname(__file__)


def names() -> list[str]:
    """The families, by the names of their files."""
    return sorted(file[:-4] for file in os.listdir(FOLDER) if file.endswith(".txt"))


def text_of(name: str) -> str:
    """The text of a family's file."""
    with open(f"{FOLDER}/{name}.txt", "rb") as stream:
        return stream.read().decode("utf-8")


def _read() -> list[Macro]:
    with open(f"{os.path.dirname(FOLDER)}/generic.txt", "rb") as stream:
        generic = stream.read().decode("utf-8")
    return parse_all("\n".join([generic, *map(text_of, names())]))


ALL: tuple[Macro, ...] = tuple(_read())
"""generic.txt and all families"""
MACROS: dict[str, Macro] = {m.name: m for m in ALL if not m.is_environment and m.meaning[:6] != "inner-"}
"""what is a call of its own, by name"""


def signature_of(name: str) -> str:
    """The signature of a macro; empty for one that is not known."""
    return MACROS[name].signature if name in MACROS else ""
