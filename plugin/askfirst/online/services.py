"""The services that may be asked: their names, their addresses, and the key of the one that wants one."""

from __future__ import annotations

import os
from typing import NamedTuple
from urllib.parse import urlsplit

from askfirst.errors import Failure
from askfirst_checks.words import Text

KEY = "ASKFIRST_OPENALEX_KEY"
"""environment variable with the user's key of OpenAlex"""
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_NO_LOOPBACK = Text(
    "--service-endpoint is for tests and takes an address of this computer only, not {where}",
    "--service-endpoint ist für Tests und nimmt nur eine Adresse dieses Rechners, nicht {where}",
)


class Service(NamedTuple):
    """One of them."""

    id: str
    name: str
    base: str
    """address under which every request lies, without a closing slash"""
    takes_key: bool = False

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(self.base).hostname or ""


OPENALEX = Service("openalex", "OpenAlex", "https://api.openalex.org", takes_key=True)
CROSSREF = Service("crossref", "Crossref", "https://api.crossref.org/v1")
SERVICES = {service.id: service for service in (OPENALEX, CROSSREF)}


def at(service: Service, endpoint: str) -> Service:
    """*service* as it is, or played by a server on this computer at *endpoint*. Raises `Failure`."""
    if not endpoint:
        return service
    if not is_loopback(endpoint):
        raise Failure(_NO_LOOPBACK.fill(where=endpoint[:100]))
    return service._replace(base=f"{endpoint.rstrip('/')}/{service.id}")


def is_loopback(address: str) -> bool:
    """Whether *address* lies on this computer."""
    try:
        return urlsplit(address).hostname in _LOOPBACK
    except ValueError:
        return False


def key_of(service: Service) -> str:
    """The user's key: from the environment, else from the system's keyring; empty where there is none."""
    if not service.takes_key:
        return ""
    if value := os.environ.get(KEY, "").strip():
        return value
    try:
        import keyring  # type: ignore[import-not-found]  # used where it is installed, never required
    except ImportError:
        return ""
    try:
        return keyring.get_password("askfirst-openalex", "key") or ""
    except Exception:
        return ""
