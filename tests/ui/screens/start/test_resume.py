"""Coming back: with a code, or with a file."""

import json
from datetime import date

import pytest

from services.core import identity
from services.core.installation import Installation
from services.reports.documents import build_document
from tests.ui.visit import Visit, set_up


def test_a_code_leads_to_the_question_where_one_was(inst: Installation) -> None:
    earlier = set_up()
    earlier.press("4")
    earlier.press("Next")
    (owned,) = identity.list_owned(inst, earlier.token)
    code = identity.issue_resume_code(inst, earlier.token, owned.assessment_id)
    visit = Visit(screen="resume")
    visit.type("Resume code", code)
    visit.press("Come back")
    assert visit.heading == "When does a customer learn the price of a repair?"
    visit.press("Back")
    assert visit.chosen == ["4 Every ticket has a day, and missed days are counted each Friday."]


@pytest.mark.parametrize("code", ["", "AAAA-BBBB-CCCC", "<script>alert(1)</script>"])
def test_a_wrong_code_opens_nothing_and_says_so(inst: Installation, code: str) -> None:
    visit = Visit(screen="resume")
    visit.type("Resume code", code)
    visit.press("Come back")
    assert "does not work" in visit.text
    assert visit.heading == "Come back"


def test_a_file_opens_as_an_assessment_of_ones_own(inst: Installation) -> None:
    earlier = set_up("Kestrel Cycles")
    earlier.press("3")
    (owned,) = identity.list_owned(inst, earlier.token)
    exported = build_document(inst, earlier.token, owned.assessment_id, date(2026, 11, 22), "export").content
    visit = Visit(screen="resume")
    before = visit.token
    visit.app.file_uploader[0].upload("kestrel.json", exported, "application/json")
    visit.run()
    visit.press("Open this file")
    assert visit.heading == "Write down this code"
    assert visit.token != before, "a new right comes with a new token"
    visit.press("Continue")
    assert "1 of 5 answered" in visit.text
    visit.press("Back")
    assert visit.chosen == ["3 Every repair gets a day at the counter, written on the ticket."]


def test_a_file_of_several_people_leads_to_its_results(inst: Installation) -> None:
    people = [
        {"id": f"r{n}", "name": None, "function": "CEO", "camp": camp, "responses": {"ALP-1": {"level": 3}}}
        for n, camp in enumerate(("business", "technology"))
    ]
    wanted = {"instrument": inst.instrument.code, "edition": inst.instrument.edition, "respondents": people}
    file = {"format": "plumbline-assessment", "version": 1, "organisation": {"name": "Kestrel"}, **wanted}
    visit = Visit(screen="resume")
    visit.app.file_uploader[0].upload("kestrel.json", json.dumps(file).encode(), "application/json")
    visit.run()
    visit.press("Open this file")
    visit.press("Continue")
    assert "Kestrel" in visit.text
    assert "You cannot answer here" not in visit.text


@pytest.mark.parametrize("content", [b"", b"{", b"[]", json.dumps({"format": "other"}).encode()])
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(inst: Installation, content: bytes) -> None:
    visit = Visit(screen="resume")
    visit.app.file_uploader[0].upload("x.json", content, "application/json")
    visit.run()
    visit.press("Open this file")
    assert visit.heading == "Come back"
    assert identity.list_owned(inst, visit.token) == ()
    assert 'role="alert"' in "".join(block.value for block in visit.app.html)
