"""The reviews of the roadmap and what was promised beside it as an iCalendar file: all-day events, with roles instead of names."""

import hashlib
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import _, lazy
from report.build.roadmap import promised, reviews
from report.model.report import Report
from report.model.roadmap import PlannedItem, RoadmapView, day_of
from report.text.plan.reviews import promise_notes, promise_title, review_notes, review_title

Said = tuple[str, list[str]]
"""Title and notes of an event."""
PRODID = "-//Plumbline//Roadmap//EN"
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""The seconds since then are the revision of a file."""


def revision_after(previous: int, now: datetime) -> int:
    """The revision of what has changed: later than the one before, whatever the clock says.

    >>> revision_after(0, BEGINNING + timedelta(days=1)), revision_after(90_000, BEGINNING + timedelta(days=1))
    (86400, 90001)
    """
    return max(previous + 1, int((now - BEGINNING).total_seconds()))


def calendar_of(view: RoadmapView, organisation: str, assessment_id: str, revision: int) -> bytes:
    """One event for each review. An item keeps its UID, so that a later file moves its event.

    `revision` is the SEQUENCE of each event and the second of its DTSTAMP; calendars take the file with the
    greater one for the newer (RFC 5546).
    """
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _clean(_("AI reviews, {organisation}").format(organisation=organisation)))
    for day, items in reviews(view).items():
        for one in items:
            calendar.add_component(_event(one.key, day, assessment_id, revision, _said(view, one)))
    again: Counter[str] = Counter()
    for day, made in promised(view):
        subject = made.commitment.subject
        again[subject] += 1
        key = f"commitment:{again[subject]}:{subject}"
        said = (promise_title(made), promise_notes(view, made))
        calendar.add_component(_event(key, day, assessment_id, revision, said))
    return bytes(calendar.to_ical())


def _said(view: RoadmapView, one: PlannedItem) -> Said:
    return review_title(one), review_notes(view, one)


def _event(key: str, day: date, assessment_id: str, revision: int, said: Said) -> Event:
    title, notes = said
    event = Event()
    event.add("uid", f"{_mark(assessment_id, key)}@plumbline")
    event.add("dtstamp", BEGINNING + timedelta(seconds=revision))
    event.add("sequence", revision)
    event.add("dtstart", day)
    event.add("dtend", day_of(day, 1))
    event.add("summary", _clean(title))
    event.add("description", _clean("\n".join(notes)))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _mark(assessment_id: str, key: str) -> str:
    """A stable UID of an item that reveals nothing."""
    return hashlib.sha256(f"{assessment_id}:{key}".encode()).hexdigest()[:32]


def _clean(text: str) -> str:
    """The text without control characters, which iCalendar does not allow; line breaks stay."""
    kept = (c for c in text if c == "\n" or unicodedata.category(c)[0] != "C")
    return "".join(kept)


def _name(order: DocumentOrder) -> str:
    named = _("{organisation} AI reviews {day}")
    return named.format(organisation=file_stem(order.organisation), day=order.today)


def _render(order: DocumentOrder) -> bytes:
    if order.report.roadmap is None:
        raise LookupError("a report without a roadmap is refused before it is rendered")
    return calendar_of(order.report.roadmap, order.organisation, order.assessment_id, order.revision)


def _refusal(report: Report) -> str | None:
    view = report.roadmap
    if view is not None and (reviews(view) or promised(view)):
        return None
    if view is None or view.start is None:
        return _("The roadmap has no first day, so its reviews have no dates. Set one on the screen Roadmap.")
    if not reviews(view):
        return _(
            "The roadmap has no reviews yet, so the calendar would be empty. Add a review to one of its "
            "items first."
        )
    return None


CALENDAR = DocumentFormat(
    code="calendar",
    ending=".ics",
    media_type="text/calendar",
    revised=True,
    name=_name,
    render=_render,
    refusal=_refusal,
    link=lazy("Download the reviews (ICS)"),
    about=lazy("The roadmap’s reviews as all-day entries for any calendar."),
)
