"""Title, abstract, keywords, acknowledgements and funding."""

from __future__ import annotations

import re

from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Affiliation
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.scan.document import Gathered
from askfirst_checks.readers.latex.scan.scanner import Call
from askfirst_checks.readers.latex.tokens.tokenizer import items, printed
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.plain_text import plain

_ACK = pattern(r"acknowledge?ment|danksagung|thanks|remerciement|agradecimiento|благодарност|致谢", re.IGNORECASE)
_FUNDING = pattern(r"\bfunding|financial support|förderung|finanzierung|финансирован", re.IGNORECASE)
_ENDS = pattern(
    r"\\(?:end\{document\}|begin\{thebibliography|appendix\b|clearpage\b|newpage\b|nolinenumbers\b|begin\{(?:figure|table))"
)
_EMPLOYED = pattern(
    r"\b(?:is|ist|est|works?|working|arbeitet|employed|tätig)\s[^.]{0,80}?\b(?:with|at|of|in|am|an|bei|der|à|de)\b",
    re.IGNORECASE,
)
_STOP = pattern(r"[^\W\d_]{3}[.;]\s")
_BIOGRAPHY = 6_000
_PARAGRAPHS = 8
_LONGEST = 20_000
_SEPARATORS = pattern(r"\s*(?:[;,·•]|\\and\b|\\sep\b|\\newline\b|\\\\|---| -- )\s*")
_SENTENCE = pattern(r"\n[ \t]*\n")


class Front(NamedTuple):
    """The front matter apart from the author block."""

    title: str
    abstract: str
    keywords: tuple[str, ...]
    notes: tuple[Affiliation, ...]
    """acknowledgements and funding, a paragraph each"""


def front(gathered: Gathered) -> Front:
    """Read the front matter from the calls."""
    title = abstract = ""
    keywords: tuple[str, ...] = ()
    notes: list[Affiliation] = []
    for index, call in enumerate(gathered.calls):
        if call.role == "title":
            title = title or _printed(gathered, call.group(-1))
        elif call.role == "abstract":
            abstract = abstract or _abstract(gathered, call)
        elif call.role == "keywords":
            keywords = keywords or _keywords(gathered, call.group(-1))
        else:
            notes += _notes(gathered, index, call)
    return Front(title, abstract, keywords, tuple(notes))


def _abstract(gathered: Gathered, call: Call) -> str:
    groups = [call.group(n) for n in range(sum(a.open == "{" for a in call.args))]
    return " ".join(_plain(gathered, g) for g in groups if g is not None)


def _notes(gathered: Gathered, index: int, call: Call) -> list[Affiliation]:
    """What the *index*-th call says of acknowledgements, funding, and where an author works."""
    if call.role in ("ack", "funding"):
        return _paragraphs(gathered, call.group(-1), call.role)
    if call.role == "biography":
        return _biography(gathered, call)
    return _section(gathered, index, call) if call.role == "section" else []


def _printed(gathered: Gathered, strip: Strip | None) -> str:
    if strip is None:
        return ""
    row = items(gathered.expander.expand(strip.cut(0, min(len(strip.text), 4000))))
    return printed([i._replace(kind="gap") if i.kind == "line" else i for i in row])


def _plain(gathered: Gathered, strip: Strip) -> str:
    short = strip.cut(0, min(len(strip.text), _LONGEST))
    return plain(gathered.expander.expand(short).text)


def _keywords(gathered: Gathered, strip: Strip | None) -> tuple[str, ...]:
    if strip is None:
        return ()
    text = gathered.expander.expand(strip.cut(0, min(len(strip.text), 4000))).text
    return tuple(k for k in (plain(part).strip(" .") for part in _SEPARATORS.split(text)) if k)


def _biography(gathered: Gathered, call: Call) -> list[Affiliation]:
    """The sentences of a biography that say where somebody works now; birth and studies are no affiliation."""
    strip = call.group(0)
    if strip is None:
        return []
    out, at = [], 0
    for match in [*_STOP.finditer(strip.text, 0, _BIOGRAPHY), None]:
        stop = match.end() if match else min(len(strip.text), _BIOGRAPHY)
        if _EMPLOYED.search(strip.text, at, stop):
            said = plain(gathered.expander.expand(strip.cut(at, stop)).text)
            out.append(Affiliation(said, strip.span(at, stop), "note"))
        at = stop
    return out


def _section(gathered: Gathered, index: int, call: Call) -> list[Affiliation]:
    heading = call.group(0)
    if heading is None or len(heading.text) > 120:
        return []
    kind = _kind_of(heading.text)
    if not kind:
        return []
    following = next(
        (c for c in gathered.calls[index + 1 :] if c.strip is call.strip and c.role in ("section", "bibliography")),
        None,
    )
    stop = following.start if following else min(len(call.strip.text), call.end + _LONGEST)
    end = _ENDS.search(call.strip.text, call.end, stop)
    return _paragraphs(gathered, call.strip.cut(call.end, end.start() if end else stop), kind)[:_PARAGRAPHS]


def _kind_of(heading: str) -> str:
    return "ack" if _ACK.search(heading) else "funding" if _FUNDING.search(heading) else ""


def _paragraphs(gathered: Gathered, strip: Strip | None, role: str) -> list[Affiliation]:
    if strip is None:
        return []
    out = []
    at = 0
    text = strip.text[:_LONGEST]
    for match in [*_SENTENCE.finditer(text), None]:
        stop = match.start() if match else len(text)
        start = at + len(text[at:stop]) - len(text[at:stop].lstrip())
        if text[start:stop].strip():
            part = gathered.expander.expand(strip.cut(start, stop))
            said = plain(part.text)
            if said:
                kind = "acknowledgement" if role == "ack" else "funding"
                out.append(Affiliation(said, strip.span(start, start + len(text[start:stop].rstrip())), kind))  # type: ignore[arg-type]
        at = match.end() if match else stop
    return out
