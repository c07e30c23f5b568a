"""The page of a rule as a file that an editor can open: askfirst has no web site, and a link must work offline.

A page is the rule's docstring, written once into the user's cache folder, in the language it is read in.
"""

from __future__ import annotations

import functools
import os

from askfirst import __version__
from askfirst.lsp.paths import uri_of


@functools.cache
def uri(code: str, language: str, jurisdiction: str = "de") -> str | None:
    """``file:`` URI of the page of rule *code*; None for an unknown rule, or where no cache can be written.

    A *jurisdiction* that does not ship is nobody's: its pages are not there either.
    """
    from askfirst_checks import rules
    from askfirst_checks.policy import BrokenData, load

    try:
        page = rules.page_in(load(jurisdiction), code)
    except (KeyError, BrokenData):
        return None
    text = f"# {page.code} {page.name.said(language)}\n\n{page.page.said(language)}\n"
    whose = "" if jurisdiction == "de" else f"{jurisdiction}."
    file = os.path.join(_folder(), f"{page.code}.{whose}{language}.md")
    try:
        _write(file, text)
    except OSError:
        return None
    return uri_of(file)


def _folder() -> str:
    import platformdirs

    return os.path.join(platformdirs.user_cache_dir("askfirst", appauthor=False), "pages", __version__)


def _write(file: str, text: str) -> None:
    data = text.encode()
    try:
        with open(file, "rb") as old:
            if old.read() == data:
                return
    except OSError:
        pass
    os.makedirs(os.path.dirname(file), exist_ok=True)
    fresh = f"{file}.{os.getpid()}"
    with open(fresh, "wb") as new:
        new.write(data)
    os.replace(fresh, file)
