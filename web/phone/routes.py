"""All routes of the participants' pages; trouble with the database is a page that offers another try."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.errors import PlumblineError
from services.core.descriptors import available_descriptors, limits_for
from services.core.installation import Installation
from web.connections import OpenStreams
from web.phone.answering import answer_routes
from web.phone.joining import back_routes, code_routes, invitation_routes
from web.phone.room import leaving_routes, room_routes
from web.phone.service_calls import ServiceCalls
from web.phone.stream import RoomBroadcaster, events_route
from web.phone.templating import PageRenderer, asset_route, read_assets, status_of


def phone_routes(current: Callable[[], Installation], streams: OpenStreams | None = None) -> list[Route]:
    """`/join…`, `/room…` and `/phone/…`; event streams are counted with those in `streams`."""
    assets = read_assets()
    calls, renderer = ServiceCalls(current), PageRenderer(assets)
    kinds = (code_routes, invitation_routes, back_routes, room_routes, answer_routes)
    pages = [route for routes in kinds for route in routes(calls, renderer)] + leaving_routes(calls)
    return [
        asset_route(assets),
        events_route(
            calls, RoomBroadcaster(calls), streams or OpenStreams(limits_for(available_descriptors()))
        ),
        *(Route(page.path, _guarded(page, renderer), methods=_methods(page)) for page in pages),
    ]


def _methods(page: Route) -> list[str]:
    return sorted((page.methods or set()) - {"HEAD"})


def _guarded(page: Route, renderer: PageRenderer) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        try:
            response: Response = await page.endpoint(request)
        except PlumblineError as error:
            again = request.url.path if request.method == "GET" else "/room"
            return renderer.page("trouble", status_of(error), problem=str(error), again=again)
        return response

    return answer
