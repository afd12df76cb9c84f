"""What Streamlit's one page lacks in its head: it asks not to be translated, and has a script of our own.

The script (`page_head.html`) keeps the page going when translators or extensions have changed it, and stores long
texts while they are typed. It must run before Streamlit's, so it is put into the page itself.
"""

from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDED = Path(__file__).with_name("page_head.html")
ROOT, HEAD, HTML = b'<div id="root">', b"<head>", b"<html "


class PageHead:
    """Adds to the head of Streamlit's page; every other response passes unchanged."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.added = ADDED.read_bytes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def send_with_head(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_page(message):
                start = message
                return
            if start is None or message["type"] != "http.response.body":
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body", False):
                return
            page = self._with_head(body) if scope["method"] != "HEAD" else body
            if page != body:
                MutableHeaders(scope=start)["content-length"] = str(len(page))
            await send(start)
            await send({"type": "http.response.body", "body": page})

        await self.app(scope, receive, send_with_head)

    def _with_head(self, page: bytes) -> bytes:
        if ROOT not in page:
            return page
        asking = page.replace(HTML, HTML + b'translate="no" ', 1)
        return asking.replace(HEAD, HEAD + self.added, 1)


def _is_page(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    html = headers.get("content-type", "").startswith("text/html")
    return html and "content-encoding" not in headers
