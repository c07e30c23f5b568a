"""Between the client's URIs and paths, and which kind of file a path is."""

from __future__ import annotations

import os
from urllib.parse import quote, unquote, urlsplit

ANSWERS = "/.askfirst/answers/"
CONFIGURATIONS = ("askfirst.toml", "pyproject.toml", "askfirst-profile.toml")


def path_of(uri: str) -> str | None:
    """The absolute path behind a ``file:`` *uri*, its folder without links; None for any other scheme."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file":
        return None
    path = unquote(parts.path)
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"
    if os.name == "nt" and path[2:3] == ":":
        path = path[1:]
    if "\0" in path or not path:
        return None
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def uri_of(path: str) -> str:
    """The ``file:`` URI of the absolute *path*."""
    path = path.replace(os.sep, "/")
    return "file://" + quote(path if path.startswith("/") else "/" + path, safe="/:" if os.name == "nt" else "/")


def is_answer(path: str) -> bool:
    """Whether *path* is a recorded answer."""
    return path.endswith(".toml") and ANSWERS in path.replace(os.sep, "/")


def is_configuration(path: str) -> bool:
    """Whether *path* is a file that settings or an institution profile are read from."""
    return os.path.basename(path) in CONFIGURATIONS


def relative(path: str, top: str) -> str | None:
    """*path* as seen from the folder *top*, with ``/``; None if it lies outside."""
    inside = os.path.relpath(path, top) if path.startswith(top.rstrip(os.sep) + os.sep) else None
    return inside.replace(os.sep, "/") if inside else None
