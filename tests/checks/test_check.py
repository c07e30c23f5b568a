"""check() as a whole: one finding a text, a stable order, and nothing loaded that is not needed."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import time

import pytest
from tests.checks.conftest import (
    BEIHANG,
    BERLIN,
    KISU,
    MOSCOW,
    PEOPLE,
    SHARIF,
    TEHRAN,
    TODAY,
    YEREVAN,
    Judge,
    answer,
    manuscript,
)

from askfirst_checks import answers
from askfirst_checks.check import check
from askfirst_checks.model import Report
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import load

CLEAN = """
import sys
sys.path.insert(0, {root!r})
from tests.checks.conftest import BERLIN, TODAY, fresh, manuscript
before = set(sys.modules)
from askfirst_checks import answers
from askfirst_checks.check import check
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import load
paper = manuscript([BERLIN, "Stanford University, CA, USA"], emails=["a@mbi-berlin.de"], notes=[("funding", "by DFG")])
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
lists = load() if {old} else fresh(load())
report = check(paper, lists, answers.read([]), TODAY, resolver=Resolver())
import json
print(json.dumps([sorted(set(sys.modules) - before), opened, len(report.findings)]))
"""


def test_a_clean_manuscript_is_silent(judge: Judge) -> None:
    report = judge(BERLIN, "Stanford University, Stanford, CA, USA", "Peking University of Arts")
    assert report.findings == ()
    assert report.open == ()
    assert report.lists_of == load().lists_of


@pytest.mark.parametrize("old", [False, True])
def test_a_clean_manuscript_loads_no_rule_and_reads_no_toml(request: pytest.FixtureRequest, old: bool) -> None:
    script = CLEAN.format(root=str(request.config.rootpath), old=old)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd="/")
    modules, opened, findings = json.loads(done.stdout)
    assert findings == int(old)
    loaded = [name.rpartition(".")[2] for name in modules if name.startswith("askfirst_checks.rules.")]
    looked = [name for name in loaded if name[:3] in ("af1", "af2", "af4", "af7", "af9")]
    assert looked == (["af902_stale_lists"] if old else [])
    assert not {"tomllib", "dataclasses", "askfirst_checks.policy.measures"} & set(modules)
    assert not [path for path in opened if path.endswith((".toml", "listings.tsv"))]


def test_one_affiliation_is_one_finding_and_the_rest_stands_under_it(judge: Judge) -> None:
    report = judge(SHARIF)
    (finding,) = report.findings
    assert finding.code == "AF201"
    assert [each.code for each in finding.also] == ["AF701", "AF103", "AF202"]
    assert not any(each.also for each in finding.also)


def test_what_an_answer_leaves_open_speaks_in_its_place(judge: Judge) -> None:
    answered = answer("own-assessment", covers=f'institutions = ["ir-sharif-university-of-technology"]\n{PEOPLE}')
    (finding,) = judge(SHARIF, answers_of=[answered]).findings
    states = {each.code: each.state for each in (finding, *finding.also)}
    assert (finding.code, finding.state) == ("AF201", "open")
    assert states["AF103"] == states["AF202"] == "answered"


def test_a_state_decision_does_not_answer_a_listing(judge: Judge) -> None:
    printed = "Academy of National Defense Science, Pyongyang, DPR Korea"
    covers = f'institutions = ["kp-academy-of-national-defense-science"]\n{PEOPLE}'
    (finding,) = judge(printed, answers_of=[answer(covers=covers)]).open
    assert finding.code == "AF201"
    both = [answer(covers=covers), answer("bafa-licence", "licence-granted", covers=covers)]
    assert not judge(printed, answers_of=both).open


def test_findings_stand_in_the_order_of_the_source(judge: Judge) -> None:
    report = judge(MOSCOW, BERLIN, KISU, BEIHANG, YEREVAN)
    assert [finding.span.line for finding in report.findings] == [100, 102, 103, 104]


def test_the_same_input_gives_the_same_report(judge: Judge) -> None:
    recorded = [answer(), answer("bafa-auskunft-gueterliste"), answer(work='"Other"')]
    printed = (MOSCOW, KISU, TEHRAN)
    reports: list[Report] = [judge(*printed, answers_of=list(each)) for each in itertools.permutations(recorded)]
    assert {tuple((f.code, f.state, f.span) for f in report.findings) for report in reports} == {
        tuple((f.code, f.state, f.span) for f in reports[0].findings)
    }
    assert judge(*printed) == judge(*printed)


def test_whom_to_ask_is_named_only_where_something_is_asked(judge: Judge) -> None:
    assert judge(KISU).contact
    assert not judge(YEREVAN).contact
    assert not judge(BERLIN).contact


@pytest.mark.parametrize(("printed", "authority"), [(KISU, True), (SHARIF, True), (TEHRAN, True), (BEIHANG, False)])
def test_the_authority_is_named_only_where_a_question_rests_on_law(judge: Judge, printed: str, authority: bool) -> None:
    contact = judge(printed).contact
    assert any("BAFA" in line.en for line in contact) == authority
    assert contact
    own = judge(printed, profile='name = "X"\n[contact]\noffice = "Office 7"\n').contact
    assert own[0].en == "Office 7"
    assert any("BAFA" in line.en for line in own) == authority


def test_an_answer_may_know_the_work_by_another_name(resolver: Resolver) -> None:
    recorded = answers.read([("a.toml", answer(work='"Zotero: DPRK papers"'))])
    paper = manuscript([KISU])
    assert check(paper, load(), recorded, TODAY, resolver=resolver).open
    named = check(paper, load(), recorded, TODAY, resolver=resolver, works=["Zotero: DPRK papers"])
    assert [each.code for each in named.open] == ["AF103"], "the leg that a State does not decide"
    assert named.answers == ("a.toml",)


class Counting:
    """A resolver that counts what it is asked."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.asked: list[str] = []

    def resolve(self, text: str):  # type: ignore[no-untyped-def]
        self.asked.append(text)
        return self.resolver.resolve(text)

    def address(self, text: str):  # type: ignore[no-untyped-def]
        return self.resolver.address(text)


def test_a_large_collaboration_resolves_each_text_once_and_is_quick(resolver: Resolver) -> None:
    texts = [f"Institute {number} of Physics, University of Somewhere {number}, Germany" for number in range(200)]
    printed = [*texts, MOSCOW, KISU, BEIHANG] * 15
    counting = Counting(resolver)
    start = time.perf_counter()
    report = check(manuscript(printed), load(), answers.read([]), TODAY, resolver=counting)
    took = time.perf_counter() - start
    assert len(counting.asked) == 203
    assert len(report.open) == 3
    assert {len(finding.people) for finding in report.open} == {15}
    assert took < 3
