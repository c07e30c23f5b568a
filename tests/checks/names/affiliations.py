"""An endless, seeded row of printed affiliations with every name there is: abbreviated, cut, mistyped, run together."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from askfirst_checks.names import build, lexicon
from askfirst_checks.names.abbreviations import CANONICAL

DATA = Path(build.__file__).parent.parent / "data"
SHORT = {long: short.title() + "." for long, short in CANONICAL.items() if len(short) < len(long) - 2}
UNITS = (
    "Department of Physics",
    "Faculty of Medicine",
    "Lab. 7",
    "School of Computer Science",
    "c/o",
    "Dr. Iran Keller",
)
ENDS = (
    "Germany", "China", "P.R. China", "Russia", "Iran", "DPR Korea", "Korea", "Republic of Korea", "USA", "France",
    "Lebanon, NH 03756", "IL 60637", "119991", "RU-119991", "BY - 220030", "a@uni.example", "x@msu.ru", "y@mail.ru",
    "www.ut.ac.ir", "Democratic People's", "Moscow", "Tehran", "Pyongyang", "12489 Berlin", "2-chome", "日本", "Россия",
)  # fmt: skip
JOINTS = (", ", ", ", "; ", " ", " - ", ",", ". ", " and ", "\n", " / ", " (")
NAMED = ("alone", "home", "second", "generic", "not", "with", "city")


def bodies() -> list[str]:
    """Every printed name, alias, companion and town of the list, by body."""
    found = []
    for line in (DATA / "institutions.txt").read_text("utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind in ("name", *NAMED):
            found += [each.strip() for each in rest.partition("#")[0].split("|")]
    return list(dict.fromkeys(filter(None, found)))


def places() -> list[str]:
    """Every name of the lexicon."""
    return [name for scripts in (False, True) for name, _ in lexicon.lexicon(scripts).all()]


def five(name: str, choose: random.Random) -> tuple[str, ...]:
    """*name* as printed, and in five abbreviations or accidents."""
    words = name.split(" ")
    some = [SHORT.get(word.lower(), word) if choose.random() < 0.5 else word for word in words]
    return (
        name,
        " ".join(SHORT.get(word.lower(), word) for word in words),
        " ".join(some).replace(".", ""),
        name.upper(),
        "".join(word[:1].upper() + word[1:] for word in words) if choose.random() < 0.3 else " ".join(words[:-1]),
        mistyped(name, choose),
    )


def mistyped(name: str, choose: random.Random) -> str:
    """*name* with a letter lost, doubled, exchanged, or swapped with its neighbour."""
    if len(name) < 3:
        return name
    at = choose.randrange(1, len(name) - 1)
    return choose.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + choose.choice("aeioumnrst") + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )


def strings(seed: int = 1) -> Iterator[str]:
    """First every body's every name once in each form, then mixtures without end."""
    choose = random.Random(seed)
    listed, known = bodies(), [_cased(name, choose) for name in places()]
    for name in choose.sample(listed, len(listed)):
        for form in five(name, choose):
            yield _printed([form], known, choose)
    while True:
        parts = [choose.choice(five(choose.choice(listed), choose)) for _ in range(choose.choice((0, 0, 1, 1, 2)))]
        parts += [choose.choice(five(choose.choice(known), choose)) for _ in range(choose.choice((0, 1, 2)))]
        yield _printed(parts, known, choose)


def _printed(parts: list[str], known: list[str], choose: random.Random) -> str:
    parts = [*parts, choose.choice(ENDS)] if choose.random() < 0.6 else parts
    parts = [choose.choice(UNITS), *parts] if choose.random() < 0.6 else parts
    parts = [*parts, choose.choice(known)] if choose.random() < 0.2 else parts
    if choose.random() < 0.1:
        choose.shuffle(parts)
    text = parts[0] if parts else ""
    for part in parts[1:]:
        text += choose.choice(JOINTS) + part
    if choose.random() < 0.03:
        text = text.replace(choose.choice((" ", ", ")), "")
    return text


def _cased(name: str, choose: random.Random) -> str:
    return name.title() if choose.random() < 0.85 else name
