r"""Affiliations in small print: biographies, footnotes that name an employer, dates, journals; lists with odd heads.

All people are invented.
"""

from __future__ import annotations

import pytest
from tests.checks.readers.test_unplaced import report, tex

from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy

BONN = "\\title{T}\n\\author{Anna Muster\\\\ University of Bonn, Germany}\n\\maketitle\n"
KISU = "Kim Il Sung University, Pyongyang"
THANKS = "\\title{{T}}\n\\author{{Anna Muster and Bert Beispiel\\thanks{{A. Muster is {}.}}}}\n\\maketitle"
LATEX = {
    "biography": (BONN + f"\\begin{{IEEEbiography}}{{A. Muster}} is with {KISU}.\\end{{IEEEbiography}}", "AF402"),
    "biography without a photo": (
        BONN + f"\\begin{{IEEEbiographynophoto}}{{A. Muster}} is a member of {KISU}.\\end{{IEEEbiographynophoto}}",
        "AF402",
    ),
    "biography, Iran": (
        BONN + "\\begin{biography}{A. Muster} is now with Sharif University of Technology, Iran.\\end{biography}",
        "AF402",
    ),
    "thanks, short form": (THANKS.format("with JINR, Dubna"), "AF102"),
    "thanks, listed": (THANKS.format("currently with Skoltech"), "AF201"),
    "date": (f"\\title{{T}}\n\\author{{Anna Muster}}\n\\date{{{KISU}\\\\ May 2026}}\n\\maketitle\n", "AF101"),
    "date, Russia": (
        "\\title{T}\n\\author{Anna Muster}\n\\date{Institute of Physics, Moscow, Russia}\n\\maketitle\n\\section{A}",
        "AF102",
    ),
    "publishers": (f"\\title{{T}}\n\\author{{Anna Muster}}\n\\publishers{{{KISU}}}\n\\maketitle", "AF101"),
    "subtitle, Belarus": (
        "\\title{T}\n\\subtitle{Institute of Physics, Minsk, Belarus}\n\\author{Anna Muster}\n\\maketitle",
        "AF102",
    ),
    "publishers beside an affiliation": (BONN + "\\publishers{Sharif University of Technology, Tehran}", "AF402"),
    "footnote whose mark is nothing": (
        BONN + "{\\let\\thefootnote\\relax\\footnote{Institute of Physics, Moscow, Russia}}",
        "AF402",
    ),
    "journal": (
        "\\journal{corresponding author, \\href{mailto:a@nudt.edu.cn}{a@nudt.edu.cn}}\n" + BONN,
        "AF401",
    ),
    "asmeconf": (
        (
            "\\SetAuthors{Anna Keller\\affil{1}, Boris Ott\\affil{2}}\n\\SetAffiliation{1}{University of Bonn}\n"
            "\\SetAffiliation{2}{Beihang University, Beijing, China}\n\\title{T}\n\\maketitle"
        ),
        "AF202",
    ),
    "iacrcc": (
        (
            "\\title{T}\n\\addauthor[inst={1}]{Anna Keller}\n\\addauthor[inst=2]{B. Ott}\n"
            "\\addaffiliation[city={Bonn}]{University of Bonn}\n\\addaffiliation{Sharif University of Technology}"
        ),
        "AF201",
    ),
    "sig-alternate": (
        (
            "\\title{T}\n\\author{\\alignauthor Anna Keller\\\\ \\affaddr{University of Bonn}}\n"
            f"\\additionalauthors{{Dora Kurz ({KISU}).}}\n\\maketitle"
        ),
        "AF101",
    ),
}
QUIET = {
    "publisher": BONN + "\\publishers{University of Tehran Press, Tehran}",
    "supervisor": BONN + "\\publishers{Supervisor: Prof. C. Test, Sharif University of Technology, Tehran}",
    "subject": BONN + "\\subtitle{A history of Moscow State University, 1755-1917}",
    "event": BONN + "\\date{Talk at Sharif University of Technology, Tehran, May 2026}",
    "born": BONN + "\\begin{IEEEbiography}{A. Muster} was born in Pyongyang.\\end{IEEEbiography}",
    "studied": BONN + "\\begin{IEEEbiography}{A. Muster} received a degree from Sharif University.\\end{IEEEbiography}",
    "works in Bonn": BONN + "\\begin{biography}{A. Muster} is with the University of Bonn.\\end{biography}",
    "employer": THANKS.format("with Sample"),
    "from a country": THANKS.format("from Iran"),
    "date": "\\title{T}\n\\author{Anna Muster}\n\\date{Moscow, May 2026}\n\\maketitle\n\\section{A}",
    "date, plainly": "\\title{T}\n\\author{Anna Muster}\n\\date{12. Mai 2026}\n\\maketitle\n\\section{A}",
    "journal": "\\journal{Journal of Physics in Moscow}\n" + BONN,
    "journal with a mail": "\\journal{a.muster@uni-bonn.de}\n" + BONN,
    "unprinted branch": "\\newif\\ifone\n\\onetrue\n\\ifone\n"
    + BONN
    + f"\\else\n\\author{{C. Weiss\\\\ {KISU}}}\n\\fi\n",
    "asmeconf": "\\SetAuthors{Anna Keller\\affil{1}}\n\\SetAffiliation{1}{University of Bonn}\n\\title{T}\\maketitle",
}
TABLES = {
    "comments": '# by hand\n#\nLastname,Firstname,Affiliation\nOtt,Boris,"Institute of Physics, Moscow, Russia"\n',
    "title": '"Authors of the X collaboration"\nName,Affiliation\nOtt,"Institute of Physics, Minsk, Belarus"\n',
    "bars": "Name|Affiliation\nOtt|Institute of Physics, Minsk, Belarus\n",
    "Excel": "sep=;\nName;Einrichtung\nOtt;Institut für Physik, Minsk, Belarus\n",
    "no names": 'id,affiliation\n1,"Institute of Physics, Minsk, Belarus"\n',
}
OTHER_TABLES = {
    "books": 'ID,Name\n66,"Keller, A. B."\n67,"Ott, S.A."\n',
    "countries": "author_id,first_name,last_name,country\n1,Anna,Keller,Russia\n2,Carl,Ott,Iran\n",
    "Länder": "Vorname,Nachname,Land\nAnna,Keller,Russland\n",
    "nationality": "first_name,last_name,nationality\nAnna,Keller,North Korea\n",
    "birth": "first_name,last_name,birthplace\nAnna,Keller,Pyongyang\n",
}


@pytest.mark.parametrize(("body", "code"), LATEX.values(), ids=LATEX)
def test_small_print_asks(body: str, code: str, resolver: Resolver, policy: Policy) -> None:
    assert code in [each.code for each in report("paper.tex", tex(body), resolver, policy).open]


@pytest.mark.parametrize("body", QUIET.values(), ids=QUIET)
def test_other_small_print_is_silent(body: str, resolver: Resolver, policy: Policy) -> None:
    assert not report("paper.tex", tex(body), resolver, policy).open


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_tables_with_odd_heads_are_read(text: str, resolver: Resolver, policy: Policy) -> None:
    assert "AF102" in [each.code for each in report("authors.csv", text, resolver, policy).open]


@pytest.mark.parametrize("text", OTHER_TABLES.values(), ids=OTHER_TABLES)
def test_tables_without_institutions_ask_nothing(text: str, resolver: Resolver, policy: Policy) -> None:
    assert not report("authors.csv", text, resolver, policy).open


def test_yaml_of_a_journal_names_its_institution(resolver: Resolver, policy: Policy) -> None:
    text = "---\ntitle: T\nauthor:\n- name: Anna Muster\n  affiliation: a\naffiliations:\n- id: a\n"
    found = report(
        "paper.md", text + "  orgname: Beihang University\n  city: Beijing\n  country: China\n---\n", resolver, policy
    )
    assert [each.code for each in found.open] == ["AF202"]
