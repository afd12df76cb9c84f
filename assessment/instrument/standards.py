"""Identifiers of the standards in the crosswalk, and the dates of their duties."""

from typing import Annotated, Literal

from pydantic import Field

from assessment.instrument.base import Record, ShortText, Text
from language.translation import _

Day = Annotated[str, Field(pattern=r"^20[0-9]{2}-[01][0-9]-[0-3][0-9]$")]


class DutyDate(Record):
    """A day from which a duty applies to `what`: in the law as published (*adopted*), or in a *reported* change.

    `what` completes “from 2 August 2026 for …”.
    """

    date: Day
    basis: Literal["adopted", "reported"]
    what: ShortText


class Duty(Record):
    """One duty of a regulation with the dates it applies from and how far they are certain.

    `applies_from` is the first date of the law as published; `dates` are all of them, so that a screen can say which
    holds if the reported change is in force.
    """

    id: ShortText
    duty: Text
    applies_from: ShortText
    source: Text
    as_of: ShortText
    status: Text
    dates: list[DutyDate] = Field(default_factory=list)

    def translated(self) -> "Duty":
        """The same with its sentences in the language in use."""
        dates = [entry.model_copy(update={"what": _(entry.what)}) for entry in self.dates]
        sentences = {"duty": _(self.duty), "source": _(self.source), "status": _(self.status)}
        return self.model_copy(update={**sentences, "dates": dates})

    def dates_of(self, basis: Literal["adopted", "reported"]) -> list[DutyDate]:
        """The dates of the law as published, or those only reported."""
        return [entry for entry in self.dates if entry.basis == basis]


class Standards(Record):
    """Known identifiers; an entry of the cross-walk outside them is a fault."""

    note: Text
    nist: list[str]
    iso42001: list[str]
    euaiact: list[Duty]

    def known(self, standard: str) -> set[str]:
        """The identifiers known for `nist`, `iso42001` or `euaiact`."""
        return set(self.in_order(standard))

    def translated(self) -> "Standards":
        """The same with its sentences in the language in use, by the catalogue; identifiers stay as they are."""
        duties = [duty.translated() for duty in self.euaiact]
        return self.model_copy(update={"note": _(self.note), "euaiact": duties})

    def in_order(self, standard: str) -> list[str]:
        """The same identifiers in the order of the standard."""
        if standard == "euaiact":
            return [duty.id for duty in self.euaiact]
        return list(getattr(self, standard))
