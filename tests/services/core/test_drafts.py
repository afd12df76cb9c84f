"""What is typed behind a button: kept for the browser it was typed in, until the button is pressed."""

import pytest

from assessment.answers.records import NOTE_LIMIT, Organisation
from assessment.errors import Frozen
from services.assessments import answering, owner
from services.core import browsers, identity
from services.core.drafts import find_draft, forget_drafts, keep_draft
from services.core.identity import Owned
from services.core.installation import Installation
from storage.db.database import Database
from tests.workshops import TODAY, an_address, an_installation

PLACE = "agree/ABC-1/note"


@pytest.fixture
def inst(database: Database) -> Installation:
    return an_installation(database)


def begun(inst: Installation, token: str) -> tuple[Owned, str]:
    started = answering.start(inst, token, Organisation(name="Kestrel"), "CEO", "business", TODAY)
    return started.owned, started.resume_code


def test_a_draft_is_there_until_it_is_forgotten_and_the_others_stay(inst: Installation, token: str) -> None:
    owned, _code = begun(inst, token)
    keep_draft(inst, token, owned, PLACE, "Seen at the", "")
    keep_draft(inst, token, owned, PLACE, "Seen at the counter", "")
    keep_draft(inst, token, owned, "agree/ABC-2/note", "Another", "")
    assert find_draft(inst, token, owned, PLACE) == "Seen at the counter"
    forget_drafts(inst, token, owned, PLACE)
    assert find_draft(inst, token, owned, PLACE) is None
    assert find_draft(inst, token, owned, "agree/ABC-2/note") == "Another"


def test_what_is_stored_anyway_is_no_draft_but_an_emptied_text_is_one(inst: Installation, token: str) -> None:
    owned, _code = begun(inst, token)
    keep_draft(inst, token, owned, PLACE, "", "Agreed before")
    assert find_draft(inst, token, owned, PLACE) == ""
    keep_draft(inst, token, owned, PLACE, "Agreed before", "Agreed before")
    assert find_draft(inst, token, owned, PLACE) is None


def test_no_other_browser_sees_it_and_a_new_token_of_the_same_one_does(
    inst: Installation, token: str
) -> None:
    owned, code = begun(inst, token)
    keep_draft(inst, token, owned, PLACE, "Seen at the counter", "")
    other = identity.new_token()
    theirs = identity.resume(inst, other, code, an_address())
    assert find_draft(inst, other, theirs, PLACE) is None
    later = browsers.successor(inst, token, browsers.new_nonce())
    browsers.hand_over(inst, token, later)
    assert find_draft(inst, later, owned, PLACE) == "Seen at the counter"


def test_the_drafts_of_a_removed_browser_are_gone(inst: Installation, token: str) -> None:
    owned, code = begun(inst, token)
    other = identity.new_token()
    theirs = identity.resume(inst, other, code, an_address())
    for one, mine in ((token, owned), (other, theirs)):
        keep_draft(inst, one, mine, PLACE, "Seen at the counter", "")
    browsers.revoke(inst, token, owned, identity.browser_id(inst, other))
    assert find_draft(inst, other, theirs, PLACE) is None
    assert find_draft(inst, token, owned, PLACE) == "Seen at the counter"


def test_a_closed_assessment_takes_no_draft_and_a_long_one_is_cut(inst: Installation, token: str) -> None:
    owned, _code = begun(inst, token)
    keep_draft(inst, token, owned, PLACE, "a" * 2 * NOTE_LIMIT, "")
    assert find_draft(inst, token, owned, PLACE) == "a" * NOTE_LIMIT
    owner.close(inst, owned)
    with pytest.raises(Frozen):
        keep_draft(inst, token, owned, PLACE, "Late", "")
