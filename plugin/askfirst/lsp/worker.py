"""The one thread that checks. What takes long gives way when something else waits, and what never ends is given up.

A check cannot be stopped from outside but by an exception raised in its thread; CPython delivers one between two
steps of Python code (``PyThreadState_SetAsyncExc``).
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from askfirst.errors import Failure
from askfirst_checks.words import Text

TURN = 1.5
"""seconds that a job keeps the thread while others wait; a little longer when it is taken up again"""
LONGEST_TURN = 2.0
"""the most that another manuscript waits for; what takes longer is read when nothing else is asked"""
GIVEN_UP = 60.0
"""seconds after which a job is given up"""
_TICK = 0.2
_TOO_LONG = Text(
    "it takes more than {n} s to read; askfirst check FILE reads it without a limit of time",
    "das Lesen dauert länger als {n} s; askfirst check DATEI liest es ohne Zeitgrenze",
)


class Interrupted(BaseException):
    """Raised in the worker's thread; no reader's ``except Exception`` takes it for an error of the manuscript."""


class _Job:
    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call
        self.future: Future[Any] = Future()
        self.turn = TURN
        self.since = 0.0
        self.hit = False


class Worker(Executor):
    """An executor with one thread, whose jobs take turns."""

    def __init__(self, name: str) -> None:
        self._waiting: deque[_Job] = deque()
        self._running: _Job | None = None
        self._lock = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._watch = threading.Thread(target=self._look, name=f"{name}-watch", daemon=True)
        self._thread.start()
        self._watch.start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run ``fn(*args)`` when its turn comes."""
        job = _Job(lambda: fn(*args, **kwargs))
        with self._lock:
            self._waiting.append(job)
            self._lock.notify_all()
        return job.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take nothing more up; a job that is running is left behind."""
        with self._lock:
            self._ended = True
            self._lock.notify_all()

    # ---- the thread that works

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                result, error = self._done(job)
            except Interrupted:
                with self._lock:
                    self._running = None
                self._again(job)
                continue
            if error is None:
                job.future.set_result(result)
            else:
                job.future.set_exception(error)

    def _next(self) -> _Job | None:
        with self._lock:
            while True:
                self._lock.wait_for(lambda: self._ended or self._waiting)
                if self._ended:
                    return None
                job = self._waiting.popleft()
                if job.since or job.future.set_running_or_notify_cancel():
                    job.since, job.hit, self._running = time.monotonic(), False, job
                    self._lock.notify_all()
                    return job

    def _done(self, job: _Job) -> tuple[Any, BaseException | None]:
        """What came of *job*. Raises `Interrupted`, and not after it has returned."""
        result, error = None, None
        try:
            result = job.call()
        except Exception as raised:
            error = raised
        with self._lock:
            self._running = None
            on_its_way = job.hit
        end = time.monotonic() + 1
        while on_its_way and time.monotonic() < end:
            time.sleep(0.001)
        return result, error

    def _again(self, job: _Job) -> None:
        if time.monotonic() - job.since >= GIVEN_UP:
            job.future.set_exception(Failure(_TOO_LONG.fill(n=int(GIVEN_UP))))
            return
        job.turn = min(job.turn * 2, LONGEST_TURN)
        with self._lock:
            self._waiting.append(job)

    # ---- the thread that watches

    def _look(self) -> None:
        while not self._ended:
            with self._lock:
                self._lock.wait_for(lambda: self._ended or self._running)
            time.sleep(_TICK)
            with self._lock:
                if self._running and self._is_over(self._running):
                    self._running.hit = True
                    self._interrupt()

    def _is_over(self, job: _Job) -> bool:
        """Whether *job* has had its time."""
        took = time.monotonic() - job.since
        return not job.hit and (took >= GIVEN_UP or (took >= job.turn and bool(self._waiting)))

    def _interrupt(self) -> None:
        thread = ctypes.c_ulong(self._thread.ident or 0)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(Interrupted))
