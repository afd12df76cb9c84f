"""Who tapped a moment ago is known without asking, for a while and not for ever."""

import pytest

from assessment.errors import NotFound
from services.joining import Participant
from web.phone.known import MOST, SECONDS, Known

ANN = Participant("a", "r1", "Kestrel Foods", "team", "CEO", "business", None)


class Asked:
    """Answers who somebody is and counts how often."""

    def __init__(self) -> None:
        self.times, self.now = 0, 0.0

    def __call__(self) -> Participant:
        self.times += 1
        return ANN


def test_a_browser_is_asked_about_once_in_a_while() -> None:
    asked = Asked()
    known = Known(lambda: asked.now)
    assert [known.find_or_ask("t", asked) for _ in range(3)] == [ANN] * 3
    assert asked.times == 1
    asked.now = SECONDS
    known.find_or_ask("t", asked)
    assert asked.times == 2
    known.forget("t")
    known.find_or_ask("t", asked)
    assert asked.times == 3


def test_nobody_is_never_remembered() -> None:
    def nobody() -> Participant:
        raise NotFound("Nobody.")

    known = Known()
    with pytest.raises(NotFound):
        known.find_or_ask("t", nobody)
    assert known.find_or_ask("t", Asked()) == ANN


def test_the_browser_met_longest_ago_is_forgotten_first() -> None:
    known, first, last = Known(), Asked(), Asked()
    known.find_or_ask("first", first)
    for number in range(MOST):
        known.find_or_ask(str(number), last)
    known.find_or_ask("first", first)
    known.find_or_ask(str(MOST - 1), last)
    assert (first.times, last.times) == (2, MOST)
