"""The governance texts: the shipped ones are whole, and every fault of broken ones is listed."""

import shutil
from pathlib import Path

import pytest

from assessment.errors import InstrumentFaults
from assessment.governance.acceptable_risk import default_signers
from assessment.governance.bank import GOVERNANCE_FOLDER, load_governance, load_governance_languages
from assessment.governance.model import RiskOption
from assessment.instrument.bank import load_instrument, load_standards
from report.text.governance.forums import drafted_forum
from tests.assessment.files import edit
from tests.paths import SHIPPED

SHIPPED_TEXTS = load_governance()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(GOVERNANCE_FOLDER, tmp_path / "governance")
    return tmp_path / "governance"


def faults(folder: Path) -> list[str]:
    with pytest.raises(InstrumentFaults) as caught:
        load_governance_languages(folder)
    return [str(fault) for fault in caught.value.faults]


def test_the_shipped_texts_load_in_every_language() -> None:
    assert "en" in load_governance_languages()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("ai_uses", 'title: "Talking to people"', "title: No", "in quotes"),
        ("ai_uses", 'title: "Talking to people"', 'title: "Talking  to people"', "two spaces"),
        ("ai_uses", "One’s own laptop".lower(), "one's own laptop", "straight quotes"),
        ("ai_uses", 'law: ["Art. 25"]', 'law: ["Art. 99"]', "“Art. 99” is not a known identifier"),
        ("ai_uses", 'duty: "Art. 4"', 'duty: "Art. 44"', "“Art. 44” is not a known identifier"),
        (
            "ai_uses",
            'if_any: ["we_changed_its_purpose_or_brand"]',
            'if_any: ["moon"]',
            "“moon” is not a question",
        ),
        ("ai_uses", 'reason: "works with data about people"', 'reason: "Works."', "lower-case clause"),
        ("ai_uses", 'raises_to: "transparency"', 'raises_to: "fatal"', "this should be"),
        ("ai_uses", '- code: "personal_data"', '- code: "talks_to_public"', "appears 2 times"),
        ("acceptable_risk", 'area: "ethics"', 'area: "taste"', "“taste” is not an area"),
        ("acceptable_risk", 'draft: "never"', 'draft: "maybe"', "this should be"),
        ("acceptable_risk", "quickest way for data to leave us, and", "quickest way. And", "one sentence"),
        ("forums", 'chair: "CFO"', 'chair: "CMO"', "“CMO” is not a member"),
        ("portfolio", 'direction: "watch"', 'direction: "sideways"', "this should be"),
        ("portfolio", "trap:", "snare:", "this name is not known here"),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    line = edit(folder / "en" / f"{file}.yaml", old, new)
    found = faults(folder)
    assert any(fault.startswith(f"en/{file}.yaml:{line}: ") and said in fault for fault in found), found


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "said"),
    [
        ("charter", "from_level: 2", "from_level: 1", "rhythms:", "each level once"),
        ("charter", "minutes: 20", "minutes: 90", "agenda:", "takes 160 minutes, at most 90"),
        ("portfolio", 'class: "improve"', 'class: "maintain"', "rules:", "rules: each of"),
        ("ai_uses", 'code: "unclear"', 'code: "minimal"', "classes:", "classes: each of"),
    ],
)
def test_a_fault_of_a_whole_list_is_named_where_the_list_begins(
    folder: Path, file: str, old: str, new: str, where: str, said: str
) -> None:
    path = folder / "en" / f"{file}.yaml"
    edit(path, old, new)
    line = path.read_text(encoding="utf-8").splitlines().index(where) + 1
    found = faults(folder)
    assert any(fault.startswith(f"en/{file}.yaml:{line}: ") and said in fault for fault in found), found


def test_a_field_with_a_fault_is_named_on_its_own_line(folder: Path) -> None:
    line = edit(folder / "en" / "ai_uses.yaml", 'duty: "Art. 27"', 'duty: "Art. 270"')
    assert faults(folder) == [
        f"en/ai_uses.yaml:{line}: “Art. 270” is not a known identifier of euaiact",
    ]


def test_faults_of_several_files_are_listed_together_and_a_missing_file_is_one(folder: Path) -> None:
    (folder / "en" / "charter.yaml").unlink()
    edit(folder / "en" / "portfolio.yaml", "unit:", "units:")
    found = " ".join(faults(folder))
    assert "en/charter.yaml:1: this file is missing" in found
    assert "units: this name is not known here" in found
    assert "charter: this is missing" not in found


def test_languages_agree_in_everything_but_text(folder: Path) -> None:
    shutil.copytree(folder / "en", folder / "de")
    edit(folder / "de" / "ai_uses.yaml", 'title: "Talking to people"', 'title: "Spricht mit Menschen"')
    assert set(load_governance_languages(folder)) == {"de", "en"}
    line = edit(folder / "en" / "charter.yaml", 'decision: "fund"', 'decision: "funds"')
    found = faults(folder)
    assert len(found) == 1
    assert found[0].startswith(f"en/charter.yaml:{line}: rights.1.decision: differs"), found


def test_a_language_that_is_not_there_is_a_fault_of_every_file(folder: Path) -> None:
    with pytest.raises(InstrumentFaults, match=r"fi/charter.yaml:1: this file is missing"):
        load_governance("fi", folder)


def test_the_shipped_charter_speaks_of_the_decisions_of_the_shipped_instrument() -> None:
    charter = SHIPPED_TEXTS.charter
    decisions = {choice.code for choice in load_instrument(SHIPPED).decisions}
    assert {right.decision for right in charter.rights} == decisions
    named = {*charter.chair_from, *(code for pair in charter.apart for code in pair.decisions)}
    assert named <= decisions


def test_members_of_every_kind_of_forum_are_functions_of_the_shipped_instrument_and_of_both_sides() -> None:
    functions = {function.code: function.camp for function in load_instrument(SHIPPED).functions}
    for kind in SHIPPED_TEXTS.forums.kinds:
        assert {functions[code] for code in kind.members} == {"business", "technology"}, kind.code


def test_chief_executive_finance_operations_and_it_sign_a_new_risk_statement() -> None:
    signers = default_signers(load_instrument(SHIPPED), SHIPPED_TEXTS.acceptable_risk)
    assert signers == ("CEO", "CFO", "COO", "CIO")


def test_the_shipped_kinds_of_forum_fit_what_a_record_takes() -> None:
    for kind in SHIPPED_TEXTS.forums.kinds:
        forum = drafted_forum(kind)
        assert forum.minutes == sum(point.minutes for point in kind.agenda)
        assert len(forum.agenda) == len(kind.agenda)


def test_an_agenda_of_a_forum_longer_than_half_a_day_is_refused(folder: Path) -> None:
    edit(folder / "en" / "forums.yaml", "minutes: 30", "minutes: 120")
    (fault,) = faults(folder)
    assert "the agenda takes 300 minutes, at most 240" in fault


def test_the_executives_can_decide_the_lines_in_an_hour_and_the_draft_is_not_strict_by_habit() -> None:
    risk = SHIPPED_TEXTS.acceptable_risk
    assert 10 <= len(risk.lines) <= 14
    assert len(risk.lines) * 4 <= risk.minutes <= 60
    drafts: dict[RiskOption, int] = {}
    for line in risk.lines:
        drafts[line.draft] = drafts.get(line.draft, 0) + 1
    assert set(drafts) == {"never", "ask_first", "with_limit", "free"}
    assert drafts["never"] < len(risk.lines) / 2
    assert {line.area for line in risk.lines} == {area.code for area in risk.areas}


def test_every_class_that_a_question_raises_to_has_something_that_follows() -> None:
    uses = SHIPPED_TEXTS.ai_uses
    followed = {name for follow in uses.follows for name in follow.classes}
    assert {question.raises_to for question in uses.questions if question.raises_to} <= followed


def test_every_class_above_minimal_says_what_to_have_checked() -> None:
    for question in SHIPPED_TEXTS.ai_uses.questions:
        assert question.check, question.code


def test_nothing_in_these_texts_claims_that_a_law_or_standard_is_met() -> None:
    words = SHIPPED_TEXTS.model_dump_json().lower()
    for claim in ("compliant", "complies", "compliance with", "certified", "guarantee"):
        assert claim not in words


def test_each_date_of_a_duty_is_adopted_or_reported_and_the_first_is_the_one_it_applies_from() -> None:
    for duty in load_standards().euaiact:
        adopted = [entry.date for entry in duty.dates_of("adopted")]
        assert adopted[0] == min(adopted) == duty.applies_from, duty.id
        assert all(entry.date > duty.applies_from for entry in duty.dates_of("reported"))
