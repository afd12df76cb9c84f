"""`/healthz` for health probes: is the database reachable, and which instrument edition is in use?"""

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from assessment.errors import StorageUnavailable
from services.core.installation import Installation, check_database

HEALTH_PATH = "/healthz"


def health_route(current: Callable[[], Installation]) -> Route:
    """`/healthz`: 200 with the edition, or 503 when the database cannot be reached."""

    async def health(_request: Request) -> Response:
        installation = current()
        reachable = await to_thread.run_sync(_reachable, installation)
        body = {
            "status": "ok" if reachable else "unavailable",
            "database": "ok" if reachable else "unavailable",
            "instrument": installation.instrument.edition,
        }
        return JSONResponse(body, 200 if reachable else 503)

    return Route(HEALTH_PATH, health, methods=["GET"])


def _reachable(installation: Installation) -> bool:
    try:
        check_database(installation)
    except StorageUnavailable:
        return False
    return True
