"""Opens Plumbline to the phones of a room: `make workshop`, or `python -m tools.workshop`.

Finds this machine's address on the local network and serves there, so that the code on the wall leads
phones to it. Who is in the same network can open it then; nobody sees anything without a code.
"""

import ipaddress
import os
import socket
import sys
from collections.abc import Mapping
from typing import NoReturn

PORT = 8501
ADVICE = (
    "This machine has no address that phones could reach.\n"
    "Join the network the phones are in (a phone's own hotspot will do), then try again.\n"
    "If it has one that was not found, name it: PLUMBLINE_ADDRESS=192.168.1.20 make workshop\n"
)
SOMEWHERE = ("192.0.2.1", 9)
"""An address for examples: asking for the way there sends nothing."""


def local_address(environment: Mapping[str, str]) -> str | None:
    """This machine's address in its network, or the one named; None where there is none for phones."""
    named = environment.get("PLUMBLINE_ADDRESS", "").strip()
    found = named or _on_the_way_out()
    try:
        address = ipaddress.ip_address(found)
    except ValueError:
        return None
    return None if address.is_loopback or address.is_unspecified else str(address)


def _on_the_way_out() -> str:
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect(SOMEWHERE)
            return str(probe.getsockname()[0])
    except OSError:
        return ""


def settings(address: str, port: int, environment: Mapping[str, str]) -> dict[str, str]:
    """The settings that let phones in, as environment variables; what the operator has set stays."""
    shown = f"[{address}]" if ":" in address else address
    hosts = environment.get("PLUMBLINE_HOSTS", "localhost,127.0.0.1,::1").split(",")
    if address not in hosts:
        hosts.append(address)
    return {
        "PLUMBLINE_HOSTS": ",".join(hosts),
        "PLUMBLINE_BASE_URL": environment.get("PLUMBLINE_BASE_URL") or f"http://{shown}:{port}",
    }


def command(address: str, port: int) -> list[str]:
    """The server at that address alone, with a browser window where there is a desktop."""
    run = [sys.executable, "-m", "streamlit", "run", "app.py"]
    return [*run, f"--server.address={address}", f"--server.port={port}", "--server.headless=false"]


def main() -> NoReturn:
    """Becomes the server; ends with advice where no phone could reach it."""
    address = local_address(os.environ)
    if address is None:
        sys.stderr.write(ADVICE)
        raise SystemExit(1)
    port = int(os.environ.get("PLUMBLINE_PORT", PORT))
    sys.stdout.write(
        "\n  Open it at the address below in this browser, too: at another address it does not know you.\n"
    )
    sys.stdout.flush()
    line = command(address, port)
    os.execve(line[0], line, {**os.environ, **settings(address, port, os.environ)})  # noqa: S606 - our own interpreter


if __name__ == "__main__":
    main()
