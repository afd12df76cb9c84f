"""The instrument and assessments of it as typed records (pydantic). Only the banks read files."""
