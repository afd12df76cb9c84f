"""Loads the governance texts and lists all faults in them.

    data/governance/en/ai_uses.yaml, acceptable_risk.yaml, charter.yaml, forums.yaml, portfolio.yaml

The texts belong to the installation, as the standards do, and not to an edition: they change when the law does.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assessment.errors import Fault, InstrumentFaults
from assessment.governance.checks import check_governance, check_governance_translation
from assessment.governance.model import Governance
from assessment.instrument.bank import load_standards
from assessment.instrument.standards import Standards
from assessment.instrument.strict_yaml import Place, Reader, read_file, shape_fault

GOVERNANCE_FOLDER = Path(__file__).resolve().parents[2] / "data" / "governance"
FILES = ("ai_uses", "acceptable_risk", "charter", "forums", "portfolio")


def load_governance(
    language: str = "en", folder: Path = GOVERNANCE_FOLDER, standards: Standards | None = None
) -> Governance:
    """The governance texts in one language.

    `standards` are those of the installation if not given. Raises InstrumentFaults listing every fault of every file, sorted by file and line.
    """
    governance, _readers = _load(folder, language, standards or load_standards())
    return governance


def load_governance_languages(
    folder: Path = GOVERNANCE_FOLDER, standards: Standards | None = None
) -> dict[str, Governance]:
    """All languages, which must agree in everything that is not text.

    Raises InstrumentFaults listing every fault of every language.
    """
    standards = standards or load_standards()
    found: dict[str, Governance] = {}
    faults: list[Fault] = []
    for language in governance_languages(folder) or ["en"]:
        try:
            found[language], readers = _load(folder, language, standards)
        except InstrumentFaults as error:
            faults += error.faults
            continue
        reference = next(iter(found.values()))
        problems = check_governance_translation(found[language], reference)
        faults += (_located(readers, language, *problem) for problem in problems)
    if faults:
        raise InstrumentFaults(faults)
    return found


def governance_languages(folder: Path = GOVERNANCE_FOLDER) -> list[str]:
    """The languages the folder holds."""
    return sorted(path.name for path in folder.glob("*") if path.is_dir())


def _load(folder: Path, language: str, standards: Standards) -> tuple[Governance, dict[str, Reader]]:
    faults: list[Fault] = []
    data: dict[str, Any] = {}
    readers: dict[str, Reader] = {}
    for name in FILES:
        data[name], readers[name] = read_file(folder / language, f"{name}.yaml", {}, faults)
    unread = {fault.file for fault in faults}
    governance = None
    try:
        governance = Governance.model_validate(data)
    except ValidationError as error:
        shapes = _shape_faults(error, readers)
        faults += (fault for fault in shapes if fault.file not in unread)
    faults = [Fault(f"{language}/{fault.file}", fault.line, fault.message) for fault in faults]
    if governance is not None and not faults:
        problems = check_governance(governance, standards)
        faults += (_located(readers, language, *problem) for problem in problems)
    if governance is None or faults:
        raise InstrumentFaults(faults)
    return governance, readers


def _shape_faults(error: ValidationError, readers: dict[str, Reader]) -> Iterator[Fault]:
    for entry in error.errors(include_url=False):
        yield shape_fault(readers[str(entry["loc"][0])], entry["loc"][1:], entry)


def _located(readers: dict[str, Reader], language: str, file: str, place: Place, message: str) -> Fault:
    return Fault(f"{language}/{file}.yaml", readers[file].line_of(place), message)
