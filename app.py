"""The ASGI entry: `streamlit run app.py`, or `uvicorn app:app`.

The instrument and the database are opened here, before anything is served; without them the process ends with a
message. The script of the screens is `ui/shell.py`.
"""

from functools import partial
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from streamlit import config

from services.core.installation import current
from ui.navigation import screens
from web import log
from web.device import device_route
from web.document_cache import DocumentCache
from web.document_queue import DocumentQueue
from web.documents import document_routes
from web.fonts import font_route, read_fonts
from web.health import health_route
from web.lifespan import lifespan
from web.middleware.addresses import KnownAddresses
from web.middleware.device import DeviceCookies
from web.middleware.headers import SecurityHeaders, script_hashes
from web.middleware.hosts import SameOriginOnly, bracketed_hosts, open_address, plain_hosts
from web.middleware.reconnect import Reconnect
from web.phone.routes import phone_routes
from web.problems import handlers
from web.rate_limit import RateLimiter
from web.startup import count_earlier_results, open_or_exit

log.configure()
installation = open_or_exit()
settings = installation.settings
# The two inline scripts allowed by the CSP: Streamlit's own, and ours that scrolls to the top of a new screen.
hashes = (
    *script_hashes(Path(st.__file__).parent / "static" / "index.html"),
    *script_hashes(Path(__file__).parent / "ui" / "kit" / "arrival.html"),
)
# One setting of host names for Streamlit's websocket and for the middleware.
config.set_option("server.allowedHosts", plain_hosts(settings.hosts))


def show_unexpected(error: Exception) -> bool:
    """Logs what a screen could not handle, and shows a plain sentence in its place."""
    from ui.errors import show_unexpected as show  # noqa: PLC0415 - the server does not need the screens

    log.log_unexpected(error)
    return show(error)


app = st.App(
    "ui/shell.py",
    lifespan=lifespan(
        installation.instrument,
        open_address(config.get_option("server.address"), config.get_option("server.port"), settings.hosts),
        open_browser=not config.get_option("server.headless"),
        afterwards=partial(count_earlier_results, installation),
    ),
    middleware=[
        Middleware(SecurityHeaders, hashes=hashes, https=settings.https),
        Middleware(TrustedHostMiddleware, allowed_hosts=bracketed_hosts(settings.hosts), www_redirect=False),
        Middleware(SameOriginOnly),
        Middleware(Reconnect),
        Middleware(DeviceCookies, current=current),
        Middleware(KnownAddresses, screens=screens(installation.instrument)),
    ],
    routes=[
        health_route(current),
        device_route(current),
        font_route(read_fonts()),
        *document_routes(current, DocumentQueue(), RateLimiter(), DocumentCache()),
        *phone_routes(current),
    ],
    on_script_error=show_unexpected,
    exception_handlers=handlers(hashes),
)
