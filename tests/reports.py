"""Reports for tests of documents, built by the service from real and toy answers."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from assessment.bank import load_instrument
from assessment.instrument import Instrument
from assessment.records import Assessment, Organisation, Respondent
from playbook.report import Report
from services.reporting import build_report
from tests.toy import toy_instrument, toy_response

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 11, 22)


@lru_cache(maxsize=1)
def real_instrument() -> Instrument:
    """The instrument that is shipped."""
    return load_instrument(ROOT / "data" / "instrument" / "2026.1")


@lru_cache(maxsize=1)
def northgate() -> Report:
    """The finished example: six leaders in open mode."""
    data = json.loads((ROOT / "data" / "example" / "northgate.json").read_text(encoding="utf-8"))
    return build_report(
        real_instrument(), Assessment.model_validate(data), AS_OF, confidentiality="Confidential: for the board"
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
        predictions={code: 1 + i % 3 for i, code in enumerate(p.code for p in asked.practices.values() if p.predict)},
        activity={"ACT-1": 4, "ACT-2": 4, "ACT-3": 3, "ACT-4": 2},
        decisions={c.code: r for c, r in zip(asked.decisions, ["CEO", "CFO", "nobody", "dont_know", "several", "CIO", "CEO", "nobody"], strict=True)},
        ranking=[c.code for c in asked.outcomes],
    )
    return report_on([ceo])


def nobody() -> Report:
    """An assessment nobody has answered yet."""
    return report_on([leader("CEO", "business", {})])


def everyone_at(level: int, backing: Any = None) -> Report:
    """Two business and two technology leaders who answer everything alike."""
    answers = dict.fromkeys(real_instrument().practices, (level, backing))
    functions = (("CEO", "business"), ("CFO", "business"), ("CIO", "technology"), ("CISO", "technology"))
    return report_on([leader(code, camp, answers) for code, camp in functions])


def toy() -> Report:
    """The toy instrument, four people, no cross-walk and no figures."""
    asked = toy_instrument()
    answers = dict.fromkeys(asked.practices, 2)
    return report_on([leader("CEO", "business", answers), leader("CIO", "technology", answers)], asked)
