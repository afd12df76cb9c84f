"""What an owner decides: documents' looks, retention, and what is refused."""

import io
from datetime import date

import pytest
from PIL import Image

from assessment.errors import RefusedInput
from services.assessments import owner
from services.assessments.answering import Started
from services.core import preferences
from services.core.installation import Installation
from services.plan import decisions
from storage.repositories import presentation
from tests import prepare
from tests.toy import toy_instrument


def picture(kind: str, size: tuple[int, int] = (300, 100)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#0F5C7A").save(out, kind)
    return out.getvalue()


def test_preferences_are_kept(inst: Installation, started: Started) -> None:
    owner.save_preferences(inst, started.owned, confidentiality="  For the\nboard ", paper="letter")
    owner.save_keep_until(inst, started.owned, date(2027, 6, 30))
    found = owner.settings_of(inst, started.owned)
    assert found == preferences.Preferences("For the board", "letter", date(2027, 6, 30), logo=False)


def test_a_line_that_is_too_long_is_refused_and_the_earlier_one_stays(
    inst: Installation, started: Started
) -> None:
    owner.save_preferences(inst, started.owned, confidentiality="Board only", paper="a4")
    with pytest.raises(RefusedInput):
        owner.save_preferences(inst, started.owned, confidentiality="x" * 121, paper="a4")
    assert owner.settings_of(inst, started.owned).confidentiality == "Board only"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_stored_as_a_small_png_of_our_own_making(
    inst: Installation, started: Started, kind: str
) -> None:
    raw = picture(kind, (2_400, 800))
    owner.save_logo(inst, started.owned, raw)
    with inst.database.reading() as unit:
        stored = presentation.find_logo(unit, started.owned.assessment_id)
    assert stored is not None
    with Image.open(io.BytesIO(stored.image)) as image:
        assert image.format == "PNG"
        assert image.width <= 1_200
    owner.save_logo(inst, started.owned, None)
    assert not owner.settings_of(inst, started.owned).logo


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not a picture",
        picture("PNG")[:60],
        picture("GIF"),
        b"\x89PNG" + b"0" * 1_000_001,
        picture("PNG", (4_001, 2)),
    ],
    ids=["empty", "text", "truncated", "gif", "too heavy", "too wide"],
)
def test_what_is_not_a_usable_picture_is_refused(inst: Installation, started: Started, raw: bytes) -> None:
    with pytest.raises(RefusedInput):
        owner.save_logo(inst, started.owned, raw)
    assert not owner.settings_of(inst, started.owned).logo


def test_the_pilot_register_keeps_its_lines_and_drops_empty_ones(
    inst: Installation, started: Started
) -> None:
    rows = [
        {"name": "Quote assistant", "owner": "CSO", "stage": "pilot", "monthly_cost": 1200},
        {"name": None, "stage": "idea"},
        {"name": "Shift planner", "metric": "hours", "stage": "live", "monthly_cost": None},
    ]
    prepare.initiatives(inst, started.owned, rows)
    assert [i.name for i in decisions.initiatives_of(inst, started.owned)] == [
        "Quote assistant",
        "Shift planner",
    ]


def test_a_line_that_cannot_be_kept_is_named_and_the_register_stays_as_it_was(
    inst: Installation, started: Started
) -> None:
    prepare.initiatives(inst, started.owned, [{"name": "One", "stage": "idea"}])
    bad = [{"name": "One"}, {"name": "Two", "monthly_cost": -5.0}]
    with pytest.raises(RefusedInput, match=r"Line 2.*monthly cost"):
        prepare.initiatives(inst, started.owned, bad)
    with pytest.raises(RefusedInput, match=r"Line 1.*name"):
        prepare.initiatives(inst, started.owned, [{"metric": "hours"}])
    assert [i.name for i in decisions.initiatives_of(inst, started.owned)] == ["One"]


def test_an_edition_without_barriers_takes_none() -> None:
    asks_none = toy_instrument().model_copy(update={"barriers": []})
    with pytest.raises(RefusedInput, match="does not ask for this order"):
        decisions.check_ranking(asks_none, "barriers", [])
    decisions.check_ranking(toy_instrument(), "barriers", ["price", "dust"])
    with pytest.raises(RefusedInput, match="could not be read"):
        decisions.check_ranking(toy_instrument(), "barriers", ["order"])


def test_only_offered_roles_and_outcomes_are_stored(inst: Installation, started: Started) -> None:
    decisions.save_decision(inst, started.owned, "fund", "nobody")
    decisions.save_ranking(inst, started.owned, "ranking", ["risk", "cost"])
    for decision, role in (("fund", "wizard"), ("paint", "CEO")):
        with pytest.raises(RefusedInput):
            decisions.save_decision(inst, started.owned, decision, role)
    for outcomes in (["risk", "risk"], ["fame"]):
        with pytest.raises(RefusedInput):
            decisions.save_ranking(inst, started.owned, "ranking", outcomes)
