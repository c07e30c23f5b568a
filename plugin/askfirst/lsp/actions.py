"""What a person can do about a question from inside the editor. Each action is a command that the server runs."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from lsprotocol import types

from askfirst import recording
from askfirst.errors import Failure
from askfirst.lsp import present
from askfirst_checks.model import Finding, Report
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

ANSWER = "askfirst.answer"
DRAFT = "askfirst.draft"
NOT_THIS = "askfirst.notThisInstitution"
SOURCE = "askfirst.openSource"
PAGE = "askfirst.showPage"
OVERVIEW = "askfirst.overview"

_ANSWER = Text("askfirst: record an answer…", "askfirst: Antwort festhalten …")
_DRAFT = Text("askfirst: draft the enquiry…", "askfirst: Anfrage entwerfen …")
_NOT_THIS = Text("askfirst: not this institution…", "askfirst: nicht diese Einrichtung …")
_SOURCE = Text("askfirst: open the source: {title}", "askfirst: Quelle öffnen: {title}")
_PAGE = Text("askfirst: show the page of {code} {name}", "askfirst: Seite zu {code} {name} zeigen")


def offered(finding: Finding, diagnostic: types.Diagnostic, language: str, jurisdiction: str) -> list[types.CodeAction]:
    """The actions for *finding*, the one that answers first."""
    about = diagnostic.data
    actions = [_action(_ANSWER.said(language), ANSWER, [about], diagnostic, preferred=True)]
    if finding.grounds and finding.level != "note":
        actions.append(_action(_DRAFT.said(language), DRAFT, [about], diagnostic))
    if recording.NOT_THIS in recording.reaching(finding):
        actions.append(_action(_NOT_THIS.said(language), NOT_THIS, [about], diagnostic))
    for ground in dict.fromkeys(each for f in (finding, *finding.also) for each in f.grounds):
        if ground.url.startswith(("https://", "http://")):
            title = _SOURCE.fill(title=ground.source).said(language)
            actions.append(_action(title, SOURCE, [ground.url], diagnostic))
    page = _PAGE.fill(code=finding.code, name=finding.name).said(language)
    actions.append(_action(page, PAGE, [finding.code, jurisdiction], diagnostic))
    return actions


def _action(
    title: str, command: str, arguments: list[Any], diagnostic: types.Diagnostic, preferred: bool = False
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        is_preferred=preferred or None,
        command=types.Command(title, command, arguments=arguments),
    )


def wanted(only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Whether a client that asks for kinds *only* wants quick fixes."""
    quick = types.CodeActionKind.QuickFix.value
    return only is None or any(quick == str(kind) or str(kind) == "" for kind in map(_value, only))


def _value(kind: types.CodeActionKind | str) -> str:
    return str(getattr(kind, "value", kind))


def again(report: Report, about: Mapping[str, Any]) -> Finding | None:
    """The question that *about* (see `present.data`) came from, if it is still asked."""
    for finding in present.visible(report, notes=True):
        known = present.data(finding)
        if all(about.get(key) == value for key, value in known.items()):
            return finding
    return None


def place_of(error: Failure | BrokenData) -> tuple[str, int] | None:
    """Absolute path and line (from 1) of a broken configuration or profile, where it has one."""
    path, line = (error.file, error.line or 1) if isinstance(error, Failure) else (error.path, error.line)
    return (path, line) if os.path.isabs(path) and path.endswith(".toml") else None
