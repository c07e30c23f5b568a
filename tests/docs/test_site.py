"""The site is whole in both languages and loads nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.docs.parts import ROOT, part

from askfirst_checks import rules

PAGES = sorted(each.name for each in (ROOT / "docs/en").glob("*.md"))
JUDGING = re.compile(
    r"\b(forbidden|prohibited|suspicious|concerning|cleared|compliant|verboten|verdächtig|unbedenklich|bedenklich)",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("material", reason="pip install -e '.[docs]'")
    made: Path = part("build").build(tmp_path_factory.mktemp("site"))
    return made


def test_every_page_is_there_in_both_languages() -> None:
    assert sorted(each.name for each in (ROOT / "docs/de").glob("*.md")) == PAGES
    for language in ("", "de."):
        settings = (ROOT / f"docs/mkdocs.{language}yml").read_text("utf-8")
        for page in PAGES:
            assert f": {page}\n" in settings


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_pages_ask_and_do_not_judge(language: str) -> None:
    for page in PAGES:
        text = (ROOT / "docs" / language / page).read_text("utf-8")
        assert not JUDGING.search(text), page
        assert len(re.findall("^# ", text, re.M)) == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_links_hold_in_the_repository_too(language: str) -> None:
    for page in [ROOT / "docs" / language / each for each in PAGES]:
        for address in re.findall(r"\]\(([^()\s]+)\)", page.read_text("utf-8")):
            assert "://" in address or (page.parent / address.partition("#")[0]).exists(), f"{page.name}: {address}"


def test_both_languages_say_the_same_amount() -> None:
    for page in PAGES:
        english, german = ((ROOT / "docs" / each / page).read_text("utf-8") for each in ("en", "de"))
        for mark in ("^#+ ", "^\\|", "^- ", "^[0-9]+\\. "):
            assert len(re.findall(mark, english, re.M)) == len(re.findall(mark, german, re.M)), (page, mark)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    assert part("build").loaded_from_outside(site) == []


def test_each_rule_has_its_page(site: Path) -> None:
    for folder in (site, site / "de"):
        assert {each.stem for each in (folder / "rules").glob("af*.html")} == {code.lower() for code in rules.names()}
    assert "Was zu tun ist." in (site / "de/rules/af101.html").read_text("utf-8")


def test_links_lead_somewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        for address in _addresses(page):
            if not re.match(r"[a-z]+:|//|#|\.$", address) and page.name != "404.html":
                assert (page.parent / address.partition("#")[0].partition("?")[0]).exists(), (
                    f"{page.relative_to(site)}: {address}"
                )


def _addresses(page: Path) -> list[str]:
    found: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value for name, value in attrs if name in ("href", "src") and value)

    Links().feed(page.read_text("utf-8"))
    return found


LOADED = [
    '<script src="https://cdn.example/a.js"></script>',
    '<img src="//cdn.example/a.png">',
    '<link rel="stylesheet" href="https://fonts.example/css">',
    "<style>@import 'https://fonts.example/css';</style>",
    '<p style="background: url(https://cdn.example/a.png)">',
    '<svg><use href="https://cdn.example/a.svg#b"></use></svg>',
]
QUIET = [
    '<a href="https://eur-lex.europa.eu/eli/dec/2017/345/oj">the act</a>',
    '<img src="../pictures/a.svg">',
    '<img src="data:image/png;base64,AA//BB==">',
    "<p>https://cdn.example/a.js is only named</p>",
    '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    '<link rel="icon" href="assets/a.png">',
]


@pytest.mark.parametrize("page", LOADED)
def test_what_loads_is_found(page: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert len(part("build").loaded_from_outside(tmp_path)) == 1


@pytest.mark.parametrize("page", QUIET)
def test_what_somebody_has_to_follow_loads_nothing(page: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert part("build").loaded_from_outside(tmp_path) == []
