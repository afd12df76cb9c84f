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
    """What leaders settle beside the assessment, in the language of this installation."""
    rooms: VersionedCache[Any] = field(default_factory=VersionedCache, compare=False, repr=False)
    """What `services.workshop.room.view_cache` has in view; kept here because every installation has its own."""
    votes: Committer = field(init=False, compare=False, repr=False)
    """Stores what many say at once; `services.workshop.voting` waits for it."""
    arrivals: Committer = field(init=False, compare=False, repr=False)
    """Stores those who come into a room at once; `services.workshop.join.joining` waits for it."""

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
    """Reads one thing from the database. Raises StorageUnavailable when it cannot be reached."""
    with installation.database.reading() as unit:
        find_revision(unit)
