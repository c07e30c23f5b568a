"""The institutions that a profile adds: recognised by their whole printed name, at the end of a segment."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Evidence, InstitutionHit, Resolution
from askfirst_checks.names.normalise import plain
from askfirst_checks.patterns import pattern

if TYPE_CHECKING:
    from askfirst_checks.policy.profile import Profile, Watched

_SEGMENT = pattern(r"[^,;()\[\]|\n]+")


def watched_in(profile: Profile | None, resolution: Resolution) -> list[tuple[Watched, InstitutionHit]]:
    """The profile's entries that the text names, and that its country does not speak against.

    ``School of Physics, Nanjing University`` names Nanjing University; ``Nanjing University of Technology`` does not.
    """
    if profile is None or not profile.watched:
        return []
    codes = {hit.code for hit in resolution.countries}
    segments = [match.group().strip() for match in _SEGMENT.finditer(resolution.text)]
    found = []
    for entry in profile.watched:
        printed = next((each for each in segments if _ends_with(plain(each), plain(entry.name))), None)
        if printed and (not entry.country or not codes or entry.country in codes):
            found.append((entry, _hit(entry, printed, resolution.text)))
    return found


def _ends_with(segment: str, name: str) -> bool:
    return segment == name or segment.endswith(f" {name}")


def _hit(entry: Watched, printed: str, text: str) -> InstitutionHit:
    identifier = f"watch:{plain(entry.name).replace(' ', '-')}"
    start = text.index(printed)
    evidence = Evidence("institution", printed, identifier, "strong", start, start + len(printed))
    return InstitutionHit(identifier, entry.name, entry.country, None, (evidence,))
