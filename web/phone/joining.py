"""Coming in: the code, the invitation, one tap for the function, and the way back on another phone."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from anyio import sleep
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from assessment.errors import NotFound, PlumblineError, RefusedInput, TooManyTries
from assessment.instrument.model import CAMPS, Camp, Instrument
from language.translation import _, use_language
from services.core import identity
from services.core.browsers import new_nonce, successor
from services.core.installation import Installation
from services.workshop.join import codes, joining
from services.workshop.join.codes import Invitation
from services.workshop.join.joining import Newcomer
from services.workshop.room import view_cache
from web.phone.resume_cookie import set_code_cookie
from web.phone.service_calls import ServiceCalls, address_of, now, read_form
from web.phone.templating import PageRenderer, status_of

Fields = Mapping[str, str]
REFUSED = (RefusedInput, NotFound, TooManyTries)
LATE = 2.0
"""Seconds by which the answer to a wrong code is late beyond the limits."""


def code_routes(calls: ServiceCalls, renderer: PageRenderer) -> list[Route]:
    """`/join`: the code, typed."""

    async def code_form(_request: Request) -> Response:
        return _code_page(renderer)

    async def typed_code(request: Request) -> Response:
        typed = ""
        try:
            typed = (await read_form(request)).get("code", "")
            found = await calls.read(partial(_invited, calls.current(), request, typed))
        except REFUSED as error:
            await slow_down(error)
            return _code_page(renderer, error, typed)
        return RedirectResponse(f"/join/{quote(found.code)}", 303)

    return [
        Route("/join", code_form, methods=["GET"]),
        Route("/join", typed_code, methods=["POST"]),
    ]


def invitation_routes(calls: ServiceCalls, renderer: PageRenderer) -> list[Route]:
    """`/join/{code}`: what one is invited to, and joining."""

    async def invitation(request: Request) -> Response:
        typed, inst = request.path_params["code"], calls.current()
        if not typed:
            return RedirectResponse("/join", 303)
        try:
            found = await calls.read(partial(_invited_or_in, inst, request, typed))
        except REFUSED as error:
            await slow_down(error)
            return _code_page(renderer, error, typed)
        if found is None:
            return RedirectResponse("/room", 303)
        use_language(found.language)
        return _welcome(renderer, inst.asked(found), found, {}, None)

    async def join(request: Request) -> Response:
        typed, inst = request.path_params["code"], calls.current()
        fields: Fields = {}
        try:
            fields = await read_form(request)
            who = _newcomer(inst.editions, fields)
            former = _kept_token(request)
            token = successor(inst, former, fields.get("once", ""))
            joined = await joining.join_room(inst, token, typed, address_of(request), now(), who, former)
        except REFUSED as error:
            return await _refused(calls, renderer, request, fields, error)
        request.state.device = token
        answer = RedirectResponse("/room", 303)
        set_code_cookie(request, answer, joined.resume_code)
        return answer

    return [
        Route("/join/{code:path}", invitation, methods=["GET"]),
        Route("/join/{code:path}", join, methods=["POST"]),
    ]


async def _refused(
    calls: ServiceCalls, renderer: PageRenderer, request: Request, fields: Fields, error: PlumblineError
) -> Response:
    """The invitation again, with what was wrong; without a room any more, the page for the code."""
    typed, inst = request.path_params["code"], calls.current()
    if isinstance(error, NotFound | TooManyTries):
        await slow_down(error)
        return _code_page(renderer, error, typed)
    try:
        found = await calls.read(partial(_invited, inst, request, typed))
    except REFUSED as no_room:
        return _code_page(renderer, no_room, typed)
    use_language(found.language)
    return _welcome(renderer, inst.asked(found), found, fields, _translated(inst, request, fields, error))


def back_routes(calls: ServiceCalls, renderer: PageRenderer) -> list[Route]:
    """`/room/back`: the same person on another phone."""

    async def back_form(_request: Request) -> Response:
        return renderer.page("back")

    async def back(request: Request) -> Response:
        try:
            typed = (await read_form(request)).get("code", "")
            inst, address, former = calls.current(), address_of(request), _kept_token(request)
            token = successor(inst, former, new_nonce())
            await calls.write(partial(joining.rejoin, inst, token, typed, address, former))
        except REFUSED as error:
            await slow_down(error)
            return renderer.page("back", status_of(error), problem=str(error))
        request.state.device = token
        return RedirectResponse("/room", 303)

    return [
        Route("/room/back", back_form, methods=["GET"]),
        Route("/room/back", back, methods=["POST"]),
    ]


def _kept_token(request: Request) -> str:
    """The browser's token. RefusedInput unless it came back with the browser's cookie.

    Nobody is stored for a browser that could not be known again.
    """
    if not request.state.kept:
        raise RefusedInput(
            _(
                "Nothing was saved yet: this browser has not returned the cookie that keeps your answers "
                "apart from those of others. Try again. If this message comes back, allow cookies for this "
                "address, use another browser, or ask the facilitator to let you answer on their computer."
            )
        )
    return str(request.state.device)


def _code_page(
    renderer: PageRenderer, problem: PlumblineError | None = None, typed: str = ""
) -> HTMLResponse:
    status = status_of(problem) if problem else 200
    return renderer.page("code", status, problem=str(problem) if problem else None, typed=typed[:60])


def _welcome(
    renderer: PageRenderer,
    instrument: Instrument,
    found: Invitation,
    fields: Fields,
    error: PlumblineError | None,
) -> HTMLResponse:
    sides = {"business": _("Business"), "technology": _("Technology")}
    groups: list[dict[str, Any]] = [
        {
            "camp": camp,
            "title": sides[camp],
            "functions": [(f.code, f.title) for f in instrument.functions if f.camp == camp],
            "other": (f"other:{camp}", _("Another function")),
        }
        for camp in CAMPS
    ]
    return renderer.page(
        "join",
        status_of(error) if error else 200,
        problem=str(error) if error else None,
        found=found,
        groups=groups,
        fields={name: fields.get(name, "") for name in ("function", "other", "name")},
        once=new_nonce(),
    )


def _invited(inst: Installation, request: Request, code: str) -> Invitation:
    return codes.invitation(inst, code, address_of(request), now(), token=request.state.device)


def _invited_or_in(inst: Installation, request: Request, code: str) -> Invitation | None:
    """None for somebody who is in that room already."""
    return None if _is_in(inst, request.state.device, code) else _invited(inst, request, code)


async def slow_down(error: PlumblineError) -> None:
    """Answers late where too many wrong codes were typed; no thread is held meanwhile."""
    if isinstance(error, TooManyTries):
        await sleep(LATE)


def _is_in(inst: Installation, token: str, code: str) -> bool:
    """Is this browser in the room of this code already, expired or not?"""
    participant = joining.participant_of(inst, token)
    if participant is None:
        return False
    try:
        view = view_cache.get_view(inst, participant.assessment_id)
    except NotFound:
        return False
    return view.record.join_code == identity.normalise_code(code)


def _newcomer(editions: Sequence[Instrument], fields: Fields) -> Newcomer:
    function, camp = _function(editions, fields)
    return Newcomer(function, camp, fields.get("name"))


def _translated(
    inst: Installation, request: Request, fields: Fields, error: PlumblineError
) -> PlumblineError:
    """The refusal in the language of the room, which was not known yet when it was made."""
    try:
        _newcomer(inst.editions, fields)
        _kept_token(request)
    except RefusedInput as again:
        return again
    return error


def _function(editions: Sequence[Instrument], fields: Fields) -> tuple[str, Camp]:
    """What the person does and the side that follows from it. RefusedInput when nothing was chosen."""
    chosen = fields.get("function", "")
    for function in (f for edition in editions for f in edition.functions):
        if function.code == chosen:
            return function.code, function.camp
    for camp in CAMPS:
        if chosen == f"other:{camp}":
            return fields.get("other", "").strip() or _("Another function"), camp
    raise RefusedInput(_("Choose your function and your side. Nothing was lost."))
