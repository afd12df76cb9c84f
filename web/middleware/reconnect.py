"""Pages that reconnect to a server that has forgotten their session, after a restart or a long sleep.

Streamlit's page does not request a full rerun when its websocket reconnects; it sends the next widget event,
which reruns one fragment. A new session knows no fragment and silently drops the event. So the first
event after a reconnection is delayed until the whole script has run once.
"""

import asyncio

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

FIRST_VISIT_PROTOCOLS = 2
"""Number of subprotocols a page offers on its first visit; a reconnecting page adds its earlier session."""
PATIENCE = 10.0
"""Seconds the first event waits for the full run; after that it is passed on regardless."""


class Reconnect:
    """Runs the whole script before the first fragment of a reopened websocket."""

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
    """Wraps one websocket: puts a full rerun before the first message of the page."""

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
    """The full-rerun message for a fragment rerun; None for any other message.

    Values of fields are kept; button presses are not, they come with the original message.
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
    """Does this message announce the end of a script run?"""
    message = ForwardMsg()
    message.ParseFromString(raw)
    return message.WhichOneof("type") == "script_finished"
