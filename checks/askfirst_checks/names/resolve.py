"""What one printed affiliation or address resolves to."""

from __future__ import annotations

from askfirst_checks.model import CountryHit, Evidence, Resolution
from askfirst_checks.names.countries import find
from askfirst_checks.names.lexicon import lexicon
from askfirst_checks.names.normalise import places, words
from askfirst_checks.names.verdict import Fact, decide, weigh

_KINDS = {"unit": "place", "town": "place", "body": "institution", "demonym": "country"}


class Resolver:
    """Resolves printed texts; remembers what it resolved."""

    def __init__(self, watch: tuple[str, ...] = (), ror_index: str | None = None) -> None:
        self.watch = watch
        self.ror_index = ror_index
        self._known: dict[str, Resolution] = {}

    def resolve(self, text: str) -> Resolution:
        """Countries and institutions of one printed affiliation. Empty answers mean unknown."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 50_000:
                self._known.clear()
            known = self._known[text] = self._resolve(text)
        return known

    def _resolve(self, text: str) -> Resolution:
        said = words(text)
        ascii_only = text.isascii()
        hits = find(said, lexicon(not ascii_only), ascii_only)
        if not hits:
            return Resolution(text)
        facts = weigh(text, said, places(text), hits)
        verdict = decide(facts)
        countries = tuple(CountryHit(code, tuple(_evidence(text, f, code) for f in facts if code in f.meaning.codes)) for code in verdict.codes)
        undecided = () if countries else tuple(_evidence(text, f, c) for f in facts for c in f.meaning.codes)
        return Resolution(text, countries, undecided=undecided)


def _evidence(text: str, fact: Fact, code: str) -> Evidence:
    meaning = fact.meaning
    strength = "strong" if code in meaning.strong else "weak" if code in meaning.weak else "suggests"
    kind = _KINDS.get(meaning.kind, meaning.kind)
    return Evidence(kind, text[fact.start : fact.end], code, strength, fact.start, fact.end)  # type: ignore[arg-type]
