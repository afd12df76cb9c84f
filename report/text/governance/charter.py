"""Texts of the forum’s charter: draft, first business, and differences from the grid."""

from collections.abc import Iterator

from assessment.answers.plan_records import plan_in
from assessment.answers.records import Assessment
from assessment.governance.charter import CharterDraft
from assessment.governance.forums import AgendaPoint
from assessment.instrument.model import Instrument
from assessment.plan.records import MOST_POINTS, MOST_ROLES, Charter
from language.lists import listed
from language.translation import _, ngettext
from report.text.commitments import commitment_title
from report.text.governance.portfolio import right_sentence
from report.text.narrative import count
from report.text.wording import iso_day, role_titles

POINT_LIMIT = 600
CUT = "…"


def charter_text(instrument: Instrument, draft: CharterDraft) -> Charter:
    """The draft in the shape in which it is kept and edited."""
    rights = [f"{right.text}. {right_sentence(instrument, right)}" for right in draft.rights]
    return Charter(
        name=draft.name,
        purpose=draft.purpose,
        members=[member.role for member in draft.members][:MOST_ROLES],
        chair=draft.chair,
        cadence=cadence(draft.rhythm.weeks),
        minutes=draft.minutes,
        rights=_points(rights),
        agenda=_points([agenda_point(point) for point in draft.agenda]),
        may_not=_points(list(draft.may_not)),
    )


def agenda_point(point: AgendaPoint) -> str:
    """A point with its time: “New ideas, 25 minutes. Score …”."""
    return _("{title}, {minutes} minutes. {what}").format(
        title=point.title, minutes=point.minutes, what=point.what
    )


def cadence(weeks: int) -> str:
    """“Every four weeks”."""
    return ngettext("Every week", "Every {n} weeks", weeks).format(n=count(weeks))


def moved_sentence(instrument: Instrument, charter: Charter, drafted: Charter) -> str:
    """Where the kept charter no longer fits the grid; empty where it does."""
    parts = []
    missing = [role for role in drafted.members if role not in charter.members]
    if missing:
        text = ngettext(
            "{roles} owns a decision and has no seat here.",
            "{roles} own decisions and have no seat here.",
            len(missing),
        )
        parts.append(text.format(roles=listed(role_titles(instrument, missing))))
    if drafted.chair and charter.chair and drafted.chair != charter.chair:
        parts.append(
            _("Judging by who owns the decisions, {role} would chair.").format(
                role=role_titles(instrument, [drafted.chair])[0]
            )
        )
    if charter.rights != drafted.rights:
        parts.append(_("The decision rights differ from today’s owners."))
    return " ".join(parts)


def first_business(instrument: Instrument, assessment: Assessment, draft: CharterDraft) -> Iterator[str]:
    """The first meeting’s agenda: open commitments, parked questions, and what the room agreed is lacking."""
    for commitment in plan_in(assessment).promises:
        if commitment.status in ("open", "late"):
            move = commitment_title(instrument, commitment)
            who = role_titles(instrument, [commitment.owner])[0] if commitment.owner else _("nobody named")
            due = _("due {day}").format(day=iso_day(commitment.due)) if commitment.due else _("no date")
            yield _("Commitment: {move} ({who}, {due}).").format(move=move, who=who, due=due)
    for code in assessment.parked:
        yield _("Parked: {question}").format(question=instrument.practices[code].stem)
    for found in draft.first:
        yield _("Agreed in the room: {lacking}.").format(lacking=found.lacking)


def _points(texts: list[str]) -> list[str]:
    return [t if len(t) <= POINT_LIMIT else t[: POINT_LIMIT - 1] + CUT for t in texts][:MOST_POINTS]
