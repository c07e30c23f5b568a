"""The look-back: strings a second, gated and by the whole resolver in one run; then the curve over works.

    python tests/benchmarks/audit.py [--works 10000,100000,1000000] [--strings 30000] [--workers 2]

First the distinct affiliations: verdicts a second and core, cold, the whole resolver and the bulk mode in turn, each
in a process of its own on strings that it has not met, and beside them rapidfuzz's extractOne over the listed names, as
one would write it without askfirst. Then whole runs of the command's own function over invented works (2.5 affiliations
a work, 0.28 of them new), first and again with 1 % new works: processor seconds of all processes, the peak memory of
the largest, and whether the planted works are found and no other under AF101.

Names of institutions come from the shared part of ROR where it is present, else they are made up. Figures are of
processor time: other work on the machine counts less.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "../shared/data/ror/ror_records_v2.9_part.jsonl.gz"
PLANTED = "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea"
BEGAN = "2016-11-30"
"""the day of UNSCR 2321 (2016)"""
NEW = 0.28
"""share of the affiliations of an index that no earlier work has: 0.7 of 2.5 million"""
UNITS = (
    "Department of Physics", "School of Computer Science", "Laboratory of Laser Optics", "Faculty of Medicine",
    "Dept. Chem.", "Institute of Applied Mathematics", "Graduate School of Engineering", "Center for Molecular Biology",
    "Division of Materials Science", "Department of Electrical and Computer Engineering",
)  # fmt: skip
SHORT = {"University": "Univ.", "Institute": "Inst.", "Technology": "Technol.", "Science": "Sci.", "National": "Natl."}
NO_ONE = ("KP",)
"""countries whose institutions are left out: only what is planted may be found there"""


def places() -> list[tuple[str, str, str]]:
    """Institution, town and country."""
    if SHARED.exists():
        return list(_of_ror())
    towns = (("Bonn", "Germany"), ("Lyon", "France"), ("Osaka", "Japan"), ("Tehran", "Iran"), ("Minsk", "Belarus"))
    return [(f"{_made(number)} University", *towns[number % len(towns)]) for number in range(5_000)]


def _of_ror() -> Iterator[tuple[str, str, str]]:
    with gzip.open(SHARED, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["status"] == "active" and record.get("locations"):
                at = record["locations"][0]["geonames_details"]
                name = next((n["value"] for n in record["names"] if "ror_display" in n["types"]), "")
                if name and at["country_code"] not in NO_ONE:
                    yield name, at["name"], at["country_name"]


def _made(number: int) -> str:
    word = ""
    while number or not word:
        number, rest = divmod(number, 60)
        word += "bcdfghklmnprstvz"[rest % 15] + "aeiou"[rest // 15]
    return word.title()


class Strings:
    """An endless row of printed affiliations, some of which come again."""

    def __init__(self, seed: int) -> None:
        self.choose, self.places, self.met = random.Random(seed), places(), list[str]()

    def new(self) -> str:
        """One that (all but surely) was not there before."""
        name, town, country = self.choose.choice(self.places)
        if self.choose.random() < 0.3:
            name = " ".join(SHORT.get(word, word) for word in name.split(" "))
        street = f"{_made(self.choose.randrange(10**5))} {self.choose.randint(1, 400)}"
        return f"{self.choose.choice(UNITS)}, {name}, {street}, {town}, {country}"

    def next(self) -> str:
        """The next one."""
        if self.met and self.choose.random() > NEW:
            return self.choose.choice(self.met)
        self.met.append(self.new())
        return self.met[-1]


def write(path: Path, count: int, seed: int = 1, first: int = 0) -> None:
    """*count* works as JSON lines, every 20,000th (and the seventh) with an affiliation in the DPRK."""
    strings = Strings(seed)
    choose = random.Random(seed)
    with path.open("a", encoding="utf-8") as file:
        for number in range(first, first + count):
            printed = [strings.next() for _ in range(choose.choice((1, 2, 2, 3, 3, 4)))]
            if number % 20_000 == 7:
                printed.append(PLANTED)
            work = {
                "id": f"https://openalex.org/W{number}",
                "title": f"On the {_made(choose.randrange(10**6))} of {_made(choose.randrange(10**6))} in films",
                "publication_date": f"{choose.randint(2010, 2025)}-{choose.randint(1, 12):02d}-11",
                "authorships": [
                    {"raw_author_name": "A. Keller", "raw_affiliation_strings": [text]} for text in printed
                ],
            }
            file.write(json.dumps(work, ensure_ascii=False) + "\n")


def strings_a_second(count: int) -> None:
    """Print the verdicts a second of both ways, and of the peer."""
    figures: dict[str, list[float]] = {"whole": [], "bulk": []}
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for seed in range(3):
            for way, kept in figures.items():
                kept.append(pool.apply(_rate, (way, count, seed)))
        peer = pool.apply(_rate, ("rapidfuzz", max(200, count // 100), 9))
    whole, bulk = max(figures["whole"]), max(figures["bulk"])
    print(f"distinct strings a second and core, cold: whole {whole:,.0f}, bulk {bulk:,.0f} ({bulk / whole:.1f} x)")
    print(f"  budget 40,000, at least 20,000; rapidfuzz extractOne over the listed names {peer:,.0f}")


def _rate(way: str, count: int, seed: int) -> float:
    from askfirst.audit.verdicts import Verdicts

    strings = Strings(seed)
    texts = [strings.new() for _ in range(count)]
    from askfirst_checks.names.resolve import Resolver
    from askfirst_checks.policy import load

    policy, resolver = load("de"), Resolver()
    if way == "rapidfuzz":
        from rapidfuzz import fuzz, process

        choices = [body.name.casefold() for body in resolver.gazetteer.all()]

        def of(text: str) -> object:
            return process.extractOne(text.casefold(), choices, scorer=fuzz.token_set_ratio, score_cutoff=90)
    else:
        verdicts = Verdicts(policy, resolver)
        of = verdicts.of if way == "bulk" else verdicts.of_whole
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)
    start = time.process_time()
    for text in texts:
        of(text)
    return count / (time.process_time() - start)


def curve(counts: list[int], workers: int) -> None:
    """Print processor seconds, memory and what was found, by the number of works."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            source, cache = Path(folder, "w.jsonl"), str(Path(folder, "audit.sqlite"))
            write(source, count)
            first = _run(source, cache, workers)
            write(source, count // 100, 2, count)
            again = _run(source, cache, workers)
        (spent, peak, said), (later, _, said_later) = first, again
        print(f"{count:>9} works: {spent:6.1f} CPU s, {1e6 * spent / count:.0f} us a work, {peak:.0f} MiB; {said}")
        print(f"   with 1 % new: {later:6.1f} CPU s, {later / spent:.2f} of the first; {said_later}")


def _run(source: Path, cache: str, workers: int) -> tuple[float, float, str]:
    """In a process of its own, so that memory and processor time are its own, too."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_look_back, str(source), cache, workers).result()


def _look_back(source: str, cache: str, workers: int) -> tuple[float, float, str]:
    from askfirst.audit.running import Task, look_back
    from askfirst.audit.store import Store

    start = _spent()
    store = Store(cache)
    found = look_back(Task(source, today="2026-11-29", workers=workers), store, "en")
    store.close()
    spent = _spent() - start
    got = {each.work.id for each in found.touched if any(f.code == "AF101" for f in each.findings)}
    planted = _planted(source)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    said = f"{len(got & planted)} of {len(planted)} planted, {len(got - planted)} others, {len(found.touched)} touched"
    return spent, peak, said


def _planted(source: str) -> set[str]:
    with open(source, encoding="utf-8") as file:
        works = [json.loads(line) for line in file if PLANTED in line]
    return {each["id"] for each in works if each["publication_date"] >= BEGAN}


def _spent() -> float:
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in usage)


def main(arguments: list[str]) -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--works", default="10000,100000")
    parser.add_argument("--strings", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args(arguments)
    if given.strings:
        strings_a_second(given.strings)
    curve([int(each) for each in given.works.split(",") if each], given.workers)


if __name__ == "__main__":
    main(sys.argv[1:])
