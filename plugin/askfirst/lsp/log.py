"""What the server has to report goes to the client's log."""

from __future__ import annotations

import logging
from collections.abc import Callable

_KINDS = {logging.ERROR: 1, logging.WARNING: 2, logging.INFO: 3}


class ToClient(logging.Handler):
    """Hands every record to *send* as a `types.MessageType` number and a line; never reports on its own sending."""

    def __init__(self, send: Callable[[int, str], None]) -> None:
        super().__init__(logging.INFO)
        self._send = send
        self._sending = False

    def emit(self, record: logging.LogRecord) -> None:
        """Send *record*, unless it came out of the sending itself."""
        if self._sending:
            return
        self._sending = True
        try:
            self._send(_KINDS.get(record.levelno, 4), self.format(record)[:4000])
        except Exception:  # noqa: S110  a log line that cannot be sent has nowhere else to go
            pass
        finally:
            self._sending = False
