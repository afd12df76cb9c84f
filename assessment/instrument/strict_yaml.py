"""Strict YAML parser: values that YAML would silently convert are faults, with file and line.

Refuses `No`, `yes`, bare dates, duplicate keys and comments after an unquoted `#`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assessment.errors import Fault
from assessment.shape_faults import shape_message
from language.translation import _

Place = tuple[str | int, ...]
MAX_FILE_BYTES = 500_000
LITERALS: dict[str, Any] = {"true": True, "false": False, "null": None}


@dataclass
class Reader:
    """Parses one YAML file to plain data and records the line of every value."""

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
            self.fault(mark.line + 1 if mark else 1, getattr(error, "problem", None) or _("this is not YAML"))
            return None
        self._comments(text)
        return self._value(node, ()) if node is not None else None

    def _comments(self, text: str) -> None:
        """Refuses an unquoted # after a value, which would silently truncate it."""
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(r"""^\s*(- )?([\w"]+:\s+)?[^"'\s\[{#][^"'#]*\s#""", line):
                self.fault(number, _("put this text in quotes: everything after the # would be lost"))

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
                self.fault(line, _("“{key}” appears twice here").format(key=key))
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
                node.start_mark.line + 1,
                _("put “{value}” in quotes: unquoted it is not read as text").format(value=node.value),
            )
        return node.value

    def line_of(self, place: Place) -> int:
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_file(
    folder: Path, name: str, expected: list[Any] | dict[str, Any], faults: list[Fault]
) -> tuple[Any, Reader]:
    """The content of a file as plain data of the type of `expected`, and its reader.

    Faults are added to `faults`; a file that cannot be read at all is returned as `expected`.
    """
    reader = Reader(name, faults)
    path = folder / name
    if not path.is_file():
        reader.fault(1, _("this file is missing"))
        return expected, reader
    if path.stat().st_size > MAX_FILE_BYTES:
        reader.fault(1, _("this file is too large for an instrument (500 kB at most)"))
        return expected, reader
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        reader.fault(1, _("this file is not UTF-8 text"))
        return expected, reader
    data = reader.read(text)
    if data is None or not isinstance(data, type(expected)):
        wrong = _("this file should contain a set of “name: value” lines")
        if isinstance(expected, list):
            wrong = _("this file should contain a list")
        reader.fault(1, wrong)
        return expected, reader
    return data, reader


def shape_fault(reader: Reader, place: Place, entry: Any) -> Fault:
    """A pydantic error as a fault with its line."""
    name = ".".join(str(part) for part in place) or _("the file")
    return Fault(reader.file, reader.line_of(place), f"{name}: {shape_message(entry)}")
