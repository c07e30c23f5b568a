"""A manuscript in one line, judged by the real resolver and the real policy data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy

import pytest

from askfirst_checks import answers
from askfirst_checks.check import check
from askfirst_checks.model import Address, Affiliation, Manuscript, Person, Problem, Report, Span
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import Policy, load
from askfirst_checks.policy.profile import read_profile

TITLE = "Switchable plasmonic routers"
TODAY = "2026-11-23"
BERLIN = "Max Born Institute, Max-Born-Str. 2a, 12489 Berlin, Germany"
KISU = (
    "Department of Physics, Kim Il Sung University, Taesong District, Pyongyang, Democratic People's Republic of Korea"
)
SHARIF = "Department of Physics, Sharif University of Technology, Tehran, Iran"
TEHRAN = "School of Chemistry, College of Science, University of Tehran, Tehran, Iran"
BEIHANG = "School of Physics, Beihang University, Beijing 100191, China"
MOSCOW = "Faculty of Physics, Lomonosov Moscow State University, 119991 Moscow, Russia"
MINSK = "Belarusian State University, Minsk, Belarus"
YEREVAN = "Yerevan State University, Yerevan, Armenia"

PEOPLE = 'people = ["A. Author0", "B. Author1", "C. Author2"]'
"""as an answer names the first authors of `manuscript`"""

Judge = Callable[..., Report]


def line(number: int, text: str = "x") -> Span:
    return Span("paper.tex", number, 1, number, len(text) + 1)


def manuscript(
    printed: Sequence[str],
    *,
    notes: Sequence[tuple[str, str]] = (),
    emails: Sequence[str] = (),
    title: str = TITLE,
    problems: Sequence[Problem] = (),
    block: bool = True,
) -> Manuscript:
    """One author an affiliation, one line each; *emails* belong to the authors in their order."""
    authors = [
        Person(
            f"{chr(65 + number % 26)}. Author{number}",
            line(number + 1),
            (number,),
            tuple(Address(mail, line(500 + number, mail)) for mail in emails[number : number + 1]),
        )
        for number in range(len(printed))
    ]
    affiliations = [
        Affiliation(text, line(100 + number, text), "affiliation", (number,)) for number, text in enumerate(printed)
    ]
    remarks = [Affiliation(text, line(900 + n, text), kind) for n, (kind, text) in enumerate(notes)]  # type: ignore[arg-type]
    source = "\n".join(_source(affiliations, remarks))
    return Manuscript(
        "paper.tex",
        "latex",
        block,
        line(1),
        title,
        authors=tuple(authors),
        affiliations=tuple(affiliations),
        notes=tuple(remarks),
        problems=tuple(problems),
        sources={"paper.tex": source},
    )


def _source(*groups: Sequence[Affiliation]) -> list[str]:
    everything = [each for group in groups for each in group]
    lines = [""] * max((each.span.line for each in everything), default=0)
    for each in everything:
        lines[each.span.line - 1] = each.text
    return lines


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return Resolver()


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load()


def fresh(policy: Policy) -> Policy:
    """*policy* with lists that are new on every day of a test: `test_af902_stale_lists` looks at their real age."""
    new = copy(policy)
    new._dates = tuple(each._replace(as_of="2099-01-01") for each in policy.dates)
    return new


@pytest.fixture
def judge(resolver: Resolver, policy: Policy) -> Judge:
    """``judge(KISU, BERLIN, answers=[...])``: the report on a manuscript with these affiliations."""
    usual = fresh(policy)

    def judge(
        *printed: str,
        answers_of: Sequence[str] = (),
        today: str = TODAY,
        profile: str = "",
        policy: Policy = usual,
        **more: object,
    ) -> Report:
        recorded = answers.read((f"{number:02}.toml", text) for number, text in enumerate(answers_of))
        assert not recorded.broken, [str(error) for error in recorded.broken]
        read = read_profile("profile.toml", profile) if profile else None
        paper = manuscript(printed, **more)  # type: ignore[arg-type]
        return check(paper, policy, recorded, today, resolver=resolver, profile=read)

    return judge


def codes(report: Report) -> list[str]:
    """The codes of all findings and of what stands under them."""
    return [each.code for finding in report.findings for each in (finding, *finding.also)]


def answer(kind: str = "state-decision", outcome: str = "no-licence-needed", **given: str) -> str:
    """The text of an answer file; *given* are TOML values by key, ``covers`` the lines of its table."""
    keys = {
        "reference": '"Example 1"',
        "answered": "2026-10-20",
        "valid_until": "2027-10-20",
        "reason": '"because"',
        "covers": f'institutions = ["kp-kim-il-sung-university"]\n{PEOPLE}',
        "work": f'"{TITLE}"',
        **given,
    }
    covers, work = keys.pop("covers"), keys.pop("work")
    given_keys = [f"{key} = {value}" for key, value in keys.items() if value]
    lines = [f'kind = "{kind}"', *([f'outcome = "{outcome}"'] if outcome else []), *given_keys]
    return "\n".join([*lines, "[covers]", covers, f"work = {work}"]) + "\n"
