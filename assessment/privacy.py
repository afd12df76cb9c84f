"""What may be shown about whom. One decision, made here; `services.reports.results` alone applies it.

The attacker is an outsider who has everything that was published (method, section 2.9).
"""

from dataclasses import dataclass

from assessment.answers.records import Assessment, Privacy
from language.translation import lazy

WITHHELD = lazy("Not shown, so that nobody’s single answer can be worked out.")
SIDE_MINIMUM = 2
TEAM_MINIMUM = 3


@dataclass(frozen=True)
class Disclosure:
    """Which groups may be shown in one assessment, decided from its mode and its camp counts."""

    privacy: Privacy
    business: int
    technology: int
    watched: bool = False
    """In a room somebody else always looks on, so that even one person alone is protected there."""

    @classmethod
    def of(cls, assessment: Assessment) -> "Disclosure":
        counts = assessment.camp_counts
        return cls(assessment.privacy, counts["business"], counts["technology"])

    @property
    def people(self) -> int:
        return self.business + self.technology

    @property
    def alone(self) -> bool:
        """Is there nobody whose answers could be found out by another?"""
        return self.people <= 1 and not self.watched

    @property
    def team(self) -> bool:
        """May results of the whole team be shown? One person alone always sees their own."""
        if self.privacy == "open" or self.alone:
            return True
        return self.people >= (TEAM_MINIMUM if self.privacy == "team" else SIDE_MINIMUM)

    @property
    def sides(self) -> bool:
        """May the two camps be shown apart? Both or neither: one could be had by subtraction."""
        if self.privacy == "open":
            return self.business > 0 and self.technology > 0
        if self.privacy == "team":
            return False
        return min(self.business, self.technology) >= SIDE_MINIMUM

    @property
    def spread(self) -> bool:
        """May the spread of single questions be shown? Not while one side is one person.

        A value is the mean of the two sides; together with the spread it would often fix what that
        one person answered.
        """
        if self.privacy == "open":
            return True
        return self.team and 1 not in (self.business, self.technology)

    @property
    def answers(self) -> bool:
        """May single answers leave the app (file, appendix)? One person’s own, or in open mode."""
        return self.privacy == "open" or self.alone

    @property
    def minimum(self) -> int:
        """The smallest group of people anything may be said about; 1 where there is nobody to protect."""
        if self.privacy == "open" or self.alone:
            return 1
        return TEAM_MINIMUM if self.privacy == "team" else SIDE_MINIMUM

    def group(self, people: int) -> bool:
        """May something be shown that rests on this many people’s answers? Nobody, or enough of them."""
        return people == 0 or people >= self.minimum
