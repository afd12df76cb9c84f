"""Routes for documents: playbook, interchange file and calendar. Access is checked by device token."""

import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Literal, TypeVar, get_args
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import NotFound
from services.core.installation import Installation
from services.core.preferences import Paper
from services.reports.documents import (
    Document,
    Length,
    build_playbook,
    calendar_document,
    export_json,
    playbook_request,
)
from web.document_cache import DocumentCache, content_key
from web.document_queue import DocumentQueue

Flag = Literal["0", "1"]
BuildDocument = Callable[[Installation, str, str, date], Document]
FILES: Mapping[str, BuildDocument] = {"export": export_json, "calendar": calendar_document}
"""What is fetched from `/<name>/<assessment>` without any choice."""
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
NAME_LIMIT = 100
ENDING = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,10}$")
C = TypeVar("C", bound=str)


def document_routes(current: Callable[[], Installation]) -> list[Route]:
    """`/report/{id}` (query: length=board|full, paper=a4|letter, appendix=0|1), `/export/{id}` and `/calendar/{id}`."""
    press, shelf = DocumentQueue(), DocumentCache()

    async def report(request: Request) -> Response:
        length: Length = _choice(request, "length", get_args(Length))
        paper: Paper = _choice(request, "paper", get_args(Paper))
        appendix = _choice(request, "appendix", get_args(Flag)) == "1"

        def playbook(inst: Installation, device: str, assessment: str, today: date) -> Document:
            order = playbook_request(inst, device, assessment, today, length, paper, appendix=appendix)
            return shelf.get_or_make(content_key(order), partial(build_playbook, order))

        return await deliver(request, playbook)

    def delivering(make: BuildDocument) -> Callable[[Request], Awaitable[Response]]:
        async def file(request: Request) -> Response:
            return await deliver(request, make)

        return file

    async def deliver(request: Request, make: BuildDocument) -> Response:
        device, assessment = request.state.device, request.path_params["assessment_id"]
        await to_thread.run_sync(current().limits.check_document, device)
        if not ID.fullmatch(assessment):
            raise NotFound(assessment)
        today = datetime.now(UTC).astimezone().date()
        document = await press.run(partial(make, current(), device, assessment, today))
        headers = {"Content-Disposition": attachment(document.name)}
        return Response(document.content, media_type=document.media_type, headers=headers)

    return [
        Route("/report/{assessment_id:path}", report, methods=["GET"]),
        *(
            Route(f"/{name}/{{assessment_id:path}}", delivering(make), methods=["GET"])
            for name, make in FILES.items()
        ),
    ]


def _choice(request: Request, name: str, allowed: tuple[C, ...]) -> C:
    """One query value; the first of `allowed` when it is absent. Raises NotFound for any other."""
    given = request.query_params.get(name, allowed[0])
    found = next((value for value in allowed if value == given), None)
    if found is None:
        raise NotFound(name)
    return found


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
