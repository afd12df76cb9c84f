"""The exception tree.

    PlumblineError
    ├── RefusedInput          the input cannot be used; nothing was written
    │   ├── RefusedFile       an interchange file, refused as a whole
    │   ├── Unfinished        the input is valid but incomplete
    │   └── InstrumentFaults  an instrument folder with faults, all of them listed
    ├── NotFound              unknown or forbidden: the two look alike from outside
    ├── EditConflict          somebody else has changed the same thing meanwhile; theirs stands
    ├── Frozen                the thing may no longer change (privacy after the first answer, a closed assessment)
    ├── TooManyTries          rate limit reached
    └── StorageUnavailable    the database is missing, read-only, newer, corrupt or locked

The message of each is a sentence for the person at the screen: what happened, that nothing
was lost, what to do. It never holds a path of the server or a secret.
"""

from dataclasses import dataclass

from language.translation import ngettext


class PlumblineError(Exception):
    """Root of the tree; `str(error)` may be shown to a person."""


class RefusedInput(PlumblineError):
    """The input cannot be used; nothing was written."""


class RefusedFile(RefusedInput):
    """An interchange file was refused as a whole. The message has at most 500 characters."""

    LIMIT = 500

    def __init__(self, message: str) -> None:
        text = " ".join(message.split())
        super().__init__(text if len(text) <= self.LIMIT else text[: self.LIMIT - 1] + "…")


class Unfinished(RefusedInput):
    """The input is valid but incomplete; nothing was written."""


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of an instrument: file (relative to the edition folder), 1-based line, sentence."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class InstrumentFaults(RefusedInput):
    """Every fault found while loading an instrument, sorted by file and line."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(faults)
        count = len(self.faults)
        head = ngettext("The instrument has {n} fault:", "The instrument has {n} faults:", count).format(
            n=count
        )
        super().__init__("\n".join([head, *map(str, self.faults)]))


class NotFound(PlumblineError):
    """Unknown or forbidden; the two are not distinguished."""


class EditConflict(PlumblineError):
    """Somebody else has changed the same thing since it was read; nothing was written."""


class Frozen(PlumblineError):
    """The object can no longer be changed."""


class TooManyTries(PlumblineError):
    """Too many attempts; says when to try again."""


class StorageUnavailable(PlumblineError):
    """The database cannot be used; says why and that nothing was overwritten."""
