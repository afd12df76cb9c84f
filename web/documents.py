"""Routes for documents of every type. Access is checked by device token."""

import re
import unicodedata
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from functools import partial
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import NotFound
from services.core.identity import counting_wrong_codes
from services.core.installation import Installation
from services.reports.documents import Document, document_types, order_document, render_document
from services.reports.sharing import SHARED, order_shared
from web.document_cache import DocumentCache, content_key
from web.document_queue import DocumentQueue
from web.phone.service_calls import address_of

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
NAME_LIMIT = 100
ENDING = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,10}$")


def document_routes(current: Callable[[], Installation]) -> list[Route]:
    """`/<code>/<assessment>` for each type, its options in the query: `/report/{id}?length=full&paper=letter`."""
    press, shelf = DocumentQueue(), DocumentCache()

    def delivering(code: str) -> Callable[[Request], Awaitable[Response]]:
        async def file(request: Request) -> Response:
            return await deliver(request, code)

        return file

    def make(code: str, device: str, assessment: str, options: dict[str, str]) -> Document:
        order = order_document(current(), device, assessment, _today(), code, options)
        if not document_types()[code].slow:
            return render_document(order)
        return shelf.get_or_make(content_key(order), partial(render_document, order))

    async def shared(request: Request) -> Response:
        """A report behind a read-only link, shown in the browser. Wrong links are counted as wrong codes are."""
        device, token = request.state.device, request.path_params["token"]
        await to_thread.run_sync(current().limits.check_document, device)
        with counting_wrong_codes(current(), device, address_of(request)):
            order = await to_thread.run_sync(order_shared, current(), token, _today())
        page = await press.run(
            partial(shelf.get_or_make, content_key(order), partial(render_document, order))
        )
        headers = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
        return Response(page.content, media_type=page.media_type, headers=headers)

    async def deliver(request: Request, code: str) -> Response:
        device, assessment = request.state.device, request.path_params["assessment_id"]
        await to_thread.run_sync(current().limits.check_document, device)
        if not ID.fullmatch(assessment):
            raise NotFound(assessment)
        names = document_types()[code].options.keys() & request.query_params.keys()
        options = {name: request.query_params[name] for name in names}
        document = await press.run(partial(make, code, device, assessment, options))
        headers = {"Content-Disposition": attachment(document.name)}
        return Response(document.content, media_type=document.media_type, headers=headers)

    return [
        Route(f"{SHARED}/{{token}}", shared, methods=["GET"]),
        *(
            Route(f"/{code}/{{assessment_id:path}}", delivering(code), methods=["GET"])
            for code in document_types()
        ),
    ]


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def attachment(name: str) -> str:
    """A Content-Disposition header for any file name: an ASCII fallback, and the full name (RFC 5987).

    >>> print(attachment("Zoë & Söhne.pdf"))
    attachment; filename="Zoe-Sohne.pdf"; filename*=UTF-8''Zo%C3%AB%20%26%20S%C3%B6hne.pdf
    """
    visible = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in name)
    safe = " ".join(re.sub(r'[\\/:*?"<>|]', " ", visible).split()).strip(". ")
    ending = ENDING.search(safe)
    suffix = ending[0] if ending else ""
    stem = safe.removesuffix(suffix)[:NAME_LIMIT].strip(". ") or "plumbline"
    letters = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", letters).strip("-.") or "plumbline"
    return f"attachment; filename=\"{plain}{suffix}\"; filename*=UTF-8''{quote(stem + suffix, safe='')}"
