"""Use cases: one function per thing a person does. Opens the unit of work and calls the other rooms."""
