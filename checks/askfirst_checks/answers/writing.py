"""A new answer as a file: its name and a text that reads back as the same answer."""

from __future__ import annotations

import re

from askfirst_checks.answers.reading import read_answer
from askfirst_checks.answers.values import Answer
from askfirst_checks.names.normalise import plain

_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def compose(answer: Answer) -> tuple[str, str]:
    """File name (``<date>-<slug>.toml``) and text for *answer*; its `path` is ignored.

    Raises `BrokenData` when the answer would not read back: what is missing or contradictory, by key.
    """
    lines = [
        f"kind        = {_quoted(answer.kind)}",
        *_given("reference", answer.reference),
        *_given("asked", answer.asked, day=True),
        *_given("answered", answer.answered, day=True),
        *_given("outcome", answer.outcome),
        *_given("valid_until", answer.valid_until, day=True),
        *_given("by", answer.by),
        *_given("reason", answer.reason),
        *_given("ground", answer.ground),
        *_given("second_reader", answer.second_reader),
        *_given("content", answer.content),
        *_assessed(answer),
        "",
        "[covers]",
        f"institutions = {_list(answer.institutions)}",
        f"people       = {_list(answer.people)}",
        f"countries    = {_list(answer.countries)}",
        f"work         = {_quoted(answer.work)}",
        *([f"document     = {_quoted(answer.document)}"] if answer.document else []),
    ]
    name, text = _name(answer), "\n".join(lines) + "\n"
    read_answer(name, text)
    return name, text


def _given(key: str, value: str, *, day: bool = False) -> list[str]:
    return [f"{key:<11} = {value if day else _quoted(value)}"] if value else []


def _assessed(answer: Answer) -> list[str]:
    if not answer.assessed:
        return []
    return ["", "[assessment]", *(f"{question} = {_quoted(said)}" for question, said in answer.assessed)]


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(_quoted(value) for value in values)}]"


def _quoted(value: str) -> str:
    """A TOML basic string."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    escaped = _CONTROL.sub(lambda match: f"\\u{ord(match.group()):04X}", escaped)
    return f'"{escaped}"'


def _name(answer: Answer) -> str:
    about = [*answer.institutions, *answer.people, *answer.countries, answer.work, "answer"]
    words = re.sub(r"[^a-z0-9]+", "-", plain(about[0].removeprefix("printed:")))
    slug = words.strip("-")[:60].strip("-") or "answer"
    return f"{answer.answered or answer.asked or 'undated'}-{slug}.toml"
