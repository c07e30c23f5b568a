"""The release workflow runs what was read, with no more rights than it needs."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from tests.release.parts import ROOT

TEXT = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
JOBS: dict[str, Any] = WORKFLOW["jobs"]
STEPS = [(name, step) for name, job in JOBS.items() for step in job["steps"]]


def test_every_action_is_a_commit_whose_release_is_named() -> None:
    uses = re.findall(r"^ +- uses: (.*)$", TEXT, re.M)
    assert len(uses) == sum("uses" in step for _, step in STEPS)
    for each in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)
    assert len(set(uses)) == len({each.split("@")[0] for each in uses}), "one commit an action"


@pytest.mark.parametrize("job", JOBS)
def test_rights_are_those_of_the_job(job: str) -> None:
    assert WORKFLOW["permissions"] == {}
    rights = JOBS[job]["permissions"]
    assert rights.get("contents", "read") == ("write" if job == "attach" else "read")
    assert set(rights) <= ({"id-token"} if job == "publish" else {"contents"})
    assert JOBS[job]["timeout-minutes"] <= 60


def test_nothing_foreign_is_put_into_a_command() -> None:
    for name, step in STEPS:
        assert "${{" not in step.get("run", ""), f"{name}: by the environment, so that a tag's name is no command"
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_it_is_published_only_where_the_owner_says_so() -> None:
    assert "vars.PUBLISH_PYPI == 'true'" in JOBS["publish"]["if"]
    assert JOBS["attach"]["needs"] == ["test", "lowest", "build"]
    for name in ("attach", "publish", "extension"):
        assert "github.ref_type == 'tag'" in JOBS[name]["if"]
    assert WORKFLOW[True]["push"] == {"tags": ["v*"]}


def test_it_tests_every_python_that_is_declared() -> None:
    declared = re.findall(r'Python :: (3\.\d+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(declared) <= set(JOBS["test"]["strategy"]["matrix"]["python"])
