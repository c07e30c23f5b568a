r"""A file a family of document classes: what each of its macros means, and where that is described (``# Source:``).

Every ``.txt`` of this folder counts; nothing else is registered. What stands here no other file names: whatever a class
does differently is said by the signature of its macro or by a flag. They are text and no modules: forty of them are
read in the time that eight modules take to import.
"""

from __future__ import annotations

import os

from askfirst_checks.readers.latex.bindings.macro import Macro, record

FOLDER = os.path.dirname(__file__)
GENERIC = os.path.join(os.path.dirname(FOLDER), "generic.txt")


def names() -> list[str]:
    """The families, by the names of their files."""
    return sorted([file[:-4] for file in os.listdir(FOLDER) if file.endswith(".txt")])


def text_of(name: str) -> str:
    """The text of a family's file."""
    return _text(f"{FOLDER}/{name}.txt")


def _text(path: str) -> str:
    with open(path, "rb", buffering=0) as stream:
        return stream.read().decode("utf-8")


MACROS: dict[str, Macro] = {}
"""what is a call of its own, by name: those of generic.txt and of all families"""
ENVIRONMENTS: list[Macro] = []
INNER: dict[str, list[str]] = {}
"""what means something only inside an argument, as it is written, by meaning: a record for each would cost 1 ms"""


def _read() -> None:
    texts = [_text(GENERIC), *map(text_of, names())]
    for line in "\n".join(texts).split("\n"):
        if line[:6] == "inner-":
            meaning, written = line.split()
            INNER.setdefault(meaning, []).append(written)
        elif line and line[0] != "#":
            macro = record(line)
            if macro.is_environment:
                ENVIRONMENTS.append(macro)
            else:
                MACROS[macro.name] = macro


_read()


def signature_of(name: str) -> str:
    """The signature of a macro; empty for one that is not known."""
    return MACROS[name].signature if name in MACROS else ""
