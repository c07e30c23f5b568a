"""Bytes to text, whatever wrote them: one bad byte never loses a file, and a guess is always reported.

Line ends become ``\\n``, so that lines count alike everywhere; columns do not change by it.
"""

from __future__ import annotations

import codecs
from itertools import pairwise

from askfirst_checks.model import Problem, Span, Tree, Unreadable
from askfirst_checks.patterns import pattern
from askfirst_checks.words import Text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_UTF16_32 = tuple(mark for mark, encoding in _MARKS if encoding != "utf-8")

GUESSED = Text(
    "{count} of its parts are no UTF-8; read as Windows-1252 (cp1252), the first from here",
    "{count} Teile davon sind kein UTF-8; gelesen als Windows-1252 (cp1252), der erste ab hier",
)
REPLACED = Text(
    "bytes that are neither UTF-8 nor cp1252 were read as replacement characters",
    "Bytes, die weder UTF-8 noch cp1252 sind, wurden als Ersatzzeichen gelesen",
)
NO_UTF8 = Text("no UTF-8; read as {encoding}", "kein UTF-8; gelesen als {encoding}")


def decode(data: bytes, hint: str | None = None) -> tuple[str, str]:
    """The text of *data* and the encoding that gave it: byte order mark, UTF-8, *hint*, then cp1252.

    The name is ``utf-8``, ``utf-16-le``, *hint*'s own name, ``cp1252``, or ``cp1252-replaced`` where not even cp1252
    knows a byte (such bytes become U+FFFD). Never raises; an unknown *hint* is passed over.
    """
    data = narrowed(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return unix(data[len(mark) :].decode(encoding, "replace")), encoding
    for guess in ("utf-8", hint or "cp1252", "cp1252"):
        text = _strictly(data, guess)
        if text is not None:
            return text, guess
    return unix(data.decode("cp1252", "replace")), "cp1252-replaced"


def problems(path: str, encoding: str) -> tuple[Problem, ...]:
    """What to report of a file that `decode` read with *encoding*: nothing for Unicode."""
    if encoding.startswith("utf-"):
        return ()
    says = REPLACED if encoding == "cp1252-replaced" else NO_UTF8.fill(encoding=encoding)
    return (Problem("encoding", says, Span(path, 1, 1, 1, 1), path),)


def unix(text: str) -> str:
    """*text* with ``\\n`` at every line end.

    A line end that nobody sees (U+0085, U+2028, form feed ...) in the midst of a word is no line end: it is U+FFFD, as
    other signs that could not be read, so that no name is lost in silence.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return _UNSEEN.sub("\ufffd", text) if any(end in text for end in _LINE_ENDS) else text


_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_UNSEEN = pattern(f"(?<=[^\\W\\d_])[{_LINE_ENDS}](?=[^\\W\\d_])(?=[^A-ZÀ-ÞЀ-Я])")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return unix(data.decode(encoding))
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


_WIDE = (("utf-32-le", 0), ("utf-32-be", 3), ("utf-16-le", 0), ("utf-16-be", 1))
"""encodings of more than one byte a sign, and in which byte of them a sign of ASCII stands"""


def narrowed(data: bytes) -> bytes:
    """*data* with the byte order mark it lacks, if it is UTF-16 or UTF-32; else without stray NULs."""
    if b"\0" not in data or data.startswith(_UTF16_32):
        return data
    encoding = next((encoding for encoding, place in _WIDE if _is_wide(data, encoding, place)), "")
    mark = next((mark for mark, name in _MARKS if name == encoding), b"")
    return mark + data if encoding else data.replace(b"\0", b"")


def is_wide(data: bytes) -> bool:
    """Whether *data* is UTF-16 or UTF-32, with a byte order mark or without."""
    return data.startswith(_UTF16_32) or any(_is_wide(data, encoding, place) for encoding, place in _WIDE)


def _is_wide(data: bytes, encoding: str, place: int) -> bool:
    width = 4 if "32" in encoding else 2
    columns = [data[n:_LOOKED_AT:width] for n in range(width)]
    return all((column.count(0) > 0.6 * len(column)) == (n != place) for n, column in enumerate(columns))


_LOOKED_AT = 4_000
_START = pattern(rb"(?m)^[ \t]*@[ \t]*\w+\s*[{(]")


def decode_parts(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a .bib and what to report: where it is no UTF-8, each entry is read on its own, UTF-8 or cp1252."""
    data = narrowed(data)
    text = _strictly(data.removeprefix(codecs.BOM_UTF8), "utf-8")
    if text is not None:
        return text, ()
    if data.startswith(_UTF16_32):
        return decode(data)[0], ()
    starts = [0, *(match.start() for match in _START.finditer(data) if match.start()), len(data)]
    parts = [decode(data[start:end]) for start, end in pairwise(starts)]
    return "".join(text for text, _ in parts), _of_parts(path, parts)


def _of_parts(path: str, parts: list[tuple[str, str]]) -> tuple[Problem, ...]:
    problems = []
    for known, says in ((("cp1252",), GUESSED), (("cp1252-replaced",), REPLACED)):
        hits = [place for place, (_, encoding) in enumerate(parts) if encoding in known]
        if hits:
            line = 1 + sum(text.count("\n") for text, _ in parts[: hits[0]])
            problems.append(Problem("encoding", says.fill(count=len(hits)), Span(path, line, 1, line, 1), path))
    return tuple(problems)


def read_text(tree: Tree, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of *path* with what to report of it; a file that cannot be read is empty, with a problem saying why."""
    try:
        data = tree.read(path)
    except Unreadable as error:
        return "", (Problem("file", error.text, Span(path, 1, 1, 1, 1), path),)
    text, encoding = decode(data)
    return text, problems(path, encoding)
