"""Loads an instrument from its edition folder and lists all faults in it.

    data/instrument/2026.1/en/instrument.yaml, activity.yaml, …, practices/OWN-1.yaml

YAML is parsed strictly (assessment/instrument/strict_yaml.py); governance texts are loaded in the same way by
assessment/governance/bank.py.
"""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assessment.errors import Fault, InstrumentFaults
from assessment.instrument.checks import check_instrument
from assessment.instrument.model import Instrument
from assessment.instrument.standards import Standards
from assessment.instrument.strict_yaml import Place, Reader, read_file, shape_fault
from assessment.instrument.translations import check_translation
from assessment.instrument.typography import Problem
from language.translation import _

LISTS = ("activity", "decisions", "outcomes", "barriers", "functions", "sources", "glossary", "figures")
OPTIONAL_LISTS = ("activity", "decisions", "outcomes", "barriers", "glossary", "figures")
STANDARDS_FILE = Path(__file__).resolve().parents[2] / "data" / "standards.yaml"


def load_instrument(edition: Path, language: str = "en") -> Instrument:
    """Load one edition in one language.

    Raises InstrumentFaults listing every fault of every file, sorted by file and line.
    """
    instrument, _readers = _load(edition, language)
    return instrument


def load_edition(edition: Path) -> dict[str, Instrument]:
    """Load one edition in all its languages, which must agree in everything that is not text.

    Raises InstrumentFaults listing every fault of every language, sorted by file and line.
    """
    found: dict[str, tuple[Instrument, dict[str, Reader]]] = {}
    faults: list[Fault] = []
    for language in languages(edition) or ["en"]:
        try:
            found[language] = _load(edition, language)
        except InstrumentFaults as error:
            faults += error.faults
    reference = next(iter(found.values()))[0] if found else None
    for language, (instrument, readers) in found.items():
        if reference is not None and instrument is not reference:
            problems = check_translation(instrument, reference)
            faults += (_under(language, _locate_problem(p, instrument, readers)) for p in problems)
        if instrument.language != language:
            line = readers["instrument.yaml"].line_of(("language",))
            message = _("language: “{language}”, but its folder is named “{folder}”").format(
                language=instrument.language, folder=language
            )
            faults.append(Fault(f"{language}/instrument.yaml", line, message))
    if faults:
        raise InstrumentFaults(faults)
    return {language: instrument for language, (instrument, _readers) in found.items()}


def _load(edition: Path, language: str) -> tuple[Instrument, dict[str, Reader]]:
    faults: list[Fault] = []
    folder = edition / language
    readers: dict[str, Reader] = {}
    if not (folder / "instrument.yaml").is_file():
        raise InstrumentFaults([Fault(f"{language}/instrument.yaml", 1, _("this file is missing"))])
    data = _read(folder, "instrument.yaml", faults, readers)
    for name in LISTS:
        if name not in OPTIONAL_LISTS or (folder / f"{name}.yaml").is_file():
            data[name] = _read(folder, f"{name}.yaml", faults, readers)
    _read_practices(folder, data, faults, readers)
    instrument = _validate(data, faults, readers)
    if instrument is not None and not faults:
        problems = check_instrument(instrument, load_standards())
        faults += (_locate_problem(problem, instrument, readers) for problem in problems)
    if instrument is None or faults:
        raise InstrumentFaults([_under(language, fault) for fault in set(faults)])
    return instrument, readers


def _locate_problem(problem: Problem, instrument: Instrument, readers: dict[str, Reader]) -> Fault:
    file, place, message = problem
    name = f"practices/{file}.yaml" if file in instrument.practices else f"{file}.yaml"
    reader = readers.get(name, readers["instrument.yaml"])
    return Fault(reader.file, reader.line_of(place), message)


def _under(language: str, fault: Fault) -> Fault:
    return Fault(f"{language}/{fault.file}", fault.line, fault.message)


def load_standards(file: Path = STANDARDS_FILE) -> Standards:
    """The known identifiers of the standards in the cross-walk, with the dates of their duties."""
    faults: list[Fault] = []
    reader = Reader(file.name, faults)
    try:
        standards = Standards.model_validate(reader.read(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        faults.extend(shape_fault(reader, entry["loc"], entry) for entry in error.errors(include_url=False))
    if faults:
        raise InstrumentFaults(faults)
    return standards


def languages(edition: Path) -> list[str]:
    """The languages an edition folder holds."""
    return sorted(path.parent.name for path in edition.glob("*/instrument.yaml"))


def _read(folder: Path, name: str, faults: list[Fault], readers: dict[str, Reader]) -> Any:
    expected: Any = [] if name.removesuffix(".yaml") in LISTS else {}
    data, readers[name] = read_file(folder, name, expected, faults)
    return data


def _read_practices(folder: Path, data: Any, faults: list[Fault], readers: dict[str, Reader]) -> None:
    """Puts each practice file in the place of its code in `pillars[…].practices`."""
    listed: set[str] = set()
    pillars = data.get("pillars")
    for pillar in pillars if isinstance(pillars, list) else []:
        if not isinstance(pillar, dict) or not isinstance(pillar.get("practices"), list):
            continue
        codes = [str(code) for code in pillar["practices"]]
        listed.update(codes)
        pillar["practices"] = [_read(folder, f"practices/{c}.yaml", faults, readers) for c in codes]
        for code, practice in zip(codes, pillar["practices"], strict=True):
            if practice and practice.get("code") != code:
                readers[f"practices/{code}.yaml"].fault(
                    1, _("“code” must be “{code}”, as the file is named").format(code=code)
                )
            practice.setdefault("code", code)
    strangers = [
        p.name for p in (folder / "practices").glob("*") if p.suffix != ".yaml" or p.stem not in listed
    ]
    faults.extend(
        Fault(f"practices/{n}", 1, _("instrument.yaml lists no pillar for this file")) for n in strangers
    )


def _validate(data: Any, faults: list[Fault], readers: dict[str, Reader]) -> Instrument | None:
    try:
        return Instrument.model_validate(data)
    except ValidationError as error:
        found = [shape_fault(*_locate(e["loc"], data, readers), e) for e in error.errors(include_url=False)]
        unread = {fault.file for fault in faults}
        faults.extend(fault for fault in found if fault.file not in unread)
        return None


def _locate(loc: Place, data: Any, readers: dict[str, Reader]) -> tuple[Reader, Place]:
    if len(loc) >= 4 and loc[0] == "pillars" and loc[2] == "practices":
        code = data["pillars"][loc[1]]["practices"][loc[3]].get("code")
        return readers.get(f"practices/{code}.yaml", readers["instrument.yaml"]), loc[4:]
    if loc and loc[0] in LISTS:
        return readers[f"{loc[0]}.yaml"], loc[1:]
    return readers["instrument.yaml"], loc
