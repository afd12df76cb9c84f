"""Random rooms give nothing away; the leaks there once were are found when they are planted.

PLUMBLINE_ATTACKER_ROOMS=2000 plays as many rooms; without it a few, always the same.
"""

import os

import pytest

from tests.attacker.leaks import PLANTED, planted
from tests.attacker.rooms import play, play_one

ROOMS = int(os.environ.get("PLUMBLINE_ATTACKER_ROOMS", "6"))
SEED = 1
ENOUGH = 80
"""A planted leak shows within so many rooms."""


def test_an_attacker_who_keeps_everything_learns_nobodys_answer() -> None:
    counts = play(ROOMS, SEED)
    assert not counts.leaks, f"rooms {counts.where} of seed {SEED}: {dict(counts.leaks)}"
    assert counts.pairs > counts.rooms, "hardly anything was there to compare"


def test_the_judge_knows_what_the_wall_showed_only_in_passing() -> None:
    room = play_one(SEED, 1677)
    assert not room.evidence.leaks, room.evidence.leaks


@pytest.mark.parametrize("leak", PLANTED)
def test_a_planted_leak_is_found(leak: str) -> None:
    with planted(leak) as (kinds, first):
        counts = play(ENOUGH, SEED, first=first, until=kinds)
    assert kinds & counts.leaks.keys(), counts
