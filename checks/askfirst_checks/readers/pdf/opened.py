"""A PDF opened within bounds, and the words of its first page: of the next one where a cover sheet stands before it."""

from __future__ import annotations

import io
import logging

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.first_page.sheets import is_cover
from askfirst_checks.readers.pdf.limits import LIMITS, TooSlow, bounded
from askfirst_checks.readers.pdf.show import Page, Run
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_BEHIND = 5
"""pages behind a cover sheet that are looked at: a journal's system puts its forms before the manuscript"""
_LETTER = pattern(r"\bdear (?:editor|dr|prof|sir|madam|reviewer|colleague)|sincerely|response to (?:the )?review", 2)
_COVER = pattern(
    r"manuscript draft|manuscript number\s*:|editorial (?:manager|system)|see profile|in advance of\s+copyediting|"
    r"author(?:s|'s)? (?:accepted )?manuscript is|powered by editorial",
    2,
)
LARGEST = 60 * 1024 * 1024
"""bytes of a file that is read"""
NO_PACKAGE = Text(
    "reading a PDF needs the package pypdf: pip install 'askfirst[pdf]'; or check what the PDF was made from",
    "zum Lesen eines PDF fehlt das Paket pypdf: pip install 'askfirst[pdf]'; sonst bitte prüfen, woraus es entstand",
)
BROKEN = Text(
    "could not be opened as a PDF; check what it was made from",
    "ließ sich nicht als PDF öffnen; bitte prüfen, woraus es entstanden ist",
)
LOCKED = Text(
    "this PDF wants a password; save it without one, or check what it was made from",
    "dieses PDF verlangt ein Kennwort; bitte ohne Kennwort speichern oder prüfen, woraus es entstanden ist",
)
TOO_MUCH = Text(
    "this PDF holds more than is read of a first page, and was not read; check what it was made from",
    "dieses PDF enthält mehr, als von einer ersten Seite gelesen wird; bitte prüfen, woraus es entstanden ist",
)
NO_WORDS = Text(
    "the first page of this PDF has no words that can be read, as a scan has none; check what it was made from",
    "die erste Seite dieses PDF enthält keine lesbaren Wörter, wie ein Scan; bitte prüfen, woraus es entstanden ist",
)


class Broken(Exception):
    """A file that cannot be read; *text* says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def pages(data: bytes) -> list[list[Run]]:
    """The words of the first page; behind a cover sheet, those of the next ones too. Raises `Broken`."""
    try:
        import pypdf
    except ImportError as error:
        raise Broken(NO_PACKAGE) from error
    if len(data) > LARGEST:
        raise Broken(TOO_MUCH)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is odd in a file is no business of the terminal
    try:
        with pypdf.apply_configuration(**LIMITS), bounded():
            return _first(pypdf.PdfReader(io.BytesIO(data), root_object_recovery_limit=1_000))
    except (TooSlow, pypdf.errors.LimitReachedError, MemoryError, RecursionError) as error:
        raise Broken(TOO_MUCH) from error
    except Broken:
        raise
    except Exception as error:  # pypdf raises whatever a broken file made of its objects
        raise Broken(BROKEN) from error


def _first(reader: PdfReader) -> list[list[Run]]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Broken(LOCKED)
    count = len(reader.pages)
    found: list[list[Run]] = []
    behind = MOST_BEHIND
    for number in range(min(count, MOST_BEHIND + 1)):
        page = Page(reader)
        page.read(reader.pages[number])
        text = " ".join(run.text for run in page.runs)
        if text.strip() and not (number and _LETTER.search(text)):
            found.append(page.runs)
        covers = not text.strip() or is_cover(text) or _COVER.search(text) is not None
        if not number and not covers:
            return found
        behind -= 1
        if behind < 0:
            break
    if not found:
        raise Broken(NO_WORDS)
    return [*found[1:], found[0]]
