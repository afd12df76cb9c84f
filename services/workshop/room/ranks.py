"""What a room put in order, as everybody may see it: from the answers that were frozen when it was closed last.

Two looks at a live order could differ by one person, and its answers may change until the room is closed. So the
wall shows what results, documents and the file show: the last submission, and nothing before there is one.
"""

from assessment.answers.ranked import RANKED
from assessment.answers.records import Assessment
from assessment.privacy import Disclosure
from report.build.ranks import ranks_seen
from report.build.value import SEED
from report.model.ranks import RanksSeen
from services.core.installation import Installation
from storage.repositories import submissions


def frozen_ranks(inst: Installation, assessment_id: str) -> tuple[RanksSeen, ...]:
    """Outcomes and barriers as they may be shown; empty before a first result, and for one person alone."""
    with inst.database.reading() as unit:
        found = submissions.find_latest_submission(unit, assessment_id)
    if found is None:
        return ()
    assessment = Assessment.model_validate_json(found.assessment)
    disclosure = Disclosure.of(assessment)
    if assessment.single_view or not disclosure.team:
        return ()
    seen = (ranks_seen(inst.instrument, assessment, disclosure, kind, SEED) for kind in RANKED)
    return tuple(each for each in seen if each is not None)
