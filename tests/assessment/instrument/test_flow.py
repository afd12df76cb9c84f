"""The five flow metrics and the value-stream map have their names in the moves they belong to, each with its source."""

import pytest

from assessment.instrument.bank import load_instrument
from tests import texts
from tests.paths import SHIPPED

BELONGS = {
    "flow_time": "OPS-2",
    "flow_velocity": "OPS-2",
    "flow_efficiency": "VAL-5",
    "flow_load": "STR-4",
    "flow_distribution": "STR-4",
}
INSTRUMENT = load_instrument(SHIPPED)


def told(code: str) -> str:
    """The moves of a practice, in one text."""
    return " ".join(move.model_dump_json() for move in INSTRUMENT.practices[code].moves).lower()


def test_every_flow_metric_is_in_a_move_under_the_name_the_portfolio_gives_it() -> None:
    metrics = {metric.code: metric.title.lower() for metric in texts.governance().portfolio.metrics}
    assert set(metrics) == set(BELONGS)
    for code, practice in BELONGS.items():
        assert metrics[code] in told(practice), code


@pytest.mark.parametrize("practice", sorted({*BELONGS.values(), "STR-5"}))
def test_a_practice_with_a_flow_metric_names_where_it_comes_from(practice: str) -> None:
    (source,) = [found.id for found in INSTRUMENT.sources if "flow metrics" in found.citation]
    assert source in INSTRUMENT.practices[practice].sources


def test_the_value_stream_map_is_drawn_in_a_move_and_the_review_that_reads_it_has_its_kind_of_forum() -> None:
    assert "value-stream map" in told("VAL-5")
    reviews = {kind.title.lower(): kind for kind in texts.governance().forums.kinds}
    assert "run a value-stream review every six weeks for 45 minutes" in told("STR-5")
    review = reviews["value-stream review"]
    assert (review.weeks, review.minutes) == (6, 45)
    assert "run a portfolio review on the first tuesday of each quarter" in told("STR-3")
    assert (reviews["portfolio review"].weeks, reviews["portfolio review"].minutes) == (13, 90)
