"""The first lines of a Markdown document, up to its abstract or first chapter: what each stretch of them is.

Headings, bold labels (``**Authors:**``) and fenced divs (``::: {.authors}``) say it; the rest is free text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.markdown.text import uncommented

CAP = 20_000
"""Code points in which an author block must stand"""

Kind = Literal["authors", "affiliations", "contact", "orcid", "free", "other"]

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("authors", pattern(
        r"(?:list of )?(?:authors?(?: names?| list| information)?|authors? and affiliations?|autor(?:in)?(?:n?en)?"
        r"(?: und autor(?:inn)?en)?|verfasser(?:in)?(?:nen)?|auteurs?|autor(?:es|as?)?|autori|авторы?|作者|著者)(?:\(s\))?", 2)),
    ("affiliations", pattern(
        r"(?:author )?(?:affiliations?|institutions?|institutes?|address(?:es)?|organi[sz]ations?)|affiliationen|einrichtung(?:en)?|"
        r"institution(?:en)?|institut(?:e|o)?|anschrift(?:en)?|filia(?:ción|ciones|ção|ções)|affiliazion[ei]|afiliaci(?:ón|ones)|"
        r"аффилиаци[яи]|организаци[яи]|место работы|单位|機関|所属(?:単位)?|单位地址", 2)),
    ("contact", pattern(
        r"correspond(?:ing|ence)(?: to)?(?: authors?)?(?:'?s? (?:e-?mail|address|details))?|korrespond\w+|contact(?: information)?|"
        r"kontakt|e-?mails?(?: address(?:es)?)?|e-?mail-adresse|auteurs? correspondants?|correspondencia|для переписки|通讯作者", 2)),
    ("orcid", pattern(r"orcids?(?: ids?)?", 2)),
)  # fmt: skip
_PAPER = pattern(
    r"(?:(?:structured|graphical|extended|plain[- ]language) )?(?:abstract|summary)|significance(?: statement)?|keywords?|"
    r"introduction|background|key ?words|zusammenfassung|einleitung|stichw[oö]rte?r?|schlagw[oö]rter|kurzfassung|résumé|resume|"
    r"resumen|resumo|introducción|introdução|mots[- ]clés|palabras clave|riassunto|introduzione|аннотация|введение|"
    r"ключевые слова|摘要|关键词|引言|要旨|はじめに|statement of need|word count|running (?:title|head)|short title",
    re.IGNORECASE,
)
_STOP = pattern(
    r"(?:structured |graphical )?(?:abstract|summary)|introduction|background|zusammenfassung|einleitung|kurzfassung|résumé|resumen|"
    r"resumo|аннотация|введение|摘要|引言",
    re.IGNORECASE,
)
_REPORTED = pattern(
    r"venue|published(?: in| at| on)?|publication(?: (?:date|year|venue))?|pdf|papers?(?: (?:link|url|title))?|arxiv(?: id| link)?|"
    r"links?|url|source|year|conference|journal/conference|read(?:ing)?(?: (?:date|on))?|rating|relevance|reviewer|"
    r"project page|hugging ?face|official version|booktitle|bibtex|论文|年份|来源|链接",
    re.IGNORECASE,
)
_HEADING = pattern(r"[ ]{0,3}(#{1,6})[ \t]*([^\n]*?)[ \t]*#*[ \t]*(?:\{[^{}\n]*\})?[ \t]*$")
_NUMBER = pattern(r"^[\W\d_]+|[\W_]+$")
_LABEL = pattern(
    r"[ \t]*(?P<bullet>[-+*•][ \t]+|\d{1,2}[.)][ \t]+)?(?:>[ \t]*)*(?P<bold>\*\*|__)?[ \t]*(?P<label>[^\W\d_][^\n:：*_@]{1,48}?)[ \t]*"
    r"(?:(?P<colon>[:：])[ \t]*(?:\*\*|__)?|(?:\*\*|__)[ \t]*(?P<after>[:：.—–-])?)[ \t]*"
)
_DIV = pattern(r"[ \t]*:{3,}[ \t]*(\{[^{}\n]*\}|[\w-]+)?[ \t:]*$")
_OURS = pattern(r"(?:^|[\s{])\.?(?:authors?|author-block|affiliations?)(?=[\s}]|$)", re.IGNORECASE)
_RULE = pattern(r"[ \t]*(?:-[ \t]*){3,}$|[ \t]*(?:\*[ \t]*){3,}$|[ \t]*(?:_[ \t]*){3,}$|[ \t]*\\(?:newpage|pagebreak|maketitle)\s*$")
_UNDERLINE = pattern(r"(?:={3,}|-{3,})[ \t]*$")
_FENCE = pattern(r"[ \t]*(```+|~~~+)")


class Section(NamedTuple):
    """A stretch of one kind; *labelled* where the document itself says so."""

    kind: Kind
    start: int
    end: int
    labelled: bool = False
    explicit: bool = False
    """inside ``::: {.authors}``"""


class Head(NamedTuple):
    """The first lines of a document."""

    text: str
    """without comments, as long as before"""
    sections: tuple[Section, ...]
    title: str
    paper: bool
    """whether it has what papers have: abstract, key words, introduction"""
    reported: bool
    """whether it tells of somebody else's paper: where it appeared, where it is found"""


def kind_of(label: str) -> Kind | None:
    """What a heading or a label announces, if it is part of an author block."""
    label = _NUMBER.sub("", label).strip()
    return next((kind for kind, shape in _KINDS if shape.fullmatch(label)), None)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.sections: list[Section] = []
        self.title = ""
        self.paper = self.reported = self.explicit = False
        self._kind: Kind = "free"
        self._labelled = self._lasting = self._divided = False
        self._start = 0

    def read(self, start: int) -> None:
        self._start = start
        fence = ""
        last = (start, start)
        for begin, end in _lines(self.text, start):
            line = self.text[begin:end]
            mark = _FENCE.match(line)
            if fence or mark:
                self._close(begin)
                if mark and (not fence or mark[1].startswith(fence)):
                    fence = "" if fence else mark[1]
                self._start = end
            elif not self._line(line, begin, end, last):
                self._close(begin)
                return
            last = (begin, end)
        self._close(len(self.text))

    def _line(self, line: str, begin: int, end: int, last: tuple[int, int]) -> bool:
        """Take one line; False where the document proper begins."""
        if not line.strip():
            if not self._lasting:
                self._turn("free", begin, begin)
            return True
        if heading := _HEADING.match(line):
            return self._heading(heading[2], begin, end)
        if div := _DIV.match(line):
            self._div(div[1] or "", begin, end)
        elif _UNDERLINE.match(line) and (over := self.text[slice(*last)].strip()):
            if line.lstrip()[0] == "=" or kind_of(over) or _STOP.fullmatch(_NUMBER.sub("", over)):
                return self._heading(over, last[0], end)
            self._turn("free", begin, end)
        elif _RULE.match(line):
            self._turn("free", begin, end)
        elif label := _LABEL.match(line):
            return self._label(label, line, begin)
        return True

    def _heading(self, said: str, begin: int, end: int) -> bool:
        """A heading of the block, or the title; any other ends the first lines."""
        kind = kind_of(said)
        if kind:
            self._turn(kind, begin, end, labelled=True, lasting=True)
            return True
        bare = _NUMBER.sub("", said)
        self.paper |= bool(_PAPER.match(bare))
        if _STOP.match(bare) or self.sections or (self.title and self.text[self._start : begin].strip()):
            return False
        self.title = f"{self.title} {said}".strip()
        self._turn("free", begin, end)
        return True

    def _div(self, said: str, begin: int, end: int) -> None:
        if said and _OURS.search(said):
            self.explicit = self._divided = True
            self._turn("authors", begin, end, labelled=True)
        elif not said and self._divided:
            self._turn("free", begin, end)
            self._divided = False
        else:
            self._turn("free", begin, end)

    def _label(self, found: re.Match[str], line: str, begin: int) -> bool:
        kind = kind_of(found["label"])
        bare = _NUMBER.sub("", found["label"])
        bold = bool(found["bold"])
        after = begin + found.end()
        if not (bold or (kind and found["colon"])):
            return True
        if bold and _STOP.fullmatch(bare):
            self.paper = True
            return False
        if not (found["colon"] or found["after"] in (":", "：") or (kind and found.end() == len(line))):
            return True
        self.paper |= bool(_PAPER.fullmatch(bare))
        self.reported |= bool(_REPORTED.fullmatch(bare)) or bool(kind == "authors" and found["bullet"])
        self._turn("other" if kind is None else kind, begin, after, labelled=True, lasting=found.end() == len(line))
        return True

    def _turn(self, kind: Kind, end: int, start: int, labelled: bool = False, lasting: bool = False) -> None:
        """Close the section at *end* and begin another at *start*."""
        self._close(end)
        self._kind, self._start, self._labelled, self._lasting = kind, start, labelled, lasting

    def _close(self, end: int) -> None:
        if self.text[self._start : end].strip():
            self.sections.append(Section(self._kind, self._start, end, self._labelled, self._divided))
        self._start = max(end, self._start)


def head(text: str, start: int) -> Head:
    """The first lines of *text* from *start* on."""
    shown = uncommented(text[: start + CAP])
    reader = _Reader(shown)
    reader.read(start)
    return Head(shown, tuple(reader.sections), reader.title, reader.paper or _goes_on(text, start), reader.reported)


def _goes_on(text: str, start: int) -> bool:
    """Whether a heading further down is one of a paper."""
    over = ""
    for line in text[start : start + 3 * CAP].split("\n"):
        found = _HEADING.match(line) if line.lstrip(" ").startswith("#") else None
        said = found[2] if found else over if _UNDERLINE.match(line) else ""
        if said and _PAPER.match(_NUMBER.sub("", said)):
            return True
        over = line
    return False


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1
