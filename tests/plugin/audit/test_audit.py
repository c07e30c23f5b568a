"""The look-back: every planted work found at its date and nothing else, whatever the form of the source."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from pathlib import Path

import pytest
from tests.plugin.audit.generate import PLANTED, lines, works

from askfirst.audit.judging import asked, epochs
from askfirst.audit.sources import Chunk, files, records
from askfirst.audit.store import Quiet, Store, edition, key
from askfirst.audit.works import date_of
from askfirst.cli import main
from askfirst.lists import resolver
from askfirst_checks.policy import load

BEGAN = "2016-11-30"
"""the day of UNSCR 2321 (2016)"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    code = main(["audit", "--format", "json", *arguments])
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    assert code == (1 if found["works"] else 0)
    return found


def _ids(found: dict[str, object], code: str = "AF101") -> set[str]:
    return {work["id"] for work in found["works"] if any(each["code"] == code for each in work["findings"])}  # type: ignore[attr-defined]


def _expected(count: int, planted: int) -> set[str]:
    """The planted works from the day on which the measure began."""
    return {
        str(work["id"])
        for work in works(count, planted)
        if str(work["publication_date"]) >= BEGAN
        and any(each["raw_affiliation_strings"][0] in PLANTED for each in work["authorships"])  # type: ignore[attr-defined]
    }


@pytest.mark.parametrize("workers", [1, 2])
def test_every_planted_work_is_found_and_none_else(
    workers: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "works.jsonl"
    source.write_text(lines(5000, 60), "utf-8")
    found = _report(capsys, str(source), "--workers", str(workers))
    assert _ids(found) == _expected(5000, 60) != set()
    assert {each["id"] for each in found["works"]} == _ids(found)  # type: ignore[attr-defined]
    assert found["read"]["works"] == 5000  # type: ignore[index]


def test_a_second_run_reads_only_what_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "works.jsonl"
    source.write_text(lines(500, 5), "utf-8")
    first = _report(capsys, str(source))
    asked_of: list[str] = []
    import askfirst.audit.judging as judging

    resolve = judging.Resolver.resolve

    def counted(self: judging.Resolver, text: str) -> object:
        asked_of.append(text)
        return resolve(self, text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judging.Resolver, "resolve", counted)
        assert _report(capsys, str(source)) == first
    assert set(asked_of) <= set(PLANTED)


def test_a_second_run_of_several_processes_finds_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "works.jsonl"
    source.write_text(lines(5000, 60), "utf-8")
    first = _report(capsys, "--workers", "2", str(source))
    assert _report(capsys, "--workers", "2", str(source)) == first
    monkeypatch.setattr("askfirst.audit.running._ALONE", 1)
    source.write_text(lines(9000, 60), "utf-8")
    assert _report(capsys, "--workers", "2", str(source)) == _report(capsys, "--no-cache", str(source))


def test_new_shows_only_what_no_report_showed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "works.jsonl"
    source.write_text(lines(300, 6), "utf-8")
    first = _report(capsys, str(source))
    more = {"id": "W-new", "publication_date": "2020-05-01", "authorships": [{"raw_affiliation_strings": [PLANTED[0]]}]}
    source.write_text(lines(300, 6) + json.dumps(more) + "\n", "utf-8")
    assert _ids(_report(capsys, str(source), "--new")) == {"W-new"}
    assert _ids(_report(capsys, str(source))) == _ids(first) | {"W-new"}


@pytest.mark.parametrize("form", ["jsonl.gz", "csv", "tsv", "bib", "folder", "glob"])
def test_every_form_of_source(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = lines(40, 8)
    name, target = "works.jsonl", tmp_path / "in"
    target.mkdir()
    if form == "jsonl.gz":
        (target / "w.jsonl.gz").write_bytes(gzip.compress(text.encode()))
        name = "w.jsonl.gz"
    elif form in ("csv", "tsv"):
        out = io.StringIO()
        table = csv.writer(out, delimiter="\t" if form == "tsv" else ",")
        table.writerow(["DOI", "Title", "Date", "Affiliations"])
        for work in works(40, 8):
            strings = "; ".join(each["raw_affiliation_strings"][0] for each in work["authorships"])  # type: ignore[attr-defined]
            table.writerow([work["id"], work["title"], work["publication_date"], strings])
        (target / f"w.{form}").write_text(out.getvalue(), "utf-8")
        name = f"w.{form}"
    elif form == "bib":
        entries = [
            f"@article{{w{number},\n title = {{{work['title']}}},\n author = {{Keller, Anna}},\n"
            f" year = {{{str(work['publication_date'])[:4]}}},\n affiliation = {{"
            + "; ".join(each["raw_affiliation_strings"][0] for each in work["authorships"])  # type: ignore[attr-defined]
            + "}\n}\n"
            for number, work in enumerate(works(40, 8))
        ]
        (target / "w.bib").write_text("\n".join(entries), "utf-8")
        name = "w.bib"
    else:
        (target / name).write_text(text, "utf-8")
    source = {"folder": str(target), "glob": str(target / "*.jsonl")}.get(form, str(target / name))
    found = _report(capsys, source)
    expected = _expected(40, 8)
    if form == "bib":  # a year alone is its first day
        expected = {each for each in expected if each}
        assert 0 < len(_ids(found)) <= len(expected)
    else:
        assert _ids(found) == expected


def test_the_date_of_the_work_decides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "w.csv"
    source.write_text(
        "id,date,affiliations\n"
        f'before,2016-11-29,"{PLANTED[0]}"\n'
        f'on,2016-11-30,"{PLANTED[0]}"\n'
        f'year,2016,"{PLANTED[0]}"\n'
        f'none,,"{PLANTED[0]}"\n',
        "utf-8",
    )
    found = _report(capsys, str(source))
    assert _ids(found) == {"on", "none"}
    assert found["not_read"]["without_date"] == 1  # type: ignore[index]


def test_years_are_a_range(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "w.csv"
    rows = "".join(f'w{year},{year}-06-01,"{PLANTED[0]}"\n' for year in range(2017, 2023))
    source.write_text("id,date,affiliations\n" + rows, "utf-8")
    assert _ids(_report(capsys, str(source), "--since", "2019", "--until", "2020")) == {"w2019", "w2020"}


BROKEN = (
    "{",
    "[1, 2]",
    '"text"',
    '{"id": 5, "publication_date": ["x"], "authorships": "none"}',
    '{"id": "a", "authorships": [1, {"raw_affiliation_strings": [1, null, {}]}, {"raw_affiliation_strings": "x"}]}',
    '{"id": "b", "authorships": [{"author": {"display_name": {}}, "affiliations": [3]}]}',
    "[" * 50_000,
)


def test_broken_records_are_counted_and_stop_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "w.jsonl"
    good = json.dumps(
        {"id": "good", "publication_date": "2020-01-02", "authorships": [{"raw_affiliation_strings": [PLANTED[0]]}]}
    )
    source.write_text("\n".join([*BROKEN, good]) + "\n", "utf-8")
    found = _report(capsys, str(source))
    assert _ids(found) == {"good"}
    not_read = found["not_read"]
    assert not_read["records"] == 4  # type: ignore[index]
    assert not_read["places"][0] == {"place": f"{source}:1", "why": "json"}  # type: ignore[index]


def test_a_line_beyond_the_bound_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("askfirst.audit.sources.LONGEST", 1000)
    source = tmp_path / "w.jsonl"
    good = json.dumps({"id": "good", "publication_date": "2020-01-02", "authorships": []})
    source.write_text('{"id": "' + "x" * 5000 + '"}\n' + good + "\n", "utf-8")
    found = _report(capsys, str(source))
    assert (
        found["not_read"]["places"] == [{"place": f"{source}:2", "why": "large"}] or found["not_read"]["records"] == 1
    )  # type: ignore[index]
    assert found["read"]["works"] == 1  # type: ignore[index]


def test_a_gzip_that_breaks_off_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "w.jsonl.gz"
    source.write_bytes(gzip.compress(lines(5000).encode())[:-2000])
    assert _report(capsys, str(source))["not_read"]["records"] >= 1  # type: ignore[index]


def test_nothing_to_read_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(tmp_path)]) == 2
    assert ".jsonl" in capsys.readouterr().err
    with pytest.raises(Exception, match=r"\.bib"):
        files(str(tmp_path / "nowhere"))


HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script> \x1b[31m'


@pytest.mark.parametrize("form", ["html", "csv", "text", "json"])
def test_a_title_is_text_in_every_form(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "w.jsonl"
    work = {
        "id": HOSTILE,
        "title": HOSTILE,
        "publication_date": "2020-01-02",
        "authorships": [{"raw_author_name": "A. Muster", "raw_affiliation_strings": [PLANTED[0]]}],
    }
    source.write_text(json.dumps(work) + "\n", "utf-8")
    assert main(["audit", "--format", form, str(source)]) == 1
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "A. Muster" not in shown
    if form == "html":
        assert "<script" not in shown
    if form == "csv":
        assert all(not cell.startswith("=") for row in csv.reader(io.StringIO(shown)) for cell in row)


@pytest.mark.parametrize("form", ["html", "csv", "json"])
def test_names_only_when_asked_for(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "w.jsonl"
    source.write_text(lines(50, 10), "utf-8")
    main(["audit", "--format", form, str(source)])
    assert not any(name in capsys.readouterr().out for name in ("Keller", "Lorenz", "Sommer"))
    main(["audit", "--format", form, "--names", str(source)])
    assert any(name in capsys.readouterr().out for name in ("Keller", "Lorenz", "Sommer"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_is_small_and_begins_with_what_was_not_read(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "w.jsonl"
    source.write_text(lines(3000, 2500), "utf-8")
    assert main(["--lang", language, "audit", "--format", "html", str(source)]) == 1
    page = capsys.readouterr().out
    assert len(page.encode()) < 100_000
    headings = [part.partition("</h2>")[0] for part in page.split("<h2>")[1:]]
    assert headings[0] == {"en": "What was not read", "de": "Was nicht gelesen wurde"}[language]
    assert "aria-label" in page
    assert "http://" not in page
    assert "<script" not in page
    acts = re.findall(r"<tr><td>([^<]*)</td><td class=\"n\">", page)
    assert len(acts) == len(set(acts)) > 0
    assert " src=" not in page


def test_our_own_institutions_stand_across(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = tmp_path / "ours.txt"
    ours.write_text("# ours\nUniversity of Bonn\nTechnical University of Ulm\n", "utf-8")
    source = tmp_path / "w.csv"
    both = f"University of Bonn, Germany; {PLANTED[0]}"
    source.write_text(f'id,date,affiliations\na,2019-01-05,"{both}"\nb,2019-01-06,"{PLANTED[0]}"\n', "utf-8")
    found = _report(capsys, "--ours", str(ours), str(source))
    assert [work.get("own") for work in found["works"]] == ["University of Bonn", None]  # type: ignore[attr-defined]


def test_the_report_is_written_whole(tmp_path: Path) -> None:
    source, out = tmp_path / "w.jsonl", tmp_path / "report.html"
    source.write_text(lines(20, 10), "utf-8")
    assert main(["audit", "--format", "html", "-o", str(out), str(source)]) == 1
    assert out.read_text("utf-8").endswith("</html>\n")
    assert [each.name for each in tmp_path.glob("*.tmp")] == []
    assert main(["audit", "-o", str(tmp_path / "no" / "where.html"), str(source)]) == 2


def test_an_epoch_holds_one_answer() -> None:
    policy, current = load("de"), resolver()
    days = epochs(policy)
    for text in (PLANTED[0], "Sharif University of Technology, Tehran, Iran"):
        for begin, end in zip(days[-25:], days[-24:], strict=False):
            if len(begin) == 10 == len(end) and begin < end:
                month = f"{begin[:7]}-{min(int(begin[8:]) + 1, 28):02d}"
                later = month if begin < month < end else begin
                one, two = asked(text, policy, current, begin), asked(text, policy, current, later)
                assert [each.code for each in one] == [each.code for each in two]


def test_a_list_brought_up_to_date_is_another_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askfirst.lists.kept_list", lambda name: str(tmp_path / name))
    without = edition()
    (tmp_path / "un").write_text("one")
    first = edition()
    (tmp_path / "un").write_text("one and two")
    assert len({without, first, edition()}) == 3


def test_a_store_of_another_edition_forgets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "a.sqlite")
    store = Store(path)
    store.add([key("a"), key("b")])
    store.close()
    again = Store(path)
    quiet = Quiet(again.kept())
    assert [key(each) in quiet for each in "abca"] == [True, True, False, True]
    again.close()
    monkeypatch.setattr("askfirst.audit.store.edition", lambda: "another")
    assert Store(path).kept() == ""


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2017-06-12", "2017-06-12"),
        ("2017-06", "2017-06-01"),
        (2017, "2017-01-01"),
        ("June 2017", "2017-01-01"),
        ("2017-13-40", "2017-01-01"),
        ("", ""),
        (None, ""),
        (True, ""),
        ("n.d.", ""),
        ("99999", ""),
    ],
)
def test_dates_as_sources_write_them(given: object, day: str) -> None:
    assert date_of(given) == day


def test_numbers_of_lines_survive_chunks() -> None:
    _, unread = records(Chunk("w.jsonl", 2001, (b"{}\n", b"{\n")))
    assert unread[0].place == "w.jsonl:2002"


def test_parquet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB (extra 'audit') is not installed")
    plain, source = tmp_path / "w.jsonl", tmp_path / "w.parquet"
    plain.write_text(lines(300, 40), "utf-8")
    duckdb.execute(f"copy (select * from read_json_auto('{plain}')) to '{source}' (format parquet)")
    assert _ids(_report(capsys, str(source))) == _expected(300, 40) != set()


def test_parquet_without_duckdb_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    (tmp_path / "w.parquet").write_bytes(b"PAR1")
    assert main(["audit", str(tmp_path / "w.parquet")]) == 2
    assert "askfirst[audit]" in capsys.readouterr().err


def test_settled_lines_are_counted_and_not_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "works.jsonl"
    source.write_text(lines(400, 5), "utf-8")
    first = _report(capsys, str(source))
    narrow = _report(capsys, "--since", "2019", "--no-cache", str(source))
    read: list[bytes] = []
    loads = json.loads
    monkeypatch.setattr("askfirst.audit.sources.json.loads", lambda line: read.append(line) or loads(line))
    again, narrow_again = _report(capsys, str(source)), _report(capsys, "--since", "2019", str(source))
    assert (again, narrow_again) == (first, narrow)
    assert len(read) < 80  # those with a question, twice, and what this test itself reads


def test_an_earlier_day_reads_again_what_a_later_one_settled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "w.jsonl"
    work = {"id": "w", "publication_date": "2016-11-29", "authorships": [{"raw_affiliation_strings": [PLANTED[0]]}]}
    source.write_text(json.dumps(work) + "\n", "utf-8")
    assert _ids(_report(capsys, str(source))) == set()
    assert _report(capsys, "--date", "2016-12-24", str(source)) == _report(
        capsys, "--date", "2016-12-24", "--no-cache", str(source)
    )


def test_verdicts_of_one_jurisdiction_are_not_those_of_another(tmp_path: Path) -> None:
    path = str(tmp_path / "a.sqlite")
    store = Store(path, "de")
    store.add([key("a")], [(1, 2)])
    store.close()
    assert len(Store(path, "de").settled()) == 1
    assert len(Store(path, "eu").settled()) == 0
