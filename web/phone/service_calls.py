"""Where the pages meet the services: threads of their own, and who is asking.

Reading and writing have separate limits, both apart from the documents' (web/document_queue.py), so that a
slow playbook, sixty arrivals and sixty votes do not wait for one another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar
from urllib.parse import parse_qsl
from zlib import crc32

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request

from assessment.answers.records import Respondent
from assessment.errors import NotFound, RefusedInput
from language.translation import _, speaking, use_language
from services.core.installation import Installation
from services.workshop import voting
from services.workshop.join import joining
from services.workshop.join.joining import Participant
from services.workshop.room import view_cache
from services.workshop.room.outcome import Outcome, shown_outcome
from services.workshop.room.tag import check_tag, room_tag
from services.workshop.room.view import RoomView

READING, WRITING = 4, 4
"""Threads. Measured with sixty arriving at once: more of them cost the interpreter half as much again."""
FORM_LIMIT = 32_000
"""Bytes; the longest note, every letter of it escaped, is 12,000."""
FIELDS = 40
T = TypeVar("T")


@dataclass(frozen=True)
class PhoneState:
    """A participant, the room as everybody sees it, and what this person has said so far."""

    participant: Participant
    view: RoomView
    mine: Respondent
    tag: str
    """Names the room on its pages: a tap from a page of another room is not stored in this one."""
    settled: Outcome | None = None
    """What the room has agreed and committed to, in the phases that show it."""

    @property
    def step(self) -> int | str:
        """The step of the room that the page is drawn at."""
        return page_step(self.view, self.settled)


def page_step(view: RoomView, settled: Outcome | None) -> int | str:
    """The room's step; where its statements are shown, with what tells them from those before."""
    if view.agreed is None and settled is None:
        return view.step
    return f"{view.step}.{crc32(repr((view.agreed, settled)).encode()):08x}"


class ServiceCalls:
    """Calls services for the pages, never on the event loop."""

    def __init__(self, current: Callable[[], Installation]) -> None:
        self.current = current
        self._reading, self._writing = CapacityLimiter(READING), CapacityLimiter(WRITING)

    async def read(self, job: Callable[[], T]) -> T:
        """What `job` returns; it only reads."""
        return await to_thread.run_sync(job, limiter=self._reading)

    async def write(self, job: Callable[[], T]) -> T:
        """What `job` returns, after its commit."""
        return await to_thread.run_sync(job, limiter=self._writing)

    async def act(self, request: Request, tag: str, job: Callable[[Installation, Participant], T]) -> T:
        """What `job` returns for this participant, after its commit.

        NotFound for somebody in no room, Frozen where the page, by its `tag`, is of another room.
        """
        return await self.write(partial(_act, self.current(), request.state.device, tag, job))

    async def load_state(self, request: Request) -> PhoneState | None:
        """What this browser may see, and the request goes on in the room's language; None when it is in no room."""
        found = await self.read(partial(_load_state, self.current(), request.state.device))
        if found is not None:
            use_language(found.participant.language)
        return found

    async def look_again(self, request: Request) -> None:
        """The room has moved on, perhaps in another process: the next look asks the database."""
        await self.read(partial(_look_again, self.current(), request.state.device))


def _act(inst: Installation, token: str, tag: str, job: Callable[[Installation, Participant], T]) -> T:
    participant = joining.participant_of(inst, token)
    if participant is None:
        raise NotFound(_("You are no longer in this room, so nothing was saved. Join again with the code."))
    with speaking(participant.language):
        check_tag(inst, participant.assessment_id, tag)
        return job(inst, participant)


def _load_state(inst: Installation, token: str) -> PhoneState | None:
    try:
        participant = joining.participant_of(inst, token)
        if participant is None:
            return None
        view = view_cache.get_view(inst, participant.assessment_id)
        mine = voting.my_answers(inst, participant)
        tag = room_tag(inst, participant.assessment_id)
        return PhoneState(participant, view, mine, tag, shown_outcome(inst, view))
    except NotFound:
        return None


def _look_again(inst: Installation, token: str) -> None:
    participant = joining.participant_of(inst, token)
    if participant is not None:
        view_cache.invalidate(inst, participant.assessment_id)


def address_of(request: Request) -> str:
    """The client's address. Behind a proxy uvicorn has put it there, from the headers of a proxy that
    it trusts: one on this machine, or those named in FORWARDED_ALLOW_IPS.
    """
    return request.client.host if request.client else "unknown"


def now() -> datetime:
    """The moment, with its time zone."""
    return datetime.now(UTC)


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields of a plain form, the last of each name. RefusedInput when it is no such form."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_LIMIT:
            raise RefusedInput(_("Your text is too long, so it was not saved. Shorten it and try again."))
    try:
        pairs = parse_qsl(
            body.decode("utf-8", errors="replace"),
            keep_blank_values=True,
            max_num_fields=FIELDS,
            errors="replace",
        )
    except ValueError:
        raise RefusedInput(_("Plumbline could not read that, so nothing was saved. Try again.")) from None
    return dict(pairs)
