"""What participants send: an answer, a prediction, and the quick screens. Every one may be sent twice.

A plain form is answered with 303 to the page, which shows what is stored; the script (header
X-Plumbline) gets JSON. Both only after the service returned, that is, after the commit.
"""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from assessment import records
from assessment.errors import PlumblineError
from services import voting
from services.installation import Installation
from services.joining import Participant
from web.phone import screens
from web.phone.desk import Desk, read_form
from web.phone.drawing import Pencil, status_of
from web.problems import RETRY_AFTER

Fields = Mapping[str, str]
Work = Callable[[Installation, Participant, Fields], object]
SCRIPT = "X-Plumbline"
STALE = (404, 409)
"""After these the page itself is out of date."""


def answer_routes(desk: Desk, pencil: Pencil) -> list[Route]:
    """The POST routes under `/room` that store something a participant says."""

    def route(path: str, work: Work, then: Callable[[Fields], str]) -> Route:
        async def store(request: Request) -> Response:
            fields: Fields = {}
            try:
                fields = await read_form(request)
                await desk.tap(request, lambda inst, who: work(inst, who, fields))
            except PlumblineError as error:
                return await refused(request, error, fields)
            if SCRIPT in request.headers:
                return JSONResponse({"saved": True})
            return RedirectResponse(then(fields), 303)

        return Route(path, store, methods=["POST"])

    async def refused(request: Request, error: PlumblineError, fields: Fields) -> Response:
        status = status_of(error)
        if SCRIPT in request.headers:
            retry = {"Retry-After": RETRY_AFTER[status]} if status in RETRY_AFTER else None
            return JSONResponse({"problem": str(error), "stale": status in STALE}, status, retry)
        sight = await desk.sight(request)
        if sight is None:
            return pencil.page("nobody", status, problem=str(error))
        instrument, code = desk.current().instrument, fields.get("code", "")
        if status not in STALE and code in sight.view.open_codes:
            template, shown = screens.question(instrument, sight, code, tapped(fields))
        else:
            template, shown = screens.room(instrument, sight)
        return pencil.page(template, status, **{**shown, "problem": str(error)})

    return [
        route("/room/answer", _answer, _page("/room/q/")),
        route("/room/predict", _predict, _page("/room/q/")),
        route("/room/activity", _activity, _page("/room/activity/")),
        route("/room/decision", _decision, _page("/room/decisions/")),
        route("/room/ranking", _ranking, lambda _fields: "/room/ranking"),
    ]


def _answer(inst: Installation, who: Participant, fields: Fields) -> None:
    """The only place where the phones vote. Without a script the prediction comes with the answer."""
    code = fields.get("code", "")
    second = fields.get("round") == "2"
    voting.vote(inst, who, 2 if second else 1, code, raw_answer(fields))
    if not second and fields.get("prediction"):
        voting.predict(inst, who, code, _number(fields["prediction"]))


def _predict(inst: Installation, who: Participant, fields: Fields) -> None:
    given = fields.get("level") or fields.get("prediction", "")
    voting.predict(inst, who, fields.get("code", ""), _number(given))


def _activity(inst: Installation, who: Participant, fields: Fields) -> None:
    voting.save_activity(inst, who, fields.get("code", ""), _number(fields.get("level", "")))


def _decision(inst: Installation, who: Participant, fields: Fields) -> None:
    voting.save_decision(inst, who, fields.get("code", ""), fields.get("role", ""))


def _ranking(inst: Installation, who: Participant, fields: Fields) -> None:
    voting.save_ranking(inst, who, fields.get("order", "").split())


def raw_answer(fields: Fields) -> dict[str, Any]:
    """The answer as `assessment.responses.parse_response` takes it.

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
    return raw | {"level": _number(level), "backing": fields.get("backing", "")}


def tapped(fields: Fields) -> records.Response:
    """What was tapped and typed, unchecked, to be shown again beside the reason why it was refused."""
    raw = raw_answer(fields)
    shown = {"kind": "scored", "level": None, "backing": None, "note": None, "reason": None}
    return records.Response.model_construct(None, **(shown | raw))


def _number(text: str) -> int:
    """1 to 5, or 0 for anything else, which no question has."""
    return int(text) if text in ("1", "2", "3", "4", "5") else 0


def _page(under: str) -> Callable[[Fields], str]:
    """The page of what was answered; a code that is no code has none."""

    def address(fields: Fields) -> str:
        code = fields.get("code", "")
        return (
            under + code if code.replace("-", "").replace("_", "").isalnum() and code.isascii() else "/room"
        )

    return address
