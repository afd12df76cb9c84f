"""Chapters of the playbook as Word files, to edit and sign."""
