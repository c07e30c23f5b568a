r"""Where the parts of a document stand: front matter, acknowledgements, biographies, footnotes."""

from __future__ import annotations

import re

from askfirst_checks.light import Literal, NamedTuple
from askfirst_checks.patterns import pattern

Zone = Literal["front", "footnote", "acknowledgement", "biography", "address", "text"]

_COMMENT = pattern(r"(?<!\\)%[^\n]*")
_UNPRINTED = pattern(r"\\begin\{(thebibliography|verbatim\*?|lstlisting|minted|comment|filecontents\*?)\}")
_HIDDEN = pattern(
    r"\\(?:title|Title|(?!job)[a-z]{2,5}title|titlerunning|runningtitle|markboth|markright|lhead|rhead|chead|"
    r"keywords?|subject|pdftitle|pdfsubject|pdfkeywords|label|ref|cite[a-z]*|input|include|includegraphics|"
    r"bibliography|addbibresource|graphicspath|caption|hypersetup|url)\*?\s*(?:\[[^\]]{0,300}\]\s*)?"
    r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}\}){0,20000}\}"
    r"|\{\s*\\(?:Large|LARGE|huge|Huge)\b[^{}]{0,2000}(?:\{[^{}]{0,2000}\}[^{}]{0,2000}){0,20}\}",
    re.DOTALL,
)
_DEFINES = pattern(
    r"\\(?:newcommand|renewcommand|providecommand|DeclareRobustCommand|[gex]?def(?![a-zA-Z])|newacronym|newglossaryentry|"
    r"DeclareAcronym|acro(?=\s*\{)|acrodef|newdefinition)[^\n]{0,400}"
)
_BEGIN = pattern(r"\\begin\s*\{document\}")
_HEAD_ENDS = pattern(
    r"\\(?:section|chapter|part)\*?\s*[\[{]|\\begin\s*\{(?:[aA]bstract|onecolabstract|keywords?)\*?\}|\\[aA]bstract\b|"
    r"\\tableofcontents|^[^\n]{0,40}\b(?:Abstract|Zusammenfassung|R[ée]sum[ée])\b[.:}\s]",
    re.MULTILINE,
)
_ACK = pattern(
    r"\\(?:section|subsection|paragraph|chapter|[a-z]{2}head)\*?\s*\{[^{}\n]{0,30}(?:acknowledge?ment|danksagung|remerciement|"
    r"agradecimiento|funding|förderung|благодарност|致谢)[^{}\n]{0,30}\}|\\begin\s*\{(?:ack[a-z]*|funding)\*?\}|"
    r"\\(?:ack(?:now[a-z]{0,14})?|funding|thanksto)(?=\s*\{|\s*\n)|\\(?:textbf|textit|emph|noindent\\bf)\s*\{acknowledge?ments?[.:]?\}",
    re.IGNORECASE,
)
_ACK_ENDS = pattern(
    r"\\(?:section|chapter|appendix|bibliography|printbibliography)\b|\\end\s*\{(?:ack[a-z]*|funding|document)\*?\}|"
    r"\\begin\s*\{thebibliography",
    re.IGNORECASE,
)
_BIOGRAPHY = pattern(
    r"\\begin\s*\{([A-Za-z]{0,20}[bB]iograph[a-z]{1,10})\}.*?(?:\\end\{\1\}|\Z)|\\bio\b.*?(?:\\endbio|\Z)|"
    r"\\(?:section|subsection|paragraph)\*?\s*\{[^{}\n]{0,30}(?i:biograph|about the authors?|vita|lebenslauf)"
    r"[^{}\n]{0,20}\}.*?(?=\\(?:section|end\{document)|\Z)",
    re.DOTALL,
)
_FOOTNOTE = pattern(
    r"\\(?:thanks|footnote|footnotetext|blfootnote|symbolfootnote|titlefootnote|freefootnote|unmarkedfootnote|"
    r"let\\thefootnote\\relax\\footnote[a-z]{0,4})\s*(?:\[[^\]]{0,40}\]\s*)?\{([^{}]|\{[^{}]{0,500}\}){0,4000}\}"
)
_MARK_HIDDEN = pattern(
    r"(?m)^(?:title|subtitle|shorttitle|short-title|running-head|description|keywords?|tags|categories|subject|bibliography|"
    r"abstract|lang)[ \t]*:[^\n]*(?:\n[ \t]+[^\n]*)*|^#[ \t][^\n]*|^%[ \t][^\n]*|^```.*?^```|<!--.*?-->",
    re.DOTALL,
)
_MARK_ACK = pattern(r"(?mi)^#{1,4}[ \t][^\n]*(?:acknowledge?ment|danksagung|remerciement|funding|förderung)[^\n]*$")
_MARK_BIO = pattern(r"(?mi)^#{1,4}[ \t][^\n]*(?:biograph|about the author|über d(?:ie|en) autor)[^\n]*$")
_MARK_HEAD = pattern(r"(?m)^#{2,6}[ \t]|^(?:Abstract|Zusammenfassung|Résumé)\b|^[^\n]+\n[-=]{4,}[ \t]*$")
_MARK_NOTE = pattern(r"(?m)^\[\^[^\]\n]{1,30}\]:[^\n]*(?:\n[ \t]+[^\n]*)*")
_MARK_REFERENCES = pattern(
    r"(?mi)^#{1,4}[ \t]*(?:references|literatur(?:verzeichnis)?|bibliograph[a-zé]+|références)[ \t]*$"
)


class Outline(NamedTuple):
    """A text with what is never looked at blanked out, offsets kept, and its parts."""

    text: str
    begin: int
    """where the preamble ends"""
    head: int
    """where the front matter ends"""
    parts: tuple[tuple[int, int, Zone], ...]

    def is_defined(self, at: int) -> bool:
        """Whether *at* stands in the definition of a macro or an acronym: what it prints, wherever that is."""
        return any(start <= at < end for start, end, zone in self.parts if zone == "text")

    def zone(self, at: int) -> Zone:
        """The part that *at* stands in; without one, the front matter or the text."""
        for start, end, zone in self.parts:
            if start <= at < end:
                return zone
        return "front" if at < self.head else "text"


def outline(text: str, form: str, *, is_root: bool) -> Outline:
    """The outline of a source of *form*; only a root has a front matter of its own."""
    if form == "latex":
        return _latex(text, is_root)
    if form == "markdown":
        return _markdown(text)
    return Outline(text, 0, len(text), ())


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_environments(text: str) -> str:
    """*text* without bibliographies and listings; an environment that is never closed hides nothing."""
    out, here = [], 0
    unclosed: set[str] = set()
    for match in _UNPRINTED.finditer(text):
        if match.start() < here or match[1] in unclosed:
            continue
        stop = text.find(f"\\end{{{match[1]}}}", match.end())
        if stop < 0:
            unclosed.add(match[1])
            continue
        out += [text[here : match.start()], re.sub(r"[^\n]", " ", text[match.start() : stop])]
        here = stop
    return "".join([*out, text[here:]])


def _latex(text: str, is_root: bool) -> Outline:
    shown = _HIDDEN.sub(_blank, _without_environments(_COMMENT.sub(_blank, text)))
    begun = _BEGIN.search(shown)
    begin = begun.end() if begun else 0
    head = 0
    if is_root and (begun or "\\author" in shown or "\\maketitle" in shown):
        ends = _HEAD_ENDS.search(shown, begin)
        head = ends.start() if ends else len(shown)
    parts: list[tuple[int, int, Zone]] = [(*m.span(), "text") for m in _DEFINES.finditer(shown)]
    parts += [(*m.span(), "biography") for m in _BIOGRAPHY.finditer(shown)]
    parts += [(*m.span(), "footnote") for m in _FOOTNOTE.finditer(shown)]
    for match in _ACK.finditer(shown):
        stop = _ACK_ENDS.search(shown, match.end())
        parts.append((match.end(), stop.start() if stop else len(shown), "acknowledgement"))
    return Outline(shown, begin, head, tuple(parts))


def _markdown(text: str) -> Outline:
    shown = _MARK_HIDDEN.sub(_blank, text)
    cited = _MARK_REFERENCES.search(text)
    shown = shown[: cited.start()] if cited else shown
    closed = re.match(r"\s*---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", text, re.DOTALL | re.MULTILINE)
    heading = _MARK_HEAD.search(shown, closed.end() if closed else 0)
    head = heading.start() if heading else len(shown)
    parts: list[tuple[int, int, Zone]] = [(*m.span(), "footnote") for m in _MARK_NOTE.finditer(shown)]
    for match in [*_MARK_ACK.finditer(text), *_MARK_BIO.finditer(text)]:
        stop = re.compile(r"^#", re.MULTILINE).search(text, match.end())
        zone: Zone = "biography" if _MARK_BIO.match(text, match.start()) else "acknowledgement"
        parts.append((match.end(), stop.start() if stop else len(text), zone))
    return Outline(shown, 0, head, tuple(parts))
