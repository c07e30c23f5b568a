"""The pages that are not written here: the READMEs, and one page a rule. mkdocs calls the ``on_...`` functions."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

from askfirst_checks import rules
from askfirst_checks.policy import load

ROOT = Path(__file__).resolve().parent.parent
HANDBOOK = {
    "README.md": ("handbook/overview.md", "Overview and commands"),
    "plugin/askfirst/git/README.md": ("handbook/git.md", "git and CI"),
    "plugin/askfirst/editors/README.md": ("handbook/editors.md", "Editors"),
    "plugin/askfirst/editors/overleaf.md": ("handbook/overleaf.md", "Overleaf"),
    "plugin/askfirst/editors/texstudio/README.md": ("handbook/texstudio.md", "TeXstudio"),
    "zotero_addon/README.md": ("handbook/zotero.md", "Zotero"),
    "plugin/askfirst/library/README.md": ("handbook/library.md", "A Zotero library"),
    "plugin/askfirst/audit/README.md": ("handbook/audit.md", "The look-back"),
    "plugin/askfirst/audit/STUDY.md": ("handbook/study.md", "A study, rebuilt"),
    "plugin/askfirst/online/README.md": ("handbook/look-up.md", "Looking up"),
    "plugin/askfirst/fresh/README.md": ("handbook/lists.md", "Newer lists"),
    "plugin/askfirst/formats/README.md": ("handbook/formats.md", "Formats"),
    "checks/askfirst_checks/policy/README.md": ("handbook/policy.md", "Rules as data, profile"),
    "checks/askfirst_checks/answers/README.md": ("handbook/answers.md", "Recorded answers"),
    "CONTRIBUTING.md": ("handbook/contributing.md", "Contributing"),
    "SECURITY.md": ("handbook/security.md", "Security"),
    "CHANGELOG.md": ("handbook/changelog.md", "Changelog"),
}
"""file of the repository -> page, and its title in the navigation"""
_TITLES = {"en": "Handbook", "de": "Handbuch (englisch)"}
_RULES = {
    "en": (
        "Rules",
        "What each rule sees, why it asks and what to do: the same words as `askfirst explain CODE` prints.",
    ),
    "de": (
        "Regeln",
        "Was jede Regel erkennt, warum sie fragt und was zu tun ist: wie bei `askfirst explain CODE --lang de`.",
    ),
}
_LEADS = re.compile(
    r"^(What it sees|Why it matters|What to do|Was die Regel sieht|Warum es darauf ankommt|Was zu tun ist)\. "
    r"|^(Level|Stufe): "
)
_NUMBERED = re.compile(r"(§§?|\b(?:Art\.|Artikel|Absatz|Nummer|Nr\.|Article|sections?|no\.)) (?=\d)")
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")


def on_config(config: Any) -> Any:
    """Add handbook and rules to the navigation."""
    language = config.theme["language"]
    titles = [{title: target} for target, title in HANDBOOK.values()]
    (last,) = config.nav[-1].items()
    policy = load("de")
    names = {code: f"{code} {rules.page_in(policy, code).name.said(language)}" for code in rules.names()}
    ruled = [last[1], *({name: f"rules/{code.lower()}.md"} for code, name in names.items())]
    config.nav = [*config.nav[:-1], {last[0]: ruled}, {_TITLES[language]: titles}]
    return config


def on_files(files: Files, config: Any) -> Files:
    """Add the made pages, and every picture that they show."""
    language = config.theme["language"]
    for source, (target, _) in HANDBOOK.items():
        text, pictures = relinked((ROOT / source).read_text("utf-8"), source, language)
        files.append(File.generated(config, target, content=text))
        for picture in pictures:
            if not files.get_file_from_path(place_of(picture)):
                files.append(File.generated(config, place_of(picture), content=(ROOT / picture).read_bytes()))
    for each in sorted((ROOT / "docs/pictures").glob("*.svg")):
        name = f"docs/pictures/{each.name}"
        if not files.get_file_from_path(place_of(name)):
            files.append(File.generated(config, place_of(name), content=each.read_bytes()))
    for target, text in ruled_pages(language).items():
        files.append(File.generated(config, target, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Link as a site does, and keep a paragraph sign or an article and its number on one line."""
    language = config.theme["language"]
    source = f"docs/{language}/{page.file.src_uri}"
    if (ROOT / source).is_file():
        markdown = relinked(markdown, source, language)[0]
    return _NUMBERED.sub("\\1\u00a0", markdown)


def place_of(picture: str) -> str:
    """Where a picture of the repository lies in the site."""
    return "pictures/" + posixpath.basename(picture)


def relinked(text: str, source: str, language: str) -> tuple[str, list[str]]:
    """*text* with links that hold in the site, and the pictures it shows; what is no page keeps its words only."""
    pictures: list[str] = []
    here = posixpath.dirname(page_of(source, language) or "")

    def link(match: re.Match[str]) -> str:
        is_picture, words, address = match[1], match[2], match[3]
        if "://" in address or address.startswith("#"):
            return match[0]
        path, _, anchor = address.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if is_picture:
            pictures.append(path)
            return f"![{words}]({posixpath.relpath(place_of(path), here)})"
        known = page_of(path, language) or page_of(f"{path}/README.md", language)
        if known is None:
            return words
        return f"[{words}]({posixpath.relpath(known, here)}{'#' + anchor if anchor else ''})"

    fences = re.split(r"(^```.*?^```$)", text, flags=re.S | re.M)
    return "".join(each if each.startswith("```") else _LINK.sub(link, each) for each in fences), pictures


def page_of(path: str, language: str) -> str | None:
    """The page that shows the file or folder *path* of the repository; None where none does."""
    if path in HANDBOOK:
        return HANDBOOK[path][0]
    if path == "checks/askfirst_checks/rules":
        return "rules/index.md"
    written = f"docs/{language}/"
    return path.removeprefix(written) if path.startswith(written) and (ROOT / path).is_file() else None


def ruled_pages(language: str) -> dict[str, str]:
    """One page a rule, and the page that lists them."""
    policy = load("de")
    title, about = _RULES[language]
    made, rows = {}, []
    for code in rules.names():
        found = rules.page_in(policy, code)
        name = found.name.said(language)
        first, *rest = found.page.said(language).split("\n\n")
        rows.append(f"| [{code} {name}]({code.lower()}.md) | {one_line(first)} |")
        paragraphs = [f"# {code} {name}", f"**{one_line(first)}**", *map(one_line, rest)]
        made[f"rules/{code.lower()}.md"] = "\n\n".join(paragraphs) + "\n"
    made["rules/index.md"] = f"# {title}\n\n{about}\n\n| | |\n|---|---|\n" + "\n".join(rows) + "\n"
    return made


def one_line(paragraph: str) -> str:
    """A paragraph of a rule's page as Markdown, what it is about in bold."""
    words = " ".join(paragraph.split()).replace("<", "&lt;").replace("|", "&#124;")
    return _LEADS.sub(lambda match: f"**{match[0].strip()}** ", words)
