"""Where a report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import sys

from askfirst.errors import Failure
from askfirst.files import write_over
from askfirst_checks.model import Unreadable
from askfirst_checks.words import Text

_CANNOT = Text("cannot be written: {why}", "lässt sich nicht schreiben: {why}")


def put(text: str, output: str = "") -> None:
    """Write *text* to the file *output*, or show it. Raises `Failure`."""
    content = text.encode("utf-8", "backslashreplace")
    if not output:
        sys.stdout.write(content.decode("utf-8"))
        return
    try:
        write_over(output, content)
    except Unreadable as error:
        raise Failure(error.text, output) from error
    except OSError as error:
        raise Failure(_CANNOT.fill(why=error.strerror or type(error).__name__), output) from error
