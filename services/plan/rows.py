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
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.core.installation import Installation
from storage.db.database import WritingUnit
from storage.db.upsert import lock_assessment

Made = TypeVar("Made", bound=Entry)
Row = Mapping[str, Any]

SHORT = lazy("at most 120 characters for “{field}”")
NOTE = lazy("at most 1,000 characters for “{field}”")
ROLE = lazy("a role of at most 60 characters for “{field}”")
ROLES = lazy("at most 40 roles of at most 60 characters each for “{field}”")
DAY = lazy("a day that exists for “{field}”")
POINTS = lazy("at most 20 points of at most 600 characters each for “{field}”")
AMOUNTS = lazy("three amounts, the smallest first, for “{field}”")
WEEKS = lazy("0 to 1,000 person-weeks for “{field}”")
CHOICE = lazy("one of the choices offered for “{field}”")
AMOUNT = lazy("an amount for “{field}”")

NEEDED = lazy_table(
    {
        **dict.fromkeys(("name",), lazy("a name of 1 to 120 characters")),
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
        "lines": lazy("at most 60 sentences"),
        "text": lazy("a sentence of 1 to 1,000 characters"),
        "weeks": lazy("1 to 104 weeks"),
        "start_day": lazy("a first day between 0 and 365"),
        "minutes": lazy("a length of 5 to 480 minutes"),
        "success_probability": lazy("a chance of success between 0 and 1"),
        "currency": lazy("a currency of three letters, such as EUR"),
        "rate": lazy("a discount rate between −50 % and 100 %"),
        "years": lazy("1 to 10 years"),
        "ramp": lazy("1 to 10 shares between 0 and 1 for the first years"),
        "dependence": lazy("a shared part of luck of at least 0 and below 1"),
    }
)
FIELDS = lazy_table(
    {
        "owner": lazy("owner"),
        "responsible": lazy("responsible"),
        "accountable": lazy("accountable"),
        "consulted": lazy("consulted"),
        "informed": lazy("informed"),
        "risk_owner": lazy("risk owner"),
        "signed_by": lazy("signed by"),
        "signed_on": lazy("signed on"),
        "role": lazy("who signs"),
        "chair": lazy("chair"),
        "members": lazy("members"),
        "blocked_by": lazy("blocked by"),
        "used_by": lazy("used by"),
        "vendor": lazy("supplier"),
        "cadence": lazy("how often"),
        "kpi": lazy("metric"),
        "metric": lazy("metric"),
        "goal": lazy("target"),
        "milestone": lazy("milestone"),
        "note": lazy("note"),
        "limit": lazy("limit"),
        "ask": lazy("who is asked"),
        "purpose": lazy("purpose"),
        "review": lazy("review"),
        "due": lazy("due"),
        "date": lazy("date"),
        "start": lazy("first day"),
        "rights": lazy("rights"),
        "agenda": lazy("agenda"),
        "investment": lazy("investment"),
        "annual_benefit": lazy("benefit a year"),
        "annual_cost": lazy("cost a year"),
        "effort": lazy("effort"),
        "effort_weeks": lazy("effort"),
        "capacity": lazy("capacity"),
        "portfolio": lazy("class"),
        "class": lazy("class"),
        "triage": lazy("what the system is to us"),
        "lever": lazy("lever"),
        "status": lazy("status"),
        "area": lazy("area"),
        "decision": lazy("decision"),
        "answers": lazy("answers"),
        "move": lazy("move"),
        "baseline": lazy("today’s value"),
        "target": lazy("target"),
        "name": lazy("name"),
        "weeks": lazy("weeks"),
        "start_day": lazy("first day"),
        "visible_win": lazy("people will notice it"),
        "chosen": lazy("part of the plan"),
        "exploring": lazy("stage"),
        "success_probability": lazy("chance of success"),
        "expected_result": lazy("expected result"),
        "stage": lazy("stage"),
        "monthly_cost": lazy("cost a month"),
    }
)


@contextmanager
def changing(inst: Installation, owned: Owned) -> Iterator[WritingUnit]:
    """A unit in which nobody else changes this assessment's plan. Raises NotFound, Frozen when closed."""
    with inst.database.writing() as unit:
        lock_assessment(unit, owned.assessment_id)
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
    return _(NEEDED.get(field, _(CHOICE))).format(field=field_title(field))


def field_title(field: str) -> str:
    """What a field is called."""
    return FIELDS.get(field, field)


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
