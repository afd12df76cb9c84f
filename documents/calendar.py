"""The reviews of the roadmap as an iCalendar file: all-day events, with roles instead of names."""

import hashlib
import unicodedata
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from documents.document_format import DocumentFormat, DocumentOrder, file_stem
from language.translation import _, lazy
from report.build.roadmap import reviews
from report.model.report import Report
from report.model.roadmap import PlannedItem, RoadmapView, day_of
from report.text.plan.reviews import review_notes, review_title

PRODID = "-//Plumbline//Roadmap//EN"
BEGINNING = date(2026, 1, 1)
"""Days since then are the SEQUENCE of an event, so that calendars replace events from an older file."""


def calendar_of(view: RoadmapView, organisation: str, assessment_id: str, today: date) -> bytes:
    """One event for each review. An item keeps its UID, so that a later file moves its event."""
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _clean(_("AI reviews, {organisation}").format(organisation=organisation)))
    for day, items in reviews(view).items():
        for one in items:
            calendar.add_component(_event(view, one, day, assessment_id, today))
    return bytes(calendar.to_ical())


def _event(view: RoadmapView, one: PlannedItem, day: date, assessment_id: str, today: date) -> Event:
    event = Event()
    event.add("uid", f"{_mark(assessment_id, one.key)}@plumbline")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", (today - BEGINNING).days)
    event.add("dtstart", day)
    event.add("dtend", day_of(day, 1))
    event.add("summary", _clean(review_title(one)))
    event.add("description", _clean("\n".join(review_notes(view, one))))
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
    return calendar_of(order.report.roadmap, order.organisation, order.assessment_id, order.today)


def _refusal(report: Report) -> str | None:
    view = report.roadmap
    if view is None or view.start is None:
        return _(
            "The roadmap has no first day yet, so its reviews have no dates. Set one on the screen Roadmap."
        )
    if not reviews(view):
        return _(
            "Nothing on the roadmap has a review yet, so the calendar would be empty. Give one of its items a review first."
        )
    return None


CALENDAR = DocumentFormat(
    code="calendar",
    ending=".ics",
    media_type="text/calendar",
    name=_name,
    render=_render,
    refusal=_refusal,
    link=lazy("Download the reviews (ICS)"),
    about=lazy("The reviews of the roadmap, as whole days that any calendar takes in."),
)
