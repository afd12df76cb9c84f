"""What an edition says of how to choose is with its questions; an edition that says nothing has none of it."""

import json
from datetime import date

from sqlalchemy import text

from services.assessments import answering, files
from services.core import identity
from services.core.installation import Installation
from tests import paths
from tests.texts import real_instrument
from tests.ui.visit import Visit, set_up

TODAY = date(2026, 11, 22)
ASKED = real_instrument()
REASON = ASKED.practices["VAL-4"].na_reason


def test_the_rule_the_window_and_what_nothing_means_are_with_the_question(real: Installation) -> None:
    visit = set_up()
    for words in (ASKED.rule, ASKED.window, ASKED.nothing_yet):
        assert words
        assert words in visit.text


def test_words_are_explained_at_the_question_that_uses_them(real: Installation) -> None:
    visit = set_up()
    main = ASKED.definitions[0]
    assert main.meaning not in visit.text
    visit.press("3 One list")
    assert f"“{main.term}”: {main.meaning}" in visit.text


def test_not_due_yet_is_one_tap(real: Installation) -> None:
    visit = set_up()
    visit.press("Value")
    visit.press("4 How a pilot")
    assert REASON
    visit.press(REASON)
    owned = identity.current_assessment(real, visit.token)
    assert owned is not None
    given = answering.answers(real, owned).responses["VAL-4"]
    assert (given.kind, given.reason) == ("not_applicable", REASON)
    assert visit.chosen == [REASON]
    assert "Why does it not apply?" not in visit.text


def test_an_assessment_of_the_earlier_edition_looks_as_it_did(real: Installation) -> None:
    token = identity.new_token()
    data = json.loads((paths.DATA / "example" / "northgate-earlier.json").read_text(encoding="utf-8"))
    data |= {"respondents": data["respondents"][:1], "agreed": {}}
    owned = files.import_file(real, token, json.dumps(data).encode(), TODAY).owned
    visit = Visit(token, "governance")
    earlier = real.asked(owned).practices["GOV-1"]
    assert visit.heading in (earlier.stem, earlier.stem_technology)
    assert earlier.situation(3) in visit.text
    assert ASKED.rule
    assert ASKED.rule not in visit.text


def test_answers_of_an_edition_that_is_not_here_are_named_and_the_way_home_is_open(
    real: Installation,
) -> None:
    visit = set_up()
    with real.database.altering() as connection:
        connection.execute(text("UPDATE assessment_session SET edition = '2031.1'"))
    visit.run()
    assert (
        "These answers belong to edition 2031.1, which is not installed. Installed: 2026.1 and 2026.2."
        in visit.text
    )
    home = Visit(visit.token)
    assert "Continue: Kestrel Cycles, edition 2031.1, which is not installed" in " ".join(home.buttons)
    assert not home.app.exception
