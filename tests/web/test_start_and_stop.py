"""Without a sound instrument and a usable database nothing starts; a signal stops what did."""

import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import httpx
import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from assessment.answers.records import Organisation
from services.assessments import answering, owner
from services.core import identity
from services.core.identity import DEVICE_COOKIE
from services.core.installation import open_installation
from services.core.settings import Settings
from tests.paths import ROOT
from tests.server import STOP_SECONDS, command, environment, free_port, running_app
from web.lifespan import has_desktop, repeat

EDITION = ROOT / "data" / "instrument" / "2026.2"
ENDLESS = """
import anyio, contextlib, sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import StreamingResponse
from starlette.routing import Route
from web.lifespan import limit_shutdown_time

async def endless():
    while True:
        yield b"data: still here\\n\\n"
        await anyio.sleep(0.05)

async def stream(request):
    return StreamingResponse(endless(), media_type="text/event-stream")

@contextlib.asynccontextmanager
async def lifespan(app):
    limit_shutdown_time()
    yield

uvicorn.run(Starlette(routes=[Route("/", stream)], lifespan=lifespan), port=int(sys.argv[1]), log_level="warning")
"""


def failed_start(folder: Path, options: tuple[str, ...] = (), **settings: str) -> str:
    """What a start that must fail says on standard error; its exit code must be 1."""
    done = subprocess.run(
        command(free_port(), *options),
        cwd=ROOT,
        env=environment(folder, settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "Plumbline is running" not in done.stdout
    return done.stderr


def test_an_instrument_with_faults_is_listed_in_full_and_not_started(tmp_path: Path) -> None:
    edition = tmp_path / "2026.1"
    shutil.copytree(EDITION, edition)
    practices = sorted((edition / "en" / "practices").glob("*.yaml"))[:2]
    for practice in practices:
        practice.write_text(practice.read_text(encoding="utf-8") + "surprise: 1\n", encoding="utf-8")
    said = failed_start(tmp_path, PLUMBLINE_INSTRUMENT=str(edition))
    assert said.startswith("Plumbline did not start. The instrument has 2 faults:")
    for practice in practices:
        assert f"en/practices/{practice.name}:" in said
    assert not (tmp_path / "var" / "plumbline.db").exists()


def test_a_damaged_database_is_not_started_and_not_touched(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    database = tmp_path / "var" / "plumbline.db"
    database.write_bytes(b"this is no database, it only has its name" * 200)
    before = database.read_bytes()
    said = failed_start(tmp_path)
    assert said.startswith("Plumbline did not start. The database is damaged")
    assert database.read_bytes() == before


def test_a_database_of_a_newer_version_is_not_started(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    with sqlite3.connect(tmp_path / "var" / "plumbline.db") as database:
        database.execute("CREATE TABLE alembic_version (version_num TEXT PRIMARY KEY)")
        database.execute("INSERT INTO alembic_version VALUES ('9999_from_tomorrow')")
    database.close()
    assert "newer" in failed_start(tmp_path)


def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    assert "PLUMBLINE_LANGUAGE" in failed_start(tmp_path, PLUMBLINE_LANGUAGE="English please")


def test_an_address_that_is_none_of_redis_is_named_and_one_that_does_not_answer_is_said(
    tmp_path: Path,
) -> None:
    assert "PLUMBLINE_REDIS_URL" in failed_start(tmp_path, PLUMBLINE_REDIS_URL="localhost:6379")
    with running_app(tmp_path, PLUMBLINE_REDIS_URL=f"redis://127.0.0.1:{free_port()}/0") as server:
        assert "Redis at PLUMBLINE_REDIS_URL does not answer" in server.log
        assert "Traceback" not in server.log


def test_a_path_to_serve_below_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    said = failed_start(tmp_path, STREAMLIT_SERVER_BASE_URL_PATH="plumb")
    assert said.startswith("Plumbline did not start. Streamlit’s option server.baseUrlPath")
    assert failed_start(tmp_path, options=("--server.baseUrlPath=/plumb/",)) == said
    assert not (tmp_path / "var").exists()


def test_no_start_with_a_weak_key(tmp_path: Path) -> None:
    named = {"PLUMBLINE_HOSTS": "plumbline.example.org"}
    assert "PLUMBLINE_SECRET" in failed_start(tmp_path, PLUMBLINE_SECRET="x", **named)
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "secret").touch()
    assert str(tmp_path / "var" / "secret") in failed_start(tmp_path)
    assert not (tmp_path / "var" / "plumbline.db").exists()


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where a folder should be")
    assert "Nothing was overwritten" in failed_start(tmp_path)


def test_a_signal_stops_the_server_in_time_with_browsers_connected(tmp_path: Path) -> None:
    with running_app(tmp_path) as server:
        socket_url = server.url.replace("http", "ws") + "/_stcore/stream"
        unfinished = socket.create_connection(("127.0.0.1", server.port))
        unfinished.sendall(
            b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\nx"
        )
        with unfinished, connect(socket_url, subprotocols=[Subprotocol("streamlit")], proxy=None):
            server.stop(signal.SIGTERM)
        assert server.process.returncode == -signal.SIGTERM, "it stopped by itself"
        assert "Traceback" not in server.log


def test_a_stream_without_end_does_not_hold_the_stop() -> None:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-c", ENDLESS, str(port)], cwd=ROOT)
    try:
        with (
            httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=60) as client,
            client.stream("GET", f"http://127.0.0.1:{port}/") as answer,
        ):
            assert next(answer.iter_bytes()).startswith(b"data:")
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=STOP_SECONDS)
        assert process.returncode == -signal.SIGTERM
    finally:
        process.kill()
        process.wait()


def test_a_restart_finds_the_same_browser_and_other_host_names(tmp_path: Path) -> None:
    with running_app(tmp_path) as server:
        cookie = httpx.get(server.url + "/").cookies[DEVICE_COOKIE]
        secret = (tmp_path / "var" / "secret").read_bytes()
    names = "127.0.0.1,plumbline.example"
    with running_app(tmp_path, PLUMBLINE_HOSTS=names, PLUMBLINE_HTTPS="true") as server:
        assert (tmp_path / "var" / "secret").read_bytes() == secret
        known = httpx.get(
            server.url + "/",
            headers={"Host": "plumbline.example", "Cookie": f"__Host-{DEVICE_COOKIE}={cookie}"},
        )
        assert "set-cookie" not in known.headers
        named = httpx.get(server.url + "/", headers={"Host": "plumbline.example"})
        assert named.headers["set-cookie"].startswith(f"__Host-{DEVICE_COOKIE}=")
        assert named.headers["set-cookie"].endswith("; Secure")
        assert "server" not in named.headers
        assert httpx.get(server.url + "/", headers={"Host": "localhost"}).status_code == 400
        with connect(
            f"ws://plumbline.example:{server.port}/_stcore/stream",
            address=("127.0.0.1", server.port),
            subprotocols=[Subprotocol("streamlit")],
            proxy=None,
        ) as opened:
            assert opened.subprotocol == "streamlit"


@pytest.mark.parametrize(
    ("platform", "environment_", "desktop"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {}, False),
        ("darwin", {}, True),
        ("linux", {"DISPLAY": ":10", "SSH_CONNECTION": "a b"}, False),
    ],
)
def test_a_browser_is_opened_only_where_there_is_a_screen(
    platform: str, environment_: dict[str, str], desktop: bool
) -> None:
    assert has_desktop(platform, environment_) is desktop


def test_the_server_side_loads_without_the_screens() -> None:
    loaded = "import sys, web.documents, web.lifespan; print(any(m == 'ui' or m.startswith('streamlit') for m in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_what_is_past_its_last_day_is_gone_when_the_server_answers(tmp_path: Path) -> None:
    var, token, today = tmp_path / "var", identity.new_token(), datetime.now(UTC).date()
    before = open_installation(Settings(var=var))
    started = answering.start(before, token, Organisation(name="Heron Mills"), "CEO", "business", today)
    owner.save_keep_until(before, started.owned, today - timedelta(days=300))
    before.database.close()
    with running_app(tmp_path) as server:
        after = open_installation(Settings(var=var))
        assert identity.list_owned(after, token) == ()
        after.database.close()
        assert "deleted after their last day" in server.log


def test_hourly_work_goes_on_after_a_fault_until_the_server_stops() -> None:
    rounds, stopped = count(1), threading.Event()

    def work() -> None:
        if next(rounds) == 3:
            stopped.set()
        raise LookupError

    repeat(work, 0.01, stopped)
    assert next(rounds) == 4
