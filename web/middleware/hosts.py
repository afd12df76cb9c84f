"""Checks of Host and Origin headers, for HTTP and websocket alike."""

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from language.translation import _
from web.health import HEALTH_PATH

POLICY_VIOLATION = 1008
READING = frozenset({"GET", "HEAD", "OPTIONS"})


class KnownHosts(TrustedHostMiddleware):
    """Refuses requests under other host names, but not those of probes, which ask by address and learn nothing."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == HEALTH_PATH:
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def bracketed_hosts(hosts: Iterable[str]) -> list[str]:
    """Host names as Starlette's TrustedHostMiddleware compares them: IPv6 in brackets."""
    return [f"[{host}]" if _is_ipv6(host) else host for host in hosts]


def open_address(address: str | None, port: int, hosts: Iterable[str]) -> str:
    """The URL to open the app at, given the address it listens on; for “all interfaces” the first host name."""
    everywhere = address in (None, "", "0.0.0.0", "::")  # noqa: S104 - compared, not bound
    name = next(iter(bracketed_hosts(hosts if everywhere else [str(address)])), "localhost")
    return f"http://{name}:{port}"


def _is_ipv6(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).version == 6
    except ValueError:
        return False


def same_origin(origin: str, host: str) -> bool:
    """Does the Origin name the same host and port as the Host header? The scheme is not compared (proxies)."""
    named = _without_default_port(origin.partition("://")[2])
    return bool(named) and named == _without_default_port(host)


def _without_default_port(address: str) -> str:
    return address.strip().lower().removesuffix(":443").removesuffix(":80")


class SameOriginOnly:
    """Refuses cross-origin requests and websocket connections.

    Streamlit accepts websockets from any page on `localhost`, and looks up its external address on the internet
    before it refuses another origin. This check comes first.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or _is_ours(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": ""})
        else:
            refusal = PlainTextResponse(_("This request came from another site. Nothing was changed."), 403)
            await refusal(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is not None:
        return same_origin(origin, headers.get("host", ""))
    reading = scope["type"] == "http" and scope["method"] in READING
    return reading or headers.get("sec-fetch-site", "none") in ("same-origin", "none")
