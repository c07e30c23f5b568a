"""Printed marks, and the labels they mean."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern

SPLIT = pattern(r"[\s,;/.&]+|\band\b")
_RANGE = pattern(r"(\d{1,2})[-–—]{1,2}(\d{1,2})")
_CLEAN = pattern(r"[()\[\]{}$\\]")


def norm(label: str) -> str:
    """A label as it is compared."""
    return _CLEAN.sub("", label).strip(" \t\n.,;:").casefold()


def labels_of(text: str, known: frozenset[str] | set[str]) -> list[str]:
    """The known labels in a printed mark: ``1,2``, ``a b``, ``†⋄*``, ``12`` where only 1 and 2 exist."""
    whole = norm(text)
    if whole in known:
        return [whole]
    counted = any(len(k) > 1 and k.isdigit() for k in known)
    tokens = [token for token in (norm(t) for t in SPLIT.split(text)) if token]
    return [label for token in tokens for label in _in_token(token, known, counted)]


def _in_token(token: str, known: frozenset[str] | set[str], counted: bool) -> list[str]:
    """The labels that one token means; *counted* where figures of two digits exist."""
    if token in known:
        return [token]
    if numbers := _range(token):
        return [number for number in numbers if number in known]
    if (counted and token.isdigit()) or len(token) > 8:
        return []
    ways = (re.findall(r"\d+|\D", token), list(token))
    figures = re.findall(r"\d+", token)
    pieces = next((way for way in ways if known.issuperset([p for p in way if p.isalnum()])), figures)
    return [piece for piece in pieces if piece in known]


def _range(token: str) -> list[str]:
    """The numbers of a range: ``2-4``."""
    span = _RANGE.fullmatch(token)
    first, last = (int(span[1]), int(span[2])) if span else (0, 0)
    return [str(number) for number in range(first, last + 1)] if first < last else []
