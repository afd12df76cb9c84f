"""The browsers that can open the assessment, in the owner's room; and what a planted token is worth."""

import pytest

from assessment.answers.records import Assessment
from services.core import browsers, identity
from services.core.browsers import note_visit
from services.core.identity import Owned
from services.core.installation import Installation
from storage.repositories.records import load_assessment
from tests.ui.filled import answered, everywhere, owned_by
from tests.ui.visit import Visit, set_up


@pytest.fixture
def owner(inst: Installation) -> Visit:
    visit = answered(inst, everywhere(3))
    visit.open("owner")
    return visit


def stored(inst: Installation, owner: Visit) -> tuple[Owned, Assessment]:
    """All that the assessment consists of."""
    owned = owned_by(inst, owner)
    with inst.database.reading() as unit:
        return owned, load_assessment(unit, owned.assessment_id)


def colleague(inst: Installation, owner: Visit) -> Visit:
    """A second browser that came in by the resume code."""
    code = identity.issue_resume_code(inst, owner.token, owned_by(inst, owner).assessment_id)
    visit = Visit(screen="resume")
    visit.type("Resume code", code)
    visit.press("Come back")
    note_visit(inst, visit.token, "Firefox/Mac")
    return visit


def removed(inst: Installation, owner: Visit, *others: Visit) -> None:
    """The owner takes these browsers off the list."""
    for other in others:
        browsers.revoke(inst, owner.token, owned_by(inst, owner), identity.browser_id(inst, other.token))


def test_this_browser_is_on_the_list_and_cannot_remove_itself(owner: Visit) -> None:
    assert "Browsers with access" in owner.text
    assert "This browser" in owner.text
    assert not [words for words in owner.buttons if words.startswith("Remove")]


def test_another_browser_is_named_and_taken_off_the_list(inst: Installation, owner: Visit) -> None:
    other = colleague(inst, owner)
    other.open("results")
    owner.run()
    assert "Firefox on Mac" in owner.text
    assert "Last used on" in owner.text
    owner.press("Remove Firefox on Mac")
    assert "Firefox on Mac no longer has access." in owner.text
    assert "Remove Firefox on Mac" not in owner.buttons
    other.run()
    assert other.heading == "No assessment is open in this browser"
    start = Visit(other.token)
    assert not [words for words in start.buttons if words.startswith("Continue")]
    assert identity.list_owned(inst, other.token) == ()


@pytest.mark.parametrize(
    ("screen", "button"),
    [
        ("owner", "Close the assessment"),
        ("beta", "4"),
        ("check", "See your results"),
    ],
)
def test_the_open_screen_of_a_removed_browser_changes_nothing(
    inst: Installation, owner: Visit, screen: str, button: str
) -> None:
    other = colleague(inst, owner)
    other.open(screen)
    removed(inst, owner, other)
    before = stored(inst, owner)
    other.press(button)
    assert stored(inst, owner) == before
    assert other.heading == "No assessment is open in this browser"


def test_a_removed_browser_neither_deletes_nor_begins_again(inst: Installation, owner: Visit) -> None:
    owner.open("check")
    owner.press("See your results")
    deleting, again = colleague(inst, owner), colleague(inst, owner)
    deleting.open("owner")
    again.open("results")
    removed(inst, owner, deleting, again)
    before = stored(inst, owner)
    deleting.type("Organisation name", "Kestrel Cycles")
    deleting.press("Delete for good")
    again.press("Assess again")
    assert stored(inst, owner) == before
    assert not identity.list_owned(inst, again.token)


def test_who_was_removed_comes_back_with_a_code(inst: Installation, owner: Visit) -> None:
    other = colleague(inst, owner)
    owner.run()
    owner.press("Remove Firefox on Mac")
    again = colleague(inst, owner)
    assert identity.current_assessment(inst, again.token) is not None
    assert identity.list_owned(inst, other.token) == ()


def test_beginning_gives_nothing_to_a_token_that_was_planted(inst: Installation) -> None:
    planted = identity.new_token()
    visit = Visit(planted, screen="setup")
    visit.app.text_input[0].set_value("Kestrel Cycles")
    visit.press("Create the assessment")
    visit.press("Continue")
    assert visit.token != planted
    assert owned_by(inst, visit).organisation == "Kestrel Cycles"
    assert identity.list_owned(inst, planted) == ()


def test_coming_back_gives_nothing_to_a_token_that_was_planted(inst: Installation, owner: Visit) -> None:
    code = identity.issue_resume_code(inst, owner.token, owned_by(inst, owner).assessment_id)
    planted = identity.new_token()
    visit = Visit(planted, screen="resume")
    visit.type("Resume code", "AAAA-BBBB-CCCC")
    visit.press("Come back")
    assert visit.token == planted, "a wrong code changes nothing"
    visit.type("Resume code", code)
    visit.press("Come back")
    assert owned_by(inst, visit) == owned_by(inst, owner)
    assert identity.list_owned(inst, planted) == ()


def test_the_next_screens_fetch_the_cookie(inst: Installation) -> None:
    visit = set_up()
    fetched = [block.value for block in visit.app.html if 'src="/device/' in block.value]
    assert len(fetched) == 1
    before = fetched[0]
    visit.run()
    (after,) = [block.value for block in visit.app.html if 'src="/device/' in block.value]
    assert after != before, "asked for again, in case the first did not arrive"
    nonce = after.partition("/device/")[2].partition("?")[0]
    assert visit.token not in after
    assert (
        browsers.take_up(inst, f"{identity.browser_id(inst, visit.token)}.{'x' * 32}", nonce, "")
        == visit.token
    )
