"""Error messages on screens.

`app.py` passes `show_unexpected` to Streamlit, which calls it for unhandled exceptions in the script, a fragment or a
callback. Details are logged on the server and never shown.
"""

from assessment.errors import PlumblineError, StorageUnavailable
from language.translation import _
from ui.kit import text


def show(error: PlumblineError) -> None:
    """Shows an expected error; its message is a sentence for a person."""
    first = _("The database cannot be used.") if isinstance(error, StorageUnavailable) else ""
    text.problem(str(error), strong=first)


def show_unexpected(error: Exception) -> bool:
    """Shows a general message for an unhandled error. Returns True, so that Streamlit shows nothing itself."""
    if isinstance(error, PlumblineError):
        show(error)
        return True
    text.problem(
        _(
            "Everything that was marked as saved is kept. Load this page again; if it happens a second time, "
            "tell the person who runs this server. The details are in its log."
        ),
        strong=_("Something here did not work."),
    )
    return True
