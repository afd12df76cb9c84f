"""A file that keeps every rule and is as odd as the rules allow: documents are made of it, and it comes back."""

import json

import pytest

from assessment.answers.interchange import canonical, parse_assessment
from documents.terminal import result_text
from report.build.report import build_report
from report.json.result import result_json
from report.model.report import Report
from tests.documents.reading import pages
from tests.odd_files import odd_file
from tests.reports import AS_OF
from tests.texts import real_instrument


@pytest.fixture(scope="module")
def odd() -> Report:
    return build_report(real_instrument(), parse_assessment(odd_file(), real_instrument()), AS_OF)


def test_it_comes_back_byte_for_byte() -> None:
    once = canonical(parse_assessment(odd_file(), real_instrument()))
    assert canonical(parse_assessment(once.encode(), real_instrument())) == once


def test_the_result_is_json_without_anything_that_is_no_number(odd: Report) -> None:
    assert json.loads(json.dumps(result_json(odd), allow_nan=False))
    assert result_text(odd)


def test_the_playbook_prints_its_marks_as_they_were_typed(odd: Report) -> None:
    assert "<b onclick=x>*é*</b>" in " ".join(pages(odd))
