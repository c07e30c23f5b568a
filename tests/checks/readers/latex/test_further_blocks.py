r"""Author blocks of further classes and by further hands: who is an author, and where they work. All are invented."""

from __future__ import annotations

import pytest
from tests.checks.readers.helpers import Files

from askfirst_checks.readers.latex import read

Pairs = dict[str, list[str]]
BONN, MINSK, BEIHANG = "University of Bonn, Germany", "Institute of Physics, Minsk", "Beihang University"


def pairs(body: str, name: str = "article") -> Pairs:
    source = f"\\documentclass{{{name}}}\n\\begin{{document}}\n\\title{{T}}\n{body}\n\\end{{document}}\n"
    seen = read(Files.of("p.tex", source), "p.tex")
    return {author.name: [seen.affiliations[n].text for n in author.affiliations] for author in seen.authors}


SHOWN: dict[str, tuple[str, str, Pairs]] = {
    "ametsoc": (
        "ametsocV6.1",
        (
            "\\authors{Anna Keller,\\aff{a}\\correspondingauthor{Anna Keller, k@x.example}\nBoris Ott,\\aff{b}\n"
            f"and Carl Weiss\\aff{{a,b}}\n}}\n\\affiliation{{\\aff{{a}}{{{BONN}}}\\\\\n"
            f"\\aff{{b}}{{{MINSK}, Belarus}}\n}}\\maketitle"
        ),
        {"Anna Keller": [BONN], "Boris Ott": [MINSK + ", Belarus"], "Carl Weiss": [BONN, MINSK + ", Belarus"]},
    ),
    "spie": (
        "spie",
        (
            "\\author{Anna Keller\\supit{a},\nBoris Ott\\supit{b},\nand Carl Weiss\\supit{c}\n\\skiplinehalf\n"
            f"\\supit{{a}}{BONN}; \\\\\n\\supit{{b}}{BEIHANG}; \\\\\n\\supit{{c}}{MINSK}; \\\\\n}}\\maketitle"
        ),
        {"Anna Keller": [BONN], "Boris Ott": [BEIHANG], "Carl Weiss": [MINSK]},
    ),
    "spie, two": (
        "spie",
        (
            f"\\author{{Anna Keller\\supit{{a}} and Boris Ott\\supit{{b}}\n\\skiplinehalf\n\\supit{{a}}{BONN}\\\\\n"
            f"\\supit{{b}}{MINSK}}}\\maketitle"
        ),
        {"Anna Keller": [BONN], "Boris Ott": [MINSK]},
    ),
    "jacow": (
        "jacow",
        (
            "\\author{A. Keller\\thanks{a@x.example}, H. Ott, GSI, Darmstadt\\\\\n  P. Weiss, BINP, Novosibirsk \\\\\n"
            "  D. Adler, E. Braun, IHEP, Protvino}\\maketitle"
        ),
        {
            "A. Keller": ["GSI, Darmstadt"],
            "H. Ott": ["GSI, Darmstadt"],
            "P. Weiss": ["BINP, Novosibirsk"],
            "D. Adler": ["IHEP, Protvino"],
            "E. Braun": ["IHEP, Protvino"],
        },
    ),
    "jacow, one each": (
        "jacow",
        "\\author{A. Keller, JINR, Dubna\\\\ B. Ott, DESY, Hamburg}\\maketitle",
        {"A. Keller": ["JINR, Dubna"], "B. Ott": ["DESY, Hamburg"]},
    ),
    "stacked": (
        "article",
        f"\\author{{Anna Keller\\\\ University of Lyon, Lyon\\\\ \\\\ Dora Weiss\\\\ {MINSK}}}\\maketitle",
        {"Anna Keller": ["University of Lyon, Lyon"], "Dora Weiss": [MINSK]},
    ),
    "stacked, three": (
        "article",
        (
            f"\\author{{Anna Keller\\\\ {BONN}\\\\[2ex] \\\\ Dora Weiss\\\\ {MINSK}\\\\ "
            f"\\\\ Eva Braun\\\\ {BEIHANG}\\\\ Beijing}}"
        ),
        {"Anna Keller": [BONN], "Dora Weiss": [MINSK], "Eva Braun": [BEIHANG + ", Beijing"]},
    ),
    "company": (
        "article",
        (
            "\\author{}\n\\maketitle\n\\begin{center}\n"
            'Anna Muster and Bert Beispiel\\\\\n\\textit{JSC "Muster Product"}\\\\\n'
            "Brest, Belarus\\\\\nEmail: a@example.by, b@example.by\n\\end{center}\n\\begin{abstract}A.\\end{abstract}"
        ),
        {key: ['JSC "Muster Product", Brest, Belarus'] for key in ("Anna Muster", "Bert Beispiel")},
    ),
    "company, Russian form": (
        "article",
        (
            "\\maketitle\n\\begin{center}\nAnna Muster\\\\\nOOO Probe\\\\ Tula, Russia\n\\end{center}\n"
            "\\begin{abstract}A.\\end{abstract}"
        ),
        {"Anna Muster": ["OOO Probe, Tula, Russia"]},
    ),
    "sig-alternate": (
        "sig-alternate",
        (
            f"\\numberofauthors{{2}}\n\\author{{\n\\alignauthor\nAnna Keller\\titlenote{{Dr. K insisted.}}\\\\\n"
            f"\\affaddr{{{BONN}}}\n"
            f"\\alignauthor\nB.K.M. Ott\\\\\n\\affaddr{{{BEIHANG}}}\n}}\n\\additionalauthors{{Additional authors: "
            "Dora Kurz "
            f"({MINSK}, email: {{\\texttt{{d@x.example}}}}).}}\\maketitle"
        ),
        {"Anna Keller": [BONN], "B.K.M. Ott": [BEIHANG], "Dora Kurz": [MINSK]},
    ),
    "sig-alternate, two more": (
        "sig-alternate",
        (
            f"\\author{{\\alignauthor Anna Keller\\\\ \\affaddr{{{BONN}}}}}\n\\additionalauthors{{Additional authors: "
            f"Carl Weiss ({BEIHANG}) and Dora Kurz ({MINSK}, email: \\texttt{{d@x.example}}).}}\\maketitle"
        ),
        {"Anna Keller": [BONN], "Carl Weiss": [BEIHANG], "Dora Kurz": [MINSK]},
    ),
}
ALONE: dict[str, tuple[str, Pairs]] = {
    "address over a blank line": (
        "\\author{Anna Keller\\\\ Institute of Samples\\\\ \\\\ 12 Long Street\\\\ Oldtown}",
        {"Anna Keller": ["Institute of Samples, 12 Long Street, Oldtown"]},
    ),
    "names and degrees": (
        f"\\author{{A. Keller, B. Ott, IEEE\\\\ {BONN}}}",
        {"A. Keller": [BONN], "B. Ott": [BONN]},
    ),
    "no bracketed people": (
        f"\\author{{Anna Keller\\\\ {BONN}}}\\additionalauthors{{See the appendix (page 3).}}",
        {"Anna Keller": [BONN]},
    ),
    "names alone": ("\\author{A. Keller, B. Ott, C. Weiss}", {"A. Keller": [], "B. Ott": [], "C. Weiss": []}),
}


@pytest.mark.parametrize(("name", "body", "wanted"), SHOWN.values(), ids=SHOWN)
def test_each_has_their_own(name: str, body: str, wanted: Pairs) -> None:
    assert pairs(body, name) == wanted


@pytest.mark.parametrize(("body", "wanted"), ALONE.values(), ids=ALONE)
def test_what_looks_alike_is_not_cut(body: str, wanted: Pairs) -> None:
    assert pairs(body) == wanted


OWN: dict[str, tuple[str, str, Pairs]] = {
    "inst": (
        "\\newcommand{\\inst}[1]{\\\\{\\small\\itshape #1}}\n",
        f"\\author{{A. Keller \\inst{{{BEIHANG}, Beijing}} \\and B. Ott \\inst{{{BONN}}}}}",
        {"A. Keller": [BEIHANG + ", Beijing"], "B. Ott": [BONN]},
    ),
    "at": (
        "\\def\\at#1{\\\\ \\textit{#1}}\n",
        f"\\author{{Anna Keller \\at{{{MINSK}}}}}",
        {"Anna Keller": [MINSK]},
    ),
    "affmark": (
        "\\newcommand{\\affmark}[1]{\\newline{\\footnotesize #1}}\n",
        f"\\author{{Claire Essai \\affmark{{{BONN}}} \\and Luc Probe \\affmark{{{MINSK}}}}}",
        {"Claire Essai": [BONN], "Luc Probe": [MINSK]},
    ),
    "raised": (
        "\\newcommand{\\inst}[1]{\\textsuperscript{#1}}\n",
        f"\\author{{Anna Keller\\inst{{1}}}}\n\\institute{{{BONN}}}",
        {"Anna Keller": [BONN]},
    ),
}


@pytest.mark.parametrize(("own", "body", "wanted"), OWN.values(), ids=OWN)
def test_a_macro_of_ones_own_means_what_it_says(own: str, body: str, wanted: Pairs) -> None:
    assert pairs(own + body) == wanted
