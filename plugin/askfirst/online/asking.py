"""The one door to the services: a GET for one record, bounded in time and size, to the service's own address only."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from askfirst.formats.phrases import number
from askfirst.online import refusals
from askfirst.online.refusals import NotThere, Refusal
from askfirst.online.services import KEY, Service, is_loopback
from askfirst_checks.words import Text

if TYPE_CHECKING:
    import requests

_PIECE = 64 * 1024
_SLICE = 0.2
"""seconds between two looks at the clock; Ctrl-C is heard in between"""
_Got = tuple[int, Mapping[str, str], bytes]
_MOVED = frozenset({301, 302, 303, 307, 308})


class Limits(NamedTuple):
    """Bounds of one request."""

    seconds: float = 30.0
    megabytes: float = 5.0
    wait: float = 120.0
    """seconds of one pause that the service may ask for"""
    backoff: float = 1.0
    redirects: int = 2


class Wanted(NamedTuple):
    """What is asked for beside the path."""

    parameters: Mapping[str, str] = {}
    accept: str = "application/json"


class Door:
    """Requests to one *service*. Sends the path, the *key* where there is one, and the name of this program."""

    def __init__(
        self,
        service: Service,
        key: str,
        waits: Callable[[Text], None],
        limits: Limits | None = None,
        wanted: Wanted | None = None,
    ) -> None:
        """*waits* hears of each pause. Needs the extra ``[online]``."""
        self.service = service
        self.limits = limits or Limits()
        self._wanted = wanted or Wanted()
        self._parameters = {**self._wanted.parameters, **({"api_key": key} if key else {})}
        self._waits = waits
        self._next = 0.0
        self._open()

    def _open(self) -> None:
        from askfirst.online.patience import Watch
        from askfirst.online.session import opened

        self._watch = Watch(
            lambda pause: self._waits(self._says(refusals.WAITS, pause=_whole_seconds(pause))), self.limits.wait
        )
        self._session = opened(self._watch, self.limits.backoff)
        self._session.headers["Accept"] = self._wanted.accept

    def record(self, path: str) -> Mapping[str, Any]:
        """The JSON object at *path*. Raises `Refusal` and `NotThere`."""
        body = self.content(path)
        try:
            found = json.loads(body)
        except (ValueError, RecursionError) as error:
            is_page = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
            raise self._refusal(refusals.WEB_PAGE if is_page else refusals.BROKEN) from error
        if not isinstance(found, dict):
            raise self._refusal(refusals.BROKEN)
        return found

    def content(self, path: str) -> bytes:
        """What lies at *path*. Raises `Refusal` and `NotThere`."""
        time.sleep(max(0.0, self._next - time.monotonic()))
        address = f"{self.service.base}/{path}"
        for _ in range(self.limits.redirects + 1):
            status, headers, body = self._get(address)
            self._next = time.monotonic() + _pause(headers)
            if status == 200:
                return body
            if status == 404:
                raise NotThere
            if status not in _MOVED:
                raise self._of_status(status, headers)
            address = self._moved(address, headers.get("Location") or "")
        raise self._refusal(refusals.ELSEWHERE, where=_shown(address))

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _get(self, address: str) -> _Got:
        """Status, headers and body; ended in time even where the head of an answer trickles in.

        requests bounds the time between two bytes only, so the request runs in a thread that is left behind when it
        takes too long.
        """
        self._watch.begin()
        outcome: list[_Got | BaseException] = []
        worker = Thread(target=self._into, args=(outcome, address), daemon=True)
        worker.start()
        while worker.is_alive():
            worker.join(_SLICE)
            if worker.is_alive() and time.monotonic() > self._watch.began + self.limits.seconds + 2 * _SLICE:
                self._open()
                raise self._refusal(refusals.TOO_SLOW, seconds=round(self.limits.seconds))
        if isinstance(outcome[0], BaseException):
            raise outcome[0]
        return outcome[0]

    def _into(self, outcome: list[_Got | BaseException], address: str) -> None:
        try:
            outcome.append(self._attempt(address))
        except BaseException as error:
            outcome.append(error)

    def _attempt(self, address: str) -> _Got:
        import requests
        from urllib3.exceptions import HTTPError

        seconds = self.limits.seconds
        try:
            with self._session.get(
                address,
                params=self._parameters,
                timeout=(min(10.0, seconds), seconds),
                allow_redirects=False,
                stream=True,
                proxies=_proxies(address),
            ) as answer:
                body = self._body(answer) if answer.status_code == 200 else b""
                return answer.status_code, answer.headers, body
        except requests.exceptions.SSLError as error:
            raise self._refusal(refusals.NO_TRUST) from error
        except requests.exceptions.ReadTimeout as error:
            raise self._refusal(refusals.TOO_SLOW, seconds=round(seconds)) from error
        except (requests.exceptions.RequestException, HTTPError) as error:
            raise self._refusal(refusals.UNREACHABLE) from error
        except OSError as error:  # the file that REQUESTS_CA_BUNDLE names is not there
            raise self._refusal(refusals.NO_TRUST) from error

    def _body(self, answer: requests.Response) -> bytes:
        """What was sent, piece by piece as it comes: a trickle is ended, and so is a flood."""
        from urllib3.exceptions import DecodeError, ProtocolError, ReadTimeoutError

        most = int(self.limits.megabytes * 1024 * 1024)
        until = self._watch.began + self.limits.seconds
        body = bytearray()
        try:
            while piece := answer.raw.read1(_PIECE, decode_content=True):
                body += piece
                if len(body) > most:
                    raise self._refusal(refusals.TOO_LARGE, most=round(self.limits.megabytes))
                if time.monotonic() > until:
                    raise self._refusal(refusals.TOO_SLOW, seconds=round(self.limits.seconds))
        except ReadTimeoutError as error:
            raise self._refusal(refusals.TOO_SLOW, seconds=round(self.limits.seconds)) from error
        except (DecodeError, ProtocolError) as error:
            raise self._refusal(refusals.BROKEN) from error
        return bytes(body)

    def _moved(self, address: str, location: str) -> str:
        """Where a redirect leads, if it is this service still. The key never goes elsewhere."""
        try:
            target = urljoin(address, location).partition("?")[0].partition("#")[0]
        except ValueError:
            target = location
        if not location or not _is_below(target, self.service.base):
            raise self._refusal(refusals.ELSEWHERE, where=_shown(target))
        return target

    def _of_status(self, status: int, headers: Mapping[str, str]) -> Refusal:
        from askfirst.online.patience import is_used_up

        if status == 401:
            return self._refusal(refusals.KEY_REFUSED, is_final=True, variable=KEY)
        if status == 403:
            return self._refusal(refusals.SHUT_OUT, is_final=True)
        if status == 429 and (is_used_up(headers) or _seconds(headers) > self.limits.wait):
            return self._refusal(refusals.DAY_USED_UP, is_final=True, hours=_hours(_seconds(headers)))
        if status == 429 or status >= 500:
            return self._refusal(refusals.BUSY, is_final=status == 429, status=status)
        return self._refusal(refusals.OTHER_STATUS, status=status)

    def _refusal(self, text: Text, is_final: bool = False, **values: str | int | Text) -> Refusal:
        return Refusal(self._says(text, **values), is_final)

    def _says(self, text: Text, **values: str | int | Text) -> Text:
        return text.fill(service=self.service.name, **values)


def _proxies(address: str) -> dict[str, str]:
    """The proxy of the user's environment; none for this computer."""
    if is_loopback(address):
        return {}
    from requests.utils import get_environ_proxies

    return {scheme: proxy for scheme, proxy in get_environ_proxies(address).items() if proxy}


def _is_below(target: str, base: str) -> bool:
    """Whether *target* has the scheme, host and port of *base*, and a path below it without ``..``."""
    try:
        there, here = urlsplit(target), urlsplit(base)
        same_place = (there.scheme, there.hostname, there.port) == (here.scheme, here.hostname, here.port)
    except ValueError:
        return False
    below = there.path.startswith(here.path.rstrip("/") + "/")
    return same_place and below and not {"..", "."} & set(there.path.split("/")) and "@" not in there.netloc


def _shown(address: str) -> str:
    """Scheme and host of *address*, for a sentence."""
    try:
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.hostname}"[:100] if parts.hostname else address[:100]
    except ValueError:
        return "?"


def _seconds(headers: Mapping[str, str]) -> float:
    """Seconds until the service may be asked again, as far as it says so."""
    for name in ("Retry-After", "X-RateLimit-Reset"):
        try:
            return max(0.0, float(headers.get(name) or ""))
        except ValueError:
            continue
    return 0.0


def _whole_seconds(seconds: float) -> Text:
    return number(round(seconds), refusals.SECONDS)


def _hours(seconds: float) -> Text:
    if not 0 < seconds < 7 * 86_400:
        return Text("at most a day", "spätestens einem Tag")
    if seconds <= 5_400:
        return number(max(1, round(seconds / 60)), refusals.MINUTES)
    return number(round(seconds / 3_600), refusals.HOURS)


def _pause(headers: Mapping[str, str]) -> float:
    """Seconds between two requests by Crossref's ``x-rate-limit-limit: 5`` and ``x-rate-limit-interval: 1s``."""
    try:
        limit = float(headers.get("x-rate-limit-limit") or "")
        interval = float((headers.get("x-rate-limit-interval") or "").rstrip("s"))
    except ValueError:
        return 0.0
    return min(2.0, interval / limit) if limit > 0 and interval > 0 else 0.0
