"""Everything that can go wrong between askfirst and a service, one sentence each."""

from __future__ import annotations

from askfirst_checks.words import Text


class Refusal(Exception):
    """A request that brought no record. `text` is one sentence."""

    def __init__(self, text: Text, is_final: bool = False) -> None:
        super().__init__(text.en)
        self.text = text
        self.is_final = is_final
        """whether this service is not asked again in this run"""


class NotThere(Exception):
    """The service knows no such record (404)."""


SHUT_OUT = Text(
    "{service} refuses to answer (status 403) and is not asked again in this run; where it takes a key, check the key",
    "{service} verweigert die Antwort (Status 403) und wird in diesem Lauf nicht noch einmal gefragt; wo es einen "
    "Schlüssel gibt, prüfen Sie ihn",
)
KEY_REFUSED = Text(
    "{service} does not accept the key (status 401): check {variable}",
    "{service} nimmt den Schlüssel nicht an (Status 401): Prüfen Sie {variable}",
)
DAY_USED_UP = Text(
    "{service}: the day's budget is used up; in {hours} it begins anew. What was read is kept, and a later run "
    "goes on from there",
    "{service}: Das Tageskontingent ist aufgebraucht; in {hours} beginnt es neu. Was gelesen ist, bleibt, ein "
    "späterer Lauf macht dort weiter",
)
HOURS = (Text("1 hour", "1 Stunde"), Text("{n} hours", "{n} Stunden"))
SECONDS = (Text("1 second", "1 Sekunde"), Text("{n} seconds", "{n} Sekunden"))
MINUTES = (Text("1 minute", "1 Minute"), Text("{n} minutes", "{n} Minuten"))
BUSY = Text(
    "{service} is busy (status {status}) and was asked several times: try again later",
    "{service} ist überlastet (Status {status}) und wurde mehrmals gefragt: Versuchen Sie es später noch einmal",
)
WAITS = Text(
    "{service} asks to wait {pause}. Ctrl-C stops; what was read is kept.",
    "{service} bittet um {pause} Geduld. Strg-C bricht ab; was gelesen ist, bleibt.",
)
TOO_SLOW = Text(
    "{service} took longer than {seconds} seconds to answer",
    "{service} hat länger als {seconds} Sekunden für die Antwort gebraucht",
)
UNREACHABLE = Text(
    "{service} cannot be reached: check the connection, and the proxy if there is one",
    "{service} ist nicht erreichbar: Prüfen Sie die Verbindung und gegebenenfalls den Proxy",
)
NO_TRUST = Text(
    "the certificate of {service} cannot be verified; where your network has a certificate of its own, "
    "REQUESTS_CA_BUNDLE names its file",
    "das Zertifikat von {service} lässt sich nicht prüfen; hat Ihr Netz ein eigenes Zertifikat, nennt "
    "REQUESTS_CA_BUNDLE dessen Datei",
)
ELSEWHERE = Text(
    "{service} sends on to another address ({where}), and that is not followed",
    "{service} verweist an eine andere Adresse ({where}), und dorthin wird nicht gefragt",
)
TOO_LARGE = Text(
    "the answer of {service} is larger than {most} MB and is not read",
    "die Antwort von {service} ist größer als {most} MB und wird nicht gelesen",
)
WEB_PAGE = Text(
    "{service} seems to answer with a web page: perhaps a login page of your network stands in between",
    "{service} scheint mit einer Webseite zu antworten: Vielleicht liegt eine Anmeldeseite Ihres Netzes dazwischen",
)
BROKEN = Text(
    "the answer of {service} is broken and cannot be read",
    "die Antwort von {service} ist fehlerhaft und lässt sich nicht lesen",
)
OTHER_STATUS = Text("{service} answered with status {status}", "{service} hat mit Status {status} geantwortet")
GIVEN_UP = Text(
    "{service} failed {n} times in a row and is not asked again in this run",
    "{service} hat {n}-mal hintereinander nicht geantwortet und wird in diesem Lauf nicht noch einmal gefragt",
)
NO_EXTRA = Text(
    "looking up needs the package requests: pip install 'askfirst[online]'",
    "zum Nachschlagen fehlt das Paket requests: pip install 'askfirst[online]'",
)
