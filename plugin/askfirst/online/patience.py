"""How often and how long a service is waited for: urllib3's Retry, with an end.

Retry-After is respected up to a bound. A longer one is the day's budget (OpenAlex sends the seconds until midnight
UTC), for which nobody wants to sit there, so that answer is given back as it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from urllib3.util.retry import Retry

TRIES = 4
STATUSES = (429, 500, 502, 503, 504)


class Watch:
    """When the latest attempt began, and who hears of a pause before the next one."""

    def __init__(self, waits: Callable[[float], None], most: float) -> None:
        self.waits = waits
        self.most = most
        """seconds of one pause"""
        self.began = time.monotonic()

    def begin(self, later: float = 0.0) -> None:
        """An attempt begins now, or *later* by so many seconds."""
        self.began = time.monotonic() + later


class Patience(Retry):
    """`Retry` that says when it waits, and does not wait for another day."""

    watch = Watch(lambda _: None, 120.0)

    def new(self, **changed: Any) -> Patience:
        """A copy, as urllib3 makes one for each attempt."""
        made = super().new(**changed)
        made.watch = self.watch
        return made

    def increment(self, *given: Any, **named: Any) -> Patience:
        """The next attempt's `Patience`. Raises MaxRetryError where there is to be none."""
        response = named.get("response")
        if response is not None and (is_used_up(response.headers) or self.asked(response) > self.watch.most):
            last = self.new(total=0)
            return Retry.increment(last, *given, **named)
        made = super().increment(*given, **named)
        if response is not None:
            response.close()  # else urllib3 reads the rest of an answer that nobody wants, however long it is
        return made

    def get_retry_after(self, response: Any) -> float | None:
        """Seconds of Retry-After; None where it is neither a number nor a date."""
        try:
            return super().get_retry_after(response)
        except Exception:
            return None

    def asked(self, response: Any) -> float:
        """Seconds that *response* asks to wait."""
        return self.get_retry_after(response) or 0.0

    def sleep(self, response: Any = None) -> None:
        """Wait as long as the answer asks for, and say so first; else a little longer each time."""
        pause = self.asked(response) if response is not None else 0.0
        if pause >= 1:
            self.watch.waits(pause)
        self.watch.begin(later=pause or self.get_backoff_time())
        super().sleep(response)
        self.watch.begin()


def is_used_up(headers: Any) -> bool:
    """Whether the answer says that nothing is left of the day's budget."""
    return str(headers.get("X-RateLimit-Remaining", "")).strip() == "0"


def patience(watch: Watch, backoff: float = 1.0) -> Patience:
    """For one service: four more attempts at an answer that says "later", one more at a connection that failed."""
    made = Patience(
        total=TRIES,
        connect=1,
        read=False,
        redirect=0,
        other=0,
        status=TRIES,
        backoff_factor=backoff,
        status_forcelist=STATUSES,
        allowed_methods=("GET",),
        respect_retry_after_header=True,
        raise_on_status=False,
        raise_on_redirect=False,
    )
    made.watch = watch
    return made
