"""The texts that are shipped, read once a process: loading them takes longer than most tests."""

from functools import cache
from pathlib import Path

from assessment.governance.bank import load_governance
from assessment.governance.model import Governance
from assessment.instrument.bank import load_instrument, load_standards
from assessment.instrument.model import Instrument
from assessment.instrument.standards import Standards
from tests.paths import SHIPPED


@cache
def instrument_at(edition: Path) -> Instrument:
    return load_instrument(edition)


def real_instrument() -> Instrument:
    """The instrument that is shipped."""
    return instrument_at(SHIPPED)


@cache
def standards() -> Standards:
    return load_standards()


@cache
def governance() -> Governance:
    return load_governance(standards=standards())
