"""Sentences of the finding pages of the playbook."""
