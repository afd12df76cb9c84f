"""The device cookie: a random token that identifies a browser. There is no other authentication."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.core.identity import DEVICE_COOKIE, new_token

TOKEN = re.compile(rf"[A-Za-z0-9_-]{{{len(new_token())}}}")
MAX_AGE = 400 * 24 * 3600
"""In seconds; the longest lifetime browsers accept."""


def find_token(cookie_header: str) -> str | None:
    """The well-formed device token in a Cookie header, if there is one."""
    token = cookie_parser(cookie_header).get(DEVICE_COOKIE, "")
    return token if TOKEN.fullmatch(token) else None


class DeviceCookie:
    """Sets the device cookie on the first HTML response of any path.

    The token, new or known, is in `request.state.device`.
    """

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self.app = app
        self.attributes = f"Path=/; Max-Age={MAX_AGE}; HttpOnly; SameSite=Lax{'; Secure' if https else ''}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        known = find_token("; ".join(Headers(scope=scope).getlist("cookie")))
        token = known or new_token()
        scope.setdefault("state", {})["device"] = token

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and known is None:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Set-Cookie", f"{DEVICE_COOKIE}={token}; {self.attributes}")
            await send(message)

        await self.app(scope, receive, send_with_cookie)
