"""Host names as operators type them."""

import re
from ipaddress import IPv6Address

from language.translation import _

PLAIN = re.compile(r"\*|(\*\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?")


def host_name(typed: str) -> str:
    """The name in what was typed: a name or an address, also with scheme, port, path or brackets.

    Lower case, as browsers send it: non-ASCII names in Punycode, IPv6 in short form without brackets. Raises
    ValueError with what to write instead.

    >>> host_name("https://Plumbline.example.org:8443/"), host_name("[0:0::1]:8501"), host_name("*.example.org")
    ('plumbline.example.org', '::1', '*.example.org')
    """
    place = typed.strip().rpartition("://")[2].lstrip("/")
    place = re.split(r"[/?#\\]", place, maxsplit=1)[0].rpartition("@")[2].lower()
    name, colon, port = place.partition(":")
    if place.startswith("["):
        place = place[1:].partition("]")[0]
    try:
        if place.count(":") > 1:
            return str(IPv6Address(place))
        name = name.removesuffix(".").encode("idna" if not name.isascii() else "ascii").decode()
    except ValueError:
        raise _no_name(typed) from None
    if not PLAIN.fullmatch(name) or (colon and port and not port.isdecimal()):
        raise _no_name(typed)
    return name


def _no_name(typed: str) -> ValueError:
    return ValueError(
        _(
            "“{typed}” is not a host name; give names such as plumbline.example.org, separated by commas"
        ).format(typed=typed.strip())
    )
