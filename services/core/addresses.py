"""Join addresses for the QR code and for reading aloud, whether phones can reach them, and blocks of clients.

Join addresses are built from the setting `base_url`, else from `opened_at`, the address at which the page was opened.
"""

import ipaddress
from urllib.parse import urlsplit

from services.core.settings import Settings

JOIN_PATH = "join"


def join_address(settings: Settings, opened_at: str, code: str) -> str:
    """The whole address that joins the room with this code, as a QR code carries it."""
    return f"{base_address(settings, opened_at)}/{JOIN_PATH}/{code}"


def shown_address(settings: Settings, opened_at: str) -> str:
    """The address for reading aloud and typing, without its scheme: “plumbline.example.org/join”."""
    return f"{base_address(settings, opened_at).partition('://')[2]}/{JOIN_PATH}"


def base_address(settings: Settings, opened_at: str) -> str:
    """Scheme, host and port at which phones find this installation, without a slash at the end."""
    if settings.base_url:
        return settings.base_url
    parts = urlsplit(opened_at)
    if parts.scheme in ("http", "https") and parts.hostname:
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    return f"http://{next(iter(settings.hosts), 'localhost')}"


def is_loopback(address: str) -> bool:
    """Is this a loopback address (URL, or host and port), which no phone can reach?

    >>> is_loopback("http://localhost:8501/join/K7QM3P"), is_loopback("[::1]:8501"), is_loopback("192.0.2.7")
    (True, True, False)
    """
    host = (urlsplit(address if "://" in address else f"//{address}").hostname or "").rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return not host
    mapped = getattr(found, "ipv4_mapped", None) or found
    return bool(mapped.is_loopback or mapped.is_unspecified)


def address_block(address: str) -> str:
    """The network a client's address belongs to: /24 of IPv4, /64 of IPv6, which one subscriber has to itself.

    >>> address_block("203.0.113.77"), address_block("::ffff:203.0.113.9"), address_block("2001:db8:1:2:3::4")
    ('203.0.113.0/24', '203.0.113.0/24', '2001:db8:1:2::/64')
    """
    found = _client(address)
    if found is None:
        return address[:60]
    return str(ipaddress.ip_network((found, 24 if found.version == 4 else 64), strict=False))


def is_this_machine(address: str) -> bool:
    """Does a client with this address sit at this machine?

    >>> is_this_machine("::ffff:127.0.0.1"), is_this_machine("::1"), is_this_machine("::ffff:203.0.113.9")
    (True, True, False)
    """
    found = _client(address)
    return found is not None and found.is_loopback


def _client(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address of a client, without its zone; None for a name."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
