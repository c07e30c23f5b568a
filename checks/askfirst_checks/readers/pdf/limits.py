"""What reading one PDF may cost: time, and bytes that a stream unpacks to."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from askfirst_checks.light import Any

SECONDS = 0.9
"""of the processor's time for parsing, and again for the layout, whatever the file holds; a page takes 0.05 to 0.3"""
_MIB = 1024 * 1024
LARGEST_STREAM = 8 * _MIB
"""bytes that one stream may unpack to; the text of a page has some 20,000"""
LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": LARGEST_STREAM,
    "lzw_maximum_output_length": LARGEST_STREAM,
    "run_length_maximum_output_length": LARGEST_STREAM,
    "array_based_stream_maximum_output_length": LARGEST_STREAM,
    "stream_decoding_work_maximum_length": 4 * LARGEST_STREAM,
    "stream_parsing_work_maximum_count": 400_000,
    "array_maximum_element_count": 50_000,
    "dictionary_maximum_element_count": 20_000,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 20_000,
}
"""of `pypdf.Configuration`"""


class TooSlow(BaseException):
    """The time is over; no `except Exception` of a library holds it up."""


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TooSlow` out of the block once *seconds* of the processor's time have passed in it."""
    by = _by_timer if hasattr(signal, "setitimer") and _is_main() else _by_call
    with by(seconds):
        yield


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


@contextmanager
def _by_timer(seconds: float) -> Iterator[None]:
    def ring(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _by_call(seconds: float) -> Iterator[None]:
    """Where no timer can ring (Windows, another thread): looked at when a function is called, which takes longer."""
    end = time.thread_time() + seconds
    before = sys.getprofile()

    def look(frame: FrameType, event: str, argument: Any) -> None:
        if time.thread_time() > end:
            sys.setprofile(None)
            raise TooSlow

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(before)
