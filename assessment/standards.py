"""Identifiers of the standards in the cross-walk and the dates of their duties: data, not advice."""

from assessment.instrument import Record, ShortText, Text


class Duty(Record):
    """One duty of a regulation with the date it applies from and how far that is certain."""

    id: ShortText
    duty: Text
    applies_from: ShortText
    source: Text
    as_of: ShortText
    status: Text


class Standards(Record):
    """Known identifiers; an entry of the cross-walk outside them is a fault."""

    note: Text
    nist: list[str]
    iso42001: list[str]
    euaiact: list[Duty]

    def known(self, standard: str) -> set[str]:
        """The identifiers known for `nist`, `iso42001` or `euaiact`."""
        if standard == "euaiact":
            return {duty.id for duty in self.euaiact}
        return set(getattr(self, standard))
