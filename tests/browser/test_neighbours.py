"""What stands beside a part drawn by itself stays, however the two drawings fall together on the server."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.person import Someone
from tests.paths import ROOT
from tests.server import STOP_SECONDS, environment, free_port

pytestmark = pytest.mark.browser

SERVER = """
import asyncio
import sys
import threading
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from streamlit.proto.BackMsg_pb2 import BackMsg


class Line:
    '''To the browser: `asked` when a tap in a part has come in; `hold` keeps everything back until `free`.'''

    def __init__(self):
        self.asked, self.free = threading.Event(), threading.Event()

    def stall(self):
        held = threading.Event()
        self.loop.call_soon_threadsafe(lambda: (held.set(), self.free.wait(10)))
        held.wait(10)


sys.modules["line"] = line = Line()


class Heard:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def heard():
            message = await receive()
            if message.get("bytes") and BackMsg.FromString(message["bytes"]).rerun_script.fragment_id:
                line.asked.set()
            return message

        await self.app(scope, heard, send)


@asynccontextmanager
async def lifespan(app):
    line.loop = asyncio.get_running_loop()
    yield


app = st.App("screen.py", lifespan=lifespan, middleware=[Middleware(Heard)])
"""

SCREEN = """
import sys

import streamlit as st

from ui.kit import fragments

line = sys.modules["line"]
said = st.session_state
said.setdefault("step", 1)


def move():
    said.step = 2


@fragments.alone
def part():
    said.drawn = said.get("drawn", 0) + 1
    st.button("Look again")
    st.text(f"Drawn {said.drawn}")
    if said.drawn == 3:
        line.free.set()


st.title(f"Step {said.step}")
if said.step == 2:
    line.asked.wait(10)
    line.stall()
part()
with st.container(horizontal=True):
    st.button("Next step", key=f"next_{said.step}", on_click=move)
st.text("What follows")
"""


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A screen with something below a part, on a server that can be kept from sending."""
    (tmp_path / "server.py").write_text(SERVER, encoding="utf-8")
    (tmp_path / "screen.py").write_text(SCREEN, encoding="utf-8")
    port = free_port()
    options = [f"--server.port={port}", "--server.headless=true", "--browser.gatherUsageStats=false"]
    place = ["--server.address=127.0.0.1", *options]
    command = [sys.executable, "-m", "streamlit", "run", "server.py", *place]
    settings = environment(tmp_path, {"PYTHONPATH": str(ROOT)})
    process = subprocess.Popen(command, cwd=tmp_path, env=settings)
    try:
        address = f"http://127.0.0.1:{port}"
        with httpx.Client(transport=httpx.HTTPTransport(retries=10)) as client:
            client.get(f"{address}/_stcore/health", timeout=20).raise_for_status()
        yield address
    finally:
        process.terminate()
        process.wait(timeout=STOP_SECONDS)


def test_a_button_stays_when_the_part_above_it_is_asked_for_while_the_screen_is_drawn(
    url: str, someone: Someone
) -> None:
    page = someone(url=url).page
    page.goto(url)
    expect(page.get_by_text("What follows")).to_be_visible()
    page.get_by_role("button", name="Next step").click()
    expect(page.get_by_text("Step 2")).to_be_visible()
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_text("Drawn 3")).to_be_visible()
    expect(page.get_by_role("button", name="Next step")).to_be_visible()
    expect(page.get_by_text("What follows")).to_be_visible()
