"""What participants send: an answer, a prediction, and the quick screens. Every one may be sent twice.

A plain form is answered with 303 to the page, which shows what is stored; the script (header
X-Plumbline) gets JSON. Both only after the service returned, that is, after the commit.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from assessment.answers import records
from assessment.answers.ranked import RANKED, Ranked
from assessment.errors import PlumblineError, StorageUnavailable
from services.core.installation import Installation
from services.workshop import voting
from services.workshop.join.joining import Participant
from web.phone import screens
from web.phone.phase_screens import room, with_status
from web.phone.service_calls import ServiceCalls, read_form
from web.phone.templating import PageRenderer, status_of
from web.problems import RETRY_AFTER

Fields = Mapping[str, str]
Work = Callable[[Installation, Participant, Fields], object]
Tap = Callable[[Installation, str, Fields], Awaitable[object]]
Store = Callable[[Request, Fields], Awaitable[object]]
SCRIPT = "X-Plumbline"
STALE = (404, 409)
"""After these the page itself is out of date."""


def answer_routes(calls: ServiceCalls, renderer: PageRenderer) -> list[Route]:
    """The POST routes under `/room` that store something a participant says."""

    def route(path: str, keep: Store, then: Callable[[Fields], str]) -> Route:
        async def store(request: Request) -> Response:
            fields: Fields = {}
            try:
                fields = await read_form(request)
                await keep(request, fields)
            except PlumblineError as error:
                return await _refused(calls, renderer, request, error, fields)
            if SCRIPT in request.headers:
                return JSONResponse({"saved": True})
            return RedirectResponse(then(fields), 303)

        return Route(path, store, methods=["POST"])

    tap, work = _tapping(calls), _working(calls)
    return [
        route("/room/answer", tap(_answer), _page("/room/q/")),
        route("/room/predict", tap(_predict), _page("/room/q/")),
        route("/room/activity", work(_activity), _page("/room/activity/")),
        route("/room/decision", work(_decision), _page("/room/decisions/")),
        *(route(f"/room/{kind}", work(_ranking(kind)), _stays(f"/room/{kind}")) for kind in RANKED),
    ]


def _tapping(calls: ServiceCalls) -> Callable[[Tap], Store]:
    """Taps wait without a thread; who the browser is gets asked where the tap is stored."""
    return lambda tap: lambda request, fields: tap(calls.current(), request.state.device, fields)


def _working(calls: ServiceCalls) -> Callable[[Work], Store]:
    """What is stored on a thread, for the participant that this browser is."""
    return lambda work: (
        lambda request, fields: calls.act(
            request, fields.get("room", ""), lambda inst, who: work(inst, who, fields)
        )
    )


async def _refused(
    calls: ServiceCalls, renderer: PageRenderer, request: Request, error: PlumblineError, fields: Fields
) -> Response:
    status = status_of(error)
    if status in STALE:
        await calls.look_again(request)
    if SCRIPT in request.headers:
        if status not in STALE:
            with suppress(StorageUnavailable):  # the language of the room is known with it
                await calls.load_state(request)
        retry = {"Retry-After": RETRY_AFTER[status]} if status in RETRY_AFTER else None
        return JSONResponse({"problem": str(error), "stale": status in STALE}, status, retry)
    state = await calls.load_state(request)
    if state is None:
        return renderer.page("nobody", status, problem=str(error))
    instrument, code = calls.current().asked(state.participant), fields.get("code", "")
    if status not in STALE and code in state.view.open_codes:
        screen = screens.question(instrument, state, code, tapped(fields))
    else:
        screen = room(instrument, state)
    template, shown = with_status(instrument, state, screen)
    return renderer.page(template, status, **{**shown, "problem": str(error)})


async def _answer(inst: Installation, token: str, fields: Fields) -> None:
    """The only place where the phones vote. Without a script the prediction comes with the answer."""
    code, tag = fields.get("code", ""), fields.get("room", "")
    second = fields.get("round") == "2"
    await voting.tap_vote(inst, token, 2 if second else 1, code, raw_answer(fields), tag=tag)
    if not second and fields.get("prediction"):
        await voting.tap_prediction(inst, token, code, _number(fields["prediction"]), tag=tag)


async def _predict(inst: Installation, token: str, fields: Fields) -> None:
    given = fields.get("level") or fields.get("prediction", "")
    tag = fields.get("room", "")
    await voting.tap_prediction(inst, token, fields.get("code", ""), _number(given), tag=tag)


def _activity(inst: Installation, who: Participant, fields: Fields) -> None:
    voting.save_activity(inst, who, fields.get("code", ""), _number(fields.get("level", "")))


def _decision(inst: Installation, who: Participant, fields: Fields) -> None:
    voting.save_decision(inst, who, fields.get("code", ""), fields.get("role", ""))


def _ranking(kind: Ranked) -> Work:
    return lambda inst, who, fields: voting.save_ranking(inst, who, kind, fields.get("order", "").split())


def raw_answer(fields: Fields) -> dict[str, Any]:
    """The answer as `assessment.answers.parse.parse_response` takes it.

    *Don’t know* and *does not apply* come as `kind`, or as the value of the card in `level`.
    """
    level = fields.get("level", "")
    kind = fields.get("kind") or (level if level and not level.isdecimal() else "")
    raw: dict[str, Any] = {"note": fields.get("note", "")}
    if kind and kind != "scored":
        raw["kind"] = kind
        if kind == "not_applicable":
            raw["reason"] = fields.get("reason", "").strip() or fields.get("because", "")
        return raw
    parts = {name: fields.get(name, "") for name in ("backing", "evidence")}
    return raw | {"level": _number(level)} | parts


def tapped(fields: Fields) -> records.Response:
    """What was tapped and typed, unchecked, to be shown again beside the reason why it was refused."""
    raw = raw_answer(fields)
    shown: dict[str, Any] = dict.fromkeys(records.Response.model_fields) | {"kind": "scored"}
    return records.Response.model_construct(None, **(shown | raw))


def _number(text: str) -> int:
    """1 to 5, or 0 for anything else, which no question has."""
    return int(text) if text in ("1", "2", "3", "4", "5") else 0


def _stays(address: str) -> Callable[[Fields], str]:
    return lambda _fields: address


def _page(under: str) -> Callable[[Fields], str]:
    """The page of what was answered; a code that is no code has none."""

    def address(fields: Fields) -> str:
        code = fields.get("code", "")
        return (
            under + code if code.replace("-", "").replace("_", "").isalnum() and code.isascii() else "/room"
        )

    return address
