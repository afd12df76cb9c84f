"""Strangers: every address and every screen, asked for with the cookie of a browser that may open nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
from starlette.routing import Route
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from assessment.answers.records import Organisation
from bench.streamlit_client import StreamlitClient, arrive
from services.assessments import answering
from services.core import identity
from services.core.descriptors import available_descriptors, limits_for
from services.core.identity import DEVICE_COOKIE, Owned
from services.core.installation import Installation
from services.workshop import facilitation
from tests import prepare
from tests.device_cookies import cookie_for
from tests.server import Server
from tests.torture.tally import Tally
from tests.workshops import TODAY, an_address
from ui.navigation import screens
from web.connections import OpenStreams
from web.documents import document_routes
from web.phone.routes import phone_routes

SECRET = "Kestrel-Zwanzig"
"""The name of an organisation; whatever shows it to a stranger leaks."""
FEW = 20
"""So many addresses for one stranger: a limit on documents would answer a further one in place of the address."""


@dataclass
class ListeningClient(StreamlitClient):
    """A tab that keeps everything the server has sent to it."""

    heard: list[str] = field(default_factory=list)

    def _note(self, message: ForwardMsg) -> None:
        super()._note(message)
        self.heard.append(str(message))


def visit_as_stranger(server: Server, inst: Installation) -> Tally:
    """Asks for everything of one assessment and one room that is not a stranger's; nothing may name them."""
    tally = Tally("addresses and screens with a stranger's cookie")
    owner, ids, code = secret_assessments(inst)
    tally.expect(
        SECRET in "".join(screen(server, owner, "results")), "the owner does not see the name either"
    )
    asked = list(addresses(inst, ids, code))
    for begun in range(0, len(asked), FEW):
        with httpx.Client(base_url=server.url, timeout=60) as stranger:
            cookie = f"{DEVICE_COOKIE}={stranger.get('/').cookies[DEVICE_COOKIE]}"
            for method, path in asked[begun : begun + FEW]:
                answer = stranger.request(method, path, headers={"Origin": server.url}, data={"leave": "1"})
                status = answer.status_code
                tally.expect(SECRET not in answer.text, f"{method} {path} names the organisation")
                tally.expect(status < 500 and status != 429, f"{method} {path} answers {status}")
                tally.count(f"{method} {status}")
    for path in screens(inst.editions):
        tally.expect(SECRET not in "".join(screen(server, cookie, path)), f"the screen {path} names it")
        tally.count("screen")
    return tally


def secret_assessments(inst: Installation) -> tuple[str, list[str], str]:
    """The owner's cookie, the ids of an assessment and a room, and the room's code."""
    token, organisation = identity.new_token(), Organisation(name=SECRET)
    alone: Owned = answering.start(inst, token, organisation, "CEO", "business", TODAY).owned
    for practice in inst.instrument.practices:
        answering.change_answer(inst, alone, practice, level=2)
    answering.submit(inst, alone, TODAY)
    leader, now = identity.new_token(), datetime.now(UTC)
    made = facilitation.set_up(
        inst, leader, organisation, way="prepared", minutes=90, privacy="by_camp", today=TODAY
    )
    code = facilitation.open_room(inst, made.owned, now)
    for _ in range(2):
        prepare.join(inst, identity.new_token(), code, an_address(), now, function="CEO", camp="business")
    return f"{DEVICE_COOKIE}={cookie_for(inst, token)}", [alone.assessment_id, made.owned.assessment_id], code


def addresses(inst: Installation, ids: list[str], code: str) -> Iterator[tuple[str, str]]:
    """Every method and address of documents and phones; the invitation is for those who have the code."""
    streams = OpenStreams(limits_for(available_descriptors()))
    routes: list[Route] = [*document_routes(lambda: inst), *phone_routes(lambda: inst, streams)]
    for route in routes:
        if route.path in ("/join/{code:path}", "/room/events"):
            continue
        for method in sorted(route.methods or ()):
            for assessment in ids:
                path = route.path.replace("{assessment_id:path}", assessment)
                path = path.replace("{practice:path}", "STR-1").replace("{name:path}", "phone.css")
                path = path.replace("{token}", assessment)
                yield method, path.replace("{code:path}", "STR-1")
    assert code


def screen(server: Server, cookie: str, path: str) -> list[str]:
    """Everything that the server sends when a screen is opened with this cookie."""
    tab = arrive(server.url, cookie)
    listening = ListeningClient(tab.socket)
    listening.rerun(path)
    listening.socket.close()
    return listening.heard
