r"""TeX's own ways to keep and print text inside an affiliation: expanded where plain, else reported.

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
from askfirst_checks.readers import latex

REVTEX = r"""\documentclass{revtex4-2}
%s
\begin{document}\title{T}\author{A. Beispiel}\affiliation{%s}
\maketitle\end{document}
"""
ARTICLE = r"""\documentclass{article}
\usepackage{authblk}%s
\title{T}\author[1]{A. Beispiel}\author[2]{B. Muster}\affil[1]{%s}\affil[2]{Universität Ulm}
\begin{document}\maketitle\end{document}
"""
LLNCS = r"""\documentclass{llncs}
\begin{document}%s
\title{T}\author{A. Beispiel\inst{1} \and B. Muster\inst{2}}\institute{%s \and Universidad de Chile, Santiago}
\maketitle\end{document}
"""
EXPANDED = {
    "sbox": (REVTEX, r"\newsavebox{\kb}\sbox{\kb}{Sharif Inst}", r"Dept, \usebox{\kb}", "Dept, Sharif Inst"),
    "sbox without braces": (LLNCS, r"\newsavebox\kb\sbox\kb{Minsk Institute}", r"\usebox\kb, X", "Minsk Institute, X"),
    "savebox with a width": (ARTICLE, r"\savebox{\b}[4cm][l]{TU Wien}", r"A, \usebox{\b}", "A, TU Wien"),
    "setbox": (REVTEX, r"\newbox\kb\setbox\kb=\hbox to 3cm{TU Wien}", r"A, \copy\kb", "A, TU Wien"),
    "setbox by number": (ARTICLE, r"\setbox3=\vbox{TU Wien}", r"A, \box3 ", "A, TU Wien"),
    "lrbox": (LLNCS, r"\newsavebox{\kb}\begin{lrbox}{\kb}TU Wien\end{lrbox}", r"A, \usebox{\kb}", "A, TU Wien"),
    "token register": (REVTEX, r"\newtoks\kt\kt={TU Wien}", r"A, \the\kt", "A, TU Wien"),
    "token register by number": (ARTICLE, r"\toks0={TU Wien}", r"A, \the\toks0", "A, TU Wien"),
    "csname": (LLNCS, r"\newcommand{\ours}{TU Wien}", r"A, \csname ours\endcsname", "A, TU Wien"),
    "csname with a number": (REVTEX, r"\expandafter\def\csname i1\endcsname{Ulm}", r"\csname i1\endcsname", "Ulm"),
    "let through csname": (ARTICLE, r"\def\a{TU Wien}\expandafter\let\csname b\endcsname\a", r"X, \b", "X, TU Wien"),
    "csdef": (LLNCS, r"\csdef{ours}{TU Wien}", r"A, \csuse{ours}", "A, TU Wien"),
    "@namedef": (REVTEX, r"\makeatletter\@namedef{ours}{TU Wien}\makeatother", r"A, \@nameuse{ours}", "A, TU Wien"),
    "two hexadecimal digits": (ARTICLE, "", r"^^54U Wien", "TU Wien"),
    "four hexadecimal digits": (LLNCS, "", r"T^^^^0055 Wien, Österreich", "TU Wien, Österreich"),
    "char": (REVTEX, "", r"\char84U Wien", "TU Wien"),
    "char, hexadecimal": (ARTICLE, "", r'\char"54U Wien', "TU Wien"),
    "char by its letter": (LLNCS, "", r"\char`\T U Wien", "TU Wien"),
    "symbol": (REVTEX, "", r"\symbol{84}U Wien", "TU Wien"),
    "uppercase": (ARTICLE, r"\def\k{tu wien}", r"\uppercase\expandafter{\k}", "tu wien"),
    "string": (LLNCS, "", r"\string T\string U Wien", "TU Wien"),
    "expl3": (
        REVTEX,
        r"\ExplSyntaxOn \tl_new:N \l_our_tl \tl_set:Nn \l_our_tl {TU~Wien} \newcommand\ours{\tl_use:N \l_our_tl}",
        r"A, \ours",
        "A, TU Wien",
    ),
    "expl3, a function": (
        ARTICLE,
        r"\ExplSyntaxOn \cs_new:Npn \our_name: {TU~Wien} \newcommand\ours{\our_name:} \ExplSyntaxOff",
        r"A, \ours",
        "A, TU Wien",
    ),
    "glossaries": (LLNCS, r"\newacronym{w}{TUW}{TU Wien}", r"A, \acrlong{w}", "A, TU Wien (TUW)"),
    "acronym": (REVTEX, r"\acrodef{w}[TUW]{TU Wien}", r"A, \ac{w}", "A, TU Wien (TUW)"),
    "acro": (ARTICLE, r"\DeclareAcronym{w}{short=TUW, long={TU Wien}}", r"A, \acl{w}", "A, TU Wien (TUW)"),
    "condition that holds": (LLNCS, "", r"\ifthenelse{\equal{a}{a}}{TU Wien}{TU Graz}", "TU Wien"),
    "condition that does not": (REVTEX, "", r"\ifnum1>2 TU Wien\else TU Graz\fi", "TU Graz"),
    "same macros": (ARTICLE, r"\def\a{x}\def\b{x}", r"\ifx\a\b TU Wien\else TU Graz\fi", "TU Wien"),
    "other macros": (LLNCS, r"\def\a{x}\def\b{y}", r"\ifx\a\b TU Wien\else TU Graz\fi", "TU Graz"),
    "condition nobody can tell": (
        REVTEX, "", r"\ifthenelse{\boolean{long}}{TU Wien}{TU Graz}", "TU Wien; TU Graz",
    ),
    "primitive nobody can tell": (ARTICLE, "", r"\ifnum\x>2 TU Wien\else TU Graz\fi", "TU Wien; TU Graz"),
    "one branch only": (LLNCS, "", r"\iftoggle{long}{Institut A, }{}TU Wien", "Institut A, TU Wien"),
}  # fmt: skip
REPORTED = {
    "macro nobody knows": (REVTEX, "", r"Institute of Physics, \ourplace"),
    "nothing but such a macro": (ARTICLE, "", r"\ourplace"),
    "in two languages": (LLNCS, "", r"\hochschule, Deutschland"),
    "box that is never filled": (REVTEX, r"\newsavebox{\kb}", r"A, \usebox{\kb}"),
    "register that is never filled": (ARTICLE, r"\newtoks\kt", r"A, \the\kt"),
    "name nobody defines": (LLNCS, "", r"A, \csname ours\endcsname"),
    "delimited argument": (REVTEX, r"\def\ours#1.{#1 University, X}", r"A, \ours Trial."),
    "active sign": (ARTICLE, r"\catcode`\!=\active\def!{Trial University}", r"A, !"),
    "too deep": (
        LLNCS,
        r"\def\ka{TU Wien}" + "".join(f"\\def\\k{chr(98 + n)}{{\\k{chr(97 + n)}}}" for n in range(15)),
        r"A, \kp",
    ),
}
SILENT = {
    "fonts and sizes": (REVTEX, "", r"{\small\itshape\selectfont\raggedright TU Wien}\unskip"),
    "spaces and lengths": (ARTICLE, "", r"TU\hspace{1em}Wien\xspace\allowbreak\hskip 2pt plus 1fil"),
    "signs": (LLNCS, "", r"TU Wien, \S\,3, \copyright, \ss{}, \o, M\"unchen, \ae"),
    "a name that says it sets a sign": (REVTEX, "", r"TU Wien \envelopeicon\affilsep"),
    "formula": (REVTEX, "", r"Institut $\partial$'Alembert, $\frac{\alpha}{2}$, \(\nabla\)"),
    "macro of a package": (
        ARTICLE,
        r"\makeatletter\def\amark{\@ifnextchar[\xmark\ymark\the\z}\makeatother",
        r"TU\amark",
    ),
    "icons": (ARTICLE, "", r"TU Wien \faPhone\ 123 \aiOrcid\ \faEnvelope, \Mobilephone 4, \Letter"),
    "fonts of other scripts": (LLNCS, "", r"{\kaishu TU Wien}, {\cyr Vena}, \songti A"),
    "unknown macro with an argument": (ARTICLE, "", r"\hl{TU} \fancy{Wien}"),
    "address with an at sign": (LLNCS, "", r"TU Wien, \email{a\@tuwien.example}"),
    "line that ends": (REVTEX, "", r"TU Wien\\Institute A\\Vienna"),
    "own macros": (ARTICLE, r"\newcommand{\tuw}{TU Wien}\newcommand{\at}{\tuw, \tuw}", r"\tuw, Vienna"),
    "active sign of a language": (LLNCS, r"\catcode`\:=\active \def:{\unskip\string:}", r"TU Wien: Vienna"),
    "no macros": (REVTEX, "", r"TU Wien ^ 4b, 3x^2"),
}


def report(kind: str, preamble: str, affiliation: str, resolver: Resolver, policy: Policy) -> Report:
    paper = latex.read(Files.of("a.tex", kind % (preamble, affiliation)), "a.tex")
    return check(paper, policy, answers.read([]), TODAY, resolver=resolver)


@pytest.mark.parametrize(("kind", "preamble", "affiliation", "printed"), EXPANDED.values(), ids=EXPANDED)
def test_what_is_plain_is_expanded(kind: str, preamble: str, affiliation: str, printed: str) -> None:
    read = latex.read(Files.of("a.tex", kind % (preamble, affiliation)), "a.tex")
    assert printed in [each.text for each in read.affiliations]
    assert "unexpanded" not in [problem.kind for problem in read.problems]


@pytest.mark.parametrize(("kind", "preamble", "affiliation"), REPORTED.values(), ids=REPORTED)
def test_what_is_not_is_asked_about(
    kind: str, preamble: str, affiliation: str, resolver: Resolver, policy: Policy
) -> None:
    found = report(kind, preamble, affiliation, resolver, policy)
    assert [(each.code, each.level) for each in found.open] == [("AF901", "ask")]
    assert found.open[0].printed in under(kind % (preamble, affiliation), found.open[0].span)


@pytest.mark.parametrize(("kind", "preamble", "affiliation"), SILENT.values(), ids=SILENT)
def test_what_sets_no_name_is_silent(
    kind: str, preamble: str, affiliation: str, resolver: Resolver, policy: Policy
) -> None:
    assert not report(kind, preamble, affiliation, resolver, policy).open


@pytest.mark.parametrize(("kind", "preamble", "affiliation"), [
    (REVTEX, r"\newsavebox{\kb}\sbox{\kb}{Kim Il Sung University}", r"A, \usebox{\kb}, Pyongyang"),
    (ARTICLE, "", r"^^4bim Il Sung University, Germany"),
    (LLNCS, r"\csdef{u}{Sharif University of Technology}", r"\csuse{u}, Tehran"),
    (REVTEX, "", r"\ifthenelse{\boolean{x}}{TU Wien, Austria}{Lomonosov Moscow State University, Moscow, Russia}"),
    (ARTICLE, r"\newacronym{b}{BSU}{Belarusian State University}", r"\gls{b}, Minsk"),
])  # fmt: skip
def test_no_institution_hides_in_them(
    kind: str, preamble: str, affiliation: str, resolver: Resolver, policy: Policy
) -> None:
    codes = [each.code for each in report(kind, preamble, affiliation, resolver, policy).open]
    assert codes
    assert "AF901" not in codes


def test_a_macro_in_a_list_of_names_is_a_name() -> None:
    text = ARTICLE % ("", "TU Wien")
    read = latex.read(Files.of("a.tex", text.replace("A. Beispiel", r"Anna \Beispiel")), "a.tex")
    assert "unexpanded" not in [problem.kind for problem in read.problems]


@pytest.mark.parametrize(
    "part",
    [r"\csname ", r"\ifnum1=1 ", r"\newtoks\k", r"\acro{A}", "^^4b", r"\usebox", r"\ifthenelse{", r"\tl_set:Nn \a {"],
)
def test_a_hostile_text_ends(part: str) -> None:
    text = REVTEX % (r"\ExplSyntaxOn " + part * 3000, part * 3000)
    assert latex.read(Files.of("a.tex", text), "a.tex").sources


@pytest.mark.parametrize(
    ("before", "behind", "printed"),
    [
        ("", "\\renewcommand{\\ours}{TU Wien}", "TU Graz"),
        ("", "\\def\\ours{TU Wien}", "TU Graz"),
        ("\\renewcommand{\\ours}{TU Wien}", "", "TU Wien"),
        ("", "\\def\\other{TU Wien}", "TU Graz"),
    ],
)
def test_what_is_defined_anew_behind_the_title_changes_nothing_in_it(before: str, behind: str, printed: str) -> None:
    text = (
        "\\documentclass{revtex4-2}\n\\newcommand{\\ours}{TU Graz}\n\\begin{document}\\title{T}\n\\author{A. Muster}\n"
        f"\\affiliation{{\\ours}}\n{before}\n\\maketitle\n{behind}\n\\section{{A}}\n\\end{{document}}\n"
    )
    assert [each.text for each in latex.read(Files.of("a.tex", text), "a.tex").affiliations] == [printed]
