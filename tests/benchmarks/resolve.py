"""Institutions found in affiliations, beside rapidfuzz on the same names, all in one run on one core.

    python tests/benchmarks/resolve.py [STRINGS]

Budgets (DESIGN, section 9): at 450 and 5,000 institutions 150,000 strings a second (at least 75,000), at 118,000 names
40,000 (at least 20,000), normalisation apart. Names come from the shared part of ROR where it is present, else they are
made up.
Every round has fresh strings, so that nothing but words is remembered. Figures are of processor time: other work on the
machine counts less. *found* asks for the names alone, as the peer does; *find* judges them and gives the evidence too.
"""

from __future__ import annotations

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
from askfirst_checks.names.matching import Printed
from askfirst_checks.names.normalise import plain, words
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


def gazetteer(size: int, known: list[str], folder: str) -> Gazetteer:
    """The embedded list, and above its size an index of the *known* names beside it."""
    if size == SIZES[0]:
        return Gazetteer()
    records = [_record(number, name) for number, name in enumerate(known)]
    dump = Path(folder, "dump.jsonl")
    dump.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    build(str(dump), str(Path(folder, "ror.sqlite")))
    return Gazetteer(ror=RorIndex(str(Path(folder, "ror.sqlite"))))


def _record(number: int, name: str) -> dict[str, Any]:
    place = {"geonames_details": {"country_code": "DE", "name": "Berlin"}}
    return {
        "id": f"https://ror.org/{number:09d}",
        "names": [{"value": name, "types": ["ror_display"]}],
        "locations": [place],
        "status": "active",
    }


def rate(work: Callable[[], object], count: int) -> float:
    """Strings a second of processor time."""
    start = time.process_time()
    work()
    return count / (time.process_time() - start)


def measure(size: int, count: int) -> None:
    """Print the figures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        known = [body.name for body in Gazetteer().all()] if size == SIZES[0] else names(size)
        ours = gazetteer(size, known, folder)
        find, found = [], []
        for seed in range(ROUNDS):
            texts = affiliations(known, count, seed)
            split = [words(text) for text in texts]
            find.append(rate(lambda t=texts, s=split: [ours.find(x, y) for x, y in zip(t, s, strict=True)], count))
            read = [Printed(text, every) for text, every in zip(texts, split, strict=True)]
            found.append(rate(lambda r=read: [ours.matches(each) for each in r], count))
        some = [plain(text) for text in affiliations(known, max(10, 200_000 // size), 9)]
        choices = [plain(name) for name in known]
        scorer = fuzz.token_set_ratio
        peer = rate(lambda: [process.extractOne(x, choices, scorer=scorer, score_cutoff=90) for x in some], len(some))
    target, least = TARGETS[size]
    print(
        f"{size:>7} institutions: found {max(found):>9,.0f}/s, find with evidence {max(find):>9,.0f}/s"
        f" (target {target:,}, at least {least:,}); rapidfuzz extractOne {peer:>7,.0f}/s: {max(found) / peer:,.0f} x"
    )


def main(arguments: list[str]) -> None:
    """Run all sizes."""
    count = int(arguments[0]) if arguments else 10_000
    sample = [text for size in SIZES[:1] for text in affiliations(names(size), count, 1)]
    print(f"normalisation: {rate(lambda: [words(text) for text in sample], count):,.0f} strings a second")
    for size in SIZES:
        measure(size, count)


if __name__ == "__main__":
    main(sys.argv[1:])
