"""Checks for settings that weaken security; each sentence names the consequence and the remedy."""

import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from assessment.errors import RefusedInput, StorageUnavailable
from language.translation import LazyText, _, lazy
from services.core.settings import ROOT, Settings
from storage.db.engines import database_file

STREAMLIT = ROOT / ".streamlit" / "config.toml"
OTHERS = stat.S_IRWXG | stat.S_IRWXO
WANTED: Mapping[str, tuple[Any, LazyText]] = {
    "client.showErrorDetails": ("none", lazy("browsers show internal details of errors")),
    "browser.gatherUsageStats": (False, lazy("a third party receives usage statistics")),
    "server.enableXsrfProtection": (True, lazy("other sites can send requests in a visitor’s name")),
    "server.enableCORS": (True, lazy("other sites can read what the app answers")),
    "server.enableStaticServing": (False, lazy("files are served without the app’s own checks")),
    "server.enableAgentApi": (False, lazy("programs can control the app")),
}
"""Streamlit option → (shipped value, consequence of another value)."""
WEAK_UNLESS_SET = ("client.showErrorDetails", "browser.gatherUsageStats")


def problems(settings: Settings) -> Iterator[str]:
    """Weaknesses to be corrected. Sentences may hold paths, never secrets."""
    yield from _readable_by_others(settings)
    yield from _no_key(settings)
    if any("*" in host for host in settings.hosts):
        yield _("PLUMBLINE_HOSTS lets the app answer under any name (“*”). List the names people use.")
    elif not settings.https and any(not _is_local(host) for host in settings.hosts):
        yield _(
            "PLUMBLINE_HOSTS lists other machines, but PLUMBLINE_HTTPS is off: cookies and answers are "
            "sent unencrypted. Put an HTTPS proxy in front and set PLUMBLINE_HTTPS=true."
        )
    config = _streamlit()
    if not _is_local(_option(config, "server.address", "")) and not settings.https:
        yield _(
            "The app listens on the network without HTTPS. Bind it to 127.0.0.1, or put an HTTPS proxy in "
            "front and set PLUMBLINE_HTTPS=true."
        )
    if str(_option(config, "server.baseUrlPath", "")).strip("/"):
        yield below_a_path()
    for name, (wanted, follows) in WANTED.items():
        unset = None if name in WEAK_UNLESS_SET else wanted
        if _option(config, name, unset) != wanted:
            yield _("Streamlit’s option {name} is not “{wanted}”: {follows}.").format(
                name=name, wanted=str(wanted).lower(), follows=follows
            )


def below_a_path() -> str:
    """Why a path of Streamlit's is refused at the start."""
    return _(
        "Streamlit’s option server.baseUrlPath (STREAMLIT_SERVER_BASE_URL_PATH) is set, but Plumbline "
        "cannot run under a path. Remove it, and give Plumbline a host name of its own."
    )


def notes(settings: Settings) -> Iterator[str]:
    """Settings worth knowing about that may be intended."""
    if not _is_local(_option(_streamlit(), "server.address", "")) and settings.https:
        yield _("Other machines can reach the app. Allow only the HTTPS proxy to reach its port.")


def _no_key(settings: Settings) -> Iterator[str]:
    try:
        settings.find_key()
    except RefusedInput as error:
        yield str(error)
    except OSError as error:
        yield _("The key in {file} cannot be read: {reason}.").format(
            file=settings.key_file, reason=error.strerror
        )


def _readable_by_others(settings: Settings) -> Iterator[str]:
    try:
        database = database_file(settings.url)
    except StorageUnavailable:
        database = None
    own = [(settings.key_file, _("the key")), (database, _("the database"))]
    for file, what in own:
        if file is not None and file.is_file() and stat.S_IMODE(file.stat().st_mode) & OTHERS:
            yield _("Other users of this machine can open {what}. Run: chmod 600 {file}").format(
                what=what, file=file
            )


def _is_local(host: str) -> bool:
    name = host.strip().lower().strip("[]")
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def _streamlit() -> Mapping[str, Any]:
    """Streamlit's options as it will read them: this user's file, then the project's."""
    found: dict[str, Any] = {}
    for file in (Path("~/.streamlit/config.toml").expanduser(), STREAMLIT):
        parts = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        for part, options in parts.items():
            found |= {f"{part}.{name}": value for name, value in options.items()}
    return found


def _option(config: Mapping[str, Any], name: str, default: Any) -> Any:
    section, _dot, option = name.partition(".")
    snake = "".join(f"_{c}" if c.isupper() else c for c in option).upper()
    # STREAMLIT_SERVER_ENABLE_CORS: a row of capitals is one word.
    variable = f"STREAMLIT_{section.upper()}_{snake}".replace("_C_O_R_S", "_CORS")
    value: Any = os.environ.get(variable, config.get(name, default))
    return {"true": True, "false": False}.get(value.lower(), value) if isinstance(value, str) else value
