"""Nothing is sent before a yes; what is sent is a DOI or a ROR number; what goes to whom is shown first."""

from __future__ import annotations

import io
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from askfirst import cli
from askfirst.online.identifiers import doi_of, ror_of

from .conftest import Run
from .services import BERLIN, KEY, KISU, FakeServices, author, deposit, person, work

ONE, TWO = "10.5555/example.1", "10.5555/example.2"
Library = Callable[[list[dict[str, Any]]], Any]
SECRETS = ("Schmidt", "Beispiel", "Ri", "secret", "routers", "Pyongyang", "Sung", "title")


def test_nothing_is_sent_without_a_yes(services: FakeServices, look_up: Run) -> None:
    code, out, err = look_up("--doi", ONE, yes=False)
    assert code == 2
    assert out == ""
    assert "nothing was sent" in err
    assert services.asked == []


@pytest.mark.parametrize("typed", ["y\n", "yes\n", "j\n", "\n", ""])
def test_a_pipe_cannot_say_yes(services: FakeServices, typed: str) -> None:
    command = [sys.executable, "-m", "askfirst", "look-up", "--doi", ONE, "--service-endpoint", services.endpoint]
    done = subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert services.asked == []


_NO_SOCKETS = """
import sys
def hook(event, args):
    if event.startswith(("socket.", "urllib.", "http.")):
        raise AssertionError("the network was touched: " + event)
sys.addaudithook(hook)
from askfirst.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(("options", "code"), [([], 2), (["--dry-run"], 0), (["--format", "json"], 2)])
def test_no_socket_is_opened_before_a_yes(options: list[str], code: int) -> None:
    command = [sys.executable, "-c", _NO_SOCKETS, "look-up", "--doi", ONE, *options]
    done = subprocess.run(command, input="y\n", capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == code, done.stderr
    assert "This would be sent:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "code", "sent"),
    [("y\n", 1, 1), ("perhaps\ny\n", 1, 1), ("n\n", 2, 0), ("q\n", 2, 0), ("\x04", 2, 0), ("\x03", 130, 0)],
)
def test_a_terminal_is_asked(services: FakeServices, typed: str, code: int, sent: int) -> None:
    services.openalex(ONE, work(ONE, author("B. Beispiel", KISU)))
    shown, returned = at_a_terminal(services, typed)
    assert shown.index("This would be sent:") < shown.index("Send it? [y/n]")
    assert returned == code
    assert len(services.asked) == sent
    assert KEY not in shown


def at_a_terminal(fake: FakeServices, typed: str) -> tuple[str, int]:
    """What a terminal shows when *typed* is typed at the question, and the exit code."""
    pty = pytest.importorskip("pty", reason="terminals of POSIX")
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a suite in the background has it ignored
        options = ["look-up", "--doi", ONE, "--service", "openalex", "--service-endpoint", fake.endpoint]
        os.execv(sys.executable, [sys.executable, "-m", "askfirst", *options])
    shown, is_typed, until = b"", False, time.monotonic() + 60
    while time.monotonic() < until and select.select([terminal], [], [], 30)[0]:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if not is_typed and b"Send it?" in shown:
            is_typed = True
            os.write(terminal, typed.encode())
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_dry_run_lists_everything_and_sends_nothing(services: FakeServices, look_up: Run) -> None:
    dois = [f"10.5555/example.{n}" for n in range(30)]
    given = [each for doi in dois for each in ("--doi", doi)]
    code, out, err = look_up(*given, "--dry-run", yes=False)
    assert (code, out) == (0, "")
    assert all(doi in err.replace(",", " ").split() for doi in dois)
    assert services.asked == []
    err = " ".join(look_up(*given, yes=False)[2].split())
    assert "10.5555/example.19 and 10 more (--dry-run lists them all)" in err


def test_what_is_kept_is_not_announced_again(services: FakeServices, look_up: Run) -> None:
    services.openalex(ONE, work(ONE, author("A. Muster", BERLIN)))
    look_up("--doi", ONE)
    err = " ".join(look_up("--doi", ONE, "--doi", TWO, yes=False)[2].split())
    assert "1 answer is kept from an earlier look-up." in err
    assert "to OpenAlex (127.0.0.1): 1 DOI and your key" in err
    assert ONE not in err


def test_the_announcement_names_service_host_and_key(services: FakeServices, look_up: Run) -> None:
    err = " ".join(look_up("--doi", ONE, "--doi", TWO, yes=False)[2].split())
    assert "to OpenAlex (127.0.0.1): 2 DOIs and your key" in err
    assert "to Crossref (127.0.0.1): at most 2 DOIs, namely where the first answer leaves an author" in err
    assert "Nothing else: nobody's name, no title, no file." in err
    assert KEY not in err


def test_no_name_and_no_title_leaves_a_bibliography(services: FakeServices, look_up: Run, tmp_path: Path) -> None:
    bib = tmp_path / "secret.bib"
    bib.write_text(
        f"@article{{secretkey, title={{A secret title on routers}}, author={{Schmidt, Max and Ri, B.}}, doi={{{ONE}}}, "
        f"year={{2019}}, note={{{KISU}}}}}\n"
        f"@article{{printed, title={{Printed}}, author={{Ri, B.}}, doi={{{TWO}}}, affiliation={{{KISU}}}}}\n"
        "@article{without, title={Another secret}, author={Ri, B.}}\n"
        "@article{odd, title={Odd}, author={Ri, B.}, doi={10.5555/../../authors}}\n",
        encoding="utf-8",
    )
    services.openalex(ONE, work(ONE, author("Max Schmidt", BERLIN), author("B. Ri")))
    services.crossref(ONE, deposit(ONE, person("Schmidt", BERLIN), person("Ri", KISU)))
    code, out, _ = look_up("--bib", str(bib))
    said = " ".join(out.split())
    assert code == 1
    assert services.paths() == [f"/openalex/works/doi:{ONE}", f"/crossref/works/{ONE}"]
    for request in services.asked:
        assert request.body == b""
        assert not [secret for secret in SECRETS if secret in request.everything.replace(KEY, "")]
        assert set(request.headers) == {"Host", "User-Agent", "Accept-Encoding", "Accept", "Connection"}
        assert request.headers["User-Agent"].startswith("askfirst/")
    assert "A secret title on routers [secretkey]" in said
    assert "1 without a DOI" in said
    assert "1 not asked about because its affiliation is known" in said
    assert "Not sent, because it is no plain DOI: 10.5555/../../authors" in said
    assert "affiliation = {…} in the entry" in said


def test_no_name_and_no_title_leaves_a_library(services: FakeServices, look_up: Run, library: Library) -> None:
    def item(key: str, **more: object) -> dict[str, Any]:
        people = [{"creatorType": "author", "firstName": "B.", "lastName": "Ri"}]
        return {"key": key, "itemType": "journalArticle", "title": "A secret title", "creators": people,
                "date": "2019", "extra": "", **more}  # fmt: skip

    items = [item("AAAA1111", DOI=f"https://doi.org/{ONE}"), item("BBBB1111"),
             item("CCCC1111", DOI=TWO, extra=f"Affiliation: {BERLIN}")]  # fmt: skip
    services.openalex(ONE, work(ONE, author("B. Ri", KISU)))
    with library(items) as zotero:
        code, out, _ = look_up("--library", "--endpoint", zotero.endpoint)
    said = " ".join(out.split())
    assert code == 1
    assert services.paths() == [f"/openalex/works/doi:{ONE}"]
    assert not [secret for secret in SECRETS if secret in services.asked[0].everything.replace(KEY, "")]
    assert "A secret title [AAAA1111]" in said
    assert "1 without a DOI, 1 not asked about because its affiliation is known" in said
    assert "a line “Affiliation: …” in a note of the item" in said


def test_a_collection(services: FakeServices, look_up: Run, library: Library) -> None:
    items = [{"key": f"{letter}AAA1111", "itemType": "journalArticle", "title": "x", "DOI": doi}
             for letter, doi in (("A", ONE), ("B", TWO))]  # fmt: skip
    with library(items) as zotero:
        zotero.collections = [
            {"key": "COLL1111", "data": {"key": "COLL1111", "name": "Ours", "parentCollection": False}}
        ]
        for each in zotero.items:
            each["data"]["collections"] = ["COLL1111"] if each["data"]["DOI"] == ONE else []
        code, _, err = look_up("--collection", "Nobody", "--endpoint", zotero.endpoint)
        assert code == 2
        assert "no collection called 'Nobody'" in err
        assert services.asked == []
        assert look_up("--collection", "Ours", "--endpoint", zotero.endpoint)[0] == 0
    assert f"/openalex/works/doi:{ONE}" in services.paths()


def test_nothing_to_look_up(look_up: Run, services: FakeServices, tmp_path: Path) -> None:
    bib = tmp_path / "none.bib"
    bib.write_text("@article{a, title={No number}, author={Muster, A.}}\n", encoding="utf-8")
    code, out, err = look_up("--bib", str(bib))
    assert (code, out) == (3, "")
    assert "There is nothing to look up: 1 without a DOI" in err
    code, out, _ = look_up("--bib", str(bib), "--format", "json")
    assert (code, json.loads(out)["works"], json.loads(out)["without_doi"]) == (3, [], 1)
    assert services.asked == []


def _stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


@pytest.mark.parametrize("content", ["{one}\n{two}\n", "\n  {one}\r\n\n{two}", "https://doi.org/{one}\n{two}\n{one}"])
def test_dois_come_from_standard_input(
    services: FakeServices, look_up: Run, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    _stdin(monkeypatch, content.format(one=ONE, two="10.5555/second").encode())
    err = " ".join(look_up("--doi", "-", "--dry-run", yes=False)[2].split())
    assert f"{ONE}, 10.5555/second" in err
    assert services.asked == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "standard input holds no DOI"),
        (b"\n \n", "standard input holds no DOI"),
        (b"10.5555/a\nA title of a paper\n", "'A title of a paper' is no DOI that askfirst sends"),
        (b"\xff\xfe\x00", "is no DOI that askfirst sends"),
        (b"10.5555/a\n" * 20_001, "more than 20000 DOIs on standard input"),
        (b"1" * 5_000_000, "more than 20000 DOIs on standard input"),
    ],
)
def test_what_standard_input_cannot_hold(
    services: FakeServices, look_up: Run, monkeypatch: pytest.MonkeyPatch, content: bytes, says: str
) -> None:
    _stdin(monkeypatch, content)
    code, _, err = look_up("--doi", "-")
    assert code == 2
    assert says in err
    assert services.asked == []


def test_dois_in_a_pipe_are_no_yes(services: FakeServices, look_up: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, f"{ONE}\n".encode())
    code, _, err = look_up("--doi", "-", yes=False)
    assert code == 2
    assert "nothing was sent" in err
    assert services.asked == []


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "say what to look up"),
        (["--doi", "A title of a paper"], "is no DOI that askfirst sends"),
        (["--ror", "Kim Il Sung University"], "is no ROR number"),
        (["--doi", ONE, "--library"], "give one of these only"),
        (["--forget", "--bib", "x.bib"], "give one of these only"),
        (["--group", "our group"], "is no group's number"),
        (["--bib", "missing.bib"], "missing.bib"),
    ],
)
def test_misuse_is_said_in_one_sentence(
    capsys: pytest.CaptureFixture[str], services: FakeServices, options: list[str], says: str
) -> None:
    assert cli.main(["look-up", *options, "--yes", "--service-endpoint", services.endpoint]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1
    assert services.asked == []


def test_a_ror_number_needs_the_key(look_up: Run, services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASKFIRST_OPENALEX_KEY")
    code, _, err = look_up("--ror", "00exmp100")
    assert code == 2
    assert "OpenAlex wants a key of yours" in err
    assert services.asked == []


@pytest.mark.parametrize(
    ("given", "doi"),
    [
        ("10.5555/Example.1", "10.5555/example.1"),
        ("https://doi.org/10.5555/example.1", "10.5555/example.1"),
        ("http://dx.doi.org/10.5555/a/b", "10.5555/a/b"),
        ("doi: 10.5555/example.1.", "10.5555/example.1"),
        ("10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
         "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2"),
    ],
)  # fmt: skip
def test_what_is_a_doi(given: str, doi: str) -> None:
    assert doi_of(given) == doi


@pytest.mark.parametrize(
    "given",
    ["", "10.5555", "10.5555/", "10.5555/a title with words", "10.5555/../../authors", "10.5555/./x", "10.5555/a//b",
     "10.5555/Müller", "see 10.5555/x", "10.5555/" + "a" * 201, "10.5555/a\nb", "10.5555/a\x1bb", "11.5555/x",
     "https://example.org/10.5555/x", "10.55/x"],
)  # fmt: skip
def test_what_is_no_doi_that_is_sent(given: str) -> None:
    assert doi_of(given) == ""


@pytest.mark.parametrize("given", ["https://ror.org/02mhbdp94", "ror.org/02mhbdp94", "02MHBDP94", "02mhbdp94/"])
def test_what_is_a_ror_number(given: str) -> None:
    assert ror_of(given) == "02mhbdp94"


@pytest.mark.parametrize(
    "given", ["", "02mhbdp9", "02mhbdp945", "12mhbdp94", "02mhbdpx4", "https://example.org/02mhbdp94"]
)
def test_what_is_no_ror_number(given: str) -> None:
    assert ror_of(given) == ""


@pytest.mark.parametrize(
    "doi", ["10.5555/a?search=x", "10.5555/a#b", "10.5555/a%2e%2e", "10.5555/a;b(c)<d>", "10.5555/a:b"]
)
def test_a_doi_is_sent_as_one_number_whatever_it_holds(services: FakeServices, look_up: Run, doi: str) -> None:
    services.openalex(doi, work(doi, author("A. Muster", BERLIN)))
    services.crossref(doi, deposit(doi, person("Muster", BERLIN)))
    assert look_up("--doi", doi, "--service", "openalex")[0] == 0
    assert look_up("--doi", doi, "--service", "crossref")[0] == 0
    assert services.paths() == [f"/openalex/works/doi:{doi}", f"/crossref/works/{doi}"]
    assert services.asked[0].path.partition("?")[2] == f"api_key={KEY}"
    assert "?" not in services.asked[1].path


@pytest.mark.parametrize("doi", ["10.5555/a,b", "10.5555/a&b", "10.5555/a|b"])
def test_a_doi_that_openalex_would_refuse_goes_to_crossref_only(services: FakeServices, look_up: Run, doi: str) -> None:
    services.crossref(doi, deposit(doi, person("Muster", BERLIN)))
    assert look_up("--doi", doi)[0] == 0
    assert services.paths() == [f"/crossref/works/{doi}"]
