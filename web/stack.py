"""What stands between a request and a screen: the middleware in its order, and the routes that are not Streamlit's."""

from collections.abc import Callable, Collection

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from services.core.installation import Installation
from web.connections import LimitStreams, OpenStreams
from web.device import device_route
from web.documents import document_routes
from web.fonts import font_route, read_fonts
from web.health import health_route
from web.middleware.addresses import KnownAddresses
from web.middleware.device import DeviceCookies
from web.middleware.headers import SecurityHeaders
from web.middleware.hosts import KnownHosts, SameOriginOnly, bracketed_hosts
from web.middleware.page_head import PageHead
from web.middleware.reconnect import Reconnect
from web.phone.routes import phone_routes


def middleware(
    current: Callable[[], Installation],
    hashes: tuple[str, ...],
    streams: OpenStreams,
    screens: Collection[str],
) -> list[Middleware]:
    """The middleware, outermost first. `screens` are the addresses of screens, `hashes` the scripts of the CSP."""
    settings = current().settings
    return [
        Middleware(SecurityHeaders, hashes=hashes, https=settings.https),
        Middleware(KnownHosts, allowed_hosts=bracketed_hosts(settings.hosts), www_redirect=False),
        Middleware(SameOriginOnly),
        Middleware(LimitStreams, streams=streams, screens=screens),
        Middleware(Reconnect),
        Middleware(DeviceCookies, current=current),
        Middleware(KnownAddresses, screens=screens),
        Middleware(PageHead, screens=screens),
    ]


def routes(current: Callable[[], Installation], streams: OpenStreams) -> list[BaseRoute]:
    """Health, the browser's next cookie, fonts, documents and phones."""
    return [
        health_route(current),
        device_route(current),
        font_route(read_fonts()),
        *document_routes(current),
        *phone_routes(current, streams),
    ]
