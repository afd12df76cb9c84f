"""Unknown addresses get our 404 page.

Streamlit answers every unknown address with its front page: one level deep it then shows its own dialogue over
the first screen, deeper than that an empty page.
"""

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.problems import not_found

CLOSED = frozenset({"/_stcore/metrics"})
"""Streamlit's connection metrics; not public."""


class KnownAddresses:
    """Passes the front page for addresses of screens only; 404 otherwise."""

    def __init__(self, app: ASGIApp, screens: Collection[str]) -> None:
        self.app = app
        self.known = {"", *screens}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].strip("/") in self.known:
            await self.app(scope, receive, send)
            return
        if scope["path"].rstrip("/") in CLOSED:
            await not_found()(scope, receive, send)
            return
        strayed = False

        async def send_unless_strayed(message: Message) -> None:
            nonlocal strayed
            if message["type"] == "http.response.start":
                strayed = _is_front_page(scope, message)
                if strayed:
                    await not_found()(scope, receive, send)
            if not strayed:
                await send(message)

        await self.app(scope, receive, send_unless_strayed)


def _is_front_page(scope: Scope, start: Message) -> bool:
    """Is this response Streamlit’s front page, rather than a document or an asset?"""
    html = Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")
    return html and start["status"] < 400 and isinstance(scope.get("endpoint"), StaticFiles)
