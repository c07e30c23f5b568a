"""Plain text, 78 columns: to read, to paste into a message, and the body of the .eml."""

from __future__ import annotations

from askfirst.enquiry.values import Letter, Part
from askfirst.formats.clean import wrap
from askfirst_checks.words import Text

WIDTH = 78
SUBJECT = Text("Subject: {subject}", "Betreff: {subject}")
_ACTS = "=+-@>|.~#%"
"""first characters of a line that a spreadsheet, a mail program or a mark-up reader may act on"""


def render(letter: Letter) -> str:
    """Head, subject and body."""
    subject = SUBJECT.fill(subject=letter.subject).said(letter.language)
    lines = [line for each in (*letter.head, subject) for line in wrapped(each)]
    return "\n".join([*lines, "", body(letter)])


def body(letter: Letter) -> str:
    """What stands beneath the subject."""
    return "\n\n".join("\n".join(_part(part)) for part in letter.parts) + "\n"


def _part(part: Part) -> list[str]:
    if part.kind == "box":
        return _box(part)
    marks = {"numbered": [f"{n}. " for n in range(1, len(part.lines) + 1)], "lettered": _letters(len(part.lines))}
    before = marks.get(part.kind, [""] * len(part.lines))
    lines = [line for mark, each in zip(before, part.lines, strict=True) for line in wrapped(each, mark)]
    return [part.heading, *lines] if part.heading else lines


def _letters(count: int) -> list[str]:
    return [f"{chr(ord('a') + n)}) " for n in range(count)]


def _box(part: Part) -> list[str]:
    rule = "+" + "-" * (WIDTH - 2) + "+"
    lines = wrap(" ".join(part.lines), WIDTH - 2, "| ", "| ")
    return [rule, f"| {part.heading}", *lines, rule]


def wrapped(text: str, mark: str = "") -> list[str]:
    """*text* in lines that nothing acts on, the first behind *mark*."""
    return [_inert(line) for line in wrap(text, WIDTH, mark, " " * len(mark))]


def _inert(line: str) -> str:
    return f" {line}" if line[:1] in _ACTS or line.startswith("From ") else line
