"""Security headers on every response, the Content-Security-Policy among them."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
ADDRESS = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?")
CACHEABLE = ("/static/", "/fonts/", "/phone/")
FIXED = {
    "X-Content-Type-Options": "nosniff",
    # `no-referrer` would make browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

HSTS = "max-age=31536000"
"""A year; other hosts under the same domain are not ours to speak for."""


def script_hashes(page: Path) -> tuple[str, ...]:
    """The CSP sources (`'sha256-…'`) of the inline scripts of an HTML file, in document order."""
    scripts = INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def content_security_policy(hashes: Iterable[str], host: str) -> str:
    """The policy for a page served as `host`: own scripts and websocket only, no framing."""
    socket = f" ws://{host} wss://{host}" if ADDRESS.fullmatch(host) else ""
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self' 'unsafe-inline'",  # emotion writes its rules into the page
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{socket}",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


class SecurityHeaders:
    """Adds the security headers; only hashed assets and fonts may be cached.

    With `https` every request counts as one over HTTPS, as the operator says; else those for which a trusted proxy
    says so (uvicorn then has set the scheme).
    """

    def __init__(self, app: ASGIApp, hashes: tuple[str, ...], *, https: bool = False) -> None:
        self.app = app
        self.hashes = hashes
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.https:
            scope["scheme"] = "https"

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_security_headers(scope, MutableHeaders(scope=message), message["status"], self.hashes)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def add_security_headers(scope: Scope, headers: MutableHeaders, status: int, hashes: Iterable[str]) -> None:
    """Adds the headers to one response."""
    host = Headers(scope=scope).get("host", "")
    headers["Content-Security-Policy"] = content_security_policy(hashes, host)
    headers.update(FIXED)
    if scope["scheme"] == "https":
        headers["Strict-Transport-Security"] = HSTS
    page = headers.get("content-type", "").startswith("text/html")
    if page or status >= 400 or not scope["path"].startswith(CACHEABLE):
        headers["Cache-Control"] = "no-store"
