"""Spark in local mode gives the table that one process gives, byte for byte. Skipped where pyspark or Java is not."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from tests.checks.names.affiliations import strings

from askfirst.audit import spark
from askfirst.audit.verdicts import table

TEXTS = [*islice(strings(11), 3_000), "", "Kim Il Sung University, Pyongyang", "Kim Il Sung University, Pyongyang"]


def _written(rows: list[tuple[str, str]]) -> bytes:
    return "".join(f"{text!r}\t{measures}\n" for text, measures in sorted(rows)).encode()


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    for needed in ("pyarrow", "pandas"):
        pytest.importorskip(needed, reason=f"{needed} is not installed")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("no Java is there for Spark")
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    built = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    started = built.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    yield started
    started.stop()


def test_spark_gives_the_same_table(session: Any) -> None:
    frame = session.createDataFrame([(text,) for text in TEXTS] + [(None,)], "text string")
    rows = [tuple(row) for row in spark.touching(frame).collect()]
    wanted = table(dict.fromkeys(TEXTS))
    assert len(wanted) > 500
    assert _written(rows) == _written(wanted)


def test_what_touches_nothing_is_not_in_the_table() -> None:
    assert table(["University of Bonn, Germany", None, ""]) == []
    (row,) = table(["Kim Il Sung University"])
    assert row[0] == "Kim Il Sung University"
    assert row[1].split()[0] == "un-2321-11"


def test_the_adapter_is_small() -> None:
    assert len(Path(spark.__file__).read_text("utf-8").splitlines()) < 40
