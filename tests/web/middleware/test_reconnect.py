"""The first tap of a page that comes back waits for its screen; everything else passes untouched."""

import asyncio

from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from web.middleware.reconnect import Reconnect, full_rerun_message

COMES_BACK = ["streamlit", "xsrf", "earlier-session"]


def tap() -> bytes:
    message = BackMsg()
    message.rerun_script.fragment_id = "fragment"
    message.rerun_script.page_script_hash = "page"
    message.rerun_script.widget_states.widgets.add(id="note", string_value="kept")
    message.rerun_script.widget_states.widgets.add(id="card", trigger_value=True)
    return bytes(message.SerializeToString())


def run(raw: bytes) -> BackMsg:
    message = BackMsg()
    message.ParseFromString(raw)
    return message


def finished() -> bytes:
    message = ForwardMsg()
    message.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    return bytes(message.SerializeToString())


def received(offers: list[str], sent: list[bytes]) -> list[bytes]:
    """What the app behind gets of these messages; it answers each with a finished run."""
    got: list[bytes] = []

    async def behind(_scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            got.append(message["bytes"])
            await send({"type": "websocket.send", "bytes": finished()})

    async def main() -> None:
        waiting: list[Message] = [{"type": "websocket.receive", "bytes": raw} for raw in sent]
        waiting.append({"type": "websocket.disconnect"})

        async def receive() -> Message:
            return waiting.pop(0)

        async def send(_message: Message) -> None:
            return None

        await Reconnect(behind)({"type": "websocket", "subprotocols": offers}, receive, send)

    asyncio.run(main())
    return got


def test_the_whole_screen_is_run_before_the_first_tap_and_the_tap_is_not_pressed_twice() -> None:
    whole, held = map(run, received(COMES_BACK, [tap()]))
    assert whole.rerun_script.fragment_id == ""
    assert whole.rerun_script.page_script_hash == "page"
    assert [w.id for w in whole.rerun_script.widget_states.widgets] == ["note"]
    assert held == run(tap())


def test_only_the_first_message_of_a_page_that_comes_back_is_held() -> None:
    assert len(received(COMES_BACK, [tap(), tap()])) == 3
    assert received(COMES_BACK[:2], [tap()]) == [tap()]


def test_a_message_that_is_no_tap_passes_as_it_is() -> None:
    arriving = BackMsg()
    arriving.rerun_script.query_string = ""
    for raw in (bytes(arriving.SerializeToString()), b"\xff\xff not a message", b""):
        assert full_rerun_message(raw) is None
        assert received(COMES_BACK, [raw]) == [raw]
