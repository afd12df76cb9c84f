"""Error messages on screens.

`app.py` passes `show_unexpected` to Streamlit, which calls it for unhandled exceptions in the script, a fragment or a
callback. Details are logged on the server and never shown.
"""

from assessment.errors import PlumblineError, StorageUnavailable
from language.translation import _
from ui.kit import text


def show(error: PlumblineError) -> None:
    """Shows an expected error; its message is a sentence for a person."""
    first = _("The database is not available.") if isinstance(error, StorageUnavailable) else ""
    text.problem(str(error), strong=first)


def show_unexpected(error: Exception) -> bool:
    """Shows a general message for an unhandled error. Returns True, so that Streamlit shows nothing itself."""
    if isinstance(error, PlumblineError):
        show(error)
        return True
    text.problem(
        _(
            "Everything marked as saved is safe. Reload this page. If it happens again, tell the person who "
            "runs this server."
        ),
        strong=_("Something went wrong."),
    )
    return True
