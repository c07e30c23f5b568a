"""One page: nothing to load or to run, all text escaped, stops first, legs behind, lists and regimes at the end."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from askfirst.cli import main
from askfirst.formats.excerpt import excerpt
from askfirst_checks.model import Span
from askfirst_checks.policy import load

HEAD = "name,affiliation\n"
BERLIN = 'A. Muster,"Universität Potsdam, 14476 Potsdam, Germany"\n'
KISU = 'B. Ri,"Kim Il Sung University, Pyongyang, DPR Korea"\n'
SHARIF = 'M. Sample,"Sharif University of Technology, Tehran, Iran"\n'
MOSCOW = 'I. Primer,"Lomonosov Moscow State University, Moscow, Russia"\n'
YEREVAN = 'K. Nmush,"Yerevan State University, Yerevan, Armenia"\n'
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</pre></article><iframe src=//x>",
    "&ltb&gt", "' onmouseover='alert(1)", "<!-- x", "]]>", "\u202egnuynoygnyP", "\x1b[31mred", "{title}", "%s",
]  # fmt: skip
VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a browser would see: tags with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)


def page(source: str) -> Page:
    read = Page()
    read.feed(source)
    read.close()
    assert read.open == [], "every tag is closed"
    return read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(folder: Path, rows: str, *options: str) -> str:
    (folder / "authors.csv").write_text(HEAD + rows, encoding="utf-8")
    main(["check", "authors.csv", "--format", "html", "-o", "out.html", "--date", "2026-11-23", *options])
    return (folder / "out.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("rows", [BERLIN, KISU, MOSCOW + KISU + SHARIF + YEREVAN], ids=["quiet", "one", "many"])
def test_nothing_runs_and_nothing_is_loaded(folder: Path, rows: str, language: str) -> None:
    read = page(shown(folder, rows, "--lang", language))
    assert {tag for tag, _ in read.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "form", "input"})
    for tag, attributes in read.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style")], tag
        assert attributes.get("href", "https://").startswith("https://")
    assert ("html", {"lang": language}) in read.tags
    (policy,) = [each["content"] for _, each in read.tags if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert "url(" not in shown(folder, rows)


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_manuscript_prints_stays_print(folder: Path, words: str) -> None:
    quoted = words.replace('"', '""')
    row = f'"X {quoted}","Kim Il Sung University {quoted}, Pyongyang, DPR Korea"\n'
    plain, hostile = page(shown(folder, KISU)), page(shown(folder, row))
    tags = [tag for tag, _ in hostile.tags]
    if "\u202e" in words:  # words that are printed backwards are asked about, too
        assert set(tags) == {tag for tag, _ in plain.tags}
    else:
        assert [tag for tag, _ in plain.tags] == tags, "no tag more and no tag less"
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", "".join(hostile.words))
    if words.isprintable():
        assert words in "".join(hostile.words)


def test_stops_first_and_legs_behind(folder: Path) -> None:
    read = shown(folder, MOSCOW + KISU + SHARIF)
    kinds = re.findall(r'<article class="([a-z ]+)">', read.partition("<details>")[0])
    assert kinds == ["stop", "ask leg", "stop", "ask"]
    numbers = re.findall(r'<span class="number">\[(\d)\]', read)
    assert numbers == ["1", "2", "3", "4"]
    words = "".join(page(read).words)
    assert words.index("decision under paragraph 11") < words.index("Does the draft hold anything of Annex II")


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ["Questions before this draft is sent", "whom to ask: BAFA", "not asked yet", "Where silence means"]),
        (
            "de",
            [
                "Fragen, bevor dieser Entwurf",
                "Ansprechstellen: BAFA",
                "noch nicht gefragt",
                "Wo Schweigen nichts besagt",
            ],
        ),
    ],
)
def test_in_both_languages(folder: Path, language: str, says: list[str]) -> None:
    words = "".join(page(shown(folder, KISU, "--lang", language)).words)
    assert [each for each in says if each not in words] == []


def test_the_words_are_marked_in_their_source(folder: Path) -> None:
    assert "<mark>Kim Il Sung University</mark>" in shown(folder, KISU)


@pytest.mark.parametrize("before", ["", "x ", "北京 ", "e\u0301 ", "﷽ "])
@pytest.mark.parametrize("words", ["WORDS", "北京大学", "Universita\u0308t"])
def test_the_mark_is_counted_in_characters(before: str, words: str) -> None:
    (line,) = excerpt(f"{before}{words} after", Span("f", 1, len(before) + 1, 1, len(before) + len(words) + 1), 80)
    first, last = line.characters()
    assert line.text[first:last] == words


@pytest.mark.parametrize("jurisdiction", ["de", "eu"])
def test_the_lists_and_what_silence_means(folder: Path, jurisdiction: str) -> None:
    policy = load(jurisdiction)
    words = "".join(page(shown(folder, BERLIN, "--jurisdiction", jurisdiction)).words)
    assert "No question is open here." in words
    for each in policy.lists:
        assert each.name.en in words
    silent, _, rest = words.partition("Where silence means nothing")[2].partition("What is asked about")
    for regime in policy.regimes:
        assert regime.name.en in (silent if regime.coverage == "pointer" else rest)
    assert ("Germany: AWV" in words) is (jurisdiction == "de")


def test_answered_questions_and_notes_are_folded(folder: Path) -> None:
    shown(folder, SHARIF + YEREVAN)
    given = ["--kind", "export-control-office", "--outcome", "no-licence-needed", "--answered", "2026-11-01"]
    said = ["--reference", "<b>1</b>", "--by", "A. Muster", "--shared"]
    assert main(["answer", "authors.csv", "AF201", *given, *said]) == 0
    source = shown(folder, SHARIF + YEREVAN)
    read = page(source)
    assert [tag for tag, _ in read.tags].count("details") == 2
    folded = source.partition("<details>")[2]
    assert "1 answered question" in folded
    assert "answered in .askfirst/answers/" in folded
    assert "2 notes" in folded
    assert "<b>1</b>" not in source


def test_a_measure_is_told_once(folder: Path) -> None:
    source = shown(
        folder,
        KISU + KISU.replace("B. Ri", "C. Pak").replace("Kim Il Sung University", "Kim Chaek University of Technology"),
    )
    assert source.count("Asks States to suspend scientific") == 1
    assert source.count("UN Security Council Resolution 2321 (2016), paragraph 11</b>") == 2


def test_no_script_of_an_address_is_a_link(folder: Path) -> None:
    (folder / "askfirst.toml").write_text('profile = "house.toml"\n')
    (folder / "house.toml").write_text('name = "<i>House</i>"\n[countries]\nAM = "ask"\n')
    source = shown(folder, YEREVAN)
    assert "&lt;i&gt;House&lt;/i&gt;" in source
    assert "<i>" not in source
