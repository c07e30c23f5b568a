"""Markdown (CommonMark and GitHub's): nothing that a manuscript prints can become mark-up."""

from __future__ import annotations

import re

from askfirst.enquiry.rendering.text import SUBJECT
from askfirst.enquiry.values import Letter, Part

_ACTS = re.compile(r"[\\`*_{}\[\]<>#|~&$^@!]|(?<=www)\.|:(?=//)|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_FIRST = re.compile(r"^(\d{1,9})([.)])|^([-+=])")


def render(letter: Letter) -> str:
    """Head, subject and body, one paragraph or list a part."""
    head = [*(f"{_escaped(line)}  " for line in letter.head)]
    subject = f"**{_escaped(SUBJECT.fill(subject=letter.subject).said(letter.language))}**"
    return "\n\n".join(["\n".join(head).rstrip(), subject, *map(_part, letter.parts)]) + "\n"


def _part(part: Part) -> str:
    lines = [_escaped(line) for line in part.lines]
    heading = f"**{_escaped(part.heading)}**" if part.heading else ""
    if part.kind == "box":
        return "\n>\n".join(f"> {line}" for line in (heading, *lines) if line)
    if part.kind in ("numbered", "lettered"):
        marks = [f"{n}." if part.kind == "numbered" else f"- {chr(96 + n)})" for n in range(1, len(lines) + 1)]
        lines = [f"{mark} {line}" for mark, line in zip(marks, lines, strict=True)]
        return "\n".join([*([heading, ""] if heading else []), *lines])
    if part.kind == "fields":
        return "\n".join([*([heading, ""] if heading else []), *(f"- {line}" for line in lines)])
    return "\n\n".join(line for line in (heading, *lines) if line)


def _escaped(text: str) -> str:
    escaped = _ACTS.sub(lambda match: "\\" + match[0], " ".join(text.split()))
    return _FIRST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)
