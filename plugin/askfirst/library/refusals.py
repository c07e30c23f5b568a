"""Everything that can go wrong between askfirst and Zotero, one sentence each."""

from __future__ import annotations

from askfirst.errors import Failure
from askfirst_checks.words import Text


class Unchanged(Exception):
    """Nothing changed since the version that was asked about (304)."""


READ_ONLY = Text("askfirst only reads a library", "askfirst liest eine Bibliothek nur")
NO_KEY = Text(
    "zotero.org asks for a key: make one at https://www.zotero.org/settings/keys (read access is enough) and put it "
    "into the environment ({names}), or into the keyring as askfirst-zotero",
    "zotero.org verlangt einen Schlüssel: Legen Sie unter https://www.zotero.org/settings/keys einen an (Lesezugriff "
    "genügt) und setzen Sie ihn in der Umgebung ({names}) oder im Schlüsselbund als askfirst-zotero",
)
NO_COLLECTION = Text(
    "this library has no collection called {name!r}", "in dieser Bibliothek gibt es keine Sammlung {name!r}"
)
NOT_RUNNING = Text(
    "Zotero does not answer: start it, or use --web for the library at zotero.org",
    "Zotero antwortet nicht: Starten Sie es, oder nehmen Sie mit --web die Bibliothek auf zotero.org",
)
NO_WEB = Text("zotero.org cannot be reached", "zotero.org ist nicht erreichbar")
TOO_SLOW = Text(
    "Zotero took too long to answer; if it has just been installed it is still preparing: try again in a minute",
    "Zotero hat zu lange nicht geantwortet; direkt nach der Installation bereitet es noch vor: gleich noch "
    "einmal versuchen",
)
SWITCHED_OFF = Text(
    "Zotero does not let other programs read: in Zotero, Settings, Advanced, switch on “Allow other applications on "
    "this computer to communicate with Zotero”",
    "Zotero lässt andere Programme nicht lesen: In Zotero unter Einstellungen, Erweitert, „Anderen Anwendungen auf "
    "diesem Computer erlauben, mit Zotero zu kommunizieren“ einschalten",
)
REFUSED = Text(
    "zotero.org refuses this key for this library: check its permissions and the library's number",
    "zotero.org lässt diesen Schlüssel für diese Bibliothek nicht zu: Prüfen Sie seine Rechte und die Nummer "
    "der Bibliothek",
)
NOT_THERE = Text(
    "Zotero knows no such item, collection or group", "Zotero kennt diesen Eintrag, diese Sammlung oder Gruppe nicht"
)
NOT_THERE_WEB = Text(
    "zotero.org knows no such item, collection or library",
    "zotero.org kennt diesen Eintrag, diese Sammlung oder Bibliothek nicht",
)
BUSY = Text(
    "the server asks to wait for {seconds} seconds, which is longer than this run waits: try again later",
    "der Server bittet um {seconds} Sekunden Geduld, länger als dieser Lauf wartet: später noch einmal versuchen",
)
UNREADABLE = Text(
    "Zotero answered something that cannot be read ({what})",
    "Zotero hat etwas geantwortet, das nicht lesbar ist ({what})",
)
ENDLESS = Text(
    "Zotero's answer does not end, or is larger than any library: nothing was checked",
    "Zoteros Antwort endet nicht oder ist größer als jede Bibliothek: Es wurde nichts geprüft",
)
ANSWERED = Text("Zotero answered with status {status}: {says}", "Zotero hat mit Status {status} geantwortet: {says}")


def of_answer(status: int, says: str, web: bool, seconds: float = 0.0) -> Failure:
    """What an answer with *status* means."""
    if status in (401, 403):
        return Failure(REFUSED if web else SWITCHED_OFF)
    if status == 404:
        return Failure(NOT_THERE_WEB if web else NOT_THERE)
    if status in (429, 503):
        return Failure(BUSY.fill(seconds=int(seconds) or "?"))
    return Failure(ANSWERED.fill(status=status, says=" ".join(says.split())[:200] or "-"))


def of_error(error: Exception, web: bool) -> Failure:
    """What an exception of the transport means; by its name, for two transports share the names."""
    names = {each.__name__ for each in type(error).__mro__}
    if "TimeoutException" in names and "ConnectTimeout" not in names:
        return Failure(TOO_SLOW)
    if names & {"NetworkError", "ConnectTimeout", "RemoteProtocolError", "OSError"}:
        return Failure(NO_WEB if web else NOT_RUNNING)
    return Failure(UNREADABLE.fill(what=type(error).__name__))
