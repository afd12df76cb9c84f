"""Renderers of a report: PDF, calendar and terminal. They import `report` and nothing above it."""
