"""What edition 2026.2 promises: whole situations that imply one another, effort that its steps add up to, plain words."""

import re
import shutil
from collections.abc import Iterator
from math import ceil
from pathlib import Path

import pytest

from assessment.errors import InstrumentFaults
from assessment.instrument.bank import load_instrument
from assessment.instrument.base import Record
from assessment.instrument.model import Practice
from assessment.instrument.moves import Move
from tests.assessment.files import edit
from tests.paths import BEFORE, SHIPPED
from tests.texts import instrument_at, real_instrument

EDITION = instrument_at(SHIPPED)
PRACTICES = EDITION.practices
MOVES = {f"{p.code}:{m.to}": m for p in PRACTICES.values() for m in p.moves}
BANNED = re.compile(
    r"\bwhoever\b|\banew\b|\botherwise than\b|\bstands?\b|\bstood\b|\blies?\b|\blay\b|\bholds?\b|\bheld\b"
    r"|\brings?\b|\btelephon|\bsomebody\b|\bnobody\b|\baloud\b|\bAI uses\b|\ban AI use\b(?! case)",
    re.IGNORECASE,
)
"""Words a British business editor strikes out; the last two are “AI use cases”."""
CONTENT_LETTERS = 5
FILLERS = {
    "with", "that", "which", "from", "have", "been", "they", "their", "them", "each", "every", "some", "into",
    "when", "where", "what", "were", "does", "used", "uses", "case", "cases", "main", "executive", "executives",
    "same",
}  # fmt: skip
CARRIED_OVER = 0.25
"""Share of the shorter situation’s words that two neighbouring situations have in common, at least."""


def content(text: str) -> set[str]:
    words = re.findall(r"[a-z]{4,}", text.lower())
    return {word[:CONTENT_LETTERS] for word in words if word not in FILLERS}


def carried_over(lower: str, upper: str) -> float:
    """How much of a situation is still named in the next one: low if it changes the subject."""
    one, other = content(lower), content(upper)
    return len(one & other) / min(len(one), len(other))


def texts(record: Record) -> Iterator[str]:
    """All texts of a record and of the records in it."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Record):
                yield from texts(part)
            elif isinstance(part, str):
                yield part


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "2026.2"))


def faults(edition: Path) -> str:
    with pytest.raises(InstrumentFaults) as caught:
        load_instrument(edition)
    return "\n".join(str(fault) for fault in caught.value.faults)


def test_both_editions_load() -> None:
    assert [load_instrument(path).edition for path in (BEFORE, SHIPPED)] == ["2026.1", "2026.2"]
    assert list(PRACTICES) == list(real_instrument().practices)


def test_the_rule_the_window_and_the_words_it_uses_are_said_in_the_edition() -> None:
    assert EDITION.rule == "Choose the highest situation in which every part is true."
    assert "twelve months" in (EDITION.window or "")
    assert "first situation" in (EDITION.nothing_yet or "")
    asked = " ".join(t for p in PRACTICES.values() for t in (p.stem, p.stem_technology, *p.levels)).lower()
    for definition in EDITION.definitions:
        assert any(re.search(rf"\b{re.escape(form)}\b", asked) for form in definition.forms), definition.term
    assert "main" in {form for definition in EDITION.definitions for form in definition.forms}


def test_not_yet_due_is_a_reason_of_its_own_where_it_can_occur() -> None:
    may_not_apply = {p.code: p.na_reason or "" for p in PRACTICES.values() if p.na_allowed}
    assert sorted(may_not_apply) == ["OWN-3", "VAL-4"]
    assert all(reason.startswith("Not due yet") for reason in may_not_apply.values())


def test_outcomes_and_barriers_are_ranked_the_same_way() -> None:
    assert len(EDITION.outcomes) == len(EDITION.barriers) == 6
    themes = {figure.theme for figure in EDITION.figures if figure.theme}
    assert {"customers", "advantage", "return_unclear"} <= themes


@pytest.mark.parametrize("practice", PRACTICES.values(), ids=PRACTICES)
def test_the_upper_situations_carry_over_what_the_lower_ones_say(practice: Practice) -> None:
    for lower, upper in ((3, 4), (4, 5)):
        share = carried_over(practice.situation(lower), practice.situation(upper))
        assert share >= CARRIED_OVER, (lower, upper, share)


def test_a_situation_that_changes_the_subject_would_be_noticed() -> None:
    first = instrument_at(BEFORE).practices["OPS-2"]
    assert carried_over(first.situation(3), first.situation(4)) < CARRIED_OVER


@pytest.mark.parametrize(
    "situation",
    [
        "They are part of the annual plan and budget, and they changed when it did.",
        "On that list every use case is compared by the same criteria each quarter.",
        "Every initiative has such a team, and one team has postponed its own launch.",
        "In places people have changed their work, and of these cases most run the new way.",
    ],
)
def test_a_situation_that_leans_on_another_is_refused(edition: Path, situation: str) -> None:
    line = edit(edition / "en" / "practices" / "STR-1.yaml", PRACTICES["STR-1"].situation(4), situation)
    assert f"en/practices/STR-1.yaml:{line}: level 4: " in faults(edition)


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_effort_is_the_sum_of_its_steps(move: Move) -> None:
    assert move.days is not None
    for part, days in (("organiser", move.days.organiser), ("participants", move.days.participants)):
        hours = sum(work.people * work.hours for work in move.work if work.part == part)
        assert days == ceil(hours / 8), part
    assert {work.step for work in move.work} == set(range(1, len(move.steps) + 1))
    assert move.effort == move.days.organiser / 5
    assert round(move.effort, 1) == move.effort


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("organiser: 1, participants", "organiser: 2, participants", "organiser: 2 days, but the steps add up to 1"),
        ("participants: 1}", "participants: 9}", "participants: 9 days, but the steps add up to 1"),
        ("{step: 3, part", "{step: 2, part", "step 3 has no work"),
        ("{step: 3, part", "{step: 4, part", "there is no step 4"),
        ('who: "CEO"', 'who: "CAO"', "“CAO” is not a function code"),
        ("    days: {organiser: 1, participants: 1}\n", "    effort: 1\n", "has work and days instead"),
        ("    days: {organiser: 1, participants: 1}\n", "", "a move needs “work” and “days”"),
        ('comparable_with: {"2026.1"', 'comparable_with: {"2026.2"', "2026.2 is not an earlier edition"),
        ("na_allowed: false", 'na_allowed: false\nna_reason: "Not due yet"', "only where na_allowed is true"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(edition: Path, old: str, new: str, said: str) -> None:
    edit(edition / "en" / "practices" / "STR-1.yaml", old, new)
    assert said in faults(edition)


def test_a_figure_about_nothing_that_is_asked_is_refused(edition: Path) -> None:
    line = edit(edition / "en" / "figures.yaml", 'theme: "customers"', 'theme: "weather"')
    assert f"en/figures.yaml:{line}: " in faults(edition)


def test_an_earlier_edition_keeps_its_points(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(BEFORE, tmp_path / "2026.1"))
    edit(copy / "en" / "practices" / "STR-1.yaml", "    effort: 1\n", "")
    assert "a move needs an effort" in faults(copy)


def test_every_code_says_whether_it_may_be_compared_and_the_changes_say_why() -> None:
    assert {p.code for p in PRACTICES.values() if set(p.comparable_with) == {"2026.1"}} == set(
        real_instrument().practices
    )
    changes = (SHIPPED / "CHANGES.md").read_text(encoding="utf-8")
    for code, practice in PRACTICES.items():
        assert re.search(rf"\| {code} \| {practice.comparable_with['2026.1']} \| \S", changes), code


def test_the_words_are_a_business_editors() -> None:
    found = [(text, hit[0]) for text in texts(EDITION) if (hit := BANNED.search(text))]
    assert found == []
    assert all(BANNED.search(text) for text in ("It stands there.", "Whoever asks.", "An AI use is live."))
