"""`/device/{nonce}`: where a browser fetches the cookie of its next token.

Streamlit's screens answer over a socket, which can set no cookie. After a screen has given rights to the successor
of the browser's token (`ui.access.under_new_token`), it shows an invisible picture from here. The address is worth
nothing without the browser's cookie, and the answer is the same whatever happened.
"""

from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import PlumblineError
from services.core.browsers import browser_name, take_up
from services.core.installation import Installation

PIXEL = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
"""A transparent GIF of one pixel."""


def device_route(current: Callable[[], Installation]) -> Route:
    """The picture that brings the cookie."""

    async def next_cookie(request: Request) -> Response:
        name = browser_name(request.headers.get("user-agent", ""))
        token, nonce = request.state.device, request.path_params["nonce"]
        with suppress(PlumblineError):
            later = await to_thread.run_sync(take_up, current(), token, nonce, name)
            request.state.device = later or token
        return Response(PIXEL, media_type="image/gif")

    return Route("/device/{nonce}", next_cookie, methods=["GET"])
