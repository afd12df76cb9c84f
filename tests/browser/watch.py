"""What goes wrong in a browser without anybody seeing it: noted while a test runs, asserted at its end."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, Response, WebSocket

LOOPBACK = ("127.0.0.1", "localhost", "::1", None)
STREAMLITS_OWN = (
    # Opened at /results, Streamlit's page asks for its server at /results/_stcore/… first, then at /_stcore/….
    r"404 \(Not Found\).* http://[^/]+/[^/]+/_stcore/(health|host-config)$",
    r"^404 http://[^/]+/[^/]+/_stcore/(health|host-config)$",
)
"""Console lines and answers that are no fault of ours and that we cannot prevent."""

CONNECTION_LOST = (
    "WebSocket connection",
    "_stcore/",
    "ERR_CONNECTION_REFUSED",
    "ERR_INTERNET_DISCONNECTED",
    "imported module",
    "not responding",
)
"""Troubles of a page whose server or network went away."""


@dataclass
class Watch:
    """Errors in the console, requests that failed or left this machine, dialogs, uncaught exceptions."""

    troubles: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=lambda: list(STREAMLITS_OWN))

    def follow(self, context: BrowserContext) -> None:
        """Notes what happens in every page of the context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(f"uncaught: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("dialog", self._dialog)
        context.on("page", lambda page: page.on("websocket", self._socket))

    def expect(self, *patterns: str) -> None:
        """From here on these troubles are what the test brings about itself."""
        self.expected.extend(patterns)

    def unexpected(self) -> list[str]:
        """Every trouble that no pattern explains."""
        return [t for t in self.troubles if not any(re.search(p, t) for p in self.expected)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "assert"):
            where = message.location.get("url", "")
            self.troubles.append(f"console: {message.text} {where}".strip())

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.hostname not in LOOPBACK:
            self.troubles.append(f"left this machine: {request.url}")

    def _socket(self, socket: WebSocket) -> None:
        if urlsplit(socket.url).hostname not in LOOPBACK:
            self.troubles.append(f"left this machine: {socket.url}")

    def _failed(self, request: Request) -> None:
        # Whoever moves on, or takes a download, ends what is still under way.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status} {response.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()


def lines(troubles: Iterable[str]) -> str:
    """Troubles for an assertion's message, one a line."""
    return "\n".join(["", *troubles])
