"""Where a push goes: whether the user has said that nobody outside the institution can read that remote."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from askfirst import config
from askfirst.checking import text_on_disk
from askfirst_checks.strict import parse

FILE = "askfirst.toml"
"""the user's own settings, in the user's configuration folder: a repository cannot say this for its co-authors"""

_SHORT = re.compile(r"(?:[^@/:\s]+@)?([^@/:\s]+):(?!//)(.*)")
_ODD = re.compile(r"[\\\s%\x00-\x1f\x7f]|(?:^|[/:])\.\.(?:/|$)|::")


def settings_file() -> str:
    """Path of the user's own settings, whether or not it is there."""
    return os.path.join(config.config_folder(), FILE)


def own_remotes() -> tuple[str, ...]:
    """``[git] own_remotes`` of the user's settings: ``host``, ``host/path`` or a folder.

    Raises `BrokenData` and `Failure`.
    """
    place = settings_file()
    if not os.path.lexists(place):
        return ()
    table = parse(place, text_on_disk(place))
    inside = table.table("git")
    named = inside.words("own_remotes")
    inside.done()
    table.done()
    return named


def never_own(named: Iterable[str]) -> tuple[str, ...]:
    """Those of *named* that lead to Overleaf, where co-authors outside may read: they never count."""
    return tuple(each for each in named if _is_overleaf(_host_of(each)))


def _host_of(named: str) -> str:
    """The host that an entry of the settings means, written as a host or, against the rule, as a whole address."""
    if "://" in named or _SHORT.fullmatch(named):
        return _parts(named)[0].casefold()
    return named.partition("/")[0].rpartition("@")[2].casefold().rstrip(".")


def _is_overleaf(host: str) -> bool:
    return host == "overleaf.com" or host.endswith(".overleaf.com")


def is_own(url: str, named: tuple[str, ...]) -> bool:
    """Whether one of *named* is where *url* leads. An Overleaf remote never is, nor an address in disguise."""
    if not named or not url:
        return False
    host, path = _parts(url)
    if _ODD.search(url) and not (os.path.isabs(url) or url.startswith(("./", "../"))):
        return False
    if _is_overleaf(host):
        return False
    return any(_covers(each, host, path) for each in named)


def _parts(url: str) -> tuple[str, str]:
    """Host (empty for a folder) and path of a remote's address."""
    if "://" in url:
        try:
            split = urlsplit(url)
            return (split.hostname or "").rstrip("."), split.path
        except ValueError:
            return "", ""
    if short := _SHORT.fullmatch(url):
        return short[1].casefold().rstrip("."), "/" + short[2].lstrip("/")
    return "", os.path.realpath(url)


def _covers(named: str, host: str, path: str) -> bool:
    if named.startswith(("/", "~")):
        place = os.path.realpath(os.path.expanduser(named)).rstrip("/")
        return not host and bool(place) and (path == place or path.startswith(place + "/"))
    own, _, below = named.partition("/")
    inside = "/" + below.strip("/") if below.strip("/") else ""
    return bool(host) and host == own.casefold().rstrip(".") and (path + "/").startswith(inside + "/")
