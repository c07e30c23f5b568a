"""The bulk verdict against the whole resolver's on as many generated affiliations as one likes; the suite has 12,000.

    python tests/benchmarks/equal.py [STRINGS] [SEED]

Prints the strings on which they differ. Exits with 1 where there is one.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.checks.names.affiliations import strings

from askfirst.audit.verdicts import Verdicts
from askfirst_checks.names.resolve import Resolver
from askfirst_checks.policy import load


def main(count: int, seed: int) -> int:
    """Compare, and print."""
    verdicts = Verdicts(load("de"), Resolver(), few=0)
    touched = 0
    different: list[str] = []
    for text in islice(strings(seed), count):
        whole = verdicts.of_whole(text)
        touched += bool(whole)
        if verdicts.of(text) != whole:
            different.append(text)
    print(f"{count:,} strings, {touched:,} of them touch a measure, {len(different)} differ")
    print("\n".join(map(repr, different[:20])))
    return 1 if different else 0


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*([*given, *(1_000_000, 1)[len(given) :]])))
