"""The pages of a room: what this browser should see now, the questions, the quick screens, leaving."""

from collections.abc import Callable
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assessment.answers.ranked import RANKED, Ranked, choices_of
from assessment.errors import NotFound
from assessment.instrument.model import Instrument
from services.workshop.join import joining, leaving
from web.phone import quick, screens
from web.phone.frame import Screen, common, first
from web.phone.phase_screens import room, with_status
from web.phone.resume_cookie import clear_code_cookie, read_code_cookie, set_code_cookie
from web.phone.service_calls import PhoneState, ServiceCalls, read_form
from web.phone.templating import PageRenderer

Draw = Callable[[Instrument, PhoneState, str], Screen | None]


def room_routes(calls: ServiceCalls, renderer: PageRenderer) -> list[Route]:
    """Everything under `/room` that is read."""

    def page(path: str, draw: Draw) -> Route:
        """A page of the room; where there is none by this name now, the way leads to `/room`."""

        async def shown(request: Request) -> Response:
            state = await calls.load_state(request)
            if state is None:
                return renderer.page("nobody")
            instrument = calls.current().asked(state.participant)
            screen = draw(instrument, state, request.path_params.get("code", ""))
            if screen is None:
                return RedirectResponse("/room", 303)
            template, shown = with_status(instrument, state, screen)
            return renderer.page(template, **{**shown, "resume_code": read_code_cookie(request)})

        return Route(path, shown, methods=["GET"])

    return [
        page("/room", lambda instrument, state, _code: room(instrument, state)),
        page("/room/list", _list),
        page("/room/q/{code}", _question),
        page("/room/activity", _first_activity),
        page("/room/activity/{code}", _activity),
        page("/room/decisions", _first_decision),
        page("/room/decisions/{code}", _decision),
        *(page(f"/room/{kind}", _ranking(kind)) for kind in RANKED),
        page("/room/leave", _leave),
    ]


def leaving_routes(calls: ServiceCalls) -> list[Route]:
    """`/room/code`, a new personal code, and `/room/leave`."""

    async def code(request: Request) -> Response:
        tag = (await read_form(request)).get("room", "")
        fresh = await calls.act(request, tag, joining.new_code)
        answer = RedirectResponse("/room#code", 303)
        set_code_cookie(request, answer, fresh)
        return answer

    async def leave(request: Request) -> Response:
        inst, token = calls.current(), request.state.device
        tag = (await read_form(request)).get("room", "")
        with suppress(NotFound):  # in no room any more: left already
            await calls.act(request, tag, lambda _inst, who: leaving.leave(inst, token, who))
        answer = RedirectResponse("/room", 303)
        clear_code_cookie(request, answer)
        return answer

    return [
        Route("/room/leave", leave, methods=["POST"]),
        Route("/room/code", code, methods=["POST"]),
    ]


def _list(instrument: Instrument, state: PhoneState, _code: str) -> Screen | None:
    return screens.tasks(instrument, state) if len(state.view.open_codes) > 1 else None


def _question(instrument: Instrument, state: PhoneState, code: str) -> Screen | None:
    return screens.question(instrument, state, code) if code in state.view.open_codes else None


def _first_activity(instrument: Instrument, state: PhoneState, _code: str) -> Screen | None:
    left = [code for code in instrument.activity_items if code not in state.mine.activity]
    return _activity(instrument, state, next(iter([*left, *instrument.activity_items]), ""))


def _activity(instrument: Instrument, state: PhoneState, code: str) -> Screen | None:
    return quick.activity(instrument, state, code) if _may(state, code, instrument.activity_items) else None


def _first_decision(instrument: Instrument, state: PhoneState, _code: str) -> Screen | None:
    if not instrument.decisions:
        return None
    return _decision(instrument, state, first(instrument.decisions, state.mine.decisions))


def _decision(instrument: Instrument, state: PhoneState, code: str) -> Screen | None:
    known = [choice.code for choice in instrument.decisions]
    return quick.decision(instrument, state, code) if _may(state, code, known) else None


def _ranking(kind: Ranked) -> Draw:
    def draw(instrument: Instrument, state: PhoneState, _code: str) -> Screen | None:
        known = list(choices_of(instrument, kind))
        return quick.ranking(instrument, state, kind) if known and _may(state, known[0], known) else None

    return draw


def _leave(instrument: Instrument, state: PhoneState, _code: str) -> Screen:
    return "leave", {**common(instrument, state, "leave"), "step": None}


def _may(state: PhoneState, code: str, known: object) -> bool:
    """Quick screens stand open until the room is closed."""
    return state.view.rules.stage != "after" and code in known  # type: ignore[operator]
