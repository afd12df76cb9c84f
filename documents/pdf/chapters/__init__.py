"""The chapters of the playbook, one module each."""
