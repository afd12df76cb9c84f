"""From what was tapped or typed to the services: autosave, and what to say about it.

Every function here is a callback: Streamlit runs it before the screen is drawn again, so the
screen shows what is stored. `said()` is "Saved" only when the service has returned, which it does
after the commit; `refused()` is the service's own sentence.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from assessment.errors import RefusedInput
from assessment.records import NOTE_LIMIT, REASON_LIMIT, Response
from assessment.words import _
from services import assessments
from services.identity import Owned
from ui import state
