"""What the table prints is what pylatexenc prints; everything else is left to pylatexenc."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst_checks.readers.tex import plain_text as module

ACCENTED = [
    r"\"u", r"\'e", r"\`a", r"\^o", r"\~n", r"\v{s}", r"\c{c}", r"\c c", r"\H{o}", r"\k{a}", r"\r{a}", r"\u{g}", r"\=a",
    r"\.z", r"{\"u}", r"\"{u}", r"{\'\i}", r"\'{\i}", r"\ss{}", r"{\ss}", r"\ss ", r"\o{}", r"{\O}", r"\ae{}", r"\AA{}",
    r"\l{}", r"{\L}", r"\aa{}", r"\i{}",
]  # fmt: skip
WORDS = [
    "Institut",
    "für",
    "Physik",
    "Universit",
    "of",
    "St.",
    "O'Brien",
    "(KIT)",
    "12489",
    "Max-Born",
    ",",
    "北京",
    "д",
]
OTHER = ["~", "--", "---", "``", "''", r"\&", "{", "}", "{}", " ", "\n"]


@st.composite
def fragments(draw):
    parts = draw(st.lists(st.sampled_from([*ACCENTED, *WORDS, *OTHER]), max_size=12))
    return "".join(parts)


def folded(text: str | None) -> str:
    return module._SPACE.sub(" ", (text or "").translate(module._GONE)).strip()


@settings(max_examples=1500, deadline=None)
@given(fragments())
def test_table_and_pylatexenc_agree(fragment):
    if (by_table := module._by_table(fragment)) is not None and module.sound(fragment):
        assert folded(by_table) == folded(module._convert(fragment))


@pytest.mark.parametrize("accented", ACCENTED)
def test_every_accent_is_in_the_table(accented):
    text = f"Universit{accented}x"
    assert folded(module._by_table(text)) == folded(module._convert(text))


@pytest.mark.parametrize("fragment", [r"\textbf{A}", "$^1$", r"\unknown{A}", r"A & \B", "50\\%", r"\,", "x^2", "~?`"])
def test_everything_else_is_left_to_pylatexenc(fragment):
    assert module._by_table(fragment) is None


@pytest.mark.parametrize(
    ("fragment", "printed"),
    [
        (r"Institut f\"ur Physik", "Institut für Physik"),
        (r"Ko\c{c} University", "Koç University"),
        (r"L\'{e}vy--Bruhl", "Lévy–Bruhl"),
        (r"{\L}{\'o}d{\'z}", "Łódź"),
        (r"A~\& B", "A & B"),
        (r"``Gh. Asachi''", "“Gh. Asachi”"),
        (r"\textbf{Bold} name", "Bold name"),
        (r"\textbf{Mu\~noz}~A.", "Muñoz A."),
    ],
)
def test_printed(fragment, printed):
    assert module.plain(fragment) == printed
