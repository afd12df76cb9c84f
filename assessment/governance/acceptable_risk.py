"""The statement of acceptable risk with what the executives decided on each line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from assessment.governance.model import AcceptableRisk, DraftedRiskLine, RiskArea, RiskOption
from assessment.instrument.model import Instrument


@dataclass(frozen=True)
class DecidedLine:
    """One line with its answer.

    `ask` is the function to ask first (may be empty); `signed` are the functions that have accepted it, with or
    without a condition.
    """

    line: DraftedRiskLine
    option: RiskOption | None
    limit: str
    ask: str
    signed: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Is it decided? *Accepted with a limit* is not, as long as no limit is written down."""
        return self.option is not None and (self.option != "with_limit" or bool(self.limit))


@dataclass(frozen=True)
class DecidedRiskStatement:
    """All lines in their order, decided or not."""

    lines: tuple[DecidedLine, ...]

    @property
    def open(self) -> tuple[DecidedLine, ...]:
        """The lines not yet decided."""
        return tuple(found for found in self.lines if not found.settled)

    def of(self, area: RiskArea) -> tuple[DecidedLine, ...]:
        """The lines of one area."""
        return tuple(found for found in self.lines if found.line.area == area.code)


def risk_statement(risk: AcceptableRisk, decided: Mapping[str, Mapping[str, Any]]) -> DecidedRiskStatement:
    """The statement with the decisions on record.

    `decided` maps the code of a line to {"option", "limit", "ask", "signed": [function codes]}; each may be
    absent, and what is no option counts as not decided.
    """
    return DecidedRiskStatement(tuple(_decided(line, decided.get(line.code, {})) for line in risk.lines))


def default_signers(instrument: Instrument, risk: AcceptableRisk) -> tuple[str, ...]:
    """Who signs a new statement unless others are named: the draft's signers that the instrument knows."""
    return tuple(code for code in risk.signers if code in instrument.function_titles)


def _decided(line: DraftedRiskLine, record: Mapping[str, Any]) -> DecidedLine:
    said = record.get("option")
    option: RiskOption | None = next((name for name in get_args(RiskOption) if name == said), None)
    limit = str(record.get("limit") or "").strip()
    ask = str(record.get("ask") or "")
    return DecidedLine(line, option, limit, ask, tuple(map(str, record.get("signed") or ())))
