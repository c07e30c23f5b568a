r"""Words of a country under a stop, where nobody was read or an author has no affiliation: a question, or a note.

All people are invented.
"""

from __future__ import annotations

import pytest
from tests.checks.conftest import TODAY
from tests.checks.readers.helpers import Files, under

from askfirst_checks import answers
from askfirst_checks.check import check
from askfirst_checks.model import Report
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy
from askfirst_checks.readers import reader_for

KISU = "Kim Il Sung University, Pyongyang"


def report(path: str, text: str | bytes, resolver: Resolver, policy: Policy) -> Report:
    reader = reader_for(path)
    assert reader is not None
    manuscript = reader.read(Files.of(path, text), path)
    return check(manuscript, policy, answers.read([]), TODAY, resolver=resolver)


def tex(body: str, preamble: str = "", name: str = "article") -> str:
    return f"\\documentclass{{{name}}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"


def paper(front: str, back: str = "Text of the paper.") -> str:
    return tex(
        f"\\title{{A title}}\n{front}\n\\begin{{abstract}}\nA layer.\n\\end{{abstract}}\n\\section{{One}}\n{back}"
    )


ALONE = "\\author{Anna Muster}\n\\maketitle\n"
FIRES = {
    "unknown macro": tex(
        "\\maketitle", f"\\title{{T}}\n\\author{{Anna Keller, Boris Ott}}\n\\worksat{{Ott}}{{{KISU}}}"
    ),
    "table behind the title": paper(f"\\maketitle\n\\begin{{tabular}}{{ll}}\n$^1$ & {KISU}\\\\\n\\end{{tabular}}"),
    "picture": tex(
        f"\\begin{{tikzpicture}}\n\\node at (0,-1) {{Anna Muster}};\n\\node at (0,-2) {{{KISU}}};\n\\end{{tikzpicture}}"
        "\n\\begin{abstract}A layer.\\end{abstract}\n\\section{One}"
    ),
    "footnote without a mark": paper(ALONE + f"{{\\let\\thefootnote\\relax\\footnotetext{{{KISU}}}}}"),
    "blind footnote": paper(ALONE + f"\\blfootnote{{{KISU}}}"),
    "date": paper(f"\\author{{Anna Muster}}\n\\date{{{KISU}\\\\ May 2026}}\n\\maketitle"),
    "publishers": paper(f"\\author{{Anna Muster}}\n\\publishers{{{KISU}}}\n\\maketitle"),
    "address at the end": paper(ALONE, f"Text.\n\n\\bigskip\\noindent\n{{\\sc {KISU}}}\n\n{{\\it E-mail:}} a@b.org"),
    "address behind the references": paper(
        ALONE, f"\\begin{{thebibliography}}{{9}}\\bibitem{{a}} A\\end{{thebibliography}}\n\n\\noindent {KISU}\n\n"
    ),
    "biography": paper(
        ALONE, "\\begin{IEEEbiography}{Anna Muster} is with Kim Il Sung University.\\end{IEEEbiography}"
    ),
    "biography, German": paper(
        ALONE, "\\section*{Lebenslauf}\nAnna Muster ist Professorin an der Kim-Il-Sung-Universität.\n"
    ),
    "acknowledgement": paper(ALONE, "\\section*{Acknowledgements}\nA. M. is supported by Kim Il Sung University.\n"),
    "acknowledgement, German": paper(
        ALONE, "\\section*{Danksagung}\nA. M. wird von der Staatlichen Kommission in Pjöngjang gefördert.\n"
    ),
    "acknowledgement, French": paper(
        ALONE, "\\section*{Remerciements}\nCe travail est financé par l'université de Pyongyang.\n"
    ),
    "mail domain": paper(ALONE + "\\begin{center}muster@ryongnamsan.edu.kp\\end{center}"),
    "town and country": paper(ALONE + "\\begin{center}Hamhung, DPR Korea\\end{center}"),
    "capital alone": paper(ALONE + "\\begin{flushright}Pjöngjang, DVRK\\end{flushright}"),
    "acronym macro": paper(
        "\\newacronym{k}{KISU}{Kim Il Sung University}\n\\author{Anna Muster}\n\\maketitle \\acrlong{k}"
    ),
    "macro of letters": paper(ALONE + "\\textsc{K}\\textsc{im} \\textsc{I}\\textsc{l} Sung \\textsc{U}niversity"),
    "underlined letters": paper(ALONE + "\\underline{P}\\underline{y}ongyang, DPR Korea"),
    "hexadecimal": paper(ALONE + "^^4bim Il Sung University"),
    "invisible": paper(ALONE + "Kim I\ufe0fl Su\U000e0061ng Univ\u2063ersity"),
    "Korean": paper(ALONE + "\\begin{center}김일성종합대학\\end{center}"),
    "Russian": paper(ALONE + "\\begin{center}Пхеньян, КНДР\\end{center}"),
    "French": paper(ALONE + "\\begin{center}Institut de physique, Pyongyang, Corée du Nord\\end{center}"),
}
SILENT = {
    "title": tex("\\title{Trade with North Korea}\n" + ALONE + "\\section{One}\nText."),
    "title and abstract": tex(
        "\\title{Nordkorea und die DVRK}\n"
        + ALONE
        + "\\begin{abstract}\nPjöngjang wuchs.\n\\end{abstract}\n\\section{1} Text."
    ),
    "title in large letters": tex(
        "\\begin{center}{\\Large\\bf Pyongyang: a history}\\end{center}\n\\begin{abstract}A.\\end{abstract}"
    ),
    "body": paper(ALONE, "Kim Il Sung University in Pyongyang was founded in 1946, and North Korea has three others."),
    "body, French": paper(ALONE, "La Corée du Nord et Pyongyang sont étudiées depuis 1953."),
    "sentence under the title": tex(
        "\\title{A title}\n" + ALONE + "\nThis paper asks how trade between Pyongyang and Beijing has changed.\n"
    ),
    "table of the body": paper(ALONE, "\\begin{tabular}{ll}Kim Il Sung University & 16,000\\\\\\end{tabular}"),
    "caption": paper(ALONE, "\\begin{figure}\\caption{Pyongyang, DPR Korea}\\end{figure}"),
    "references": paper(
        ALONE, "\\begin{thebibliography}{9}\\bibitem{a} Kim Il Sung University, Pyongyang, 1999.\\end{thebibliography}"
    ),
    "comment": paper(ALONE + "% Kim Il Sung University, Pyongyang\n"),
    "born there": paper(
        ALONE, "\\begin{IEEEbiography}{Anna Muster} was born in Pyongyang, DPR Korea.\\end{IEEEbiography}"
    ),
    "born there, German": paper(ALONE, "\\section*{Lebenslauf}\nAnna Muster wurde in Pjöngjang geboren.\n"),
    "studied there": paper(
        ALONE,
        "\\begin{IEEEbiography}{Anna Muster} received the B.Sc. from Kim Il Sung University.\\end{IEEEbiography}",
    ),
    "thanks to refugees": paper(ALONE, "\\section*{Acknowledgements}\nWe thank the refugees from North Korea.\n"),
    "thanks for reading": paper(ALONE, "\\section*{Acknowledgements}\nWe thank C. Probe for her map of North Korea.\n"),
    "footnote of the body": paper(ALONE, "A town.\\footnote{On sanctions see the report about North Korea of 2019.}"),
    "footnote at the title": tex(
        "\\title{A title\\thanks{Presented at a workshop about North Korea.}}\n" + ALONE + "\\section{One} Text."
    ),
    "programme": paper(ALONE + "\\dedication{North Korea Programme, Sample Center}"),
    "macro for the subject": paper("\\newcommand{\\NK}{North Korea}\n" + ALONE),
    "settings": tex(
        ALONE + "\\section{One} Text.",
        "\\title{T}\n\\hypersetup{pdftitle={Pyongyang, DPR Korea}, pdfsubject={Kim Il Sung University}}",
    ),
    "adjective": paper(ALONE + "\\begin{center}University of North Korean Studies, Seoul\\end{center}"),
    "the Republic": paper(ALONE + "\\begin{center}Seoul National University, Republic of Korea\\end{center}"),
    "chapter of a book": "\\chapter{Pyongyang}\nKim Il Sung University stands in Pyongyang.\n",
    "figure alone": "\\begin{tikzpicture}\\node at (0,0) {Pyongyang};\\end{tikzpicture}\n",
    "keywords": tex("\\title{A}\n" + ALONE + "\\begin{keywords}North Korea, Pyongyang\\end{keywords}\n\\section{O} T."),
    "all have affiliations": tex(
        "\\title{On Kim Il Sung University}\n"
        "\\author{Anna Muster\\\\ University of Bonn, Germany}\n\\date{Pyongyang, DPRK}\n\\maketitle"
    ),
}
MARKDOWN_FIRES = {
    "key nobody knows": f"---\ntitle: T\nauthor: Anna Muster\nworkplace: {KISU}\n---\n\n## One\nText.\n",
    "line beneath": f"---\ntitle: T\nauthor: Anna Muster\n---\n\n{KISU}\n\n## One\nText.\n",
    "footnote": f"---\ntitle: T\nauthor: Anna Muster\n---\n\n## One\nText[^1].\n\n[^1]: {KISU}\n",
    "acknowledgement": "---\ntitle: T\nauthor: Anna Muster\n---\n\n## Danksagung\n"
    "Gefördert von der Universität Pjöngjang.\n",
}
MARKDOWN_SILENT = {
    "title": "---\ntitle: Kim Il Sung University, Pyongyang\nauthor: Anna Muster\n---\n\n## One\nText.\n",
    "description": "---\ntitle: T\nauthor: Anna Muster\ndescription: >\n  Pyongyang, DPR Korea\n---\n\n## One\nText.\n",
    "body": "---\ntitle: T\nauthor: Anna Muster\n---\n\n## Pjöngjang\nNordkorea hat drei Universitäten.\n",
    "references": f"---\ntitle: T\nauthor: Anna Muster\n---\n\n## One\nText.\n\n## References\n\n{KISU}\n",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_latex_asks(text: str, resolver: Resolver, policy: Policy) -> None:
    assert report("paper.tex", text, resolver, policy).open


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_latex_about_the_country_asks_nothing(text: str, resolver: Resolver, policy: Policy) -> None:
    assert not report("paper.tex", text, resolver, policy).open


@pytest.mark.parametrize("text", MARKDOWN_FIRES.values(), ids=MARKDOWN_FIRES)
def test_markdown_asks(text: str, resolver: Resolver, policy: Policy) -> None:
    assert report("paper.md", text, resolver, policy).open


@pytest.mark.parametrize("text", MARKDOWN_SILENT.values(), ids=MARKDOWN_SILENT)
def test_markdown_about_the_country_asks_nothing(text: str, resolver: Resolver, policy: Policy) -> None:
    assert not report("paper.md", text, resolver, policy).open


def test_words_of_the_text_are_one_note(resolver: Resolver, policy: Policy) -> None:
    found = report("paper.tex", SILENT["body"], resolver, policy).findings
    assert [(each.code, each.level) for each in found if "Sung" in each.printed] == [("AF901", "note")]


def test_the_question_names_line_and_words(resolver: Resolver, policy: Policy) -> None:
    (finding,) = report("paper.tex", FIRES["town and country"], resolver, policy).open
    assert under(FIRES["town and country"], finding.span).startswith("Hamhung")
    assert "Anna Muster" in finding.reads.en
    assert "Hamhung" in finding.reads.de


@pytest.mark.parametrize(
    "block",
    [
        "\\begin{comment}",
        "\\title{{a}",
        "Kim Il Sung University\n",
        "north korea ",
        "\\section{biography}",
        "{\\Large ",
    ],
)
def test_a_hostile_text_ends(block: str, resolver: Resolver, policy: Policy) -> None:
    assert report("paper.tex", tex("\\maketitle\n" + KISU + block * 4000), resolver, policy).findings


UNKNOWN_MACROS = {
    "worksat": tex("\\maketitle", "\\title{T}\n\\author{Anna Keller, Boris Ott}\n\\worksat{Ott}{University of Bonn}"),
    "German": tex(
        "\\maketitle", "\\title{T}\n\\author{Anna Keller, Boris Ott}\n\\einrichtung{Technische Universität X}"
    ),
    "in the body": tex(
        "\\title{T}\n\\author{Anna Keller, Boris Ott}\n\\maketitle\n\\workplace{1}{Institut de physique}"
    ),
    "Polish": tex("\\maketitle", "\\title{T}\n\\author{Anna Keller, Boris Ott}\n\\afiliacja[2]{Uniwersytet Probny}"),
}
KNOWN_MACROS = {
    "one author": tex("\\maketitle", "\\title{T}\n\\author{Anna Keller}\n\\worksat{Keller}{University of Bonn}"),
    "no institution": tex("\\maketitle", "\\title{T}\n\\author{Anna Keller, Boris Ott}\n\\mood{Keller}{quiet}"),
    "subtitle": tex("\\maketitle", "\\title{T}\n\\subtitle{University of Bonn}\n\\author{Anna Keller, Boris Ott}"),
    "affiliations read": tex(
        "\\maketitle", "\\title{T}\n\\author{Anna Keller, Boris Ott}\n\\affiliation{University of Bonn}\n\\x{Institute}"
    ),
    "in a comment": tex("\\maketitle", "\\title{T}\n\\author{Anna Keller, Boris Ott}\n% \\worksat{University of Bonn}"),
}


def odd(text: str, resolver: Resolver, policy: Policy) -> list[str]:
    problems = report("paper.tex", text, resolver, policy).manuscript.problems
    return [each.kind for each in problems if each.kind in ("no-affiliations", "bound")]


@pytest.mark.parametrize("text", UNKNOWN_MACROS.values(), ids=UNKNOWN_MACROS)
def test_institutions_in_macros_nobody_knows_ask(text: str, resolver: Resolver, policy: Policy) -> None:
    assert odd(text, resolver, policy) == ["no-affiliations"]
    assert report("paper.tex", text, resolver, policy).open


@pytest.mark.parametrize("text", KNOWN_MACROS.values(), ids=KNOWN_MACROS)
def test_other_macros_ask_nothing(text: str, resolver: Resolver, policy: Policy) -> None:
    assert not odd(text, resolver, policy)


DEEP = "[" * 41 + "]" * 41
AUTHOR = f"name: Anna Muster\n    affiliation: {KISU}\n"
BEYOND = {
    "paper.md": f"---\ntitle: T\npad: {DEEP}\nauthor:\n  - {AUTHOR}---\n",
    "paper.qmd": "---\npad: [" + "1," * 200_001 + f"]\nauthor:\n  - {AUTHOR}---\n",
    "CITATION.cff": f"title: T\npad: {DEEP}\nauthors:\n  - {AUTHOR}",
    "_quarto.yml": f"pad: {DEEP}\nauthor:\n  - {AUTHOR}",
    "authors.toml": f'pad = "{"x" * 2_000_001}"\n[[authors]]\nname = "Anna Muster"\naffiliation = "{KISU}"\n',
    "block.tex": tex("\\title{T}\n\\author{Anna Muster \\\\ " + "x " * 200_000 + KISU + "}\n\\maketitle\n"),
    "page.tex": tex(
        "\\begin{center}\nA title\n\nAnna Muster$^1$\n\n" + "A word. " * 3500 + "\n\n$^1$ Sample\n\\end{center}\n"
        "\\begin{abstract}A\\end{abstract}"
    ),
}


@pytest.mark.parametrize("path", BEYOND)
def test_what_is_beyond_a_bound_asks(path: str, resolver: Resolver, policy: Policy) -> None:
    assert report(path, BEYOND[path], resolver, policy).open


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("form", ["tex", "md", "csv"])
def test_wide_encodings_are_read(form: str, encoding: str, resolver: Resolver, policy: Policy) -> None:
    texts = {
        "tex": tex(f"\\title{{Größe}}\n\\author{{Anna Muster}}\n\\affiliation{{{KISU}}}\n\\maketitle"),
        "md": f"---\nauthor:\n  - {AUTHOR}---\n",
        "csv": f'name,affiliation\nAnna Muster,"{KISU}"\n',
    }
    path = "authors.csv" if form == "csv" else f"paper.{form}"
    found = report(path, texts[form].encode(encoding), resolver, policy)
    assert [each.code for each in found.open] == ["AF101"]


@pytest.mark.parametrize("at", [30, 3990, 9000])
def test_stray_nuls_hide_nothing(at: int, resolver: Resolver, policy: Policy) -> None:
    text = tex("%" * at + f"\n\\title{{T}}\n\\author{{Anna Muster}}\n\\affiliation{{{KISU}}}").encode()
    found = report("paper.tex", text.replace(b"Kim", b"K\0im"), resolver, policy)
    assert [each.code for each in found.open] == ["AF101"]
    assert "encoding" in [each.kind for each in found.manuscript.problems]
