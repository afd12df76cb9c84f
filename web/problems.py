"""Error pages for everything served over HTTP."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assessment.errors import Frozen, NotFound, PlumblineError, RefusedInput, StorageUnavailable, TooManyTries
from language.translation import _, language_in_use
from web.middleware.headers import add_security_headers

Handler = Callable[[Request, Exception], Awaitable[Response]]
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)


class Busy(PlumblineError):
    """The queue for this kind of work is full; a retry may succeed."""


STATUS: tuple[tuple[type[PlumblineError], int], ...] = (
    (NotFound, 404),
    (TooManyTries, 429),
    (Busy, 503),
    (StorageUnavailable, 503),
    (Frozen, 409),
    (RefusedInput, 422),
)
RETRY_AFTER = {429: "60", 503: "10"}


def problem(status: int, title: str, text: str) -> HTMLResponse:
    """An error page; `title` and `text` are escaped."""
    page = TEMPLATES.get_template("problem.html").render(
        language=language_in_use(), title=title, text=text, way_out=_("Go to the home page")
    )
    headers = {"Retry-After": RETRY_AFTER[status]} if status in RETRY_AFTER else {}
    return HTMLResponse(page, status, headers)


def not_found() -> HTMLResponse:
    """The 404 page, the same for unknown, malformed and forbidden addresses."""
    return problem(
        404,
        _("This page is not available in this browser"),
        _(
            "The address may be wrong, the assessment may have been deleted, or it belongs to another "
            "browser. Nothing was lost. If it is yours, use your resume code on the home page."
        ),
    )


def page_for(error: PlumblineError) -> HTMLResponse:
    """The page for a PlumblineError; its message may be shown to a person."""
    status = next((status for kind, status in STATUS if isinstance(error, kind)), 500)
    if status == 404:
        return not_found()
    titles = {
        429: _("Too many requests"),
        503: _("Plumbline is busy"),
        409: _("This can no longer be changed"),
        422: _("Plumbline could not use that"),
    }
    return problem(status, titles.get(status, _("Something went wrong at our end")), str(error))


def handlers(hashes: tuple[str, ...]) -> Mapping[type[Exception], Handler]:
    """Starlette's exception handlers: a PlumblineError gets its page, everything else a plain 500 page.

    The last handler runs outside the middleware and therefore sets the security headers itself.
    """

    async def ours(_request: Request, error: Exception) -> Response:
        return page_for(error) if isinstance(error, PlumblineError) else not_found()

    async def unexpected(request: Request, _error: Exception) -> Response:
        page = problem(
            500,
            _("Something went wrong at our end"),
            _(
                "What you saved is safe. Go back and try again. If it happens again, tell the person who runs this server."
            ),
        )
        add_security_headers(request.scope, page.headers, 500, hashes)
        return page

    return {PlumblineError: ours, Exception: unexpected}
