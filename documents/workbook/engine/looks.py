"""How cells look. Numbers and dates have formats that each computer shows with its own signs."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from documents.pdf.engine.styles import CAMP_COLOURS, HAIRLINE, INK

Kind = Literal["text", "strong", "label", "whole", "decimal", "percent", "money", "cents", "factor", "date"]
Value = str | float | date | None
NUMBERS: Mapping[Kind, str | int] = {
    "whole": "#,##0",
    "decimal": "#,##0.0",
    "percent": "0.0%",
    "money": "#,##0",
    "cents": "#,##0.00",
    "factor": "0.0000",
    "date": 14,
}
"""Formats of Excel; the fourteenth is the date of the reader's computer."""
FONT, SIZE = "Calibri", 11
INPUT = "#FFF6D6"


class Looks:
    """The formats of a workbook: the same properties give the same format."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **properties: Any) -> Any:
        """A format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            base = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "valign": "top"}
            self._formats[key] = self._workbook.add_format(base | properties)
        return self._formats[key]

    def cell(self, kind: Kind, *, own: bool = False, quoted: bool = False) -> Any:
        """How a cell of a table looks."""
        if kind == "label":
            return self.of(bold=True)
        properties: dict[str, Any] = {"bottom": 1, "bottom_color": HAIRLINE}
        if kind in NUMBERS:
            properties["num_format"] = NUMBERS[kind]
        else:
            properties |= {"text_wrap": True, "align": "left", "indent": 1}
        if kind == "strong":
            properties["bold"] = True
        if own:
            properties |= {
                "bg_color": INPUT,
                "font_color": CAMP_COLOURS["business"],
                "border": 1,
                "border_color": HAIRLINE,
            }
        if quoted:
            properties["quote_prefix"] = True
        return self.of(**properties)

    def rule(self, **properties: Any) -> Any:
        """A format for a rule, which changes only what it names."""
        return self._workbook.add_format(properties)
