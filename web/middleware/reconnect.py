"""A page that comes back to a server that does not know it any more: after a restart, or a long sleep.

Streamlit's page does not ask for its screen again when its socket reconnects; it only sends the next
tap, which runs one fragment. A session that has just begun knows no fragment and drops the tap
without a word. So the first tap after a reconnection waits until the whole screen has been run once.
"""

import asyncio

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

FIRST_VISIT_PROTOCOLS = 2
"""Subprotocols a page offers on its first visit; a page that comes back adds its earlier session."""
PATIENCE = 10.0
"""Seconds the tap waits for the screen; then it goes through, come what may."""


class Reconnect:
    """Runs the whole screen before the first fragment of a socket that was opened again."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        again = scope["type"] == "websocket" and len(scope.get("subprotocols", [])) > FIRST_VISIT_PROTOCOLS
        if not again:
            await self.app(scope, receive, send)
            return
        first = _FirstMessage(receive, send)
        await self.app(scope, first.receive, first.send)


class _FirstMessage:
    """The first message of the page, and what has to come before it."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._waiting: Message | None = None
        self._seen = False
        self._run = asyncio.Event()

    async def receive(self) -> Message:
        if self._waiting is not None:
            await self._until_run()
            held, self._waiting = self._waiting, None
            return held
        message = await self._receive()
        if self._seen or message["type"] != "websocket.receive":
            return message
        self._seen = True
        whole = full_rerun_message(message.get("bytes") or b"")
        if whole is None:
            return message
        self._waiting = message
        return {**message, "bytes": whole}

    async def send(self, message: Message) -> None:
        await self._send(message)
        if self._waiting is not None and message.get("bytes") and is_finished(message["bytes"]):
            self._run.set()

    async def _until_run(self) -> None:
        try:
            await asyncio.wait_for(self._run.wait(), PATIENCE)
        except TimeoutError:
            return


def full_rerun_message(raw: bytes) -> bytes | None:
    """For a message that runs one fragment, the one that runs its screen; None for any other.

    What stands in the fields goes along; what was pressed does not, it comes with the message itself.
    """
    message = BackMsg()
    try:
        message.ParseFromString(raw)
    except DecodeError:
        return None
    if not message.rerun_script.fragment_id:
        return None
    whole = BackMsg()
    whole.rerun_script.CopyFrom(message.rerun_script)
    whole.rerun_script.fragment_id = ""
    del whole.rerun_script.widget_states.widgets[:]
    kept = [w for w in message.rerun_script.widget_states.widgets if w.WhichOneof("value") != "trigger_value"]
    whole.rerun_script.widget_states.widgets.extend(kept)
    return bytes(whole.SerializeToString())


def is_finished(raw: bytes) -> bool:
    """Is this the end of a script run?"""
    message = ForwardMsg()
    message.ParseFromString(raw)
    return message.WhichOneof("type") == "script_finished"
