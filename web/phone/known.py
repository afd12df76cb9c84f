"""Who tapped a moment ago: spares a tap the three queries that tell who a browser is.

Only for what the services check again while they store it (`services.voting` refuses whoever is no
longer in the room). Pages, codes and leaving ask the database every time.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from services.joining import Participant

SECONDS = 30.0
MOST = 2_000


class Known:
    """Participants by device token for half a minute; the one met longest ago is forgotten first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._met: OrderedDict[str, tuple[float, Participant]] = OrderedDict()

    def find_or_ask(self, token: str, ask: Callable[[], Participant]) -> Participant:
        """Who this browser is; `ask` is called when that is not known, and may raise NotFound."""
        with self._lock:
            moment, found = self._met.get(token, (float("-inf"), None))
        if found is not None and self._clock() - moment < SECONDS:
            return found
        asked = ask()
        with self._lock:
            self._met[token] = (self._clock(), asked)
            self._met.move_to_end(token)
            while len(self._met) > MOST:
                self._met.popitem(last=False)
        return asked

    def forget(self, token: str) -> None:
        """This browser joined, left or was refused: ask the next time."""
        with self._lock:
            self._met.pop(token, None)
