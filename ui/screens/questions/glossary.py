"""Words of a question that business and technology read differently."""

import re
from collections.abc import Sequence

from assessment.instrument.model import GlossaryEntry, Instrument, Practice


def words_in(instrument: Instrument, practice: Practice) -> Sequence[GlossaryEntry]:
    """The glossary's words that occur in the question, in the order of the glossary."""
    texts = " ".join((practice.stem, practice.stem_technology, *practice.levels)).lower()
    return [
        entry
        for entry in instrument.glossary
        if any(re.search(rf"\b{re.escape(form.lower())}\b", texts) for form in entry.forms)
    ]
