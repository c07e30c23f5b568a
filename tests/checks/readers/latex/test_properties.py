"""What never changes what is read: comments, line breaks, TeX accents, spaces, a user's macro for an institute."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst_checks.model import Manuscript
from askfirst_checks.readers.latex import read

ACCENTS = {"\u0301": "'", "\u0300": "`", "\u0308": '"', "\u0302": "^", "\u0303": "~", "\u030c": "v ", "\u0327": "c "}
GIVEN = st.sampled_from(["Anna", "Jörg", "Željko", "Chol-Jun", "María José", "A. B.", "François", "Ines"])
FAMILY = st.sampled_from(["Probe", "Müller", "Ángel", "van der Beispiel", "Dvořák", "Ri", "O'Sample", "Çelik"])
PLACES = st.sampled_from(
    ["Sample University, Oldtown, UK", "Institut für Proben, 12489 Berlin, Germany", "Académie d'Échantillons, Paris"]
)
PEOPLE = st.lists(
    st.tuples(GIVEN, FAMILY, st.lists(PLACES, min_size=1, max_size=2, unique=True)),
    min_size=1,
    max_size=4,
    unique_by=lambda p: (p[0], p[1]),
)


class One:
    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, path: str) -> bytes:
        return self.text.encode()

    def exists(self, path: str) -> bool:
        return False


People = list[tuple[str, str, list[str]]]


def marked(people: People) -> str:
    """All in one author argument, superscripts and numbered lines."""
    places = list(dict.fromkeys(p for person in people for p in person[2]))
    names = ", ".join(f"{g} {f}$^{{{','.join(str(places.index(p) + 1) for p in own)}}}$" for g, f, own in people)
    lines = "\\\\\n".join(f"$^{{{n + 1}}}${place}" for n, place in enumerate(places))
    return f"\\author{{{names}\\\\\n{lines}}}"


def separate(people: People) -> str:
    """A macro for each author and each affiliation."""
    return "\n".join(f"\\author{{{g} {f}}}\n" + "\n".join(f"\\affiliation{{{p}}}" for p in own) for g, f, own in people)


FORMS = st.sampled_from([marked, separate])


def told(text: str) -> list[tuple[str, list[str]]]:
    manuscript: Manuscript = read(One(text), "p.tex")
    return [
        (unicodedata.normalize("NFC", p.name), sorted(manuscript.affiliations[n].text for n in p.affiliations))
        for p in manuscript.authors
    ]


def truth(people: People) -> list[tuple[str, list[str]]]:
    return [(f"{g} {f}", sorted(own)) for g, f, own in people]


def in_tex(text: str) -> str:
    """Letters with diacritics as TeX writes them."""
    out = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        out += f"\\{ACCENTS[parts[1]]}{{{parts[0]}}}" if len(parts) == 2 and parts[1] in ACCENTS else char
    return out


@given(people=PEOPLE, form=FORMS)
@settings(deadline=None)
def test_reads_the_truth(people: People, form: object) -> None:
    assert callable(form)
    assert told(form(people)) == truth(people)


@given(people=PEOPLE, form=FORMS)
@settings(deadline=None)
def test_accents_in_tex(people: People, form: object) -> None:
    assert callable(form)
    assert told(in_tex(form(people))) == truth(people)


@given(people=PEOPLE, form=FORMS, data=st.data())
@settings(max_examples=200, deadline=None)
def test_comments_and_line_ends_at_spaces(people: People, form: object, data: st.DataObject) -> None:
    assert callable(form)
    out = ""
    for char in form(people):
        if char == " ":
            out += data.draw(st.sampled_from([" ", "\n", "  ", " % \\author{Old Name}\n  ", "\n  ", "~"]))
        else:
            out += char
    assert told(out) == truth(people)


@given(people=PEOPLE, form=FORMS, filler=st.text(alphabet="ab{}\\$%&#_^~ \n[]", max_size=60))
@settings(deadline=None)
def test_what_follows_the_block_changes_nothing(people: People, form: object, filler: str) -> None:
    assert callable(form)
    assert told(form(people) + "\n\\end{document}\n" + filler) == truth(people)


@given(people=PEOPLE)
@settings(deadline=None)
def test_institutes_as_macros(people: People) -> None:
    text = separate(people)
    places = list(dict.fromkeys(p for person in people for p in person[2]))
    for number, place in enumerate(places):
        text = text.replace("{" + place + "}", "{\\inst" + "abc"[number] + "}")
    head = "".join(f"\\newcommand{{\\inst{'abc'[n]}}}{{{place}}}\n" for n, place in enumerate(places))
    assert told(head + text) == truth(people)


SCRAPS = st.sampled_from(
    [
        *"\\{}[]$^~%&#_@,;. \nAb1é中*",
        *("\\author{", "\\affiliation{", "\\and", "\\\\", "\\email{", "\\inst{1}"),
        *("\\input{p}", "\\def\\x{", "\\thanks{", "\\institute{", "\\x"),
    ]
)


@given(text=st.lists(SCRAPS, max_size=80).map("".join))
@settings(max_examples=400, deadline=None)
def test_never_raises_and_every_span_lies_in_its_file(text: str) -> None:
    manuscript = read(One(text), "p.tex")
    lines = text.split("\n")
    spans = [p.span for p in manuscript.authors] + [a.span for a in (*manuscript.affiliations, *manuscript.notes)]
    for span in spans + [p.span for p in manuscript.problems]:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 1
