"""Reports for tests of documents, built by the service from real and toy answers."""

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from assessment.answers.records import Assessment, Organisation, Respondent
from assessment.instrument.model import Instrument
from report.build.report import build_report
from report.model.report import Report
from tests.paths import EXAMPLE
from tests.texts import real_instrument
from tests.toy import toy_instrument, toy_response

AS_OF = date(2026, 11, 22)


@lru_cache(maxsize=1)
def northgate() -> Report:
    """The finished example: six leaders in open mode."""
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return build_report(
        real_instrument(),
        Assessment.model_validate(data),
        AS_OF,
        confidentiality="Confidential: for the board",
    )


def leader(code: str, camp: Any, answers: dict[str, Any], **more: Any) -> Respondent:
    """One leader in the shorthand of `tests.toy`."""
    responses = {practice: toy_response(answer) for practice, answer in answers.items()}
    fields = {"id": f"r-{code}", "function": code, "camp": camp, "responses": responses} | more
    return Respondent.model_validate(fields)


def report_on(
    respondents: list[Respondent],
    instrument: Instrument | None = None,
    name: str = "Harbour & Sons",
    confidentiality: str = "",
    **fields: Any,
) -> Report:
    """The report on these people's answers."""
    asked = instrument or real_instrument()
    assessment = Assessment.model_validate(
        {
            "instrument": asked.code,
            "edition": asked.edition,
            "organisation": Organisation(name=name),
            "respondents": respondents,
        }
        | fields
    )
    return build_report(asked, assessment, AS_OF, confidentiality=confidentiality)


def northgate_without(*fields: str) -> Report:
    """The example, to which these fields were never given."""
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    kept = {name: value for name, value in data.items() if name not in fields}
    return build_report(real_instrument(), Assessment.model_validate(kept), AS_OF)


@lru_cache
def alone() -> Report:
    """One chief executive, with don't-knows, predictions, activity, decisions and a ranking."""
    asked = real_instrument()
    codes = list(asked.practices)
    pattern: list[Any] = [3, 2, (3, "document"), 2, 2, 2, 1, 2, (4, "number"), "?", (3, "opinion"), 2, 2]
    answers = {code: pattern[i % len(pattern)] for i, code in enumerate(codes)} | {"GOV-4": "?", "OPS-1": "?"}
    ceo = leader(
        "CEO",
        "business",
        answers,
        predictions={
            code: 1 + i % 3 for i, code in enumerate(p.code for p in asked.practices.values() if p.predict)
        },
        activity={"ACT-1": 4, "ACT-2": 4, "ACT-3": 3, "ACT-4": 2},
        decisions={
            c.code: r
            for c, r in zip(
                asked.decisions,
                ["CEO", "CFO", "nobody", "dont_know", "several", "CIO", "CEO", "nobody"],
                strict=True,
            )
        },
        ranking=[c.code for c in asked.outcomes],
    )
    return report_on([ceo])


@lru_cache
def nobody() -> Report:
    """An assessment nobody has answered yet."""
    return report_on([leader("CEO", "business", {})])


@lru_cache
def everyone_at(level: int, backing: Any = None) -> Report:
    """Two business and two technology leaders who answer everything alike."""
    answers = dict.fromkeys(real_instrument().practices, (level, backing))
    functions = (("CEO", "business"), ("CFO", "business"), ("CIO", "technology"), ("CISO", "technology"))
    return report_on([leader(code, camp, answers) for code, camp in functions])


@lru_cache
def toy() -> Report:
    """The toy instrument, four people, no cross-walk and no figures."""
    asked = toy_instrument()
    answers = dict.fromkeys(asked.practices, 2)
    return report_on([leader("CEO", "business", answers), leader("CIO", "technology", answers)], asked)


@lru_cache
def withheld() -> Report:
    """Two people in team mode: nothing may be shown."""
    answers = dict.fromkeys(real_instrument().practices, 3)
    people = [leader("CEO", "business", answers), leader("CIO", "technology", answers)]
    return report_on(people, privacy="team")


@lru_cache
def half_answered() -> Report:
    """One leader who stopped half-way: sections without a level."""
    codes = list(real_instrument().practices)[:12]
    return report_on([leader("CFO", "business", dict.fromkeys(codes, 2))])


HOSTILE = (
    "<b>Bold</b> & </para> <font size=90>x</font> \u1797\u17d2 \U0001f680 \u6771\u4eac\u6709\u9650\u516c\u53f8 "
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202edlrow\u202c a\u0000b\u0007c Z\u0335\u0336\u0337\u0338\u0321algo "
)


@lru_cache
def hostile() -> Report:
    """Every free text as unfriendly as the records allow."""
    long = (HOSTILE + "word " * 300)[:1000]
    word = "x" * 1000
    asked = real_instrument()
    people = []
    for number, (code, camp) in enumerate((("CEO", "business"), ("CIO", "technology"))):
        given = {
            c: {"level": 1 + (number + i) % 4, "note": (long, word)[i % 2], "backing": "document"}
            for i, c in enumerate(asked.practices)
        }
        people.append(
            Respondent.model_validate(
                {
                    "id": f"h{number}",
                    "name": HOSTILE[:100],
                    "function": code,
                    "camp": camp,
                    "responses": given,
                }
            )
        )
    initiatives = [
        {
            "name": HOSTILE[:110],
            "owner": word[:60],
            "expected_result": long,
            "metric": word,
            "monthly_cost": 1e12,
        }
        for _ in range(3)
    ]
    return report_on(
        people,
        name=(HOSTILE + word)[:120],
        confidentiality=HOSTILE * 40 + "\ud800",
        privacy="open",
        initiatives=initiatives,
    )


def assert_explained(value: Any, name: str = "result") -> None:
    """Every null has a reason beside it, but for what is simply not there: an agreed level, a flag, an orphan’s role."""
    if isinstance(value, dict):
        nulls = [key for key, part in value.items() if part is None and key not in ("agreed", "flag", "role")]
        assert bool(nulls) == ("withheld" in value), f"{name}: {nulls}"
        for key, part in value.items():
            assert_explained(part, f"{name}.{key}")


STATES: dict[str, Callable[[], Report]] = {
    "example": northgate,
    "alone": alone,
    "nobody": nobody,
    "half answered": half_answered,
    "withheld": withheld,
    "level 5": lambda: everyone_at(5, "number"),
    "level 1": lambda: everyone_at(1),
    "another instrument": toy,
    "hostile": hostile,
}
"""Companies of every kind, by name: what a document has to cope with."""
