"""Laws are about results, not about how busy the machine is: no deadline, no complaint about slow drawing."""

from hypothesis import HealthCheck, settings

settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")
