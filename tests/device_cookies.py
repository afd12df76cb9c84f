"""The device cookie of a browser that a test has prepared: made as the server makes it, and read."""

from services.core.device_cookie import DeviceCookie, sign, today
from services.core.identity import DEVICE_COOKIE
from services.core.installation import Installation


def cookie_for(inst: Installation, token: str) -> str:
    """The value of the cookie of a browser that comes for the first time today."""
    return sign(inst, DeviceCookie(token, today(), today()))


def cookie_header(inst: Installation, token: str) -> dict[str, str]:
    """The same as a request header, over plain HTTP."""
    return {"Cookie": f"{DEVICE_COOKIE}={cookie_for(inst, token)}"}


def token_in(value: str) -> str:
    """The token in a cookie's value."""
    return value.rsplit(".", 3)[0]
