"""Institutions found in affiliations, beside rapidfuzz on the same names, all in one run on one core.

    python tests/benchmarks/resolve.py [STRINGS]

Budgets (DESIGN, section 9): at 450 and 5,000 institutions 150,000 strings a second (at least 75,000), at 118,000 names
40,000 (at least 20,000), exact names, normalisation included. Names come from the shared part of ROR where it is
present, else they are made up.
Every round has fresh strings, so that nothing but words is remembered. Figures are of processor time: other work on the
machine counts less. *found* asks for the names alone, as the peer does; *judged* says which of them stand, with their
evidence; *resolved* gives country and institution. All of them begin with the text as printed.
"""

from __future__ import annotations

import gc
import gzip
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from askfirst_checks.names.institutions import Gazetteer
from askfirst_checks.names.normalise import plain
from askfirst_checks.names.printed import Printed
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.names.ror import RorIndex
from askfirst_checks.names.ror_build import build

SHARED = Path(__file__).resolve().parents[2] / "../shared/data/ror/ror_records_v2.9_part.jsonl.gz"
SIZES = (450, 5_000, 118_000)
TARGETS = {450: (150_000, 75_000), 5_000: (150_000, 75_000), 118_000: (40_000, 20_000)}
ROUNDS = 3
_UNITS = (
    "Department of Physics",
    "School of Computer Science",
    "Laboratory of Laser Optics",
    "Faculty of Medicine",
    "Dept Chem",
)
_TAILS = ("P.O. Box 11365", "12489", "E-mail: author@example.org", "Main Street 2", "Building 7")
_KNOWN_SHARE = 0.84
"""of 10,000 affiliations in performance.md, section 4, so many held a name of ROR exactly"""


def names(count: int) -> list[str]:
    """*count* names of institutions, of ROR or made up."""
    found = list(_of_ror()) if SHARED.exists() else []
    while len(found) < count:
        found += [f"{_syllables(len(found) + at)} University" for at in range(10_000)]
    return random.Random(1).sample(found, count)


def _of_ror() -> Iterator[str]:
    with gzip.open(SHARED, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["status"] == "active" and "names" in record:
                yield from (name["value"] for name in record["names"] if "acronym" not in name["types"])


def _syllables(number: int) -> str:
    made = ""
    while number or not made:
        number, rest = divmod(number, 60)
        made += "bcdfghklmnprstvz"[rest % 15] + "aeiou"[rest // 15]
    return made.title()


def affiliations(known: list[str], count: int, seed: int) -> list[str]:
    """*count* affiliations of some 85 signs; most hold one of the *known* names."""
    chance = random.Random(seed)

    def one() -> str:
        name = (
            chance.choice(known) if chance.random() < _KNOWN_SHARE else f"{_syllables(chance.randrange(10**6))} Works"
        )
        return f"{chance.choice(_UNITS)}, {name}, {chance.choice(_TAILS)}"

    return [one() for _ in range(count)]


def index(known: list[str], folder: str) -> str:
    """A ROR index of the *known* names; its path."""
    records = [_record(number, name) for number, name in enumerate(known)]
    dump = Path(folder, "dump.jsonl")
    dump.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    made = str(Path(folder, "ror.sqlite"))
    build(str(dump), made)
    return made


def _record(number: int, name: str) -> dict[str, Any]:
    place = {"geonames_details": {"country_code": "DE", "name": "Berlin"}}
    return {
        "id": f"https://ror.org/{number:09d}",
        "names": [{"value": name, "types": ["ror_display"]}],
        "locations": [place],
        "status": "active",
    }


def rate(work: Callable[[str], object], texts: list[str]) -> float:
    """Strings a second of processor time, with the garbage collector as the command sets it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)
    start = time.process_time()
    for text in texts:
        work(text)
    return len(texts) / (time.process_time() - start)


def measure(size: int, count: int) -> None:
    """Print the figures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        if size == SIZES[0]:
            known, path = [body.name for body in Gazetteer().all()], None
        else:
            known = names(size)
            path = index(known, folder)
        ours = Gazetteer(ror=RorIndex(path) if path else None)
        resolver = Resolver(path)
        works: dict[str, Callable[[str], object]] = {
            "found": lambda text: ours.matches(Printed(text)),
            "judged": lambda text: ours.find(text, None),
            "resolved": resolver.resolve,
        }
        rates: dict[str, list[float]] = {name: [] for name in works}
        for seed in range(ROUNDS):
            for turn, (name, work) in enumerate(works.items()):
                rates[name].append(rate(work, affiliations(known, count, seed * len(works) + turn)))
        choices = [plain(name) for name in known]
        peer = rate(lambda text: _peer(plain(text), choices), affiliations(known, max(10, 200_000 // size), 99))
    best = {name: max(every) for name, every in rates.items()}
    target, least = TARGETS[size]
    told = ", ".join(f"{name} {figure:>9,.0f}/s" for name, figure in best.items())
    print(
        f"{size:>7} institutions: {told} (budget {target:,}, at least {least:,}); "
        f"rapidfuzz extractOne {peer:>7,.0f}/s: {best['found'] / peer:,.0f} x"
    )


def _peer(text: str, choices: list[str]) -> object:
    return process.extractOne(text, choices, scorer=fuzz.token_set_ratio, score_cutoff=90)


def main(arguments: list[str]) -> None:
    """Run all sizes."""
    count = int(arguments[0]) if arguments else 10_000
    sample = affiliations(names(SIZES[0]), count, 1)
    print(f"normalisation alone: {rate(Printed, sample):,.0f} strings a second")
    for size in SIZES:
        measure(size, count)


if __name__ == "__main__":
    main(sys.argv[1:])
