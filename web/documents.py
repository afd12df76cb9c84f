"""Routes for documents of every type. Access is checked by device token."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeVar
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import NotFound
from documents.document_format import DocumentOrder
from documents.worker import DocumentGivenUp, DocumentWorker
from language.translation import _
from services.core.identity import counting_wrong_codes
from services.core.installation import Installation
from services.reports.documents import Document, document_types, order_document, render_document
from services.reports.sharing import SHARED, order_shared
from web.document_cache import DocumentCache, content_key
from web.document_queue import DocumentQueue
from web.phone.service_calls import address_of
from web.problems import Busy

T = TypeVar("T")
PREVIEW = "preview"
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
NAME_LIMIT = 100
ENDING = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,10}$")


def document_routes(current: Callable[[], Installation]) -> list[Route]:
    """`/<code>/<assessment>` for each type, its options in the query: `/report/{id}?length=full&paper=letter`;
    the same of the preview, and the report behind a read-only link.
    """
    desk = DocumentDelivery(current)
    return [
        Route(f"{SHARED}/{{token}}", desk.shared, methods=["GET"]),
        Route(f"/{PREVIEW}/{{assessment_id:path}}", desk.preview, methods=["GET"]),
        *(
            Route(f"/{code}/{{assessment_id:path}}", partial(desk.document, code=code), methods=["GET"])
            for code in document_types()
        ),
    ]


class DocumentDelivery:
    """Checks who asks, renders in the worker process, and keeps what was rendered."""

    def __init__(self, current: Callable[[], Installation]) -> None:
        self._current = current
        self._queue, self._cache, self._worker = DocumentQueue(), DocumentCache(), DocumentWorker()

    async def document(self, request: Request, code: str) -> Response:
        """A file for the browser that may open the assessment."""
        order = await self._ordered(request, code)
        document = await self._queue.run(partial(self._rendered, order))
        headers = {"Content-Disposition": attachment(document.name)}
        return Response(document.content, media_type=document.media_type, headers=headers)

    async def preview(self, request: Request) -> Response:
        """A picture of the pages of the playbook, for the same browser."""
        order = await self._ordered(request, "report")
        picture = await self._queue.run(partial(self._pictured, order))
        return Response(picture.content, media_type=picture.media_type)

    async def shared(self, request: Request) -> Response:
        """A report behind a read-only link, shown in the browser. Wrong links are counted as wrong codes are."""
        device, token = request.state.device, request.path_params["token"]
        await to_thread.run_sync(self._current().limits.check_document, device)
        with counting_wrong_codes(self._current(), device, address_of(request)):
            order = await to_thread.run_sync(order_shared, self._current(), token, _today())
        page = await self._queue.run(partial(self._rendered, order))
        headers = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
        return Response(page.content, media_type=page.media_type, headers=headers)

    async def _ordered(self, request: Request, code: str) -> DocumentOrder:
        device, assessment = request.state.device, request.path_params["assessment_id"]
        await to_thread.run_sync(self._current().limits.check_document, device)
        if not ID.fullmatch(assessment):
            raise NotFound(assessment)
        names = document_types()[code].options.keys() & request.query_params.keys()
        options = {name: request.query_params[name] for name in names}
        return await self._queue.run(
            partial(order_document, self._current(), device, assessment, _today(), code, options)
        )

    def _rendered(self, order: DocumentOrder) -> Document:
        if not document_types()[order.code].slow:
            return render_document(order)
        return self._cache.get_or_make(content_key(order), partial(self._work, render_document, order))

    def _pictured(self, order: DocumentOrder) -> Document:
        from documents.pdf.preview import contact_sheet  # noqa: PLC0415 - only the worker needs what draws it

        document = self._rendered(order)

        def make() -> Document:
            return Document(document.name, "image/png", self._work(contact_sheet, document.content))

        return self._cache.get_or_make(f"{PREVIEW} {content_key(order)}", make)

    def _work(self, work: Callable[..., T], *arguments: object) -> T:
        try:
            return self._worker.run(work, *arguments)
        except DocumentGivenUp:
            raise Busy(
                _("This document took too long and was stopped. Nothing was lost. Try again in a minute.")
            ) from None


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
