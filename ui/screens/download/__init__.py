"""The playbook: choice, appearance, download."""
