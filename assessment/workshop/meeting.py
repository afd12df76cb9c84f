"""The arithmetic of a meeting: what fits into its minutes; what does not is refused with a proposal.

A discussed question takes 5:15 (reveal 0:30, talk 3:30, second vote 0:30, agree 0:45). Minutes come in
and go out; inside everything is seconds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument, Practice
from language.lists import listed
from language.translation import _

Way = Literal["prepared", "pillar", "ten"]
BlockKind = Literal["join", "vote", "overview", "decisions", "talks", "commitments", "close"]

REVEAL, TALK, SECOND_VOTE, AGREE = 30, 210, 30, 45
DISCUSSED = REVEAL + TALK + SECOND_VOTE + AGREE
FIRST_VOTE = 54
"""Seconds for one first vote in the room: ten questions in nine minutes."""
ONE_BY_ONE = FIRST_VOTE + DISCUSSED
JOIN, CLOSE = 6, 4
OVERVIEW: dict[Way, int] = {"prepared": 3, "ten": 2, "pillar": 0}
DECISIONS, DECISIONS_FROM = 6, 90
COMMITMENTS_SHARE = 0.3
LEAST_COMMITMENTS = 10
LEAST_TALKS = 2
MINUTES = range(15, 481)
STEP = 15


@dataclass(frozen=True)
class MeetingBlock:
    """One part of the meeting."""

    kind: BlockKind
    minutes: int


@dataclass(frozen=True)
class Plan:
    """A meeting that fits: its blocks add up to its minutes. `talks` is how many questions are discussed."""

    way: Way
    minutes: int
    sections: tuple[str, ...]
    blocks: tuple[MeetingBlock, ...]
    talks: int

    def of(self, kind: BlockKind) -> int:
        """Minutes of one kind of block, 0 without it."""
        return sum(block.minutes for block in self.blocks if block.kind == kind)

    @property
    def after_talks(self) -> int:
        """Seconds needed after the last talk."""
        return 60 * (self.of("commitments") + self.of("close"))

    @property
    def per_talk(self) -> int:
        """Seconds of one discussed question, with its first vote where that is given one by one."""
        return ONE_BY_ONE if self.way == "pillar" else DISCUSSED


@dataclass(frozen=True)
class Proposal:
    """A plan that would fit."""

    way: Way
    minutes: int
    sections: tuple[str, ...] = ()


class PlanRefused(RefusedInput):
    """The plan does not fit into its minutes; says why, and holds what would fit, the nearest first."""

    def __init__(self, message: str, proposals: Sequence[Proposal]) -> None:
        super().__init__(message)
        self.proposals = tuple(proposals)


def plan(instrument: Instrument, way: Way, minutes: int, sections: Sequence[str] = ()) -> Plan:
    """The meeting in blocks. `sections` are the pillars taken one by one (all when empty).

    Raises PlanRefused with the arithmetic and what would fit, RefusedInput for what is no plan.
    """
    if way not in get_args(Way) or minutes not in MINUTES:
        raise RefusedInput(_("A meeting can last from 15 minutes to 8 hours. Nothing was set up."))
    if not set(sections) <= {pillar.code for pillar in instrument.pillars}:
        raise RefusedInput(_("This section is not part of the assessment. Nothing was set up."))
    wanted = Proposal(way, minutes, tuple(sections))
    found = _fit(instrument, wanted)
    if found is None:
        fitting = list(_fitting(instrument, wanted))
        raise PlanRefused(" ".join([_reason(instrument, wanted), *_offer(instrument, fitting)]), fitting)
    return found


def asked(instrument: Instrument, way: Way, sections: Sequence[str] = ()) -> tuple[str, ...]:
    """The codes a room asks: all, those of the sections, or the key practices, in the order asked."""
    return tuple(practice.code for practice in _asked(instrument, way, sections))


def talks_that_fit(seconds: int, each: int = DISCUSSED) -> int:
    """How many questions can be discussed in `seconds`.

    >>> talks_that_fit(33 * 60), talks_that_fit(27 * 60), talks_that_fit(-1)
    (6, 5, 0)
    """
    return max(0, seconds // each)


def duration(seconds: int) -> str:
    """About how long, in words: “about two and a half hours”.

    >>> duration(25 * 369), duration(3_600), duration(37 * 60)
    ('about two and a half hours', 'about one hour', 'about 40 minutes')
    """
    if seconds < 55 * 60:
        return _("about {minutes} minutes").format(minutes=-(-seconds // 300) * 5)
    halves = max(2, (seconds + 900) // 1800)
    hours = in_words(halves // 2)
    if halves == 3:
        return _("about an hour and a half")
    if halves % 2:
        return _("about {hours} and a half hours").format(hours=hours)
    return _("about one hour") if halves == 2 else _("about {hours} hours").format(hours=hours)


MOST_IN_WORDS = 20
"""Above this, a count has no word."""


def in_words(number: int) -> str:
    """A count in words up to twenty, in digits above.

    >>> in_words(15), in_words(25)
    ('fifteen', '25')
    """
    words = _(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty"
    ).split()
    return words[number] if 0 <= number < len(words) else str(number)


def clock(seconds: int) -> str:
    """Minutes and seconds as on a watch.

    >>> clock(315)
    '5:15'
    """
    return f"{seconds // 60}:{seconds % 60:02d}"


def _asked(instrument: Instrument, way: Way, sections: Sequence[str]) -> list[Practice]:
    every = [
        p
        for pillar in instrument.pillars
        if way != "pillar" or not sections or pillar.code in sections
        for p in pillar.practices
    ]
    return [p for p in every if p.key] if way == "ten" else every


def _fit(instrument: Instrument, wanted: Proposal) -> Plan | None:
    way, minutes = wanted.way, wanted.minutes
    questions, close = len(_asked(instrument, way, wanted.sections)), MeetingBlock("close", CLOSE)
    if way == "pillar":
        talking = _minutes_up(questions * ONE_BY_ONE)
        blocks = [MeetingBlock("join", JOIN), MeetingBlock("talks", talking)]
        left = minutes - JOIN - talking - CLOSE
        if left < LEAST_COMMITMENTS:
            return None
        blocks += [MeetingBlock("commitments", left), close]
        return Plan(way, minutes, wanted.sections, tuple(blocks), questions)
    before = [MeetingBlock("join", JOIN)]
    if way == "ten":
        before.append(MeetingBlock("vote", _minutes_up(questions * FIRST_VOTE)))
    before.append(MeetingBlock("overview", OVERVIEW[way]))
    if minutes >= DECISIONS_FROM and instrument.decisions:
        before.append(MeetingBlock("decisions", DECISIONS))
    rest = minutes - sum(block.minutes for block in before) - CLOSE
    commitments = int(COMMITMENTS_SHARE * rest + 0.5)
    talks = min(talks_that_fit(60 * (rest - commitments)), questions)
    if rest <= 0 or talks < min(LEAST_TALKS, questions):
        return None
    talking = min(rest - commitments, _minutes_up(questions * DISCUSSED))
    ends = [MeetingBlock("talks", talking), MeetingBlock("commitments", rest - talking), close]
    return Plan(way, minutes, (), (*before, *ends), talks)


def _minutes_up(seconds: int) -> int:
    return -(-seconds // 60)


def _fitting(instrument: Instrument, wanted: Proposal) -> Iterator[Proposal]:
    """What would fit: the same minutes first, then the same way in the shortest meeting that holds it."""
    candidates = [Proposal("ten", wanted.minutes), Proposal("prepared", wanted.minutes)]
    if wanted.way == "pillar":
        chosen = wanted.sections or tuple(pillar.code for pillar in instrument.pillars)
        fewer = (Proposal("pillar", wanted.minutes, chosen[:n]) for n in range(len(chosen) - 1, 0, -1))
        candidates += [p for p in fewer if _fit(instrument, p)][:1]
    longer = (replace(wanted, minutes=m) for m in range(STEP, MINUTES.stop, STEP) if m > wanted.minutes)
    candidates += [p for p in longer if _fit(instrument, p)][:1]
    yield from (p for p in candidates if _fit(instrument, p))


def _reason(instrument: Instrument, wanted: Proposal) -> str:
    questions = len(_asked(instrument, wanted.way, wanted.sections))
    if wanted.way == "pillar":
        return _(
            "{questions} questions one by one need {need} ({questions} × {each}), plus {more} minutes to "
            "join, commit and close. This meeting has {minutes} minutes."
        ).format(
            questions=questions,
            need=duration(questions * ONE_BY_ONE),
            each=clock(ONE_BY_ONE),
            more=JOIN + LEAST_COMMITMENTS + CLOSE,
            minutes=wanted.minutes,
        )
    vote = _minutes_up(questions * FIRST_VOTE) if wanted.way == "ten" else 0
    return _(
        "Joining, voting, the overview and closing take {fixed} minutes, and each discussion {each}. "
        "{minutes} minutes is too short for two discussions and the commitments."
    ).format(fixed=JOIN + vote + OVERVIEW[wanted.way] + CLOSE, each=clock(DISCUSSED), minutes=wanted.minutes)


def _offer(instrument: Instrument, fitting: Sequence[Proposal]) -> Iterator[str]:
    if fitting:
        yield _("What fits: {plan}.").format(plan=_described(instrument, fitting[0]))


def _described(instrument: Instrument, proposal: Proposal) -> str:
    minutes, titles = proposal.minutes, {p.code: p.title for p in instrument.pillars}
    if proposal.way == "ten":
        questions = in_words(len(_asked(instrument, "ten", ())))
        return _("the {questions} key questions in {minutes} minutes").format(
            questions=questions, minutes=minutes
        )
    if proposal.way == "prepared":
        return _("everyone answers beforehand, and the meeting takes {minutes} minutes").format(
            minutes=minutes
        )
    sections = listed([titles[code] for code in proposal.sections or titles])
    return _("{sections} in {minutes} minutes").format(sections=sections, minutes=minutes)
