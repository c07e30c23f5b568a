"""What a question rests on, in the words that several formats share."""

from __future__ import annotations

from askfirst_checks.days import written
from askfirst_checks.model import Finding, Ground
from askfirst_checks.words import Text, same

NOBODY_ASKED = "AF701"
"""the rule that speaks of all open questions at once"""
_SINCE = Text("since {day}: {act}", "seit {day}: {act}")
_READ_IN = Text("; read in {where}", "; gelesen in {where}")
_ALSO = Text("also {code} {name}: {reads}", "auch {code} {name}: {reads}")
_ALSO_LISTS = Text("also {code}: {lists}", "auch {code}: {lists}")
_ALSO_ALIKE = Text("also {code} {name}", "auch {code} {name}")
_SAME_WORDS = ("AF1", "AF2")


def act_since(ground: Ground) -> Text:
    """``since 30 Nov 2016: UN Security Council Resolution 2321, paragraph 11``; the act alone without a day."""
    return _SINCE.fill(day=written(ground.since), act=ground.act) if ground.since else ground.act


def source_of(ground: Ground) -> str:
    """The address of the source; its title where that is a bare host, which says less."""
    return ground.url if "/" in ground.url.removeprefix("https://") else ground.source


def read_in(ground: Ground) -> Text:
    """Where the act was read, to stand behind its source; empty where it was read in its own text."""
    return _READ_IN.fill(where=ground.read_in) if ground.read_in.en else same("")


def beneath(weaker: Finding, finding: Finding) -> Text:
    """A weaker rule in one line: the list, where it reads the same words in the same way."""
    if weaker.code.startswith("AF2") and (lists := _lists(weaker, finding)).en:
        return _ALSO_LISTS.fill(code=weaker.code, lists=lists)
    reads = same("") if weaker.code.startswith(_SAME_WORDS) else weaker.reads
    said = _ALSO_ALIKE if reads in (finding.reads, same("")) else _ALSO
    return said.fill(code=weaker.code, name=weaker.name, reads=reads)


def _lists(weaker: Finding, finding: Finding) -> Text:
    acts = list(dict.fromkeys(ground.act for ground in weaker.grounds if ground not in finding.grounds))
    more = f" +{len(acts) - 1}" if len(acts) > 1 else ""
    return Text(acts[0].en + more, acts[0].de + more) if acts else same("")
