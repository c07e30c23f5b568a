"""Regular expressions that are compiled when they are first used.

Compiling one takes 0.1 to 1 ms and a run needs only some of them: eager compilation was a fifth of a hook's time.
"""

from __future__ import annotations

import re

from askfirst_checks.light import Any, AnyStr, cast


class _Lazy:
    """Stands in for a compiled pattern; its methods are looked up once and then kept."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._given = (source, flags)

    def __getattr__(self, name: str) -> Any:
        source, flags = self._given
        found = getattr(re.compile(source, flags), name)
        setattr(self, name, found)
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """*source* as `re.compile` would give it, later. An error in it shows at its first use."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, int(flags)))
