"""The shipped configurations for editors that no test runs: they can be read, and start a command that exists."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from askfirst import cli

EDITORS = Path(__file__).resolve().parents[3] / "plugin" / "askfirst" / "editors"


def test_helix() -> None:
    found = tomllib.loads((EDITORS / "helix" / "languages.toml").read_text())
    server = found["language-server"]["askfirst"]
    assert server["command"] == "askfirst"
    assert server["args"][0] in cli.commands()
    assert {language["name"] for language in found["language"]} == {"latex", "bibtex", "typst"}


def test_kate() -> None:
    found = json.loads((EDITORS / "kate" / "lspclient.json").read_text())["servers"]
    assert found["latex"]["command"][1] in cli.commands()
    assert re.search(found["latex"]["highlightingModeRegex"], "LaTeX")
    assert found["bibtex"] == {"use": "latex"}
    assert found["typst"] == {"use": "latex"}
    assert re.search(found["latex"]["highlightingModeRegex"], "Typst")


def test_commands_named_in_the_pages_exist() -> None:
    pages = "\n".join(
        path.read_text()
        for path in (EDITORS / "README.md", EDITORS / "overleaf.md", EDITORS / "texstudio" / "README.md")
    )
    named = set(re.findall(r"askfirst (check|answer|hook|server|read|explain|\w+ install)", pages))
    assert {name.split()[0] for name in named} <= set(cli.commands())


def test_every_file_a_page_links_to_is_there() -> None:
    for page in EDITORS.rglob("*.md"):
        if "node_modules" in page.parts:
            continue
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_extension_speaks_both_languages() -> None:
    english, german = (
        json.loads((EDITORS / "vscode" / f"package.nls{suffix}.json").read_text()) for suffix in ("", ".de")
    )
    assert english.keys() == german.keys()
    used = set(re.findall(r'"%([\w.]+)%"', (EDITORS / "vscode" / "package.json").read_text()))
    assert used == set(english)


def test_the_servers_commands_are_not_also_the_extensions() -> None:
    """VS Code refuses a command that two sides register."""
    from askfirst.lsp import actions

    package = json.loads((EDITORS / "vscode" / "package.json").read_text())
    own = {command["command"] for command in package["contributes"]["commands"]}
    assert not own & {actions.ANSWER, actions.NOT_THIS, actions.SOURCE, actions.PAGE, actions.OVERVIEW}
