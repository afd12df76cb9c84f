"""A browser for an ASGI app in this process, cookie jar and all."""

import anyio
import httpx
from starlette.types import ASGIApp


class Inside:
    """Asks an app without a server between; errors arrive as the page the app makes of them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.cookies = httpx.Cookies()

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://testserver", cookies=self.cookies
            ) as client:
                answer = await client.get(path, headers=headers)
                self.cookies.update(client.cookies)
                return answer

        return anyio.run(ask)
