"""An author block in printed lines: names with marks, affiliations behind theirs, addresses, and no keys to tell them.

So in a Markdown body (``# Authors``, ``**Author:** Ada Example¹``, ``::: {.authors}``), or in a YAML list of strings
that is meant as the lines of a title page.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Address, Affiliation, Span
from askfirst_checks.readers.author_list import AuthorList, mail_places
from askfirst_checks.readers.latex import looks
from askfirst_checks.readers.latex.braces import closing
from askfirst_checks.readers.latex.mails import fits
from askfirst_checks.readers.marked_names import named, several, within
from askfirst_checks.readers.printed_words import name_of
from askfirst_checks.readers.yaml_places import Marks

_LEAD = re.compile(
    r"(?:\^([^\^\s\[\]]{1,6})\^|<sup>([^<]{1,6})</sup>|\\textsuperscript\{([^{}]{1,6})\}|([¹²³⁰⁴-⁹]{1,2}))"
    r"[ \t.:)]*(?=[^\s,;\^])"
)
_LABEL = re.compile(
    r"(?:#{1,6}[ \t]*|\*\*|__)?\s*(authors?(?:\s+names?)?|autor(?:en|es|in)?|auteurs?|affiliations?|institutions?|"
    r"corresponding\s+authors?|correspondence|korrespondenz|e-?mails?|contact|address|orcids?(?:\s+ids?)?)\b"
    r"(?:\s*:?\s*(?:\*\*|__)\s*:?|\s*:|\s*#*\s*$)\s*",
    re.IGNORECASE,
)
_DIV = re.compile(r":{3,}\s*\{?\s*\.?(?:authors?|author-?(?:list|block|info)|title-?block)\b", re.IGNORECASE)
_ENDS = re.compile(r"#{1,6}\s|:{3,}\s*$|(?:---|\*\*\*|___)\s*$|```|\{\{<|\*\*[^*]{2,60}\*\*\s*:|\*\*[^*]{2,60}:\*\*")
_ESCAPED = re.compile(r"\\(?=[@*_^.-])")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\((?:mailto:)?[^()]{0,300}\)")
_FOOTNOTE = re.compile(r"\\(?:unmarkedfntext|blfootnote|footnotetext(?:\[[^\[\]]{0,20}\])?)\s*\{")
_CROWD = 200
"""people beyond which an affiliation without a mark is tied to nobody"""
_FOOTNOTES = 40
_LONGEST = 6_000
"""characters of one footnote"""
_HEAD = 40_000
_MOST = 300
"""lines a block may have"""


class Line(NamedTuple):
    """One line, and what it stands under."""

    text: str
    span: Span
    under: str = ""
    """``author``, ``affiliation``, ``correspondence`` or nothing"""


def begins(text: str) -> bool:
    """Whether a line is an affiliation behind its mark."""
    match = _LEAD.match(text.strip())
    return match is not None and looks.affiliation(text[match.end() :])


def read(lines: list[tuple[str, Span]], marks: Marks, into: AuthorList) -> None:
    """Enter the authors and affiliations of *lines*."""
    _enter([Line(text, span) for text, span in lines], marks, into)


def _enter(lines: list[Line], marks: Marks, into: AuthorList) -> None:
    rest: list[Line] = []
    for line in lines:
        lead = _LEAD.match(line.text)
        if lead is not None and line.under != "correspondence" and not _names_alone(line.text):
            label = next(filter(None, lead.groups()))
            marks.add(label, line.text[lead.end() :], within(line.text, line.span, lead.end(), len(line.text)))
        else:
            rest.append(line)
    bare = [line for line in rest if _one(line, marks, into)]
    for line in bare:
        index = marks.enter(line.text, line.span)
        people = into.authors
        for number in range(len(people)) if index is not None and len(people) <= _CROWD else ():
            if not people[number].affiliations:
                into.tie(number, index or 0)


def _one(line: Line, marks: Marks, into: AuthorList) -> bool:
    """Enter a line without a mark before it; whether it is an affiliation, which has to wait for all names."""
    said = _LINK.sub(r"\1", line.text)
    if "@" in said:
        _addresses(said, line.span, marks)
    elif line.under == "correspondence" or looks.remark(said):
        marks.hint += " " + said
        if looks.affiliation(said):
            into.notes.append(Affiliation(said.strip(" *"), line.span, "note"))
    elif looks.institution(said) or line.under == "affiliation":
        return True
    elif any(c.isalpha() for c in said) and _people(said):
        for text, span in several(line.text, line.span):
            named(text.strip("* _"), span, marks, into)
    return False


def _names_alone(text: str) -> bool:
    return not looks.affiliation(text) and len(text) < 60 and looks.name(_LEAD.sub("", text).strip(" *"))


def _people(text: str) -> bool:
    """Whether a line is names, and not prose."""
    names = [
        name_of(re.sub(r"\^[^\^]*\^|<sup>.*?</sup>|[¹²³⁰⁴-⁹*†‡§¶]|\\\w+\{[^{}]*\}", "", part)).text
        for part, _ in several(text, _NOWHERE)
    ]
    return bool(names) and sum(map(looks.name, names)) * 10 >= len(names) * 8 and " " in text.strip()


_NOWHERE = Span("", 1, 1, 1, 1)


def _addresses(said: str, span: Span, marks: Marks) -> None:
    said = _ESCAPED.sub("", said)
    marks.mails += [Address(said[first:last], span) for first, last in mail_places(said)]
    marks.hint += " " + said


def body(text: str, start: int, path: str, marks: Marks, into: AuthorList) -> Span | None:
    """Read the author block of a Markdown body that begins at *start*; where it stands, or None."""
    lines = _block(text, start, path)
    if not lines or not any(_LEAD.match(line.text) or looks.institution(line.text) for line in lines):
        return None
    _enter(lines, marks, into)
    return into.authors[0].span if into.people else None


def _block(text: str, start: int, path: str) -> list[Line]:
    """The lines of the block, each with what it stands under."""
    found: list[Line] = []
    under = ""
    for raw, span in _lines(text, start, path):
        label = _LABEL.match(raw)
        if label is not None and (under or label[1].lower().startswith("aut") or label[1].lower() == "by"):
            under = _kind(label[1].lower())
            if label.end() < len(raw.rstrip()):
                found.append(Line(raw[label.end() :].rstrip(), span._replace(column=label.end() + 1), under))
        elif _DIV.match(raw):
            under = "author"
        elif under and _ENDS.match(raw):
            if found:
                break
            under = ""
        elif under and raw.strip():
            found.append(Line(raw.strip(), span._replace(column=1 + len(raw) - len(raw.lstrip())), under))
        if len(found) > _MOST:
            return []
    return found


def footnotes(text: str, start: int, path: str, marks: Marks) -> None:
    r"""Affiliations that raw TeX in the body sets as footnotes, behind their marks (``\\unmarkedfntext``)."""
    for match in [*itertools.islice(_FOOTNOTE.finditer(text, start, start + _HEAD), _FOOTNOTES)]:
        close = closing(text, match.end() - 1, _LONGEST)
        at = match.end()
        for part in re.split(r"(\\\\)", text[match.end() : close]) if close > 0 else ():
            lead = _LEAD.match(part.lstrip())
            if lead is not None:
                line = 1 + text.count("\n", 0, at + len(part) - len(part.lstrip()))
                marks.add(next(filter(None, lead.groups())), part.lstrip()[lead.end() :], Span(path, line, 1, line, 2))
            at += len(part)


def _kind(label: str) -> str:
    if label.startswith("aut"):
        return "author"
    return "affiliation" if label.startswith(("affil", "instit")) else "correspondence"


def _lines(text: str, start: int, path: str) -> Iterator[tuple[str, Span]]:
    number = 1 + text.count("\n", 0, start)
    for raw in text[start : start + _HEAD].split("\n"):
        yield raw, Span(path, number, 1, number, len(raw.rstrip()) + 1)
        number += 1


def settle(marks: Marks, into: AuthorList) -> None:
    """Give the addresses that stood beside no author to those they name."""
    people = into.authors
    known = {address.text for person in people for address in person.addresses}
    left = [mail for mail in marks.mails if mail.text not in known]
    for mail in left:
        scored = sorted(((fits(mail.text, person.name), -n) for n, person in enumerate(people)), reverse=True)
        best = (
            scored[0]
            if scored and scored[0][0] >= 0.45 and scored[:2][-1][0] < scored[0][0] + (len(scored) < 2)
            else None
        )
        hinted = [n for n, person in enumerate(people) if person.name in marks.hint]
        corresponding = [n for n, person in enumerate(people) if person.corresponding]
        if best is not None:
            into.give(-best[1], mail)
        elif len(people) == 1:
            into.give(0, mail)
        elif len(left) == 1 and len(hinted or corresponding) == 1:
            into.give((hinted or corresponding)[0], mail)
        else:
            into.addresses.append(mail)
