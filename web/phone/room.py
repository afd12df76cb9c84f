"""The pages of a room: what this browser should see now, the questions, the quick screens, leaving."""

from collections.abc import Callable
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assessment.errors import NotFound
from assessment.instrument.model import Instrument
from services.workshop.join import joining
from web.phone import quick, screens
from web.phone.frame import Screen, common, first
from web.phone.resume_cookie import forget, keep, kept
from web.phone.service_calls import Desk, Sight, read_form
from web.phone.templating import Pencil

Draw = Callable[[Instrument, Sight, str], Screen | None]


def room_routes(desk: Desk, pencil: Pencil) -> list[Route]:
    """Everything under `/room` that is read."""

    def page(path: str, draw: Draw) -> Route:
        """A page of the room; where there is none by this name now, the way leads to `/room`."""

        async def shown(request: Request) -> Response:
            sight = await desk.sight(request)
            if sight is None:
                return pencil.page("nobody")
            screen = draw(desk.current().instrument, sight, request.path_params.get("code", ""))
            if screen is None:
                return RedirectResponse("/room", 303)
            return pencil.page(screen[0], **{**screen[1], "kept": kept(request)})

        return Route(path, shown, methods=["GET"])

    return [
        page("/room", lambda instrument, sight, _code: screens.room(instrument, sight)),
        page("/room/list", _list),
        page("/room/q/{code}", _question),
        page("/room/activity", _first_activity),
        page("/room/activity/{code}", _activity),
        page("/room/decisions", _first_decision),
        page("/room/decisions/{code}", _decision),
        page("/room/ranking", _ranking),
        page("/room/leave", _leave),
    ]


def leaving_routes(desk: Desk) -> list[Route]:
    """`/room/code`, a new personal code, and `/room/leave`."""

    async def code(request: Request) -> Response:
        tag = (await read_form(request)).get("room", "")
        made = await desk.act(request, tag, joining.new_code)
        answer = RedirectResponse("/room#code", 303)
        keep(answer, made, https=desk.current().settings.https)
        return answer

    async def leave(request: Request) -> Response:
        inst, token = desk.current(), request.state.device
        tag = (await read_form(request)).get("room", "")
        with suppress(NotFound):  # in no room any more: left already
            await desk.act(request, tag, lambda _inst, who: joining.leave(inst, token, who))
        answer = RedirectResponse("/room", 303)
        forget(answer)
        return answer

    return [
        Route("/room/leave", leave, methods=["POST"]),
        Route("/room/code", code, methods=["POST"]),
    ]


def _list(instrument: Instrument, sight: Sight, _code: str) -> Screen | None:
    return screens.tasks(instrument, sight) if len(sight.view.open_codes) > 1 else None


def _question(instrument: Instrument, sight: Sight, code: str) -> Screen | None:
    return screens.question(instrument, sight, code) if code in sight.view.open_codes else None


def _first_activity(instrument: Instrument, sight: Sight, _code: str) -> Screen | None:
    left = [code for code in instrument.activity_items if code not in sight.mine.activity]
    return _activity(instrument, sight, next(iter([*left, *instrument.activity_items]), ""))


def _activity(instrument: Instrument, sight: Sight, code: str) -> Screen | None:
    return quick.activity(instrument, sight, code) if _may(sight, code, instrument.activity_items) else None


def _first_decision(instrument: Instrument, sight: Sight, _code: str) -> Screen | None:
    if not instrument.decisions:
        return None
    return _decision(instrument, sight, first(instrument.decisions, sight.mine.decisions))


def _decision(instrument: Instrument, sight: Sight, code: str) -> Screen | None:
    known = [choice.code for choice in instrument.decisions]
    return quick.decision(instrument, sight, code) if _may(sight, code, known) else None


def _ranking(instrument: Instrument, sight: Sight, _code: str) -> Screen | None:
    known = [choice.code for choice in instrument.outcomes]
    return quick.ranking(instrument, sight) if known and _may(sight, known[0], known) else None


def _leave(instrument: Instrument, sight: Sight, _code: str) -> Screen:
    return "leave", {**common(instrument, sight, "leave"), "step": None}


def _may(sight: Sight, code: str, known: object) -> bool:
    """Quick screens stand open until the room is closed."""
    return sight.view.phase != "closed" and code in known  # type: ignore[operator]
