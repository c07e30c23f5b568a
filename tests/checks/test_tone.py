"""Every word that a person can see asks, and none of them accuses, absolves, or reads as a boycott (section 7 AWV)."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from askfirst_checks import policy, rules
from askfirst_checks.words import Text

ROOT = Path(__file__).resolve().parents[2]
ACCUSES = re.compile(
    r"\b(suspicious|concerning|violat\w+|cleared|complian\w+|forbid\w*|prohibit\w*|guilty|offend\w*|blacklist\w*)\b"
    r"|verdächtig|bedenklich|verstoß|verstöß|konform|verboten|\bverbot\b|schuldig|unzulässig|schwarze liste",
    re.IGNORECASE,
)
BOYCOTT = re.compile(
    r"\b(?:do|does|must|should|will|shall|may)(?: not|n't) (?:co-?operate|collaborate|work|publish|write)\b"
    r"|\b(?:stop|cease|avoid|refuse|decline) (?:working|cooperating|collaborating|publishing|to work|to co-?operate)"
    r"|\bno (?:cooperation|collaboration) with\b"
    r"|\bnicht (?:mehr )?(?:mit \w+ )?(?:zusammenarbeiten|kooperieren|veröffentlichen)\b|\bkeine Zusammenarbeit mit\b",
    re.IGNORECASE,
)


def sentences() -> Iterator[tuple[str, str]]:
    """Every text constant of both packages, the pages of the rules, and the sentences of the policy data."""
    for path in sorted([*ROOT.glob("checks/askfirst_checks/**/*.py"), *ROOT.glob("plugin/askfirst/**/*.py")]):
        if "names" not in path.parts:
            yield from constants(path)
    for path in sorted(Path(policy.DATA).glob("**/*.toml")):
        yield from ((path.name, text) for text in texts_of(tomllib.loads(path.read_text("utf-8"))))


def constants(path: Path) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    shown = path.parent.name == "rules" and path.name.startswith("af")
    unseen = set() if shown else {id(each) for each in docstrings(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unseen:
            yield f"{path.name}:{node.lineno}", node.value


def docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


def test_no_word_accuses_or_absolves() -> None:
    found = [(place, match.group()) for place, text in sentences() if (match := ACCUSES.search(text))]
    assert found == []


def test_no_sentence_reads_as_a_boycott() -> None:
    found = [(place, match.group()) for place, text in sentences() if (match := BOYCOTT.search(" ".join(text.split())))]
    assert found == []


@pytest.mark.parametrize(
    "sentence",
    ["A suspicious author", "This is a VIOLATION.", "Sie sind unbedenklich.", "ein Verstoß", "konform", "is cleared"],
)
def test_the_words_are_found_where_they_stand(sentence: str) -> None:
    assert ACCUSES.search(sentence)


@pytest.mark.parametrize(
    "sentence", ["We do not work with institutions there.", "Avoid working with it.", "keine Zusammenarbeit mit Iran"]
)
def test_a_boycott_is_found_where_it_stands(sentence: str) -> None:
    assert BOYCOTT.search(sentence)


@pytest.mark.parametrize("code", rules.names())
def test_every_rule_has_its_page_in_both_languages(code: str) -> None:
    module = rules.load(code)
    page = rules.page(code)
    assert code == module.CODE == page.code
    assert module.__name__.endswith(f"{code.lower()}_{module.NAME.en.replace('-', '_')}")
    assert page.name.en != page.name.de
    for heading in ("What it sees.", "Why it matters.", "What to do.", "Level:", "Works offline."):
        assert heading in page.page.en
    for heading in ("Was die Regel sieht.", "Warum es darauf ankommt.", "Was zu tun ist.", "Stufe:", "Arbeitet ohne"):
        assert heading in page.page.de


@pytest.mark.parametrize("name", ["AF101", "af101", "suspended-cooperation", "ausgesetzte-Zusammenarbeit", " AF101 "])
def test_a_page_is_found_by_code_and_by_name(name: str) -> None:
    assert rules.page(name).code == "AF101"


@pytest.mark.parametrize("name", ["AF999", "", "suspended", "../af101", "AF"])
def test_a_page_that_does_not_exist_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        rules.page(name)


@pytest.mark.parametrize("code", [code for code in rules.names() if code[2] != "5"])
def test_what_a_rule_asks_is_a_question_in_both_languages(code: str) -> None:
    texts = [each for each in vars(rules.load(code)).values() if isinstance(each, Text)]
    questions = [text for text in texts if "?" in text.en]
    assert all("?" in text.de for text in questions)
