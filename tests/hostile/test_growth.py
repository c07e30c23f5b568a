"""No class costs more than in proportion: CPU time at n, 2n, 4n as ratios, the one place where tests look at a clock.

Twice the text may take three times as long and four times the text eight times (a square takes four and sixteen); what
takes under 60 ms is not compared.
"""

from __future__ import annotations

import time

import pytest

from .checking import checked, printed
from .generators import CLASSES, Files

SMALL = 0.06
"""seconds of CPU below which a ratio says nothing"""
MOST = {2: 3.0, 4: 8.0}
"""how many times as long so many times the text may take"""
ATTEMPTS = 3
"""a busy machine may disturb one measurement; a square fails them all"""


def seconds(files: Files) -> float:
    """CPU seconds of the better of two checks, printed."""
    took = []
    for _ in range(2):
        start = time.process_time()
        printed(checked(files), "full")
        took.append(time.process_time() - start)
    return min(took)


def ratios(name: str) -> list[tuple[float, int]]:
    """What the class *name* costs at n, 2n, 4n: how many times as long, and for how many times the text."""
    size, made = CLASSES[name]
    last = seconds(made(4 * size))
    if last <= SMALL:
        return []
    once, twice = (max(seconds(made(times * size)), SMALL / 4) for times in (1, 2))
    return [(last / once, 4), *([(twice / once, 2), (last / twice, 2)] if twice > SMALL else [])]


@pytest.mark.parametrize("name", CLASSES)
def test_it_grows_in_proportion(name: str) -> None:
    checked(CLASSES[name][1](1))
    for _ in range(ATTEMPTS):
        found = ratios(name)
        if all(ratio < MOST[times] for ratio, times in found):
            return
    pytest.fail(f"times as long, for so many times the text: {found}")
