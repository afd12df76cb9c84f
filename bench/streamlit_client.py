"""Client of a running Streamlit app over its websocket, without a browser; loopback only."""

import socket
import time
from dataclasses import dataclass, field
from urllib.parse import urlparse

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PATIENCE = 30.0


@dataclass(frozen=True)
class Run:
    """One script run: milliseconds from the message sent to the run finished, and what came back."""

    ms: float
    messages: int
    kilobytes: float


@dataclass(frozen=True)
class Widget:
    """A button on the screen: its id and the fragment it lives in."""

    id: str
    fragment: str


@dataclass
class StreamlitClient:
    """A browser tab without the browser. Open it with `arrive`."""

    socket: ClientConnection
    buttons: dict[str, Widget] = field(default_factory=dict)
    page_hash: str = ""
    texts: list[str] = field(default_factory=list)

    def rerun(self, page: str = "") -> Run:
        """A run of the whole script, as on arriving or moving to another screen."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = ""
        self.buttons.clear()
        self.texts.clear()
        return self._run(message)

    def press(self, name: str) -> Run:
        """Presses the button whose id holds `name`; inside a fragment only that runs."""
        widget = next(w for key, w in self.buttons.items() if name in key)
        message = BackMsg()
        message.rerun_script.page_script_hash = self.page_hash
        message.rerun_script.fragment_id = widget.fragment
        state = WidgetState(id=widget.id, trigger_value=True)
        message.rerun_script.widget_states.widgets.append(state)
        return self._run(message)

    def _run(self, message: BackMsg) -> Run:
        sent = time.perf_counter()
        self.socket.send(message.SerializeToString())
        count = size = 0
        while True:
            self._acknowledge_at_once()
            raw = self.socket.recv(timeout=PATIENCE)
            found = ForwardMsg()
            found.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            count, size = count + 1, size + len(raw)
            self._note(found)
            if found.WhichOneof("type") == "script_finished":
                return Run((time.perf_counter() - sent) * 1000, count, size / 1024)

    def _acknowledge_at_once(self) -> None:
        """Without this the kernel waits up to 40 ms before it acknowledges a small message."""
        self.socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page_hash = message.new_session.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "button":
                self.buttons[element.button.id] = Widget(element.button.id, message.delta.fragment_id)
            elif element.WhichOneof("type") == "html":
                self.texts.append(element.html.body)


def arrive(url: str, cookie: str = "") -> StreamlitClient:
    """Opens the app's page and socket as a browser would; keeps the device cookie."""
    address = urlparse(url)
    if address.hostname not in LOOPBACK:
        raise ValueError("the benchmark talks to this machine only")
    page = httpx.get(url, headers={"cookie": cookie} if cookie else {})
    kept = "; ".join([cookie, *(f"{k}={v}" for k, v in page.cookies.items())]).strip("; ")
    socket = connect(
        f"ws://{address.netloc}/_stcore/stream",
        additional_headers={"Cookie": kept} if kept else {},
        origin=f"{address.scheme}://{address.netloc}",  # type: ignore[arg-type]
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=50_000_000,
        legacy=True,
    )
    return StreamlitClient(socket)
