"""The bank: loads an instrument from its edition folder and lists every fault it finds.

    data/instrument/2026.1/en/instrument.yaml, activity.yaml, …, practices/OWN-1.yaml

This is the only module that reads YAML. Texts are read as texts: what YAML would silently
change (`No`, `yes`, a bare number, everything behind a `#`) is a fault, with file and line.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assessment.checks import check_instrument
from assessment.errors import Fault, InstrumentFaults
from assessment.instrument import Instrument
from assessment.standards import Standards
from assessment.translations import check_translation
from assessment.typography import Problem

Place = tuple[str | int, ...]
LISTS = ("activity", "decisions", "outcomes", "functions", "sources", "glossary", "figures")
OPTIONAL_LISTS = ("activity", "decisions", "outcomes", "glossary", "figures")
MAX_FILE_BYTES = 500_000
STANDARDS_FILE = Path(__file__).resolve().parent.parent / "data" / "standards.yaml"
LITERALS: dict[str, Any] = {"true": True, "false": False, "null": None}


@dataclass
class _Reader:
    """Reads one YAML file into plain data, remembering the line of every place."""

    file: str
    faults: list[Fault]
    lines: dict[Place, int] = field(default_factory=dict)

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.file, line, message))

    def read(self, text: str) -> Any:
        try:
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            self.fault(mark.line + 1 if mark else 1, getattr(error, "problem", None) or "this is not YAML")
            return None
        self._comments(text)
        return self._value(node, ()) if node is not None else None

    def _comments(self, text: str) -> None:
        """An unquoted # after a value cuts the value short without a word: refused."""
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(r"""^\s*(- )?([\w"]+:\s+)?[^"'\s\[{#][^"'#]*\s#""", line):
                self.fault(number, "put this text in quotes: everything behind the # would be lost")

    def _value(self, node: yaml.Node, place: Place) -> Any:
        self.lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*place, i)) for i, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in found:
                self.fault(line, f"“{key}” stands twice here")
            found[key] = self._value(value_node, (*place, key))
            self.lines[(*place, key)] = line
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        if getattr(node, "style", None) is not None:
            return node.value
        kind = node.tag.rsplit(":", 1)[-1]
        if node.value in LITERALS:
            return LITERALS[node.value]
        if kind == "null":
            return None
        if kind in ("int", "float") and re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", node.value):
            return float(node.value) if "." in node.value else int(node.value)
        if kind in ("bool", "int", "float", "timestamp"):
            self.fault(
                node.start_mark.line + 1, f"put “{node.value}” in quotes: unquoted it is not read as text"
            )
        return node.value

    def line_of(self, place: Place) -> int:
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


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
    found: dict[str, tuple[Instrument, dict[str, _Reader]]] = {}
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
            message = f"language: “{instrument.language}”, but its folder is named “{language}”"
            faults.append(Fault(f"{language}/instrument.yaml", line, message))
    if faults:
        raise InstrumentFaults(faults)
    return {language: instrument for language, (instrument, _readers) in found.items()}


def _load(edition: Path, language: str) -> tuple[Instrument, dict[str, _Reader]]:
    faults: list[Fault] = []
    folder = edition / language
    readers: dict[str, _Reader] = {}
    if not (folder / "instrument.yaml").is_file():
        raise InstrumentFaults([Fault(f"{language}/instrument.yaml", 1, "this file is missing")])
    data = _read_file(folder, "instrument.yaml", faults, readers)
    for name in LISTS:
        if name not in OPTIONAL_LISTS or (folder / f"{name}.yaml").is_file():
            data[name] = _read_file(folder, f"{name}.yaml", faults, readers)
    _read_practices(folder, data, faults, readers)
    instrument = _validate(data, faults, readers)
    if instrument is not None and not faults:
        problems = check_instrument(instrument, load_standards())
        faults += (_locate_problem(problem, instrument, readers) for problem in problems)
    if instrument is None or faults:
        raise InstrumentFaults([_under(language, fault) for fault in set(faults)])
    return instrument, readers


def _locate_problem(problem: Problem, instrument: Instrument, readers: dict[str, _Reader]) -> Fault:
    file, place, message = problem
    name = f"practices/{file}.yaml" if file in instrument.practices else f"{file}.yaml"
    reader = readers.get(name, readers["instrument.yaml"])
    return Fault(reader.file, reader.line_of(place), message)


def _under(language: str, fault: Fault) -> Fault:
    return Fault(f"{language}/{fault.file}", fault.line, fault.message)


def load_standards(file: Path = STANDARDS_FILE) -> Standards:
    """The known identifiers of the standards in the cross-walk, with the dates of their duties."""
    faults: list[Fault] = []
    reader = _Reader(file.name, faults)
    try:
        standards = Standards.model_validate(reader.read(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        faults.extend(_fault(reader, entry["loc"], entry) for entry in error.errors(include_url=False))
    if faults:
        raise InstrumentFaults(faults)
    return standards


def languages(edition: Path) -> list[str]:
    """The languages an edition folder holds."""
    return sorted(path.parent.name for path in edition.glob("*/instrument.yaml"))


def _read_file(folder: Path, name: str, faults: list[Fault], readers: dict[str, _Reader]) -> Any:
    reader = readers[name] = _Reader(name, faults)
    path = folder / name
    if not path.is_file():
        reader.fault(1, "this file is missing")
        return {}
    if path.stat().st_size > MAX_FILE_BYTES:
        reader.fault(1, "this file is too large for an instrument (500 kB at most)")
        return {}
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        reader.fault(1, "this file is not UTF-8 text")
        return {}
    expected: Any = [] if name.removesuffix(".yaml") in LISTS else {}
    data = reader.read(text)
    if data is None or not isinstance(data, type(expected)):
        reader.fault(
            1, f"this file should hold a {'list' if expected == [] else 'set of “name: value” lines'}"
        )
        return expected
    return data


def _read_practices(folder: Path, data: Any, faults: list[Fault], readers: dict[str, _Reader]) -> None:
    """Puts each practice file in the place of its code in `pillars[…].practices`."""
    listed: set[str] = set()
    pillars = data.get("pillars")
    for pillar in pillars if isinstance(pillars, list) else []:
        if not isinstance(pillar, dict) or not isinstance(pillar.get("practices"), list):
            continue
        codes = [str(code) for code in pillar["practices"]]
        listed.update(codes)
        pillar["practices"] = [_read_file(folder, f"practices/{c}.yaml", faults, readers) for c in codes]
        for code, practice in zip(codes, pillar["practices"], strict=True):
            if practice and practice.get("code") != code:
                readers[f"practices/{code}.yaml"].fault(1, f"“code” must be “{code}”, as the file is named")
            practice.setdefault("code", code)
    strangers = [
        p.name for p in (folder / "practices").glob("*") if p.suffix != ".yaml" or p.stem not in listed
    ]
    faults.extend(
        Fault(f"practices/{n}", 1, "no pillar in instrument.yaml names this file") for n in strangers
    )


def _validate(data: Any, faults: list[Fault], readers: dict[str, _Reader]) -> Instrument | None:
    try:
        return Instrument.model_validate(data)
    except ValidationError as error:
        found = [_fault(*_locate(e["loc"], data, readers), e) for e in error.errors(include_url=False)]
        unread = {fault.file for fault in faults}
        faults.extend(fault for fault in found if fault.file not in unread)
        return None


def _locate(loc: Place, data: Any, readers: dict[str, _Reader]) -> tuple[_Reader, Place]:
    if len(loc) >= 4 and loc[0] == "pillars" and loc[2] == "practices":
        code = data["pillars"][loc[1]]["practices"][loc[3]].get("code")
        return readers.get(f"practices/{code}.yaml", readers["instrument.yaml"]), loc[4:]
    if loc and loc[0] in LISTS:
        return readers[f"{loc[0]}.yaml"], loc[1:]
    return readers["instrument.yaml"], loc


def _fault(reader: _Reader, place: Place, entry: Any) -> Fault:
    name = ".".join(str(part) for part in place) or "the file"
    return Fault(reader.file, reader.line_of(place), f"{name}: {entry['msg']}")
