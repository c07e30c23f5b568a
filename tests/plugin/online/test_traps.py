"""What a service may answer instead of a record: one sentence each, the rest goes on, and nothing leads elsewhere."""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from email.utils import formatdate
from typing import Any

import pytest

from askfirst.errors import Failure
from askfirst.online import asking, services
from askfirst.online.asking import Door, Limits
from askfirst.online.refusals import NotThere, Refusal
from askfirst_checks.words import Text

from .conftest import Run
from .services import BERLIN, BUDGET, KEY, KISU, WEB_PAGE, Answer, FakeServices, author, deposit, person, work

ONE, TWO, THREE = "10.5555/example.1", "10.5555/example.2", "10.5555/example.3"
RECORD = json.dumps(work(ONE, author("B. Beispiel", KISU))).encode()
QUICK = Limits(seconds=0.5, wait=2.0, backoff=0.0)
Result = Callable[..., dict[str, Any]]


def door(fake: FakeServices, limits: Limits = QUICK, said: list[Text] | None = None) -> Door:
    told = said if said is not None else []
    return Door(services.at(services.OPENALEX, fake.endpoint), KEY, told.append, limits)


def refused(fake: FakeServices, answer: Answer, limits: Limits = QUICK) -> Refusal:
    fake.openalex(ONE, answer)
    with pytest.raises(Refusal) as caught:
        door(fake, limits).record(f"works/doi:{ONE}")
    assert KEY not in caught.value.text.en
    assert caught.value.text.de != caught.value.text.en
    return caught.value


def moved(fake: FakeServices, location: str, status: int = 301) -> Answer:
    return Answer(status, b"", {"Location": location.replace("HERE", fake.endpoint)})


@pytest.mark.parametrize("location", ["HERE/openalex/works/W2", "/openalex/works/W2", "HERE/openalex/works/W2?x=1#y"])
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_merged_record_is_followed_within_the_service(services: FakeServices, location: str, status: int) -> None:
    services.openalex(ONE, moved(services, location, status))
    services.answers["/openalex/works/W2"] = [Answer(200, RECORD)]
    assert door(services).record(f"works/doi:{ONE}")["id"] == "https://openalex.org/W0000000001"
    assert services.asked[1].path == f"/openalex/works/W2?api_key={KEY}"


@pytest.mark.parametrize(
    "location",
    ["https://example.org/works/W2", "http://localhost:1/openalex/works/W2", "//example.org/x",
     "HERE/crossref/works/W2",
     "HERE/openalex/../crossref/works/W2", "ftp://127.0.0.1/openalex/x", "file:///etc/passwd", "", "HERE/openalexed/x",
     "http://user@127.0.0.1/openalex/works/W2", "https://[broken/openalex"],
)  # fmt: skip
def test_a_redirect_elsewhere_is_not_followed(services: FakeServices, location: str) -> None:
    refusal = refused(services, moved(services, location))
    assert "sends on to another address" in refusal.text.en
    assert len(services.asked) == 1


@pytest.mark.parametrize(("status", "headers"), [(302, {"Location": "/openalex/works/W2"}), (503, {})])
def test_the_body_of_what_is_no_record_is_not_read(
    services: FakeServices, status: int, headers: dict[str, str]
) -> None:
    flood = Answer(status, b" " * 4_000_000, headers, trickle=0.001)
    services.openalex(ONE, flood, Answer(200, RECORD))
    services.answers["/openalex/works/W2"] = [Answer(200, RECORD)]
    assert door(services).record(f"works/doi:{ONE}")["id"]  # the whole of it would take an hour


def test_after_a_slow_answer_the_next_one_is_read(services: FakeServices) -> None:
    services.openalex(ONE, Answer(200, RECORD, head_trickle=0.05), Answer(200, RECORD))
    one = door(services)
    with pytest.raises(Refusal, match="took longer than"):
        one.record(f"works/doi:{ONE}")
    assert one.record(f"works/doi:{ONE}")["id"]


def test_no_cookie_is_kept(services: FakeServices) -> None:
    services.openalex(ONE, Answer(200, RECORD, {"Set-Cookie": "who=you; Path=/"}))
    one = door(services)
    for _ in range(2):
        one.record(f"works/doi:{ONE}")
    assert "Cookie" not in services.asked[1].headers


def test_a_redirect_in_a_circle_ends(services: FakeServices) -> None:
    assert "sends on" in refused(services, moved(services, f"/openalex/works/doi:{ONE}")).text.en
    assert len(services.asked) == 3


def test_404_is_an_answer(services: FakeServices, result: Result) -> None:
    with pytest.raises(NotThere):
        door(services).record(f"works/doi:{ONE}")
    found = result("--doi", ONE)
    assert found["works"][0]["state"] == "unknown"
    assert found["works"][0]["says"] == [
        "OpenAlex does not know this number (29 Nov 2026)",
        "Crossref does not know this number (29 Nov 2026)",
    ]
    assert found["complete"] is True


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_waited_for_and_said(services: FakeServices, status: int) -> None:
    said: list[Text] = []
    services.openalex(ONE, Answer(status, b"", {"Retry-After": "1"}), Answer(200, RECORD))
    began = time.monotonic()
    assert door(services, said=said).record(f"works/doi:{ONE}")["doi"].endswith(ONE)
    assert time.monotonic() - began >= 1.0
    assert [each.en for each in said] == ["OpenAlex asks to wait 1 second. Ctrl-C stops; what was read is kept."]


def test_retry_after_may_be_a_date(services: FakeServices) -> None:
    services.openalex(ONE, Answer(429, b"", {"Retry-After": formatdate(time.time() + 1)}), Answer(200, RECORD))
    assert door(services).record(f"works/doi:{ONE}")


@pytest.mark.parametrize("header", ["soon", "-3", "", "1e9999"])
def test_a_retry_after_that_says_nothing_is_not_relied_on(services: FakeServices, header: str) -> None:
    services.openalex(ONE, Answer(503, b"", {"Retry-After": header}), Answer(200, RECORD))
    assert door(services).record(f"works/doi:{ONE}")


def test_a_service_that_stays_busy_is_given_up(services: FakeServices) -> None:
    assert "is busy (status 503)" in refused(services, Answer(503)).text.en
    assert len(services.asked) == 5


@pytest.mark.parametrize(
    "answer", [BUDGET, Answer(429, b"", {"Retry-After": "43200"}), Answer(429, b"", {"X-RateLimit-Remaining": "0"})]
)
def test_a_days_budget_is_final_at_once(services: FakeServices, answer: Answer) -> None:
    refusal = refused(services, answer)
    assert refusal.is_final
    assert "the day's budget is used up" in refusal.text.en
    assert len(services.asked) == 1


def test_the_budget_ends_one_service_and_the_other_goes_on(services: FakeServices, result: Result) -> None:
    services.openalex(ONE, BUDGET)
    for doi in (ONE, TWO, THREE):
        services.crossref(doi, deposit(doi, person("Muster", BERLIN)))
    found = result("--doi", ONE, "--doi", TWO, "--doi", THREE)
    assert len(services.paths("openalex")) == 1
    assert len(services.paths("crossref")) == 3
    says = "OpenAlex: the day's budget is used up; in 12 hours it begins anew."
    assert found["notices"] == [f"{says} What was read is kept, and a later run goes on from there"]


@pytest.mark.parametrize(
    ("status", "says"), [(403, "refuses to answer (status 403)"), (401, "does not accept the key")]
)
def test_a_refusal_is_final(services: FakeServices, look_up: Run, status: int, says: str) -> None:
    services.openalex(ONE, Answer(status, b"{}"))
    code, out, err = look_up("--doi", ONE, "--doi", TWO, "--service", "openalex")
    assert code == 2  # nothing is open, but not everything was answered either
    assert says in " ".join(out.split())
    assert len(services.asked) == 1
    assert KEY not in out + err


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer(200, RECORD, delay=1.5), "took longer than"),
        (Answer(200, RECORD, trickle=0.05), "took longer than"),
        (Answer(200, RECORD, head_trickle=0.05), "took longer than"),
        (WEB_PAGE, "seems to answer with a web page"),
        (WEB_PAGE._replace(headers={"Content-Type": "application/json"}), "seems to answer with a web page"),
        (Answer(200, RECORD[:-20]), "is broken and cannot be read"),
        (Answer(200, b""), "is broken"),
        (Answer(200, b"[1, 2]"), "is broken"),
        (Answer(200, b"\xff\xfe\xfa"), "is broken"),
        (Answer(200, b"[" * 200_000), "is broken"),
        (Answer(200, b'{"a": ' + b"9" * 10_000 + b"}"), "is broken"),
        (Answer(200, RECORD, {"Content-Length": str(len(RECORD) + 100)}, trickle=0.0), "took longer|is broken"),
        (Answer(200, b"no gzip", {"Content-Encoding": "gzip"}), "is broken"),
        (Answer(200, b" " * (6 * 1024 * 1024)), "is larger than 5 MB"),
        (Answer(200, gzip.compress(b" " * (200 * 1024 * 1024)), {"Content-Encoding": "gzip"}), "is larger than 5 MB"),
        (Answer(418, b"{}"), "answered with status 418"),
        (Answer(204, b""), "answered with status 204"),
    ],
)
def test_one_sentence_each(services: FakeServices, answer: Answer, says: str) -> None:
    limits = Limits(seconds=5.0, backoff=0.0) if len(answer.body) > 100_000 else QUICK
    refusal = refused(services, answer, limits)
    assert any(part in refusal.text.en for part in says.split("|")), refusal.text.en
    assert not refusal.is_final


def test_json_that_is_no_record_is_said(services: FakeServices, result: Result) -> None:
    services.openalex(ONE, {"error": "something"})
    services.crossref(ONE, {"status": "ok", "message": "hello"})
    found = result("--doi", ONE)
    assert found["works"][0]["state"] == "not-asked"
    assert found["works"][0]["says"] == [
        "the answer of OpenAlex is broken and cannot be read",
        "the answer of Crossref is broken and cannot be read",
    ]
    assert found["complete"] is False


def test_one_bad_answer_stops_nothing_and_three_in_a_row_stop_the_service(
    services: FakeServices, result: Result
) -> None:
    dois = [f"10.5555/example.{n}" for n in range(8)]
    for n, doi in enumerate(dois):
        services.openalex(doi, work(doi, author("A. Muster", BERLIN)) if n == 1 else WEB_PAGE)
    found = result(*[each for doi in dois for each in ("--doi", doi)], "--service", "openalex")
    assert services.paths() == [f"/openalex/works/doi:{doi}" for doi in dois[:5]]
    assert found["notices"] == ["OpenAlex failed 3 times in a row and is not asked again in this run"]
    assert [each["state"] for each in found["works"]] == ["not-asked", "none", *["not-asked"] * 6]


def test_nobody_there(look_up: Run, services: FakeServices) -> None:
    services.stop()
    code, out, _ = look_up("--doi", ONE, "--service", "crossref")
    assert code == 2
    assert "Crossref cannot be reached" in out


def test_no_proxy_for_this_computer(services: FakeServices, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    services.openalex(ONE, Answer(200, RECORD))
    assert door(services).record(f"works/doi:{ONE}")


def test_the_users_proxy_is_taken_for_the_real_services(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example.org:3128")
    assert asking._proxies("https://api.crossref.org/v1/x")["https"] == "http://proxy.example.org:3128"
    monkeypatch.setenv("no_proxy", "api.crossref.org")
    assert asking._proxies("https://api.crossref.org/v1/x") == {}


def test_a_password_in_netrc_is_not_sent(
    services: FakeServices, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / "netrc").write_text("default login me password hidden\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    services.openalex(ONE, Answer(200, RECORD))
    door(services).record(f"works/doi:{ONE}")
    assert "Authorization" not in services.asked[0].headers


@pytest.mark.parametrize(
    "endpoint", ["https://example.org", "http://127.0.0.1.example.org/", "ftp://x", "http://[", "x"]
)
def test_the_endpoint_of_tests_is_this_computer_only(endpoint: str) -> None:
    with pytest.raises(Failure, match="takes an address of this computer only"):
        services.at(services.OPENALEX, endpoint)


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch, look_up: Run) -> None:
    monkeypatch.setitem(sys.modules, "requests", None)
    code, out, err = look_up("--doi", ONE)
    assert (code, out) == (2, "")
    assert "pip install 'askfirst[online]'" in err


def test_the_pause_that_crossref_asks_for_is_kept(services: FakeServices) -> None:
    slow = {"x-rate-limit-limit": "5", "x-rate-limit-interval": "1s", "x-concurrency-limit": "1"}
    services.openalex(ONE, Answer(200, RECORD, slow))
    one = door(services)
    began = time.monotonic()
    for _ in range(3):
        one.record(f"works/doi:{ONE}")
    assert time.monotonic() - began >= 0.4


@pytest.mark.parametrize("said", [("0", "1s"), ("x", "1s"), ("5", ""), ("1", "86400s"), ("nan", "1s"), ("1", "infs")])
def test_a_pause_that_makes_no_sense_costs_two_seconds_at_most(said: tuple[str, str]) -> None:
    limit, interval = said
    assert asking._pause({"x-rate-limit-limit": limit, "x-rate-limit-interval": interval}) <= 2.0
