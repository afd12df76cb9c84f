"""Routes for documents of every type. Access is checked by device token."""

import re
import unicodedata
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import NotFound
from services.core.installation import Installation
from services.reports.documents import Document, document_types, order_document, render_document
from web.document_cache import DocumentCache, content_key
from web.document_queue import DocumentQueue

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
        today = datetime.now(UTC).astimezone().date()
        order = order_document(current(), device, assessment, today, code, options)
        if not document_types()[code].slow:
            return render_document(order)
        return shelf.get_or_make(content_key(order), partial(render_document, order))

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
        Route(f"/{code}/{{assessment_id:path}}", delivering(code), methods=["GET"])
        for code in document_types()
    ]


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
