"""E-mail addresses in light mark-up, and whose they are."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.emails import fits
from askfirst_checks.readers.light_markup.cyrillic import latin
from askfirst_checks.readers.light_markup.text import GONE

_MAIL = pattern(rf"[\w.+%'{GONE}-]{{1,80}}@[\w{GONE}-]{{1,80}}(?:\.[\w{GONE}-]{{1,80}}){{1,6}}")
_ENOUGH = 0.45


class Mail(NamedTuple):
    """An address and where it stands."""

    text: str
    start: int
    end: int


def mails(text: str, start: int = 0, end: int | None = None) -> list[Mail]:
    """The addresses in a stretch of masked *text*."""
    found: list[Mail] = []
    if text.find("@", start, end) < 0:
        return found
    for match in _MAIL.finditer(text, start, len(text) if end is None else end):
        raw = match[0]
        first = match.start() + len(raw) - len(raw.lstrip(f"{GONE}.'-"))
        last = match.end() - len(raw) + len(raw.rstrip(f"{GONE}.-"))
        found.append(Mail(text[first:last].replace(GONE, ""), first, last))
    return found


def owner(mail: str, names: list[str], before: str = "") -> int | None:
    """Which of *names* the address *mail* belongs to: by its local part, else by the name printed *before* it."""
    if len(names) == 1:
        return 0
    scores = [max(fits(mail, spelled) for spelled in latin(name)) for name in names]
    best = max(scores, default=0.0)
    if best >= _ENOUGH and scores.count(best) == 1:
        return scores.index(best)
    named = [place for place, name in enumerate(names) if name and name in before]
    return max(named, key=lambda place: before.rfind(names[place])) if named else None
