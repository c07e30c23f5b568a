"""The worker: what takes long gives way, what never ends is given up, and nothing is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future

import pytest

from askfirst.errors import Failure
from askfirst.lsp import worker as module
from askfirst.lsp.worker import Worker


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(module, "TURN", 0.1)
    monkeypatch.setattr(module, "LONGEST_TURN", 0.3)
    monkeypatch.setattr(module, "_TICK", 0.02)
    made = Worker("test")
    yield made
    made.shutdown()


def spin(stop: threading.Event, ends: Callable[[], bool] = lambda: False) -> str:
    while not stop.is_set() and not ends():
        sum(range(100))
    return "spun"


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_jobs_run_in_their_order(worker: Worker) -> None:
    seen: list[int] = []
    jobs = [worker.submit(seen.append, n) for n in range(20)]
    assert [each.result(10) for each in jobs] == [None] * 20
    assert seen == list(range(20))


def test_a_job_without_end_blocks_no_other(worker: Worker, stop: threading.Event) -> None:
    endless = worker.submit(spin, stop)
    others = [worker.submit(pow, n, 2) for n in range(5)]
    assert [each.result(10) for each in others] == [0, 1, 4, 9, 16]
    assert not endless.done()
    stop.set()
    assert endless.result(10) == "spun"


def test_several_without_end_leave_room(worker: Worker, stop: threading.Event) -> None:
    endless = [worker.submit(spin, stop) for _ in range(3)]
    assert worker.submit(pow, 3, 2).result(20) == 9
    stop.set()
    assert [each.result(10) for each in endless] == ["spun"] * 3


def test_what_nobody_waits_behind_is_left_alone(worker: Worker, stop: threading.Event) -> None:
    begun: list[float] = []

    def slow() -> str:
        begun.append(time.monotonic())
        return spin(stop, lambda: time.monotonic() - begun[-1] > 0.6)

    assert worker.submit(slow).result(10) == "spun"
    assert len(begun) == 1


def test_what_never_ends_is_given_up_with_a_sentence(
    worker: Worker, stop: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "GIVEN_UP", 0.4)
    with pytest.raises(Failure, match="takes more than"):
        worker.submit(spin, stop).result(10)
    assert worker.submit(pow, 3, 2).result(10) == 9


def test_no_reader_can_take_the_interruption_for_an_error(worker: Worker, stop: threading.Event) -> None:
    def stubborn() -> str:
        try:
            return spin(stop)
        except Exception:
            return "swallowed"

    endless = worker.submit(stubborn)
    assert worker.submit(pow, 3, 2).result(10) == 9
    assert not endless.done()


@pytest.mark.parametrize("error", [ValueError("x"), Failure(module._TOO_LONG), RecursionError()])
def test_an_error_is_the_jobs_own(worker: Worker, error: Exception) -> None:
    def failing() -> None:
        raise error

    with pytest.raises(type(error)):
        worker.submit(failing).result(10)
    assert worker.submit(pow, 3, 2).result(10) == 9


def test_jobs_that_end_as_they_are_interrupted_lose_nothing(
    worker: Worker, stop: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TICK", 0.001)
    monkeypatch.setattr(module, "TURN", 0.002)

    def short(n: int) -> int:
        end = time.monotonic() + 0.002
        spin(stop, lambda: time.monotonic() > end)
        return n

    jobs = [worker.submit(short, n) for n in range(300)]
    assert [each.result(30) for each in jobs] == list(range(300))


def test_a_job_that_was_cancelled_is_passed_over(worker: Worker, stop: threading.Event) -> None:
    blocking = worker.submit(spin, stop)
    seen: list[str] = []
    dropped: Future[None] = worker.submit(seen.append, "x")
    dropped.cancel()
    stop.set()
    assert blocking.result(10) == "spun"
    assert worker.submit(pow, 3, 2).result(10) == 9
    assert not (seen and dropped.cancelled())


def test_it_ends(worker: Worker) -> None:
    worker.shutdown()
    worker._thread.join(5)
    assert not worker._thread.is_alive()
