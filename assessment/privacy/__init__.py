"""Disclosure control: the one place that decides what may be shown of people's answers, and when it may change.

`disclosure`: which groups; `pictures`: the votes on a question, shown again; `freezing`: what is published again.
Wall, console, phones and counters ask by way of `services.workshop.room`, results, documents and JSON by way of
`report.build`. The assumed attackers (method, section 2.9): somebody in the room who has seen everything shown at
every moment, and somebody outside who has everything that was published.
"""

from assessment.privacy.disclosure import WITHHELD, Disclosure, room_disclosure

__all__ = ["WITHHELD", "Disclosure", "room_disclosure"]
