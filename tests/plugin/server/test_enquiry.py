"""The enquiry from the editor: a new file of the user's own, and nothing in the repository."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.server.conftest import RawClient
from tests.plugin.server.test_session import of, offered, run

TITLES = {"en": "askfirst: draft the enquiry…", "de": "askfirst: Anfrage entwerfen …"}


def files(folder: Path) -> list[str]:
    """All but the caches, which the tests keep there."""
    return sorted(str(path) for path in folder.rglob("*") if ".cache" not in path.parts)


def test_the_letter_opens_outside_the_repository(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    before = files(folder)
    action = offered(client, uri, of(client.diagnostics(uri), "AF101"))[TITLES["en"]]
    first = Path(run(client, action))
    assert client.have("window/showDocument")["uri"] == first.as_uri()
    second = Path(run(client, action))
    assert folder not in first.parents
    assert first.read_text().startswith("To: ")
    assert "Kim Il Sung University" in first.read_text()
    assert first != second
    assert files(folder) == before


def test_what_rests_on_no_measure_offers_no_letter(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    assert TITLES["en"] not in offered(client, uri, of(client.diagnostics(uri), "AF701"))


def test_a_question_that_is_gone_gives_no_letter(client: RawClient, folder: Path) -> None:
    client.begin()
    uri = client.open(folder / "paper.tex")
    action = offered(client, uri, of(client.diagnostics(uri), "AF101"))[TITLES["en"]]
    client.change(uri, {"text": "\\documentclass{article}\n\\begin{document}\nx\n\\end{document}\n"})
    assert run(client, action) is None
