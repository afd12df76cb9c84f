"""Disclosure control: decides which results may be shown about which groups of people.

`report.build` applies the decision to results, and `services.workshop.room` to votes in a room. The assumed
attacker is an outsider who knows everything that was published (method, section 2.9).
"""

from dataclasses import dataclass

from assessment.answers.records import Assessment, Privacy
from language.translation import lazy

WITHHELD = lazy("Not shown, so that nobody’s single answer can be worked out.")
SIDE_MINIMUM = 2
TEAM_MINIMUM = 3


@dataclass(frozen=True)
class Disclosure:
    """Which groups may be shown in one assessment, by its privacy mode and its number of people per camp."""

    privacy: Privacy
    business: int
    technology: int
    watched: bool = False
    """True in a room: others are present, so that even a single participant is protected."""

    @classmethod
    def of(cls, assessment: Assessment) -> "Disclosure":
        counts = assessment.camp_counts
        return cls(assessment.privacy, counts["business"], counts["technology"])

    @property
    def people(self) -> int:
        return self.business + self.technology

    @property
    def alone(self) -> bool:
        """Is there one person only, whose answers nobody else could infer?"""
        return self.people <= 1 and not self.watched

    @property
    def team(self) -> bool:
        """May results of the whole team be shown? One person alone always sees their own."""
        if self.privacy == "open" or self.alone:
            return True
        return self.people >= (TEAM_MINIMUM if self.privacy == "team" else SIDE_MINIMUM)

    @property
    def sides(self) -> bool:
        """May the two camps be shown separately? Both or neither: one could be inferred by subtraction."""
        if self.privacy == "open":
            return self.business > 0 and self.technology > 0
        if self.privacy == "team":
            return False
        return min(self.business, self.technology) >= SIDE_MINIMUM

    @property
    def spread(self) -> bool:
        """May the spread of single questions be shown? Not while one side is one person.

        A value is the mean of the two sides; together with the spread it would often reveal what that
        one person answered.
        """
        if self.privacy == "open":
            return True
        return self.team and 1 not in (self.business, self.technology)

    @property
    def answers(self) -> bool:
        """May single answers be exported (file, appendix)? One person’s own, or in open mode."""
        return self.privacy == "open" or self.alone

    @property
    def minimum(self) -> int:
        """The size of the smallest group that may be shown; 1 if there is nobody to protect."""
        if self.privacy == "open" or self.alone:
            return 1
        return TEAM_MINIMUM if self.privacy == "team" else SIDE_MINIMUM

    def group(self, people: int) -> bool:
        """May a result be shown that rests on this many people’s answers? Zero, or at least `minimum`."""
        return people == 0 or people >= self.minimum
