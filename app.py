"""The ASGI entry: `streamlit run app.py`, or `uvicorn app:app`.

The instrument and the database are opened here, before anything is served; without them the process ends with a
message. The script of the screens is `ui/shell.py`.
"""

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit import config

from services.core.descriptors import raise_descriptor_limit
from services.core.installation import current
from ui.navigation import screens
from web import log
from web.connections import OpenStreams
from web.lifespan import lifespan
from web.middleware import page_head
from web.middleware.hosts import open_address
from web.problems import handlers
from web.stack import middleware, routes
from web.startup import count_earlier_results, delete_due_quietly, open_or_exit

log.configure()
installation = open_or_exit(config.get_option("server.baseUrlPath"))
settings = installation.settings
streams = OpenStreams(raise_descriptor_limit())
# The inline scripts allowed by the CSP: Streamlit's own; ours in its head; ours that scrolls to the top of a new screen.
hashes = page_head.inline_hashes(
    Path(st.__file__).parent / "static" / "index.html", Path(__file__).parent / "ui" / "kit" / "arrival.html"
)
# One setting of host names for Streamlit's websocket and for the middleware.
config.set_option("server.allowedHosts", settings.hosts)


def show_unexpected(error: Exception) -> bool:
    """Logs what a screen could not handle, and shows a plain sentence in its place."""
    from ui.errors import show_unexpected as show  # noqa: PLC0415 - the server does not need the screens

    log.log_unexpected(error)
    return show(error)


app = st.App(
    "ui/shell.py",
    lifespan=lifespan(
        installation.instrument,
        open_address(config.get_option("server.address"), config.get_option("server.port"), settings.hosts),
        open_browser=not config.get_option("server.headless"),
        limits=streams.limits,
        afterwards=partial(count_earlier_results, installation),
        hourly=partial(delete_due_quietly, installation),
    ),
    middleware=middleware(current, hashes, streams, screens(installation.editions)),
    routes=routes(current, streams),
    on_script_error=show_unexpected,
    exception_handlers=handlers(hashes),
)
