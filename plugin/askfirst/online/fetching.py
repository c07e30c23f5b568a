"""One whole file from one service, for ``askfirst lists update``: the same door as a look-up, with other bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from askfirst.errors import Failure
from askfirst.online import refusals
from askfirst.online.asking import Door, Limits, Wanted
from askfirst.online.refusals import NotThere, Refusal
from askfirst.online.services import Service
from askfirst_checks.words import Text


def fetched(
    service: Service,
    path: str,
    parameters: Mapping[str, str],
    limits: Limits,
    waits: Callable[[Text], None],
    accept: str = "application/xml, text/xml, */*;q=0.1",
) -> bytes:
    """The bytes at *path*. Raises `Failure` with one sentence, whatever went wrong."""
    try:
        door = Door(service, "", waits, limits, Wanted(parameters, accept))
    except ImportError as error:
        raise Failure(refusals.NO_EXTRA) from error
    try:
        return door.content(path)
    except NotThere as error:
        raise Failure(refusals.OTHER_STATUS.fill(service=service.name, status=404)) from error
    except Refusal as error:
        raise Failure(error.text) from error
    finally:
        door.close()
