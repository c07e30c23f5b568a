"""Why a text resolved as it did: each token's part in the verdict, and the runner-up."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING, Literal, NamedTuple
from askfirst_checks.names.normalise import tokens
from askfirst_checks.names.verdict import PLAINLY
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from askfirst_checks.names.judging import Reason
    from askfirst_checks.names.resolve import Reading, Resolver
    from askfirst_checks.names.verdict import Fact

Part = Literal["decides", "agrees", "outweighed", "undecided", "institution", "set-aside", "nothing", "runner-up"]
_PARTS: dict[Part, Text] = {
    "decides": Text("decides for {codes}", "entscheidet für {codes}"),
    "agrees": Text("agrees with {codes}", "stimmt mit {codes} überein"),
    "outweighed": Text("points to {codes}, outweighed", "weist auf {codes}, wiegt weniger"),
    "undecided": Text(
        "may point to {codes}, needs a second fact", "könnte auf {codes} weisen, braucht eine zweite Angabe"
    ),
    "institution": Text("names {codes}", "nennt {codes}"),
    "set-aside": Text("could name {codes}, set aside", "könnte {codes} nennen, bleibt außer Betracht"),
    "nothing": Text("says nothing of a country", "sagt nichts über ein Land"),
    "runner-up": Text("next in line: {codes}", "käme als Nächstes in Frage: {codes}"),
}
_REASONS: dict[Reason, Text] = {
    "torn": Text(
        "a comma parts it, or what it needs beside it is missing",
        "ein Komma trennt den Namen, oder es fehlt, was er neben sich braucht",
    ),
    "longer": Text("a longer name stands there", "dort steht ein längerer Name"),
    "away": Text("another country is printed", "ein anderes Land ist gedruckt"),
    "beside": Text(
        "the words beside it make it another body", "die Wörter daneben machen eine andere Einrichtung daraus"
    ),
    "unproven": Text(
        "it needs a second fact, such as its town or country", "eine zweite Angabe wie Ort oder Land fehlt"
    ),
}
_MOST_SET_ASIDE = 20
_KINDS = {
    "country": Text("country", "Land"),
    "unit": Text("part of a country", "Landesteil"),
    "place": Text("place", "Ort"),
    "town": Text("place", "Ort"),
    "body": Text("well-known body", "bekannte Einrichtung"),
    "demonym": Text("national body", "nationale Einrichtung"),
    "word": Text("word of a language", "Wort einer Sprache"),
    "tongue": Text("word of a language", "Wort einer Sprache"),
    "hint": Text("word of a language", "Wort einer Sprache"),
    "postcode": Text("postal code", "Postleitzahl"),
    "domain": Text("domain", "Domain"),
}


class Row(NamedTuple):
    """One stretch of the text, and what it did for the verdict."""

    words: str
    """as printed; the country code in the row of the runner-up"""
    start: int
    end: int
    kind: str
    """of the name: ``country``, ``unit``, ``place``, ``body``, ``postcode`` ...; empty for other tokens"""
    part: Part
    codes: tuple[str, ...]
    """ISO codes, or institution ids"""
    weight: int
    """by kind and place in the text; the greatest decides"""
    reason: Reason | None = None
    """why an institution's name was set aside"""

    def said(self, language: str) -> str:
        """The row as one line in *language*."""
        part = _PARTS[self.part].fill(codes=", ".join(self.codes)).said(language)
        if self.part == "runner-up":
            return part
        if self.reason is not None:
            return f"{self.words}: {part} ({_REASONS[self.reason].said(language)})"
        kind = _KINDS.get(self.kind, same("")).said(language)
        return f"{self.words}: {part}" + (f" ({kind}, {self.weight})" if kind else "")


def explain(resolver: Resolver, text: str) -> list[Row]:
    """Each token's part in the verdict, in printed order; then the names of institutions that were set aside, and why.

    The country that comes next, if there is one, stands last.
    """
    reading = resolver.read(text)
    aside = resolver.gazetteer.set_aside(reading.text, reading.verdict.codes)[:_MOST_SET_ASIDE]
    named = {hit.id for hit in reading.institutions}
    more = [
        Row(reading.text[start:end], start, end, "body", "set-aside", (id_,), 0, reason)
        for start, end, id_, reason in aside
        if id_ not in named
    ]
    return _rows(reading) + more + _runner_up(reading)


def _rows(reading: Reading) -> list[Row]:
    found = [_row(fact, reading) for fact in reading.facts]
    for hit in reading.institutions:
        proof = hit.evidence[0]
        words = reading.text[proof.start : proof.end]
        found.append(Row(words, proof.start, proof.end, "body", "institution", (hit.id,), 0))
    told = [(row.start, row.end) for row in found]
    found += [
        Row(reading.text[token.start : token.end], token.start, token.end, "", "nothing", (), 0)
        for token in tokens(reading.text)
        if not any(start < token.end and token.start < end for start, end in told)
    ]
    return sorted(found, key=lambda row: (row.start, row.end))


def _row(fact: Fact, reading: Reading) -> Row:
    part, codes = _part(fact, reading)
    words = reading.text[fact.start : fact.end]
    return Row(words, fact.start, fact.end, fact.meaning.kind, part, codes, fact.weight)


def _part(fact: Fact, reading: Reading) -> tuple[Part, tuple[str, ...]]:
    verdict = reading.verdict
    shared = tuple(code for code in verdict.codes if code in fact.meaning.codes)
    if shared:
        return ("decides" if fact.weight >= min(verdict.weight, PLAINLY) else "agrees"), shared
    if verdict.codes and fact.meaning.strong:
        return "outweighed", fact.meaning.strong
    return "undecided", fact.meaning.codes


def _runner_up(reading: Reading) -> list[Row]:
    """The country with the weightiest fact among those the verdict is not for; the surer reading first."""
    others = [
        (fact.weight, code in fact.meaning.strong, fact.start, code)
        for fact in reading.facts
        for code in fact.meaning.strong + fact.meaning.weak
        if code not in reading.verdict.codes and fact.meaning.kind not in ("word", "hint")
    ]
    if not others:
        return []
    weight, _, _, code = max(others)
    end = len(reading.text)
    return [Row(code, end, end, "", "runner-up", (code,), weight)]
