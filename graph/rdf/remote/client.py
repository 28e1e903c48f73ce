"""HTTP to a SPARQL server: who may, what is tried again, and faults in one line."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx

from graph.errors import StoreError

__all__ = ["PASSWORD", "USER", "connected", "send"]

#: Environment variables that hold who asks; never an argument, which other users of the machine can read.
USER, PASSWORD = "GRAPH_STORE_USER", "GRAPH_STORE_PASSWORD"
_TRIES = 3


class _Auth(httpx.Auth):
    """Digest or Basic, as the server asks for it."""

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Ask without authentication first; then as the server wants it, from then on at once."""
        if self._chosen is None:
            reply = yield request
            asked = " ".join(reply.headers.get_list("www-authenticate")).lower()
            if reply.status_code != 401 or not asked:
                return
            if "digest" in asked:
                self._chosen = self._digest
            elif _is_safe(str(request.url)):
                self._chosen = self._basic
            else:
                raise StoreError(str(request.url), "it asks for a password without encryption", "use https")
        yield from self._chosen.auth_flow(request)


def _is_safe(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" or parts.hostname in ("127.0.0.1", "localhost", "::1")


@contextmanager
def connected(url: str, timeout: float = 300) -> Iterator[httpx.Client]:
    """A client for one server, with the user and the password of the environment.

    Raises
    ------
    StoreError
        For an address that is none, and for one that holds a password.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(url, "this is no address of a server", "begin it with http:// or https://")
    if parts.username or parts.password:
        raise StoreError(f"{parts.scheme}://…@{parts.hostname}", "the address holds a password", f"set {USER} and {PASSWORD}")
    user = os.environ.get(USER)
    auth = _Auth(user, os.environ.get(PASSWORD, "")) if user else None
    with httpx.Client(auth=auth, timeout=timeout, trust_env=False) as client:
        yield client


def send(
    client: httpx.Client,
    method: str,
    url: str,
    *,
    params: dict[str, str] | None = None,
    content: str | bytes | None = None,
    headers: dict[str, str] | None = None,
    well: Iterable[int] = (200, 201, 204),
) -> httpx.Response:
    """One request, tried again where the server is busy or the connection broke.

    Parameters
    ----------
    client:
        Of :func:`connected`.
    method, url, params, content, headers:
        Of the request, which must do no harm when it is sent twice.
    well:
        Statuses that are no fault.

    Raises
    ------
    StoreError
        With the server's own words where it has some.
    """
    for attempt in range(1, _TRIES + 1):
        try:
            reply = client.request(method, url, params=params, content=content, headers=headers)
        except httpx.HTTPError as fault:
            if attempt == _TRIES:
                detail = " ".join(str(fault).split()) or type(fault).__name__
                raise StoreError(
                    url, f"it cannot be reached ({detail})", "check the address, and that the server runs"
                ) from fault
        else:
            if reply.status_code in well:
                return reply
            if reply.status_code < 500 or attempt == _TRIES:
                raise _refused(url, reply)
        time.sleep(0.3 * attempt)
    raise AssertionError


def _refused(url: str, reply: httpx.Response) -> StoreError:
    words = " ".join(reply.text.split())[:200]
    if reply.status_code in (401, 403):
        return StoreError(url, f"it refuses (HTTP {reply.status_code})", f"set {USER} and {PASSWORD} to one who may")
    return StoreError(url, f"it answers HTTP {reply.status_code}: {words}", "see the server's log")
