r"""Branches that are not printed: ``\ifX ... \else ... \fi`` where the file declares the switch and sets it once."""

from __future__ import annotations

import re
from itertools import islice

from askfirst_checks.patterns import pattern

_DECLARED = pattern(r"^(?:[^\n%]{0,400}[}\s])?\\newif\s*\\if([A-Za-z]{1,40})(?![A-Za-z@])", re.MULTILINE)
_SETS = r"(%%[^\n]*)?\\%s(true|false)(?![A-Za-z@])"
_ALONE = pattern(
    r"(?:\\(?:documentclass|usepackage)\s*(?:\[[^\[\]\n]{0,200}\]\s*)?\{[^{}\n]{0,200}\}|\\newif\s*\\if[A-Za-z]{1,40}|"
    r"\\[A-Za-z]{1,40}(?:true|false)(?![A-Za-z@])|[ \t])*"
)
"""what may stand before such a setting in its line: other settings"""
_TOKEN = pattern(r"\\(?:(if(?!f(?![A-Za-z@])|thenelse)[A-Za-z@]*)|(else)|(fi))(?![A-Za-z@])")
_NEW = pattern(r"\\newif\s*\\if[A-Za-z@]+|\\(?:let|def|expandafter)\s*\\if[A-Za-z@]+|(?<!\\)%[^\n]*")
_GROUP = pattern(r"\\(?:begingroup|bgroup|begin\s*\{(?!document\}))")
_INK = pattern(r"[^\n]")
_MOST = 50
_TOKENS = 2_000


def without_dead(text: str) -> str:
    r"""*text* with such branches blank, every other sign in its place.

    Left alone: a switch that is set nowhere or more than once, within a group, or behind its use.
    """
    if "\\newif" not in text:
        return text
    for match in islice(_DECLARED.finditer(text), _MOST):
        text = _blanked(text, match[1], match.end())
    return text


def _blanked(text: str, name: str, declared: int) -> str:
    settings = list(islice(re.finditer(_SETS % re.escape(name), text), 3))
    if len(settings) != 1 or settings[0][1]:
        return text
    if settings[0].start() < declared or not _is_for_all(text, settings[0].start()):
        return text
    is_true = settings[0][2] == "true"
    use = re.compile(rf"\\if{re.escape(name)}(?![A-Za-z@])")
    here = settings[0].end()
    for _ in range(_MOST):
        match = use.search(text, here)
        if match is None:
            break
        here = match.end()
        middle, end = parts(text, match.end())
        if end > 0:
            start, stop = (middle, end) if is_true else (match.end(), middle)
            text = text[:start] + _INK.sub(" ", text[start:stop]) + text[stop:]
    return text


def _is_for_all(text: str, start: int) -> bool:
    """Whether the setting at *start* holds for all that follows: alone in its line, in no group and no condition."""
    line = text.rfind("\n", 0, start) + 1
    before = text[:line]
    return (
        _ALONE.fullmatch(text, line, start) is not None
        and not _GROUP.search(before)
        and before.count("{") == before.count("}")
        and not _is_within_condition(before)
    )


def _is_within_condition(before: str) -> bool:
    r"""Whether a condition is open behind *before*: then what follows it may not happen."""
    depth = 0
    for token in islice(_TOKEN.finditer(_NEW.sub("", before)), _TOKENS):
        depth += 1 if token[1] else -1 if token[3] else 0
    return depth > 0


def parts(text: str, start: int) -> tuple[int, int]:
    r"""Where ``\else`` and ``\fi`` of a condition stand, one place where it has no ``\else``; -1 where it is open."""
    depth, middle = 0, -1
    for token in islice(_TOKEN.finditer(text, start), _TOKENS):
        if token[1]:
            depth += 1
        elif token[2] and not depth:
            middle = token.start()
        elif token[3]:
            if not depth:
                return (middle if middle >= 0 else token.start()), token.start()
            depth -= 1
    return -1, -1
