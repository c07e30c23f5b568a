"""What goes to whom, shown before anything is sent, and the question whether to send it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from askfirst.formats.clean import clean, wrap
from askfirst.formats.phrases import number
from askfirst.online.looking import Plan
from askfirst.prompts import NO, YES
from askfirst_checks.words import Text

MOST_SHOWN = 20
_NOTHING = Text(
    "Nothing needs to be sent: every answer is kept from an earlier look-up.",
    "Es muss nichts gesendet werden: Alle Antworten liegen von früher vor.",
)
_KEPT = (
    Text("1 answer is kept from an earlier look-up.", "1 Antwort liegt von früher vor."),
    Text("{n} answers are kept from earlier look-ups.", "{n} Antworten liegen von früher vor."),
)
_HEAD = Text("This would be sent:", "Das würde gesendet:")
_TO = Text("to {service} ({host}): {what}", "an {service} ({host}): {what}")
_TO_SECOND = Text(
    "to {service} ({host}): at most {what}, namely where the first answer leaves an author without affiliation",
    "an {service} ({host}): höchstens {what}, nämlich wo die erste Antwort jemanden ohne Affiliation lässt",
)
_DOIS = (Text("1 DOI", "1 DOI"), Text("{n} DOIs", "{n} DOIs"))
_RORS = (Text("1 ROR number", "1 ROR-Nummer"), Text("{n} ROR numbers", "{n} ROR-Nummern"))
_AND = Text(" and ", " und ")
_KEY = Text("your key", "Ihr Schlüssel")
_LIST = Text("{numbers}", "{numbers}")
_MORE = Text("{numbers} and {n} more (--dry-run lists them all)", "{numbers} und {n} weitere (--dry-run nennt alle)")
_ELSE = Text(
    "Nothing else: nobody's name, no title, no file. Like every web server they see the address of your computer, "
    "which program asks (askfirst), and what it asks about.",
    "Sonst nichts: niemandes Name, kein Titel, keine Datei. Wie jeder Webserver sehen sie die Adresse Ihres Rechners, "
    "welches Programm fragt (askfirst) und wonach.",
)
_ASK = Text("Send it? [y/n] ", "Senden? [j/n] ")
_NO_KEY = Text(
    "OpenAlex is not asked: it wants a key of yours (free, https://openalex.org/settings/api), in "
    "ASKFIRST_OPENALEX_KEY or in the keyring as askfirst-openalex.",
    "OpenAlex wird nicht gefragt: Es verlangt einen eigenen Schlüssel (kostenlos, https://openalex.org/settings/api), "
    "in ASKFIRST_OPENALEX_KEY oder im Schlüsselbund als askfirst-openalex.",
)
NOT_WITHOUT_YES = Text(
    "nothing was sent: without a terminal to ask on, --yes says that it may be",
    "nichts wurde gesendet: Ohne Terminal für die Rückfrage erlaubt es --yes",
)
NOTHING_SENT = Text("Nothing was sent.", "Nichts wurde gesendet.")
DRY_RUN = Text("This was a dry run: nothing was sent.", "Das war ein Probelauf: Nichts wurde gesendet.")


def announcement(plans: Sequence[Plan], keyed: frozenset[str], is_whole: bool = False, only: str = "") -> list[Text]:
    """The lines that say what would go to whom; *keyed* are the ids of services that get a key with it.

    *is_whole* lists every number; *only* is the one service that was chosen, if one was.
    """
    asking = [plan for plan in plans if plan.to_ask]
    lines = [] if only or any(plan.service.takes_key for plan in plans) else [_NO_KEY]
    if not asking:
        return [*lines, _NOTHING]
    if kept := sum(plan.kept for plan in plans):
        lines.append(number(kept, _KEPT))
    lines.append(_HEAD)
    shown: tuple[str, ...] = ()
    for plan in asking:
        what = _joined([*_counted(plan.to_ask), *([_KEY] if plan.service.id in keyed else [])])
        form = _TO_SECOND if plan.is_second else _TO
        lines.append(form.fill(service=plan.service.name, host=plan.service.host, what=what))
        if plan.to_ask != shown:
            lines.append(_numbers(plan.to_ask, is_whole))
        shown = plan.to_ask
    return [*lines, _ELSE]


def _counted(numbers: tuple[str, ...]) -> list[Text]:
    dois = sum(each.startswith("10.") for each in numbers)
    counts = ((dois, _DOIS), (len(numbers) - dois, _RORS))
    return [number(n, forms) for n, forms in counts if n]


def _joined(parts: list[Text]) -> Text:
    return Text(_AND.en.join(part.en for part in parts), _AND.de.join(part.de for part in parts))


def _numbers(numbers: tuple[str, ...], is_whole: bool) -> Text:
    if is_whole or len(numbers) <= MOST_SHOWN:
        return _LIST.fill(numbers=", ".join(numbers))
    return _MORE.fill(numbers=", ".join(numbers[:MOST_SHOWN]), n=len(numbers) - MOST_SHOWN)


def show(lines: Sequence[Text], language: str) -> None:
    """Print *lines* on standard error, which leaves standard output to the result."""
    for line in lines:
        for part in wrap(line.said(language), 80):
            print(part, file=sys.stderr)  # noqa: T201  what is about to happen belongs beside the result
    sys.stderr.flush()


def is_given(language: str, question: Text = _ASK) -> bool:
    """Whether somebody at a terminal says yes. A pipe cannot: it gives no."""
    if not sys.stdin or not sys.stdin.isatty():
        return False
    while True:
        sys.stderr.write(question.said(language))
        sys.stderr.flush()
        given = sys.stdin.readline()
        answer = clean(given).strip().casefold()
        if not given or answer in NO | {"q", "quit", "e", "ende"}:
            return False
        if answer in YES:
            return True
