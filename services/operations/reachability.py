"""Health checks of names, addresses, Redis and connections: can people reach the installation, and how many at once?"""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from language.translation import _
from services.core.addresses import is_loopback
from services.core.descriptors import FEW, available_descriptors, limits_for
from services.core.host_names import host_name
from services.core.rate_limits import redis_answers, unreachable_redis
from services.core.settings import Settings
from services.operations.health import HealthFinding


def check(settings: Settings) -> Iterator[HealthFinding]:
    """All checks of this module."""
    yield from _host_names(settings)
    yield from _address(settings)
    yield from _redis(settings)
    yield from _connections()


def _host_names(settings: Settings) -> Iterator[HealthFinding]:
    """The names the app answers to, and what was typed otherwise."""
    names = ", ".join(settings.hosts)
    text = _("Available as {names}; /healthz answers under every name.").format(names=names)
    yield HealthFinding("hosts", "fine", text)
    typed = [host.strip() for host in os.environ.get("PLUMBLINE_HOSTS", "").split(",") if host.strip()]
    changed = [host for host in typed if host.lower().strip("[]") not in settings.hosts]
    if changed:
        text = _("PLUMBLINE_HOSTS takes host names alone: “{typed}” is read as “{name}”.")
        for host in changed:
            yield HealthFinding("hosts", "note", text.format(typed=host, name=host_name(host)))


def _address(settings: Settings) -> Iterator[HealthFinding]:
    """The address join codes carry."""
    base = settings.base_url
    if not base:
        text = _("PLUMBLINE_BASE_URL is not set, so join codes use the address in the facilitator’s browser.")
        yield HealthFinding("address", "fine", text)
    elif (urlsplit(base).hostname or "") not in settings.hosts:
        text = _("Join codes lead to {address}, which PLUMBLINE_HOSTS does not list. Add it there.")
        yield HealthFinding("address", "problem", text.format(address=base))
    elif is_loopback(base):
        text = _("Join codes lead to {address}, which phones cannot reach.")
        yield HealthFinding("address", "note", text.format(address=base))
    else:
        yield HealthFinding("address", "fine", _("Join codes lead to {address}.").format(address=base))


def _redis(settings: Settings) -> Iterator[HealthFinding]:
    url = settings.redis_url.get_secret_value()
    if url and redis_answers(url):
        yield HealthFinding("redis", "fine", _("Redis answers and counts wrong codes and new assessments."))
    elif url:
        yield HealthFinding("redis", "problem", unreachable_redis())


def _connections() -> Iterator[HealthFinding]:
    found = limits_for(available_descriptors())
    text = _(
        "A server process may open {descriptors} files and sockets (RLIMIT_NOFILE): {connections} "
        "connections, including {streams} pages that stay connected and {block} from one network; {spare} "
        "are kept free."
    ).format(
        descriptors=found.descriptors,
        connections=found.connections,
        streams=found.streams,
        block=found.streams_per_block,
        spare=found.spare,
    )
    if found.connections < FEW:
        text += " " + _("Raise the limit before a large workshop, for example with ulimit -n 16384.")
    yield HealthFinding("sockets", "note" if found.connections < FEW else "fine", text)
