"""The device cookie on requests and responses. What it says and how long it counts: `services.core.device_cookie`."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.errors import StorageUnavailable
from services.core.browsers import browser_name, note_visit, renew_unsigned
from services.core.device_cookie import (
    DeviceCookie,
    cookie_name,
    find_unsigned,
    is_bound,
    read_signed,
    sign,
    today,
)
from services.core.identity import DEVICE_COOKIE, new_token
from services.core.installation import Installation


@dataclass(frozen=True)
class _Held:
    """What a request came with: the cookie, whether the browser sent it, and whether it is an unsigned one."""

    cookie: DeviceCookie
    kept: bool
    unsigned: bool = False


class DeviceCookies:
    """Gives every browser its cookie with the first HTML response of any path, and a new one with new rights.

    For the routes: `request.state.device` is the token, new or known, and `request.state.kept` says whether the
    browser sent it by itself. A route that gave rights to a successor puts it into `request.state.device`.
    """

    def __init__(self, app: ASGIApp, current: Callable[[], Installation]) -> None:
        self.app, self.current = app, current

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers, secure = Headers(scope=scope), scope["scheme"] == "https"
        sent = cookie_parser("; ".join(headers.getlist("cookie")))
        held = await self._held(sent, secure=secure)
        state = scope.setdefault("state", {})
        state.update(device=held.cookie.token, kept=held.kept)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                html = given.get("content-type", "").startswith("text/html")
                name = browser_name(headers.get("user-agent", ""))
                cookie = await self._next(held, state["device"], name, html=html)
                if cookie is not None:
                    self._set(given, cookie, sent, secure=secure)
                if secure:
                    mark_secure(given)
            await send(message)

        await self.app(scope, receive, send_with_cookie)

    async def _held(self, sent: Mapping[str, str], *, secure: bool) -> _Held:
        inst, day = self.current(), today()
        signed = read_signed(inst, sent.get(cookie_name(secure=secure), ""), day)
        if signed is not None:
            return _Held(signed, kept=True)
        unsigned = find_unsigned(sent, day)
        if unsigned is not None:
            known = True  # a cookie that cannot be looked up now is not replaced
            with suppress(StorageUnavailable):
                known = await to_thread.run_sync(is_bound, inst, unsigned)
            if known:
                return _Held(DeviceCookie(unsigned, day, day), kept=True, unsigned=True)
        return _Held(DeviceCookie(new_token(), day, day), kept=False)

    async def _next(self, held: _Held, token: str, name: str, *, html: bool) -> DeviceCookie | None:
        """The cookie to set with this response, if any."""
        day, inst = today(), self.current()
        if token != held.cookie.token:
            return DeviceCookie(token, held.cookie.begun, day)
        if not html:
            return None
        if not held.kept:
            return held.cookie
        with suppress(StorageUnavailable):
            if held.unsigned:
                return DeviceCookie(await to_thread.run_sync(renew_unsigned, inst, token, name), day, day)
            if held.cookie.seen != day:
                await to_thread.run_sync(note_visit, inst, token, name)
                return replace(held.cookie, seen=day)
        return None

    def _set(
        self, headers: MutableHeaders, cookie: DeviceCookie, sent: Mapping[str, str], *, secure: bool
    ) -> None:
        value, seconds = sign(self.current(), cookie), int(cookie.lifetime().total_seconds())
        attributes = "Path=/; HttpOnly; SameSite=Lax"
        headers.append("Set-Cookie", f"{cookie_name(secure=secure)}={value}; Max-Age={seconds}; {attributes}")
        if secure and DEVICE_COOKIE in sent:  # of an earlier version: what it opened has a new token now
            headers.append("Set-Cookie", f"{DEVICE_COOKIE}=; Max-Age=0; {attributes}")


def mark_secure(headers: MutableHeaders) -> None:
    """Every cookie of this response, Streamlit's too, is kept for HTTPS."""
    cookies = headers.getlist("set-cookie")
    if cookies:
        del headers["set-cookie"]
        for cookie in cookies:
            marked = "; secure" in cookie.lower()
            headers.append("Set-Cookie", cookie if marked else f"{cookie}; Secure")
