"""Playbook: what is chosen is what the link fetches."""

import re
from datetime import date

import pytest

from documents.document_format import DocumentFormat
from documents.formats import FORMATS
from language.translation import lazy
from services.assessments import owner
from services.core.installation import Installation
from services.reports.documents import build_document
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit, plain


def at_playbook(inst: Installation) -> Visit:
    visit = answered(inst, everywhere(3))
    visit.open("playbook")
    return visit


def addresses(visit: Visit) -> list[str]:
    """Where the download links lead."""
    markup = "".join(block.value for block in visit.app.html)
    return [a.replace("&amp;", "&") for a in re.findall(r'class="pl-download[^"]*" href="([^"]*)"', markup)]


def test_the_link_carries_length_paper_and_appendix(inst: Installation) -> None:
    visit = at_playbook(inst)
    owned = owned_by(inst, visit)
    assert addresses(visit)[0] == f"/report/{owned.assessment_id}?length=full&paper=a4&appendix=0"
    visit.app.checkbox[0].check().run()
    assert addresses(visit)[0].endswith("appendix=1")
    visit.choose("Length", "board")
    assert "length=board" in addresses(visit)[0]
    assert addresses(visit)[0].endswith("appendix=0")


def test_whoever_downloads_hears_which_texts_cannot_be_printed(inst: Installation) -> None:
    warning = "Some characters cannot be printed."
    visit = imported(inst, "open", "bt", use_cases=[{"name": "40 → 12, at least ≥ 95 %"}])
    visit.open("playbook")
    assert warning not in visit.text
    visit = imported(inst, "open", "bt", use_cases=[{"name": "ភាសា"}, {"name": "ខ្មែរ"}])
    visit.open("playbook")
    assert warning in visit.text
    assert "in: “ភាសា” and “ខ្មែរ”." in visit.text


def test_the_paper_is_remembered(inst: Installation) -> None:
    visit = at_playbook(inst)
    visit.choose("Paper", "letter")
    assert "paper=letter" in addresses(visit)[0]
    assert owner.settings_of(inst, owned_by(inst, visit)).paper == "letter"


def test_the_confidentiality_line_says_its_limit_and_is_kept(inst: Installation) -> None:
    visit = at_playbook(inst)
    (field,) = [f for f in visit.app.text_input if f.label.startswith("Confidentiality line")]
    assert "120 characters" in plain(field.label)
    visit.type("Confidentiality line", "For the board only")
    assert "Saved" in visit.text
    assert owner.settings_of(inst, owned_by(inst, visit)).confidentiality == "For the board only"


def test_a_file_that_is_no_picture_is_refused_with_a_reason(inst: Installation) -> None:
    visit = at_playbook(inst)
    visit.app.file_uploader[0].upload("logo.png", b"not a picture")
    visit.run()
    assert "not a readable PNG or JPEG" in visit.text
    assert not owner.settings_of(inst, owned_by(inst, visit)).logo


def test_the_answers_can_be_taken_away_by_the_one_who_gave_them(inst: Installation) -> None:
    visit = at_playbook(inst)
    mine = owned_by(inst, visit).assessment_id
    assert {f"/export/{mine}", f"/answers-table/{mine}"} <= set(addresses(visit))


def test_answers_given_in_confidence_are_not_offered(inst: Installation) -> None:
    visit = imported(inst, "by_camp", "bbtt")
    visit.open("playbook")
    assert not any(address.startswith(("/export/", "/answers-table/")) for address in addresses(visit))
    visit.app.checkbox[0].check().run()
    assert "The annex will hold no answers." in visit.text


def test_without_answers_there_is_nothing_to_print(inst: Installation) -> None:
    visit = answered(inst, {})
    visit.open("playbook")
    assert visit.heading == "Nothing to print yet"
    assert addresses(visit) == []


def test_without_a_level_the_playbook_says_so_beforehand(inst: Installation) -> None:
    visit = answered(inst, {"ALP-1": 3})
    visit.open("playbook")
    assert "Too few answers for a level" in visit.text
    assert len(addresses(visit)) > 1


@pytest.mark.parametrize("refused", [False, True])
def test_another_document_type_is_its_record(
    inst: Installation,
    monkeypatch: pytest.MonkeyPatch,
    refused: bool,
) -> None:
    line = DocumentFormat(
        code="line",
        ending=".txt",
        media_type="text/plain",
        name=lambda order: f"{order.organisation} in a line",
        render=lambda order: order.report.headline.level.encode(),
        refusal=lambda _report: "Not today." if refused else None,
        link=lazy("Download the line"),
        about=lazy("One line."),
        instead=(lazy("There is no line."),),
    )
    monkeypatch.setitem(FORMATS, "line", line)  # type: ignore[arg-type]
    visit = at_playbook(inst)
    owned = owned_by(inst, visit)
    assert (f"/line/{owned.assessment_id}" in addresses(visit)) != refused
    assert ("There is no line." in visit.text) == refused
    if not refused:
        made = build_document(inst, visit.token, owned.assessment_id, date(2026, 11, 22), "line")
        assert made.name.endswith(" in a line.txt")
        assert made.content == b"You describe level 3, Steady."
