"""Words that are none as they are written, and words that are."""

from __future__ import annotations

import pytest

from askfirst_checks.names.unread import is_reversed, unread_word

ODD = [
    ("Institute of Physics, P y o n g y a n g", "P y o n g y a n g"),
    ("Universität T.e.h.r.a.n.", "T.e.h.r.a.n"),
    ("T-e-h-e-r-a-n Institute", "T-e-h-e-r-a-n"),
    ("M\u2009o\u2009s\u2009c\u2009o\u2009w", "M\u2009o\u2009s\u2009c\u2009o\u2009w"),
    ("Institute, P\u0434o\u0433g\u0436ang", "P\u0434o\u0433g\u0436ang"),
    ("T\u03b4hr\u03bbn", "T\u03b4hr\u03bbn"),
    ("Y\u0567r\u0567van", "Y\u0567r\u0567van"),
    ("Ki\x85m Il Sung University", "Ki\x85m"),
    ("Tehr\u2028an Institute", "Tehr\u2028an"),
    ("Min\x1csk", "Min\x1csk"),
    ("Universit\ufffdt", "Universit\ufffdt"),
    ("Моск\x0cва", "Моск\x0cва"),
]
PLAIN = [
    "A. B. C. D. E. Muster, Universität Ulm",
    "I.N.F.N. Sezione di Pisa",
    "U. S. S. R. A. B. Institute",
    "C N R S",
    "Gruppe a b c d, e f g",
    "Vitamin B1 2 3 4 5 6",
    "北京University of Technology",
    "МГУMoscow",
    "Εθνικό Μετσόβιο Πολυτεχνείο, Athens",
    "Երևանի պետական համալսարան, Yerevan",
    "Московский физико-технический институт (MIPT)",
    "αInstitute, β Laboratory, Institute γ",
    "Mосква",
    "서울대학교 Seoul National University",
    "Sample University\u2028Oldtown",
    "Sample University\x0cOldtown",
    "Sample University,\x85of Oldtown",
    "Московский\u2028Институт",
]


@pytest.mark.parametrize(("text", "word"), ODD)
def test_an_odd_word_is_found(text: str, word: str) -> None:
    assert unread_word(text) == word


@pytest.mark.parametrize("text", PLAIN)
def test_words_of_one_script_and_initials_are_read(text: str) -> None:
    assert unread_word(text) == ""


def test_reversed_letters() -> None:
    assert is_reversed("\u202egnaygnoyP\u202c")
    assert not is_reversed("\u2067تهران\u2069 \u200fx")
