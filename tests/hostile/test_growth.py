"""No class costs more than in proportion: CPU time at n and 4n as a ratio, the one place where tests look at a clock.

Four times the text may take eight times as long (a square takes sixteen); what takes under 60 ms is not compared.
"""

from __future__ import annotations

import time

import pytest

from .checking import checked, printed
from .generators import CLASSES, Files

SMALL = 0.06
"""seconds of CPU below which a ratio says nothing"""
MOST = 8.0


def seconds(files: Files) -> float:
    """CPU seconds of the better of two checks, printed."""
    took = []
    for _ in range(2):
        start = time.process_time()
        printed(checked(files), "full")
        took.append(time.process_time() - start)
    return min(took)


@pytest.mark.parametrize("name", CLASSES)
def test_it_grows_in_proportion(name: str) -> None:
    size, made = CLASSES[name]
    checked(made(1))
    last = seconds(made(4 * size))
    if last > SMALL:
        assert last / max(seconds(made(size)), SMALL / 4) < MOST
