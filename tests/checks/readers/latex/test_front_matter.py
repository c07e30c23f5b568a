"""Title, abstract, keywords, notes; author details beside names and affiliations."""

from __future__ import annotations

from askfirst_checks.model import Manuscript, Unreadable
from askfirst_checks.readers.latex import read
from askfirst_checks.words import same


class One:
    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, path: str) -> bytes:
        if path != "p.tex":
            raise Unreadable(same("not there"))
        return self.text.encode()

    def exists(self, path: str) -> bool:
        return path == "p.tex"


def of(text: str) -> Manuscript:
    return read(One(text), "p.tex")


def test_title_without_its_thanks_and_breaks() -> None:
    assert of("\\title[Short]{On \\emph{samples}\\thanks{Draft.}\\\\ and trials}").title == "On samples and trials"


def test_abstract_in_an_environment_or_an_argument() -> None:
    assert of("\\begin{abstract}We sample $x$.\\end{abstract}").abstract == "We sample x."
    assert of("\\abstract{We sample.}").abstract == "We sample."
    assert of("\\abstract{Context.}{Aims.}").abstract.startswith("Context.")


def test_keywords_by_any_separator() -> None:
    assert of("\\keywords{laser; plasma, router}").keywords == ("laser", "plasma", "router")
    assert of("\\begin{keyword}laser \\sep plasma\\end{keyword}").keywords == ("laser", "plasma")
    assert of("\\begin{IEEEkeywords}Laser, plasma.\\end{IEEEkeywords}").keywords == ("Laser", "plasma")


def notes(text: str) -> list[tuple[str, str]]:
    return [(n.kind, n.text) for n in of("\\author{Anna Probe}\\affiliation{Sample University}" + text).notes]


def test_acknowledgements_and_funding_in_every_form() -> None:
    assert notes("\\section*{Acknowledgements}\nWe thank X.\n\n\\section{Next} No.") == [
        ("acknowledgement", "We thank X.")
    ]
    assert notes("\\begin{acks}We thank X.\\end{acks}") == [("acknowledgement", "We thank X.")]
    assert notes("\\ack{We thank X.}") == [("acknowledgement", "We thank X.")]
    assert notes("\\funding{Grant 1 of Y.}") == [("funding", "Grant 1 of Y.")]
    assert notes("\\section*{Funding} Grant 1 of Y.\n\\bibliography{r}") == [("funding", "Grant 1 of Y.")]
    assert notes("\\section*{Danksagung} Wir danken X.\\end{document}") == [("acknowledgement", "Wir danken X.")]


def test_present_addresses_are_affiliations_of_that_kind() -> None:
    manuscript = of("\\author{Anna Probe}\\address{Sample University}\\curraddr{Trial Institute, Newtown}")
    assert [(a.text, a.kind, a.owners) for a in manuscript.affiliations] == [
        ("Sample University", "affiliation", (0,)),
        ("Trial Institute, Newtown", "present-address", (0,)),
    ]


def test_a_thanks_beside_an_affiliation_stays_a_note() -> None:
    manuscript = of("\\author{Anna Probe\\thanks{On leave at Trial Institute, Newtown}\\\\ Sample University}")
    assert [a.text for a in manuscript.affiliations] == ["Sample University"]
    assert [(n.kind, n.text, n.owners) for n in manuscript.notes] == [
        ("note", "On leave at Trial Institute, Newtown", (0,))
    ]


def test_corresponding_authors() -> None:
    manuscript = of(
        "\\author[a]{Anna Probe\\corref{c}}\\author[a]{Bruno Probe}\\cortext[c]{Corresponding author: a@s.example}"
        "\\address[a]{Sample University}"
    )
    assert [p.corresponding for p in manuscript.authors] == [True, False]


def test_an_address_that_fits_nobody_stays_apart() -> None:
    manuscript = of(
        "\\author[1]{Anna Probe}\\author[1]{Bruno Modell}\\affil[1]{S University}\\corres{office@s.example}"
    )
    assert [a.text for a in manuscript.addresses] == ["office@s.example"]
    assert [p.addresses for p in manuscript.authors] == [(), ()]


def test_the_author_block_is_the_first_author() -> None:
    manuscript = of("\n\n\\author{Anna Probe}\\affiliation{Sample University}")
    assert manuscript.author_block == manuscript.authors[0].span
    assert manuscript.author_block is not None
    assert manuscript.author_block.line == 3


def test_e_mail_places() -> None:
    manuscript = of("\\author{Anna Probe}\n\\email{anna\\_p@s.example}\\affiliation{Sample University}")
    address = manuscript.authors[0].addresses[0]
    assert (address.text, address.span.line, address.span.column, address.span.end_column) == (
        "anna_p@s.example",
        2,
        8,
        25,
    )
