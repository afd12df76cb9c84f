"""The findings of the playbook, one page each: the finding as title, one graphic, what follows from it."""
