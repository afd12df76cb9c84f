"""From what a grid or a form hands in to a record; what cannot be kept is named by line and field."""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any, TypeVar

from pydantic import ValidationError

from assessment.entry import Entry
from assessment.errors import RefusedInput
from assessment.plan.records import MOST_LINES
from language.translation import _
from services.core.identity import Owned
from services.core.installation import Installation
from storage.db.database import WritingUnit
from storage.db.upsert import hold

Made = TypeVar("Made", bound=Entry)
Row = Mapping[str, Any]

SHORT = _("at most 120 characters for “{field}”")
NOTE = _("at most 1,000 characters for “{field}”")
ROLE = _("a role of at most 60 characters for “{field}”")
ROLES = _("at most 40 roles of at most 60 characters each for “{field}”")
DAY = _("a day that exists for “{field}”")
POINTS = _("at most 20 points of at most 600 characters each for “{field}”")
AMOUNTS = _("three amounts, the smallest first, for “{field}”")
WEEKS = _("0 to 1,000 person-weeks for “{field}”")
CHOICE = _("one of the choices offered for “{field}”")
AMOUNT = _("an amount for “{field}”")

NEEDED = {
    **dict.fromkeys(("name",), _("a name of 1 to 120 characters")),
    **dict.fromkeys(("blocked_by", "used_by", "vendor", "cadence"), SHORT),
    **dict.fromkeys(("kpi", "goal", "milestone", "metric", "note", "purpose", "limit"), NOTE),
    **dict.fromkeys(
        (
            "owner",
            "responsible",
            "accountable",
            "risk_owner",
            "signed_by",
            "signed_on",
            "chair",
            "ask",
            "role",
        ),
        ROLE,
    ),
    **dict.fromkeys(("consulted", "informed", "members"), ROLES),
    **dict.fromkeys(("review", "due", "date", "start"), DAY),
    **dict.fromkeys(("rights", "agenda"), POINTS),
    **dict.fromkeys(("investment", "annual_benefit", "annual_cost"), AMOUNTS),
    **dict.fromkeys(("effort", "effort_weeks", "capacity"), WEEKS),
    **dict.fromkeys(
        ("portfolio", "class", "triage", "lever", "status", "area", "decision", "answers", "move"), CHOICE
    ),
    **dict.fromkeys(("baseline", "target"), AMOUNT),
    "lines": _("at most 60 sentences"),
    "text": _("a sentence of 1 to 1,000 characters"),
    "weeks": _("1 to 104 weeks"),
    "start_day": _("a first day between 0 and 365"),
    "minutes": _("a length of 5 to 480 minutes"),
    "success_probability": _("a chance of success between 0 and 1"),
    "currency": _("a currency of three letters, such as EUR"),
    "rate": _("a discount rate between −50 % and 100 %"),
    "years": _("1 to 10 years"),
    "ramp": _("1 to 10 shares between 0 and 1 for the first years"),
    "dependence": _("a shared part of luck of at least 0 and below 1"),
}
FIELDS = {
    "owner": _("owner"),
    "responsible": _("responsible"),
    "accountable": _("accountable"),
    "consulted": _("consulted"),
    "informed": _("informed"),
    "risk_owner": _("risk owner"),
    "signed_by": _("signed by"),
    "signed_on": _("signed on"),
    "role": _("who signs"),
    "chair": _("chair"),
    "members": _("members"),
    "blocked_by": _("blocked by"),
    "used_by": _("used by"),
    "vendor": _("supplier"),
    "cadence": _("how often"),
    "kpi": _("metric"),
    "metric": _("metric"),
    "goal": _("target"),
    "milestone": _("milestone"),
    "note": _("note"),
    "limit": _("limit"),
    "ask": _("who is asked"),
    "purpose": _("purpose"),
    "review": _("review"),
    "due": _("due"),
    "date": _("date"),
    "start": _("first day"),
    "rights": _("rights"),
    "agenda": _("agenda"),
    "investment": _("investment"),
    "annual_benefit": _("benefit a year"),
    "annual_cost": _("cost a year"),
    "effort": _("effort"),
    "effort_weeks": _("effort"),
    "capacity": _("capacity"),
    "portfolio": _("class"),
    "class": _("class"),
    "triage": _("what the system is to us"),
    "lever": _("lever"),
    "status": _("status"),
    "area": _("area"),
    "decision": _("decision"),
    "answers": _("answers"),
    "move": _("move"),
    "baseline": _("today’s value"),
    "target": _("target"),
    "name": _("name"),
    "weeks": _("weeks"),
    "start_day": _("first day"),
    "visible_win": _("people will notice it"),
    "chosen": _("part of the plan"),
    "exploring": _("stage"),
    "success_probability": _("chance of success"),
    "expected_result": _("expected result"),
    "stage": _("stage"),
    "monthly_cost": _("cost a month"),
}


@contextmanager
def changing(inst: Installation, owned: Owned) -> Iterator[WritingUnit]:
    """A unit in which nobody else changes this assessment's plan. Raises NotFound, Frozen when closed."""
    with inst.database.writing() as unit:
        hold(unit, owned.assessment_id)
        yield unit


def record_of(shape: type[Made], row: Row, number: int | None = None) -> Made:
    """The record a line or form stands for; empty fields count as not given.

    Raises RefusedInput naming the field, and the line by its `number` where there are several.
    """
    try:
        return shape.model_validate(given(row))
    except ValidationError as error:
        place = error.errors(include_url=False, include_input=False, include_context=False)[0]["loc"]
        raise refusal(needed(str(place[0]) if place else ""), number) from None


def records_of(shape: type[Made], rows: Sequence[Row], defaults: Sequence[str] = ()) -> list[Made]:
    """The records of a grid, without lines that hold nothing but what every new line holds (`defaults`)."""
    kept = [(number, row) for number, row in enumerate(rows, 1) if set(given(row)) - set(defaults)]
    if len(kept) > MOST_LINES:
        raise RefusedInput(_("A list holds at most 200 lines. Nothing was changed; take one out first."))
    return [record_of(shape, row, number) for number, row in kept]


def needed(field: str) -> str:
    """What a field takes, to complete “Line 3 needs …”."""
    return _(NEEDED.get(field, CHOICE)).format(field=field_title(field))


def field_title(field: str) -> str:
    """What a field is called."""
    return _(FIELDS[field]) if field in FIELDS else field


def refusal(what: str, number: int | None = None) -> RefusedInput:
    """What is needed, and that nothing is lost."""
    if number is None:
        return RefusedInput(
            _("This needs {what}. Nothing was stored yet, and nothing you typed is lost.").format(what=what)
        )
    return RefusedInput(
        _("Line {number} needs {what}. Nothing was stored yet, and nothing you typed is lost.").format(
            number=number, what=what
        )
    )


def check_distinct(names: Sequence[str]) -> None:
    """Raises RefusedInput naming the first line whose name has stood before."""
    for number, name in enumerate(names, 1):
        if name in names[: number - 1]:
            raise refusal(
                _("a name of its own; line {other} has the same").format(other=names.index(name) + 1), number
            )


def given(row: Row) -> dict[str, Any]:
    """What a row holds: texts trimmed, days as YYYY-MM-DD, whole numbers whole; empty fields left out."""
    plain = {str(field): _plain(value) for field, value in row.items()}
    return {field: value for field, value in plain.items() if value is not None and value != ""}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\x00", "").strip()
    if isinstance(value, Mapping):
        return given(value) or None
    if isinstance(value, list | tuple):
        return [item for item in map(_plain, value) if item not in (None, "")]
    if isinstance(value, datetime):
        return None if value != value else value.date().isoformat()  # noqa: PLR0124 - pandas' missing day
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return value
    return _number(value)


def _number(value: Any) -> Any:
    if isinstance(value, Integral):
        return int(value)
    if not isinstance(value, Real):
        return value
    number = float(value)
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() else number
