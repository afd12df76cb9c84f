"""The personal resume code, shown for ten minutes: in a cookie of the person's own browser.

The server keeps only its hash, and no address may hold it. The browser that gets this cookie holds the
device token already, which opens the same; so the cookie gives away nothing new.
"""

import re

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "plumbline_code"
SECURE_COOKIE = f"__Secure-{COOKIE}"
SECONDS = 600
CODE = re.compile(r"[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}")


def set_code_cookie(request: Request, answer: Response, code: str | None) -> None:
    """Lets the pages of the room show the code for a while; nothing for None."""
    if code is not None:
        name, secure = _name(request), _is_secure(request)
        answer.set_cookie(
            name, code, max_age=SECONDS, path="/room", secure=secure, httponly=True, samesite="lax"
        )


def clear_code_cookie(request: Request, answer: Response) -> None:
    """The code is not shown any more."""
    answer.delete_cookie(
        _name(request), path="/room", secure=_is_secure(request), httponly=True, samesite="lax"
    )


def read_code_cookie(request: Request) -> str | None:
    """The code that may still be shown."""
    code = request.cookies.get(_name(request), "")
    return code if CODE.fullmatch(code) else None


def _name(request: Request) -> str:
    return SECURE_COOKIE if _is_secure(request) else COOKIE


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
