"""Which groups of people may be shown, and by how many people two published things may differ."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from assessment.answers.records import Assessment, Privacy
from assessment.instrument.model import CAMPS, Camp
from language.translation import _, lazy

WITHHELD = lazy("Not shown, so that nobody’s answer can be worked out.")
SIDE_MINIMUM = 2
TEAM_MINIMUM = 3
EARLY_MINIMUM = 3
"""Of a group that was shown before all of it had voted: who was quick, everybody saw."""
OF_ONE_MIND = 5
"""Of such a group whose answers are all alike: the picture says what each of them answered."""
NONE_EARLY: Mapping[str, Collection[Camp]] = MappingProxyType({})


@dataclass(frozen=True)
class Disclosure:
    """Which groups may be shown in one assessment, by its privacy mode and its number of people per camp."""

    privacy: Privacy
    business: int
    technology: int
    watched: bool = False
    """True in a room: others are present, so that even a single participant is protected."""
    early: Mapping[str, Collection[Camp]] = field(default_factory=dict, hash=False)
    """By question: the camps of which not everybody present had voted when the first vote ended."""

    @classmethod
    def of(cls, assessment: Assessment) -> "Disclosure":
        counts = assessment.camp_counts
        return cls(assessment.privacy, counts["business"], counts["technology"], early=assessment.early)

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

    def crowd(self, answers: Sequence[int | str], *, early: bool) -> bool:
        """May these answers to one question (levels, and kinds without one) be shown as a group?

        `early`: not everybody of the group had voted. Three are needed then, and five where all said the same.
        """
        levels = [answer for answer in answers if isinstance(answer, int)]
        if not (self.group(len(answers)) and self.group(len(levels))):
            return False
        if not early or self.minimum == 1:
            return True
        return len(answers) >= (OF_ONE_MIND if len(set(answers)) == 1 else EARLY_MINIMUM)

    def far_enough(
        self, people: Collection[str], camps: Mapping[str, Camp], *, by_side: bool = False
    ) -> bool:
        """May two published things differ by the answers of these people? Nobody’s, or those of enough."""
        counts = [len(people)]
        if by_side and self.sides and self.privacy != "open":
            counts += [sum(camps.get(person) == camp for person in people) for camp in CAMPS]
        return all(map(self.group, counts))

    def counted_by_side(self, *, first_shown: bool) -> bool:
        """May it be counted by side who has answered? Not once a first picture of the question was shown."""
        return self.sides and not first_shown

    @property
    def few_moved(self) -> str:
        """The sentence in place of a picture that too few people’s votes would have changed."""
        if self.minimum == TEAM_MINIMUM:
            return _("Fewer than three people changed their answer, so the picture stays as it was.")
        return _("Fewer than two people changed their answer, so the picture stays as it was.")


def room_disclosure(
    privacy: Privacy, camps: Sequence[Camp], early: Mapping[str, Collection[Camp]] = NONE_EARLY
) -> Disclosure:
    """What may be shown in the room itself, where others always look on; `camps` of everybody who joined."""
    return Disclosure(privacy, camps.count("business"), camps.count("technology"), watched=True, early=early)
