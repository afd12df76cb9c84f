"""Many concurrent viewers of the wall over Streamlit's websocket, each polling as a browser does."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from bench.http_connection import HOST

MOST_VIEWERS = 100
PATIENCE = 30.0


@dataclass
class Viewer:
    """One tab with the wall in it; `drawn` is when its whole screen was last finished."""

    socket: ClientConnection
    drawn: float = 0.0
    runs: int = 0
    _page: str = ""
    _ticks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _renewed: set[str] = field(default_factory=set)

    async def watch(self) -> None:
        """Arrives and follows until it is cancelled."""
        try:
            await self._run("")
            async for raw in self.socket:
                message = ForwardMsg()
                message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
                self._note(message)
        finally:
            self._stop(set(self._ticks))

    async def _run(self, fragment: str) -> None:
        message = BackMsg()
        script = message.rerun_script
        script.page_script_hash, script.fragment_id = self._page, fragment
        script.is_auto_rerun = bool(fragment)
        if not fragment and not self._page:
            script.page_name = "wall"
        await self.socket.send(message.SerializeToString())

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._page = message.new_session.page_script_hash
            self._renewed.clear()
        elif kind == "auto_rerun":
            fragment = message.auto_rerun.fragment_id
            self._stop({fragment})
            self._ticks[fragment] = asyncio.create_task(self._every(message.auto_rerun.interval, fragment))
            self._renewed.add(fragment)
        elif kind == "script_finished":
            self.runs += 1
            if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                self._stop(set(self._ticks) - self._renewed)
                self.drawn = time.perf_counter()

    async def _every(self, seconds: float, fragment: str) -> None:
        while True:
            await asyncio.sleep(seconds)
            await self._run(fragment)

    def _stop(self, fragments: set[str]) -> None:
        for fragment in fragments & set(self._ticks):
            self._ticks.pop(fragment).cancel()


@asynccontextmanager
async def viewers(count: int, port: int, cookie: str) -> AsyncIterator[list[Viewer]]:
    """`count` tabs of one browser that all show the wall, drawn once."""
    if count > MOST_VIEWERS:
        raise ValueError("more viewers than one room has")
    opened = [await _tab(port, cookie) for _viewer in range(count)]
    watching = [asyncio.create_task(viewer.watch()) for viewer in opened]
    try:
        await until(lambda: all(viewer.drawn for viewer in opened) or any(task.done() for task in watching))
        yield opened
    finally:
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)
        for viewer in opened:
            await viewer.socket.close()


async def until(true: Callable[[], bool]) -> None:
    """Waits until `true()`; TimeoutError after the patience of a viewer."""
    end = time.perf_counter() + PATIENCE
    while not true():
        if time.perf_counter() > end:
            raise TimeoutError("the wall was not drawn")
        await asyncio.sleep(0.01)


async def _tab(port: int, cookie: str) -> Viewer:
    place = f"{HOST}:{port}"
    socket = await connect(
        f"ws://{place}/_stcore/stream",
        additional_headers={"Cookie": cookie},
        origin=Origin(f"http://{place}"),
        subprotocols=[Subprotocol("streamlit")],
        max_size=50_000_000,
    )
    return Viewer(socket)
