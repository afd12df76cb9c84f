"""What Streamlit's one page lacks in its head: it asks not to be translated, and has a script of our own.

The script (`page_head.html`) keeps the page going when translators or extensions have changed it, and stores long
texts while they are typed. It must run before Streamlit's, so it is put into the page itself.
"""

from collections.abc import Collection
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.middleware.headers import script_hashes

ADDED = Path(__file__).with_name("page_head.html")
HEAD, HTML = b"<head>", b"<html "


def inline_hashes(*others: Path) -> tuple[str, ...]:
    """The CSP sources of every inline script: ours in the head of the page, and those of other files."""
    return tuple(found for page in (ADDED, *others) for found in script_hashes(page))


class PageHead:
    """Adds to the head of the page at the addresses of screens; every other response passes unchanged."""

    def __init__(self, app: ASGIApp, screens: Collection[str]) -> None:
        self.app = app
        self.screens = {"", *screens}
        self.added = ADDED.read_bytes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].strip("/") not in self.screens:
            await self.app(scope, receive, send)
            return
        # Streamlit compresses the page for whoever accepts that; then nothing could be added to it.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        start: Message | None = None
        body = b""

        async def send_with_head(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
            if start is None or message["type"] != "http.response.body":
                return
            body += message.get("body", b"")
            if message.get("more_body", False):
                return
            page = self._with_head(body)
            if page != body:
                MutableHeaders(scope=start)["content-length"] = str(len(page))
            await send(start)
            await send({"type": "http.response.body", "body": page})

        await self.app({**scope, "headers": plain}, receive, send_with_head)

    def _with_head(self, page: bytes) -> bytes:
        asking = page.replace(HTML, HTML + b'translate="no" ', 1)
        return asking.replace(HEAD, HEAD + self.added, 1)
