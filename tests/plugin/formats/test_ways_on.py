"""Every output that shows a question shows how to go on: asked already, not yet, not this institution."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from askfirst.cli import main

KIM = "Kim Il Sung University, Pyongyang, DPR Korea"
SHARIF = "Sharif University of Technology, Tehran, Iran"
LIST = 'name,affiliation\nA. Muster,"{}"\n'
WAYS = {
    "en": ("asked already: ", "not yet: askfirst draft", "not this institution: "),
    "de": ("schon gefragt: ", "noch nicht: askfirst draft", "nicht diese Einrichtung: "),
}
Render = Callable[..., str]


@pytest.fixture
def render(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Render:
    """Check author lists with these contents, in one format and language."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def rendered(form: str, language: str, **contents: str) -> str:
        for name, content in contents.items():
            (tmp_path / f"authors-{name}.csv").write_text(content)
        main(["check", "--date", "2026-11-29", "--format", form, "--lang", language])
        return capsys.readouterr().out

    return rendered


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("form", ["full", "concise"])
@pytest.mark.parametrize("affiliation", [KIM, SHARIF, "Lomonosov Moscow State University, Moscow, Russia"])
def test_a_question_has_three_ways_on(render: Render, affiliation: str, form: str, language: str) -> None:
    out = render(form, language, one=LIST.format(affiliation))
    assert all(way in out for way in WAYS[language])
    assert "--not-this" in out


def test_one_line_for_all_documents(render: Render) -> None:
    out = render("concise", "de", one=LIST.format(KIM), two=LIST.format(SHARIF))
    assert out.count("noch nicht: askfirst draft DATEI") == 1
    assert "noch nicht: askfirst draft authors-one.csv" in render("concise", "de", two=LIST.format("ETH Zürich"))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "content",
    [
        LIST.format("Institut für Physik, Universität Potsdam, 14476 Potsdam, Germany"),
        LIST.format("Yerevan State University, Yerevan, Armenia"),  # a note
        "name,affiliation\n",
    ],
)
def test_without_a_question_there_is_no_way_on(render: Render, content: str, language: str) -> None:
    out = render("concise", language, one=content)
    assert not any(way in out for way in WAYS[language])
