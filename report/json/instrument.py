"""The instrument as `instrument show --json` prints it: the shape that outside checks read."""

from typing import Any

from assessment.instrument.model import Instrument, Pillar, Practice

PRACTICE = (
    *("code", "title", "stem", "stem_technology", "why", "key", "predict", "scaling", "na_allowed", "weight"),
    *("levels", "evidence", "discussion", "requires", "moves", "crosswalk", "sources"),
)
MOVE = ("to", "title", "steps", "effort", "weeks", "lead", "supporting", "kpi", "evidence", "class")


def instrument_json(instrument: Instrument) -> dict[str, Any]:
    """The instrument as JSON-ready data, exactly the fields of `docs/interchange.md`."""
    return {"edition": instrument.edition, "pillars": [_pillar(pillar) for pillar in instrument.pillars]}


def _pillar(pillar: Pillar) -> dict[str, Any]:
    own = {name: getattr(pillar, name) for name in ("code", "title", "role", "weight")}
    return own | {"practices": [_practice(practice) for practice in pillar.practices]}


def _practice(practice: Practice) -> dict[str, Any]:
    data = practice.model_dump(mode="json", by_alias=True)
    for move, own in zip(data["moves"], practice.moves, strict=True):
        move["effort"] = own.effort
    data["moves"] = [{name: move[name] for name in MOVE} for move in data["moves"]]
    return {name: data[name] for name in PRACTICE}
