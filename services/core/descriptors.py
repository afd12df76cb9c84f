"""How many connections a server process keeps open, derived from the descriptors it may use (RLIMIT_NOFILE)."""

from typing import NamedTuple

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

WANTED = 16_384
"""Descriptors a process asks for at its start, as far as the system allows."""
SPARE = 256
"""Kept free for the database (up to 80), files of requests and the libraries."""
PER_TAB, KEPT_TABS = 3, 128
"""Descriptors of the event loop that Streamlit gives each tab besides its socket, and how many closed tabs it keeps."""
MOST_CONNECTIONS = 8_000
MOST_PER_BLOCK = 1_500
FEW = 600
"""With fewer connections than this a room of five hundred phones does not fit."""


class ConnectionLimits(NamedTuple):
    """`connections` in all; of them `streams` (websockets and event streams) in all and `streams_per_block`."""

    descriptors: int
    connections: int
    streams: int
    streams_per_block: int

    @property
    def connections_per_block(self) -> int:
        """Half, so that one network never takes all."""
        return self.connections // 2

    @property
    def spare(self) -> int:
        """What is left when all connections are open, each stream a tab of Streamlit."""
        return self.descriptors - self.connections - PER_TAB * self.streams


def limits_for(descriptors: int) -> ConnectionLimits:
    """The limits of a process that may open so many files and sockets.

    >>> limits_for(16_384)
    ConnectionLimits(descriptors=16384, connections=4844, streams=3633, streams_per_block=1500)
    >>> limits_for(1024)
    ConnectionLimits(descriptors=1024, connections=118, streams=88, streams_per_block=44)
    """
    free = descriptors - SPARE - PER_TAB * KEPT_TABS
    connections = max(min(free * 4 // (4 + 3 * PER_TAB), MOST_CONNECTIONS), descriptors // 10)
    streams = connections * 3 // 4
    return ConnectionLimits(descriptors, connections, streams, min(streams // 2, MOST_PER_BLOCK))


def available_descriptors() -> int:
    """What a server started from here may use: the soft limit, raised as far as `WANTED` and the system allow."""
    if resource is None:
        return WANTED
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    if soft == unlimited:
        return WANTED
    return int(max(soft, WANTED if hard == unlimited else min(WANTED, hard)))


def raise_descriptor_limit() -> ConnectionLimits:
    """Raises the soft limit of this process; returns the limits that follow from what it got."""
    wanted = available_descriptors()
    if resource is not None:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            try:
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            except (ValueError, OSError):  # macOS has a lower limit of its own
                wanted = soft
    return limits_for(wanted)
