"""Mutated manuscripts with fixed seeds: no exception, no place outside the text, no broken output.

A few seconds, in CI (``ASKFIRST_CI``) a minute; by hand ``ASKFIRST_FUZZ=3600 pytest tests/hostile/test_fuzz.py``, and
``ASKFIRST_RANDOM=1`` for new ones. What fails is printed, to become a test of its own; so is what takes half a minute
of CPU time, for 20 kB at most, rather than that the run hangs.
"""

from __future__ import annotations

import os
import random
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .checking import checked, holds
from .generators import CLASSES

KINDS = ("tex", "bib", "md", "csv", "toml", "cff")
NAMES = {
    "tex": "main.tex",
    "bib": "r.bib",
    "md": "paper.md",
    "csv": "authors.csv",
    "toml": "authors.toml",
    "cff": "CITATION.cff",
}
WORDS = [
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b"\\",
        b"%",
        b"\n",
        b"\r",
        b"\r\n",
        b"\0",
        b"$",
        b"&",
        b"#1",
        b"^",
        b"_",
        b"~",
        b'"',
        b"'",
    ),
    *(
        b"\\and",
        b"\\author{",
        b"\\affil[1]{",
        b"\\inst{1}",
        b"\\thanks{",
        b"\\begin{document}",
        b"\\maketitle",
        b"\\input{b}",
    ),
    *(
        b"\\newcommand{\\x}[2][a]{#1#2\\x}",
        b"\\def\\a#1{\\a{#1}\\a{#1}}",
        b"\\csname x\\endcsname",
        b"\\iffalse",
        b"\\fi",
    ),
    *(
        b"\\verb|",
        b"\\begin{comment}",
        b"\\href{mailto:a@b.kp}{",
        b"Pyongyang",
        b"Kim Il Sung University",
        b"DPR Korea",
    ),
    *(
        b"---\n",
        b"- name: ",
        b"affiliation: ",
        b"<<<<<<< a\n",
        b"&a ",
        b"*a",
        b"!!x ",
        b"[[authors]]\n",
        b"@article{",
        b" and ",
    ),
    *("中国 ‮​é".encode(), b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x92\xa9", b"\xcc\x81"),
]
SECONDS = float(os.environ.get("ASKFIRST_FUZZ") or (60 if os.environ.get("ASKFIRST_CI") else 4))

LONGEST = 30.0


def seeds() -> dict[str, list[bytes]]:
    """Texts to start from: the example manuscripts and the hostile classes, both small, and one of each other kind."""
    found: dict[str, list[bytes]] = {kind: [] for kind in KINDS}
    for path in sorted(Path(__file__).resolve().parents[1].joinpath("manuscripts").rglob("*")):
        kind = path.suffix.lstrip(".")
        if kind in found and path.is_file():
            found[kind].append(path.read_bytes()[:6000])
    for _, made in CLASSES.values():
        for path, text in made(3).items():
            kind = path.rpartition(".")[2]
            found[kind].append(text.encode())
    people = b"authors:\n  - given-names: B\n    family-names: Ri\n    affiliation: Kim Il Sung University, Pyongyang\n"
    found["cff"].append(b"cff-version: 1.2.0\ntitle: T\n" + people)
    found["toml"].append(b'title = "T"\n[[authors]]\nname = "B Ri"\naffiliations = ["Kim Il Sung University"]\n')
    return found


def mutated(text: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """*text*, changed at a few places."""
    made = bytearray(text)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 12))):
        at, way = chance.randint(0, len(made)), chance.randrange(7)
        if way == 0 and made:
            made[at % len(made)] ^= 1 << chance.randrange(8)
        elif way == 1:
            del made[at : at + chance.choice((1, 3, 30, 300))]
        elif way in (2, 3):
            made[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 2, 40))
        elif way == 4:
            other = chance.choice(others)
            start = chance.randint(0, len(other))
            made[at : at + chance.choice((0, 50))] = other[start : start + chance.choice((20, 200, 800))]
        elif way == 5:
            made[at:at] = made[max(0, at - 60) : at] * chance.choice((1, 5, 20))
        else:
            lines = bytes(made).split(b"\n")
            chance.shuffle(lines)
            made = bytearray(b"\n".join(lines))
        del made[20_000:]
    return bytes(made)


def attempts(kind: str, seed: int) -> Iterator[dict[str, str | bytes]]:
    """Manuscripts of *kind* without end."""
    chance, found = random.Random(f"{kind}{seed}"), seeds()
    mixed = [text for each in found.values() for text in each]
    while True:
        files: dict[str, str | bytes] = {NAMES[kind]: mutated(chance.choice(found[kind]), mixed, chance)}
        if kind == "tex" and chance.random() < 0.3:
            files["b.tex"] = mutated(chance.choice(found["tex"]), mixed, chance)
            files["r.bib"] = mutated(chance.choice(found["bib"]), mixed, chance)
        yield files


class TooLong(BaseException):
    """A check had `LONGEST` seconds of CPU time; no reader's ``except Exception`` takes this for a broken text."""


@contextmanager
def ending() -> Iterator[None]:
    """Raises `TooLong` inside after `LONGEST` seconds of CPU time, where the system has such a timer."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("kind", KINDS)
def test_mutations_hold(kind: str) -> None:
    seed = random.SystemRandom().randrange(2**32) if os.environ.get("ASKFIRST_RANDOM") else 7
    end, tried = time.monotonic() + SECONDS / len(KINDS), 0
    for files in attempts(kind, seed):
        try:
            with ending():
                holds(checked(files))
        except (Exception, TooLong) as error:
            shown = {path: text if isinstance(text, bytes) else text.encode() for path, text in files.items()}
            pytest.fail(f"{type(error).__name__}: {error} (attempt {tried}, seed {seed}) for {shown!r}")
        tried += 1
        if time.monotonic() > end:
            break
    assert tried


def test_the_words_are_as_many_as_they_seem() -> None:
    assert len(set(WORDS)) == len(WORDS)
    assert any(re.search(rb"\xff", word) for word in WORDS)


def for_ever() -> None:
    while True:
        pass


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer of CPU time here")
def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "LONGEST", 0.05)
    with pytest.raises(TooLong), ending():
        for_ever()
    with ending():
        assert sum(range(10)) == 45
