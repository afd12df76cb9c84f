"""Leaks to be planted: each undoes one rule, so that the attacker has to find what follows."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest

from assessment.privacy import Disclosure, freezing, pictures
from assessment.workshop.room import Room
from services.workshop.room import frozen, ranks

Plant = Callable[[pytest.MonkeyPatch], None]


def counter_by_side(patch: pytest.MonkeyPatch) -> None:
    """Who has voted again is counted by side."""
    patch.setattr(Disclosure, "counted_by_side", lambda self, **_shown: self.sides)


def picture_of_one_who_moved(patch: pytest.MonkeyPatch) -> None:
    """A picture is drawn again when a single vote has changed."""
    patch.setattr(Disclosure, "far_enough", lambda *_people, **_by_side: True)


def picture_of_the_first_to_tap(patch: pytest.MonkeyPatch) -> None:
    """A group that had not all voted is shown like any other."""
    crowd = Disclosure.crowd
    patch.setattr(Disclosure, "crowd", lambda self, answers, **_early: crowd(self, answers, early=False))


def late_vote(patch: pytest.MonkeyPatch) -> None:
    """The vote of one who came late is in the next picture that may change."""
    patch.setattr(pictures, "_without_few_late", lambda now, _shown, _disclosure: (now, set()))
    patch.setattr(
        pictures, "_far", lambda now, then, *_who, **_by_side: len(pictures.changed(then, now)) != 1
    )


def removed_vote(patch: pytest.MonkeyPatch) -> None:
    """Somebody taken out after a picture takes the vote along."""
    patch.setattr(Room, "shown_anything", False)


def single_comments(patch: pytest.MonkeyPatch) -> None:
    """What people wrote beside their answers is printed as it comes."""
    patch.setattr(Disclosure, "answers", True)


def one_new_answer(patch: pytest.MonkeyPatch) -> None:
    """A result made again rests on everything that was said since."""
    patch.setattr(frozen, "frozen", lambda now, *_before: now)


def order_of_one(patch: pytest.MonkeyPatch) -> None:
    """Orders made again hold what one person changed."""
    enough = freezing._enough
    patch.setattr(freezing, "_enough", lambda *given: given[-1] in freezing.RANKED or enough(*given))


def order_forgotten_by_the_wall(patch: pytest.MonkeyPatch) -> None:
    """What the wall showed of the orders is not kept."""
    patch.setattr(frozen, "load_orders", lambda *_room: [])
    patch.setattr(frozen, "shown_orders", frozen.load_assessment)
    patch.setattr(ranks, "shown_orders", frozen.load_assessment)


def orders_of_two_moments(patch: pytest.MonkeyPatch) -> None:
    """Orders that stay as they were shown mix with what technology says now."""
    kept = freezing._with
    patch.setattr(
        freezing,
        "_with",
        lambda person, kind, *then: (
            person if kind in freezing.RANKED and person.camp == "technology" else kept(person, kind, *then)
        ),
    )


PLANTED: Mapping[str, tuple[Plant, frozenset[str], int]] = {
    "the counter by side": (counter_by_side, frozenset({"counter"}), 0),
    "a second picture that differs by one person": (picture_of_one_who_moved, frozenset({"difference"}), 0),
    "a reveal of who was first to tap": (picture_of_the_first_to_tap, frozenset({"group", "side"}), 4),
    "a late vote": (late_vote, frozenset({"difference"}), 0),
    "a removed vote": (removed_vote, frozenset({"difference"}), 9),
    "single comments": (single_comments, frozenset({"comment"}), 0),
    "an order changed by one person": (
        order_of_one,
        frozenset({"difference", "difference by side"}),
        0,
    ),
    "orders that follow every tap": (
        order_forgotten_by_the_wall,
        frozenset({"difference", "difference by side"}),
        0,
    ),
    "orders of two moments": (orders_of_two_moments, frozenset({"invented"}), 27),
    "a result after one new answer": (one_new_answer, frozenset({"difference", "invented"}), 32),
}


@contextmanager
def planted(leak: str) -> Iterator[tuple[frozenset[str], int]]:
    """Plants a leak for a while; gives the kinds that it shows as, and a room shortly before it does."""
    plant, kinds, first = PLANTED[leak]
    with pytest.MonkeyPatch.context() as patch:
        plant(patch)
        yield kinds, first
