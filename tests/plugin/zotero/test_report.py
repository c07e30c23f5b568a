"""`askfirst zotero`: the report: sums first, by date, the law once, duplicates merged, as text, HTML, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from askfirst.formats import csv_cell
from askfirst.library.report import text as as_text

KISU = "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea"
CHAEK = "Institute of Semiconductors, Kim Chaek University of Technology, Pyongyang, DPR Korea"
BERLIN = "Institute for Invented Optics, 12489 Berlin, Germany"
SEOUL = "Department of Physics, Example National University, Seoul, Republic of Korea"


def item(key: str, title: str, date: str, *affiliations: str, doi: str = "", **more: Any) -> dict[str, Any]:
    creators = [{"firstName": "Max", "lastName": "Beispiel"}, {"firstName": "Nam-Il", "lastName": "Rim"}]
    data = {"key": key, "itemType": "journalArticle", "title": title, "date": date, "DOI": doi, "creators": creators}
    extra = "\n".join(f"Affiliation: {each}" for each in affiliations)
    return {"id": key, "data": {**data, "extra": extra, **more}, "notes": [], "fulltext": ""}


NINE = [
    item("NINE0001", "Invented routers for made-up plasmons", "2017-03-02", KISU, BERLIN, doi="10.5555/a.1"),
    item("NINE0002", "Made-up gratings under invented light", "2017-09", KISU, BERLIN),
    item("NINE0003", "Switching of an invented nanoantenna", "2018-06-11", KISU, CHAEK, BERLIN),
    item("NINE0004", "An invented nanolaser below threshold", "2018-08", KISU, BERLIN),
    item("NINE0005", "Fano lines in a made-up ring", "2018", KISU, BERLIN),
    item("NINE0006", "Excitons in an invented layer", "2019-11-20", CHAEK, BERLIN),
    item("NINE0007", "Modes of a wire nobody made", "2019-02", KISU, BERLIN),
    item("NINE0008", "A made-up switch, and how it was not built", "2020-10", KISU, BERLIN),
    item("NINE0009", "Coherent control of an invented dimer", "2020-01-15", KISU, BERLIN),
]
"""the nine works of four years"""
OLDER = [
    item("OLDR0001", "Optics of an invented film", "2014-05", KISU),
    item("OLDR0002", "Another film", "2015", KISU),
]
SILENT = [item(f"SLNT{n:04}", f"Silent work number {n}", "2019", BERLIN) for n in range(30)]
UNKNOWN = [item(f"UNKN{n:04}", f"Unknown work number {n}", "2019") for n in range(70)]
LIBRARY = [*NINE, *OLDER, *SILENT, *UNKNOWN]


class Said:
    """What one run wrote."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code, self.out, self.err = done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


@pytest.fixture
def report(tmp_path: Path) -> Any:
    def report(items: list[dict[str, Any]], *options: str, split: int = 0, **more: str) -> Said:
        parts = [items[:split], items[split:]] if split else [items]
        head = {
            "schema": "askfirst/zotero/2",
            "answers": str(tmp_path / "answers"),
            "library": "Invented Optics",
            **more,
        }
        lines = [json.dumps({**head, "items": part}) for part in parts]
        command = [sys.executable, "-m", "askfirst", "zotero", "--stdin", *options]
        environment = {**os.environ, "ASKFIRST_LANG": "en", "XDG_CACHE_HOME": str(tmp_path / "cache")}
        return Said(
            subprocess.run(
                command, input="\n".join(lines).encode(), capture_output=True, timeout=60, env=environment, cwd=tmp_path
            )
        )

    return report


class TestNineOfFourYears:
    """The works that nobody was asked about, on one screen."""

    def test_all_nine_stand_on_one_screen_below_their_sums(self, report: Any) -> None:
        said = report(LIBRARY, "--format", "text")
        lines = said.out.splitlines()
        assert said.code == 1
        assert [line.split()[-1] for line in lines if "open" in line and "NINE" in line] == [
            "NINE0001",
            "NINE0002",
            "NINE0005",
            "NINE0003",
            "NINE0003",
            "NINE0004",
            "NINE0007",
            "NINE0006",
            "NINE0009",
            "NINE0008",
        ]
        assert len(lines) <= 45
        assert max(map(len, lines)) <= 80
        assert said.out.index("before") < said.out.index("NINE0001")

    def test_the_sums_stand_by_institution_and_year_before_and_since(self, report: Any) -> None:
        said = report(LIBRARY, "--format", "text")
        heads, kisu, chaek = said.out.split("\n\n")[1].splitlines()[:3]
        assert heads.split() == ["2014", "2015", "2016", "2017", "2018", "2019", "2020", "since", "before", "open"]
        assert kisu.split()[-9:] == ["(1)", "(1)", "2", "3", "1", "2", "8", "2", "8"]
        assert chaek.split()[-4:] == ["1", "1", "2", "2"]

    def test_works_without_a_question_are_counted(self, report: Any) -> None:
        said = " ".join(report(LIBRARY, "--format", "text").out.split())
        assert "111 works: 9 had a question at their date; 2 are older than the measure that would ask" in said
        assert "30 give affiliations and ask nothing; of 70 no affiliation is known" in said
        assert "Silent work" not in said
        assert "Unknown work" not in said
        assert "Another film" not in said

    def test_the_law_stands_once(self, report: Any) -> None:
        for form in ("text", "html"):
            out = " ".join(report(LIBRARY, "--format", form).out.split())
            assert out.count("Resolution 2321 (2016), paragraph 11, since 30 Nov 2016") == 1
            assert out.count("Was it clarified before this was published whether a decision") == 1

    @pytest.mark.parametrize("form", ["text", "html"])
    def test_whom_to_ask_and_the_oldest_list_stand_once(self, report: Any, form: str) -> None:
        out = " ".join(report(LIBRARY, "--format", form).out.split())
        assert out.count("whom to ask: the export-control office of your institution") == 1
        assert out.count("Oldest list: ") == 1
        quiet = report(SILENT, "--format", form).out
        assert "whom to ask" not in quiet
        assert "Oldest list: " in quiet

    def test_the_contact_of_the_settings_stands_first(self, report: Any) -> None:
        out = report(LIBRARY, "--format", "html", contact="export@institute.example").out
        assert "whom to ask: export@institute.example" in out

    def test_in_german(self, report: Any) -> None:
        said = report(LIBRARY, "--format", "text", "--lang", "de")
        out = " ".join(said.out.split())
        assert "bei 9 gab es an ihrem Datum eine Frage; 2 sind älter als die Maßnahme" in out
        assert "seit 30.11.2016" in out
        assert "Hat Ihre Einrichtung vor der Veröffentlichung geklärt" in out
        assert max(map(len, said.out.splitlines())) <= 80

    def test_requests_may_come_in_several_lines(self, report: Any) -> None:
        assert report(LIBRARY, "--format", "csv", split=5).out == report(LIBRARY, "--format", "csv").out

    @pytest.mark.parametrize("form", ["text", "html", "csv"])
    def test_persons_are_named_only_when_asked_for(self, report: Any, form: str) -> None:
        assert "Beispiel" not in report(LIBRARY, "--format", form).out
        assert "Nam-Il Rim" in report(LIBRARY, "--format", form, "--names").out


class TestDuplicates:
    """A work that stands in the library twice is one."""

    @pytest.mark.parametrize(
        "twice",
        [
            item("TWICE001", "Another spelling of the title", "2017", KISU, doi="10.5555/A.1"),
            item("TWICE001", "Invented Routers for Made-Up Plasmons", "2017", KISU),
            item("TWICE001", "Invented routers for made-up plasmons.", "2017-05", KISU, doi="10.5555/preprint"),
            item("TWICE001", "Invented routers for made-up plasmons", "2017"),
        ],
    )
    def test_by_number_then_by_title_and_year(self, report: Any, twice: dict[str, Any]) -> None:
        said = report([*NINE, twice], "--format", "csv")
        assert len(said.rows()) == 10
        assert "9 works (1 entry more is a duplicate)" in report([*NINE, twice], "--format", "text").out

    @pytest.mark.parametrize(
        "other",
        [
            item("OTHER001", "Invented routers for made-up plasmons", "2019", KISU),
            item("OTHER001", "Invented routers for made-up plasmons II", "2017", KISU),
            item(
                "OTHER001",
                "Invented routers for made-up plasmons",
                "2017",
                KISU,
                creators=[{"firstName": "Eva", "lastName": "Muster"}],
            ),
        ],
    )
    def test_other_works_stay_apart(self, report: Any, other: dict[str, Any]) -> None:
        assert len(report([*NINE, other], "--format", "csv").rows()) == 11

    def test_short_titles_tell_no_work(self, report: Any) -> None:
        both = [item("EDIT0001", "Editorial", "2019", KISU), item("EDIT0002", "Editorial", "2019", KISU)]
        assert len(report(both, "--format", "csv").rows()) == 2

    def test_an_unknown_entry_beside_a_known_one_is_not_unknown(self, report: Any) -> None:
        both = [item("KNOWN001", "A work that stands twice", "2019", BERLIN)]
        both.append(item("KNOWN002", "A work that stands twice", "2019"))
        assert "no affiliation" not in report(both, "--format", "text").out


class TestTable:
    """CSV for a spreadsheet."""

    def test_every_row_has_its_evidence(self, report: Any) -> None:
        row = report(LIBRARY, "--format", "csv").rows()[0]
        assert row["institution"] == "Kim Il Sung University"
        assert row["printed affiliation"] == KISU
        assert row["rule"] == "AF101"
        assert row["since"].startswith("2016-11-30")
        assert row["state"] == "open"
        assert row["key"] == "NINE0001"

    @pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1+1", "=HYPERLINK(1)"])
    def test_no_cell_is_a_formula(self, report: Any, title: str) -> None:
        row = report([item("FORM0001", title, "2019", KISU)], "--format", "csv").rows()[0]
        assert row["work"].startswith("'")

    @pytest.mark.parametrize("cell", ["1-1", "a=b", "2019", "", "'=1", "Ü=1", "10.5555/-1"])
    def test_other_cells_stay_as_they_are(self, cell: str) -> None:
        assert csv_cell.cell(cell) == cell

    def test_a_quiet_library_has_a_head_alone(self, report: Any) -> None:
        said = report(SILENT, "--format", "csv")
        assert said.code == 0
        assert said.rows() == []
        assert said.out.startswith("earliest date,state,")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


class TestPage:
    """One HTML page."""

    def test_nothing_runs_and_nothing_is_loaded(self, report: Any) -> None:
        hostile = item("HOST0001", '<img src=x onerror=alert(1)>"><script>x</script>\u202e\x1b[31m', "2019", KISU)
        out = report([*LIBRARY, hostile], "--format", "html", "--names").out
        tags = _Tags()
        tags.feed(out)
        assert not {tag for tag, _ in tags.found} & {"script", "img", "link", "iframe", "object", "form"}
        assert {name for _, attributes in tags.found for name in attributes if name.startswith("on")} == set()
        assert "default-src 'none'" in out
        assert "\x1b" not in out
        assert "\u202e" not in out

    @pytest.mark.parametrize("names", [(), ("--names",)])
    def test_a_large_library_stays_below_100_kb(self, report: Any, names: tuple[str, ...]) -> None:
        people = [{"firstName": "Somebody", "lastName": f"Withalongname{n}"} for n in range(40)]
        many = [
            item(
                f"K{n:07}", f"{'A long and made-up title ' * 20} {n}", "2019", KISU, doi=f"10.5555/{n}", creators=people
            )
            for n in range(400)
        ]
        said = report(many, "--format", "html", *names)
        assert len(said.out.encode()) < 100_000
        assert "more rows: --format csv" in said.out

    def test_a_quiet_library_says_so(self, report: Any) -> None:
        assert "No work had a question at its date." in report(SILENT, "--format", "html").out


class TestWhereItGoes:
    """Standard output, or a file that is whole or not there."""

    @pytest.mark.parametrize("form", ["text", "html", "csv"])
    def test_a_file(self, report: Any, tmp_path: Path, form: str) -> None:
        said = report(LIBRARY, "--format", form, "-o", "out.file")
        assert said.out == ""
        assert said.code == 1
        assert (tmp_path / "out.file").read_bytes().decode() == report(LIBRARY, "--format", form).out
        assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["out.file"]

    def test_a_folder_that_is_not_there_is_said(self, report: Any) -> None:
        said = report(LIBRARY, "--format", "csv", "-o", "no/such/out.csv")
        assert said.code == 2
        assert json.loads(said.out)["error"]

    @pytest.mark.parametrize("content", [b"", b"\n", b"{", b'{"schema": "askfirst/zotero/9"}'])
    def test_what_is_no_request_is_refused(self, content: bytes) -> None:
        command = [sys.executable, "-m", "askfirst", "zotero", "--stdin", "--format", "html"]
        done = subprocess.run(command, input=content, capture_output=True, timeout=60)
        assert done.returncode == 2
        assert json.loads(done.stdout)["error"]

    def test_an_unreadable_item_is_counted(self, report: Any) -> None:
        broken = {"id": "X", "data": {"key": "X", "title": "t", "creators": [{"name": "N"}], "itemType": ["list"]}}
        assert report([*NINE, broken], "--format", "text").code == 1


@pytest.mark.parametrize(
    ("given", "room", "fitted"),
    [("abc", 5, "abc  "), ("abcdef", 4, "abc…"), ("平壤大学", 5, "平壤…"), ("", 2, "  "), ("a\x1bb", 4, "a\ufffdb ")],
)
def test_a_cell_takes_its_columns(given: str, room: int, fitted: str) -> None:
    assert as_text.fit(given, room) == fitted


def test_seoul_is_not_in_the_report(report: Any) -> None:
    said = report([item("SEOUL001", "A work from the south", "2019", SEOUL, BERLIN)], "--format", "text")
    assert said.code == 0
    assert "1 work: 0 had" in said.out
