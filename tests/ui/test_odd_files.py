"""A file that keeps every rule and is as odd as the rules allow: every screen of the plan draws it."""

import pytest

from services.assessments import files
from services.core.installation import Installation
from tests.odd_files import odd_file
from tests.reports import AS_OF
from tests.ui.visit import Visit

SCREENS = (
    "plan",
    "plan-value",
    "plan-roadmap",
    "plan-owners",
    "plan-governance",
    "decisions",
    "progress",
    "results",
)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_draws_what_the_rules_allow(real: Installation, screen: str) -> None:
    visit = Visit()
    files.import_file(real, visit.token, odd_file(), AS_OF)
    visit.open(screen)
    for part in ("risk", "forum", "standards") if screen == "plan-governance" else ():
        visit.choose("Look at", part)
        if "Edit the charter" in visit.buttons:
            visit.press("Edit the charter")
    assert visit.heading
    assert "<b onclick" not in "".join(block.value for block in visit.app.html)
