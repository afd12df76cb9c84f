"""The words of the drop-downs, a column each on a sheet of their own, and what formulas compare with."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.workbook.engine.book import Book
from documents.workbook.engine.sheet import BookSheet
from language.translation import _


@dataclass(frozen=True)
class WordList:
    """Where words are."""

    code: str
    sheet: BookSheet
    first: int
    column: int
    length: int

    @property
    def cells(self) -> str:
        """All of them, for a drop-down."""
        return f"={self.sheet.ref(self.first, self.column, self.first + self.length - 1, self.column)}"

    def word(self, number: int) -> str:
        """One of them by a name of the workbook, for formulas; rules of formatting may not name another sheet."""
        return f"{self.code}_{number + 1}"


class Lists:
    """Words by their head. A drop-down holds words, never decimals: a number as a text depends on the computer's signs."""

    def __init__(self, book: Book, sheet: BookSheet) -> None:
        self.book, self.sheet = book, sheet
        sheet.title(
            _("Lists"), _("The words of the drop-downs. Change a word here, and the drop-downs follow.")
        )
        self.top, self.columns = sheet.row, 0

    def add(self, code: str, head: str, words: Sequence[str]) -> WordList:
        """Writes the words, and returns where they are; `code` begins their names in formulas."""
        column, first = self.columns, self.top + 1
        self.sheet.put(self.top, column, head, "strong")
        self.sheet.sheet.set_column(column, column, 26)
        for number, word in enumerate(words):
            self.sheet.put(first + number, column, word)
            place = self.sheet.ref(first + number, column)
            self.book.workbook.define_name(f"{code}_{number + 1}", f"={place}")
        self.columns += 1
        return WordList(code, self.sheet, first, column, len(words))
