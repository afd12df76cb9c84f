"""From what a grid or a form hands in to a record; what cannot be kept is named by line and field."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any, TypeVar

from pydantic import ValidationError

from assessment.entry import Entry
from assessment.errors import RefusedInput
from language.translation import _, lazy, lazy_table

Record = TypeVar("Record", bound=Entry)
Row = Mapping[str, Any]

SHORT = lazy("at most 120 characters for “{field}”")
NOTE = lazy("at most 1,000 characters for “{field}”")
ROLE = lazy("a role of at most 60 characters for “{field}”")
ROLES = lazy("at most 40 roles of at most 60 characters each for “{field}”")
DAY = lazy("a valid date for “{field}”")
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
        **dict.fromkeys(("rights", "agenda", "brings", "leaves", "may_not"), POINTS),
        **dict.fromkeys(("investment", "annual_benefit", "annual_cost"), AMOUNTS),
        **dict.fromkeys(("effort", "effort_weeks", "capacity"), WEEKS),
        **dict.fromkeys(("baseline", "target"), AMOUNT),
        "lines": lazy("at most 60 sentences"),
        "expected_result": lazy("an expected result of at most 1,000 characters"),
        "stage": lazy("one of the stages idea, pilot, live, scaled, stopped"),
        "monthly_cost": lazy("a monthly cost of zero or more"),
        "result": lazy("a result of at most 1,000 characters"),
        "known_to": lazy(
            "the number of leaders who know of it and the number asked, the first no larger than the second"
        ),
        "leaders_asked": lazy("a number of leaders asked from 1 to 500"),
        "stands_behind": lazy(
            "both how many are in favour and how many were asked, the first not larger than the second"
        ),
        "subject": lazy("either a move or words of your own of at most 300 characters, and not both"),
        "text": lazy("a sentence of 1 to 1,000 characters"),
        "weeks": lazy("1 to 104 weeks"),
        "start_day": lazy("a first day between 0 and 365"),
        "minutes": lazy("a length of 5 to 480 minutes"),
        "success_probability": lazy("a chance of success between 0 and 1"),
        "currency": lazy("a currency of three letters, such as EUR"),
        "rate": lazy("a discount rate between −50 % and 100 %"),
        "years": lazy("1 to 10 years"),
        "ramp": lazy("1 to 10 shares between 0 and 1 for the first years"),
        "dependence": lazy("a shared luck factor of at least 0 and below 1"),
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
        "brings": lazy("inputs"),
        "leaves": lazy("outputs"),
        "may_not": lazy("what it may not do"),
        "investment": lazy("investment"),
        "annual_benefit": lazy("benefit per year"),
        "annual_cost": lazy("cost per year"),
        "effort": lazy("effort"),
        "effort_weeks": lazy("effort"),
        "capacity": lazy("capacity"),
        "portfolio": lazy("class"),
        "class": lazy("class"),
        "triage": lazy("system class"),
        "lever": lazy("lever"),
        "status": lazy("status"),
        "area": lazy("area"),
        "decision": lazy("decision"),
        "answers": lazy("answers"),
        "move": lazy("move"),
        "text": lazy("in your own words"),
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
        "monthly_cost": lazy("cost per month"),
        "level": lazy("level"),
        "backing": lazy("evidence"),
        "reason": lazy("reason"),
    }
)


def record_of(shape: type[Record], row: Row, number: int | None = None) -> Record:
    """The record a line or form stands for; empty fields count as not given. RefusedInput as `validated`."""
    return validated(shape, given(row), number)


def validated(
    shape: type[Record], plain: Row, number: int | None = None, *, depth: int = 0, combined: str = ""
) -> Record:
    """The record of plain data.

    Raises RefusedInput naming the field, and the line by its `number` where there are several. A line inside
    the record stands `depth` steps below it; a fault between several fields is named by the field `combined`.
    """
    try:
        return shape.model_validate(plain)
    except ValidationError as error:
        place = error.errors(include_url=False, include_input=False, include_context=False)[0]["loc"]
        field = place[min(depth, len(place) - 1)] if place else combined
        raise refusal(needed(str(field)), number) from None


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
                _("a different name; line {other} has this one").format(other=names.index(name) + 1), number
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
