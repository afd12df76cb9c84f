"""Another instrument works by pointing at its folder: the bicycle shop is checked and scored."""

from assessment.instrument.bank import load_instrument
from scoring import conflicts, score
from tests.paths import TOY
from tests.toy import everyone


def test_the_bicycle_shop_is_scored_like_any_other_instrument() -> None:
    shop = load_instrument(TOY)
    assert [(p.code, p.role, p.weight, len(p.practices)) for p in shop.pillars] == [
        ("alpha", "gate", 0.5, 3),
        ("beta", "enabling", 0.5, 2),
    ]
    people = everyone(4, "number", shop)
    result = score(shop, people)
    assert (result.level, result.shown, result.index) == (4, 4, 75.0)
    assert conflicts(shop, result) == ()
