"""Progress in a real browser: the example’s look back, a commitment answered, and assessing again."""

import pytest

from services.core.installation import Installation
from services.plan import commitments
from tests.browser.axe import grave_findings
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Someone
from tests.browser.prepared import mixed, prepare
from tests.browser.watch import lines

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"phone": True}], ids=["dark", "phone"])
def test_the_example_looks_back_and_a_commitment_is_answered(
    someone: Someone, look: dict[str, object]
) -> None:
    person = someone(**look)
    person.opens_the_example()
    person.goes("progress")
    person.sees(person.heading("Progress"), person.heading("One commitment is due or open", 2))
    person.sees(person.heading("Of ten practices compared, four are described higher", 2))
    person.sees_text("Other questions: not compared")
    chart = person.page.get_by_label(
        "Strategy, index from 0 to 100: 25 then, 40 now; other questions: not compared."
    )
    person.sees(chart.first)
    assert not lines(grave_findings(person.page))
    assert not too_wide(person.page)
    assert not too_small(person.page)
    person.taps(person.button("Late"))
    person.sees(person.button("Save the new date"))
    person.arrives("Progress")
    person.taps(person.button("Save the new date"))
    person.sees_saved()
    person.sees(person.heading("Commitments", 2))
    person.goes("progress")
    person.sees(person.heading("Commitments", 2))


def test_at_320_pixels_nothing_scrolls_sideways(someone: Someone) -> None:
    person = someone(viewport={"width": 320, "height": 640})
    person.opens_the_example()
    person.goes("progress")
    person.sees(person.heading("Of ten practices compared, four are described higher", 2))
    assert not too_wide(person.page)


def test_assessing_again_begins_with_the_commitments(someone: Someone, installation: Installation) -> None:
    made = prepare(installation, mixed, activity=3, submitted=True)
    commitments.add_commitment(installation, made.owned, {"move": "OWN-1:3", "owner": "CIO"})
    person = someone(token=made.token)
    person.goes("owner")
    person.taps(person.button("Assess again"))
    person.reads_code()
    person.taps(person.button("Continue"))
    person.sees(person.heading("One commitment is due or open", 2))
    person.taps(person.button("Given up"))
    person.sees_text("Of one commitment: none kept, none late, one given up.")
    person.taps(person.link("Answer the questions"))
    person.sees_question(person.asked[0])
    person.answers(person.asked[0], 3)
    person.goes("results")
    person.sees(person.heading(""))
