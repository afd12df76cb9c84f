"""One installation: its settings, the instrument it asks, its database and its key."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from assessment.answers.records import Assessment
from assessment.governance.model import Governance
from assessment.instrument.model import Instrument
from assessment.instrument.standards import Standards
from language.translation import language_in_use, set_default_language
from services.core.caches.versioned_cache import VersionedCache
from services.core.database_marker import open_or_begin
from services.core.rate_limits import RateLimits
from services.core.settings import Settings, load_settings
from services.core.texts import Texts, check_language, load_all_texts
from storage.db.database import Database
from storage.db.group_commit import Committer
from storage.db.schema import find_revision


class Answering(Protocol):
    """An assessment, or somebody in it: what says which edition is answered."""

    @property
    def edition(self) -> str: ...


@dataclass(frozen=True)
class Installation:
    """What every service needs; made once per process."""

    settings: Settings
    texts: Mapping[str, Texts]
    """Instrument, governance texts and standards by language."""
    database: Database
    secret: bytes
    rooms: VersionedCache[Any] = field(default_factory=VersionedCache, compare=False, repr=False)
    """Cached views of rooms (`services.workshop.room.view_cache`)."""
    votes: Committer = field(init=False, compare=False, repr=False)
    """Group commit of votes (`services.workshop.voting`)."""
    arrivals: Committer = field(init=False, compare=False, repr=False)
    """Group commit of participants who join (`services.workshop.join.joining`)."""
    limits: RateLimits = field(init=False, compare=False, repr=False)
    """Rate limits, shared with all processes of this installation."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "votes", Committer(self.database))
        object.__setattr__(self, "arrivals", Committer(self.database, together=True))
        redis_url = self.settings.redis_url.get_secret_value()
        object.__setattr__(self, "limits", RateLimits(self.database, redis_url, self.secret))

    @property
    def instrument(self) -> Instrument:
        """What new assessments answer, in the language in use. Raises RefusedInput where it is not there."""
        return self.texts_in(language_in_use()).instrument

    @property
    def editions(self) -> tuple[Instrument, ...]:
        """All editions in the language in use, that of new assessments first."""
        return tuple(self.texts_in(language_in_use()).editions.values())

    def has_edition(self, of: Answering) -> bool:
        """Is the edition that an assessment answers here?"""
        return any(one.edition == of.edition for one in self.editions)

    def read(self, raw: bytes) -> Assessment:
        """An interchange file that answers one of the editions. Raises RefusedFile."""
        return self.texts_in(language_in_use()).read(raw)

    def asked(self, of: Answering) -> Instrument:
        """What an assessment answers: its edition, in the language in use. Raises RefusedInput where it is not there."""
        return self.texts_in(language_in_use()).edition(of.edition)

    @property
    def governance(self) -> Governance:
        """What leaders settle beside the assessment, in the language in use."""
        return self.texts_in(language_in_use()).governance

    @property
    def standards(self) -> Standards:
        """The standards of the cross-walk, their duties in the language in use."""
        return self.texts_in(language_in_use()).standards

    def texts_in(self, language: str) -> Texts:
        """The texts in one language. Raises RefusedInput naming those there are."""
        check_language(language, self.texts)
        return self.texts[language]


def open_installation(settings: Settings) -> Installation:
    """Loads the instrument and the governance texts, opens and migrates the database, or begins it.

    Raises InstrumentFaults (all of them), StorageUnavailable or RefusedInput; nothing is half-open then.
    """
    set_default_language(settings.language, settings.catalogues)
    settings.find_key()
    texts = load_all_texts(settings)
    database = open_or_begin(settings)
    return Installation(settings, texts, database, settings.key())


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
