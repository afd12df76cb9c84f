"""Unknown addresses get our 404 page, and so do those of Streamlit's that the app does not need.

Streamlit answers every unknown address with its front page: one level deep it then shows its own dialogue over
the first screen, deeper than that an empty page.
"""

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.problems import not_found

INTERNAL = "_stcore"
OPEN = ("_stcore/health", "_stcore/host-config", "_stcore/upload_file")
"""What Streamlit's page asks for under its own prefix; metrics, script check and the agent API are not public."""
CLOSED = ("component", "app/static", "auth", "oauth2callback")
"""Addresses of Streamlit outside its prefix that the app does not use."""


class KnownAddresses:
    """Passes the front page for addresses of screens only; 404 otherwise."""

    def __init__(self, app: ASGIApp, screens: Collection[str]) -> None:
        self.app = app
        self.known = {"", *screens}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "").strip("/")
        if scope["type"] != "http" or path in self.known:
            await self.app(scope, receive, send)
            return
        if is_closed(path):
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


def is_closed(path: str) -> bool:
    """Is this, without outer slashes, an address of Streamlit that the app does not need?

    >>> is_closed("_stcore/agent/mcp"), is_closed("_stcore/health"), is_closed("governance")
    (True, False, False)
    """
    return (_is_under(path, INTERNAL) and not _is_one_of(path, OPEN)) or _is_one_of(path, CLOSED)


def _is_one_of(path: str, addresses: Collection[str]) -> bool:
    return any(_is_under(path, address) for address in addresses)


def _is_under(path: str, address: str) -> bool:
    return path == address or path.startswith(address + "/")


def _is_front_page(scope: Scope, start: Message) -> bool:
    """Is this response Streamlit’s front page, rather than a document or an asset?"""
    html = Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")
    return html and start["status"] < 400 and isinstance(scope.get("endpoint"), StaticFiles)
