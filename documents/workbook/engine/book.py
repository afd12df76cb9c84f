"""A workbook in memory, dated by the report."""

from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook

from documents.pdf.engine.text import plain
from documents.workbook.engine.looks import Looks
from documents.workbook.engine.sheet import BookSheet

FOOT = 200
"""Characters of the line at the foot of a printed page."""
NAME_LENGTH, NOT_IN_NAMES = 31, str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Book:
    """Sheets with names that a workbook allows; `foot` is the line below each printed page."""

    def __init__(self, day: date, title: str, foot: str = "") -> None:
        self._out = BytesIO()
        self.workbook = Workbook(self._out, OPTIONS)
        created = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day has no zone
        self.workbook.set_properties({"title": plain(title), "author": "Plumbline", "created": created})
        self._foot = f"&L{plain(foot).replace('&', '&&')[:FOOT]}&R&P"
        self._looks = Looks(self.workbook)
        self._names: dict[str, BookSheet] = {}

    def sheet(self, name: str) -> BookSheet:
        """A new sheet; its name is shortened to what a workbook allows, and told apart from others."""
        short = " ".join(plain(name).translate(NOT_IN_NAMES).split())[:NAME_LENGTH].strip()
        taken = {other.casefold() for other in self._names}
        number = 2
        while short.casefold() in taken:
            short = f"{short[: NAME_LENGTH - 2]} {number}"
            number += 1
        made = self.workbook.add_worksheet(short)
        self._names[short] = BookSheet(made, self._looks, short, self._foot)
        return self._names[short]

    def save(self) -> bytes:
        """The file. The same content gives the same bytes."""
        self.workbook.close()
        return self._out.getvalue()
