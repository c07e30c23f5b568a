"""Cyrillic names as e-mail addresses spell them."""

from __future__ import annotations

import pytest

from askfirst_checks.readers.light_markup.cyrillic import latin
from askfirst_checks.readers.light_markup.emails import owner


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Юлия Хитрова", "yuliya khitrova"),
        ("Юлия Хитрова", "iuliia hitrova"),
        ("Шевчук І.", "shevchuk i."),
        ("Ada", "Ada"),
    ],
)
def test_spellings(name: str, spelled: str) -> None:
    assert spelled in latin(name)


def test_whose_an_address_is() -> None:
    names = ["Иванова Анна", "Петров Виктор"]
    assert owner("v.petrov@wave.ru", names) == 1
    assert owner("anna.ivanova@wave.ru", names) == 0


@pytest.mark.parametrize("mail", ["office@wave.ru", "waves2026@wave.ru"])
def test_nobodys_address(mail: str) -> None:
    assert owner(mail, ["Иванова Анна", "Петров Виктор"]) is None
