"""Switches off Nagle's algorithm on the listening sockets, so that small responses are sent at once.

asyncio does so for sockets it creates itself. Streamlit binds its socket beforehand without naming the
protocol, and asyncio then leaves it alone: every response of two writes, and every second websocket
message, waited 40 ms for an acknowledgement. Accepted connections inherit the option from the listening
socket, to which there is no reference; so it is looked up among the open file descriptors.
"""

import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

OPEN_FILES = Path("/dev/fd")


def disable_nagle() -> int:
    """Sets TCP_NODELAY on every listening TCP socket of this process; returns how many there were."""
    found = 0
    for number in _open_sockets():
        with socket.socket(fileno=os.dup(number)) as copy:
            tcp = copy.family in (socket.AF_INET, socket.AF_INET6) and copy.type == socket.SOCK_STREAM
            if tcp and copy.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                copy.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                found += 1
    return found


def _open_sockets() -> list[int]:
    numbers = []
    for file in OPEN_FILES.iterdir() if OPEN_FILES.is_dir() else ():
        with suppress(OSError):  # the handle that listed the folder is closed by now
            if stat.S_ISSOCK(os.fstat(int(file.name)).st_mode):
                numbers.append(int(file.name))
    return numbers
