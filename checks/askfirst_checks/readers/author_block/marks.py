"""Printed marks, and the labels they mean."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern

SPLIT = pattern(r"[\s,;/.&]+|\band\b")
_CLEAN = pattern(r"[()\[\]{}$\\]")


def norm(label: str) -> str:
    """A label as it is compared."""
    return _CLEAN.sub("", label).strip(" \t\n.,;:").casefold()


def labels_of(text: str, known: frozenset[str] | set[str]) -> list[str]:
    """The known labels in a printed mark: ``1,2``, ``a b``, ``†⋄*``, ``12`` where only 1 and 2 exist."""
    whole = norm(text)
    counted = any(len(k) > 1 and k.isdigit() for k in known)
    if whole in known:
        return [whole]
    out: list[str] = []
    for token in (norm(t) for t in SPLIT.split(text)):
        if not token:
            continue
        if token in known:
            out.append(token)
            continue
        span = re.fullmatch(r"(\d{1,2})[-–—]{1,2}(\d{1,2})", token)
        if span and int(span[1]) < int(span[2]):
            out += [str(n) for n in range(int(span[1]), int(span[2]) + 1) if str(n) in known]
        elif counted and token.isdigit():
            continue
        elif len(token) <= 8:
            pieces = re.findall(r"\d+|\D", token)
            if not all(p in known for p in pieces if p.isalnum()):
                pieces = list(token)
            if all(p in known for p in pieces if p.isalnum()):
                out += [p for p in pieces if p in known]
            else:
                out += [p for p in re.findall(r"\d+", token) if p in known]
    return out
