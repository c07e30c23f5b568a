"""The verdict on strings where the index lies on a cluster: the same function, behind Spark's ``mapInArrow``.

`TABLE` is what it gives: the strings that touch a measure, few of many, and the ids of the measures apart by blanks.
Join it with the works there, write those as JSON lines, and give them to ``askfirst audit``: it judges them at their
dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

TABLE = "text string, measures string"


def touching(strings: Any, jurisdiction: str = "de") -> Any:
    """*strings* is a Spark frame of one column of text; askfirst and pyarrow must be installed on every worker."""

    def judged(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow

        from askfirst.audit.verdicts import table

        for batch in batches:
            rows = table(batch.column(0).to_pylist(), jurisdiction)
            columns = [pyarrow.array([row[at] for row in rows], pyarrow.string()) for at in range(2)]
            yield pyarrow.RecordBatch.from_arrays(columns, names=["text", "measures"])

    return strings.distinct().mapInArrow(judged, TABLE)
