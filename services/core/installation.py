"""One installation: its settings, the instrument it asks, its database and its key."""

import threading
from dataclasses import dataclass, field
from typing import Any

from assessment.governance.bank import load_governance
from assessment.governance.model import Governance
from assessment.instrument.bank import load_instrument, load_standards
from assessment.instrument.model import Instrument
from assessment.instrument.standards import Standards
from language.translation import set_default_language
from services.core.settings import Settings, load_settings
from services.core.versioned_cache import VersionedCache
from storage.db.database import Database
from storage.db.engines import open_database
from storage.db.group_commit import Committer
from storage.db.schema import find_revision, migrate


@dataclass(frozen=True)
class Installation:
    """What every service needs; made once per process."""

    settings: Settings
    instrument: Instrument
    standards: Standards
    database: Database
    secret: bytes
    governance: Governance = field(default_factory=load_governance, compare=False, repr=False)
    """The governance texts in the language of this installation."""
    rooms: VersionedCache[Any] = field(default_factory=VersionedCache, compare=False, repr=False)
    """Cached views of rooms (`services.workshop.room.view_cache`)."""
    votes: Committer = field(init=False, compare=False, repr=False)
    """Group commit of votes (`services.workshop.voting`)."""
    arrivals: Committer = field(init=False, compare=False, repr=False)
    """Group commit of participants who join (`services.workshop.join.joining`)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "votes", Committer(self.database))
        object.__setattr__(self, "arrivals", Committer(self.database, together=True))


def open_installation(settings: Settings) -> Installation:
    """Loads the instrument and the governance texts, opens and migrates the database.

    Raises InstrumentFaults (all of them), StorageUnavailable or RefusedInput; nothing is half-open then.
    """
    instrument = load_instrument(settings.instrument, settings.language)
    standards = load_standards()
    governance = load_governance(settings.language, standards=standards)
    set_default_language(settings.language)
    database = open_database(settings.url)
    migrate(database)
    return Installation(settings, instrument, standards, database, settings.key(), governance)


_lock = threading.Lock()
_opened: list[Installation] = []


def current() -> Installation:
    """The installation of this process, opened on first use from the environment."""
    with _lock:
        if not _opened:
            _opened.append(open_installation(load_settings()))
        return _opened[0]


def check_database(installation: Installation) -> None:
    """Runs one small query. Raises StorageUnavailable when the database cannot be reached."""
    with installation.database.reading() as unit:
        find_revision(unit)
