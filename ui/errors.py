"""What a person sees when something goes wrong: what happened, that nothing was lost, what to do.

`app.py` hands `show_unexpected` to Streamlit, which calls it for everything no screen expected,
from the script, a fragment or a callback. The server's log has the details; the screen never does.
"""

from assessment.errors import PlumblineError, StorageUnavailable
from language.translation import _
from ui.kit import text


def show(error: PlumblineError) -> None:
    """Shows an expected error; its message is a sentence for a person."""
    first = _("The database cannot be used.") if isinstance(error, StorageUnavailable) else ""
    text.problem(str(error), strong=first)


def show_unexpected(error: Exception) -> bool:
    """Shows an error no screen expected. True: Streamlit shows nothing of its own."""
    if isinstance(error, PlumblineError):
        show(error)
        return True
    text.problem(
        _(
            "Everything that was marked as saved is kept. Load this page again; if it happens a second time, "
            "tell whoever runs this server. The details are in its log."
        ),
        strong=_("Something here did not work."),
    )
    return True
