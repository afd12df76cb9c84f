"""Long pages say where to find what, and every such link leads to a heading of that page."""

import re

import pytest

from services.assessments import example
from services.core.installation import Installation
from tests.reports import AS_OF
from tests.ui.filled import answered, everywhere
from tests.ui.visit import Visit

LONG = {"results": 6, "plan-roadmap": 4, "plan-value": 5, "method": 11}
"""Long pages and how many headings each links in the finished example."""


def markup(visit: Visit) -> str:
    return "".join(block.value for block in visit.app.html)


def links(visit: Visit) -> set[str]:
    return set(re.findall(r'href="#([\w-]+)"', markup(visit))) - {"content"}


def targets(visit: Visit) -> set[str]:
    return set(re.findall(r'id="([\w-]+)"', markup(visit)))


@pytest.mark.parametrize("screen", LONG)
def test_every_link_of_the_finished_example_leads_to_a_heading(real: Installation, screen: str) -> None:
    visit = Visit()
    example.open_example(real, visit.token, AS_OF)
    visit.open(screen)
    assert len(links(visit)) == LONG[screen]
    assert links(visit) <= targets(visit)


@pytest.mark.parametrize("screen", LONG)
def test_what_is_not_there_yet_is_not_linked(inst: Installation, screen: str) -> None:
    visit = answered(inst, everywhere(2))
    visit.open(screen)
    assert links(visit) <= targets(visit)
    bare = Visit(screen="method")
    assert links(bare) <= targets(bare)
