"""A requests session that sends nothing by itself: no cookie or password from elsewhere, no redirect, no proxy."""

from __future__ import annotations

import os

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar

from askfirst import __version__
from askfirst.online.patience import Watch, patience


class Session(requests.Session):
    """`requests.Session` that leaves redirects to `asking.Door`.

    Even where it is told not to follow one, requests reads the whole body of a redirect, however long that is, and
    takes the address apart, which fails for some.
    """

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """None, whatever *resp* says."""
        return None


class _NoCookies(RequestsCookieJar):
    """A jar that keeps nothing."""

    def set_cookie(self, cookie: object, *given: object, **named: object) -> None:
        """Keep nothing."""


def opened(watch: Watch, backoff: float) -> Session:
    """A session with the patience that *watch* bounds."""
    session = Session()
    session.trust_env = False  # .netrc would send a password; proxies are looked up in `asking`
    session.headers.update({"User-Agent": f"askfirst/{__version__}", "Accept": "application/json"})
    session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True
    session.cookies = _NoCookies()
    adapter = HTTPAdapter(max_retries=patience(watch, backoff))
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session
