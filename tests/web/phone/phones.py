"""Phones in front of the participants' pages, in this process, and a workshop that is open now.

shop = open_workshop(database, "ten"); ann = Phone(an_app(shop.inst)); ann.joins(shop)
ann.answers("ABC-1", 3); ann.reads("/room")
"""

import html
import re
from datetime import UTC, datetime

import anyio
import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware

from assessment.answers.records import Privacy
from assessment.workshop.meeting import Way
from services.core.identity import DEVICE_COOKIE
from services.core.installation import Installation
from services.workshop import facilitation
from services.workshop.join import joining
from services.workshop.join.joining import Participant
from storage.db.database import Database
from tests.device_cookies import token_in
from tests.web.inside import Inside
from tests.workshops import Shop, a_workshop, an_address
from web.middleware.device import DeviceCookies
from web.middleware.headers import SecurityHeaders
from web.middleware.hosts import SameOriginOnly
from web.phone.routes import phone_routes
from web.problems import handlers


def an_app(inst: Installation) -> Starlette:
    """The participants' pages behind the same edge as in app.py."""
    return Starlette(
        routes=phone_routes(lambda: inst),
        middleware=[
            Middleware(SecurityHeaders, hashes=()),
            Middleware(SameOriginOnly),
            Middleware(DeviceCookies, current=lambda: inst),
        ],
        exception_handlers=handlers(()),
    )


def open_workshop(database: Database, way: Way = "pillar", *, privacy: Privacy = "by_camp") -> Shop:
    """A workshop on toy shelves whose code is valid at this moment."""
    shop = a_workshop(database, way, privacy=privacy)
    shop.now = datetime.now(UTC)
    shop.code = facilitation.open_room(shop.inst, shop.owned, shop.now)
    return shop


class Phone(Inside):
    """One browser on the pages; every phone has an address of its own."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(app)
        self.address = an_address()

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self._ask("GET", path, None, headers)

    def post(
        self, path: str, fields: dict[str, str] | None = None, *, script: bool = False, **headers: str
    ) -> httpx.Response:
        """Sends a plain form, or what the script sends."""
        given = {"X-Plumbline": "1"} if script else {}
        return self._ask("POST", path, fields or {}, given | headers)

    def reads(self, path: str) -> str:
        """The words of a page one ends at, without its tags."""
        answer = self.get(path)
        while answer.status_code == 303:
            answer = self.get(answer.headers["location"])
        assert answer.status_code == 200, answer.text
        return words_of(answer)

    def joins(self, shop: Shop, function: str = "CEO", **more: str) -> Participant:
        """Opens the invitation, taps a function and joins."""
        assert self.get(f"/join/{shop.code}").status_code == 200
        answer = self.post(f"/join/{shop.code}", {"function": function, **more})
        assert (answer.status_code, answer.headers["location"]) == (303, "/room")
        who = joining.participant_of(shop.inst, self.token)
        assert who is not None
        return who

    def answers(self, code: str, level: int | str, vote: int = 1, **more: str) -> httpx.Response:
        """Taps a card, as the script sends it."""
        fields = {"code": code, "round": str(vote), "level": str(level), **more}
        return self.post("/room/answer", fields, script=True)

    @property
    def token(self) -> str:
        return token_in(self.cookies[DEVICE_COOKIE])

    def _ask(
        self, method: str, path: str, fields: dict[str, str] | None, headers: dict[str, str] | None
    ) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(self.address, 5000))
            async with httpx.AsyncClient(
                transport=transport, base_url="http://testserver", cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, data=fields, headers=headers)
                self.cookies = client.cookies
                return answer

        return anyio.run(ask)


def words_of(answer: httpx.Response) -> str:
    """What a page says in its main part, on one line."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", "<" + main)).split())


def chosen(answer: httpx.Response, name: str = "level") -> list[str]:
    """The values of the cards or chips that stand chosen under a name."""
    return re.findall(rf'name="{name}" value="([^"]*)" checked', answer.text)
