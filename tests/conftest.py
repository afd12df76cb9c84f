"""For all tests: laws are about results, not about how busy the machine is.

In CI the examples are drawn the same way every time, so that a red run can be repeated; at a desk
they are new every time, which is where new counterexamples are found. A journey in a real browser and a room
under load run once more when they fail, and the summary names them ("R"): two cores shared with
others lose a tap now and then. What fails twice is a fault.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.load_profile("laws")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("browser") or "load" in item.path.parts:
            item.add_marker(pytest.mark.flaky(reruns=1))
