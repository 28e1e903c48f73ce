"""What every answer carries: tags by which a client knows that it has the answer already, and what a browser may do with it."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qs

from starlette.datastructures import Headers as Read
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["LANGUAGE", "Headers", "tagged"]

#: The cookie that keeps the language which an address asked for.
LANGUAGE = "graph_language"
#: Of a 304 only these are sent again.
_KEPT = ("etag", "vary", "cache-control", "content-location", "date", "expires", "access-control-allow-origin")


def tagged(body: bytes) -> dict[str, str]:
    """The headers by which a client asks again and is sent nothing where nothing has changed."""
    return {"ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"', "Cache-Control": "no-cache"}


class Headers:
    """Middleware: 304 to who has the answer, and headers that keep a browser from guessing and from telling others."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and what is answered back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        known = Read(scope=scope).get("if-none-match") if scope["method"] in ("GET", "HEAD") else None
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
        unchanged = False

        async def answer(message: Message) -> None:
            nonlocal unchanged
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                if asked in ("zh", "en") and headers.get("content-type", "").startswith("text/html"):
                    headers.append("Set-Cookie", f"{LANGUAGE}={asked}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
                unchanged = message["status"] == 200 and _has(known, headers.get("etag"))
                if unchanged:
                    kept = [(name, value) for name, value in message["headers"] if name.decode("latin-1").lower() in _KEPT]
                    message = {**message, "status": 304, "headers": kept}
            elif unchanged and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            elif unchanged:  # a file that the server itself would send
                message = {"type": "http.response.body", "body": b"", "more_body": False}
            await send(message)

        await self.app(scope, receive, answer)


def _has(known: str | None, tag: str | None) -> bool:
    """Whether one of the tags that a client names is this one; a weak one is as good."""
    if not known or not tag:
        return False
    return known.strip() == "*" or tag in re.findall(r'"[^"]*"', known)
