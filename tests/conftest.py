"""For all tests: fixtures of databases and installations, and laws that do not mind a busy machine.

In CI the examples are drawn the same way every time, so that a red run can be repeated; at a desk
they are new every time, which is where new counterexamples are found.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

pytest_plugins = ["tests.databases", "tests.installations"]

settings.register_profile(
    "laws",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.register_profile(
    "mutants",
    settings.get_profile("laws"),
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # any counterexample kills a mutant, not only the smallest
)
settings.load_profile("laws")
SLOW = ("load", "browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that at the end no worker waits for another's long file."""
    items.sort(key=lambda item: not set(SLOW) & set(item.path.parts))
