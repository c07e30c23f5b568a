"""Papers whose title, authors and places stand twice: each head has marks and places of its own."""

from __future__ import annotations

import pytest
from tests.checks.readers.word.title_page.pages import RU_TEXT, SEAS, WAVES, page, people, tied

RU = ("УДК 004.1", "ВОЛНЫ В ХОЛОДНОЙ ВОДЕ", "Иванова А.Б., Петров В.Г.", WAVES, "e-mail: ivanova@wave.ru")
EN = ("WAVES IN COLD WATER: RESEARCH", "Ivanova A.B., Petrov V.G.", "Institute of Waves, Moscow", "ivanova@wave.ru")
EN_TEXT = ("Abstract. We look at water.", "Keywords: water.")
BODY = ("Введение", "Текст. " * 90, "Литература", "Иванов И. Волны в воде и в море. Москва, 2010. 200 с.")
UNSAID = "В работе мы смотрим на воду и на волны. " * 6
SAME = [
    ("Иванова А.Б.", (WAVES,), ("ivanova@wave.ru",)),
    ("Петров В.Г.", (WAVES,), ()),
    ("Ivanova A.B.", ("Institute of Waves, Moscow",), ("ivanova@wave.ru",)),
    ("Petrov V.G.", ("Institute of Waves, Moscow",), ()),
]

ORDERS = {
    "one behind the other": (*RU, *RU_TEXT, *EN, *EN_TEXT),
    "annotation": (*RU, *RU_TEXT, *EN, "Annotation", "We look at water."),
    "both heads first": (*RU, *EN, *RU_TEXT, *EN_TEXT),
    "the other at the end": (*RU, *RU_TEXT, *BODY, *EN, *EN_TEXT),
    "an abstract that nothing announces": (*RU, UNSAID, RU_TEXT[1], *EN, UNSAID, EN_TEXT[1], *BODY),
    "an abstract that nothing announces, no key words": (*RU, UNSAID, *EN, EN_TEXT[0]),
}


@pytest.mark.parametrize("name", ORDERS)
def test_both_heads_are_read(name: str) -> None:
    assert people(page(*ORDERS[name])) == SAME


def test_each_head_has_its_own_marks() -> None:
    ru = ("Волны в воде", "А.Б. Иванова^1^, В.Г. Петров^2^", f"^1^{WAVES}", f"^2^{SEAS}")
    en = (
        "Waves in water",
        "A.B. Ivanova^1^, V.G. Petrov^2^",
        "^1^Institute of Waves, Moscow",
        "^2^Sea University, Tomsk",
    )
    assert [places for _, places in tied(page(*ru, *en, *RU_TEXT))] == [(0,), (1,), (2,), (3,)]


def test_names_that_stand_again_without_places_have_the_same() -> None:
    seen = page(*RU, *RU_TEXT, EN[0], EN[1], *EN_TEXT)
    assert [places for _, places, _ in people(seen)] == [(WAVES,)] * 4
    assert not seen.problems


def test_both_scripts_in_one_line() -> None:
    lines = ("Волны в воде / Waves in water", "Анна Иванова / Anna Ivanova", f"{WAVES} / Institute of Waves, Moscow")
    assert tied(page(*lines, *RU_TEXT)) == [("Анна Иванова", (0,)), ("Anna Ivanova", (1,))]


PERSON = {
    "posts on lines": ("Иванова Анна Борисовна,", "кандидат технических наук, доцент,", WAVES),
    "posts beside": (f"Иванова А.Б., к.т.н., доцент, {WAVES}",),
    "post before the place": ("ИВАНОВА Анна Борисовна", f"аспирант, {WAVES}"),
    "numbers before": ("^1^Иванова А.Б., ^1^Петров В.Г.", f"^1^{WAVES}"),
    "numbers that nobody raised": ("Иванова А.Б.1, Петров В.Г.1", f"1{WAVES}"),
    "Ukrainian": ("Шевчук І.Є.", f"доцент, {WAVES}"),
}


@pytest.mark.parametrize("name", PERSON)
def test_a_place_is_read_without_the_post(name: str) -> None:
    seen = page("Волны в холодной воде", *PERSON[name], *RU_TEXT)
    assert [each.text for each in seen.affiliations] == [WAVES]
    assert all(each.affiliations == (0,) for each in seen.authors)


def test_persian() -> None:
    seen = page(
        "امواج در آب سرد", "سارا محمدی، رضا کریمی", "دانشکده فیزیک، دانشگاه تهران، تهران، ایران", "چکیده", "متن."
    )
    assert tied(seen) == [("سارا محمدی", (0,)), ("رضا کریمی", (0,))]


SILENT = {
    "who the authors are": (*RU, *RU_TEXT, *BODY, "Иванова Анна Борисовна – доцент, Институт волн, Москва."),
    "a chapter": (*RU, *RU_TEXT, *BODY, "Российская Федерация", "Нижний Новгород", "Заключение"),
    "a summary of somebody else": (*RU, *RU_TEXT, *BODY, "Summary", "A. B. Feld looked at water in Oslo."),
}


@pytest.mark.parametrize("name", SILENT)
def test_nobody_is_added(name: str) -> None:
    assert people(page(*SILENT[name])) == SAME[:2]


@pytest.mark.parametrize("body", ["ГБОУ ВО НГПУ", "ФГБУН ФИЦ Проба", "АНО ВО ВПУ", "ЦНИИ Волна"])
def test_a_legal_form_alone_tells_an_institution(body: str) -> None:
    head = ("УДК 519.2", "Б. В. Пробин", "ст. преподаватель кафедры «Волны»", body, "ВОЛНЫ В ВОДЕ")
    (author,) = people(page(*head, *RU_TEXT))
    assert author[0] == "Б. В. Пробин"
    assert body in author[1][0]
