"""Every sentence a person can see, both languages side by side: ``python tests/plugin/sentences.py --lang de -o FILE``.

It walks the code (``Text(en, de)`` and ``{"en": ..., "de": ...}``), the pages of the rules, the data of the policy,
the add-on's Fluent files and the editors' words, so that a second reader can read them all aloud. One row a sentence:
its number, where it stands, the sentence. A number belongs to both languages of the same sentence.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (ROOT / "checks" / "askfirst_checks", ROOT / "plugin" / "askfirst")
POLICY = PACKAGES[0] / "policy" / "data"
_SCRIPT = re.compile(r"^  (\w+): (?:\(\w+\) => )?[\"`](.*)[\"`],$", re.MULTILINE)
"""a key of the editor extension's words and its sentence"""
COLUMNS = {"countries.tsv": (1, 2), "lists.tsv": (3, 4), "regimes.tsv": (2, 3), "offices.tsv": (3, 4)}
"""data tables with words a person sees: the columns of the English and the German one"""


class Sentence(NamedTuple):
    """One sentence in both languages."""

    place: str
    """file and line, relative to the repository"""
    en: str
    de: str

    def said(self, language: str) -> str:
        """The sentence in *language*, on one line."""
        return " ".join((self.de if language == "de" else self.en).split())


def collect() -> list[Sentence]:
    """All of them, in the order of the files; a sentence that stands twice is given once."""
    found = [*code(), *pages(), *data(), *tables(), *fluent(), *editors()]
    return list({(each.en, each.de): each for each in reversed(found)}.values())[::-1]


def code() -> Iterator[Sentence]:
    """The pairs that stand in the code of both packages."""
    for path in sorted(path for package in PACKAGES for path in package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if pair := _pair(node):
                yield Sentence(f"{_place(path)}:{getattr(node, 'lineno', 0)}", *pair)


def _pair(node: ast.AST) -> tuple[str, str] | None:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Text", "Wording") and len(node.args) >= 2:
        return _both(node.args[0], node.args[1])
    if isinstance(node, ast.Dict):
        keys = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
        if "en" in keys and "de" in keys:
            return _both(node.values[keys.index("en")], node.values[keys.index("de")])
    return None


def _both(en: ast.expr, de: ast.expr) -> tuple[str, str] | None:
    words = _words(en), _words(de)
    return words if words[0] and words[1] else None


def _words(node: ast.expr) -> str:
    """The words of a constant; of an f-string with its braces; of a name nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            each.value if isinstance(each, ast.Constant) else f"{{{ast.unparse(each.value)}}}" for each in node.values
        )
    return ""


def pages() -> Iterator[Sentence]:
    """The rules' pages, paragraph by paragraph."""
    from askfirst_checks import rules

    for name in rules.names():
        page = rules.page(name).page
        english, german = page.en.split("\n\n"), page.de.split("\n\n")
        for number, (en, de) in enumerate(zip(english, german, strict=True), 1):
            yield Sentence(f"rules/{name}, paragraph {number}", en, de)


def data() -> Iterator[Sentence]:
    """The sentences of measures, jurisdictions and profiles."""
    for path in sorted(POLICY.rglob("*.toml")):
        for key, en, de in _tables(tomllib.loads(path.read_text("utf-8"))):
            yield Sentence(f"{_place(path)}: {key}", en, de)


def _tables(value: object, key: str = "") -> Iterator[tuple[str, str, str]]:
    if isinstance(value, list):
        for each in value:
            yield from _tables(each, key)
    if not isinstance(value, dict):
        return
    if isinstance(value.get("en"), str) and isinstance(value.get("de"), str):
        yield key, value["en"], value["de"]
        return
    for name, each in value.items():
        german = value.get(f"{name}_de")
        if isinstance(each, str) and isinstance(german, str):
            yield name, each, german
        yield from _tables(each, name)


def tables() -> Iterator[Sentence]:
    """The words of the tab-separated tables."""
    for name, (en, de) in COLUMNS.items():
        for number, line in enumerate((POLICY / name).read_text("utf-8").splitlines(), 1):
            cells = line.split("\t")
            if not line.startswith("#") and len(cells) > de:
                yield Sentence(f"{name}:{number}", cells[en], cells[de])
                if name == "regimes.tsv":
                    yield Sentence(f"{name}:{number}", cells[4], cells[5])


def fluent() -> Iterator[Sentence]:
    """The add-on's words."""
    folder = ROOT / "zotero_addon" / "locale"
    english, german = (_messages(folder / name / "askfirst.ftl") for name in ("en-US", "de"))
    for key, en in english.items():
        yield Sentence(f"zotero_addon: {key}", en, german[key])


def _messages(path: Path) -> dict[str, str]:
    """Key and words of each message and attribute; lines that go on are joined."""
    found: dict[str, str] = {}
    head = key = ""
    for line in path.read_text("utf-8").splitlines():
        if match := re.match(r"(\s+\.)?([A-Za-z][\w-]*)\s*=\s*(.*)", line):
            head = head if match[1] else match[2]
            key = f"{head}.{match[2]}" if match[1] else match[2]
            found[key] = match[3]
        elif line[:1].isspace() and line.strip():
            found[key] += " " + line.strip()
    return {key: words for key, words in found.items() if words}


def editors() -> Iterator[Sentence]:
    """The words of the editor extension."""
    folder = PACKAGES[1] / "editors" / "vscode"
    english, german = (json.loads((folder / f"package.nls{end}.json").read_text("utf-8")) for end in ("", ".de"))
    for key, en in english.items():
        yield Sentence(f"vscode: {key}", en, german[key])
    script = (folder / "src" / "words.ts").read_text("utf-8")
    en, de = (dict(_SCRIPT.findall(part)) for part in script.partition("const DE")[::2])
    for key, words in en.items():
        yield Sentence(f"vscode: {key}", words, de[key])


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def main() -> None:
    """Write the list of one language."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--lang", choices=("en", "de"), default="en")
    parser.add_argument("-o", dest="file", type=Path)
    arguments = parser.parse_args()
    rows = [f"{n}\t{each.place}\t{each.said(arguments.lang)}\n" for n, each in enumerate(collect(), 1)]
    if arguments.file:
        arguments.file.write_text("".join(rows), "utf-8")
    else:
        sys.stdout.writelines(rows)


if __name__ == "__main__":
    main()
