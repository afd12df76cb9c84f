"""One question in two tabs, on both databases: what one changes leaves what the other has changed."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assessment.answers.records import Organisation, Response
from assessment.errors import EditConflict, RefusedInput
from services.assessments import answering
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from storage.db.database import Database
from tests.workshops import TODAY, an_installation

CODE = "ABC-1"


@pytest.fixture
def inst(database: Database) -> Installation:
    return an_installation(database)


@pytest.fixture
def owned(inst: Installation) -> Owned:
    kestrel = Organisation(name="Kestrel Foods")
    return answering.start(inst, identity.new_token(), kestrel, "CEO", "business", TODAY).owned


def stored(inst: Installation, owned: Owned) -> Response:
    return answering.answers(inst, owned).responses[CODE]


def test_a_note_of_one_tab_and_a_level_of_the_other_are_both_kept(inst: Installation, owned: Owned) -> None:
    answering.change_answer(inst, owned, CODE, level=3, backing="document")
    seen = stored(inst, owned).model_dump()
    answering.change_answer(inst, owned, CODE, note="Since May", seen={"note": seen["note"]})
    answering.change_answer(inst, owned, CODE, level=4, seen={"level": seen["level"]})
    assert stored(inst, owned) == Response(level=4, backing="document", note="Since May")


def test_tabs_that_store_at_the_same_moment_lose_nothing(inst: Installation, owned: Owned) -> None:
    answering.change_answer(inst, owned, CODE, level=3)
    for turn in range(10):
        changes = (
            {"level": 3 + turn % 3},
            {"note": f"Note {turn}"},
            {"backing": ("document", "number")[turn % 2]},
        )
        with ThreadPoolExecutor(3) as tabs:
            list(tabs.map(lambda change: answering.change_answer(inst, owned, CODE, **change), changes))
        kept = stored(inst, owned).model_dump()
        assert kept.items() >= {name: value for change in changes for name, value in change.items()}.items()


def test_what_the_other_tab_has_changed_since_is_not_overwritten(inst: Installation, owned: Owned) -> None:
    answering.change_answer(inst, owned, CODE, level=3, note="Since May")
    answering.change_answer(inst, owned, CODE, level=4, note="Since June")
    words = r"“level” to 4\. Yours was not stored: 2"
    with pytest.raises(EditConflict, match=words):
        answering.change_answer(inst, owned, CODE, level=2, seen={"level": 3})
    with pytest.raises(EditConflict, match="“note” to “Since June”"):
        answering.change_answer(inst, owned, CODE, note="", seen={"note": "Since May"})
    with pytest.raises(EditConflict, match="“level” to 4"):
        answering.change_answer(inst, owned, CODE, kind="dont_know", seen={"level": 3})
    assert stored(inst, owned) == Response(level=4, note="Since June")


def test_an_answer_keeps_what_goes_with_its_kind(inst: Installation, owned: Owned) -> None:
    answering.change_answer(inst, owned, CODE, level=4, backing="number", note="Since May")
    answering.change_answer(inst, owned, CODE, level=2)
    assert stored(inst, owned) == Response(level=2, note="Since May")
    answering.change_answer(inst, owned, CODE, kind="dont_know")
    assert stored(inst, owned) == Response(kind="dont_know", note="Since May")
    answering.change_answer(inst, owned, CODE, note=None)
    assert stored(inst, owned) == Response(kind="dont_know")
    answering.change_answer(inst, owned, CODE, level=3)
    assert stored(inst, owned) == Response(level=3)
    with pytest.raises(RefusedInput):
        answering.change_answer(inst, owned, "ABC-2", note="Of no answer")
