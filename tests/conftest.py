"""For all tests: laws are about results, not about how busy the machine is.

In CI the examples are drawn the same way every time, so that a red run can be repeated; at a desk
they are new every time, which is where new counterexamples are found.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.load_profile("laws")
