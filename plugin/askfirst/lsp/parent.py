"""The server ends with its client, even where the client died without closing the pipe."""

from __future__ import annotations

import asyncio
import os


def watch_parent(process: int | None) -> None:
    """End this process when *process* ends. Linux only, and without polling; elsewhere the closed pipe must do."""
    if not process or not hasattr(os, "pidfd_open"):
        return
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        os._exit(1)
    except OSError:  # not permitted: a client in another container, say
        return
    asyncio.get_running_loop().add_reader(handle, os._exit, 1)
