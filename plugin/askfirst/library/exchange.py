"""What the add-on and the checker say to each other: one JSON object in, one out, versioned (``askfirst/zotero/2``).

The README of ``zotero_addon`` names every field. A field this version does not know is passed over; another schema is
refused with a sentence. One item that cannot be read is counted, and never stops the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from askfirst import __version__, checking
from askfirst.config import Settings
from askfirst.errors import Failure
from askfirst.library import quiet, shape
from askfirst.library.judging import Judged, answers_in, judge
from askfirst.library.request import SCHEMA, Request, work_of
from askfirst_checks.answers import Answers
from askfirst_checks.kinds import KINDS, OUTCOMES
from askfirst_checks.policy.profile import Profile
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text, same

_ASKS = ("open", "waiting")

_ACTION = Text("unknown action {action!r}", "unbekannte Aktion {action!r}")
_UNREADABLE = Text("This item could not be read: {why}.", "Dieser Eintrag war nicht lesbar: {why}.")
_BROKEN = Text("{file}, line {line}: {why}", "{file}, Zeile {line}: {why}")


def reply(asked: Request) -> dict[str, Any]:
    """The answer to *asked*. Raises `Failure`."""
    greeting = _greeting(asked)
    if asked.action == "hello":
        return {**greeting, **_gone(asked.language)}
    if asked.action not in ("check", "answer", "draft"):
        raise Failure(_ACTION.fill(action=shape.line(asked.action)[:40]))
    context = contacting(asked.word("contact").strip(), checking.context(Settings(), profile=asked.word("profile")))
    if asked.action == "draft":
        from askfirst.library import letter

        return {**greeting, **_gone(asked.language), "letter": letter.reply(asked, context)}
    recorded, remark = "", ""
    if asked.action == "answer":
        from askfirst.library.answering import record, remark_on

        recorded = record(asked, context)
        remark = shape.said(remark_on(recorded, answers_in(asked.folder)), asked.language)
    return {**greeting, **_checked(asked, context), "recorded": recorded, "remark": remark}


def refusal(failure: Failure, language: str) -> dict[str, Any]:
    """What is said instead of an answer."""
    return {"schema": SCHEMA, "askfirst": __version__, "error": shape.line(failure.said(language))}


def _greeting(asked: Request) -> dict[str, Any]:
    language = asked.language
    return {
        "schema": SCHEMA,
        "askfirst": __version__,
        "folder": asked.folder,
        "kinds": {kind: text.said(language) for kind, text in KINDS.items()},
        "outcomes": {outcome: text.said(language) for outcome, text in OUTCOMES.items()},
    }


def _gone(language: str) -> dict[str, Any]:
    """The screen for whoever has sent a draft already, or answers a question with no: ``title`` and ``steps``."""
    from askfirst.enquiry.already_sent import STEPS, TITLE

    steps = [shape.said(step.text, language) for step in STEPS]
    return {"already_sent": {"title": shape.said(TITLE, language), "steps": steps}}


def contacting(contact: str, context: checking.Context) -> checking.Context:
    """*context* with the *contact* of the add-on's settings as the first of the institution's own."""
    if not contact:
        return context
    profile = context.profile or Profile("", same(contact), (), {})
    return context._replace(profile=profile._replace(contact=(same(contact), *profile.contact)))


def _checked(asked: Request, context: checking.Context) -> dict[str, Any]:
    answers = answers_in(asked.folder)
    items: dict[str, Any] = {}
    judged: list[Judged] = []
    for number, each in enumerate(asked.items):
        name = str(each.get("id", number))[:100]
        try:
            judged.append(judge_item(each, context, answers))
        except Exception as error:
            items[name] = _unreadable(error, asked.language)
            continue
        items[name] = shape.item(judged[-1], asked.language, _why(judged[-1], context))
    lines = [text.said(asked.language) for each in judged if each.state in _ASKS for text in each.contact]
    return {
        "lists_of": context.policy.lists_of,
        "read": _counts(judged, len(items) - len(judged)),
        "contact": [shape.line(each) for each in dict.fromkeys(lines)],
        "broken": [_broken(error, asked) for error in answers.broken],
        "items": items,
    }


def _why(judged: Judged, context: checking.Context) -> Text | None:
    return quiet.reason(judged, context) if judged.state == "none" else None


def judge_item(item: Mapping[str, Any], context: checking.Context, answers: Answers) -> Judged:
    """Read and judge one item of a request."""
    return judge(work_of(item), context, answers)


def _counts(judged: list[Judged], unreadable: int) -> dict[str, int]:
    return {
        "items": len(judged),
        "authors": sum(len(each.work.authors) for each in judged),
        "affiliations": sum(len(each.work.affiliations) for each in judged),
        "unknown": sum(each.state == "unknown" for each in judged),
        "unreadable": unreadable,
    }


def _unreadable(error: Exception, language: str) -> dict[str, Any]:
    return {
        "state": "unreadable",
        "says": shape.said(_UNREADABLE.fill(why=type(error).__name__), language),
        "findings": [],
    }


def _broken(error: BrokenData, asked: Request) -> str:
    return shape.said(_BROKEN.fill(file=error.path, line=error.line or 1, why=error.text), asked.language)
