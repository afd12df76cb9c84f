"""`/room/events`: what the room is doing, as server-sent events.

However many phones listen, a room is looked at once every half second for all of them. A stream ends by
itself and the browser opens the next one: a stream without end would hold the server's stop.
"""

import json
import time
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial

import anyio
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from assessment.errors import NotFound, PlumblineError
from language.translation import speaking
from services.workshop.join import joining
from services.workshop.room import view_cache
from services.workshop.room.outcome import shown_outcome
from web.connections import OpenStreams
from web.phone import phase_screens
from web.phone.service_calls import ServiceCalls, address_of, page_step

LONGEST = 15.0
"""Seconds a stream lasts."""
PAUSE = 0.5
HEARTBEAT = 5.0
RETRY = "retry: 1000\n\n"
LATER = "retry: 5000\n\n"
AT_ONCE = 6
"""Streams of one browser; as many as a browser opens to one address, and more tabs than anybody has."""
GONE = json.dumps({"step": 0, "line": ""})
"""Step 0: this browser is in no room; the page is to be asked for again."""


@dataclass
class _Room:
    """A room somebody listens to: the last news and the moment they were fetched."""

    listeners: int = 0
    news: str = ""
    asked: float = float("-inf")
    lock: anyio.Lock = field(default_factory=anyio.Lock)


class RoomBroadcaster:
    """The news of the rooms that phones listen to; a room nobody listens to is not kept."""

    def __init__(self, calls: ServiceCalls, longest: float = LONGEST, pause: float = PAUSE) -> None:
        self._calls, self._longest, self._pause = calls, longest, pause
        self._rooms: dict[str, _Room] = {}
        self._browsers: Counter[str] = Counter()

    async def stream_for(self, browser: str, assessment_id: str) -> AsyncGenerator[str]:
        """`stream` for one browser; beyond `AT_ONCE` of them it is asked to try again later."""
        if self._browsers[browser] >= AT_ONCE:
            yield LATER
            return
        self._browsers[browser] += 1
        try:
            async with aclosing(self.stream(assessment_id)) as events:
                async for event in events:
                    yield event
        finally:
            self._browsers[browser] -= 1
            if not self._browsers[browser]:
                del self._browsers[browser]

    async def stream(self, assessment_id: str) -> AsyncGenerator[str]:
        """Events, sent when something changed; a comment now and then shows that the line stands."""
        room = self._rooms.setdefault(assessment_id, _Room())
        room.listeners += 1
        try:
            yield RETRY
            end, spoke, last = time.monotonic() + self._longest, time.monotonic(), ""
            while time.monotonic() < end:
                news = await self._news(assessment_id, room)
                if news and news != last:
                    last, spoke = news, time.monotonic()
                    yield f"data: {news}\n\n"
                elif time.monotonic() - spoke >= HEARTBEAT:
                    spoke = time.monotonic()
                    yield ": here\n\n"
                await anyio.sleep(self._pause)
        finally:
            room.listeners -= 1
            if room.listeners == 0:
                self._rooms.pop(assessment_id, None)

    async def _news(self, assessment_id: str, room: _Room) -> str:
        async with room.lock:
            if time.monotonic() - room.asked >= self._pause * 0.9:
                try:
                    room.news = await self._calls.read(partial(self._look, assessment_id))
                except NotFound:
                    room.news = GONE
                except PlumblineError:  # the database is away for a moment: what was known stands
                    pass
                room.asked = time.monotonic()
            return room.news

    def _look(self, assessment_id: str) -> str:
        inst = self._calls.current()
        view = view_cache.get_view(inst, assessment_id)
        with speaking(view.language):
            line = phase_screens.line(view, inst.asked(view))
        step = page_step(view, shown_outcome(inst, view))
        return json.dumps({"step": step, "line": line}, ensure_ascii=False)


def events_route(calls: ServiceCalls, broadcaster: RoomBroadcaster, streams: OpenStreams) -> Route:
    """`/room/events`, for the participant this browser is; beyond the limits it is asked to try again later."""

    async def events(request: Request) -> Response:
        browser = request.state.device
        who = await calls.read(partial(joining.participant_of, calls.current(), browser))
        news = _gone()
        if who is not None:
            news = _counted(streams, address_of(request), broadcaster.stream_for(browser, who.assessment_id))
        return StreamingResponse(news, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    return Route("/room/events", events, methods=["GET"])


async def _counted(streams: OpenStreams, address: str, news: AsyncGenerator[str]) -> AsyncGenerator[str]:
    with streams.place(address) as free:
        if not free:
            yield LATER
            return
        async with aclosing(news) as events:
            async for event in events:
                yield event


async def _gone() -> AsyncGenerator[str]:
    yield f"{RETRY}data: {GONE}\n\n"
