"""Degrees and posts, and names that look like them."""

from __future__ import annotations

import pytest

from askfirst_checks.readers.light_markup.credentials import is_credential, place_start, uncredited

ONES = (
    "Ph.D.", "PhD candidate", "M.Sc.", "MD-PhD", "MD MPH", "RDCS", "ScB", "B.Sc.N.", "Associate Professor",
    "Professor of Physics", "Doktorandin", "Privatdozent", "к.т.н.", "д.ф.-м.н.", "к.ф-м.н.", "ст. преподаватель",
    "старший научный сотрудник", "канд. техн. наук", "студент 2 курса", "Profesora", "Maître de conférences",
)  # fmt: skip
NONE = (
    "Ada Feld",
    "Ma Li",
    "BO RI",
    "ADA FELD",
    "Sam Student",
    "Иванова А.Б.",
    "Feld",
    "Institute of Waves",
    "Li Wei",
    "O'Hara",
)


@pytest.mark.parametrize("text", ONES)
def test_credentials(text: str) -> None:
    assert is_credential(text)


@pytest.mark.parametrize("text", NONE)
def test_names_are_none(text: str) -> None:
    assert not is_credential(text)


@pytest.mark.parametrize("text", ["Ada Feld, M.Sc.", "Ada Feld PhD", "Ada Feld MD, MPH", "Ada Feld, Ph.D. candidate"])
def test_degrees_behind_a_name(text: str) -> None:
    assert uncredited(text) == "Ada Feld"


@pytest.mark.parametrize("text", ["Yo-Yo Ma", "Li MA", "Jack Ma", "Wei Ba", "Ada B. Dr", "Ada Feld"])
def test_a_family_name_stays(text: str) -> None:
    assert uncredited(text) == text


PLACES = {
    "Assistant Professor, Department of Waves, Bonn University": "Department of Waves, Bonn University",
    "Professor and Student, Department of Waves": "Department of Waves",
    "Ph.D. in Physics, Assoc. Prof. of the Department of Seas": "Department of Seas",
    "ст. преподаватель кафедры волн": "кафедры волн",
    "студент, ИИТ РТУ": "ИИТ РТУ",
}
SAME = (
    "Research Institute of Seas",
    "Graduate School of Science, Oslo University",
    "Doctoral School, Bonn University",
    "Engineer Institute",
    "студент, волны",
)


@pytest.mark.parametrize("text", PLACES)
def test_the_place_behind_a_post(text: str) -> None:
    assert text[place_start(text) :] == PLACES[text]


@pytest.mark.parametrize("text", SAME)
def test_a_place_that_begins_so_is_whole(text: str) -> None:
    assert place_start(text) == 0
