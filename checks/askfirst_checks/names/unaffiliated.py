"""Printed texts by which authors say that they belong to no institution: "Independent Researcher, Oldtown"."""

from __future__ import annotations

from askfirst_checks.names.normalise import plain

_PHRASES = (
    "independent researcher",
    "independent scholar",
    "independent scientist",
    "independent consultant",
    "independent investigator",
    "independent author",
    "private researcher",
    "private scholar",
    "citizen scientist",
    "unaffiliated",
    "no affiliation",
    "without affiliation",
    "self employed",
    "freelance",
    "unabhangiger forscher",
    "unabhangige forscherin",
    "unabhangiger wissenschaftler",
    "unabhangige wissenschaftlerin",
    "privatgelehrter",
    "privatgelehrte",
    "chercheur independant",
    "chercheuse independante",
    "investigador independiente",
    "investigadora independiente",
    "ricercatore indipendente",
    "ricercatrice indipendente",
    "pesquisador independente",
    "pesquisadora independente",
    "независимыи исследователь",
    "независимыи ученыи",
    "незалежнии дослідник",
    "без аффилиации",
    "частное лицо",
    "独立研究者",
    "独立学者",
)


def unaffiliated(text: str) -> bool:
    """Whether *text* says so, in one of the usual ways and languages."""
    words = f" {plain(text)} "
    return any(f" {phrase} " in words for phrase in _PHRASES)
